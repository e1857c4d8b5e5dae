//! The result on one sheet of A4. Hidden on the screen, and the only thing there on paper.
//!
//! It repeats what the screen shows, so nothing in it has an id.

use crate::charts::balance::beam_picture;
use crate::charts::ladder::ladder_steps;
use crate::components::markup::{around, line, list, row, text};
use scan::page::ResultPage;
use scan::questionnaire::Thresholds;
use scan::report::{Action, DoorReport, LessonReport, Mark};
use scan::words::Words;
use yew::Html;

/// The sheet; `foot` is its last line, with the date.
pub fn print_sheet(page: &ResultPage, words: &Words, thresholds: Thresholds, foot: &str) -> Html {
    let report = &page.report;
    let chosen = report.lessons.iter().chain(&report.more).find(|lesson| Some(lesson.id) == page.action);
    let heading = if chosen.is_some() { &words.my_action } else { &words.tomorrow };
    let action = chosen.or(report.lessons.first()).map(|lesson| lesson.action).unwrap_or_default();
    let said = row![line("b", "", heading), text(" "), text(&action.text), safety(action)];
    let all = row![
        line("p", "title", &words.result_heading),
        line("p", "", &report.summary),
        around("p", "action", said),
        line("p", "heading", &words.balance_heading),
        beam_picture(&report.balance, words, thresholds),
        list("ol", "marks", &report.balance.marks, mark),
        line("p", "heading", &words.ladder_heading),
        ladder_steps(&report.ladder, words),
        line("p", "heading", &words.lessons_heading),
        list("ul", "lessons", &report.lessons, lesson),
        list("ul", "numbers", &[report.safety.as_slice(), &report.closing].concat(), door),
        line("p", "line", foot),
    ];
    around("div", "print-sheet", all)
}

fn mark(mark: &Mark) -> Html {
    let before = [&mark.number.to_string(), " ", &mark.label, ": "].concat();
    around("li", "", row![text(&before), line("b", "", &mark.answer)])
}

fn lesson(lesson: &LessonReport) -> Html {
    around("li", "", row![line("b", "", &lesson.title), text(" "), text(&lesson.action.text), safety(lesson.action)])
}

/// Right behind the action it belongs to.
fn safety(action: Action) -> Html {
    if action.safety.is_empty() { Html::default() } else { row![text(" "), line("em", "", &action.safety)] }
}

fn door(door: &DoorReport) -> Html {
    let before = [&door.when, " ", &door.who, " "].concat();
    around("li", "", row![text(&before), line("b", "", &door.number), text(" "), text(&door.url)])
}
