//! Nothing in the content is written for nobody: every band, verdict, condition and lesson is met by some answers.

use crate::patterns::{all, every_way_through_the_dilemmas, joined, shown, telling_others, with};
use crate::shipped::questionnaire;
use scan::advice::advise;
use scan::answers::Answers;
use scan::questionnaire::{Band, Condition, Lesson, LessonId, Side, Subject, Theme, Verdict};
use scan::score::{Score, band, score};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const BANDS: [Band; 3] = [Band::Low, Band::Mid, Band::High];

/// Many unlike patterns: every way through the dilemmas beside some of the others, and each single answer set in
/// patterns of one kind.
fn patterns() -> impl Iterator<Item = Answers> {
    let others = telling_others();
    let ways = every_way_through_the_dilemmas()
        .zip(0..)
        .map(move |(dilemmas, n)| joined(Theme::Balance, &dilemmas, &others[n % others.len()]));
    let singles = (0..6).flat_map(|option| {
        questionnaire().questions().flat_map(move |(id, _)| (0..6).map(move |single| with(&all(option), id, single)))
    });
    ways.chain(singles)
}

/// Everything that was met.
#[derive(Default)]
struct Met {
    verdicts: BTreeSet<Verdict>,
    statements: BTreeSet<(usize, Band)>,
    steps: BTreeSet<(u8, Option<Band>)>,
    first: BTreeSet<LessonId>,
    shown: BTreeSet<LessonId>,
    conditions: BTreeSet<(LessonId, usize)>,
    patterns: usize,
}

static MET: LazyLock<Met> = LazyLock::new(|| {
    let mut met = Met::default();
    for answers in patterns() {
        let score = score(questionnaire(), &answers);
        let advice = advise(questionnaire(), &answers, &score);
        met.verdicts.insert(score.balance.verdict);
        for statement in &score.statements {
            met.statements.extend(statement.band.map(|band| (statement.question.index(), band)));
        }
        met.steps.extend(score.steps.iter().map(|step| (step.number, step.band)));
        met.first.extend(advice.first.iter().map(|fit| fit.lesson));
        for fit in advice.first.iter().chain(&advice.more) {
            met.shown.insert(fit.lesson);
            let lesson = questionnaire().lesson(fit.lesson).unwrap();
            met.conditions.insert((fit.lesson, counting(lesson, &answers, &score).unwrap()));
        }
        met.patterns += 1;
    }
    met
});

/// The place of the condition that counts: of those that hold, the lowest rank, then the most outspoken answer, then
/// the one written first. Told anew from what the content file says, so that it also checks the advice.
fn counting(lesson: &Lesson, answers: &Answers, score: &Score) -> Option<usize> {
    let holding = lesson
        .when
        .iter()
        .zip(0..)
        .filter_map(|(when, place)| Some((when.rank, mildness(when, answers, score)?, place)));
    holding.min().map(|(_, _, place)| place)
}

/// How mild the answer behind a condition is, 0 to 2; `None` when it does not hold.
fn mildness(when: &Condition, answers: &Answers, score: &Score) -> Option<u8> {
    let of_answer = |id| Some(2 - answers.choice(id)?.index().abs_diff(2));
    let of_step = |number| score.steps.iter().find(|step| step.number == number);
    let verdict_fits = when.verdicts.is_empty() || when.verdicts.contains(&score.balance.verdict);
    let mildness = match when.subject {
        Subject::Any => Some(2),
        Subject::Leaning(id, side) => {
            let (_, value) = score.balance.leanings.iter().find(|(dilemma, _)| *dilemma == id)?;
            let leans = match side {
                Side::Rules => (*value)? < 0,
                Side::Leeway => (*value)? > 0,
            };
            of_answer(id).filter(|_| leans)
        }
        Subject::Answered(id, wanted) => of_answer(id).filter(|_| band(questionnaire(), answers, id) == Some(wanted)),
        Subject::Step(number, wanted) => {
            let step = of_step(number)?;
            of_answer(step.decider?.0).filter(|_| step.band == Some(wanted))
        }
        Subject::AllSteps(wanted) => {
            let bands: BTreeSet<Band> = score.steps.iter().filter_map(|step| step.band).collect();
            (bands == BTreeSet::from([wanted])).then_some(2)
        }
    };
    mildness.filter(|_| verdict_fits)
}

/// Fails with every one of these that was not met, and what to do.
#[track_caller]
fn check<T: std::fmt::Debug>(what: &str, unmet: Vec<T>) {
    assert!(
        unmet.is_empty(),
        "no answers lead to {what}: {unmet:?}\nin content/questionnaire.toml: take it out, or change its conditions",
    );
}

#[test]
fn every_verdict_is_reached() {
    check("this verdict", Verdict::ALL.iter().filter(|verdict| !MET.verdicts.contains(verdict)).collect());
}

#[test]
fn every_band_of_every_statement_and_step_is_reached() {
    let statements = questionnaire()
        .questions()
        .filter(|(_, question)| matches!(question.theme, Theme::Practice | Theme::Organisation));
    let unmet = statements.flat_map(|(id, question)| {
        BANDS
            .iter()
            .filter(move |band| !MET.statements.contains(&(id.index(), **band)))
            .map(|band| (&question.key, band))
    });
    check("this band of a statement", unmet.collect());
    let bands = || BANDS.map(Some).into_iter().chain([None]);
    let rungs = (1..=questionnaire().steps()).flat_map(|number| bands().map(move |band| (number, band)));
    check("this band of a step", rungs.filter(|rung| !MET.steps.contains(rung)).collect());
}

#[test]
fn every_lesson_is_reached() {
    let unmet = questionnaire().lessons().filter(|(id, _)| !MET.shown.contains(id));
    check("this lesson", unmet.map(|(_, lesson)| &lesson.key).collect());
    let later: Vec<&str> = questionnaire()
        .lessons()
        .filter(|(id, _)| !MET.first.contains(id))
        .map(|(_, lesson)| lesson.key.get())
        .collect();
    println!(
        "{} lessons, {} among the first three of some report, over {} patterns; only under 'more': {later:?}",
        questionnaire().lessons().count(),
        MET.first.len(),
        MET.patterns,
    );
}

#[test]
fn every_condition_of_every_lesson_counts_for_someone() {
    let conditions = questionnaire()
        .lessons()
        .flat_map(|(id, lesson)| lesson.when.iter().zip(0..).map(move |(when, place)| (id, place, &lesson.key, when)));
    let unmet = conditions.filter(|(id, place, ..)| !MET.conditions.contains(&(*id, *place)));
    check("this condition", unmet.map(|(_, place, key, when)| (key, place + 1, when)).collect());
}

#[test]
fn lessons_stand_in_the_order_of_their_ranks() {
    for answers in patterns().step_by(7) {
        let score = score(questionnaire(), &answers);
        let advice = advise(questionnaire(), &answers, &score);
        let order = |id: LessonId| {
            let lesson = questionnaire().lesson(id).unwrap();
            let when = &lesson.when[counting(lesson, &answers, &score).unwrap()];
            (when.rank, mildness(when, &answers, &score), id)
        };
        for fits in [&advice.first, &advice.more] {
            assert!(fits.is_sorted_by_key(|fit| order(fit.lesson)), "{}", shown(&answers));
        }
    }
}
