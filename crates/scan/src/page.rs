//! The view-model: what the screen of a session shows, as plain structs for the screens to lay out.

use crate::questionnaire::{DoorPlacement, LessonId, Questionnaire, Theme};
use crate::report::{DoorReport, Report, doors, report};
use crate::session::{Screen, Session};
use crate::text::{Text, fill};
use crate::texts::{Section, SourceText, Texts};
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The intro.
    Intro(Intro),
    /// A question.
    Question(Box<QuestionPage>),
    /// The result.
    Result(Box<ResultPage>),
    /// "Zo rekenen we".
    Method(MethodPage),
}

/// The intro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intro {
    /// How many questions there are and how long they take.
    pub time: String,
    /// The button to go on with: "Ga verder bij vraag 7" or "Bekijk je resultaat"; empty when there is nothing.
    pub resume: String,
    /// What goes with that button; empty when there is nothing to go on with.
    pub resume_note: Text,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionPage {
    /// "Vraag 3 van 18".
    pub heading: String,
    /// Name of the part.
    pub part: Text,
    /// What the part opens with; only on its first question.
    pub note: Text,
    /// The number of this question, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// The question.
    pub ask: Text,
    /// What helps to understand it; may be empty.
    pub hint: Text,
    /// Dilemmas: ways A and B.
    pub ways: Option<[Text; 2]>,
    /// The options, in order.
    pub options: Vec<OptionRow>,
    /// The message when it was left without an answer; empty otherwise.
    pub error: Text,
    /// That it was skipped before; empty otherwise.
    pub skipped: Text,
    /// The button that goes on.
    pub next: Text,
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionRow {
    /// Its index, 0 to 4.
    pub index: u8,
    /// Its words.
    pub label: Text,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultPage {
    /// The report.
    pub report: Report,
    /// The lesson whose action was chosen.
    pub action: Option<LessonId>,
}

/// "Zo rekenen we".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodPage {
    /// Its sections.
    pub sections: Vec<Section>,
    /// The sources.
    pub sources: Vec<SourceText>,
}

/// What the screen of this session shows.
pub fn page(questionnaire: &Questionnaire, texts: &Texts, session: &Session) -> Page {
    match session.screen() {
        Screen::Intro => Page::Intro(intro(questionnaire, texts, session)),
        Screen::Question(id) => match questionnaire.question(id) {
            Some(question) => Page::Question(Box::new(question_page(questionnaire, texts, session, id, question))),
            None => Page::Intro(intro(questionnaire, texts, session)),
        },
        Screen::Result => Page::Result(Box::new(ResultPage {
            report: report(questionnaire, texts, session.answers()),
            action: session.record().action,
        })),
        Screen::Method => Page::Method(MethodPage {
            sections: texts.method().to_vec(),
            sources: (0..questionnaire.sources().len()).map(|index| texts.source(index).clone()).collect(),
        }),
    }
}

/// Every door, for the help that is one press away on each screen.
pub fn help(questionnaire: &Questionnaire, texts: &Texts) -> Vec<DoorReport> {
    let mut all = doors(questionnaire, texts, DoorPlacement::Safety);
    all.extend(doors(questionnaire, texts, DoorPlacement::Closing));
    all
}

fn intro(questionnaire: &Questionnaire, texts: &Texts, session: &Session) -> Intro {
    let words = texts.words();
    let time = fill(&words.intro_time, &[("total", &questionnaire.count().to_string())]);
    let Some(record) = session.resumable() else {
        return Intro { time, resume: String::new(), resume_note: Text::EMPTY };
    };
    let resume = match record.answers.first_open(questionnaire) {
        Some(id) => fill(&words.resume, &[("n", &id.number().to_string())]),
        None => words.see_result.to_string(),
    };
    let note = if session.found_earlier() { words.resume_found } else { words.resume_own };
    Intro { time, resume, resume_note: note }
}

fn question_page(
    questionnaire: &Questionnaire,
    texts: &Texts,
    session: &Session,
    id: crate::questionnaire::QuestionId,
    question: &crate::questionnaire::Question,
) -> QuestionPage {
    let words = texts.words();
    let text = texts.question(id.index());
    let total = questionnaire.count();
    let part = texts.part(question.part);
    let before = id.index().checked_sub(1).and_then(|index| questionnaire.at(index));
    let opens_part = before.and_then(|id| questionnaire.question(id)).is_none_or(|before| before.part != question.part);
    let chosen = session.answers().choice(id).map(|choice| choice.index());
    let options = (0..crate::questionnaire::OPTIONS).map(|index| OptionRow {
        index,
        label: texts.option(question.scale, index),
        chosen: chosen == Some(index),
    });
    QuestionPage {
        heading: fill(&words.question_heading, &[("n", &id.number().to_string()), ("total", &total.to_string())]),
        part: part.name,
        note: if opens_part { part.note } else { Text::EMPTY },
        number: id.number(),
        total,
        ask: text.ask,
        hint: text.hint,
        ways: (question.theme == Theme::Balance).then_some([text.a, text.b]),
        options: options.collect(),
        error: if session.asked_again() { words.choose_first } else { Text::EMPTY },
        skipped: if session.skipped() { words.was_skipped } else { Text::EMPTY },
        next: if id.number() == total { words.see_result } else { words.next },
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, QuestionPage, help, page};
    use crate::answers::Choice;
    use crate::fixture::{answers, raw, small};
    use crate::session::{Event, Record, Screen, Session};
    use alloc::vec::Vec;

    /// The page after these events.
    fn after(found: &str, events: impl IntoIterator<Item = Event>) -> Page {
        let (questionnaire, mut texts) = raw();
        texts.words.question_heading = "{n} of {total}".into();
        texts.words.resume = "go on at {n}".into();
        let (questionnaire, texts) = crate::content::load(questionnaire, texts).unwrap();
        let found = Record { answers: answers(&questionnaire, found), action: None };
        let session =
            events.into_iter().fold(Session::new(Some(found)), |session, event| session.apply(&questionnaire, event));
        page(&questionnaire, &texts, &session)
    }

    fn question(page: Page) -> QuestionPage {
        match page {
            Page::Question(page) => *page,
            other => panic!("not a question: {other:?}"),
        }
    }

    fn intro(page: Page) -> [alloc::string::String; 2] {
        match page {
            Page::Intro(intro) => [intro.resume, intro.resume_note.get().into()],
            other => panic!("not the intro: {other:?}"),
        }
    }

    #[test]
    fn the_intro_offers_to_go_on_only_when_there_is_something() {
        assert_eq!(intro(after("", [])), ["", ""]);
        assert_eq!(intro(after("d1=1 d2=-", [])), ["go on at 3", "words.resume-found"]);
        assert_eq!(intro(after("d=1 p=1 o=1 s=1", [])), ["words.see-result", "words.resume-found"]);
        let own = after("d1=1", [Event::Resume, Event::Visit(Screen::Intro)]);
        assert_eq!(intro(own), ["go on at 2", "words.resume-own"]);
    }

    #[test]
    fn only_the_first_question_of_a_part_opens_with_its_note() {
        let first = question(after("", [Event::Start]));
        assert_eq!((first.heading.as_str(), first.note.get()), ("1 of 11", "parts.one.note"));
        let second = question(after("", [Event::Start, Event::Skip]));
        assert_eq!((second.number, second.part.get(), second.note.get()), (2, "parts.one.name", ""));
        let part = question(after("d=1 p=1 o=1", [Event::Resume]));
        assert_eq!(part.note, "parts.two.note");
    }

    #[test]
    fn only_a_dilemma_shows_two_ways() {
        assert!(question(after("", [Event::Start])).ways.is_some());
        assert!(question(after("d=1", [Event::Resume])).ways.is_none());
    }

    #[test]
    fn the_chosen_option_is_the_only_one_marked() {
        let choice = Choice::new(3).unwrap();
        let shown = question(after("", [Event::Start, Event::Choose(choice)]));
        let chosen: Vec<u8> = shown.options.iter().filter(|row| row.chosen).map(|row| row.index).collect();
        assert_eq!((shown.options.len(), chosen), (5, [3].to_vec()));
        assert!(shown.error.is_empty() && shown.skipped.is_empty());
    }

    #[test]
    fn a_question_says_that_it_was_left_open_or_skipped() {
        assert_eq!(question(after("", [Event::Start, Event::Next])).error, "words.choose-first");
        assert_eq!(question(after("", [Event::Start, Event::Skip, Event::Previous])).skipped, "words.was-skipped");
    }

    #[test]
    fn the_last_question_leads_to_the_result_by_name() {
        let last = question(after("d=1 p=1 o=1 s1a=1 s1b=1 s2=1", [Event::Resume]));
        assert_eq!((last.number, last.next.get()), (last.total, "words.see-result"));
        assert_eq!(question(after("", [Event::Start])).next, "words.next");
    }

    #[test]
    fn how_we_count_lists_every_source() {
        match after("", [Event::OpenMethod]) {
            Page::Method(method) => assert_eq!((method.sections.len(), method.sources.len()), (1, 1)),
            other => panic!("not the method: {other:?}"),
        }
    }

    #[test]
    fn every_door_is_in_the_help_safety_first() {
        let (questionnaire, texts) = small();
        let who = help(&questionnaire, &texts).into_iter().map(|door| door.who).collect::<Vec<_>>();
        assert_eq!(who, ["doors.danger.who", "doors.friend.who"]);
    }
}
