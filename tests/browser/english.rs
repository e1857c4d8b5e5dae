//! The scan in English: whole from the first screen to the last, never mixed, and only downloaded where it is wanted.

use crate::support::browser::{Browser, block_on, in_browser, program};
use crate::support::panic::SABOTAGE;
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::shipped::raw_in;
use crate::support::words::ENGLISH;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PAGE: &str = "/pages/english.html";

/// Every text of the scan, also what is folded away, read aloud only, or only there in print.
const TEXTS: &str = "const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); const all = [];
while (walk.nextNode()) all.push(walk.currentNode.data.trim());
for (const named of root.querySelectorAll('[aria-label]')) all.push(named.getAttribute('aria-label'));
return all;";

/// Every written text of a language, with what stands before and after a blank apart.
fn written(language: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    raw_in(language).1.walk(&mut |place, text| {
        if !place.starts_with("sources.") {
            all.extend(text.split(['{', '}']).map(|piece| piece.trim().to_owned()));
        }
    });
    all
}

/// Fails when a piece of at least two words of one language only stands on the screen.
async fn assert_not_in(scan: Scan<'_>, language: &str, instead: &str) {
    let (wrong, right) = (written(language), written(instead));
    let shown: Vec<String> = serde_json::from_value(scan.run(TEXTS, Value::Null).await).unwrap();
    assert!(shown.len() > 5, "there is a screen");
    for piece in wrong.difference(&right).filter(|piece| piece.contains(' ') || piece.len() > 8) {
        let found = shown.iter().find(|text| text.contains(piece.as_str()));
        assert_eq!(found, None, "'{piece}' is not of this language");
    }
    let lang = scan.run("return root.querySelector('.scan').lang;", Value::Null).await;
    assert!(lang.as_str().unwrap_or_default().starts_with(instead), "the scan says it is in {lang}");
}

#[test]
fn the_whole_scan_in_english_beside_one_in_dutch() {
    in_browser(async |browser| {
        browser.open(PAGE).await;
        let (scan, other) = (Scan::on(browser).speaks(&ENGLISH), Scan::nth(browser, 1));
        assert_not_in(scan, "nl", "en").await;
        assert_not_in(other, "en", "nl").await;
        scan.press("start").await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            assert_not_in(scan, "nl", "en").await;
            scan.choose(number % 5 + 1).await;
            scan.press_next(number).await;
        }
        scan.wait_for_result().await;
        scan.until("return !!root.querySelector('.foot');", "all of it is drawn").await;
        assert_not_in(scan, "nl", "en").await;
        scan.press("method-open").await;
        scan.until("return !!root.querySelector('.method');", "the method is there").await;
        assert_not_in(scan, "nl", "en").await;
        other.start().await;
        assert_not_in(other, "en", "nl").await;
    });
}

#[test]
fn who_scans_in_dutch_downloads_no_english() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[1]).await;
        let requests = browser.requests();
        assert!(requests.iter().any(|request| request.contains(program())));
        assert!(!requests.iter().any(|request| request.contains("ruimtescan-en.js")), "{requests:?}");
    });
}

#[test]
fn before_the_program_is_there_it_is_english_too() {
    block_on(async {
        let browser = Browser::held(&[]).await;
        browser.open(PAGE).await;
        let scan = Scan::on(&browser).speaks(&ENGLISH);
        scan.until("return !!root.querySelector('.arrival');", "the first screen is there").await;
        assert_not_in(scan, "nl", "en").await;
        scan.press("start").await;
        scan.until("return root.querySelector('.arriving').checkVisibility();", "it says that it comes").await;
        browser.let_go();
        scan.wait_for_question(1).await;
        browser.assert_clean().await;
    });
}

#[test]
fn where_the_english_does_not_come_the_scan_is_whole_in_dutch_and_the_host_is_told() {
    block_on(async {
        let browser = Browser::new().await;
        browser.devtools("Network.enable", json!({})).await;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*ruimtescan-en.js*"] })).await;
        browser
            .before_each_document(
                "window.told = []; document.addEventListener('scan-problem', event => told.push(event.detail.problem));",
            )
            .await;
        browser.open(PAGE).await;
        let scan = Scan::on(&browser);
        assert_eq!(browser.run("return told").await, json!(["arrival"]));
        assert_not_in(scan, "en", "nl").await;
        scan.start().await;
        assert_not_in(scan, "en", "nl").await;
    });
}

#[test]
fn after_a_crash_the_way_back_is_english() {
    block_on(async {
        let browser = Browser::new().await;
        browser.open(PAGE).await;
        let scan = Scan::on(&browser).speaks(&ENGLISH);
        scan.press("start").await;
        scan.wait_for_question(1).await;
        scan.choose(2).await;
        browser.run(SABOTAGE).await;
        scan.press("next").await;
        scan.until("return !!root.querySelector('.rescue');", "the message is there").await;
        let lang = scan.run("return root.querySelector('.rescue').lang;", Value::Null).await;
        assert_eq!(lang, json!("en-GB"));
        let text = scan.text().await;
        assert!(
            !written("nl").difference(&written("en")).any(|piece| piece.len() > 8 && text.contains(piece)),
            "{text}"
        );
        browser.drawn().await;
        scan.press("rescue-button").await;
        scan.wait_for_question(2).await;
        assert_not_in(scan, "nl", "en").await;
    });
}
