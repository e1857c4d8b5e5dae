//! What is kept belongs to one scan and one person: in two tabs, as the next person, in components of a page.

use crate::panic::SABOTAGE;
use crate::scan::Scan;
use crate::stage::{Stage, on_stage};
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
    stage: &'a Stage,
    first: WindowHandle,
    second: WindowHandle,
}

impl<'a> Tabs<'a> {
    async fn open(stage: &'a Stage, answers: &[usize]) -> Tabs<'a> {
        stage.open(DEVICE).await;
        let first = stage.client.window().await.unwrap();
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, answers).await;
        scan.wait_for_question(answers.len() + 1).await;
        let second = stage.client.new_window(true).await.unwrap().handle;
        stage.client.switch_to_window(second.clone()).await.unwrap();
        stage.open(DEVICE).await;
        Tabs { stage, first, second }
    }

    async fn to_first(&self) -> Scan<'a> {
        self.stage.client.switch_to_window(self.first.clone()).await.unwrap();
        Scan::on(self.stage)
    }

    async fn to_second(&self) -> Scan<'a> {
        self.stage.client.switch_to_window(self.second.clone()).await.unwrap();
        Scan::on(self.stage)
    }
}

async fn offers(scan: Scan<'_>, button: &str) {
    let script = format!("return {OFFERED} === {};", json!(button));
    scan.until(&script, &format!("{button} is offered")).await;
}

async fn answers(stage: &Stage) -> Value {
    stage.run(ANSWERS).await
}

#[test]
fn the_newest_answers_win() {
    on_stage(async |stage| {
        let tabs = Tabs::open(stage, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press("Ga verder bij vraag 4").await;
        scan.answer_from(4, &[4, 5, 1]).await;
        scan.wait_for_question(7).await;
        let scan = tabs.to_first().await;
        offers(scan, "Ga verder bij vraag 7").await;
        assert_eq!(answers(stage).await, json!("6"));
        scan.press("Ga verder bij vraag 7").await;
        scan.answer_from(7, &[2]).await;
        scan.wait_for_question(8).await;
        assert_eq!(answers(stage).await, json!("7"));
        offers(tabs.to_second().await, "Ga verder bij vraag 8").await;
    });
}

#[test]
fn a_wipe_in_one_tab_is_a_wipe_in_all() {
    on_stage(async |stage| {
        let tabs = Tabs::open(stage, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press("Ga verder bij vraag 4").await;
        scan.wait_for_question(4).await;
        scan.unfold("Wis alles").await;
        scan.press("Ja, wis alles").await;
        offers(scan, "Start de scan").await;
        let scan = tabs.to_first().await;
        offers(scan, "Start de scan").await;
        assert_eq!(answers(stage).await, json!(""));
        scan.start().await;
        assert_eq!(scan.chosen().await, 0);
        scan.answer_from(1, &[5]).await;
        scan.wait_for_question(2).await;
        assert_eq!(answers(stage).await, json!("1"), "nothing of before comes back");
    });
}

#[test]
fn a_new_sitting_is_never_overwritten_by_an_old_one() {
    on_stage(async |stage| {
        let tabs = Tabs::open(stage, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press("Begin opnieuw").await;
        scan.answer_from(1, &[5]).await;
        scan.wait_for_question(2).await;
        let scan = tabs.to_first().await;
        offers(scan, "Ga verder bij vraag 2").await;
        scan.press("Ga verder bij vraag 2").await;
        scan.wait_for_question(2).await;
        scan.press("Vorige").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 5, "the answer of the new sitting");
    });
}

#[test]
fn a_tab_that_did_not_hear_of_it_takes_over_what_is_there_before_it_writes() {
    on_stage(async |stage| {
        // As in a tab that the browser had put to sleep.
        let deaf = "addEventListener('storage', event => event.stopImmediatePropagation(), true);";
        stage.before_each_document(deaf).await;
        let tabs = Tabs::open(stage, &[1, 2, 3]).await;
        let scan = tabs.to_second().await;
        scan.press("Ga verder bij vraag 4").await;
        scan.answer_from(4, &[4, 5, 1]).await;
        scan.wait_for_question(7).await;
        let scan = tabs.to_first().await;
        scan.wait_for_question(4).await;
        scan.choose(2).await;
        offers(scan, "Ga verder bij vraag 7").await;
        assert_eq!(answers(stage).await, json!("6"));
    });
}

#[test]
fn where_one_person_kept_answers_is_not_where_the_next_one_does() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.unfold("Antwoorden bewaren?").await;
        scan.run("root.getElementById('keep-device').click();", Value::Null).await;
        scan.start().await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        assert_eq!(stage.run("return [sessionStorage.length, localStorage.length]").await, json!([0, 1]));
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        scan.press("Begin opnieuw").await;
        scan.answer_from(1, &[2]).await;
        scan.wait_for_question(2).await;
        assert_eq!(stage.run("return [sessionStorage.length, localStorage.length]").await, json!([1, 0]));
    });
}

#[test]
fn scans_in_components_of_a_page_keep_apart() {
    on_stage(async |stage| {
        stage.open("/pages/two.html").await;
        let apart =
            "document.querySelector('main').replaceChildren(...['first-card', 'first-card', 'other-card'].map(name => {
              const card = document.createElement(name);
              card.attachShadow({ mode: 'open' }).append(document.createElement('ruimte-scan'));
              return card;
            }));
            window.scans = [...document.querySelectorAll('main > *')].map(card => card.shadowRoot.firstChild);
            for (const scan of scans) scan.open('1');";
        stage.run(apart).await;
        let asked = "return scans.every(scan => scan.shadowRoot.querySelector('fieldset input[name=answer]') && !scan.shadowRoot.querySelector('.arrival'));";
        stage.until(asked, "each asks its first question").await;
        stage.run("scans.forEach((scan, nth) => scan.shadowRoot.getElementById('option-' + nth).click());").await;
        let kept = "return Object.entries(sessionStorage).map(([, text]) => /^(?!version)[a-z-]+ = ([1-5])$/m.exec(text)[1]).sort().join();";
        stage.until(&format!("{} === '1,2,3'", kept.trim_end_matches(';')), "each keeps its own answer").await;
    });
}

#[test]
fn an_id_that_changes_leaves_no_answers_behind() {
    on_stage(async |stage| {
        stage.open("/pages/two.html").await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[5]).await;
        scan.wait_for_question(2).await;
        stage.run("document.querySelector('ruimte-scan').id = 'renamed';").await;
        scan.choose(4).await;
        stage.run(SABOTAGE).await;
        scan.press("Volgende").await;
        scan.wait_for("Er ging iets mis in de scan").await;
        scan.press("Ga verder").await;
        scan.wait_for_question(3).await;
        scan.choose(3).await;
        let kept = "return Object.keys(sessionStorage).join();";
        assert_eq!(stage.run(kept).await, json!("ruimtescan:/pages/two.html:one"));
        scan.unfold("Wis alles").await;
        scan.press("Ja, wis alles").await;
        offers(scan, "Start de scan").await;
        assert_eq!(stage.run(kept).await, json!(""));
        assert_eq!(stage.run("return window.violations").await, json!([]));
        // The sabotage is an error, and meant to be one.
        let _ = stage.console_errors().await;
    });
}

#[test]
fn with_remember_never_nothing_is_kept_found_or_offered_to_be_kept() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        let all = "return Object.keys(sessionStorage).length + Object.keys(localStorage).length;";
        assert_eq!(stage.run(all).await, json!(1), "from before the page said so");
        let again = "const old = document.querySelector('ruimte-scan');
            const scan = document.createElement('ruimte-scan');
            scan.setAttribute('remember', 'never');
            scan.setAttribute('workshop', 'short');
            old.replaceWith(scan);";
        stage.run(again).await;
        offers(scan, "Start de scan").await;
        let none = "return root.querySelector('.keep-choice') === null;";
        assert_eq!(scan.run(none, Value::Null).await, json!(true), "on the first screen");
        scan.walk(3).await;
        scan.press("Maak mijn code").await;
        scan.until("return !!root.querySelector('.qr')", "the code is there").await;
        assert_eq!(stage.run(all).await, json!(0));
        stage.run("document.querySelector('ruimte-scan').open('intro')").await;
        offers(scan, "Bekijk je resultaat").await;
        assert_eq!(scan.run(none, Value::Null).await, json!(true), "on the program's screen");
    });
}
