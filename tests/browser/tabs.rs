//! What is kept belongs to one scan and one person: in two tabs, as the next person, in components of a page.

use crate::support::browser::{Browser, in_browser};
use crate::support::panic::SABOTAGE;
use crate::support::scan::Scan;
use crate::support::words::{DUTCH, Wording};
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

const DEVICE: &str = "/pages/device.html";

/// How many answers lie on the device.
const ANSWERS: &str = "return Object.values(localStorage)
    .map(text => text.split('\\n').filter(line => /^(?!version|end)[a-z-]+ = [1-5]$/.test(line)).length).join();";

/// What the intro offers: its first button.
const OFFERED: &str = "[...root.querySelectorAll('.intro button')].filter(seen).map(named)[0]";

/// A tab that answered the first questions and one that found them.
struct Tabs<'a> {
    browser: &'a Browser,
    first: WindowHandle,
    second: WindowHandle,
}

impl<'a> Tabs<'a> {
    async fn open(browser: &'a Browser, answers: &[usize]) -> Tabs<'a> {
        browser.open(DEVICE).await;
        let first = browser.client.window().await.unwrap();
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, answers).await;
        scan.wait_for_question(answers.len() + 1).await;
        let second = browser.client.new_window(true).await.unwrap().handle;
        browser.client.switch_to_window(second.clone()).await.unwrap();
        browser.open(DEVICE).await;
        Tabs { browser, first, second }
    }

    async fn to_first(&self) -> Scan<'a> {
        self.browser.client.switch_to_window(self.first.clone()).await.unwrap();
        Scan::on(self.browser)
    }

    async fn to_second(&self) -> Scan<'a> {
        self.browser.client.switch_to_window(self.second.clone()).await.unwrap();
        Scan::on(self.browser)
    }
}

async fn offers(scan: Scan<'_>, button: impl Wording) {
    let button = DUTCH.say(button);
    let script = format!("return {OFFERED} === {};", json!(button));
    scan.until(&script, &format!("{button} is offered")).await;
}

async fn answers(browser: &Browser) -> Value {
    browser.run(ANSWERS).await
}

#[test]
fn the_newest_answers_win() {
    in_browser(async |browser| {
        let tabs = Tabs::open(browser, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press(("resume", 4)).await;
        scan.answer_from(4, &[4, 5, 1]).await;
        scan.wait_for_question(7).await;
        let scan = tabs.to_first().await;
        offers(scan, ("resume", 7)).await;
        assert_eq!(answers(browser).await, json!("6"));
        scan.press(("resume", 7)).await;
        scan.answer_from(7, &[2]).await;
        scan.wait_for_question(8).await;
        assert_eq!(answers(browser).await, json!("7"));
        offers(tabs.to_second().await, ("resume", 8)).await;
    });
}

#[test]
fn a_wipe_in_one_tab_is_a_wipe_in_all() {
    in_browser(async |browser| {
        let tabs = Tabs::open(browser, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press(("resume", 4)).await;
        scan.wait_for_question(4).await;
        scan.unfold("wipe").await;
        scan.press("wipe-yes").await;
        offers(scan, "start").await;
        let scan = tabs.to_first().await;
        offers(scan, "start").await;
        assert_eq!(answers(browser).await, json!(""));
        scan.start().await;
        assert_eq!(scan.chosen().await, 0);
        scan.answer_from(1, &[5]).await;
        scan.wait_for_question(2).await;
        assert_eq!(answers(browser).await, json!("1"), "nothing of before comes back");
    });
}

#[test]
fn a_new_sitting_is_never_overwritten_by_an_old_one() {
    in_browser(async |browser| {
        let tabs = Tabs::open(browser, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press("restart").await;
        scan.answer_from(1, &[5]).await;
        scan.wait_for_question(2).await;
        let scan = tabs.to_first().await;
        offers(scan, ("resume", 2)).await;
        scan.press(("resume", 2)).await;
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 5, "the answer of the new sitting");
    });
}

#[test]
fn a_tab_that_did_not_hear_of_it_takes_over_what_is_there_before_it_writes() {
    in_browser(async |browser| {
        // As in a tab that the browser had put to sleep.
        let deaf = "addEventListener('storage', event => event.stopImmediatePropagation(), true);";
        browser.before_each_document(deaf).await;
        let tabs = Tabs::open(browser, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press(("resume", 4)).await;
        scan.answer_from(4, &[4, 5, 1]).await;
        scan.wait_for_question(7).await;
        let scan = tabs.to_first().await;
        scan.wait_for_question(4).await;
        scan.choose(2).await;
        offers(scan, ("resume", 7)).await;
        assert_eq!(answers(browser).await, json!("6"));
    });
}

#[test]
fn where_one_person_kept_answers_is_not_where_the_next_one_does() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.unfold("keep-heading").await;
        scan.run("root.getElementById('keep-device').click();", Value::Null).await;
        scan.start().await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        assert_eq!(browser.run("return [sessionStorage.length, localStorage.length]").await, json!([0, 1]));
        browser.reload().await;
        scan.press("restart").await;
        scan.answer_from(1, &[2]).await;
        scan.wait_for_question(2).await;
        assert_eq!(browser.run("return [sessionStorage.length, localStorage.length]").await, json!([1, 0]));
    });
}

#[test]
fn scans_in_components_of_a_page_keep_apart() {
    in_browser(async |browser| {
        browser.open("/pages/two.html").await;
        let apart =
            "document.querySelector('main').replaceChildren(...['first-card', 'first-card', 'other-card'].map(name => {
              const card = document.createElement(name);
              card.attachShadow({ mode: 'open' }).append(document.createElement('ruimte-scan'));
              return card;
            }));
            window.scans = [...document.querySelectorAll('main > *')].map(card => card.shadowRoot.firstChild);
            for (const scan of scans) scan.open('1');";
        browser.run(apart).await;
        let asked = "return scans.every(scan => scan.shadowRoot.querySelector('fieldset input[name=answer]') && !scan.shadowRoot.querySelector('.arrival'));";
        browser.until(asked, "each asks its first question").await;
        browser.run("scans.forEach((scan, nth) => scan.shadowRoot.getElementById('option-' + nth).click());").await;
        let kept = "return Object.entries(sessionStorage).map(([, text]) => /^(?!version)[a-z-]+ = ([1-5])$/m.exec(text)[1]).sort().join();";
        browser.until(&format!("{} === '1,2,3'", kept.trim_end_matches(';')), "each keeps its own answer").await;
    });
}

#[test]
fn an_id_that_changes_leaves_no_answers_behind() {
    in_browser(async |browser| {
        browser.open("/pages/two.html").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[5]).await;
        scan.wait_for_question(2).await;
        browser.run("document.querySelector('ruimte-scan').id = 'renamed';").await;
        scan.choose(4).await;
        browser.run(SABOTAGE).await;
        scan.press("next").await;
        scan.wait_for("rescue-heading").await;
        scan.press("rescue-button").await;
        scan.wait_for_question(3).await;
        scan.choose(3).await;
        let kept = "return Object.keys(sessionStorage).join();";
        assert_eq!(browser.run(kept).await, json!("ruimtescan:/pages/two.html:one"));
        scan.unfold("wipe").await;
        scan.press("wipe-yes").await;
        offers(scan, "start").await;
        assert_eq!(browser.run(kept).await, json!(""));
        assert_eq!(browser.run("return window.violations").await, json!([]));
        // The sabotage is an error, and meant to be one.
        let _ = browser.console_errors().await;
    });
}

#[test]
fn with_remember_never_nothing_is_kept_found_or_offered_to_be_kept() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        let all = "return Object.keys(sessionStorage).length + Object.keys(localStorage).length;";
        assert_eq!(browser.run(all).await, json!(1), "from before the page said so");
        let again = "const old = document.querySelector('ruimte-scan');
            const scan = document.createElement('ruimte-scan');
            scan.setAttribute('remember', 'never');
            scan.setAttribute('workshop', 'short');
            old.replaceWith(scan);";
        browser.run(again).await;
        offers(scan, "start").await;
        let none = "return root.querySelector('.keep-choice') === null;";
        assert_eq!(scan.run(none, Value::Null).await, json!(true), "on the first screen");
        scan.walk(3).await;
        scan.press("hand-make").await;
        scan.until("return !!root.querySelector('.qr')", "the code is there").await;
        assert_eq!(browser.run(all).await, json!(0));
        browser.run("document.querySelector('ruimte-scan').open('intro')").await;
        offers(scan, "see-result").await;
        assert_eq!(scan.run(none, Value::Null).await, json!(true), "on the program's screen");
    });
}
