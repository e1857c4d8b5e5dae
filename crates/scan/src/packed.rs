//! The compact form of texts: one after another, without names, in the order of the questionnaire.
//!
//! Building makes it from loaded content and the page unpacks it, so that a participant downloads
//! neither a parser nor the checks. It is no format to keep: both sides come from one build.

use crate::questionnaire::{OPTIONS, Questionnaire, Verdict};
use crate::text::{DoorText, LessonText, PartText, QuestionText, Section, SourceText, StepText, Texts, VerdictText};
use crate::words::Words;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Stands between two texts; no text can hold it, since TOML forbids it unescaped and no one types it.
const BETWEEN: char = '\u{1f}';

/// Packs the texts of a questionnaire.
pub fn pack(mut texts: Texts) -> String {
    let mut all: Vec<String> = alloc::vec![texts.language];
    let mut fields =
        |each: Vec<(&'static str, &mut String)>| all.extend(each.into_iter().map(|(_, text)| text.clone()));
    fields(texts.words.each());
    texts.parts.iter_mut().for_each(|text| fields(text.each()));
    texts.questions.iter_mut().for_each(|text| fields(text.each()));
    texts.verdicts.iter_mut().for_each(|text| fields(text.each()));
    texts.steps.iter_mut().for_each(|text| fields(text.each()));
    texts.lessons.iter_mut().for_each(|text| fields(text.each()));
    texts.doors.iter_mut().for_each(|text| fields(text.each()));
    texts.sources.iter_mut().for_each(|text| fields(text.each()));
    all.extend(texts.scales.into_iter().flatten());
    list(&mut all, texts.organisation);
    all.push(texts.method.len().to_string());
    for section in texts.method {
        all.push(section.heading);
        list(&mut all, section.paragraphs);
    }
    all.join(BETWEEN.encode_utf8(&mut [0; 4]))
}

/// A list whose length the questionnaire does not know goes with its length.
fn list(all: &mut Vec<String>, lines: Vec<String>) {
    all.push(lines.len().to_string());
    all.extend(lines);
}

/// Unpacks what [`pack`] made of the texts of this questionnaire.
pub fn unpack(questionnaire: &Questionnaire, packed: &str) -> Texts {
    let mut rest = packed.split(BETWEEN);
    // Never runs out: both sides come from one build.
    let next: &mut dyn FnMut() -> String = &mut || rest.next().unwrap_or_default().to_string();
    let language = next();
    let words = Words::take(next);
    Texts {
        language,
        words,
        parts: each(questionnaire.parts.len(), next, PartText::take),
        questions: each(questionnaire.questions.len(), next, QuestionText::take),
        verdicts: each(Verdict::ALL.len(), next, VerdictText::take),
        steps: each(usize::from(questionnaire.steps), next, StepText::take),
        lessons: each(questionnaire.lessons.len(), next, LessonText::take),
        doors: each(questionnaire.doors.len(), next, DoorText::take),
        sources: each(questionnaire.sources.len(), next, SourceText::take),
        scales: each(questionnaire.scales.len(), next, |next| each(usize::from(OPTIONS), next, |next| next())),
        organisation: lines(next),
        method: each(length(next), next, |next| Section { heading: next(), paragraphs: lines(next) }),
    }
}

fn each<T>(count: usize, next: &mut dyn FnMut() -> String, take: fn(&mut dyn FnMut() -> String) -> T) -> Vec<T> {
    (0..count).map(|_| take(next)).collect()
}

fn lines(next: &mut dyn FnMut() -> String) -> Vec<String> {
    each(length(next), next, |next| next())
}

fn length(next: &mut dyn FnMut() -> String) -> usize {
    next().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use crate::fixture::small;

    #[test]
    fn what_is_packed_comes_out_the_same() {
        let (questionnaire, texts) = small();
        assert_eq!(unpack(&questionnaire, &pack(texts.clone())), texts);
    }
}
