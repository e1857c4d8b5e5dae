//! A small scan for the unit tests, so that an editor's change in `content/` never breaks them.

use crate::answers::{Answer, Answers, Choice};
use crate::content::{RawQuestionnaire, RawTexts, load};
use crate::questionnaire::{Questionnaire, Verdict};
use crate::text::Text;
use crate::texts::{Section, Texts};
use crate::words::Words;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;

/// Five dilemmas, two statements and three steps, of which the first has two questions.
const SMALL: &str = include_str!("fixture.toml");

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
        language: Text::EMPTY,
        words: Words::default(),
        organisation: vec![Text::EMPTY],
        scales: raw.scales.iter().map(|scale| (scale.id.clone(), vec![Text::EMPTY; 5])).collect(),
        parts: each(raw.parts.iter().cloned()),
        questions: each(raw.questions.iter().map(|question| question.id.clone())),
        verdicts: Verdict::ALL.iter().map(|verdict| (*verdict, Default::default())).collect(),
        steps: vec![Default::default(); usize::from(raw.steps)],
        lessons: each(raw.lessons.iter().map(|lesson| lesson.id.clone())),
        doors: each(raw.doors.iter().map(|door| door.id.clone())),
        sources: each(raw.sources.iter().cloned()),
        method: vec![Section { heading: Text::EMPTY, paragraphs: vec![Text::EMPTY] }],
    };
    texts.walk(&mut |place, text| {
        let scheme = if place.ends_with(".url") { "https:" } else { "" };
        *text = [scheme, place].concat().into();
    });
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
