//! What a page may ask of the element: attributes, also while it runs, and methods; what it is told when it asks amiss.

use crate::scan::{QUESTIONS, Scan};
use crate::stage::{Stage, on_stage};
use serde_json::{Value, json};

/// Records every `scan-problem` in `window.problems`.
const LISTEN: &str = "window.problems = [];
document.addEventListener('scan-problem', event => window.problems.push(event.detail));";

const SCAN: &str = "document.querySelector('ruimte-scan')";

async fn set(stage: &Stage, name: &str, value: &str) {
    stage.run(&format!("{SCAN}.setAttribute('{name}', '{value}')")).await;
}

/// What stands in the message for the editor; empty when there is none.
async fn said(scan: Scan<'_>) -> String {
    let said = scan.run("return root.querySelector('.refusals')?.innerText ?? ''", Value::Null).await;
    said.as_str().unwrap().to_owned()
}

#[test]
fn a_wrong_attribute_is_named_to_the_editor_and_blocks_nobody() {
    on_stage(async |stage| {
        stage.before_each_document(LISTEN).await;
        let setup = "document.addEventListener('DOMContentLoaded', () => {
            const scan = document.querySelector('ruimte-scan');
            scan.setAttribute('remember', 'forever'); scan.setAttribute('start', 'results'); });";
        stage.before_each_document(setup).await;
        stage.open("/pages/bare.html").await;
        let scan = Scan::on(stage);
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let text = said(scan).await;
        for part in ["remember", "forever", "tab, none, device", "start", "results", "intro, question"] {
            assert!(text.contains(part), "'{part}' is not in: {text}");
        }
        let wanted = json!([
            { "problem": "remember", "value": "forever", "allowed": "tab, none, device" },
            { "problem": "start", "value": "results", "allowed": "intro, question" },
        ]);
        assert_eq!(stage.run("return window.problems").await, wanted);
        scan.press("Sluit deze melding").await;
        scan.until("return !root.querySelector('.refusals')", "the message is gone").await;
        scan.walk(3).await;
    });
}

#[test]
fn a_wrong_attribute_that_is_mended_is_no_longer_named() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[2, 4]).await;
        set(stage, "remember", "forever").await;
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        assert_eq!(scan.heading().await, "Vraag 3 van 18");
        set(stage, "remember", "none").await;
        scan.until("return !root.querySelector('.refusals')", "the message is gone").await;
        scan.press("Vorige").await;
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 4, "the answers are still there");
    });
}

#[test]
fn another_language_under_way_keeps_the_answers() {
    on_stage(async |stage| {
        stage.open("/pages/bare.html").await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[2, 4]).await;
        scan.wait_for_question(3).await;
        set(stage, "lang", "en").await;
        scan.wait_for("Question 3 of 18").await;
        scan.press("Previous").await;
        scan.wait_for("Question 2 of 18").await;
        assert_eq!(scan.chosen().await, 4);
        set(stage, "lang", "nl").await;
        scan.wait_for("Vraag 2 van 18").await;
        assert_eq!(scan.chosen().await, 4);
    });
}

#[test]
fn an_attribute_set_before_anything_is_done_counts_from_the_beginning() {
    on_stage(async |stage| {
        stage.open("/pages/bare.html").await;
        let scan = Scan::on(stage);
        set(stage, "start", "question").await;
        scan.wait_for_question(1).await;
        set(stage, "lang", "en").await;
        scan.wait_for("Question 1 of 18").await;
        scan.choose(2).await;
        scan.press("Next").await;
        scan.wait_for("Question 2 of 18").await;
    });
}

#[test]
fn an_unknown_language_is_named_and_the_scan_is_dutch() {
    on_stage(async |stage| {
        stage.before_each_document(LISTEN).await;
        stage.open("/pages/bare.html").await;
        let scan = Scan::on(stage);
        set(stage, "lang", "fr").await;
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let text = said(scan).await;
        assert!(text.contains("lang") && text.contains("fr") && text.contains("nl, en"), "{text}");
        scan.walk(1).await;
    });
}

#[test]
fn reset_makes_it_ready_for_the_next_person() {
    on_stage(async |stage| {
        stage.open("/pages/device.html").await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[1, 2, 3]).await;
        scan.wait_for_question(4).await;
        let kept = "return localStorage.length + sessionStorage.length";
        assert_ne!(stage.run(kept).await, json!(0), "there is something to forget");
        stage.run(&format!("{SCAN}.reset()")).await;
        scan.until(
            "return [...root.querySelectorAll('button')].some(button => named(button) === 'Start de scan')",
            "it begins anew",
        )
        .await;
        assert_eq!(stage.run(kept).await, json!(0));
        scan.start().await;
        assert_eq!(scan.chosen().await, 0);
    });
}

#[test]
fn open_goes_where_the_answers_reach_and_no_further() {
    on_stage(async |stage| {
        stage.before_each_document(LISTEN).await;
        stage.open("/pages/bare.html").await;
        let scan = Scan::on(stage);
        // At once, when the program may not be there yet.
        stage.run(&format!("{SCAN}.open('method')")).await;
        scan.wait_for("Zo rekenen we").await;
        stage.run(&format!("{SCAN}.open('intro')")).await;
        scan.start().await;
        scan.answer_from(1, &[5; 4]).await;
        scan.wait_for_question(5).await;
        stage.run(&format!("{SCAN}.open(2)")).await;
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 5);
        stage.run(&format!("{SCAN}.open('result')")).await;
        // There is no result yet: this is as far as the answers reach.
        scan.wait_for_question(5).await;
        stage.run(&format!("{SCAN}.open('lessons')")).await;
        stage.until("return window.problems.length === 1", "the page is told").await;
        let wanted = json!([{ "problem": "open", "value": "lessons", "allowed": format!("intro, result, method, 1-{QUESTIONS}") }]);
        assert_eq!(stage.run("return window.problems").await, wanted);
    });
}

#[test]
fn asked_before_the_script_came_nothing_breaks() {
    on_stage(async |stage| {
        stage.open("/").await;
        let order = "const scan = document.createElement('ruimte-scan'); scan.reset(); scan.open('result');
            document.body.append(scan); scan.reset(); scan.open('method'); return true;";
        assert_eq!(stage.run(order).await, json!(true));
        let scan = Scan::nth(stage, 1);
        scan.wait_for("Zo rekenen we").await;
    });
}
