//! Walking the whole scan: by mouse, by keyboard, and back again.

use crate::scan::{DOWN, ENTER, QUESTIONS, SPACE, Scan, TAB};
use crate::stage::on_stage;
use serde_json::{Value, json};

#[test]
fn the_whole_scan_by_mouse() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            assert_eq!(scan.chosen().await, 0, "question {number} starts without a choice");
            let option = number % 5 + 1;
            scan.choose(option).await;
            assert_eq!(scan.chosen().await, option as u64);
            scan.press(if number == QUESTIONS { "Bekijk je resultaat" } else { "Volgende" }).await;
        }
        scan.wait_for_result().await;
        assert!(scan.text().await.contains("070 356 35 50"));
    });
}

#[test]
fn the_whole_scan_by_keyboard_only() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        tab_to(scan, "button Start de scan").await;
        stage.keys(&ENTER.to_string()).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            // Focus is on the heading, so the next stop is the options: Space chooses, arrows move.
            // Soon after, not at once: Yew draws first, and lets the browser have its turn in between.
            scan.until("return root.activeElement?.localName === 'h2'", "the focus is on the heading").await;
            stage.keys(&TAB.to_string()).await;
            assert!(scan.focused().await.starts_with("input"), "from the heading Tab leads to the options");
            if number % 2 == 0 {
                stage.keys(&SPACE.to_string()).await;
                assert_eq!(scan.chosen().await, 1);
            } else {
                stage.keys(&DOWN.to_string()).await;
                assert_eq!(scan.chosen().await, 2);
            }
            if number % 3 == 0 {
                stage.keys(&ENTER.to_string()).await;
            } else {
                tab_to(scan, if number == QUESTIONS { "button Bekijk je resultaat" } else { "button Volgende" }).await;
                stage.keys(&ENTER.to_string()).await;
            }
        }
        scan.wait_for_result().await;
        assert!(scan.focused().await.starts_with("h2"), "the result's heading has the focus");
        tab_to(scan, "a 070 356 35 50").await;
    });
}

/// Tabs until the focus is on something that starts so.
async fn tab_to(scan: Scan<'_>, wanted: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        let focused = scan.focused().await;
        if focused.starts_with(wanted)
            || focused.contains(&wanted[2..]) && wanted.starts_with("a ") && focused.starts_with("a ")
        {
            return;
        }
        passed.push(focused);
        scan.stage.keys(&TAB.to_string()).await;
    }
    panic!("Tab never reaches '{wanted}', only {passed:?}");
}

#[test]
fn digits_choose_only_while_the_question_has_focus() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        stage.keys("4").await;
        assert_eq!(scan.chosen().await, 4, "with the heading in focus a digit chooses");
        assert!(scan.focused().await.starts_with("input"), "and the focus is on that option");
        stage.keys("2").await;
        assert_eq!(scan.chosen().await, 2, "with an option in focus a digit chooses");
        tab_to(scan, "button Volgende").await;
        stage.keys("5").await;
        assert_eq!(scan.chosen().await, 2, "with a button in focus it does not");
        stage.run("document.activeElement.blur(); document.body.focus();").await;
        stage.keys("1").await;
        assert_eq!(scan.chosen().await, 2, "with the focus on the host's page it does not");
        stage.run("document.querySelector('ruimte-scan').shadowRoot.querySelector('h2').focus();").await;
        stage.keys(&ENTER.to_string()).await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn choosing_alone_never_moves_on() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        for option in 1..=5 {
            scan.choose(option).await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        assert_eq!(scan.heading().await, "Vraag 1 van 18");
    });
}

#[test]
fn next_without_an_answer_says_what_to_do() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.press("Volgende").await;
        scan.until("return !!root.querySelector('[aria-invalid=true]')", "the question is marked").await;
        assert!(scan.text().await.contains("Kies een antwoord of sla de vraag over"));
        assert_eq!(scan.heading().await, "Vraag 1 van 18");
        let described = scan
            .run(
                "const id = root.querySelector('[aria-invalid=true]').getAttribute('aria-describedby') ?? '';
            return id.split(' ').map(one => root.getElementById(one)?.textContent ?? '').join(' ');",
                Value::Null,
            )
            .await;
        assert!(described.as_str().unwrap().contains("Kies een antwoord"), "the message belongs to the question");
        scan.choose(3).await;
        scan.until("return !root.querySelector('[aria-invalid=true]')", "the message is gone").await;
        scan.press("Volgende").await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn skipping_goes_on_and_is_remembered() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.press("Sla deze vraag over").await;
        scan.wait_for_question(2).await;
        scan.press("Vorige").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 0);
        assert!(scan.text().await.contains("sloeg je over"));
        scan.press("Volgende").await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn everything_skipped_still_gets_a_result() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            scan.press("Sla deze vraag over").await;
        }
        scan.wait_for_result().await;
        let text = scan.text().await;
        assert!(text.contains("overgeslagen") && text.contains("0800-2000"));
    });
}

#[test]
fn going_back_keeps_answers_with_our_button_and_the_browsers() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[1, 2, 3]).await;
        scan.wait_for_question(4).await;
        scan.press("Vorige").await;
        scan.wait_for_question(3).await;
        assert_eq!(scan.chosen().await, 3);
        stage.client.back().await.unwrap();
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 2);
        stage.client.back().await.unwrap();
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 1);
        stage.client.forward().await.unwrap();
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 2);
        scan.press("Volgende").await;
        scan.wait_for_question(3).await;
        assert_eq!(scan.chosen().await, 3);
    });
}

#[test]
fn the_browsers_back_leaves_the_result_and_forward_returns_to_it() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.walk(4).await;
        stage.client.back().await.unwrap();
        scan.wait_for_question(QUESTIONS).await;
        assert_eq!(scan.chosen().await, 4);
        stage.client.forward().await.unwrap();
        scan.wait_for_result().await;
    });
}

#[test]
fn a_double_click_moves_one_question() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        scan.press("Vorige").await;
        scan.wait_for_question(2).await;
        scan.press("Vorige").await;
        scan.wait_for_question(1).await;
        // Both questions have an answer, so nothing but the guard can stop a second press.
        let place = scan.run("const box = [...root.querySelectorAll('button')].find(button => named(button) === 'Volgende').getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];", Value::Null).await;
        for count in [1, 2] {
            for kind in ["mousePressed", "mouseReleased"] {
                stage
                    .devtools(
                        "Input.dispatchMouseEvent",
                        json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": count }),
                    )
                    .await;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(scan.heading().await, "Vraag 2 van 18");
    });
}

#[test]
fn the_title_follows_the_step_on_a_page_of_its_own() {
    on_stage(async |stage| {
        stage.open("/").await;
        let before = stage.client.title().await.unwrap();
        let scan = Scan::on(stage);
        scan.start().await;
        assert!(stage.client.title().await.unwrap().contains("Vraag 1 van 18"));
        assert_ne!(before, stage.client.title().await.unwrap());
    });
}

#[test]
fn the_first_load_leaves_the_focus_to_the_host() {
    on_stage(async |stage| {
        stage.open("/").await;
        assert_eq!(stage.run("return document.activeElement === document.body").await, Value::Bool(true));
    });
}

#[test]
fn how_we_count_is_one_press_away_and_leads_back() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        scan.press("Zo rekenen we").await;
        scan.wait_for("Zo rekenen we").await;
        assert!(scan.text().await.contains("Augeo"));
        scan.press("Terug").await;
        scan.wait_for_question(2).await;
    });
}
