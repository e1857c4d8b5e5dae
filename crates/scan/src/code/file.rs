//! A code as a file: what a participant saves, and how it is told from a saved sitting.

use super::sealed::MARK;
use super::symbols::{LENGTH, separates, value};
use alloc::string::String;

/// What the file is called, and what it begins with.
pub const FILE: &str = "ruimtecode";
const FORM: &str = "1";

/// Writes a code as a file: a line that says what it is, and the code.
pub fn write_file(code: &str) -> String {
    [FILE, " ", FORM, "\n", code, "\n"].concat()
}

/// Whether the first line of a file is of that kind, or is itself a code. Whether that one is whole, is not asked.
pub fn is_code(line: &str) -> bool {
    let mut symbols = line.chars().filter(|symbol| !separates(*symbol));
    line.split_ascii_whitespace().next() == Some(FILE)
        || line.get(..MARK.len()).is_some_and(|mark| mark.eq_ignore_ascii_case(MARK))
        || symbols.by_ref().take(LENGTH).filter(|symbol| value(*symbol).is_some()).count() == LENGTH
            && symbols.next().is_none()
}
