//! Which lessons fit, and in which order.
//!
//! Every lesson that has a condition that holds is ordered by rank, then by how outspoken the answer
//! behind it is, then by its place in the content file. The first three go one to a theme; the rest
//! follows in order. Lessons listed as contradicting never stand in one report.

use crate::answers::Answers;
use crate::questionnaire::{Band, Condition, LessonId, QuestionId, Questionnaire, Side, Subject, Theme, Verdict};
use crate::score::{Score, band};
use alloc::vec::Vec;

/// How many lessons are shown at first, at most.
pub const FIRST: usize = 3;

/// A lesson that fits, with what led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The lesson.
    pub lesson: LessonId,
    /// What today's answers had to do with it.
    pub reason: Reason,
}

/// Why a lesson fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It fits everybody.
    Everyone,
    /// Because of the verdict of the balance.
    Verdict(Verdict),
    /// Because of the answer to this question.
    Answer(QuestionId),
    /// Because every step is in this band.
    AllSteps(Band),
}

/// The lessons of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// At most three, no two of one theme.
    pub first: Vec<Fit>,
    /// The other lessons that fit.
    pub more: Vec<Fit>,
}

/// Chooses the lessons.
pub fn advise(questionnaire: &Questionnaire, answers: &Answers, score: &Score) -> Advice {
    let mut fitting: Vec<(u8, u8, Fit)> = questionnaire
        .lessons()
        .filter_map(|(id, lesson)| {
            let held = lesson.when.iter().filter_map(|when| holds(questionnaire, answers, score, when));
            let (rank, mildness, reason) = held.min_by_key(|(rank, mildness, _)| (*rank, *mildness))?;
            Some((rank, mildness, Fit { lesson: id, reason }))
        })
        .collect();
    // Stable, so equal ones keep the order of the content file.
    fitting.sort_by_key(|(rank, mildness, _)| (*rank, *mildness));

    let mut advice = Advice::default();
    let mut themes: Vec<Theme> = Vec::new();
    let mut later = Vec::new();
    for (_, _, fit) in fitting {
        let Some(lesson) = questionnaire.lesson(fit.lesson) else { continue };
        let full = advice.first.len() >= FIRST || themes.contains(&lesson.theme);
        if full {
            later.push(fit);
        } else if !contradicts(questionnaire, &advice, fit.lesson) {
            themes.push(lesson.theme);
            advice.first.push(fit);
        }
    }
    for fit in later {
        if !contradicts(questionnaire, &advice, fit.lesson) {
            advice.more.push(fit);
        }
    }
    advice
}

fn contradicts(questionnaire: &Questionnaire, advice: &Advice, lesson: LessonId) -> bool {
    advice.first.iter().chain(&advice.more).any(|fit| questionnaire.contradict(fit.lesson, lesson))
}

/// The rank, mildness (0 is the most outspoken answer) and reason, if the condition holds.
fn holds(
    questionnaire: &Questionnaire,
    answers: &Answers,
    score: &Score,
    when: &Condition,
) -> Option<(u8, u8, Reason)> {
    let verdict = score.balance.verdict;
    if !when.verdicts.is_empty() && !when.verdicts.contains(&verdict) {
        return None;
    }
    let mildness = |id| answers.choice(id).map_or(2, |choice| 2 - choice.place().abs_diff(2).min(2));
    let (mildness, reason) = match when.subject {
        Subject::Any if when.verdicts.is_empty() => (2, Reason::Everyone),
        Subject::Any => (2, Reason::Verdict(verdict)),
        Subject::Leaning(id, side) => {
            let (_, value) = score.balance.leanings.iter().find(|(dilemma, _)| *dilemma == id)?;
            let value = (*value)?;
            let leans = if value < 0 { Side::Rules } else { Side::Room };
            (value != 0 && leans == side).then(|| (mildness(id), Reason::Answer(id)))?
        }
        Subject::Answered(id, wanted) => {
            (band(questionnaire, answers, id)? == wanted).then(|| (mildness(id), Reason::Answer(id)))?
        }
        Subject::Step(number, wanted) => {
            let step = score.steps.iter().find(|step| step.number == number)?;
            let (decider, _) = step.decider?;
            (step.band? == wanted).then(|| (mildness(decider), Reason::Answer(decider)))?
        }
        Subject::AllSteps(wanted) => {
            let mut bands = score.steps.iter().filter_map(|step| step.band).peekable();
            bands.peek()?;
            bands.all(|band| band == wanted).then_some((2, Reason::AllSteps(wanted)))?
        }
    };
    Some((when.rank, mildness, reason))
}
