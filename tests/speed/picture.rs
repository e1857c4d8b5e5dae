//! The outcome as a picture for README.md: the slow mode, one panel per row, five bars each.
//!
//! It brings its own ground, so that it reads on a light and on a dark page, whichever of the two it thinks it is on.

use crate::measures::Measure;
use crate::outcome::Outcome;
use crate::pages::{OURS, PAGES};
use crate::walk::Mode;
use std::fmt::Write;

const WIDTH: usize = 860;
const MARGIN: usize = 28;
const COLUMN: usize = 388;
const GAP: usize = 28;
const TOP: usize = 78;
const PANEL: usize = 168;
const BAR: usize = 16;
const PITCH: usize = 24;
const LABEL: usize = 98;
/// The longest bar; its figure stands behind it.
const LENGTH: f64 = 200.0;

const STYLE: &str = "
  .ground { fill: #ffffff; stroke: #d5d9d8 }
  text { font: 14px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1f2625 }
  .quiet { fill: #55605e }
  .title { font-size: 18px; font-weight: 600 }
  .what { font-weight: 600 }
  .bar { fill: #b4bfbd }
  .ours { fill: #1d6b64 }
  .strong { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #151b1d; stroke: #353f41 }
    text { fill: #e6edeb }
    .quiet { fill: #a3b0ad }
    .bar { fill: #56636a }
    .ours { fill: #4fb5a9 }
  }
";

/// Draws the outcome as SVG.
pub(crate) fn draw(outcome: &Outcome, rounds: usize) -> String {
    let mode = Mode::Slow;
    let lines = Measure::ROWS.len().div_ceil(2);
    let height = TOP + lines * PANEL + 4;
    let mut svg = String::new();
    let says = described(outcome, mode);
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">Ruimtescan beside the same eighteen questions made otherwise</title>\n\
         <desc id=\"desc\">{says}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"ground\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"10\"/>\n\
         <text class=\"title\" x=\"{MARGIN}\" y=\"38\">The same eighteen questions, made five ways</text>\n\
         <text class=\"quiet\" x=\"{MARGIN}\" y=\"60\">{}; median of {rounds}; shorter is better</text>",
        WIDTH - 1,
        height - 1,
        mode.name()
    );
    for (place, measure) in Measure::ROWS.into_iter().enumerate() {
        let x = MARGIN + place % 2 * (COLUMN + GAP);
        let y = TOP + place / 2 * PANEL;
        panel(&mut svg, outcome, mode, measure, x, y);
    }
    svg + "</svg>\n"
}

fn panel(svg: &mut String, outcome: &Outcome, mode: Mode, measure: Measure, x: usize, y: usize) {
    let _ =
        writeln!(svg, "<text class=\"what\" x=\"{x}\" y=\"{}\">{}, {}</text>", y + 18, measure.title(), measure.unit());
    let medians = PAGES.map(|page| outcome.figure(mode, page.key, measure).median);
    let longest = medians.into_iter().fold(f64::MIN_POSITIVE, f64::max);
    for (place, (page, median)) in PAGES.into_iter().zip(medians).enumerate() {
        let (bar, text) = if page.key == OURS { ("bar ours", "strong") } else { ("bar", "quiet") };
        let top = y + 28 + place * PITCH;
        let base = top + BAR - 3;
        // A figure that is next to nothing is still a line.
        let length = (median / longest * LENGTH).max(1.5);
        let start = x + LABEL;
        let _ = writeln!(
            svg,
            "<text class=\"{text}\" x=\"{x}\" y=\"{base}\">{}</text>\
             <rect class=\"{bar}\" x=\"{start}\" y=\"{top}\" width=\"{length:.1}\" height=\"{BAR}\" rx=\"2\"/>\
             <text class=\"{text}\" x=\"{:.1}\" y=\"{base}\">{}</text>",
            page.name,
            start as f64 + length + 8.0,
            measure.written(median)
        );
    }
}

/// The figures in words, for who cannot see the bars.
fn described(outcome: &Outcome, mode: Mode) -> String {
    let rows = Measure::ROWS.map(|measure| {
        let pages = PAGES
            .map(|page| format!("{} {}", page.name, measure.written(outcome.figure(mode, page.key, measure).median)));
        format!("{} in {}: {}.", measure.title(), measure.unit(), pages.join(", "))
    });
    rows.join(" ")
}
