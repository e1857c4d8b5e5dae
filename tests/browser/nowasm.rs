//! The program as plain JavaScript: it comes by itself where the browser or the page refuses WebAssembly.

use crate::panic;
use crate::scan::Scan;
use crate::stage::{JITLESS, Stage, alone};
use serde_json::json;

/// Which program was loaded.
pub(crate) async fn loaded(stage: &Stage) -> Vec<&'static str> {
    let requests = stage.requests();
    let files = ["/ruimtescan-app.js", "/ruimtescan.nowasm.js"];
    files.into_iter().filter(|file| requests.iter().any(|request| request.contains(file))).collect()
}

#[test]
fn a_browser_without_webassembly_runs_the_whole_scan() {
    alone(async {
        let stage = Stage::with(None, &[], &[JITLESS]).await;
        stage.open("/").await;
        assert_eq!(stage.run("return typeof WebAssembly").await, json!("undefined"));
        let scan = Scan::on(&stage);
        scan.walk(4).await;
        stage.client.back().await.unwrap();
        scan.wait_for_question(crate::scan::QUESTIONS).await;
        assert_eq!(scan.chosen().await, 4);
        assert_eq!(loaded(&stage).await, ["/ruimtescan.nowasm.js"]);
        stage.assert_clean().await;
    });
}

#[test]
fn what_is_done_before_it_is_there_is_done_again() {
    alone(async {
        let stage = Stage::with(None, &["--late", "2000"], &[JITLESS]).await;
        stage.client.goto(&format!("{}/pages/start.html", stage.base)).await.unwrap();
        stage.ready().await;
        let scan = Scan::on(&stage);
        scan.choose(3).await;
        scan.press("Volgende").await;
        scan.wait_for_question(2).await;
        scan.press("Vorige").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 3);
        stage.assert_clean().await;
    });
}

#[test]
fn a_panic_says_so_keeps_the_answers_and_goes_on() {
    alone(async {
        panic::says_so_and_goes_on(&Stage::with(None, &[], &[JITLESS]).await).await;
    });
}

#[test]
fn a_page_that_allows_no_webassembly_runs_the_whole_scan() {
    alone(async {
        let stage = Stage::new(None).await;
        stage.open("/pages/refused/index.html").await;
        Scan::on(&stage).walk(2).await;
        assert_eq!(loaded(&stage).await, ["/ruimtescan.nowasm.js"]);
        // Asking is the one way to know, and the policy reports that it was asked: once.
        let violations = stage.run("return window.violations.map(one => one.split(' ').slice(0, 2))").await;
        assert_eq!(violations, json!([["script-src", "wasm-eval"]]));
    });
}

#[test]
fn its_memory_grows_and_nothing_in_it_is_lost() {
    alone(async {
        let stage = Stage::with(None, &[], &[JITLESS]).await;
        stage.before_each_document(
            "window.grown = 0; const clone = structuredClone; window.structuredClone = (...given) => { grown += 1; return clone(...given); };",
        ).await;
        stage.open("/pages/plain.html").await;
        let many = "for (let count = 0; count < 12; count += 1) { const scan = document.createElement('ruimte-scan');
            scan.id = 'more-' + count; scan.setAttribute('start', 'question'); document.querySelector('main').append(scan); }";
        stage.run(many).await;
        stage.ready().await;
        for nth in 0..13 {
            let scan = Scan::nth(&stage, nth);
            if nth == 0 {
                scan.start().await;
            }
            scan.choose(nth % 5 + 1).await;
            scan.press("Volgende").await;
            scan.wait_for_question(2).await;
        }
        let grown = stage.run("return window.grown").await;
        assert!(grown.as_u64().unwrap() > 0, "the memory did not grow, so nothing was tried");
        for nth in 0..13 {
            let scan = Scan::nth(&stage, nth);
            scan.press("Vorige").await;
            scan.wait_for_question(1).await;
            assert_eq!(scan.chosen().await as usize, nth % 5 + 1);
        }
        stage.assert_clean().await;
    });
}
