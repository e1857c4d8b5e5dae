//! A code: what one person hands to the board. As a short code for paper and reading out, or sealed for one board.
//!
//! A code holds the answers, the questionnaire's version and a random number; nothing else about the person.
//! Why it looks as it does: docs/decisions/011.

mod base32;
mod error;
mod file;
mod find;
mod sealed;
mod symbols;

pub use base32::{KEY_BYTES, is_public, read_base32, write_base32};
pub use error::CodeError;
pub use file::{FILE, is_code, write_file};
pub use find::{Finder, Found, What};
pub use sealed::{MARK, SEALED_BYTES, read_sealed, write_sealed};
pub use symbols::{CHECKS, LENGTH, value};

use crate::answers::{Answer, Answers, Choice};
use crate::questionnaire::{OPTIONS, Questionnaire};
use alloc::string::String;

/// How many random numbers there are: against counting the same code twice.
pub const NONCES: u32 = 1 << 20;
/// The version is stored modulo this.
const VERSIONS: u16 = 64;
/// How a question can be dealt with: an option, or passed by.
const WAYS: u128 = OPTIONS as u128 + 1;

/// The answers of one person, as a number below 29^15. Two with the same number are the same code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u128);

/// Stands for a question that was passed by.
const PASSED: char = '-';

/// The answers as one character for each question, in order: the place of the option, or a hyphen.
pub fn digits(questionnaire: &Questionnaire, answers: &Answers) -> String {
    let place = |(id, _)| answers.choice(id).map_or(PASSED, |choice: Choice| char::from(b'0' + choice.index()));
    questionnaire.questions().map(place).collect()
}

impl Code {
    /// How many bytes [`Code::bytes`] gives.
    pub const BYTES: usize = 10;

    /// The code for these answers; what was not answered counts as passed by. `nonce` is taken modulo [`NONCES`].
    ///
    /// `None` when the questionnaire asks too much to fit: 18 questions fit, 19 do not.
    pub fn new(questionnaire: &Questionnaire, answers: &Answers, nonce: u32) -> Option<Code> {
        Code::from_digits(questionnaire.version(), &digits(questionnaire, answers), nonce)
    }

    /// The same from what [`digits`] made, for who has no questionnaire at hand.
    ///
    /// `None` also when there is another character in it.
    pub fn from_digits(version: u16, digits: &str, nonce: u32) -> Option<Code> {
        let mut number = 0_u128;
        for digit in digits.chars().rev() {
            let way = match digit {
                PASSED => u32::from(OPTIONS),
                _ => digit.to_digit(u32::from(OPTIONS))?,
            };
            number = number.checked_mul(WAYS)?.checked_add(u128::from(way))?;
        }
        let number = number.checked_mul(u128::from(NONCES))? + u128::from(nonce % NONCES);
        let number = number.checked_mul(u128::from(VERSIONS))? + u128::from(version % VERSIONS);
        (number < symbols::END).then_some(Code(number))
    }

    /// The answers in it.
    ///
    /// # Errors
    ///
    /// It is of another version of the questionnaire, or no pattern of answers (then somebody made it up).
    pub fn answers(self, questionnaire: &Questionnaire) -> Result<Answers, CodeError> {
        let versions = u128::from(VERSIONS);
        let (ahead, rest) = (self.0 % versions, self.0 / versions / u128::from(NONCES));
        // Versions are compared modulo 64: the half that follows ours counts as newer, the other half as older.
        match (ahead + versions - u128::from(questionnaire.version() % VERSIONS)) % versions {
            0 => {}
            distance if distance < versions / 2 => return Err(CodeError::Newer),
            _ => return Err(CodeError::Older),
        }
        let mut answers = Answers::default();
        let mut rest = rest;
        for (id, _) in questionnaire.questions() {
            // Below six, so the cast holds.
            let way = (rest % WAYS) as u8;
            answers.set(id, Choice::new(way).map_or(Answer::Skipped, Answer::Chosen));
            rest /= WAYS;
        }
        if rest == 0 { Ok(answers) } else { Err(CodeError::Damaged) }
    }

    /// Writes it as a short code: twenty letters and digits in five groups.
    pub fn short(self) -> String {
        symbols::write(self.0)
    }

    /// Reads a short code; case and separators do not matter, and letters that are easily taken for another are read as meant.
    ///
    /// # Errors
    ///
    /// It is [`CodeError::Foreign`] or [`CodeError::Damaged`]. Of which version it is, [`Code::answers`] says.
    pub fn read(text: &str) -> Result<Code, CodeError> {
        symbols::read(text).map(Code)
    }

    /// As bytes, to be sealed.
    pub fn bytes(self) -> [u8; Code::BYTES] {
        let mut bytes = [0; Code::BYTES];
        // Below 29^15 < 2^73, so the ten bytes that are left out are zero.
        let whole = self.0.to_be_bytes();
        for (byte, from) in bytes.iter_mut().rev().zip(whole.iter().rev()) {
            *byte = *from;
        }
        bytes
    }

    /// From the bytes that were sealed; `None` when they are no code.
    pub fn from_bytes(bytes: &[u8]) -> Option<Code> {
        let number = bytes.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
        (bytes.len() == Code::BYTES && number < symbols::END).then_some(Code(number))
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, CodeError, Finder, KEY_BYTES, SEALED_BYTES, What};
    use super::{is_public, read_base32, read_sealed, write_base32, write_sealed};
    use crate::answers::Answer;
    use crate::fixture::{answers, small};
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use expect_test::{Expect, expect};

    fn code(written: &str, nonce: u32) -> Code {
        let (questionnaire, _) = small();
        Code::new(&questionnaire, &answers(&questionnaire, written), nonce).unwrap()
    }

    #[test]
    fn a_code_reads_back_however_it_is_written() {
        let (questionnaire, _) = small();
        let given = answers(&questionnaire, "d=1 d2=5 p=3 o=- s=4");
        let code = Code::new(&questionnaire, &given, 777).unwrap();
        let text = code.short();
        expect!["0001-5P9P-D53G-P5VE-RA7X"].assert_eq(&text);
        for written in
            [text.to_lowercase(), text.replace('-', ""), text.replace('-', " \u{2013} "), text.replace('0', "O")]
        {
            assert_eq!(Code::read(&written), Ok(code), "{written}");
        }
        assert_eq!(code.answers(&questionnaire), Ok(given));
        assert_eq!(Code::from_bytes(&code.bytes()), Some(code));
    }

    #[test]
    fn what_was_not_reached_counts_as_passed_by() {
        let (questionnaire, _) = small();
        let read = code("d1=5", 0).answers(&questionnaire).unwrap();
        assert!(read.iter().skip(1).all(|(_, answer)| answer == Answer::Skipped));
        assert_eq!(read.iter().count(), questionnaire.count());
    }

    #[test]
    fn a_code_of_another_questionnaire_says_which_way() {
        let (mut questionnaire, _) = small();
        let code = code("d=1", 1);
        questionnaire.version += 1;
        assert_eq!(code.answers(&questionnaire), Err(CodeError::Older));
        questionnaire.version -= 2;
        assert_eq!(code.answers(&questionnaire), Err(CodeError::Newer));
    }

    #[test]
    fn what_is_no_code_is_told_from_one_with_a_mistake() {
        let text = code("d=1 s=2", 5).short();
        assert_eq!(Code::read(""), Err(CodeError::Foreign));
        assert_eq!(Code::read(&text[1..]), Err(CodeError::Foreign));
        assert_eq!(Code::read(&format!("{text}0")), Err(CodeError::Foreign));
        assert_eq!(Code::read(&text.replacen('0', "é", 1)), Err(CodeError::Foreign));
        assert_eq!(Code::read(&text.replacen('0', "1", 1)), Err(CodeError::Damaged));
        assert_eq!(Code::from_bytes(&[255; 10]), None);
        assert_eq!(Code::from_bytes(&[0; 9]), None);
    }

    #[test]
    fn a_sealed_code_is_the_same_bytes_after_a_chat() {
        let mut bytes = [0; SEALED_BYTES];
        for (byte, value) in bytes.iter_mut().zip(7_u8..) {
            *byte = value.wrapping_mul(31);
        }
        let text = write_sealed(&bytes);
        assert_eq!(text.len(), 155);
        for written in [text.to_lowercase(), format!("{}\r\n {}", &text[..70], &text[70..])] {
            assert_eq!(read_sealed(&written).as_deref(), Ok(&bytes[..]));
        }
        assert_eq!(read_sealed(&text[..150]), Err(CodeError::Damaged));
        assert_eq!(read_sealed(&text[1..]), Err(CodeError::Foreign));
        assert_eq!(read_sealed(&format!("{text}A")), Err(CodeError::Damaged));
    }

    #[test]
    fn what_has_the_form_of_a_key_is_what_can_be_read_as_one() {
        let mut key = [0; KEY_BYTES];
        for (byte, value) in key.iter_mut().zip(3_u8..) {
            *byte = value.wrapping_mul(29);
        }
        let text = write_base32(&key);
        assert_eq!(read_base32(&text.to_lowercase(), KEY_BYTES).as_deref(), Some(&key[..]));
        let last = |sign: char| format!("{}{sign}", &text[..text.len() - 1]);
        let mut all: Vec<String> = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars().map(last).collect();
        all.extend([text.to_lowercase(), text[1..].into(), format!("{text}A"), text.replacen('A', "1", 1), "".into()]);
        let read = all.iter().filter(|text| read_base32(text, KEY_BYTES).is_some());
        assert_eq!(all.iter().filter(|text| is_public(text)).collect::<Vec<_>>(), read.collect::<Vec<_>>());
    }

    #[track_caller]
    fn check_found(text: &str, expected: Expect) {
        let mut table = String::new();
        let all = Finder::all(text);
        for found in &all {
            let what = match &found.what {
                What::Code(code) => format!("code {}", code.short()),
                What::Sealed(text) => format!("sealed {} {}", &text[..8], text.len()),
                What::Damaged(text) => format!("damaged {}", &text[..text.len().min(28)]),
            };
            table += &format!("{}: {what}\n", found.line);
        }
        expected.assert_eq(&table);
        // However it is cut.
        for size in [1, 7, 64] {
            let mut finder = Finder::default();
            let pieces: Vec<char> = text.chars().collect();
            let mut found = Vec::new();
            for piece in pieces.chunks(size) {
                found.extend(finder.feed(&piece.iter().collect::<String>()));
            }
            found.extend(finder.finish());
            assert_eq!(found, all, "in pieces of {size}");
        }
    }

    #[test]
    fn codes_are_found_in_a_chat() {
        let [a, b, c] = [code("d=1", 1), code("d=2 s=3", 2), code("d=5", 3)].map(Code::short);
        let sealed = write_sealed(&[9; SEALED_BYTES]);
        let text = format!(
            "[24-11-2026 09:14] Anna: hoi! mijn code {a}\n[24-11-2026 09:15] Bram de Wit: {}\n\nvoor deze week heel veel succes\n\
             Code {c} graag\nFatma: {sealed}\n{}\nverantwoordelijkheid\n",
            b.to_lowercase().replace('-', " "),
            &sealed[..90],
        );
        check_found(
            &text,
            expect![[r#"
                1: code 0001-YV6Q-7JR7-WF7D-13Q7
                2: code 0000-R51K-159N-94HG-5P6A
                5: code 0001-YV7J-EAGT-838H-WN08
                6: sealed RSW1BEEQ 155
                7: damaged RSW1BEEQSCIJBEEQSCIJBEEQSCIJ
            "#]],
        );
    }

    #[test]
    fn a_damaged_code_is_named_where_it_stands() {
        let text = code("d=4 s=2", 99).short();
        let wrong = text.replacen('0', "1", 1);
        let short = text.replacen('0', "", 1);
        check_found(
            &format!("Anna: {wrong}\nBram: {short}\ncode {text}\n{}", wrong.replace('-', "")),
            expect![[r#"
                1: damaged 1000-CJMJ-1DM0-30DP-MPQQ
                2: damaged 000-CJMJ-1DM0-30DP-MPQQ
                3: code 0000-CJMJ-1DM0-30DP-MPQQ
                4: damaged 1000CJMJ1DM030DPMPQQ
            "#]],
        );
    }

    #[test]
    fn ordinary_text_holds_no_codes() {
        check_found("", expect![""]);
        check_found(
            "Beste allen, voor deze week heel veel dank. Bel 070 356 35 50 of 0800 2000. 24-11-2026 09:14:55\n\
             550e8400-e29b-41d4-a716-446655440000 NL91ABNA0417164300 https://example.nl/a/b?c=1234-5678",
            expect![""],
        );
    }
}
