//! Keeping answers: for a tab, on a device, not at all; and wiping them.

use crate::scan::{QUESTIONS, Scan};
use crate::stage::{Stage, alone, on_stage};
use serde_json::json;

const KEPT: &str = "return Object.keys(sessionStorage).length + Object.keys(localStorage).length";

#[test]
fn after_a_reload_the_person_is_asked_and_can_go_on() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[5, 4, 3, 2, 1, 2]).await;
        scan.wait_for_question(7).await;
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        assert!(!scan.text().await.contains("Vraag "), "nothing of the answers shows by itself");
        scan.press("Ga verder bij vraag 7").await;
        scan.wait_for_question(7).await;
        scan.press("Vorige").await;
        scan.wait_for_question(6).await;
        assert_eq!(scan.chosen().await, 2);
    });
}

#[test]
fn after_a_reload_the_result_is_not_shown_by_itself() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.walk(3).await;
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        assert!(scan.has_button("Begin opnieuw").await);
        assert!(!scan.text().await.contains("van allebei evenveel"));
        scan.press("Bekijk je resultaat").await;
        scan.wait_for_result().await;
    });
}

#[test]
fn beginning_again_forgets_what_was_found() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[5, 5]).await;
        scan.wait_for_question(3).await;
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        scan.press("Begin opnieuw").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 0);
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        assert!(scan.has_button("Start de scan").await, "what was found is gone for good");
    });
}

#[test]
fn a_killed_browser_keeps_answers_with_remember_device() {
    alone(async {
        assert_eq!(survives_a_kill("/pages/device.html").await, "Ga verder bij vraag 4");
    });
}

#[test]
fn a_killed_browser_forgets_them_without() {
    alone(async {
        assert_eq!(survives_a_kill("/").await, "");
    });
}

/// Answers three questions, kills the browser, starts it again: what is there to go on with.
async fn survives_a_kill(page: &str) -> String {
    let first = Stage::new(None).await;
    first.open(page).await;
    let scan = Scan::on(&first);
    scan.start().await;
    scan.answer_from(1, &[1, 2, 3]).await;
    scan.wait_for_question(4).await;
    let second = first.killed().await;
    second.open(page).await;
    let scan = Scan::on(&second);
    let offered = scan
        .run(
            "return [...root.querySelectorAll('button')].map(named).find(name => name.startsWith('Ga verder')) ?? ''",
            json!(null),
        )
        .await;
    if offered != "" {
        scan.press(offered.as_str().unwrap()).await;
        scan.wait_for_question(4).await;
        scan.press("Vorige").await;
        scan.wait_for_question(3).await;
        assert_eq!(scan.chosen().await, 3);
    }
    offered.as_str().unwrap().to_string()
}

#[test]
fn the_person_can_choose_to_keep_on_the_device_or_nothing() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.unfold("Antwoorden bewaren?").await;
        let pick = "return [...root.querySelectorAll('label')].find(label => named(label) === argument)";
        scan.element(pick, json!("Bewaar een week op dit apparaat")).await.unwrap().click().await.unwrap();
        scan.start().await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        assert_eq!(stage.run("return [sessionStorage.length, localStorage.length]").await, json!([0, 1]));
        scan.press("Vorige").await;
        scan.wait_for_question(1).await;
        scan.press("Vorige").await;
        scan.until("return [...root.querySelectorAll('summary')].some(summary => seen(summary) && named(summary).startsWith('Antwoorden bewaren'))", "the intro is back").await;
        scan.unfold("Antwoorden bewaren?").await;
        scan.element(pick, json!("Bewaar niets")).await.unwrap().click().await.unwrap();
        stage.until("return sessionStorage.length + localStorage.length === 0", "nothing is kept").await;
        assert!(scan.has_button("Ga verder bij vraag 2").await, "this sitting keeps its answers");
    });
}

#[test]
fn it_says_until_when_answers_are_kept() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.choose(1).await;
        let text = scan.text().await;
        let year = stage.run("return String(new Date().getFullYear())").await;
        assert!(text.contains("Bewaard tot je dit tabblad sluit") && text.contains(year.as_str().unwrap()), "{text}");
    });
}

#[test]
fn an_expired_scan_is_gone() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.choose(1).await;
        stage.until("return sessionStorage.length === 1", "it is kept").await;
        stage.run("const key = Object.keys(sessionStorage)[0]; sessionStorage[key] = sessionStorage[key].replace(/until = \\d+/, 'until = 1000');").await;
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        assert!(scan.has_button("Start de scan").await);
        assert_eq!(stage.run(KEPT).await, json!(0), "and it is removed");
    });
}

#[test]
fn a_damaged_or_foreign_save_gets_a_message_and_a_fresh_start() {
    on_stage(async |stage| {
        for damage in
            ["'ruimtescan 1\\nversion = 1\\nhalf'", "'{\"answers\":[1,2]}'", "'ruimtescan 9\\n'", "'\\u0000\\uffff'"]
        {
            stage.open("/").await;
            let scan = Scan::on(stage);
            scan.start().await;
            scan.choose(1).await;
            stage.until("return sessionStorage.length === 1", "it is kept").await;
            stage.run(&format!("sessionStorage[Object.keys(sessionStorage)[0]] = {damage}")).await;
            stage.client.refresh().await.unwrap();
            stage.ready().await;
            assert!(scan.text().await.contains("kunnen we niet meer openen"), "{damage}");
            scan.start().await;
            stage.run("sessionStorage.clear()").await;
        }
    });
}

#[test]
fn wiping_really_empties_storage() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        stage.until("return sessionStorage.length > 0", "answers are kept").await;
        scan.unfold("Wis alles").await;
        scan.press("Ja, wis alles").await;
        stage.until("return sessionStorage.length + localStorage.length === 0", "storage is empty").await;
        scan.until(
            "return [...root.querySelectorAll('button')].some(button => named(button) === 'Start de scan')",
            "the intro is back",
        )
        .await;
        assert!(scan.text().await.contains("Alles is gewist"));
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        assert!(scan.has_button("Start de scan").await);
    });
}

#[test]
fn with_storage_blocked_the_scan_works_and_says_so() {
    on_stage(async |stage| {
        stage
            .before_each_document(
                "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });",
            )
            .await;
        works_without_storage(stage).await;
    });
}

#[test]
fn with_storage_full_the_scan_works_and_says_so() {
    on_stage(async |stage| {
        stage
            .before_each_document(
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            )
            .await;
        works_without_storage(stage).await;
    });
}

async fn works_without_storage(stage: &Stage) {
    stage.open("/").await;
    let scan = Scan::on(stage);
    scan.start().await;
    scan.answer_from(1, &[2]).await;
    scan.wait_for_question(2).await;
    assert!(scan.text().await.contains("Bewaren lukt hier niet"));
    scan.answer_from(2, &[2; QUESTIONS - 1]).await;
    scan.wait_for_result().await;
}
