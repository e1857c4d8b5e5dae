//! The view-model: what the screen of a session shows, as plain structs for the screens to lay out.

use crate::answers::Answer;
use crate::questionnaire::{LessonId, Place, Questionnaire, Theme};
use crate::report::{DoorReport, Report, doors, report};
use crate::session::{Screen, Session};
use crate::text::{Section, SourceText, Texts, fill};
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
    /// The button to go on with: "Ga verder bij vraag 7" or "Bekijk je resultaat"; empty when there is nothing.
    pub resume: String,
    /// What goes with that button; empty when there is nothing to go on with.
    pub resume_note: String,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionPage {
    /// "Vraag 3 van 18".
    pub heading: String,
    /// Name of the part.
    pub part: String,
    /// What the part opens with; only on its first question.
    pub note: String,
    /// The number of this question, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// The question.
    pub ask: String,
    /// What helps to understand it; may be empty.
    pub hint: String,
    /// Dilemmas: ways A and B.
    pub ways: Option<[String; 2]>,
    /// The options, in order.
    pub options: Vec<OptionRow>,
    /// The message when it was left without an answer; empty otherwise.
    pub error: String,
    /// That it was skipped before; empty otherwise.
    pub skipped: String,
    /// The button that goes on.
    pub next: String,
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionRow {
    /// Its place, 0 to 4.
    pub place: u8,
    /// Its words.
    pub label: String,
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
    let mut all = doors(questionnaire, texts, Place::Safety);
    all.extend(doors(questionnaire, texts, Place::Closing));
    all
}

fn intro(questionnaire: &Questionnaire, texts: &Texts, session: &Session) -> Intro {
    let words = texts.words();
    let Some(record) = session.resumable() else {
        return Intro { resume: String::new(), resume_note: String::new() };
    };
    let resume = match record.answers.first_open(questionnaire) {
        Some(id) => fill(&words.resume, &[("n", &id.number().to_string())]),
        None => words.see_result.clone(),
    };
    let note = if session.found_earlier() { &words.resume_found } else { &words.resume_own };
    Intro { resume, resume_note: note.clone() }
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
    let chosen = session.answers().choice(id).map(|choice| choice.place());
    let options = (0..crate::questionnaire::OPTIONS).map(|place| OptionRow {
        place,
        label: texts.option(question.scale, place).to_string(),
        chosen: chosen == Some(place),
    });
    let skipped = session.answers().get(id) == Some(Answer::Skipped);
    QuestionPage {
        heading: fill(&words.question_heading, &[("n", &id.number().to_string()), ("total", &total.to_string())]),
        part: part.name.clone(),
        note: if opens_part { part.note.clone() } else { String::new() },
        number: id.number(),
        total,
        ask: text.ask.clone(),
        hint: text.hint.clone(),
        ways: (question.theme == Theme::Balance).then(|| [text.a.clone(), text.b.clone()]),
        options: options.collect(),
        error: if session.asked_again() { words.choose_first.clone() } else { String::new() },
        skipped: if skipped { words.was_skipped.clone() } else { String::new() },
        next: if id.number() == total { words.see_result.clone() } else { words.next.clone() },
    }
}
