//! Answer patterns: random ones for the laws, and lists that leave nothing out.

use crate::shipped::questionnaire;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, RngSeed};
use scan::answers::{Answer, Answers, Choice};
use scan::questionnaire::{Question, QuestionId, Theme};

/// The same cases on every run and every machine; a law that fails fails for everyone.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Any option, or skipped: 0 to 4 are the options, 5 is skipped.
pub(crate) fn answer(option: u8) -> Answer {
    Choice::new(option).map_or(Answer::Skipped, Answer::Chosen)
}

/// Every question answered or skipped, each way as likely as any other.
pub(crate) fn any_answers() -> impl Strategy<Value = Answers> {
    vec(0..6_u8, questionnaire().count()).prop_map(|options| {
        questionnaire().questions().zip(options).map(|((id, _), option)| (id, answer(option))).collect()
    })
}

/// Some questions of `theme` answered; a place in the list of them to look at more closely.
pub(crate) fn any_of(theme: Theme) -> impl Strategy<Value = QuestionId> {
    let ids: Vec<QuestionId> = questionnaire().of_theme(theme).map(|(id, _)| id).collect();
    proptest::sample::select(ids)
}

/// These answers with one of them set.
pub(crate) fn with(answers: &Answers, id: QuestionId, option: u8) -> Answers {
    let mut answers = answers.clone();
    answers.set(id, answer(option));
    answers
}

/// The same option for every question.
pub(crate) fn all(option: u8) -> Answers {
    by(|_| option)
}

/// An option for each question by what it is.
pub(crate) fn by(option: impl Fn(&Question) -> u8) -> Answers {
    questionnaire().questions().map(|(id, question)| (id, answer(option(question)))).collect()
}

/// The answers of `one` to questions of `theme`, those of `other` to all the rest.
pub(crate) fn joined(theme: Theme, one: &Answers, other: &Answers) -> Answers {
    let from = |question: &Question| if question.theme == theme { one } else { other };
    questionnaire().questions().filter_map(|(id, question)| Some((id, from(question).get(id)?))).collect()
}

/// Every way to answer or skip the dilemmas; nothing else is dealt with.
pub(crate) fn every_way_through_the_dilemmas() -> impl Iterator<Item = Answers> {
    let ids: Vec<QuestionId> = questionnaire().of_theme(Theme::Balance).map(|(id, _)| id).collect();
    let count = u32::try_from(ids.len()).unwrap();
    (0..6_u32.pow(count)).map(move |pattern| {
        let option = |place: u32| u8::try_from(pattern / 6_u32.pow(place) % 6).unwrap();
        ids.iter().zip(0..).map(|(id, place)| (*id, answer(option(place)))).collect()
    })
}

/// Answers to the other questions, picked to differ as much as they can: all of one kind, and mixtures in which
/// neighbours go apart.
pub(crate) fn telling_others() -> Vec<Answers> {
    let mut others: Vec<Answers> = (0..6).map(all).collect();
    for shift in 0..6 {
        let mut place = shift;
        let options = questionnaire().questions().map(|(id, _)| {
            place = (place * 5 + 3 + shift) % 6;
            (id, answer(place))
        });
        others.push(options.collect());
    }
    for hold in questionnaire().of_theme(Theme::Meldcode).map(|(id, _)| id) {
        others.push(with(&all(4), hold, 0));
    }
    others
}

/// The dilemmas answered the other way round, all else the same.
pub(crate) fn flipped(answers: &Answers) -> Answers {
    let flip = |(id, given): (QuestionId, Answer)| {
        let dilemma = questionnaire().question(id).is_some_and(|question| question.theme == Theme::Balance);
        match given {
            Answer::Chosen(choice) if dilemma => (id, answer(4 - choice.index())),
            other => (id, other),
        }
    };
    answers.iter().map(flip).collect()
}

/// A pattern in a form to read in a failure: one sign per question, `-` for skipped, `.` for not reached.
pub(crate) fn shown(answers: &Answers) -> String {
    let sign = |id| match answers.get(id) {
        Some(Answer::Chosen(choice)) => char::from(b'1' + choice.index()),
        Some(Answer::Skipped) => '-',
        None => '.',
    };
    questionnaire().questions().map(|(id, _)| sign(id)).collect()
}
