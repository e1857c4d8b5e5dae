//! How fast the core is, natively: loading content, one event of a session, a person's whole report, and groups of any size.
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

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use scan::answers::{Answer, Answers, Choice};
use scan::code::{Code, Finder};
use scan::content::load;
use scan::group::{GROUP, summarise};
use scan::packed::{pack, unpack};
use scan::report::report;
use scan::session::{Event, Session};
use scan::workshop::{Round, Settings, Workshop};
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

/// So many people, to see that twice as many take twice as long.
const PEOPLE: [u32; 3] = [1_000, 10_000, 100_000];

fn codes(count: u32) -> Vec<Code> {
    let code = |person: u32| {
        let mut answers = Answers::default();
        for (place, (id, _)) in questionnaire().questions().enumerate() {
            let place = (person / 5_u32.pow(place as u32 % 8) + place as u32) % 5;
            answers.set(id, Choice::new(place as u8).map_or(Answer::Skipped, Answer::Chosen));
        }
        Code::new(questionnaire(), &answers, person).unwrap()
    };
    (0..count).map(code).collect()
}

/// What the board does with a group.
fn group(criterion: &mut Criterion) {
    let mut bench = criterion.benchmark_group("group");
    bench.sample_size(10);
    for count in PEOPLE {
        let codes = codes(count);
        let chat: String = codes.iter().map(|code| format!("[12:04] Sam: {}\n", code.short())).collect();
        assert_eq!(Finder::all(&chat).len(), codes.len());
        bench.bench_function(BenchmarkId::new("find codes", count), |bencher| {
            bencher.iter(|| Finder::all(black_box(&chat)));
        });
        bench.bench_function(BenchmarkId::new("summarise", count), |bencher| {
            bencher.iter(|| summarise(questionnaire(), black_box(&codes), GROUP).unwrap());
        });
        bench.bench_function(BenchmarkId::new("add", count), |bencher| {
            bencher.iter(|| {
                let mut workshop = Workshop::new(Settings::default(), String::new());
                workshop.add(Round::First, black_box(&codes));
                workshop
            });
        });
        let mut workshop = Workshop::new(Settings::default(), String::new());
        workshop.add(Round::First, &codes);
        workshop.show(Round::First);
        let text = scan::workshop::write(&workshop);
        bench.bench_function(BenchmarkId::new("write workshop", count), |bencher| {
            bencher.iter(|| scan::workshop::write(black_box(&workshop)));
        });
        bench.bench_function(BenchmarkId::new("read workshop", count), |bencher| {
            bencher.iter(|| scan::workshop::read(black_box(&text)).unwrap());
        });
    }
}

criterion_group!(core, content, packed, event, person, group);
criterion_main!(core);
