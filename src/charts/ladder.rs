//! The ladder: the steps of the meldcode as rungs, each with a shape and a word for how sure one feels.

use crate::components::disclosure::disclosure;
use crate::components::markup::{around, element, line, many, nothing, row};
use crate::components::table::{table, table_row};
use scan::questionnaire::Band;
use scan::report::Rung;
use scan::words::Words;
use yew::Html;

/// Where on its rung a shape is, and how large, in pixels.
const MIDDLE: &str = "28";
const DOWN: &str = "24";
const RADIUS: &str = "12";
/// The left half of that circle.
const HALF: &str = "M28,12A12,12,0,0,0,28,36Z";

/// The rungs with everything said about them.
pub fn ladder(rungs: &[Rung], words: &Words) -> Html {
    rail(rungs, words, |rung| {
        row![name(rung), line("p", "own", &rung.answer), line("p", "own", &rung.skipped), line("p", "hold", &rung.hold),]
    })
}

/// The rungs with name and band only, for paper.
pub fn ladder_steps(rungs: &[Rung], words: &Words) -> Html {
    rail(rungs, words, name)
}

/// The same as a table.
pub fn ladder_table(rungs: &[Rung], words: &Words) -> Html {
    let head: [&str; 3] = [&words.column_step, &words.column_band, &words.column_answer];
    let cells = |rung: &Rung| table_row(&[&title(rung), &rung.word, &rung.answer], 0);
    let rows = rungs.iter().map(cells).collect();
    disclosure(&words.as_table, table(&head, rows))
}

fn rail(rungs: &[Rung], words: &Words, about: fn(&Rung) -> Html) -> Html {
    let rung = |rung: &Rung| around("li", "rung", row![shape(rung.band), around("div", "about", about(rung))]);
    let rungs = many(rungs.iter().map(rung).collect());
    element!("ol", ["class" = "ladder", "part" = "ladder", "aria-label" = &words.ladder_alt], rungs)
}

fn title(rung: &Rung) -> String {
    [&rung.number.to_string(), " ", &rung.name].concat()
}

fn name(rung: &Rung) -> Html {
    // The space is for who copies or listens.
    around("p", "name", row![line("span", "", &title(rung)), line("span", "", " "), line("b", "word", &rung.word)])
}

/// A rung between two rails. Full is sure, half is fairly sure, open wants hold, dashed was skipped.
fn shape(band: Option<Band>) -> Html {
    let rail = |[x1, x2, y1, y2]: [&str; 4]| {
        element!("line", ["class" = "rail", "x1" = x1, "x2" = x2, "y1" = y1, "y2" = y2], nothing())
    };
    let circle = |class| element!("circle", ["class" = class, "cx" = MIDDLE, "cy" = DOWN, "r" = RADIUS], nothing());
    let drawn = row![
        rail(["5", "5", "0", "100%"]),
        rail(["51", "51", "0", "100%"]),
        rail(["5", "51", DOWN, DOWN]),
        circle(if band.is_none() { "dashed" } else { "open" }),
        match band {
            Some(Band::Mid) => element!("path", ["class" = "fill", "d" = HALF], nothing()),
            Some(Band::High) => circle("fill"),
            Some(Band::Low) | None => nothing(),
        },
    ];
    element!(
        "svg",
        ["class" = "shape", "width" = "56", "height" = "100%", "aria-hidden" = "true", "focusable" = "false"],
        drawn
    )
}
