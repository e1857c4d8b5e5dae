//! How fast the core is, natively: loading content, one event of a session, and a person's whole report.
//!
//! Run by `cargo xtask bench`. It prints and asserts nothing: machines are too noisy for a timed test.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "shared with the tests, which use more of it, and may fail loudly; criterion's macros document nothing"
)]

#[path = "../tests/it/shipped.rs"]
mod shipped;

use criterion::{Criterion, criterion_group, criterion_main};
use scan::answers::Choice;
use scan::content::load;
use scan::packed::{pack, unpack};
use scan::report::report;
use scan::session::{Event, Session};
use shipped::{questionnaire, read, texts};
use std::hint::black_box;

/// What a build does: both files read as TOML, checked and put in order.
fn content(criterion: &mut Criterion) {
    let files = [read("content/questionnaire.toml"), read("content/text/nl.toml")];
    criterion.bench_function("content load from toml", |bencher| {
        bencher.iter(|| {
            let [questionnaire, texts] = black_box(&files);
            load(toml::from_str(questionnaire).unwrap(), toml::from_str(texts).unwrap()).unwrap()
        });
    });
}

/// What a page does instead.
fn packed(criterion: &mut Criterion) {
    let packed: &str = pack(questionnaire(), texts().clone()).leak();
    criterion.bench_function("content unpack", |bencher| bencher.iter(|| unpack(black_box(packed))));
}

fn event(criterion: &mut Criterion) {
    let half_way = (0..9).fold(Session::new(None).apply(questionnaire(), Event::Start), answer);
    let choice = Choice::new(3).unwrap();
    criterion.bench_function("session event", |bencher| {
        bencher.iter(|| black_box(&half_way).apply(questionnaire(), Event::Choose(choice)));
    });
}

fn person(criterion: &mut Criterion) {
    let session = everything();
    let answers = session.answers();
    criterion.bench_function("score, advise and report", |bencher| {
        // The report scores and advises by itself.
        bencher.iter(|| report(questionnaire(), texts(), black_box(answers)));
    });
}

/// Someone who answered every question, not all alike.
fn everything() -> Session {
    let questions = 0..questionnaire().questions().count();
    questions.fold(Session::new(None).apply(questionnaire(), Event::Start), answer)
}

fn answer(session: Session, place: usize) -> Session {
    let choice = Choice::all().nth(place % 5).unwrap();
    session.apply(questionnaire(), Event::Choose(choice)).apply(questionnaire(), Event::Next)
}

criterion_group!(core, content, packed, event, person);
criterion_main!(core);
