//! The balance: a beam from rules to leeway, with the answers themselves on it.

use crate::charts::geometry::{ENDS, RADIUS, Spot, beam};
use crate::components::disclosure::disclosure;
use crate::components::markup::{around, element, line, list, many, nothing, row, text};
use crate::components::table::{table, table_row};
use scan::questionnaire::Thresholds;
use scan::report::{BalanceReport, Mark};
use scan::words::Words;
use yew::Html;

/// The picture, the same as a short list, and the same as a table.
pub fn balance(report: &BalanceReport, words: &Words, thresholds: Thresholds) -> Html {
    let head: [&str; 4] = [&words.column_number, &words.column_situation, &words.column_answer, &words.column_way];
    let cells = |mark: &Mark| table_row(&[&mark.number.to_string(), &mark.label, &mark.answer, &mark.way], 1);
    let rows = report.marks.iter().map(cells).collect();
    let shown = row![
        beam_picture(report, words, thresholds),
        list("ol", "marks", &report.marks, mark_line),
        disclosure(&words.as_table, table(&head, rows)),
    ];
    element!("div", ["class" = "balance", "part" = "balance"], shown)
}

/// The picture alone.
pub fn beam_picture(report: &BalanceReport, words: &Words, thresholds: Thresholds) -> Html {
    let beam = beam(&report.marks, report.verdict, thresholds);
    let labelled = |spot: &Spot| report.marks.iter().find(|mark| mark.number == spot.number);
    // Round ends reach beyond the band by half its width, so no answer is cut in two.
    let band = beam.band.map(|ends| stroke("band", ends, (beam.y, beam.y), 2 * RADIUS + 12));
    let ticks = [ENDS.0, 50, ENDS.1].map(|x| stroke("tick", (x, x), (beam.y - 7, beam.y + 7), 2));
    let ends = [&words.rules, &words.middle, &words.room].map(|word| line("span", "", word));
    let markers = beam.spots.iter().filter_map(|spot| Some(marker(spot, labelled(spot)?)));
    let drawn = row![
        band.unwrap_or_default(),
        stroke("bar", ENDS, (beam.y, beam.y), 4),
        many(ticks.into()),
        many(markers.collect())
    ];
    let height = beam.height.to_string();
    let scale = element!("div", ["class" = "scale", "aria-hidden" = "true"], many(ends.into()));
    let alt = &words.balance_alt;
    let picture = element!(
        "svg",
        ["width" = "100%", "height" = &height, "role" = "group", "aria-label" = alt, "focusable" = "false"],
        drawn
    );
    around("div", "beam", row![picture, scale])
}

/// A line across in percent and down in pixels.
fn stroke(class: &'static str, (x1, x2): (i32, i32), (y1, y2): (i32, i32), width: i32) -> Html {
    let (x1, x2, y1, y2) = (percent(x1), percent(x2), y1.to_string(), y2.to_string());
    let width = width.to_string();
    element!(
        "line",
        [
            "class" = class,
            "x1" = &x1,
            "x2" = &x2,
            "y1" = &y1,
            "y2" = &y2,
            "stroke-width" = &width,
            "stroke-linecap" = "round"
        ],
        nothing(),
    )
}

fn percent(x: i32) -> String {
    x.to_string() + "%"
}

fn marker(spot: &Spot, mark: &Mark) -> Html {
    let (x, y, number) = (percent(spot.x), spot.y.to_string(), spot.number.to_string());
    let says = [&number, " ", &mark.label, ": ", &mark.answer].concat();
    let radius = RADIUS.to_string();
    let drawn = row![
        line("title", "", &says),
        element!("circle", ["cx" = &x, "cy" = &y, "r" = &radius], nothing()),
        element!("text", ["x" = &x, "y" = &y, "dy" = "0.35em", "text-anchor" = "middle"], text(&number)),
    ];
    let class = ["marker n", &number].concat();
    element!("g", ["class" = &class, "role" = "img", "tabindex" = "0", "aria-label" = &says], drawn)
}

fn mark_line(mark: &Mark) -> Html {
    // The class ties a line to its marker, for the style sheet.
    let number = mark.number.to_string();
    let said =
        row![line("span", "nr", &number), line("span", "label", &mark.label), line("span", "answer", &mark.answer)];
    element!("li", ["class" = &["n", &number].concat()], said)
}
