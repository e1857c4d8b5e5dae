//! The program as plain JavaScript: it comes by itself where the browser or the page refuses WebAssembly.

use crate::support::browser::{Browser, block_on};
use crate::support::driver::JITLESS;
use crate::support::panic::says_so_and_goes_on;
use crate::support::scan::{QUESTIONS, Scan};
use serde_json::json;

/// Which program was loaded.
pub(crate) async fn loaded(browser: &Browser) -> Vec<&'static str> {
    let requests = browser.requests();
    let files = ["/ruimtescan-app.js", "/ruimtescan.nowasm.js"];
    files.into_iter().filter(|file| requests.iter().any(|request| request.contains(file))).collect()
}

#[test]
fn a_browser_without_webassembly_runs_the_whole_scan() {
    block_on(async {
        let browser = Browser::with(&[], &[JITLESS]).await;
        browser.open("/").await;
        assert_eq!(browser.run("return typeof WebAssembly").await, json!("undefined"));
        let scan = Scan::on(&browser);
        scan.walk(4).await;
        browser.client.back().await.unwrap();
        scan.wait_for_question(QUESTIONS).await;
        assert_eq!(scan.chosen().await, 4);
        assert_eq!(loaded(&browser).await, ["/ruimtescan.nowasm.js"]);
        browser.assert_clean().await;
    });
}

#[test]
fn what_is_done_before_it_is_there_is_done_again() {
    block_on(async {
        let browser = Browser::held(&[JITLESS]).await;
        browser.load("/pages/start.html").await;
        browser.ready().await;
        let scan = Scan::on(&browser);
        scan.choose(3).await;
        scan.press("next").await;
        browser.let_go();
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 3);
        browser.assert_clean().await;
    });
}

#[test]
fn a_panic_says_so_keeps_the_answers_and_goes_on() {
    block_on(async {
        says_so_and_goes_on(&Browser::with(&[], &[JITLESS]).await).await;
    });
}

#[test]
fn a_page_that_allows_no_webassembly_runs_the_whole_scan() {
    block_on(async {
        let browser = Browser::new().await;
        browser.open("/pages/refused/index.html").await;
        Scan::on(&browser).walk(2).await;
        assert_eq!(loaded(&browser).await, ["/ruimtescan.nowasm.js"]);
        // Asking is the one way to know, and the policy reports that it was asked: once.
        let violations = browser.run("return window.violations.map(one => one.split(' ').slice(0, 2))").await;
        assert_eq!(violations, json!([["script-src", "wasm-eval"]]));
    });
}

#[test]
fn its_memory_grows_and_nothing_in_it_is_lost() {
    block_on(async {
        let browser = Browser::with(&[], &[JITLESS]).await;
        browser.before_each_document(
            "window.grown = 0; const clone = structuredClone; window.structuredClone = (...given) => { grown += 1; return clone(...given); };",
        ).await;
        browser.open("/pages/plain.html").await;
        let many = "for (let count = 0; count < 12; count += 1) { const scan = document.createElement('ruimte-scan');
            scan.id = 'more-' + count; scan.setAttribute('start', 'question'); document.querySelector('main').append(scan); }";
        browser.run(many).await;
        browser.ready().await;
        for nth in 0..13 {
            let scan = Scan::nth(&browser, nth);
            if nth == 0 {
                scan.start().await;
            }
            scan.choose(nth % 5 + 1).await;
            scan.press("next").await;
            scan.wait_for_question(2).await;
        }
        let grown = browser.run("return window.grown").await;
        assert!(grown.as_u64().unwrap() > 0, "the memory did not grow, so nothing was tried");
        for nth in 0..13 {
            let scan = Scan::nth(&browser, nth);
            scan.press("previous").await;
            scan.wait_for_question(1).await;
            assert_eq!(scan.chosen().await as usize, nth % 5 + 1);
        }
        browser.assert_clean().await;
    });
}
