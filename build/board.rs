//! Compiles in what the board says: its words, the talking points with when they fit, and the programmes.

use scan::packed::pack_questions;
use scan::questionnaire::Questionnaire;
use scan::text::Fields;
use scan::texts::Texts;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const WORDS: &str = "content/board/words.toml";
const TALK: &str = "content/board/talk.toml";

/// The scan's words that the board says too.
const OF_THE_SCAN: [&str; 9] = [
    "leaning_rules_most",
    "leaning_rules",
    "leaning_both",
    "leaning_room",
    "leaning_room_most",
    "rung_low",
    "rung_mid",
    "rung_high",
    "help",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Talk {
    points: Vec<Point>,
    programmes: Vec<Programme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Point {
    id: String,
    when: When,
    heading: String,
    say: String,
    ask: String,
}

/// The closed set of conditions: about one question, about one step, or always.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct When {
    question: Option<String>,
    step: Option<u8>,
    pattern: Option<String>,
    #[serde(default)]
    always: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Programme {
    minutes: u16,
    parts: Vec<Part>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    minutes: u16,
    title: String,
}

/// Writes Rust source: a constant per word, the points and the programmes.
pub(crate) fn generate(out: &Path, questionnaire: &Questionnaire, texts: Texts) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed={TALK}");
    let words: BTreeMap<String, String> = toml::from_str(&fs::read_to_string(WORDS)?)?;
    let talk: Talk = toml::from_str(&fs::read_to_string(TALK)?)?;
    let mut source = String::new();
    for (key, word) in &words {
        writeln!(source, "pub(super) const {}: &str = {word:?};", key.replace('-', "_").to_uppercase())?;
    }
    let mut of_the_scan = texts.words().clone();
    for (name, word) in of_the_scan.each().iter().filter(|(name, _)| OF_THE_SCAN.contains(name)) {
        writeln!(source, "pub(super) const SCAN_{}: &str = {:?};", name.to_uppercase(), word.get())?;
    }
    source += "pub(super) static POINTS: &[Point] = &[\n";
    for Point { id, when, heading, say, ask } in &talk.points {
        let [say, ask] = [say, ask].map(|text| with_numbers(text, questionnaire));
        let when = condition(when, questionnaire).map_err(|problem| format!("{TALK}: {id}: {problem}"))?;
        writeln!(source, "Point {{ when: {when}, heading: {heading:?}, say: {say:?}, ask: {ask:?} }},")?;
    }
    source += "];\npub(super) static PROGRAMMES: &[Programme] = &[\n";
    for Programme { minutes, parts } in &talk.programmes {
        let sum: u16 = parts.iter().map(|part| part.minutes).sum();
        if sum != *minutes {
            return Err(format!("{TALK}: the parts of the programme of {minutes} minutes take {sum}").into());
        }
        writeln!(source, "Programme {{ minutes: {minutes}, parts: &[")?;
        for Part { minutes, title } in parts {
            writeln!(source, "Part {{ minutes: {minutes}, title: {title:?} }},")?;
        }
        source += "] },\n";
    }
    source += "];\n";
    fs::write(out.join("board.rs"), source)?;
    fs::write(out.join("board.txt"), pack_questions(questionnaire, texts))?;
    Ok(())
}

/// Fills in the numbers of doors, as everywhere in content.
fn with_numbers(text: &str, questionnaire: &Questionnaire) -> String {
    let doors = questionnaire.doors().iter();
    doors.fold(text.to_owned(), |text, door| text.replace(&format!("{{{}}}", &*door.key), &door.number))
}

/// A condition as a Rust value, or what to do about it.
fn condition(when: &When, questionnaire: &Questionnaire) -> Result<String, String> {
    let pattern = match (&when.pattern, when.always) {
        (None, true) => return Ok("When::Always".into()),
        (Some(pattern), false) => match pattern.as_str() {
            "rules" | "low" => "Fits::Low",
            "both" => "Fits::Middle",
            "room" | "high" => "Fits::High",
            "differs" => "Fits::Differs",
            other => return Err(format!("`{other}` is no pattern; use rules, both, room, low, high or differs")),
        },
        _ => return Err("give a pattern, or `always = true`".into()),
    };
    match (&when.question, when.step) {
        (Some(key), None) => match questionnaire.find(key) {
            Some(id) => Ok(format!("When::Question({}, {pattern})", id.index())),
            None => Err(format!("there is no question `{key}`")),
        },
        (None, Some(step)) if (1..=questionnaire.steps()).contains(&step) => {
            Ok(format!("When::Step({step}, {pattern})"))
        }
        (None, Some(step)) => Err(format!("there is no step {step}")),
        _ => Err("name one question or one step".into()),
    }
}
