//! A workshop as text: what the board keeps in its browser, and what goes, locked, into its file.
//!
//! Lines a person can read, as with a sitting (see [`crate::saved`]). A code stands on a line by itself, in its short form,
//! so that a damaged line is found. No name was ever there to be kept.

use super::{Moment, Settings, Workshop, sorted};
use crate::code::Code;
use crate::group::LEAST_GROUP;
use crate::text::push;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const NAME: &str = "ruimtebord";
const FORM: &str = "1";

/// Why a text is not a workshop we can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not something the board wrote.
    Foreign,
    /// Written by a board of another form.
    OtherForm,
    /// Written by the board, then changed or cut off; the line counted from 1.
    Damaged(usize),
}

/// Writes a workshop as text.
pub fn write(workshop: &Workshop) -> String {
    let Workshop { settings, keys, moments } = workshop;
    let mut text = [NAME, " ", FORM, "\n"].concat();
    let (size, least) = (settings.size.to_string(), settings.least.to_string());
    let lines = [
        ("title", &settings.title),
        ("size", &size),
        ("least", &least),
        ("address", &settings.address),
        ("keys", keys),
    ];
    for (key, value) in lines {
        // A line end in a value would be a line of its own.
        let value: String = value.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
        push(&mut text, &[key, " = ", &value, "\n"]);
    }
    for moment in moments {
        text.push_str("moment\n");
        // Those that were taken out are still in a picture that was shown: they come after.
        let known = sorted(&moment.codes);
        let mut out = sorted(moment.pictures.iter().flatten());
        out.dedup();
        out.retain(|code| known.binary_search(code).is_err());
        for code in &moment.codes {
            push(&mut text, &[&code.short(), "\n"]);
        }
        text.push_str("out\n");
        for code in &out {
            push(&mut text, &[&code.short(), "\n"]);
        }
        let mut places: Vec<(Code, usize)> = moment.codes.iter().chain(&out).copied().zip(0..).collect();
        places.sort_unstable();
        let place = |code: &Code| places.binary_search_by_key(code, |(code, _)| *code).ok();
        for picture in &moment.pictures {
            let here = picture.iter().filter_map(|code| places.get(place(code)?).map(|(_, at)| *at));
            let mut here: Vec<usize> = here.collect();
            here.sort_unstable();
            push(&mut text, &["picture =", &ranges(&here), "\n"]);
        }
    }
    push(&mut text, &["end = ", FORM, "\n"]);
    text
}

/// Indices as ranges, such as ` 0-4 6`.
fn ranges(places: &[usize]) -> String {
    let mut text = String::new();
    for row in places.chunk_by(|one, next| one + 1 == *next) {
        if let [first, .., last] = row {
            push(&mut text, &[" ", &first.to_string(), "-", &last.to_string()]);
        } else if let [only] = row {
            push(&mut text, &[" ", &only.to_string()]);
        }
    }
    text
}

/// Reads a workshop back.
///
/// # Errors
///
/// Says why the text is not a workshop. Never panics, whatever the text.
pub fn read(text: &str) -> Result<Workshop, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().map(str::trim).zip(1..).filter(|(line, _)| !line.is_empty());
    let (first, _) = lines.next().ok_or(Unreadable::Foreign)?;
    match first.split_once(' ') {
        Some((NAME, FORM)) => {}
        Some((NAME, form)) if form.parse::<u64>().is_ok() => return Err(Unreadable::OtherForm),
        _ => return Err(Unreadable::Foreign),
    }
    let mut settings = Settings::default();
    let mut keys = String::new();
    let mut moments: Vec<Raw> = Vec::new();
    let (mut end, mut last) = (false, 1);
    for (line, number) in lines {
        last = number;
        let damaged = Unreadable::Damaged(number);
        if end {
            return Err(damaged);
        }
        match (line, moments.last_mut()) {
            ("moment", _) => moments.push(Raw::default()),
            ("out", Some(moment)) => moment.counting = moment.codes.len(),
            _ => match (line.split_once('='), moments.last_mut()) {
                (Some(("end ", _)), Some(_)) => end = true,
                (Some(("picture ", places)), Some(moment)) => {
                    moment.pictures.push(moment.picture(places).ok_or(damaged)?);
                }
                (Some((key, value)), None) => set(&mut settings, &mut keys, key.trim(), value.trim()).ok_or(damaged)?,
                (None, Some(moment)) => {
                    let code = Code::read(line).map_err(|_| damaged)?;
                    moment.codes.push(code);
                    moment.last = number;
                }
                _ => return Err(damaged),
            },
        }
    }
    let [Some(first), Some(second)] = [0, 1].map(|place| moments.get(place)) else {
        return Err(Unreadable::Damaged(last + 1));
    };
    if !end || moments.len() > 2 {
        return Err(Unreadable::Damaged(last + 1));
    }
    // A code stands once; where not, somebody changed the text.
    if let Some(twice) =
        moments.iter().find(|moment| sorted(&moment.codes).windows(2).any(|two| two.first() == two.last()))
    {
        return Err(Unreadable::Damaged(twice.last));
    }
    settings.least = settings.least.max(LEAST_GROUP);
    Ok(Workshop { settings, keys, moments: [first.moment(), second.moment()] })
}

fn set(settings: &mut Settings, keys: &mut String, key: &str, value: &str) -> Option<()> {
    match key {
        "title" => settings.title = value.to_string(),
        "size" => settings.size = whole(value)?,
        "least" => settings.least = whole(value)?,
        "address" => settings.address = value.to_string(),
        "keys" => *keys = value.to_string(),
        _ => return None,
    }
    Some(())
}

/// Every number is read as the same kind, as in a sitting.
pub fn whole(text: &str) -> Option<usize> {
    usize::try_from(text.parse::<u64>().ok()?).ok()
}

/// A moment as its lines come.
#[derive(Default)]
struct Raw {
    codes: Vec<Code>,
    /// The line of its last code.
    last: usize,
    /// How many of the codes count; the rest was taken out.
    counting: usize,
    pictures: Vec<Vec<Code>>,
}

impl Raw {
    fn picture(&self, places: &str) -> Option<Vec<Code>> {
        let mut picture = Vec::new();
        for row in places.split_whitespace() {
            let (first, last) = row.split_once('-').unwrap_or((row, row));
            let row = self.codes.get(whole(first)?..=whole(last)?)?;
            picture.extend(row.iter().copied());
        }
        picture.sort_unstable();
        Some(picture)
    }

    fn moment(&self) -> Moment {
        let codes = self.codes.get(..self.counting).unwrap_or_default().to_vec();
        Moment { codes, pictures: self.pictures.clone() }
    }
}
