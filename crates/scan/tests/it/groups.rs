//! Laws of the group's picture and of workshops, over the shipped content.

use crate::dice::Dice;
use crate::shipped::questionnaire;
use proptest::prelude::*;
use scan::answers::Answers;
use scan::code::Code;
use scan::group::{CELL, COUNTED, GroupReport, LEAST_GROUP, Pattern, Share, Spread, summarise};
use scan::workshop::{Round, Settings, Showing, Workshop, read, write};
use std::collections::BTreeSet;

fn codes(seed: u64, count: usize) -> Vec<Code> {
    let mut dice = Dice::new(seed);
    (0..count).map(|_| dice.code()).collect()
}

fn report(codes: &[Code], least: usize) -> Option<GroupReport> {
    summarise(questionnaire(), codes, least).expect("codes of these questions")
}

fn spreads(report: &GroupReport) -> impl Iterator<Item = &Spread> {
    [report.balance(), report.practice(), report.organisation(), report.ladder()].into_iter().flatten()
}

fn workshop(codes: &[Code], when: Round) -> Workshop {
    let mut workshop = Workshop::new(Settings::default(), String::new());
    workshop.add(when, codes);
    workshop
}

/// What merging must agree on: who is in at each moment, and what was shown.
fn state(workshop: &Workshop) -> String {
    let sorted = write(workshop);
    let mut parts: Vec<BTreeSet<&str>> = vec![BTreeSet::new()];
    for line in sorted.lines().filter(|line| !line.starts_with("picture")) {
        if line == "moment" {
            parts.push(BTreeSet::new());
        }
        parts.last_mut().expect("a part").insert(line);
    }
    format!("{parts:?}")
}

proptest! {
    #[test]
    fn prop_the_order_of_the_codes_does_not_matter(seed: u64, count in 5..60_usize) {
        let mut all = codes(seed, count);
        let before = report(&all, 5);
        let mut dice = Dice::new(seed ^ 1);
        for place in (1..all.len()).rev() {
            all.swap(place, dice.below(place + 1));
        }
        prop_assert_eq!(report(&all, 5), before);
    }

    #[test]
    fn prop_below_the_least_group_there_is_nothing(seed: u64, count in 0..12_usize, least in 0..12_usize) {
        let shown = report(&codes(seed, count), least);
        prop_assert_eq!(shown.is_none(), count < least.max(LEAST_GROUP));
    }

    /// Else it could be moved along until a question disappears, which counts who did not answer it.
    #[test]
    fn prop_the_minimum_decides_whether_there_is_a_picture_and_nothing_in_it(seed: u64, count in 5..40_usize, least in 3..40_usize) {
        let codes = codes(seed, count);
        if let Some(shown) = report(&codes, least) {
            prop_assert_eq!(Some(shown), report(&codes, 3));
        }
    }

    #[test]
    fn prop_every_cell_keeps_the_rule(seed: u64, count in 3..80_usize) {
        let Some(report) = report(&codes(seed, count), 3) else { return Ok(()) };
        prop_assert_eq!(report.people(), count);
        for spread in spreads(&report) {
            prop_assert_eq!(spread.cells().is_empty(), spread.pattern() == Pattern::Hidden);
            for cell in spread.cells() {
                let counted = cell.about.is_some();
                prop_assert!(!counted || count >= COUNTED, "a count in a small group");
                prop_assert!(!counted || cell.share > Share::Few && cell.share < Share::NearlyAll);
                prop_assert!(cell.about.is_none_or(|about| about % CELL == 0 && about >= CELL));
                prop_assert!(cell.first == cell.last || cell.share == Share::Few);
            }
            let last = spread.cells().last().map_or(2, |cell| cell.last);
            prop_assert!(last == 2 || (last == 4 && count >= COUNTED));
            prop_assert!(count > 4 || spread.pattern() == Pattern::Hidden, "a group of four shows nothing");
        }
    }

    #[test]
    fn prop_merging_is_idempotent_commutative_and_associative(seed: u64, sizes in prop::array::uniform3(0..20_usize)) {
        let pool = codes(seed, 30);
        let mut dice = Dice::new(seed ^ 2);
        let [one, two, three] = sizes.map(|size| {
            let mut workshop = Workshop::new(Settings::default(), String::new());
            for _ in 0..size {
                let when = dice.one_of(&[Round::First, Round::Second]);
                workshop.add(when, &[dice.one_of(&pool)]);
            }
            workshop
        });
        let merged = |one: &Workshop, two: &Workshop| {
            let mut merged = one.clone();
            merged.merge(two.clone());
            merged
        };
        prop_assert_eq!(state(&merged(&one, &one)), state(&one));
        prop_assert_eq!(state(&merged(&one, &two)), state(&merged(&two, &one)));
        prop_assert_eq!(state(&merged(&merged(&one, &two), &three)), state(&merged(&one, &merged(&two, &three))));
        let all = merged(&merged(&one, &two), &three);
        let in_all = all.count(Round::First) + all.count(Round::Second);
        let written = write(&all);
        let distinct: BTreeSet<&str> = written.lines().filter(|line| Code::read(line).is_ok()).collect();
        prop_assert_eq!(in_all, distinct.len(), "somebody counts twice");
    }

    #[test]
    fn prop_a_workshop_reads_back(seed: u64, steps in 1..40_usize) {
        let workshop = played(seed, steps, |_| ());
        prop_assert_eq!(read(&write(&workshop)), Ok(workshop));
    }

    /// Whatever the trainer does, two pictures never differ by one or two people who came, or who went.
    #[test]
    fn prop_no_two_pictures_differ_by_one_or_two(seed: u64, steps in 1..80_usize) {
        let mut shown: Vec<BTreeSet<Code>> = Vec::new();
        played(seed, steps, |workshop| {
            for when in [Round::First, Round::Second] {
                let picture: BTreeSet<Code> = workshop.shown(when).copied().collect();
                if !picture.is_empty() && !shown.contains(&picture) {
                    shown.push(picture);
                }
            }
        });
        for one in &shown {
            prop_assert!(one.len() >= 5);
            for two in &shown {
                let apart = one.difference(two).count();
                prop_assert!(apart == 0 || apart >= CELL, "{} and {} people, {apart} apart", one.len(), two.len());
            }
        }
    }
}

/// A workshop after random presses; `look` sees it after each.
fn played(seed: u64, steps: usize, mut look: impl FnMut(&Workshop)) -> Workshop {
    let mut dice = Dice::new(seed);
    let pool = codes(seed ^ 3, 24);
    let mut workshop = Workshop::new(Settings::default(), String::new());
    let mut before = workshop.clone();
    for _ in 0..steps {
        let when = dice.one_of(&[Round::First, Round::First, Round::Second]);
        match dice.below(10) {
            0..5 => {
                before = workshop.clone();
                let some: Vec<Code> = (0..dice.below(6)).map(|_| dice.one_of(&pool)).collect();
                workshop.add(when, &some);
            }
            5 => {
                workshop.remove_last(when);
            }
            6 => workshop.back_to(before.clone()),
            // Closed and opened again: what was shown is not forgotten.
            7 => workshop = read(&write(&workshop)).expect("what was written"),
            _ => {
                workshop.show(when);
            }
        }
        look(&workshop);
    }
    workshop
}

#[test]
fn a_group_is_shown_at_once_when_all_are_in() {
    let mut workshop = workshop(&codes(5, 12), Round::First);
    assert_eq!(workshop.show(Round::First), Showing::Ready);
    assert_eq!(workshop.in_picture(Round::First), 12);
}

#[test]
fn the_shipped_questionnaire_fits_in_a_code() {
    let mut dice = Dice::new(1);
    // To pass by is the highest digit: no other answers make a larger number.
    for answers in std::iter::once(Answers::default()).chain((0..1_000).map(|_| dice.answers())) {
        let code = Code::new(questionnaire(), &answers, u32::MAX);
        assert!(code.is_some(), "18 questions fit and no more: see docs/decisions/011");
    }
}

#[test]
fn a_code_of_another_questionnaire_is_named_and_not_counted() {
    let foreign = Code::from_digits(questionnaire().version() + 1, "", 0).expect("a code of the next version");
    let mut all = codes(9, 6);
    all.push(foreign);
    assert!(summarise(questionnaire(), &all, 5).is_err());
}

#[test]
fn the_ladder_counts_the_lowest_answer_of_a_step_as_a_person_sees_it() {
    // Twelve times the same answers: the group's picture is that of the person.
    let mut dice = Dice::new(77);
    for _ in 0..200 {
        let answers = dice.answers();
        let all: Vec<Code> =
            (0..12).map(|nonce| Code::new(questionnaire(), &answers, nonce).expect("it fits")).collect();
        let group = report(&all, 5).expect("twelve people");
        let own = scan::score::score(questionnaire(), &answers);
        for (spread, step) in group.ladder().iter().zip(&own.steps) {
            match step.band {
                None => assert_eq!(spread.pattern(), Pattern::Hidden),
                Some(band) => assert_eq!(spread.pattern(), Pattern::Agrees(band as usize)),
            }
        }
        for (spread, (_, value)) in group.balance().iter().zip(&own.balance.leanings) {
            let side = value.map(|value| match value {
                ..0 => 0,
                0 => 1,
                1.. => 2,
            });
            assert_eq!(spread.pattern(), side.map_or(Pattern::Hidden, Pattern::Agrees));
        }
    }
}
