//! From answers to bands: the balance, the statements, and the rungs of the ladder. All in whole numbers.

use crate::answers::{Answers, Choice};
use crate::questionnaire::{Band, Question, QuestionId, Questionnaire, Side, Theme, Verdict};
use alloc::vec::Vec;

/// Everything the answers come to. Depends on the answers alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The five dilemmas together.
    pub balance: Balance,
    /// The practice and organisation statements, in order.
    pub statements: Vec<Statement>,
    /// The steps of the meldcode, from 1.
    pub steps: Vec<Step>,
}

/// The dilemmas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Every dilemma with its value: -2 (rules) to 2 (room), `None` when unanswered.
    pub leanings: Vec<(QuestionId, Option<i8>)>,
    /// What they say together.
    pub verdict: Verdict,
}

impl Balance {
    /// The mean in tenths, -20 to 20, rounded towards the middle; `None` when nothing was answered.
    pub fn mean_tenths(&self) -> Option<i32> {
        let (sum, count) = self.sum();
        (count > 0).then(|| 10 * sum / count)
    }

    /// The sum of the values and how many there are.
    pub fn sum(&self) -> (i32, i32) {
        let values = self.leanings.iter().filter_map(|(_, value)| *value);
        values.fold((0, 0), |(sum, count), value| (sum + i32::from(value), count + 1))
    }
}

/// A statement about practice or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Which question.
    pub question: QuestionId,
    /// `Practice` or `Organisation`.
    pub theme: Theme,
    /// The band of the answer; `None` when unanswered.
    pub band: Option<Band>,
}

/// A step of the meldcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1 for the first step.
    pub number: u8,
    /// The answered question that decides: the lowest, the earlier one when equal.
    pub decider: Option<(QuestionId, Choice)>,
    /// The band of that answer; `None` when the step was skipped.
    pub band: Option<Band>,
    /// A question of this step that was skipped while another was answered.
    pub skipped: Option<QuestionId>,
}

/// Scores the answers.
pub fn score(questionnaire: &Questionnaire, answers: &Answers) -> Score {
    let leanings: Vec<_> = questionnaire
        .of_theme(Theme::Balance)
        .map(|(id, question)| (id, answers.choice(id).map(|choice| leaning(question, choice))))
        .collect();
    let statements = questionnaire
        .questions()
        .filter(|(_, question)| matches!(question.theme, Theme::Practice | Theme::Organisation))
        .map(|(id, question)| Statement { question: id, theme: question.theme, band: band(questionnaire, answers, id) })
        .collect();
    let steps = (1..=questionnaire.steps()).map(|number| step(questionnaire, answers, number)).collect();
    let verdict = verdict(questionnaire, &leanings);
    Score { balance: Balance { leanings, verdict }, statements, steps }
}

/// The value of a dilemma's answer: -2 is wholly the rules side, 2 wholly the room side.
pub fn leaning(question: &Question, choice: Choice) -> i8 {
    // Option 0 is wholly A, option 4 wholly B; places are 0 to 4, so the cast holds.
    let towards_b = choice.place() as i8 - 2;
    match question.a_side {
        Side::Rules => towards_b,
        Side::Room => -towards_b,
    }
}

/// The band of an answer; `None` when unanswered.
pub fn band(questionnaire: &Questionnaire, answers: &Answers, id: QuestionId) -> Option<Band> {
    questionnaire.band(questionnaire.question(id)?, answers.choice(id)?.place())
}

fn verdict(questionnaire: &Questionnaire, leanings: &[(QuestionId, Option<i8>)]) -> Verdict {
    let thresholds = questionnaire.thresholds();
    let (mut sum, mut count, mut both) = (0_i32, 0_i32, 0_i32);
    for value in leanings.iter().filter_map(|(_, value)| *value) {
        sum += i32::from(value);
        count += 1;
        both += i32::from(value == 0);
    }
    if count == 0 || count < i32::from(thresholds.least_answered) {
        return Verdict::Missing;
    }
    // |mean| < near / 10, without division.
    if 10 * sum.abs() < i32::from(thresholds.near) * count {
        return if 2 * both > count { Verdict::Middle } else { Verdict::Mixed };
    }
    match (10 * sum.abs() < i32::from(thresholds.lean) * count, sum < 0) {
        (true, true) => Verdict::TowardRules,
        (true, false) => Verdict::TowardRoom,
        (false, true) => Verdict::Rules,
        (false, false) => Verdict::Room,
    }
}

fn step(questionnaire: &Questionnaire, answers: &Answers, number: u8) -> Step {
    let items = || questionnaire.of_theme(Theme::Meldcode).filter(move |(_, question)| question.step == number);
    let decider = items().filter_map(|(id, _)| Some((id, answers.choice(id)?))).min_by_key(|(_, choice)| *choice);
    let skipped = items().map(|(id, _)| id).find(|id| answers.choice(*id).is_none());
    Step {
        number,
        decider,
        band: decider.and_then(|(id, _)| band(questionnaire, answers, id)),
        skipped: skipped.filter(|_| decider.is_some()),
    }
}
