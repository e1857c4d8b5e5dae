//! A small scan for the unit tests, so that an editor's change in `content/` never breaks them.

use crate::answers::{Answer, Answers, Choice};
use crate::content::{RawQuestionnaire, RawTexts, load};
use crate::questionnaire::{Questionnaire, Verdict};
use crate::text::{Section, Texts};
use crate::words::Words;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec;

/// Five dilemmas, two statements and three steps, of which the first has two questions.
const SMALL: &str = r#"
version = 7
steps = 3
parts = ["one", "two"]
sources = ["book"]
contradictions = [["to-room", "odd"]]
balance = { least-answered = 3, near = 5, lean = 12 }
scales = [
  { id = "ways" },
  { id = "sure", bands = ["low", "low", "mid", "high", "high"] },
]
questions = [
  { id = "d1", part = "one", theme = "balance", scale = "ways", a = "rules" },
  { id = "d2", part = "one", theme = "balance", scale = "ways", a = "room" },
  { id = "d3", part = "one", theme = "balance", scale = "ways", a = "rules" },
  { id = "d4", part = "one", theme = "balance", scale = "ways", a = "rules" },
  { id = "d5", part = "one", theme = "balance", scale = "ways", a = "rules" },
  { id = "p", part = "one", theme = "practice", scale = "sure" },
  { id = "o", part = "one", theme = "organisation", scale = "sure" },
  { id = "s1a", part = "two", theme = "meldcode", scale = "sure", step = 1 },
  { id = "s1b", part = "two", theme = "meldcode", scale = "sure", step = 1 },
  { id = "s2", part = "two", theme = "meldcode", scale = "sure", step = 2 },
  { id = "s3", part = "two", theme = "meldcode", scale = "sure", step = 3 },
]
doors = [
  { id = "danger", place = "safety", number = "1-2", tel = "12" },
  { id = "friend", place = "closing" },
]

[[lessons]]
id = "to-room"
theme = "balance"
source = "book"
toward = "room"
when = [{ rank = 2, question = "d1", side = "rules", verdict = ["rules", "toward-rules"] }]

[[lessons]]
id = "to-rules"
theme = "balance"
source = "book"
toward = "rules"
when = [{ rank = 2, question = "d1", side = "room", verdict = ["room", "toward-room"] }]

[[lessons]]
id = "odd"
theme = "practice"
source = "book"
when = [{ rank = 3, question = "p", band = "low" }]

[[lessons]]
id = "hold-1"
theme = "meldcode"
source = "book"
when = [{ rank = 1, step = 1, band = "low" }]

[[lessons]]
id = "hold-2"
theme = "meldcode"
source = "book"
when = [{ rank = 1, step = 2, band = "low" }, { rank = 6, step = 2, band = "mid" }]

[[lessons]]
id = "sure"
theme = "meldcode"
source = "book"
when = [{ rank = 1, all-steps = "high" }]

[[lessons]]
id = "cover"
theme = "organisation"
source = "book"
asks-room = true
when = [{ rank = 4, question = "o", band = "low" }]

[[lessons]]
id = "between"
theme = "balance"
source = "book"
when = [{ rank = 5, verdict = ["middle", "mixed", "missing"] }, { rank = 8, always = true }]

[[lessons]]
id = "everyone"
theme = "practice"
source = "book"
when = [{ rank = 8, always = true }]
"#;

/// The small scan as written.
pub(crate) fn raw() -> (RawQuestionnaire, RawTexts) {
    let questionnaire: RawQuestionnaire = toml::from_str(SMALL).unwrap();
    let texts = generated(&questionnaire);
    (questionnaire, texts)
}

/// The small scan, loaded.
pub(crate) fn small() -> (Questionnaire, Texts) {
    let (questionnaire, texts) = raw();
    load(questionnaire, texts).unwrap()
}

/// Texts that say where they stand.
fn generated(raw: &RawQuestionnaire) -> RawTexts {
    fn each<T: Default>(ids: impl Iterator<Item = String>) -> BTreeMap<String, T> {
        ids.map(|id| (id, T::default())).collect()
    }
    let mut texts = RawTexts {
        language: String::new(),
        words: Words::default(),
        organisation: vec![String::new()],
        scales: raw.scales.iter().map(|scale| (scale.id.clone(), vec![String::new(); 5])).collect(),
        parts: each(raw.parts.iter().cloned()),
        questions: each(raw.questions.iter().map(|question| question.id.clone())),
        verdicts: Verdict::ALL.iter().map(|verdict| (*verdict, Default::default())).collect(),
        steps: vec![Default::default(); usize::from(raw.steps)],
        lessons: each(raw.lessons.iter().map(|lesson| lesson.id.clone())),
        doors: each(raw.doors.iter().map(|door| door.id.clone())),
        sources: each(raw.sources.iter().cloned()),
        method: vec![Section { heading: String::new(), paragraphs: vec![String::new()] }],
    };
    texts.walk(&mut |place, text| *text = place.to_string());
    texts
}

/// Answers written as `d1=5 d2=1 p=-`: options count from 1, `-` is skipped, `d=3` sets all five dilemmas and
/// `s=3` every question about a step.
pub(crate) fn answers(questionnaire: &Questionnaire, written: &str) -> Answers {
    let mut answers = Answers::default();
    for (key, value) in written.split_whitespace().map(|pair| pair.split_once('=').unwrap()) {
        let answer = match value {
            "-" => Answer::Skipped,
            _ => Answer::Chosen(Choice::new(value.parse::<u8>().unwrap() - 1).unwrap()),
        };
        let wanted = |id: &str| if matches!(key, "d" | "s") { id.starts_with(key) } else { id == key };
        for (id, _) in questionnaire.questions().filter(|(_, question)| wanted(&question.key)) {
            answers.set(id, answer);
        }
    }
    answers
}
