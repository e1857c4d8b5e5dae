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
    /// Every dilemma with its value: -2 (rules) to 2 (leeway), `None` when unanswered.
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

/// The value of a dilemma's answer: -2 is wholly the rules side, 2 wholly the leeway side.
pub fn leaning(question: &Question, choice: Choice) -> i8 {
    // Option 0 is wholly A, option 4 wholly B; places are 0 to 4, so the cast holds.
    let towards_b = choice.index() as i8 - 2;
    match question.a_side {
        Side::Rules => towards_b,
        Side::Leeway => -towards_b,
    }
}

/// The band of an answer; `None` when unanswered.
pub fn band(questionnaire: &Questionnaire, answers: &Answers, id: QuestionId) -> Option<Band> {
    questionnaire.band(questionnaire.question(id)?, answers.choice(id)?.index())
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
        (true, false) => Verdict::TowardLeeway,
        (false, true) => Verdict::Rules,
        (false, false) => Verdict::Leeway,
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

#[cfg(test)]
mod tests {
    use super::score;
    use crate::answers::{Answer, Answers, Choice};
    use crate::fixture::{answers, small};
    use crate::questionnaire::Theme;
    use alloc::collections::{BTreeMap, BTreeSet};
    use alloc::format;
    use alloc::string::String;
    use expect_test::{Expect, expect};

    /// Every way to answer or skip the five dilemmas.
    fn every_pattern() -> impl Iterator<Item = Answers> {
        let (questionnaire, _) = small();
        (0..6_u32.pow(5)).map(move |pattern| {
            let dilemmas = questionnaire.of_theme(Theme::Balance).zip(0..);
            let answer = |place: u32| {
                let option = pattern / 6_u32.pow(place) % 6;
                Choice::new(option as u8).map_or(Answer::Skipped, Answer::Chosen)
            };
            dilemmas.map(|((id, _), place)| (id, answer(place))).collect()
        })
    }

    #[test]
    fn verdicts_border_without_gap_or_overlap() {
        let (questionnaire, _) = small();
        let mut ranges: BTreeMap<_, (i32, i32)> = BTreeMap::new();
        let mut sums: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
        for pattern in every_pattern() {
            let balance = score(&questionnaire, &pattern).balance;
            let (sum, count) = balance.sum();
            let range = ranges.entry((count, balance.verdict)).or_insert((sum, sum));
            *range = (range.0.min(sum), range.1.max(sum));
            sums.entry(count).or_default().insert(sum);
        }
        let mut table = String::new();
        for ((count, verdict), (least, most)) in &ranges {
            table += &format!("{count} answered, sum {least:>3} to {most:>3}: {verdict:?}\n");
        }
        expect![[r#"
            0 answered, sum   0 to   0: Missing
            1 answered, sum  -2 to   2: Missing
            2 answered, sum  -4 to   4: Missing
            3 answered, sum  -6 to  -4: Rules
            3 answered, sum  -3 to  -2: TowardRules
            3 answered, sum  -1 to   1: Middle
            3 answered, sum  -1 to   1: Mixed
            3 answered, sum   2 to   3: TowardLeeway
            3 answered, sum   4 to   6: Leeway
            4 answered, sum  -8 to  -5: Rules
            4 answered, sum  -4 to  -2: TowardRules
            4 answered, sum  -1 to   1: Middle
            4 answered, sum  -1 to   1: Mixed
            4 answered, sum   2 to   4: TowardLeeway
            4 answered, sum   5 to   8: Leeway
            5 answered, sum -10 to  -6: Rules
            5 answered, sum  -5 to  -3: TowardRules
            5 answered, sum  -2 to   2: Middle
            5 answered, sum  -2 to   2: Mixed
            5 answered, sum   3 to   5: TowardLeeway
            5 answered, sum   6 to  10: Leeway
        "#]]
        .assert_eq(&table);
        // Every whole sum was met, so the ranges above leave nothing out.
        for (count, sums) in sums {
            assert_eq!(sums, (-2 * count..=2 * count).collect());
        }
    }

    /// The verdict, and the mean in tenths.
    #[track_caller]
    fn check_balance(written: &str, expected: Expect) {
        let (questionnaire, _) = small();
        let balance = score(&questionnaire, &answers(&questionnaire, written)).balance;
        let values = balance.leanings.iter().map(|(_, value)| value.map_or("-".into(), |value| format!("{value}")));
        let values = values.collect::<alloc::vec::Vec<String>>().join(" ");
        expected.assert_eq(&format!("[{values}] mean {:?} {:?}", balance.mean_tenths(), balance.verdict));
    }

    #[test]
    fn way_a_counts_for_the_side_it_leans_to() {
        check_balance("d=1", expect!["[-2 2 -2 -2 -2] mean Some(-12) Rules"]);
        check_balance("d=5", expect!["[2 -2 2 2 2] mean Some(12) Leeway"]);
    }

    #[test]
    fn near_the_middle_more_than_half_both_is_middle_and_else_mixed() {
        check_balance("d=3", expect!["[0 0 0 0 0] mean Some(0) Middle"]);
        check_balance("d=3 d1=5", expect!["[2 0 0 0 0] mean Some(4) Middle"]);
        check_balance("d=3 d1=4 d3=1", expect!["[1 0 -2 0 0] mean Some(-2) Middle"]);
        check_balance("d=3 d1=4 d3=1 d4=4", expect!["[1 0 -2 1 0] mean Some(0) Mixed"]);
        check_balance("d=3 d1=4 d3=2 d4=- d5=-", expect!["[1 0 -1 - -] mean Some(0) Mixed"]);
        check_balance("d=3 d1=4 d3=2 d5=-", expect!["[1 0 -1 0 -] mean Some(0) Mixed"]);
    }

    #[test]
    fn unanswered_dilemmas_are_left_out_of_the_mean() {
        check_balance("d1=5 d3=5 d4=5", expect!["[2 - 2 2 -] mean Some(20) Leeway"]);
        check_balance("d1=5 d3=5", expect!["[2 - 2 - -] mean Some(20) Missing"]);
        check_balance("d=-", expect!["[- - - - -] mean None Missing"]);
    }

    /// Each step with the question that decides and the one that was skipped.
    #[track_caller]
    fn check_steps(written: &str, expected: Expect) {
        let (questionnaire, _) = small();
        let key = |id| questionnaire.question(id).unwrap().key.get();
        let mut table = String::new();
        for step in score(&questionnaire, &answers(&questionnaire, written)).steps {
            table += &format!("{}: {:?}", step.number, step.band);
            if let Some((id, choice)) = step.decider {
                table += &format!(" by {} = {}", key(id), choice.index() + 1);
            }
            if let Some(id) = step.skipped {
                table += &format!(", {} skipped", key(id));
            }
            table += "\n";
        }
        expected.assert_eq(&table);
    }

    #[test]
    fn of_two_questions_in_a_step_the_lower_counts() {
        check_steps(
            "s1a=5 s1b=2 s2=3 s3=4",
            expect![[r#"
                1: Some(Low) by s1b = 2
                2: Some(Mid) by s2 = 3
                3: Some(High) by s3 = 4
            "#]],
        );
        check_steps(
            "s=4",
            expect![[r#"
                1: Some(High) by s1a = 4
                2: Some(High) by s2 = 4
                3: Some(High) by s3 = 4
            "#]],
        );
    }

    #[test]
    fn a_skipped_question_in_a_step_is_said_and_the_other_counts() {
        check_steps(
            "s1a=- s1b=4 s2=-",
            expect![[r#"
                1: Some(High) by s1b = 4, s1a skipped
                2: None
                3: None
            "#]],
        );
    }

    #[test]
    fn statements_have_bands_and_dilemmas_none() {
        let (questionnaire, _) = small();
        for (written, band) in [("p=1", "Low"), ("p=2", "Low"), ("p=3", "Mid"), ("p=4", "High"), ("p=5", "High")] {
            let statements = score(&questionnaire, &answers(&questionnaire, written)).statements;
            assert_eq!(statements.len(), 2);
            assert_eq!(format!("{:?}", statements[0].band), format!("Some({band})"));
            assert_eq!((statements[1].theme, statements[1].band), (Theme::Organisation, None));
        }
    }
}
