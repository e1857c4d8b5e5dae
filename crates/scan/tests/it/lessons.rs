//! Laws of the advice: which lessons an answer pattern may and may not bring.

use crate::patterns::{
    all, any_answers, by, config, every_way_through_the_dilemmas, flipped, joined, shown, telling_others,
};
use crate::shipped::{questionnaire, texts};
use proptest::prelude::*;
use scan::advice::{Advice, FIRST, Fit, Reason, advise};
use scan::answers::Answers;
use scan::questionnaire::{Band, Lesson, Side, Subject, Theme, Verdict};
use scan::report::{as_text, report};
use scan::score::{Score, score};

fn lesson(fit: &Fit) -> &'static Lesson {
    questionnaire().lesson(fit.lesson).unwrap()
}

fn advised(answers: &Answers) -> (Score, Advice) {
    let score = score(questionnaire(), answers);
    let advice = advise(questionnaire(), answers, &score);
    (score, advice)
}

/// Whether this lesson is the one for who is sure everywhere while leaning to leeway.
fn keeps_consulting(lesson: &Lesson) -> bool {
    lesson.when.iter().any(|when| {
        when.subject == Subject::AllSteps(Band::High)
            && [Verdict::Leeway, Verdict::TowardLeeway].iter().all(|verdict| when.verdicts.contains(verdict))
    })
}

/// Everything that must hold for the lessons of one answer pattern; what is wrong, if anything.
fn fault(answers: &Answers) -> Option<&'static str> {
    let (score, advice) = advised(answers);
    let every: Vec<&Fit> = advice.first.iter().chain(&advice.more).collect();
    let pairs =
        || every.iter().enumerate().flat_map(|(n, one)| every.iter().skip(n + 1).map(move |other| (one, other)));
    let mut themes: Vec<Theme> = advice.first.iter().map(|fit| lesson(fit).theme).collect();
    themes.sort();
    themes.dedup();
    let side = score.balance.verdict.side();
    let hold = score.steps.iter().filter(|step| step.band == Some(Band::Low)).map(|step| step.number);
    let hold: Vec<u8> = hold.collect();
    let for_a_step_that_wants_hold = |fit: &Fit| match fit.reason {
        Reason::Answer(id) => {
            let question = questionnaire().question(id).unwrap();
            let low = answers.choice(id).and_then(|choice| questionnaire().band(question, choice.index()));
            lesson(fit).theme == Theme::Meldcode && hold.contains(&question.step) && low == Some(Band::Low)
        }
        _ => false,
    };
    let mut bands = score.steps.iter().filter_map(|step| step.band).peekable();
    let sure = bands.peek().is_some() && bands.all(|band| band == Band::High);
    let problems = [
        (every.len() < 2, "fewer than two lessons"),
        (advice.first.is_empty() || advice.first.len() > FIRST, "none first, or more than three"),
        (themes.len() != advice.first.len(), "two of one theme first"),
        (pairs().any(|(one, other)| one.lesson == other.lesson), "a lesson twice"),
        (
            pairs().any(|(one, other)| questionnaire().contradict(one.lesson, other.lesson)),
            "two lessons that contradict",
        ),
        (
            !hold.is_empty() && !advice.first.iter().any(for_a_step_that_wants_hold),
            "no lesson first for a step that wants hold",
        ),
        (
            side.is_some() && every.iter().any(|fit| lesson(fit).toward == side),
            "a lesson towards the side they lean to already",
        ),
        (
            side == Some(Side::Leeway) && sure && !advice.first.iter().any(|fit| keeps_consulting(lesson(fit))),
            "sure everywhere and leaning to room, without the lesson to keep consulting",
        ),
    ];
    problems.into_iter().find(|(wrong, _)| *wrong).map(|(_, problem)| problem)
}

#[track_caller]
fn check(answers: &Answers) {
    if let Some(problem) = fault(answers) {
        panic!("{}: {problem}", shown(answers));
    }
}

/// The sides that the first lessons move towards.
fn towards(answers: &Answers) -> [bool; 2] {
    let (_, advice) = advised(answers);
    [Side::Rules, Side::Leeway].map(|side| advice.first.iter().any(|fit| lesson(fit).toward == Some(side)))
}

#[test]
fn prop_the_extremes_get_fitting_lessons() {
    check(&Answers::default());
    for option in 0..6 {
        check(&all(option));
        for other in 0..6 {
            for theme in [Theme::Balance, Theme::Practice, Theme::Organisation, Theme::Meldcode] {
                check(&by(|question| if question.theme == theme { option } else { other }));
            }
            let side = |rules: bool| {
                by(|question| match (question.theme, (question.a_side == Side::Rules) == rules) {
                    (Theme::Balance, true) => 0,
                    (Theme::Balance, false) => 4,
                    (Theme::Meldcode, _) => option,
                    _ => other,
                })
            };
            check(&side(true));
            check(&side(false));
        }
    }
}

#[test]
fn prop_every_way_through_the_dilemmas_gets_fitting_lessons() {
    let others = telling_others();
    for (dilemmas, n) in every_way_through_the_dilemmas().zip(0..) {
        // Every way meets four of the others, and in turn all of them.
        for k in 0..4 {
            check(&joined(Theme::Balance, &dilemmas, &others[(n * 4 + k) % others.len()]));
        }
    }
}

#[test]
fn prop_flipping_all_dilemmas_gives_a_counterbalancing_lesson_as_often() {
    let others = telling_others();
    let (mut toward_rules, mut toward_room, mut leaning, mut patterns) = (0, 0, 0, 0);
    for (dilemmas, n) in every_way_through_the_dilemmas().zip(0..) {
        let answers = joined(Theme::Balance, &dilemmas, &others[n % others.len()]);
        let [rules, room] = towards(&answers);
        assert_eq!(towards(&flipped(&answers)), [room, rules], "{}", shown(&answers));
        // Who leans gets one, and from the other side.
        let side = score(questionnaire(), &answers).balance.verdict.side();
        assert!(side != Some(Side::Leeway) || rules, "{}", shown(&answers));
        assert!(side != Some(Side::Rules) || room, "{}", shown(&answers));
        toward_rules += usize::from(rules);
        toward_room += usize::from(room);
        leaning += usize::from(side.is_some());
        patterns += 1;
    }
    assert!(toward_room > 0);
    println!(
        "counterbalancing among the first lessons: {toward_rules} towards rules, {toward_room} towards room, \
         for {leaning} leaning patterns of {patterns}"
    );
}

#[test]
fn the_lesson_to_keep_consulting_is_in_the_content() {
    assert_eq!(questionnaire().lessons().filter(|(_, lesson)| keeps_consulting(lesson)).count(), 1);
}

#[test]
fn every_lesson_that_asks_for_room_says_that_it_stays_within_the_meldcode() {
    for answers in (0..6).map(all).chain(telling_others()) {
        let report = report(questionnaire(), texts(), &answers);
        for shown in report.lessons.iter().chain(&report.more) {
            let lesson = questionnaire().lesson(shown.id).unwrap();
            let asks = lesson.asks_leeway || lesson.toward == Some(Side::Leeway);
            assert_eq!(shown.meldcode.is_empty(), !asks, "{:?}", shown.title);
            assert!(!shown.why.is_empty() && !shown.action.text.is_empty(), "{:?}", shown.title);
        }
    }
}

/// The parts of a report as text in which an action stands, and those of them without its safety line.
fn actions_in_text(answers: &Answers) -> (usize, usize) {
    let report = report(questionnaire(), texts(), answers);
    let lessons = || report.lessons.iter().chain(&report.more);
    let (mut all, mut alone) = (0, 0);
    for chosen in std::iter::once(None).chain(lessons().map(|lesson| Some(lesson.id))) {
        let text = as_text(&report, texts().words(), chosen);
        // A heading, a lesson and a line of a list each begin another part.
        let parts: Vec<&str> =
            text.split("\n== ").flat_map(|part| part.split("\n* ")).flat_map(|part| part.split("\n- ")).collect();
        for action in lessons().map(|lesson| lesson.action) {
            let with_it: Vec<&&str> = parts.iter().filter(|part| part.contains(action.text.get())).collect();
            assert!(!with_it.is_empty(), "every action stands in the text");
            all += with_it.len();
            alone += with_it.iter().filter(|part| !part.contains(action.safety.get())).count();
        }
    }
    (all, alone)
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn prop_no_action_stands_in_the_text_without_its_safety_line(answers in any_answers()) {
        let (all, alone) = actions_in_text(&answers);
        prop_assert!(all > 0);
        prop_assert_eq!(alone, 0);
    }
}

proptest! {
    #![proptest_config(config(4096))]

    #[test]
    fn prop_any_answers_get_fitting_lessons(answers in any_answers()) {
        prop_assert_eq!(fault(&answers), None);
    }

    #[test]
    fn prop_lessons_are_named_with_answers_that_were_given(answers in any_answers()) {
        let (score, advice) = advised(&answers);
        for fit in advice.first.iter().chain(&advice.more) {
            match fit.reason {
                Reason::Everyone => {}
                Reason::Verdict(verdict) => prop_assert_eq!(verdict, score.balance.verdict),
                Reason::Answer(id) => prop_assert!(answers.choice(id).is_some()),
                Reason::AllSteps(band) => {
                    prop_assert!(score.steps.iter().all(|step| step.band.is_none_or(|found| found == band)));
                }
            }
        }
    }
}
