//! From the content files to a valid questionnaire with its texts, or every problem found.
//!
//! Only what the program relies on is checked here; how the texts read is checked by the tests.

mod check;
mod problem;
mod raw;

pub use problem::{Fault, File, Problem};
pub use raw::{RawCondition, RawDoor, RawLesson, RawQuestion, RawQuestionnaire, RawScale, RawTexts};

use crate::questionnaire::{
    Condition, Door, Lesson, LessonId, Part, Question, QuestionId, Questionnaire, Scale, Side, Subject, Verdict,
};
use crate::text::{Texts, fill};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Turns the content files into a questionnaire and its texts.
///
/// # Errors
///
/// Every [`Problem`] found, in the order of the files; never an empty list.
pub fn load(raw: RawQuestionnaire, mut texts: RawTexts) -> Result<(Questionnaire, Texts), Vec<Problem>> {
    let problems = check::problems(&raw, &mut texts);
    if !problems.is_empty() {
        return Err(problems);
    }
    let numbers: Vec<(&str, &str)> = raw.doors.iter().map(|door| (door.id.as_str(), door.number.as_str())).collect();
    texts.walk(&mut |_, text| {
        if text.contains('{') {
            *text = fill(text, &numbers);
        }
    });
    let texts = in_order(&raw, texts);
    Ok((resolve(raw), texts))
}

/// Puts the texts in the order of the questionnaire, so that a place is enough to find one.
fn in_order(raw: &RawQuestionnaire, mut texts: RawTexts) -> Texts {
    Texts {
        parts: take(raw.parts.iter(), &mut texts.parts),
        scales: take(raw.scales.iter().map(|scale| &scale.id), &mut texts.scales),
        questions: take(raw.questions.iter().map(|question| &question.id), &mut texts.questions),
        verdicts: Verdict::ALL.iter().map(|verdict| texts.verdicts.remove(verdict).unwrap_or_default()).collect(),
        steps: texts.steps,
        lessons: take(raw.lessons.iter().map(|lesson| &lesson.id), &mut texts.lessons),
        doors: take(raw.doors.iter().map(|door| &door.id), &mut texts.doors),
        sources: take(raw.sources.iter(), &mut texts.sources),
        organisation: texts.organisation,
        method: texts.method,
        words: texts.words,
        language: texts.language,
    }
}

fn take<'a, T: Default>(ids: impl Iterator<Item = &'a String>, texts: &mut BTreeMap<String, T>) -> Vec<T> {
    ids.map(|id| texts.remove(id).unwrap_or_default()).collect()
}

/// Replaces ids by places. The fallbacks are never taken: every id was checked.
fn resolve(raw: RawQuestionnaire) -> Questionnaire {
    let question_id = |key: &str| QuestionId(place(raw.questions.iter().map(|question| &question.id), key) as u8);
    let lesson_id = |key: &str| LessonId(place(raw.lessons.iter().map(|lesson| &lesson.id), key) as u8);
    let lessons = raw.lessons.iter().map(|lesson| Lesson {
        key: lesson.id.clone(),
        theme: lesson.theme,
        source: place(raw.sources.iter(), &lesson.source),
        toward: lesson.toward,
        asks_room: lesson.asks_room || lesson.toward == Some(Side::Room),
        when: lesson.when.iter().map(|when| condition(when, &question_id)).collect(),
    });
    let questions = raw.questions.iter().map(|question| Question {
        key: question.id.clone(),
        part: place(raw.parts.iter(), &question.part),
        scale: place(raw.scales.iter().map(|scale| &scale.id), &question.scale),
        theme: question.theme,
        a_side: question.a.unwrap_or(Side::Rules),
        step: question.step.unwrap_or(0),
    });
    Questionnaire {
        version: raw.version,
        steps: raw.steps,
        thresholds: raw.balance,
        questions: questions.collect(),
        lessons: lessons.collect(),
        contradictions: raw.contradictions.iter().map(|[one, other]| (lesson_id(one), lesson_id(other))).collect(),
        parts: raw.parts.into_iter().map(|key| Part { key }).collect(),
        scales: raw.scales.into_iter().map(|scale| Scale { key: scale.id, bands: scale.bands }).collect(),
        doors: raw
            .doors
            .into_iter()
            .map(|door| Door { key: door.id, place: door.place, number: door.number, tel: door.tel })
            .collect(),
        sources: raw.sources,
    }
}

fn condition(raw: &RawCondition, question_id: &dyn Fn(&str) -> QuestionId) -> Condition {
    let subject = match (&raw.question, raw.step, raw.side, raw.band, raw.all_steps) {
        (Some(key), _, Some(side), _, _) => Subject::Leaning(question_id(key), side),
        (Some(key), _, _, Some(band), _) => Subject::Answered(question_id(key), band),
        (_, Some(step), _, Some(band), _) => Subject::Step(step, band),
        (_, _, _, _, Some(band)) => Subject::AllSteps(band),
        _ => Subject::Any,
    };
    Condition { rank: raw.rank, subject, verdicts: raw.verdict.clone() }
}

fn place<'a>(mut ids: impl Iterator<Item = &'a String>, wanted: &str) -> usize {
    ids.position(|id| id == wanted).unwrap_or(0)
}
