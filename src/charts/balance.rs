//! The balance: a beam from rules to room, with the answers themselves on it.

use crate::charts::geometry::{ENDS, RADIUS, Spot, beam};
use crate::components::disclosure::disclosure;
use crate::components::markup::{line, list, row};
use crate::components::table::table;
use scan::questionnaire::Thresholds;
use scan::report::{BalanceReport, Mark};
use scan::words::Words;
use yew::{Html, classes, html};

/// The picture, the same as a short list, and the same as a table.
pub fn balance(report: &BalanceReport, words: &Words, thresholds: Thresholds) -> Html {
    let head: [&str; 4] = [&words.column_number, &words.column_situation, &words.column_answer, &words.column_way];
    let cells = |mark: &Mark| [mark.number.to_string(), mark.label.clone(), mark.answer.clone(), mark.way.clone()];
    let rows: Vec<[String; 4]> = report.marks.iter().map(cells).collect();
    html! {
        <div class="balance" part="balance">
            { beam_picture(report, words, thresholds) }
            { list("ol", "marks", &report.marks, mark_line) }
            { disclosure(&words.as_table, table(head, 1, &rows)) }
        </div>
    }
}

/// The picture alone.
pub fn beam_picture(report: &BalanceReport, words: &Words, thresholds: Thresholds) -> Html {
    let beam = beam(&report.marks, report.verdict, thresholds);
    let labelled = |spot: &Spot| report.marks.iter().find(|mark| mark.number == spot.number);
    // Round ends reach beyond the band by half its width, so no answer is cut in two.
    let band = beam.band.map(|ends| stroke("band", ends, (beam.y, beam.y), 2 * RADIUS + 12));
    let ticks = [ENDS.0, 50, ENDS.1].map(|x| stroke("tick", (x, x), (beam.y - 7, beam.y + 7), 2));
    let ends = [&words.rules, &words.middle, &words.room].map(|word| line("span", "", word));
    html! {
        <div class="beam">
            <svg
                width="100%"
                height={beam.height.to_string()}
                role="group"
                aria-label={words.balance_alt.clone()}
                focusable="false"
            >
                { for band }
                { stroke("bar", ENDS, (beam.y, beam.y), 4) }
                { row(ticks) }
                { for beam.spots.iter().filter_map(|spot| Some(marker(spot, labelled(spot)?))) }
            </svg>
            <div class="scale" aria-hidden="true">{ row(ends) }</div>
        </div>
    }
}

/// A line across in percent and down in pixels.
fn stroke(class: &'static str, (x1, x2): (i32, i32), (y1, y2): (i32, i32), width: i32) -> Html {
    html! {
        <line
            {class}
            x1={percent(x1)}
            x2={percent(x2)}
            y1={y1.to_string()}
            y2={y2.to_string()}
            stroke-width={width.to_string()}
            stroke-linecap="round"
        />
    }
}

fn percent(x: i32) -> String {
    x.to_string() + "%"
}

fn marker(spot: &Spot, mark: &Mark) -> Html {
    let (x, y, number) = (percent(spot.x), spot.y.to_string(), spot.number.to_string());
    let says = [&number, " ", &mark.label, ": ", &mark.answer].concat();
    html! {
        <g class={classes!("marker", numbered(spot.number))} role="img" tabindex="0" aria-label={says.clone()}>
            { line("title", "", &says) }
            <circle cx={x.clone()} cy={y.clone()} r={RADIUS.to_string()} />
            <text {x} {y} dy="0.35em" text-anchor="middle">{ number }</text>
        </g>
    }
}

fn mark_line(mark: &Mark) -> Html {
    let said = row([
        line("span", "nr", &mark.number.to_string()),
        line("span", "label", &mark.label),
        line("span", "answer", &mark.answer),
    ]);
    html! { <li class={numbered(mark.number)}>{ said }</li> }
}

/// Ties a marker to its line in the list, for the style sheet.
fn numbered(number: usize) -> String {
    ["n", &number.to_string()].concat()
}
