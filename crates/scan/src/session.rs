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
                    next.record = next.found.take().unwrap_or_default();
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
                if self.screen == Screen::Result && self.advises(questionnaire, lesson) {
                    next.record.action = (self.record.action != Some(lesson)).then_some(lesson);
                }
            }
            Event::Open(record) => {
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

    /// Whether this lesson is one the person sees.
    fn advises(&self, questionnaire: &Questionnaire, lesson: LessonId) -> bool {
        let score = score(questionnaire, &self.record.answers);
        let advice = advise(questionnaire, &self.record.answers, &score);
        advice.first.iter().chain(&advice.more).any(|fit| fit.lesson == lesson)
    }
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
    /// The scan was started.
    Started,
    /// Another screen: move the focus, tell the host and the browser's history.
    Moved(Screen),
    /// The result is there for the first time since the last answer.
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
