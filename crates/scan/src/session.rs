//! A sitting: where the person is, and what happens at each press.

use crate::advice::advise;
use crate::answers::{Answer, Answers, Choice};
use crate::questionnaire::{LessonId, QuestionId, Questionnaire};
use crate::score::score;

/// What a person can be looking at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// What the scan is, with the start.
    #[default]
    Intro,
    /// One question.
    Question(QuestionId),
    /// The result; only when every question was answered or skipped.
    Result,
    /// "Zo rekenen we".
    Method,
}

/// The answers of a sitting, with the action chosen from the result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The answers.
    pub answers: Answers,
    /// The lesson whose action the person will do tomorrow.
    pub action: Option<LessonId>,
}

/// A sitting. Made by [`Session::new`], changed by [`Session::apply`] only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    screen: Screen,
    record: Record,
    found: Option<Record>,
    asked_again: bool,
    left: Screen,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Start at the first question, with no answers. What was found is let go.
    Start,
    /// Go on with what was found or answered.
    Resume,
    /// Choose an option of the question on the screen.
    Choose(Choice),
    /// Go on. Without an answer the question is asked again.
    Next,
    /// Go back one screen; answers stay.
    Previous,
    /// Pass this question by and go on.
    Skip,
    /// Go to a screen, as the browser's own buttons ask. Goes no further than the answers reach.
    Visit(Screen),
    /// Open "Zo rekenen we".
    OpenMethod,
    /// Go back to where "Zo rekenen we" was opened.
    CloseMethod,
    /// Choose the action of this lesson; the same one again lets it go.
    PickAction(LessonId),
    /// Show a record from a file.
    Open(Record),
    /// Forget everything.
    Wipe,
}

impl Session {
    /// A new sitting, with what an earlier one left, if anything. It is offered, never shown.
    pub fn new(found: Option<Record>) -> Session {
        Session { found: found.filter(|record| !record.answers.is_empty()), ..Session::default() }
    }

    /// The screen the person is on.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The answers and the action so far.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The answers of this sitting.
    pub fn answers(&self) -> &Answers {
        &self.record.answers
    }

    /// What the intro can offer to go on with: answers of this sitting, or of an earlier one.
    pub fn resumable(&self) -> Option<&Record> {
        if self.record.answers.is_empty() { self.found.as_ref() } else { Some(&self.record) }
    }

    /// Whether what is offered comes from an earlier sitting.
    pub fn found_earlier(&self) -> bool {
        self.record.answers.is_empty() && self.found.is_some()
    }

    /// Whether the question on the screen was left without an answer and is asked again.
    pub fn asked_again(&self) -> bool {
        self.asked_again
    }

    /// Whether the question on the screen was skipped before.
    pub fn skipped(&self) -> bool {
        matches!(self.screen, Screen::Question(id) if self.record.answers.get(id) == Some(Answer::Skipped))
    }

    /// What comes of an event. An event that does not fit the screen changes nothing.
    #[must_use]
    pub fn apply(&self, questionnaire: &Questionnaire, event: Event) -> Session {
        let mut next = self.clone();
        next.asked_again = false;
        match event {
            Event::Start => {
                next = Session { screen: first(questionnaire), ..Session::default() };
            }
            Event::Resume => {
                if self.found_earlier() {
                    next.record = sound(questionnaire, next.found.take().unwrap_or_default());
                }
                next.screen = furthest(questionnaire, &next.record.answers);
            }
            Event::Choose(choice) => {
                if let Screen::Question(id) = self.screen {
                    next.answer(id, Answer::Chosen(choice));
                }
            }
            Event::Next => {
                if let Screen::Question(id) = self.screen {
                    if self.record.answers.get(id).is_some() {
                        next.screen = after(questionnaire, id);
                    } else {
                        next.asked_again = true;
                    }
                }
            }
            Event::Skip => {
                if let Screen::Question(id) = self.screen {
                    next.answer(id, Answer::Skipped);
                    next.screen = after(questionnaire, id);
                }
            }
            Event::Previous => next.screen = self.before(questionnaire),
            Event::Visit(screen) => next.screen = self.reachable(questionnaire, screen),
            Event::OpenMethod => {
                if self.screen != Screen::Method {
                    next.left = self.screen;
                    next.screen = Screen::Method;
                }
            }
            Event::CloseMethod => {
                if self.screen == Screen::Method {
                    next.screen = self.left;
                }
            }
            Event::PickAction(lesson) => {
                if self.screen == Screen::Result && advises(questionnaire, &self.record.answers, lesson) {
                    next.record.action = (self.record.action != Some(lesson)).then_some(lesson);
                }
            }
            Event::Open(record) => {
                let record = sound(questionnaire, record);
                next = Session { screen: furthest(questionnaire, &record.answers), record, ..Session::default() };
            }
            Event::Wipe => next = Session::default(),
        }
        next
    }

    /// Another answer can bring other lessons, so it lets the chosen action go.
    fn answer(&mut self, id: QuestionId, answer: Answer) {
        if self.record.answers.get(id) != Some(answer) {
            self.record.answers.set(id, answer);
            self.record.action = None;
        }
    }

    /// The screen that "Vorige" leads to.
    pub fn before(&self, questionnaire: &Questionnaire) -> Screen {
        match self.screen {
            Screen::Intro => Screen::Intro,
            Screen::Question(id) => id
                .index()
                .checked_sub(1)
                .and_then(|index| questionnaire.at(index))
                .map_or(Screen::Intro, Screen::Question),
            Screen::Result => {
                questionnaire.questions().next_back().map_or(Screen::Intro, |(id, _)| Screen::Question(id))
            }
            // Nothing can be answered here, so where it was opened is still within reach.
            Screen::Method => self.left,
        }
    }

    /// The screen itself when the answers reach it, else the furthest that they do.
    fn reachable(&self, questionnaire: &Questionnaire, screen: Screen) -> Screen {
        let open = self.record.answers.first_open(questionnaire);
        let reached = match screen {
            Screen::Intro | Screen::Method => true,
            // With nothing answered only the intro leads in, so that what was found is not passed by.
            Screen::Question(id) => {
                questionnaire.question(id).is_some()
                    && !self.record.answers.is_empty()
                    && open.is_none_or(|open| id <= open)
            }
            Screen::Result => open.is_none(),
        };
        match (reached, self.record.answers.is_empty()) {
            (true, _) => screen,
            (false, true) => Screen::Intro,
            (false, false) => furthest(questionnaire, &self.record.answers),
        }
    }
}

/// Whether this lesson is one that the report on these answers shows.
fn advises(questionnaire: &Questionnaire, answers: &Answers, lesson: LessonId) -> bool {
    let advice = advise(questionnaire, answers, &score(questionnaire, answers));
    advice.first.iter().chain(&advice.more).any(|fit| fit.lesson == lesson)
}

/// A record as it came from elsewhere, without an action that its own report does not show.
fn sound(questionnaire: &Questionnaire, record: Record) -> Record {
    let whole = record.answers.first_open(questionnaire).is_none();
    let action = record.action.filter(|lesson| whole && advises(questionnaire, &record.answers, *lesson));
    Record { action, ..record }
}

fn first(questionnaire: &Questionnaire) -> Screen {
    questionnaire.at(0).map_or(Screen::Intro, Screen::Question)
}

fn after(questionnaire: &Questionnaire, id: QuestionId) -> Screen {
    questionnaire.at(id.index() + 1).map_or(Screen::Result, Screen::Question)
}

/// The first question still open, or the result.
fn furthest(questionnaire: &Questionnaire, answers: &Answers) -> Screen {
    answers.first_open(questionnaire).map_or(Screen::Result, Screen::Question)
}

/// What the web side must do after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The intro was left for the scan: begun, or gone on with.
    Started,
    /// Another screen: move the focus, tell the host and the browser's history.
    Moved(Screen),
    /// The result was opened, and not from "Zo rekenen we".
    Completed,
    /// The answers or the action changed: save them.
    Record,
    /// A question was left without an answer: show where.
    AskedAgain,
    /// Everything was forgotten: remove what was saved.
    Wiped,
}

/// What differs between two moments, in the order to be dealt with.
pub fn changes(before: &Session, after: &Session) -> alloc::vec::Vec<Change> {
    let mut changes = alloc::vec::Vec::new();
    if after.record != before.record || after.found != before.found {
        let empty = after.record == Record::default() && after.found.is_none();
        changes.push(if empty { Change::Wiped } else { Change::Record });
    }
    if after.screen != before.screen {
        if before.screen == Screen::Intro && after.screen != Screen::Method {
            changes.push(Change::Started);
        }
        if after.screen == Screen::Result && before.screen != Screen::Method {
            changes.push(Change::Completed);
        }
        changes.push(Change::Moved(after.screen));
    }
    if after.asked_again {
        changes.push(Change::AskedAgain);
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::{Event, Record, Screen, Session, changes};
    use crate::answers::Choice;
    use crate::fixture::{answers, small};
    use crate::questionnaire::Questionnaire;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use expect_test::{Expect, expect};

    const ALL: &str = "d=1 p=1 o=1 s=1";

    /// An event as one word: `start`, `next`, `skip`, `previous`, `method`, `close`, `resume`, `wipe`, a digit to
    /// choose, `to-result` or `to-<question>` to visit, `pick-<lesson>`, `open` (a file with everything answered).
    fn event(questionnaire: &Questionnaire, word: &str) -> Event {
        match word {
            "start" => Event::Start,
            "resume" => Event::Resume,
            "next" => Event::Next,
            "previous" => Event::Previous,
            "skip" => Event::Skip,
            "method" => Event::OpenMethod,
            "close" => Event::CloseMethod,
            "wipe" => Event::Wipe,
            "open" => Event::Open(Record { answers: answers(questionnaire, ALL), action: None }),
            "to-intro" => Event::Visit(Screen::Intro),
            "to-result" => Event::Visit(Screen::Result),
            _ => match (word.strip_prefix("to-"), word.strip_prefix("pick-")) {
                (Some(key), _) => Event::Visit(Screen::Question(questionnaire.find(key).unwrap())),
                (_, Some(key)) => Event::PickAction(questionnaire.find_lesson(key).unwrap()),
                _ => Event::Choose(Choice::new(word.parse::<u8>().unwrap() - 1).unwrap()),
            },
        }
    }

    fn name(questionnaire: &Questionnaire, screen: Screen) -> String {
        match screen {
            Screen::Question(id) => questionnaire.question(id).unwrap().key.get().into(),
            other => format!("{other:?}"),
        }
    }

    fn record(questionnaire: &Questionnaire, written: &str) -> Option<Record> {
        Some(Record { answers: answers(questionnaire, written), action: None })
    }

    /// The screen after each event, for a sitting in which an earlier one left `found`; `!` is asked again.
    #[track_caller]
    fn check(found: &str, events: &str, expected: Expect) -> Session {
        let (questionnaire, _) = small();
        let mut session = Session::new(record(&questionnaire, found));
        let mut path = name(&questionnaire, session.screen());
        for word in events.split_whitespace() {
            session = session.apply(&questionnaire, event(&questionnaire, word));
            path += &format!(" | {word}: {}", name(&questionnaire, session.screen()));
            path += if session.asked_again() { "!" } else { "" };
        }
        expected.assert_eq(&path);
        session
    }

    /// The changes that each event brings.
    #[track_caller]
    fn check_changes(found: &str, events: &str, expected: Expect) {
        let (questionnaire, _) = small();
        let mut session = Session::new(record(&questionnaire, found));
        let mut table = String::new();
        for word in events.split_whitespace() {
            let after = session.apply(&questionnaire, event(&questionnaire, word));
            let changes = changes(&session, &after).into_iter().map(|change| match change {
                super::Change::Moved(screen) => format!("to {}", name(&questionnaire, screen)),
                other => format!("{other:?}"),
            });
            table += &format!("{word}: {}\n", changes.collect::<Vec<_>>().join(", "));
            session = after;
        }
        expected.assert_eq(&table);
    }

    #[test]
    fn an_answer_is_needed_to_go_on_and_choosing_does_not_move() {
        check(
            "",
            "start next 3 next next skip",
            expect!["Intro | start: d1 | next: d1! | 3: d1 | next: d2 | next: d2! | skip: d3"],
        );
    }

    #[test]
    fn going_back_keeps_answers() {
        let session = check(
            "",
            "start 3 next 4 previous next previous previous resume",
            expect![
                "Intro | start: d1 | 3: d1 | next: d2 | 4: d2 | previous: d1 | next: d2 | previous: d1 | previous: Intro | resume: d3"
            ],
        );
        assert_eq!(session.answers(), &answers(&small().0, "d1=3 d2=4"));
    }

    #[test]
    fn the_last_question_leads_to_the_result_and_back() {
        check("", "open previous next", expect!["Intro | open: Result | previous: s3 | next: Result"]);
        check("d=1 p=1 o=1 s1a=1 s1b=1 s2=1", "resume skip", expect!["Intro | resume: s3 | skip: Result"]);
    }

    #[test]
    fn a_visit_goes_no_further_than_the_answers_reach() {
        check("", "to-d3 to-result", expect!["Intro | to-d3: Intro | to-result: Intro"]);
        check(
            "d1=1 d2=1",
            "to-d2 resume to-d2 to-d3 to-d4 to-result to-intro",
            expect![
                "Intro | to-d2: Intro | resume: d3 | to-d2: d2 | to-d3: d3 | to-d4: d3 | to-result: d3 | to-intro: Intro"
            ],
        );
    }

    #[test]
    fn how_we_count_closes_to_where_it_was_opened() {
        check("", "method close", expect!["Intro | method: Method | close: Intro"]);
        check(
            "",
            "start method 3 next close method method previous",
            expect![
                "Intro | start: d1 | method: Method | 3: Method | next: Method | close: d1 | method: Method | method: Method | previous: d1"
            ],
        );
        check("", "open method close", expect!["Intro | open: Result | method: Method | close: Result"]);
    }

    #[test]
    fn what_an_earlier_sitting_left_is_offered_not_shown() {
        let (questionnaire, _) = small();
        let session = Session::new(record(&questionnaire, "d1=2"));
        assert_eq!((session.screen(), session.answers().is_empty()), (Screen::Intro, true));
        assert!(session.found_earlier() && session.resumable().is_some());
        let session = check("d1=2", "resume", expect!["Intro | resume: d2"]);
        assert_eq!((session.found_earlier(), session.answers().is_empty()), (false, false));
        let session = check("d1=2", "start previous", expect!["Intro | start: d1 | previous: Intro"]);
        assert_eq!(session.resumable(), None);
        assert_eq!(Session::new(Some(Record::default())), Session::default());
    }

    #[test]
    fn an_action_comes_from_the_lessons_shown_and_goes_when_an_answer_changes() {
        let (questionnaire, _) = small();
        let odd = questionnaire.find_lesson("hold-1");
        let action = |events: &str| {
            let mut session = Session::new(None);
            for word in events.split_whitespace() {
                session = session.apply(&questionnaire, event(&questionnaire, word));
            }
            session.record().action
        };
        assert_eq!(action("open pick-hold-1"), odd);
        assert_eq!(action("open pick-hold-1 pick-hold-1"), None);
        assert_eq!(action("open pick-to-rules"), None);
        assert_eq!(action("start pick-hold-1"), None);
        assert_eq!(action("open pick-hold-1 previous 1 next"), odd);
        assert_eq!(action("open pick-hold-1 previous 2 next"), None);
    }

    #[test]
    fn wiping_and_starting_again_leave_nothing() {
        let session = check("d1=2", "resume 3 wipe", expect!["Intro | resume: d2 | 3: d2 | wipe: Intro"]);
        assert_eq!(session, Session::default());
        let session =
            check("", "open pick-hold-1 start", expect!["Intro | open: Result | pick-hold-1: Result | start: d1"]);
        assert_eq!(session.record(), &Record::default());
    }

    #[test]
    fn each_event_brings_the_changes_to_deal_with() {
        check_changes(
            "",
            "start next 3 3 next skip previous method close previous resume",
            expect![[r#"
                start: Started, to d1
                next: AskedAgain
                3: Record
                3: 
                next: to d2
                skip: Record, to d3
                previous: to d2
                method: to Method
                close: to d2
                previous: to d1
                resume: to d3
            "#]],
        );
        check_changes(
            "d1=2",
            "method close start 1 wipe wipe",
            expect![[r#"
                method: to Method
                close: to Intro
                start: Wiped, Started, to d1
                1: Record
                wipe: Wiped, to Intro
                wipe: 
            "#]],
        );
        check_changes(
            "d=1 p=1 o=1 s=1",
            "resume method close pick-hold-1 pick-hold-1 start",
            expect![[r#"
                resume: Record, Started, Completed, to Result
                method: to Method
                close: to Result
                pick-hold-1: Record
                pick-hold-1: Record
                start: Wiped, to d1
            "#]],
        );
    }
}
