//! A code as a file: what a participant saves, and how it is told from a saved sitting.

use super::sealed::MARK;
use super::symbols::LENGTH;
use alloc::string::String;

/// What the file is called, and what it begins with.
pub const FILE: &str = "ruimtecode";
const FORM: &str = "1";

/// Writes a code as a file: a line that says what it is, and the code.
pub fn write_file(code: &str) -> String {
    [FILE, " ", FORM, "\n", code, "\n"].concat()
}

/// Whether the first line of a file is of that kind, or looks like a code itself: whether that is whole, is not asked.
pub fn is_code(line: &str) -> bool {
    let inside = line.bytes().filter(u8::is_ascii_alphanumeric).count();
    let other = line.bytes().filter(|byte| matches!(byte, b'-' | b' ')).count();
    // A word of the same length has neither.
    let sign = |byte: u8| byte == b'-' || byte.is_ascii_digit();
    line.starts_with(FILE)
        || line.get(..MARK.len()).is_some_and(|mark| mark.eq_ignore_ascii_case(MARK))
        || inside == LENGTH && inside + other == line.len() && line.bytes().any(sign)
}
