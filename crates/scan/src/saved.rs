//! A sitting as text: what is kept on the device, and what "Bewaar als bestand" writes.
//!
//! The form is lines a person can read: a first line that names it with the form's version, the
//! questionnaire's version, an end time, then `question = option` with `-` for a skipped one.
//! Answers are keyed by question id, so their order never matters.

use crate::answers::{Answer, Answers, Choice};
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
    /// Written by an older or newer questionnaire.
    OtherVersion,
    /// Written by the scan, then changed or cut off; the line counted from 1.
    Damaged(usize),
}

/// Writes a sitting as text.
pub fn encode(questionnaire: &Questionnaire, saved: &Saved) -> String {
    let mut text = [NAME, " ", FORM, "\nversion = ", &questionnaire.version().to_string(), "\n"].concat();
    let mut line = |key: &str, value: &str| text.push_str(&[key, " = ", value, "\n"].concat());
    if let Some(until) = saved.until {
        line("until", &until.to_string());
    }
    for (id, answer) in saved.record.answers.iter() {
        let Some(question) = questionnaire.question(id) else { continue };
        match answer {
            // A person reading the file counts from 1.
            Answer::Chosen(choice) => line(&question.key, &(choice.place() + 1).to_string()),
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
        Some((NAME, form)) if form.trim().parse::<u32>().is_ok() => return Err(DecodeError::OtherVersion),
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
            let found: u16 = value.parse().map_err(|_| damaged)?;
            if found != questionnaire.version() {
                return Err(DecodeError::OtherVersion);
            }
            version = Some(found);
        } else if version.is_none() {
            return Err(damaged);
        } else if key == "until" {
            saved.until = Some(value.parse().map_err(|_| damaged)?);
        } else if key == "action" {
            saved.record.action = Some(questionnaire.find_lesson(value).ok_or(damaged)?);
        } else if key == "end" {
            end = true;
        } else {
            let id = questionnaire.find(key).ok_or(damaged)?;
            let answer = if value == "-" {
                Answer::Skipped
            } else {
                let place = value.parse::<u8>().ok().and_then(|place| place.checked_sub(1));
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
