//! Whole journeys: a folder each under `tests/data/journeys`, from a saved file to the report as text.
//!
//! `UPDATE_EXPECT=1 cargo test` writes the reports anew; read the difference before you keep it.

use crate::shipped::{questionnaire, root, texts};
use expect_test::expect_file;
use scan::report::{as_text, report};
use scan::saved::decode;
use std::path::{Path, PathBuf};

/// Every folder of a journey, in order of name.
fn journeys() -> Vec<PathBuf> {
    let folder = root().join("tests/data/journeys");
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.is_dir());
    found.sort();
    found
}

fn name(journey: &Path) -> &str {
    journey.file_name().unwrap().to_str().unwrap()
}

/// The report on the answers of one journey.
fn walked(journey: &Path) -> String {
    let file = std::fs::read_to_string(journey.join("answers.txt")).unwrap();
    let saved = decode(questionnaire(), &file).unwrap_or_else(|error| panic!("{}: {error:?}", name(journey)));
    let answers = &saved.record.answers;
    assert_eq!(answers.first_open(questionnaire()), None, "{}: a question is left open", name(journey));
    as_text(&report(questionnaire(), texts(), answers), texts().words(), saved.record.action)
}

#[test]
fn every_journey_ends_in_its_report() {
    for journey in journeys() {
        expect_file![journey.join("report.txt")].assert_eq(&walked(&journey));
    }
}

#[test]
fn the_journeys_that_were_promised_are_there() {
    let found: Vec<PathBuf> = journeys();
    let found: Vec<&str> = found.iter().map(|journey| name(journey)).collect();
    for wanted in [
        "all-middle",
        "all-rules",
        "all-room",
        "differs-per-situation",
        "sure-everywhere",
        "unsure-in-step-3-only",
        "low-backing",
        "everything-skipped",
    ] {
        assert!(found.contains(&wanted), "no journey {wanted}");
    }
    assert!(found.len() >= 12);
}

#[test]
fn no_two_journeys_end_alike() {
    let mut reports: Vec<String> = journeys().iter().map(|journey| walked(journey)).collect();
    let count = reports.len();
    reports.sort();
    reports.dedup();
    assert_eq!(reports.len(), count, "two journeys have the same report");
}
