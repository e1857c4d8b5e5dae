//! What a page may ask of the element: attributes, also while it runs, and methods; what it is told when it asks amiss.

use crate::support::browser::{Browser, in_browser};
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::words::ENGLISH;
use serde_json::{Value, json};

/// Records every `scan-problem` in `window.problems`.
const LISTEN: &str = "window.problems = [];
document.addEventListener('scan-problem', event => window.problems.push(event.detail));";

const SCAN: &str = "document.querySelector('ruimte-scan')";

async fn set(browser: &Browser, name: &str, value: &str) {
    browser.run(&format!("{SCAN}.setAttribute('{name}', '{value}')")).await;
}

/// What stands in the message for the editor; empty when there is none.
async fn said(scan: Scan<'_>) -> String {
    let said = scan.run("return root.querySelector('.refusals')?.innerText ?? ''", Value::Null).await;
    said.as_str().unwrap().to_owned()
}

#[test]
fn a_wrong_attribute_is_named_to_the_editor_and_blocks_nobody() {
    in_browser(async |browser| {
        browser.before_each_document(LISTEN).await;
        let setup = "document.addEventListener('DOMContentLoaded', () => {
            const scan = document.querySelector('ruimte-scan');
            scan.setAttribute('remember', 'forever'); scan.setAttribute('start', 'results'); });";
        browser.before_each_document(setup).await;
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let text = said(scan).await;
        for part in ["remember", "forever", "tab, none, device, never", "start", "results", "intro, question"] {
            assert!(text.contains(part), "'{part}' is not in: {text}");
        }
        let wanted = json!([
            { "problem": "remember", "value": "forever", "allowed": "tab, none, device, never" },
            { "problem": "start", "value": "results", "allowed": "intro, question" },
        ]);
        assert_eq!(browser.run("return window.problems").await, wanted);
        scan.press("dismiss").await;
        scan.until("return !root.querySelector('.refusals')", "the message is gone").await;
        scan.walk(3).await;
    });
}

#[test]
fn a_wrong_attribute_that_is_mended_is_no_longer_named() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[2, 4]).await;
        set(browser, "remember", "forever").await;
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        assert_eq!(scan.heading().await, scan.question(3));
        set(browser, "remember", "none").await;
        scan.until("return !root.querySelector('.refusals')", "the message is gone").await;
        scan.press("previous").await;
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 4, "the answers are still there");
    });
}

#[test]
fn another_language_under_way_keeps_the_answers() {
    in_browser(async |browser| {
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[2, 4]).await;
        scan.wait_for_question(3).await;
        set(browser, "lang", "en").await;
        let english = scan.speaks(&ENGLISH);
        english.wait_for_question(3).await;
        english.press("previous").await;
        english.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 4);
        set(browser, "lang", "nl").await;
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 4);
    });
}

#[test]
fn an_attribute_set_before_anything_is_done_counts_from_the_beginning() {
    in_browser(async |browser| {
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        set(browser, "start", "question").await;
        scan.wait_for_question(1).await;
        set(browser, "lang", "en").await;
        let english = scan.speaks(&ENGLISH);
        english.wait_for_question(1).await;
        english.choose(2).await;
        english.press("next").await;
        english.wait_for_question(2).await;
    });
}

#[test]
fn an_unknown_language_is_named_and_the_scan_is_dutch() {
    in_browser(async |browser| {
        browser.before_each_document(LISTEN).await;
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        set(browser, "lang", "fr").await;
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let text = said(scan).await;
        assert!(text.contains("lang") && text.contains("fr") && text.contains("nl, en"), "{text}");
        scan.walk(1).await;
    });
}

#[test]
fn reset_makes_it_ready_for_the_next_person() {
    in_browser(async |browser| {
        browser.open("/pages/device.html").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[1, 2, 3]).await;
        scan.wait_for_question(4).await;
        let kept = "return localStorage.length + sessionStorage.length";
        assert_ne!(browser.run(kept).await, json!(0), "there is something to forget");
        browser.run(&format!("{SCAN}.reset()")).await;
        scan.offers("start").await;
        assert_eq!(browser.run(kept).await, json!(0));
        scan.start().await;
        assert_eq!(scan.chosen().await, 0);
    });
}

#[test]
fn open_goes_where_the_answers_reach_and_no_further() {
    in_browser(async |browser| {
        browser.before_each_document(LISTEN).await;
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        // At once, when the program may not be there yet.
        browser.run(&format!("{SCAN}.open('method')")).await;
        scan.wait_for("method-heading").await;
        browser.run(&format!("{SCAN}.open('intro')")).await;
        scan.start().await;
        scan.answer_from(1, &[5; 4]).await;
        scan.wait_for_question(5).await;
        browser.run(&format!("{SCAN}.open(2)")).await;
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 5);
        browser.run(&format!("{SCAN}.open('result')")).await;
        // There is no result yet: this is as far as the answers reach.
        scan.wait_for_question(5).await;
        browser.run(&format!("{SCAN}.open('lessons')")).await;
        browser.until("return window.problems.length === 1", "the page is told").await;
        let wanted = json!([{ "problem": "open", "value": "lessons", "allowed": format!("intro, result, method, 1-{QUESTIONS}") }]);
        assert_eq!(browser.run("return window.problems").await, wanted);
    });
}

#[test]
fn asked_before_the_script_came_nothing_breaks() {
    in_browser(async |browser| {
        browser.open("/").await;
        let order = "const scan = document.createElement('ruimte-scan'); scan.reset(); scan.open('result');
            document.body.append(scan); scan.reset(); scan.open('method'); return true;";
        assert_eq!(browser.run(order).await, json!(true));
        let scan = Scan::nth(browser, 1);
        scan.wait_for("method-heading").await;
    });
}

#[test]
fn the_contact_of_the_organisation_stands_wherever_a_colleague_did() {
    in_browser(async |browser| {
        let setup = "document.addEventListener('DOMContentLoaded', () => {
            const scan = document.querySelector('ruimte-scan');
            scan.setAttribute('organisation', 'De Brug'); scan.setAttribute('contact-name', 'Sam <i>Jansen</i>');
            scan.setAttribute('contact-phone', '030 123 45 67'); scan.setAttribute('contact-url', 'https://brug.example/sam'); });";
        browser.before_each_document(setup).await;
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
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
        set(browser, "contact-name", "Noor").await;
        scan.until("return root.querySelector('.doors.near').textContent.includes('Noor')", "it is Noor now").await;
        set(browser, "contact-phone", "bel maar").await;
        scan.until("return !!root.querySelector('.refusals')", "the editor is told").await;
        let text = said(scan).await;
        assert!(text.contains("contact-phone") && text.contains("bel maar"), "{text}");
        let near = scan.run("return root.querySelector('.doors.near').textContent", Value::Null).await;
        assert!(near.as_str().unwrap().contains("Noor") && !near.as_str().unwrap().contains("bel maar"), "{near}");
    });
}

#[test]
fn own_content_is_laid_over_ours_and_what_is_wrong_is_named() {
    in_browser(async |browser| {
        browser.before_each_document(LISTEN).await;
        browser.open("/pages/own.html").await;
        let (ours, wrong, none) = (Scan::nth(browser, 0), Scan::nth(browser, 1), Scan::nth(browser, 2));
        ours.press_named("Begin <b>maar</b>").await;
        for number in 1..=QUESTIONS {
            ours.wait_for_question(number).await;
            ours.choose(3).await;
            ours.press_next(number).await;
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
        let problems = browser.run("return window.problems.map(({ problem, value }) => [problem, value])").await;
        assert!(problems.as_array().unwrap().contains(&json!(["content", "nowhere"])), "{problems}");
        assert!(problems.as_array().unwrap().contains(&json!(["content-problem", "texts.words.strat"])), "{problems}");
        assert_eq!(browser.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('ruimtescan-own')).length").await, json!(1));
    });
}
