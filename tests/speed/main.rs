//! The widget beside other pages that ask the same, in Chromium: printed and written down, never asserted.
//!
//! Run by `cargo xtask bench`, which builds the pages first. bench/README.md says what each figure means.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "shared with the browser tests, which use more of it, and may fail loudly"
)]

mod board;
mod measures;
mod outcome;
mod pages;
mod picture;
mod record;
#[path = "../../crates/scan/tests/it/shipped.rs"]
mod shipped;
mod support;
mod table;
mod walk;

use outcome::Outcome;
use pages::PAGES;
use std::path::PathBuf;
use std::time::Instant;
use support::browser::{Browser, block_on};
use walk::{Mode, Survey, walk};

/// What `cargo xtask bench` asks.
struct Options {
    pages: PathBuf,
    rounds: usize,
    /// Where criterion left its figures, when all is to be written down.
    write: Option<PathBuf>,
}

fn main() {
    // The board, on its own.
    if std::env::args().any(|word| word == "--board") {
        return block_on(async {
            let browser = Browser::new().await;
            let rows = board::measure(&browser).await;
            board::print(&rows);
            record::write_board(&rows, record::circumstances(&browser).await);
        });
    }
    let Some(options) = options() else {
        eprintln!("the pages are built first: cargo xtask bench");
        std::process::exit(2);
    };
    let survey = std::fs::read_to_string(options.pages.join("questions.json")).expect("the questions of the bench");
    let survey = Survey::read(&survey);
    block_on(async {
        let begin = Instant::now();
        let browser = Browser::with(&["--also", &format!("/bench={}", options.pages.display())], &[]).await;
        let mut outcome = Outcome::default();
        // The first run in a browser pays for what every later one finds ready: it does not count.
        walk(&browser, &survey, PAGES[0], Mode::Full).await;
        for mode in Mode::ALL {
            // Interleaved, so that a machine that grows busy slows down every page alike.
            for round in 1..=options.rounds {
                for page in PAGES {
                    outcome.add(mode, page, walk(&browser, &survey, page, mode).await);
                }
                eprintln!("{}: round {round} of {} after {} s", mode.name(), options.rounds, begin.elapsed().as_secs());
            }
        }
        table::print(&outcome, options.rounds);
        if let Some(criterion) = &options.write {
            record::write(&outcome, options.rounds, record::circumstances(&browser).await, criterion);
        }
    });
}

fn options() -> Option<Options> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |flag: &str| words.iter().skip_while(|word| *word != flag).nth(1);
    Some(Options {
        pages: PathBuf::from(after("--pages")?),
        rounds: after("--rounds")?.parse().ok()?,
        write: after("--write").map(PathBuf::from),
    })
}
