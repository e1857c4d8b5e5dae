//! Laws of the score: what answers may and may not do to the balance, the steps and the statements.

use crate::patterns::{any_answers, any_of, config, every_way_through_the_dilemmas, shown, with};
use crate::shipped::{questionnaire, raw, texts};
use proptest::prelude::*;
use scan::answers::{Answers, Choice};
use scan::content::load;
use scan::questionnaire::{Band, Questionnaire, Theme, Verdict};
use scan::report::report;
use scan::score::{Balance, Step, score};

fn balance(answers: &Answers) -> Balance {
    score(questionnaire(), answers).balance
}

/// Rules first, leeway last; the two middles are one place.
fn place(verdict: Verdict) -> Option<i8> {
    match verdict {
        Verdict::Missing => None,
        Verdict::Rules => Some(-2),
        Verdict::TowardRules => Some(-1),
        Verdict::Middle | Verdict::Mixed => Some(0),
        Verdict::TowardLeeway => Some(1),
        Verdict::Leeway => Some(2),
    }
}

/// What product.md promises, told anew in whole numbers: the mean against a half and one and a fifth.
fn promised(values: &[i8], both: usize) -> Verdict {
    let sum: i32 = values.iter().map(|value| i32::from(*value)).sum();
    let count = i32::try_from(values.len()).unwrap();
    match values.len() {
        0..3 => Verdict::Missing,
        _ if 2 * sum.abs() < count && 2 * both > values.len() => Verdict::Middle,
        _ if 2 * sum.abs() < count => Verdict::Mixed,
        _ if 5 * sum.abs() < 6 * count => {
            if sum < 0 {
                Verdict::TowardRules
            } else {
                Verdict::TowardLeeway
            }
        }
        _ => {
            if sum < 0 {
                Verdict::Rules
            } else {
                Verdict::Leeway
            }
        }
    }
}

#[test]
fn prop_every_way_through_the_dilemmas_has_the_verdict_that_was_promised() {
    let mut seen = 0;
    for answers in every_way_through_the_dilemmas() {
        let balance = balance(&answers);
        let values: Vec<i8> = balance.leanings.iter().filter_map(|(_, value)| *value).collect();
        let both = values.iter().filter(|value| **value == 0).count();
        assert_eq!(balance.verdict, promised(&values, both), "{}", shown(&answers));
        seen += 1;
    }
    assert_eq!(seen, 7776);
}

#[test]
fn prop_a_mixed_verdict_always_has_both_sides_to_name() {
    for answers in every_way_through_the_dilemmas() {
        let balance = balance(&answers);
        if balance.verdict == Verdict::Mixed {
            let sides = balance.leanings.iter().filter_map(|(_, value)| *value).map(i8::signum);
            let (rules, room) = sides.fold((false, false), |(rules, room), side| (rules || side < 0, room || side > 0));
            assert!(rules && room, "{}", shown(&answers));
        }
    }
}

/// The questionnaire without the questions that were left unanswered; lessons have no part in a score.
/// With too few dilemmas answered for a verdict all of them stay, since loading asks for that many.
fn without_unanswered(answers: &Answers) -> Questionnaire {
    let (mut raw, mut texts) = raw();
    let few = balance(answers).sum().1 < i32::from(raw.balance.least_answered);
    raw.questions.retain(|question| {
        let id = questionnaire().find(&question.id).unwrap();
        answers.choice(id).is_some() || few && question.theme == Theme::Balance
    });
    texts.questions.retain(|id, _| raw.questions.iter().any(|question| question.id == *id));
    (raw.lessons, raw.contradictions, texts.lessons) = Default::default();
    load(raw, texts).unwrap().0
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn prop_scores_stay_within_bounds(answers in any_answers()) {
        let score = score(questionnaire(), &answers);
        let (sum, count) = score.balance.sum();
        prop_assert!(sum.abs() <= 2 * count);
        prop_assert!(score.balance.mean_tenths().is_none_or(|mean| (-20..=20).contains(&mean)));
        prop_assert!(score.balance.leanings.iter().all(|(_, value)| value.is_none_or(|value| (-2..=2).contains(&value))));
        prop_assert_eq!(score.balance.leanings.len(), questionnaire().of_theme(Theme::Balance).count());
        let numbers: Vec<u8> = score.steps.iter().map(|step| step.number).collect();
        prop_assert_eq!(numbers, (1..=questionnaire().steps()).collect::<Vec<_>>());
    }

    #[test]
    fn prop_raising_one_confidence_never_lowers_its_step(
        answers in any_answers(), id in any_of(Theme::Meldcode), from in 0..5_u8, to in 0..5_u8,
    ) {
        let number = questionnaire().question(id).unwrap().step;
        let step = |option| -> Step {
            let score = score(questionnaire(), &with(&answers, id, option));
            score.steps.into_iter().find(|step| step.number == number).unwrap()
        };
        let (low, high) = (step(from.min(to)), step(from.max(to)));
        prop_assert!(low.band <= high.band);
        let option = |step: &Step| step.decider.map(|(_, choice)| choice);
        prop_assert!(option(&low) <= option(&high));
        // The other steps do not move with it.
        let others = |option| {
            let steps = score(questionnaire(), &with(&answers, id, option)).steps;
            steps.into_iter().filter(|step| step.number != number).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(from), others(to));
    }

    #[test]
    fn prop_moving_one_dilemma_towards_room_never_moves_towards_rules(
        answers in any_answers(), id in any_of(Theme::Balance), from in 0..5_u8, to in 0..5_u8,
    ) {
        let (one, other) = (with(&answers, id, from), with(&answers, id, to));
        let value = |balance: &Balance| balance.leanings.iter().find(|(dilemma, _)| *dilemma == id).and_then(|(_, value)| *value);
        let (mut less, mut more) = (balance(&one), balance(&other));
        if value(&less) > value(&more) {
            (less, more) = (more, less);
        }
        prop_assert!(less.sum().0 <= more.sum().0);
        prop_assert!(less.mean_tenths() <= more.mean_tenths());
        prop_assert!(place(less.verdict) <= place(more.verdict));
    }

    #[test]
    fn prop_a_hidden_low_answer_always_shows_on_its_rung(answers in any_answers()) {
        let report = report(questionnaire(), texts(), &answers);
        for rung in &report.ladder {
            let of_step = || questionnaire().of_theme(Theme::Meldcode).filter(|(_, question)| usize::from(question.step) == rung.number);
            let given: Vec<_> = of_step().filter_map(|(id, question)| Some((id, question, answers.choice(id)?))).collect();
            let lowest = given.iter().map(|(_, _, choice)| choice.index()).min();
            prop_assert_eq!(rung.band.is_none(), lowest.is_none());
            if let Some((id, question, choice)) = given.iter().find(|(_, _, choice)| Some(choice.index()) == lowest) {
                prop_assert_eq!(rung.band, questionnaire().band(question, choice.index()));
                prop_assert!(rung.answer.contains(&*texts().question(id.index()).label), "{}", rung.answer);
                prop_assert!(rung.answer.to_lowercase().contains(&*texts().option(question.scale, choice.index()).to_lowercase()));
            }
            prop_assert_eq!(rung.hold.is_empty(), rung.band != Some(Band::Low));
            prop_assert_eq!(rung.skipped.is_empty(), given.is_empty() || given.len() == of_step().count());
        }
    }

    #[test]
    fn prop_strengths_come_before_chances(answers in any_answers()) {
        let report = report(questionnaire(), texts(), &answers);
        for feedback in [&report.practice, &report.organisation.feedback] {
            prop_assert!(feedback.is_sorted_by(|one, next| one.band >= next.band));
        }
        let answered = questionnaire().of_theme(Theme::Practice).filter(|(id, _)| answers.choice(*id).is_some());
        prop_assert_eq!(report.practice.len(), answered.count());
    }

    #[test]
    fn prop_what_the_organisation_gives_never_changes_the_persons_own_scores(
        answers in any_answers(), id in any_of(Theme::Organisation), option in 0..6_u8,
    ) {
        let (one, other) = (score(questionnaire(), &answers), score(questionnaire(), &with(&answers, id, option)));
        prop_assert_eq!(&one.balance, &other.balance);
        prop_assert_eq!(&one.steps, &other.steps);
        let own = |statements: &[scan::score::Statement]| -> Vec<_> {
            statements.iter().filter(|statement| statement.theme == Theme::Practice).copied().collect()
        };
        prop_assert_eq!(own(&one.statements), own(&other.statements));
    }
}

proptest! {
    // Each case loads a questionnaire of its own, so there are fewer.
    #![proptest_config(config(24))]

    #[test]
    fn prop_unanswered_never_counts_as_zero(answers in any_answers()) {
        let all = score(questionnaire(), &answers);
        let few = without_unanswered(&answers);
        let rest: Answers = few
            .questions()
            .filter_map(|(id, question)| Some((id, answers.get(questionnaire().find(&question.key)?)?)))
            .collect();
        let rest = score(&few, &rest);
        let values = |balance: &Balance| balance.leanings.iter().filter_map(|(_, value)| *value).collect::<Vec<_>>();
        prop_assert_eq!(values(&all.balance), values(&rest.balance));
        prop_assert_eq!(all.balance.mean_tenths(), rest.balance.mean_tenths());
        prop_assert_eq!(all.balance.verdict, rest.balance.verdict);
        let bands = |steps: &[Step]| -> Vec<(Option<Band>, Option<Choice>)> {
            steps.iter().map(|step| (step.band, step.decider.map(|(_, choice)| choice))).collect()
        };
        prop_assert_eq!(bands(&all.steps), bands(&rest.steps));
        let answered = all.statements.iter().filter(|statement| statement.band.is_some());
        prop_assert!(answered.map(|statement| statement.band).eq(rest.statements.iter().map(|statement| statement.band)));
    }
}
