//! The outcome as text: for the terminal, and as the table between the markers in README.md.

use crate::measures::Measure;
use crate::outcome::Outcome;
use crate::pages::{OURS, PAGES, YARDSTICK};
use crate::walk::Mode;

/// Both modes with ranges and ratios, and every goal.
pub(crate) fn print(outcome: &Outcome, rounds: usize) {
    for mode in Mode::ALL {
        println!("\n== {}; median of {rounds}, and from least to most", mode.name());
        let names = PAGES.map(|page| page.name.to_string());
        println!("{}", row("", &names, "x hand-written", "x best peer"));
        for measure in Measure::ROWS {
            let figures = PAGES.map(|page| outcome.figure(mode, page.key, measure));
            let medians = figures.map(|figure| measure.written(figure.median));
            let ranges =
                figures.map(|figure| format!("{}–{}", measure.written(figure.least), measure.written(figure.most)));
            let best = outcome.best_peer(mode, measure);
            let to_best = format!("{:.2} {}", outcome.ratio(mode, measure, best.key), best.name);
            let title = format!("{}, {}", measure.title(), measure.unit());
            println!("{}", row(&title, &medians, &format!("{:.2}", outcome.ratio(mode, measure, YARDSTICK)), &to_best));
            println!("{}", row("", &ranges, "", ""));
        }
    }
    println!();
    for goal in outcome.goals() {
        println!("{}", goal.line());
    }
}

fn row(name: &str, cells: &[String], to_yardstick: &str, to_best: &str) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:>16}")).collect();
    format!("{name:<32}{cells}{to_yardstick:>16}{to_best:>18}")
}

/// The slow mode as Markdown, with its goals.
pub(crate) fn markdown(outcome: &Outcome, rounds: usize) -> String {
    let mode = Mode::Slow;
    let names = PAGES.map(|page| page.name).join(" | ");
    let mut text = format!("| {}; median of {rounds} | {names} | of hand-written | of best peer |\n", mode.name());
    text += &format!("|---|{}---:|---:|\n", "---:|".repeat(PAGES.len()));
    for measure in Measure::ROWS {
        let medians = PAGES.map(|page| {
            let median = measure.written(outcome.figure(mode, page.key, measure).median);
            if page.key == OURS { format!("**{median}**") } else { median }
        });
        let best = outcome.best_peer(mode, measure);
        let ratios = [YARDSTICK, best.key].map(|to| outcome.ratio(mode, measure, to));
        text += &format!(
            "| {}, {} | {} | {:.2}x | {:.2}x ({}) |\n",
            measure.title(),
            measure.unit(),
            medians.join(" | "),
            ratios[0],
            ratios[1],
            best.name
        );
    }
    text += "\n";
    for goal in outcome.goals() {
        text += &format!("- {}\n", goal.line());
    }
    text
}
