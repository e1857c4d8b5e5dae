//! The result on one sheet of A4. Hidden on the screen, and the only thing there on paper.
//!
//! It repeats what the screen shows, so nothing in it has an id.

use crate::charts::balance::beam_picture;
use crate::charts::ladder::ladder_steps;
use scan::page::ResultPage;
use scan::questionnaire::Thresholds;
use scan::report::{DoorReport, LessonReport};
use scan::words::Words;
use yew::{Html, html};

/// The sheet; `line` is its last line, with the date.
pub fn print_sheet(page: &ResultPage, words: &Words, thresholds: Thresholds, line: &str) -> Html {
    let report = &page.report;
    let chosen = report.lessons.iter().chain(&report.more).find(|lesson| Some(lesson.id) == page.action);
    let heading = if chosen.is_some() { &words.my_action } else { &words.tomorrow };
    html! {
        <div class="print-sheet">
            <p class="title">{ &words.result_heading }</p>
            <p>{ &report.summary }</p>
            if let Some(lesson) = chosen.or(report.lessons.first()) {
                <p class="action"><b>{ heading }</b>{ " " }{ &lesson.tomorrow }</p>
            }
            <p class="heading">{ &words.balance_heading }</p>
            { beam_picture(&report.balance, words, thresholds) }
            <ol class="marks">
                { for report.balance.marks.iter().map(|mark| html! {
                    <li>{ mark.number }{ " " }{ &mark.label }{ ": " }<b>{ &mark.answer }</b></li>
                }) }
            </ol>
            <p class="heading">{ &words.ladder_heading }</p>
            { ladder_steps(&report.ladder, words) }
            <p class="heading">{ &words.lessons_heading }</p>
            <ul class="lessons">{ for report.lessons.iter().map(lesson) }</ul>
            <ul class="numbers">{ for report.safety.iter().chain(&report.closing).map(door) }</ul>
            <p class="line">{ line }</p>
        </div>
    }
}

fn lesson(lesson: &LessonReport) -> Html {
    html! { <li><b>{ &lesson.title }</b>{ " " }{ &lesson.tomorrow }</li> }
}

fn door(door: &DoorReport) -> Html {
    html! { <li>{ &door.when }{ " " }{ &door.who }{ " " }<b>{ &door.number }</b></li> }
}
