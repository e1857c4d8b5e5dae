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
    let mut fitting: Vec<(u8, u8, Fit)> = Vec::new();
    for (id, lesson) in questionnaire.lessons() {
        let held = lesson.when.iter().filter_map(|when| holds(questionnaire, answers, score, when));
        let Some((rank, mildness, reason)) = held.min_by_key(|(rank, mildness, _)| (*rank, *mildness)) else {
            continue;
        };
        // Behind its equals, so those keep the order of the content file.
        let place = fitting.partition_point(|(other, mild, _)| (*other, *mild) <= (rank, mildness));
        fitting.insert(place, (rank, mildness, Fit { lesson: id, reason }));
    }

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
    let mildness = |id| answers.choice(id).map_or(2, |choice| 2 - choice.index().abs_diff(2).min(2));
    let (mildness, reason) = match when.subject {
        Subject::Any if when.verdicts.is_empty() => (2, Reason::Everyone),
        Subject::Any => (2, Reason::Verdict(verdict)),
        Subject::Leaning(id, side) => {
            let (_, value) = score.balance.leanings.iter().find(|(dilemma, _)| *dilemma == id)?;
            let value = (*value)?;
            let leans = if value < 0 { Side::Rules } else { Side::Leeway };
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

#[cfg(test)]
mod tests {
    use super::{Fit, Reason, advise};
    use crate::fixture::{answers, small};
    use crate::score::score;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use expect_test::{Expect, expect};

    /// The first lessons, then the others, each with its reason.
    #[track_caller]
    fn check(written: &str, expected: Expect) {
        let (questionnaire, _) = small();
        let answers = answers(&questionnaire, written);
        let advice = advise(&questionnaire, &answers, &score(&questionnaire, &answers));
        let line = |fits: &[Fit]| {
            let named = fits.iter().map(|fit| {
                let key = questionnaire.lesson(fit.lesson).unwrap().key.get();
                match fit.reason {
                    Reason::Answer(id) => format!("{key} ({})", questionnaire.question(id).unwrap().key.get()),
                    reason => format!("{key} ({reason:?})"),
                }
            });
            named.collect::<Vec<String>>().join(", ")
        };
        expected.assert_eq(&format!("{}\nmore: {}\n", line(&advice.first), line(&advice.more)));
    }

    #[test]
    fn a_step_that_wants_hold_comes_before_the_other_side() {
        check(
            "d=1 d2=5 p=1 o=1 s=5 s2=2",
            expect![[r#"
                hold-2 (s2), to-room (d1), cover (o)
                more: between (Everyone), everyone (Everyone)
            "#]],
        );
    }

    #[test]
    fn at_most_one_lesson_of_a_theme_is_first_and_the_most_outspoken_answer_leads() {
        check(
            "s1a=2 s1b=5 s2=1 s3=5",
            expect![[r#"
                hold-2 (s2), between (Verdict(Missing)), everyone (Everyone)
                more: hold-1 (s1a)
            "#]],
        );
        check(
            "s1a=5 s1b=2 s2=2 s3=5",
            expect![[r#"
                hold-1 (s1b), between (Verdict(Missing)), everyone (Everyone)
                more: hold-2 (s2)
            "#]],
        );
    }

    #[test]
    fn the_lowest_rank_that_holds_counts() {
        check(
            "d=3 s2=3",
            expect![[r#"
                between (Verdict(Middle)), hold-2 (s2), everyone (Everyone)
                more: 
            "#]],
        );
    }

    #[test]
    fn contradicting_lessons_never_stand_together() {
        check(
            "d=1 d2=5 p=1",
            expect![[r#"
                to-room (d1), everyone (Everyone)
                more: between (Everyone)
            "#]],
        );
        check(
            "d=5 d2=1 p=1",
            expect![[r#"
                to-rules (d1), odd (p)
                more: between (Everyone), everyone (Everyone)
            "#]],
        );
    }

    #[test]
    fn sure_in_every_answered_step_needs_at_least_one() {
        check(
            "s1a=5 s3=4",
            expect![[r#"
                sure (AllSteps(High)), between (Verdict(Missing)), everyone (Everyone)
                more: 
            "#]],
        );
        check(
            "s=-",
            expect![[r#"
                between (Verdict(Missing)), everyone (Everyone)
                more: 
            "#]],
        );
    }
}
