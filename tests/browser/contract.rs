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
        for part in ["remember", "forever", "tab, none, device, never", "start", "results", "intro, question"] {
            assert!(text.contains(part), "'{part}' is not in: {text}");
        }
        let wanted = json!([
            { "problem": "remember", "value": "forever", "allowed": "tab, none, device, never" },
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

#[test]
fn the_contact_of_the_organisation_stands_wherever_a_colleague_did() {
    on_stage(async |stage| {
        let setup = "document.addEventListener('DOMContentLoaded', () => {
            const scan = document.querySelector('ruimte-scan');
            scan.setAttribute('organisation', 'De Brug'); scan.setAttribute('contact-name', 'Sam <i>Jansen</i>');
            scan.setAttribute('contact-phone', '030 123 45 67'); scan.setAttribute('contact-url', 'https://brug.example/sam'); });";
        stage.before_each_document(setup).await;
        stage.open("/pages/bare.html").await;
        let scan = Scan::on(stage);
        let links =
            "return [...root.querySelectorAll('.doors a')].map(link => [link.getAttribute('href'), link.textContent]);";
        let named =
            json!(["tel:0301234567", "Praat met Sam <i>Jansen</i>, aandachtsfunctionaris van De Brug 030 123 45 67"]);
        let page = json!(["https://brug.example/sam", "Neem contact op"]);
        // In the help before anything is done.
        scan.until(
            "return root.querySelector('.doors')?.textContent.includes('De Brug') ?? false",
            "the contact is in the help",
        )
        .await;
        let found = scan.run(links, Value::Null).await;
        assert!(found.as_array().unwrap().contains(&named) && found.as_array().unwrap().contains(&page), "{found}");
        scan.walk(3).await;
        scan.until("return !!root.querySelector('.doors.near')", "the doors are drawn").await;
        let near = scan.run(&links.replace(".doors a", ".doors.near a"), Value::Null).await;
        assert!(near.as_array().unwrap().contains(&named), "{near}");
        // Another one under way.
        set(stage, "contact-name", "Noor").await;
        scan.until("return root.querySelector('.doors.near').textContent.includes('Noor')", "it is Noor now").await;
        set(stage, "contact-phone", "bel maar").await;
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let text = said(scan).await;
        assert!(text.contains("contact-phone") && text.contains("bel maar"), "{text}");
        let near = scan.run("return root.querySelector('.doors.near').textContent", Value::Null).await;
        assert!(near.as_str().unwrap().contains("Noor") && !near.as_str().unwrap().contains("bel maar"), "{near}");
    });
}

#[test]
fn own_content_is_laid_over_ours_and_what_is_wrong_is_named() {
    on_stage(async |stage| {
        stage.before_each_document(LISTEN).await;
        stage.open("/pages/own.html").await;
        let (ours, wrong, none) = (Scan::nth(stage, 0), Scan::nth(stage, 1), Scan::nth(stage, 2));
        ours.press("Begin <b>maar</b>").await;
        for number in 1..=QUESTIONS {
            ours.wait_for_question(number).await;
            ours.choose(3).await;
            ours.press(if number == QUESTIONS { "Bekijk je resultaat" } else { "Volgende" }).await;
        }
        ours.wait_for_result().await;
        ours.until("return !!root.querySelector('.doors.closing')", "all of it is drawn").await;
        let text = ours.text().await;
        for own in ["Bel eerst Sam", "030 111 22 33", "Vraag Sam", "Mail Sam"] {
            assert!(text.contains(own), "'{own}' is not on the result");
        }
        assert!(!text.contains("0800-2000"), "the number it was is nowhere");
        wrong.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let told = said(wrong).await;
        for place in ["doors.sam.url", "texts.words.strat", "texts.words.next"] {
            assert!(told.contains(place), "'{place}' is not in: {told}");
        }
        none.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let told = said(none).await;
        assert!(told.contains("content") && told.contains("nowhere") && told.contains("own, broken"), "{told}");
        wrong.walk(2).await;
        let problems = stage.run("return window.problems.map(({ problem, value }) => [problem, value])").await;
        assert!(problems.as_array().unwrap().contains(&json!(["content", "nowhere"])), "{problems}");
        assert!(problems.as_array().unwrap().contains(&json!(["content-problem", "texts.words.strat"])), "{problems}");
        assert_eq!(stage.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('ruimtescan-own')).length").await, json!(1));
    });
}
