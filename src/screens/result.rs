//! The result, in the order that matters: the whole, tomorrow, both pictures, lessons, and where to turn to.

use crate::charts::balance::balance;
use crate::charts::ladder::{ladder, ladder_table};
use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::copy_field::copy_field;
use crate::components::disclosure::{disclosure, on_request};
use crate::components::door_list::{Size, door_list};
use crate::components::facts::facts;
use crate::components::lesson_card::lesson_card;
use crate::components::markup::{around, element, heading, line, list, many, nothing, part, row, text};
use crate::components::notice::notice;
use crate::screens::codes::{CodesView, codes};
use crate::screens::intro::start_again;
use crate::screens::{Act, Dispatch, HEADING};
use scan::page::ResultPage;
use scan::questionnaire::Thresholds;
use scan::report::{Action, Feedback, LessonReport, OrganisationReport, Report, Rung};
use scan::session::Event;
use scan::words::Words;
use yew::Html;

/// The id of the field with the text to copy by hand; it gets the focus when it appears.
pub const COPY: &str = "copy";

/// What the result needs beside its page.
#[derive(Clone, Copy, Debug)]
pub struct ResultView<'a> {
    /// The page.
    pub page: &'a ResultPage,
    /// Where the verdicts begin, for the picture.
    pub thresholds: Thresholds,
    /// The text to copy by hand, when the clipboard is closed to us; else empty.
    pub to_copy: &'a str,
    /// The message; may be empty.
    pub notice: &'a str,
    /// What can be handed over, in a workshop.
    pub codes: Option<CodesView<'a>>,
    /// How much of it is to be drawn.
    pub extent: Extent,
}

/// How much of a result is drawn: it is a lot, and most of it is seen later or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What comes first.
    First,
    /// All but the further lessons.
    Most,
    /// Everything.
    All,
}

/// The result.
pub fn result(view: ResultView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let report = &view.page.report;
    let balance = row![
        balance(&report.balance, words, view.thresholds),
        facts(&[
            (&words.strength, &report.balance.strength),
            (&words.watch, &report.balance.watch),
            (&words.question_along, &report.balance.question),
        ]),
    ];
    let first = row![
        heading(HEADING, &words.result_heading),
        line("p", "lead", &report.summary),
        view.codes.map_or_else(nothing, |view| codes(view, words, dispatch)),
        tomorrow(view.page, words),
        part(&words.balance_heading, balance),
    ];
    row![first, if view.extent > Extent::First { rest(view, words, dispatch) } else { nothing() }]
}

/// All that comes after the balance.
fn rest(view: ResultView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let report = &view.page.report;
    row![
        part(&words.ladder_heading, steps(report, words)),
        practice(&report.practice, words),
        part(&words.lessons_heading, lessons(view, words, dispatch)),
        part(&words.organisation_heading, organisation(&report.organisation, words)),
        part(&words.keep_result_heading, keep(view, words, dispatch)),
        part(&words.closing_heading, door_list(&report.closing, Size::Closing)),
    ]
}

/// The action to start with: the chosen one, else that of the first lesson.
fn tomorrow(page: &ResultPage, words: &Words) -> Html {
    let report = &page.report;
    let chosen = report.lessons.iter().chain(&report.more).find(|lesson| Some(lesson.id) == page.action);
    let heading = if chosen.is_some() { &words.my_action } else { &words.tomorrow };
    let Some(lesson) = chosen.or(report.lessons.first()) else {
        return Html::default();
    };
    let Action { text, safety } = &lesson.action;
    let said = row![line("h3", "", heading), line("p", "", text), line("p", "safety", safety)];
    element!("section", ["class" = "tomorrow", "part" = "tomorrow"], said)
}

/// The ladder, with the doors about safety right under it.
fn steps(report: &Report, words: &Words) -> Html {
    let doors = row![line("h3", "", &words.safety_heading), door_list(&report.safety, Size::Near)];
    row![
        ladder(&report.ladder, words),
        line("p", "check", &report.check),
        around("div", "safety-doors", doors),
        disclosure(&words.room_in_steps, list("ul", "leeway", &report.ladder, leeway)),
        ladder_table(&report.ladder, words),
    ]
}

fn leeway(rung: &Rung) -> Html {
    let name = [&rung.number.to_string(), " ", &rung.name].concat();
    around("li", "", row![line("b", "", &name), text(" "), text(&rung.leeway)])
}

fn practice(feedback: &[Feedback], words: &Words) -> Html {
    if feedback.is_empty() { Html::default() } else { part(&words.practice_heading, said(feedback)) }
}

fn said(feedback: &[Feedback]) -> Html {
    list("ul", "said", feedback, |said| line("li", "", &said.text))
}

fn lessons(view: ResultView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let page = view.page;
    let card = |lesson: &LessonReport| {
        let pick = dispatch.event(Event::PickAction(lesson.id));
        lesson_card(lesson, words, page.action == Some(lesson.id), pick)
    };
    let cards = |lessons: &[LessonReport]| many(lessons.iter().map(card).collect());
    let more = if view.extent == Extent::All { cards(&page.report.more) } else { nothing() };
    let fold = match page.report.more.is_empty() {
        true => nothing(),
        false => on_request(&words.more_lessons, more, dispatch.press(Act::MoreLessons)),
    };
    row![cards(&page.report.lessons), fold]
}

fn organisation(organisation: &OrganisationReport, words: &Words) -> Html {
    let can_do = if organisation.can_do.is_empty() {
        Html::default()
    } else {
        row![
            line("h4", "", &words.organisation_can_do),
            list("ul", "can-do", &organisation.can_do, |way| line("li", "", way)),
            line("h4", "", &words.opening_heading),
            line("p", "", &organisation.opening),
        ]
    };
    row![said(&organisation.feedback), can_do, line("p", "steer", &organisation.steer)]
}

fn keep(view: ResultView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let ways = [(&words.print, Act::Print), (&words.copy, Act::Copy), (&words.save_file, Act::SaveFile)];
    let ways = ways.map(|(label, act)| button(Look::Secondary, label, dispatch.press(act)));
    let again = row![
        start_again(words, dispatch),
        confirm(&words.wipe, &words.wipe_ask, &words.wipe_yes, dispatch.event(Event::Wipe)),
        button(Look::Quiet, &words.previous, dispatch.event(Event::Previous)),
    ];
    row![
        around("div", "actions", many(ways.into())),
        notice(view.notice),
        to_copy(view.to_copy, words),
        around("div", "again", again),
        line("p", "mirror", &words.result_note),
    ]
}

/// The text to copy by hand, where the clipboard is closed to us.
fn to_copy(content: &str, words: &Words) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    copy_field(COPY, &words.copy_label, "10", content)
}
