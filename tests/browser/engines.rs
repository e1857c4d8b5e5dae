//! The whole scan in Firefox and in WebKit, with WebAssembly and without, on a server and from a folder.

use crate::nowasm::loaded;
use crate::support::board::{Board, code, sealed};
use crate::support::browser::{Browser, block_on};
use crate::support::driver::Engine;
use crate::support::file::Page;
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::words::ENGLISH;
use serde_json::{Value, json};
use std::time::Duration;

/// How long one browser may take for all that is asked of it: a driver may hang.
const PATIENCE: Duration = Duration::from_secs(600);

/// On this page a script watches from the first moment, and an English scan stands below the Dutch one.
const WATCHED: &str = "/pages/watched.html";

/// One browser for all of a test.
fn in_engine(engine: Engine, flags: &[&str], test: impl AsyncFnOnce(&Browser)) {
    block_on(async {
        let browser = Browser::of(engine, &[], flags).await;
        tokio::time::timeout(PATIENCE, test(&browser)).await.expect("the browser answers");
    });
}

/// From the start of the first scan on the page to its result, with all of it drawn and nothing broken.
async fn walks(browser: &Browser) {
    let scan = Scan::on(browser);
    scan.walk(4).await;
    scan.until("return !!root.querySelector('.foot');", "all of it is drawn").await;
    assert_ne!(scan.heading().await, "", "the result has a heading");
    let drawn = "return [...root.querySelectorAll('.doors')].some(seen)
        && [...root.querySelectorAll('svg')].filter(seen).every(svg => svg.getBoundingClientRect().width > 0);";
    assert_eq!(scan.run(drawn, Value::Null).await, json!(true), "doors and charts can be seen");
    browser.assert_clean().await;
}

/// The same for a scan that is the page, whose steps are steps of the browser.
async fn walks_and_goes_back(browser: &Browser) {
    walks(browser).await;
    browser.client.back().await.unwrap();
    let scan = Scan::on(browser);
    scan.wait_for_question(QUESTIONS).await;
    assert_eq!(scan.chosen().await, 4);
    browser.client.forward().await.unwrap();
    scan.wait_for_result().await;
    browser.assert_clean().await;
}

/// The English scan below the Dutch one.
async fn walks_in_english(browser: &Browser) {
    let scan = Scan::nth(browser, 1).speaks(&ENGLISH);
    scan.press("start").await;
    for number in 1..=QUESTIONS {
        scan.wait_for_question(number).await;
        scan.choose(number % 5 + 1).await;
        scan.press_next(number).await;
    }
    scan.wait_for_result().await;
    browser.assert_clean().await;
}

fn runs_with_webassembly(engine: Engine) {
    in_engine(engine, &[], async |browser| {
        browser.open("/index.html").await;
        walks_and_goes_back(browser).await;
        browser.open(WATCHED).await;
        walks(browser).await;
        assert_eq!(loaded(browser).await, ["/ruimtescan-app.js"]);
    });
}

fn runs_without_webassembly(engine: Engine) {
    in_engine(engine, &[engine.without_wasm()], async |browser| {
        browser.open("/index.html").await;
        assert_eq!(browser.run("return typeof WebAssembly").await, json!("undefined"));
        walks_and_goes_back(browser).await;
        browser.open(WATCHED).await;
        walks_in_english(browser).await;
        assert_eq!(loaded(browser).await, ["/ruimtescan.nowasm.js"]);
    });
}

fn runs_from_a_folder(engine: Engine) {
    in_engine(engine, &[], async |browser| {
        let page = Page::scan();
        browser.open_file(&page.file()).await;
        walks_and_goes_back(browser).await;
        assert_eq!(browser.requests(), Vec::<String>::new());
    });
}

#[test]
fn firefox_runs_the_whole_scan() {
    runs_with_webassembly(Engine::Firefox);
}

#[test]
fn firefox_runs_it_without_webassembly() {
    runs_without_webassembly(Engine::Firefox);
}

#[test]
fn firefox_runs_it_from_a_folder() {
    runs_from_a_folder(Engine::Firefox);
}

#[test]
fn webkit_runs_the_whole_scan() {
    runs_with_webassembly(Engine::WebKit);
}

#[test]
fn webkit_runs_it_without_webassembly() {
    runs_without_webassembly(Engine::WebKit);
}

#[test]
fn webkit_runs_it_from_a_folder() {
    runs_from_a_folder(Engine::WebKit);
}

/// A workshop: a code that was sealed by the link opens on the board, others are typed, and the picture is shown.
fn holds_a_workshop(engine: Engine) {
    in_engine(engine, &[], async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.until("return !!root.querySelector('.link')", "there is a link").await;
        let link = board.run("return root.querySelector('.link').textContent", Value::Null).await;
        let mine = sealed(browser, link.as_str().expect("a link"), &[2; QUESTIONS]).await;
        let board = Board::open(browser).await;
        let typed: Vec<String> = (1..6).map(|person| code(person % 5, person.into())).collect();
        board.type_in_area(&format!("{mine} {}", typed.join(" "))).await;
        board.press("add").await;
        board.counts_to(6).await;
        board.press(("show", 6)).await;
        board.heads("picture-heading").await;
        let drawn = "return [...root.querySelectorAll('.spread svg')].length > 0
            && [...root.querySelectorAll('.spread svg')].every(svg => svg.getBoundingClientRect().height > 50)";
        assert_eq!(board.run(drawn, Value::Null).await, json!(true), "the pictures can be seen");
    });
}

#[test]
fn firefox_holds_a_workshop() {
    holds_a_workshop(Engine::Firefox);
}

#[test]
fn webkit_holds_a_workshop() {
    holds_a_workshop(Engine::WebKit);
}
