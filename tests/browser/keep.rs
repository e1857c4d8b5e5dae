//! Keeping answers: for a tab, on a device, not at all; and wiping them.

use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::shipped::questionnaire;
use crate::support::words::DUTCH;
use serde_json::json;

const KEPT: &str = "return Object.keys(sessionStorage).length + Object.keys(localStorage).length";

#[test]
fn after_a_reload_the_person_is_asked_and_can_go_on() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[5, 4, 3, 2, 1, 2]).await;
        scan.wait_for_question(7).await;
        browser.reload().await;
        assert!(!scan.text().await.contains("Vraag "), "nothing of the answers shows by itself");
        scan.press(("resume", 7)).await;
        scan.wait_for_question(7).await;
        scan.press("previous").await;
        scan.wait_for_question(6).await;
        assert_eq!(scan.chosen().await, 2);
    });
}

#[test]
fn after_a_reload_the_result_is_not_shown_by_itself() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.walk(3).await;
        browser.reload().await;
        assert!(scan.has_button("restart").await);
        assert!(!scan.text().await.contains("van allebei evenveel"));
        scan.press("see-result").await;
        scan.wait_for_result().await;
    });
}

#[test]
fn beginning_again_forgets_what_was_found() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[5, 5]).await;
        scan.wait_for_question(3).await;
        browser.reload().await;
        scan.press("restart").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 0);
        browser.reload().await;
        assert!(scan.has_button("start").await, "what was found is gone for good");
    });
}

#[test]
fn a_killed_browser_keeps_answers_with_remember_device() {
    block_on(async {
        assert_eq!(survives_a_kill("/pages/device.html").await, DUTCH.say(("resume", 4)));
    });
}

#[test]
fn a_killed_browser_forgets_them_without() {
    block_on(async {
        assert_eq!(survives_a_kill("/").await, "");
    });
}

/// Answers three questions, kills the browser, starts it again: what is there to go on with.
async fn survives_a_kill(page: &str) -> String {
    let first = Browser::new().await;
    first.open(page).await;
    let scan = Scan::on(&first);
    scan.start().await;
    scan.answer_from(1, &[1, 2, 3]).await;
    scan.wait_for_question(4).await;
    let (third, _) = questionnaire().questions().nth(2).expect("a third question");
    let third = &*questionnaire().question(third).expect("its question").key;
    let second = first.killed(&format!("\n{third} = 3\n")).await;
    second.open(page).await;
    let scan = Scan::on(&second);
    let offered = scan
        .run(
            "return [...root.querySelectorAll('button')].map(named).find(name => name.startsWith(argument)) ?? ''",
            json!(DUTCH.say("resume")),
        )
        .await;
    if offered != "" {
        scan.press_named(offered.as_str().unwrap()).await;
        scan.wait_for_question(4).await;
        scan.press("previous").await;
        scan.wait_for_question(3).await;
        assert_eq!(scan.chosen().await, 3);
    }
    offered.as_str().unwrap().to_string()
}

#[test]
fn the_person_can_choose_to_keep_on_the_device_or_nothing() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.unfold("keep-heading").await;
        let pick = "return [...root.querySelectorAll('label')].find(label => named(label) === argument)";
        scan.element(pick, json!(DUTCH.get("keep-device"))).await.unwrap().click().await.unwrap();
        scan.start().await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        assert_eq!(browser.run("return [sessionStorage.length, localStorage.length]").await, json!([0, 1]));
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        scan.press("previous").await;
        scan.until("return [...root.querySelectorAll('summary')].some(summary => seen(summary) && named(summary).startsWith('Antwoorden bewaren'))", "the intro is back").await;
        scan.unfold("keep-heading").await;
        scan.element(pick, json!(DUTCH.get("keep-none"))).await.unwrap().click().await.unwrap();
        browser.until("return sessionStorage.length + localStorage.length === 0", "nothing is kept").await;
        assert!(scan.has_button(("resume", 2)).await, "this sitting keeps its answers");
    });
}

#[test]
fn it_says_until_when_answers_are_kept() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.choose(1).await;
        let text = scan.text().await;
        let year = browser.run("return String(new Date().getFullYear())").await;
        assert!(text.contains(&DUTCH.say("kept-tab")) && text.contains(year.as_str().unwrap()), "{text}");
    });
}

#[test]
fn an_expired_scan_is_gone() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.choose(1).await;
        browser.until("return sessionStorage.length === 1", "it is kept").await;
        browser.run("const key = Object.keys(sessionStorage)[0]; sessionStorage[key] = sessionStorage[key].replace(/until = \\d+/, 'until = 1000');").await;
        browser.reload().await;
        assert!(scan.has_button("start").await);
        assert_eq!(browser.run(KEPT).await, json!(0), "and it is removed");
    });
}

#[test]
fn a_damaged_or_foreign_save_gets_a_message_and_a_fresh_start() {
    in_browser(async |browser| {
        for damage in
            ["'ruimtescan 1\\nversion = 1\\nhalf'", "'{\"answers\":[1,2]}'", "'ruimtescan 9\\n'", "'\\u0000\\uffff'"]
        {
            browser.open("/").await;
            let scan = Scan::on(browser);
            scan.start().await;
            scan.choose(1).await;
            browser.until("return sessionStorage.length === 1", "it is kept").await;
            browser.run(&format!("sessionStorage[Object.keys(sessionStorage)[0]] = {damage}")).await;
            browser.reload().await;
            assert!(scan.shows("stored-unusable").await, "{damage}");
            scan.start().await;
            browser.run("sessionStorage.clear()").await;
        }
    });
}

#[test]
fn wiping_really_empties_storage() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        browser.until("return sessionStorage.length > 0", "answers are kept").await;
        scan.unfold("wipe").await;
        scan.press("wipe-yes").await;
        browser.until("return sessionStorage.length + localStorage.length === 0", "storage is empty").await;
        scan.offers("start").await;
        assert!(scan.shows("wiped").await);
        browser.reload().await;
        assert!(scan.has_button("start").await);
    });
}

#[test]
fn with_storage_blocked_the_scan_works_and_says_so() {
    in_browser(async |browser| {
        browser
            .before_each_document(
                "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });",
            )
            .await;
        works_without_storage(browser).await;
    });
}

#[test]
fn with_storage_full_the_scan_works_and_says_so() {
    in_browser(async |browser| {
        browser
            .before_each_document(
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            )
            .await;
        works_without_storage(browser).await;
    });
}

async fn works_without_storage(browser: &Browser) {
    browser.open("/").await;
    let scan = Scan::on(browser);
    scan.start().await;
    scan.answer_from(1, &[2]).await;
    scan.wait_for_question(2).await;
    assert!(scan.shows("not-kept").await);
    scan.answer_from(2, &[2; QUESTIONS - 1]).await;
    scan.wait_for_result().await;
}
