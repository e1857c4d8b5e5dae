//! The five minutes: an estimate of the whole walk from what stands on the screens.
//!
//! Every text is read once, at 200 words a minute, however often it comes back: the options of a scale, buttons, the
//! line under a rung. A choice between two ways of working takes 8 seconds, any other choice 4.

use crate::shipped::{questionnaire, texts};
use scan::answers::{Answer, Answers, Choice};
use scan::page::{Page, QuestionPage, page};
use scan::questionnaire::Theme;
use scan::report::{Report, report};
use scan::session::{Event, Session};
use std::collections::BTreeSet;

const SECONDS_PER_WORD: f64 = 60.0 / 200.0;

/// Texts that are read once each.
#[derive(Default)]
struct Reading(BTreeSet<String>);

impl Reading {
    fn add<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        self.0.extend(texts.into_iter().map(str::to_owned));
    }

    fn words(&self) -> u32 {
        self.0.iter().map(|text| u32::try_from(text.split_whitespace().count()).unwrap()).sum()
    }
}

/// What one whole walk takes.
struct Walk {
    intro: u32,
    asking: u32,
    result: u32,
    seconds: f64,
}

/// The first screen as it opens. What is folded away, and what leads off the walk (help, "Zo rekenen we", opening a
/// file), is read by who needs it and not counted.
fn intro() -> Reading {
    let words = texts().words();
    let mut reading = Reading::default();
    reading.add([
        &*words.intro_heading,
        &words.intro_lead,
        &words.intro_what,
        &words.intro_time,
        &words.intro_private,
        &words.intro_limits,
        &words.start,
        &words.keep_heading,
        &words.kept_tab,
    ]);
    reading
}

/// Everything on the question screens of a sitting that gives these answers.
fn asking(answers: &Answers) -> Reading {
    let words = texts().words();
    let mut reading = Reading::default();
    reading.add([
        &*words.question_heading,
        &words.way_a,
        &words.way_b,
        &words.previous,
        &words.next,
        &words.skip,
        &words.see_result,
        &words.keys_hint,
    ]);
    let mut session = Session::new(None).apply(questionnaire(), Event::Start);
    for (_, given) in answers.iter() {
        let Page::Question(shown) = page(questionnaire(), texts(), &session) else { panic!("not a question") };
        let QuestionPage { part, note, ask, hint, ways, options, .. } = *shown;
        reading.add([&*part, &note, &ask, &hint]);
        reading.add(ways.iter().flatten().map(|way| way.get()));
        reading.add(options.iter().map(|row| row.label.get()));
        session = match given {
            Answer::Chosen(choice) => {
                session.apply(questionnaire(), Event::Choose(choice)).apply(questionnaire(), Event::Next)
            }
            Answer::Skipped => session.apply(questionnaire(), Event::Skip),
        };
    }
    assert!(matches!(page(questionnaire(), texts(), &session), Page::Result(_)));
    reading
}

/// The first screen of the result: the whole, tomorrow, the balance and the ladder.
fn first_screen(report: &Report) -> Reading {
    let words = texts().words();
    let mut reading = Reading::default();
    // The summary begins with the sentence of the balance.
    assert!(report.summary.starts_with(&report.balance.sentence));
    reading.add([
        &*words.result_heading,
        &report.summary,
        &words.tomorrow,
        &words.balance_heading,
        &words.ladder_heading,
    ]);
    let action = report.lessons.first().map(|lesson| lesson.action).unwrap_or_default();
    reading.add([&*action.text, &action.safety]);
    reading.add([&*words.rules, &words.middle, &words.room]);
    let balance = &report.balance;
    for (label, text) in [
        (&words.strength, &balance.strength),
        (&words.watch, &balance.watch),
        (&words.question_along, &balance.question),
    ] {
        reading.add([label.get(), text.as_str()].into_iter().filter(|_| !text.is_empty()));
    }
    for mark in &balance.marks {
        reading.add([&*mark.label, &*mark.answer]);
    }
    for rung in &report.ladder {
        reading.add([&*rung.name, &*rung.word, &rung.answer, &rung.skipped, &rung.hold]);
    }
    reading
}

fn walk(answers: &Answers) -> Walk {
    let choices: u32 =
        questionnaire().questions().map(|(_, question)| if question.theme == Theme::Balance { 8 } else { 4 }).sum();
    let report = report(questionnaire(), texts(), answers);
    let (intro, asking, result) = (intro().words(), asking(answers).words(), first_screen(&report).words());
    let seconds = SECONDS_PER_WORD * f64::from(intro + asking + result) + f64::from(choices);
    Walk { intro, asking, result, seconds }
}

/// Answers by number of the question and a place in the pattern.
fn by(option: impl Fn(usize) -> usize) -> Answers {
    let answer = |index| Choice::new(u8::try_from(option(index)).unwrap()).map_or(Answer::Skipped, Answer::Chosen);
    questionnaire().questions().map(|(id, _)| (id, answer(id.index()))).collect()
}

/// The walk with the most to read, of many that differ in every dilemma and every step.
fn longest() -> Walk {
    let dilemmas = questionnaire().of_theme(Theme::Balance).count();
    let patterns = (0..3_usize.pow(u32::try_from(dilemmas).unwrap())).flat_map(|pattern| {
        (0..6).map(move |rest| {
            by(|index| match u32::try_from(index) {
                Ok(place) if index < dilemmas => [0, 2, 4][pattern / 3_usize.pow(place) % 3],
                _ => rest,
            })
        })
    });
    let words = |answers: &Answers| first_screen(&report(questionnaire(), texts(), answers)).words();
    let alternating =
        (0..6).flat_map(|one| (0..6).map(move |other| by(|index| if index % 2 == 0 { one } else { other })));
    let answers = patterns.chain(alternating).max_by_key(words).unwrap();
    walk(&answers)
}

#[test]
fn the_whole_walk_takes_five_minutes() {
    let walks = [("all in the middle", walk(&by(|_| 2))), ("the most to read", longest())];
    for (name, Walk { intro, asking, result, seconds }) in &walks {
        println!("{name}: {seconds:.0} s; words: intro {intro}, questions {asking}, first result screen {result}");
    }
    for (name, Walk { result, seconds, .. }) in walks {
        assert!(seconds <= 300.0, "{name}: {seconds:.0} s, at most 300: shorten the questions, notes or hints");
        assert!(result <= 200, "{name}: {result} words on the first result screen, at most 200");
    }
}
