//! A sitting as text: what is kept on the device, and what "Bewaar als bestand" writes.
//!
//! The form is lines a person can read: a first line that names it with the form's version, the
//! questionnaire's version, an end time, then `question = option` with `-` for a skipped one.
//! Answers are keyed by question id, so their order never matters.

use crate::answers::{Answer, Answers, Choice};
use crate::code::is_code;
use crate::questionnaire::Questionnaire;
use crate::session::Record;
use alloc::string::{String, ToString};

const NAME: &str = "ruimtescan";
const FORM: &str = "1";

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The answers and the action.
    pub record: Record,
    /// When it may no longer be used, in milliseconds since 1970; `None` for a file, which does not expire.
    pub until: Option<u64>,
}

/// Why a text is not a sitting we can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not something the scan wrote.
    Foreign,
    /// A code for a workshop: no sitting can be opened from it.
    Code,
    /// Written by an older or newer questionnaire.
    OtherVersion,
    /// Written by the scan, then changed or cut off; the line counted from 1.
    Damaged(usize),
}

/// Writes a sitting as text.
pub fn encode(questionnaire: &Questionnaire, saved: &Saved) -> String {
    let mut text = [NAME, " ", FORM, "\nversion = ", &u64::from(questionnaire.version()).to_string(), "\n"].concat();
    let mut line = |key: &str, value: &str| text.push_str(&[key, " = ", value, "\n"].concat());
    if let Some(until) = saved.until {
        line("until", &until.to_string());
    }
    for (id, answer) in saved.record.answers.iter() {
        let Some(question) = questionnaire.question(id) else { continue };
        match answer {
            // A person reading the file counts from 1.
            Answer::Chosen(choice) => line(&question.key, &(u64::from(choice.index()) + 1).to_string()),
            Answer::Skipped => line(&question.key, "-"),
        }
    }
    if let Some(lesson) = saved.record.action.and_then(|id| questionnaire.lesson(id)) {
        line("action", &lesson.key);
    }
    line("end", FORM);
    text
}

/// Reads a sitting back.
///
/// # Errors
///
/// Says why the text is not a sitting of this questionnaire. Never panics, whatever the text.
pub fn decode(questionnaire: &Questionnaire, text: &str) -> Result<Saved, DecodeError> {
    // Editors and mail programs add a byte order mark and other line ends.
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().map(str::trim).zip(1..).filter(|(line, _)| !line.is_empty());
    let (first, _) = lines.next().ok_or(DecodeError::Foreign)?;
    match first.split_once(' ') {
        Some((NAME, FORM)) => {}
        Some((NAME, form)) if whole(form.trim()).is_some() => return Err(DecodeError::OtherVersion),
        _ if is_code(first) => return Err(DecodeError::Code),
        _ => return Err(DecodeError::Foreign),
    }
    let mut saved = Saved::default();
    let mut answers = Answers::default();
    let (mut version, mut end, mut last) = (None, false, 1);
    for (line, number) in lines {
        last = number;
        let damaged = DecodeError::Damaged(number);
        let (key, value) = line.split_once('=').ok_or(damaged)?;
        let (key, value) = (key.trim(), value.trim());
        if end {
            return Err(damaged);
        }
        if key == "version" {
            let found = whole(value).ok_or(damaged)?;
            if found != u64::from(questionnaire.version()) {
                return Err(DecodeError::OtherVersion);
            }
            version = Some(found);
        } else if version.is_none() {
            return Err(damaged);
        } else if key == "until" {
            saved.until = Some(whole(value).ok_or(damaged)?);
        } else if key == "action" {
            saved.record.action = Some(questionnaire.find_lesson(value).ok_or(damaged)?);
        } else if key == "end" {
            end = true;
        } else {
            let id = questionnaire.find(key).ok_or(damaged)?;
            let answer = if value == "-" {
                Answer::Skipped
            } else {
                let place = whole(value).and_then(|place| u8::try_from(place).ok()?.checked_sub(1));
                Answer::Chosen(place.and_then(Choice::new).ok_or(damaged)?)
            };
            if answers.get(id).is_some() {
                return Err(damaged);
            }
            answers.set(id, answer);
        }
    }
    if !end {
        return Err(DecodeError::Damaged(last + 1));
    }
    saved.record.answers = answers;
    Ok(saved)
}

/// Every number is read as the same kind: each kind would be code of its own to download.
fn whole(text: &str) -> Option<u64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{DecodeError, Saved, decode, encode};
    use crate::fixture::{answers, small};
    use crate::session::Record;
    use alloc::format;
    use alloc::string::String;
    use expect_test::expect;

    const WHOLE: &str = "ruimtescan 1\nversion = 7\nuntil = 99\nd1 = 5\nd2 = -\naction = odd\nend = 1\n";

    #[test]
    fn a_sitting_reads_as_a_list() {
        let (questionnaire, _) = small();
        let record =
            Record { answers: answers(&questionnaire, "d1=5 d2=- s3=1"), action: questionnaire.find_lesson("hold-1") };
        expect![[r#"
            ruimtescan 1
            version = 7
            until = 1764000000000
            d1 = 5
            d2 = -
            s3 = 1
            action = hold-1
            end = 1
        "#]]
        .assert_eq(&encode(&questionnaire, &Saved { record, until: Some(1_764_000_000_000) }));
    }

    #[test]
    fn what_was_written_reads_back() {
        let (questionnaire, _) = small();
        for (written, action, until) in [("", None, None), ("d=3 p=- s=1", Some("odd"), None), ("o=5", None, Some(0))] {
            let record = Record {
                answers: answers(&questionnaire, written),
                action: action.and_then(|key| questionnaire.find_lesson(key)),
            };
            let saved = Saved { record, until };
            assert_eq!(decode(&questionnaire, &encode(&questionnaire, &saved)), Ok(saved));
        }
    }

    #[test]
    fn order_spacing_line_ends_and_a_byte_order_mark_do_not_matter() {
        let (questionnaire, _) = small();
        let plain = decode(&questionnaire, WHOLE).unwrap();
        let other =
            "\u{feff}\r\nruimtescan 1\r\nversion=7\r\n\r\n d2 =-\r\naction = odd\r\nd1=  5\r\nuntil=99\r\nend=1";
        assert_eq!(decode(&questionnaire, other), Ok(plain));
    }

    #[test]
    fn each_reason_not_to_open_a_text_is_told_apart() {
        let (questionnaire, _) = small();
        let with = |from: &str, to: &str| {
            assert!(WHOLE.contains(from));
            WHOLE.replace(from, to)
        };
        let mut table = String::new();
        for (about, text) in [
            ("empty", String::new()),
            ("something else", "beste lezer".into()),
            ("another program", with("ruimtescan 1", "ruimtebord 1")),
            ("a file with a code", "\u{feff}ruimtecode 1\r\nRSW1AB\r\n".into()),
            ("a sealed code", "rsw1beeqscijbeeq".into()),
            ("a short code", " 0001-5P9P-D53G-P5V5-MDGD\n".into()),
            ("a word of twenty letters", "verantwoordelijkheid".into()),
            ("a line of text", "0001-5P9P-D53G-P5V5-MDGD hoi".into()),
            ("another form", with("ruimtescan 1", "ruimtescan 2")),
            ("no form", with("ruimtescan 1", "ruimtescan")),
            ("another questionnaire", with("version = 7", "version = 6")),
            ("unreadable version", with("version = 7", "version = x")),
            ("no version", with("version = 7\n", "")),
            ("unreadable end time", with("until = 99", "until = morgen")),
            ("option 0", with("d1 = 5", "d1 = 0")),
            ("option 6", with("d1 = 5", "d1 = 6")),
            ("unknown question", with("d1 = 5", "d9 = 5")),
            ("twice", with("d2 = -", "d1 = -")),
            ("unknown lesson", with("odd", "even")),
            ("no equals sign", with("d1 = 5", "d1 5")),
            ("cut off", with("end = 1\n", "")),
            ("cut off in a line", with("action = odd\nend = 1\n", "acti")),
            ("more after the end", format!("{WHOLE}d3 = 1\n")),
        ] {
            table += &format!("{about}: {:?}\n", decode(&questionnaire, &text).unwrap_err());
        }
        expect![[r#"
            empty: Foreign
            something else: Foreign
            another program: Foreign
            a file with a code: Code
            a sealed code: Code
            a short code: Code
            a word of twenty letters: Foreign
            a line of text: Foreign
            another form: OtherVersion
            no form: Foreign
            another questionnaire: OtherVersion
            unreadable version: Damaged(2)
            no version: Damaged(2)
            unreadable end time: Damaged(3)
            option 0: Damaged(4)
            option 6: Damaged(4)
            unknown question: Damaged(4)
            twice: Damaged(5)
            unknown lesson: Damaged(6)
            no equals sign: Damaged(4)
            cut off: Damaged(7)
            cut off in a line: Damaged(6)
            more after the end: Damaged(8)
        "#]]
        .assert_eq(&table);
        assert_eq!(decode(&questionnaire, "ruimtescan 1"), Err(DecodeError::Damaged(2)));
    }
}
