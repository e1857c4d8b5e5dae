//! Finds codes in any text: a whole chat with names, noise and codes. In one go or in pieces, in time that grows with the text.

use super::base32::value;
use super::sealed::{BODY, MARK};
use super::symbols::{LENGTH, separates};
use super::{Code, CodeError};
use alloc::string::String;
use alloc::vec::Vec;

/// Something in the text that is, or was meant to be, a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line where it begins, from 1.
    pub line: usize,
    /// What it is.
    pub what: What,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A short code.
    Code(Code),
    /// A sealed code: whether it opens, only its board can say.
    Sealed(String),
    /// It looks like a code, and has a mistake in it or is cut off; as it stands there.
    Damaged(String),
}

/// Longer words are no part of a short code.
const LONGEST: usize = LENGTH + 2;
/// A damaged code is told from ordinary words by its digits.
const DIGITS: usize = 2;

/// Reads a text piece by piece.
#[derive(Clone, Debug)]
pub struct Finder {
    line: usize,
    word: String,
    // What stood before the word: nothing or a separator, and whether that was a hyphen.
    hyphen: bool,
    words: Vec<Word>,
    sealed: Option<Sealed>,
    doubt: Option<Doubt>,
    found: Vec<Found>,
    count: usize,
}

#[derive(Clone, Debug)]
struct Word {
    text: String,
    line: usize,
    /// Its place among all words.
    index: usize,
    hyphen: bool,
}

/// A sealed code that has begun.
#[derive(Clone, Debug)]
struct Sealed {
    line: usize,
    text: String,
}

/// What may be a damaged code, unless part of it turns out to belong to a whole one.
#[derive(Clone, Debug)]
struct Doubt {
    last: usize,
    found: Found,
}

impl Default for Finder {
    fn default() -> Finder {
        Finder {
            line: 1,
            word: String::new(),
            hyphen: false,
            words: Vec::new(),
            sealed: None,
            doubt: None,
            found: Vec::new(),
            count: 0,
        }
    }
}

impl Finder {
    /// Reads on, and gives what was found so far and not given before. A code may be cut by the end of a piece.
    pub fn feed(&mut self, piece: &str) -> Vec<Found> {
        for symbol in piece.chars() {
            if symbol.is_ascii_alphanumeric() {
                // Enough to see that it is too long for anything.
                if self.word.len() <= MARK.len() + BODY {
                    self.word.push(symbol.to_ascii_uppercase());
                }
                continue;
            }
            if separates(symbol) {
                self.end_word();
                self.hyphen = symbol == '-';
            } else {
                self.stop();
            }
            if symbol == '\n' {
                self.line += 1;
            }
        }
        core::mem::take(&mut self.found)
    }

    /// The text is over: what was still in doubt.
    pub fn finish(mut self) -> Vec<Found> {
        self.stop();
        self.found
    }

    /// All of a text at once.
    pub fn all(text: &str) -> Vec<Found> {
        let mut finder = Finder::default();
        let mut found = finder.feed(text);
        found.extend(finder.finish());
        found
    }

    /// Something that stands in no code: what came before is over.
    fn stop(&mut self) {
        self.end_word();
        if let Some(Sealed { line, text }) = self.sealed.take() {
            self.found.push(Found { line, what: What::Damaged(text) });
        }
        self.settle();
        self.words.clear();
        self.hyphen = false;
    }

    fn settle(&mut self) {
        self.found.extend(self.doubt.take().map(|doubt| doubt.found));
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let text = core::mem::take(&mut self.word);
        let sealed = self.in_sealed(&text);
        self.in_short(text, sealed);
    }

    /// Whether the word is part of a sealed code.
    fn in_sealed(&mut self, word: &str) -> bool {
        if word.starts_with(MARK) {
            if let Some(Sealed { line, text }) = self.sealed.take() {
                self.found.push(Found { line, what: What::Damaged(text) });
            }
            self.sealed = Some(Sealed { line: self.line, text: String::new() });
        }
        let Some(Sealed { line, mut text }) = self.sealed.take() else { return false };
        let body = word.strip_prefix(MARK).unwrap_or(word);
        let fits = body.chars().all(|symbol| value(symbol).is_some()) && text.len() + word.len() <= MARK.len() + BODY;
        if !fits {
            let own = text.is_empty();
            text.push_str(if own { word } else { "" });
            self.found.push(Found { line, what: What::Damaged(text) });
            // A word that follows a code that was cut off may belong to the next one.
            return own;
        }
        text.push_str(word);
        if text.len() == MARK.len() + BODY {
            self.found.push(Found { line, what: What::Sealed(text) });
        } else {
            self.sealed = Some(Sealed { line, text });
        }
        true
    }

    /// Looks for a short code that ends with this word. A word that could continue a sealed code (`sealed`) may belong to a
    /// short one below a sealed code that was cut off: there only a short code without an error counts, never a damaged one.
    fn in_short(&mut self, text: String, sealed: bool) {
        self.count += 1;
        if text.len() > LONGEST {
            self.settle();
            self.words.clear();
            return;
        }
        let hyphen = core::mem::replace(&mut self.hyphen, false);
        self.words.push(Word { text, line: self.line, index: self.count, hyphen });
        if self.words.len() > LENGTH {
            self.words.remove(0);
        }
        let (mut length, mut from) = (0, self.words.len());
        while length < LENGTH && from > 0 {
            from -= 1;
            length += self.words.get(from).map_or(0, |word| word.text.len());
        }
        let words = self.words.get(from..).unwrap_or_default();
        let Some(first) = words.first() else { return };
        let (line, begin, groups) = (first.line, first.index, in_groups(words));
        if length == LENGTH && (groups || digits(words) >= DIGITS) {
            match Code::read(&joined(words)) {
                Ok(code) => {
                    match self.doubt.take() {
                        Some(doubt) if doubt.last < begin => self.found.push(doubt.found),
                        _ => {}
                    }
                    if let Some(Sealed { line, text }) = self.sealed.take() {
                        self.found.push(Found { line, what: What::Damaged(text) });
                    }
                    self.found.push(Found { line, what: What::Code(code) });
                    self.words.clear();
                    return;
                }
                Err(CodeError::Damaged) if !sealed && digits(words) >= DIGITS && (groups || words.len() == 1) => {
                    return self.doubtful(begin, line, joined(words));
                }
                Err(_) => {}
            }
        }
        let five = self.words.len().checked_sub(5).and_then(|from| self.words.get(from..)).unwrap_or_default();
        if let Some(first) = five.first().filter(|_| !sealed && meant_as_code(five)) {
            let (line, begin, text) = (first.line, first.index, joined(five));
            self.doubtful(begin, line, text);
        }
    }

    fn doubtful(&mut self, begin: usize, line: usize, text: String) {
        // Two that overlap are one: the first stays.
        if self.doubt.as_ref().is_some_and(|doubt| doubt.last >= begin) {
            return;
        }
        self.settle();
        self.doubt = Some(Doubt { last: self.count, found: Found { line, what: What::Damaged(text) } });
    }
}

/// Five groups of four, as a code is written.
fn in_groups(words: &[Word]) -> bool {
    words.len() == 5 && words.iter().all(|word| word.text.len() == 4)
}

/// Five groups with hyphens between them, whatever was left out or came twice.
fn meant_as_code(five: &[Word]) -> bool {
    let length: usize = five.iter().map(|word| word.text.len()).sum();
    let even = five.iter().all(|word| (3..=5).contains(&word.text.len()));
    let hyphens = five.iter().skip(1).all(|word| word.hyphen);
    even && hyphens && length.abs_diff(LENGTH) <= 2 && digits(five) >= DIGITS
}

fn digits(words: &[Word]) -> usize {
    words.iter().map(|word| word.text.bytes().filter(u8::is_ascii_digit).count()).sum()
}

fn joined(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push('-');
        }
        text.push_str(&word.text);
    }
    text
}
