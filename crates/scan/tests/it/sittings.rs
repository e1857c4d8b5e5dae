//! Laws of a sitting: events in any order, and texts of any kind.

use crate::patterns::{any_answers, config, joined};
use crate::shipped::{questionnaire, texts};
use proptest::prelude::*;
use proptest::sample::Index;
use scan::advice::advise;
use scan::answers::{Answers, Choice};
use scan::page::{Page, page};
use scan::questionnaire::{LessonId, Theme};
use scan::report::report;
use scan::saved::{Saved, decode, encode};
use scan::score::score;
use scan::session::{Change, Event, Record, Screen, Session, changes};

fn any_screen() -> impl Strategy<Value = Screen> {
    let question = any::<Index>()
        .prop_map(|place| Screen::Question(questionnaire().at(place.index(questionnaire().count())).unwrap()));
    prop_oneof![3 => question, 1 => Just(Screen::Intro), 2 => Just(Screen::Result), 1 => Just(Screen::Method)]
}

fn any_lesson() -> impl Strategy<Value = LessonId> {
    let lessons: Vec<LessonId> = questionnaire().lessons().map(|(id, _)| id).collect();
    proptest::sample::select(lessons)
}

/// A record as a file could hold it: any answers up to some question or with holes, and any action.
fn any_record() -> impl Strategy<Value = Record> {
    (any_answers(), any::<u32>(), proptest::option::of(any_lesson())).prop_map(|(answers, holes, action)| {
        let kept = |place: usize| holes % 3 == 0 || holes >> (place % 32) & 1 == 1;
        Record { answers: answers.iter().filter(|(id, _)| kept(id.index())).collect(), action }
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let choice = (0..5_u8).prop_map(|place| Event::Choose(Choice::new(place).unwrap()));
    prop_oneof![
        12 => choice,
        12 => Just(Event::Next),
        6 => Just(Event::Skip),
        4 => Just(Event::Previous),
        4 => any_screen().prop_map(Event::Visit),
        2 => Just(Event::Resume),
        2 => Just(Event::Start),
        2 => Just(Event::OpenMethod),
        2 => Just(Event::CloseMethod),
        2 => any_lesson().prop_map(Event::PickAction),
        1 => any_record().prop_map(Event::Open),
        1 => Just(Event::Wipe),
    ]
}

fn apply(session: &Session, event: Event) -> Session {
    session.apply(questionnaire(), event)
}

/// The events that answer everything, in order, with going back and changing one's mind in between.
fn walk(answers: &Answers, detours: &[u8]) -> Session {
    let mut session = apply(&Session::new(None), Event::Start);
    for ((_, given), detour) in answers.iter().zip(detours) {
        if detour & 1 == 1 {
            session = apply(&session, Event::Choose(Choice::new(detour % 5).unwrap()));
        }
        if detour & 2 == 2 {
            session = apply(&apply(&session, Event::OpenMethod), Event::CloseMethod);
        }
        session = match given {
            scan::answers::Answer::Chosen(choice) => apply(&apply(&session, Event::Choose(choice)), Event::Next),
            scan::answers::Answer::Skipped => apply(&session, Event::Skip),
        };
        if detour & 4 == 4 {
            session = apply(&apply(&session, Event::Previous), Event::Next);
        }
    }
    session
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn prop_report_depends_only_on_answers(
        answers in any_answers(), detours in proptest::collection::vec(0..8_u8, questionnaire().count()),
        visits in proptest::collection::vec(any_screen(), 0..4),
    ) {
        let straight = walk(&answers, &vec![0; questionnaire().count()]);
        let mut other = walk(&answers, &detours);
        for screen in visits {
            other = apply(&other, Event::Visit(screen));
        }
        other = apply(&other, Event::Visit(Screen::Result));
        prop_assert_eq!(straight.answers(), &answers);
        prop_assert_eq!(page(questionnaire(), texts(), &straight), page(questionnaire(), texts(), &other));
        // The order in which answers were put in does not matter either.
        let backwards: Answers = answers.iter().collect::<Vec<_>>().into_iter().rev().collect();
        prop_assert_eq!(
            report(questionnaire(), texts(), &backwards),
            report(questionnaire(), texts(), straight.answers())
        );
    }

    #[test]
    fn prop_no_order_of_events_reaches_an_impossible_screen(
        found in proptest::option::of(any_record()), events in proptest::collection::vec(any_event(), 0..80),
    ) {
        let mut session = Session::new(found);
        for event in events {
            let after = apply(&session, event.clone());
            let open = after.answers().first_open(questionnaire());
            match after.screen() {
                Screen::Intro | Screen::Method => {}
                Screen::Question(id) => {
                    prop_assert!(questionnaire().question(id).is_some());
                    prop_assert!(open.is_none_or(|open| id <= open), "{event:?} reached a question too far");
                }
                Screen::Result => prop_assert_eq!(open, None, "{:?} reached the result too early", event),
            }
            // An action is one of the lessons that its own report offers.
            if let Some(action) = after.record().action {
                let score = score(questionnaire(), after.answers());
                let advice = advise(questionnaire(), after.answers(), &score);
                prop_assert!(advice.first.iter().chain(&advice.more).any(|fit| fit.lesson == action), "{event:?}");
                prop_assert_eq!(open, None, "{:?}", event);
            }
            // Only a question can be asked again, and the page always goes with the screen.
            prop_assert!(!after.asked_again() || matches!(after.screen(), Screen::Question(_)));
            let page = page(questionnaire(), texts(), &after);
            let fits = match after.screen() {
                Screen::Intro => matches!(page, Page::Intro(_)),
                Screen::Question(_) => matches!(page, Page::Question(_)),
                Screen::Result => matches!(page, Page::Result(_)),
                Screen::Method => matches!(page, Page::Method(_)),
            };
            prop_assert!(fits);
            // Nothing happens in silence: a changed record is saved or wiped, another screen is a move.
            let changes = changes(&session, &after);
            let kept = changes.contains(&Change::Record) || changes.contains(&Change::Wiped);
            prop_assert!(session.record() == after.record() || kept);
            prop_assert_eq!(changes.contains(&Change::Moved(after.screen())), session.screen() != after.screen());
            session = after;
        }
    }

    #[test]
    fn prop_going_on_and_back_keeps_every_answer(answers in any_answers(), back in 0..30_usize) {
        let mut session = walk(&answers, &vec![0; questionnaire().count()]);
        for _ in 0..back {
            session = apply(&session, Event::Previous);
        }
        prop_assert_eq!(session.answers(), &answers);
        prop_assert_eq!(apply(&session, Event::Resume).screen(), Screen::Result);
    }

    #[test]
    fn prop_what_was_saved_reads_back(record in any_record(), until in proptest::option::of(any::<u64>())) {
        let saved = Saved { record, until };
        prop_assert_eq!(decode(questionnaire(), &encode(questionnaire(), &saved)), Ok(saved));
    }

    #[test]
    fn prop_dilemmas_and_steps_are_reported_apart(one in any_answers(), other in any_answers()) {
        let mixed = joined(Theme::Balance, &one, &other);
        prop_assert_eq!(
            report(questionnaire(), texts(), &mixed).balance,
            report(questionnaire(), texts(), &one).balance
        );
        prop_assert_eq!(
            report(questionnaire(), texts(), &mixed).ladder,
            report(questionnaire(), texts(), &other).ladder
        );
    }
}

proptest! {
    #![proptest_config(config(2048))]

    #[test]
    fn prop_reading_any_text_never_panics(text in any::<String>()) {
        let _ = decode(questionnaire(), &text);
    }

    #[test]
    fn prop_reading_a_damaged_sitting_never_panics_nor_invents(
        record in any_record(), places in proptest::collection::vec((any::<Index>(), any::<char>(), 0..3_u8), 1..6),
    ) {
        let mut text: Vec<char> = encode(questionnaire(), &Saved { record, until: Some(7) }).chars().collect();
        for (place, sign, how) in places {
            if text.is_empty() {
                break;
            }
            let place = place.index(text.len());
            match how {
                0 => text[place] = sign,
                1 => drop(text.remove(place)),
                _ => text.truncate(place),
            }
        }
        let text: String = text.into_iter().collect();
        // What still reads is a sitting that could have been written.
        if let Ok(saved) = decode(questionnaire(), &text) {
            prop_assert_eq!(decode(questionnaire(), &encode(questionnaire(), &saved)), Ok(saved));
        }
    }
}
