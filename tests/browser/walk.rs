//! Walking the whole scan: by mouse, by keyboard, and back again.

use crate::support::browser::in_browser;
use crate::support::scan::{DOWN, ENTER, QUESTIONS, SPACE, Scan, TAB};
use crate::support::words::DUTCH;
use serde_json::{Value, json};

#[test]
fn the_whole_scan_by_mouse() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            assert_eq!(scan.chosen().await, 0, "question {number} starts without a choice");
            let option = number % 5 + 1;
            scan.choose(option).await;
            assert_eq!(scan.chosen().await, option as u64);
            scan.press_next(number).await;
        }
        scan.wait_for_result().await;
        assert!(scan.text().await.contains("070 356 35 50"));
    });
}

#[test]
fn the_whole_scan_by_keyboard_only() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.tab_to("button", "start").await;
        browser.keys(&ENTER.to_string()).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            // Focus is on the heading, so the next stop is the options: Space chooses, arrows move.
            // Soon after, not at once: Yew draws first, and lets the browser have its turn in between.
            scan.is_focused().await;
            browser.keys(&TAB.to_string()).await;
            assert!(scan.focused().await.starts_with("input"), "from the heading Tab leads to the options");
            if number % 2 == 0 {
                browser.keys(&SPACE.to_string()).await;
                assert_eq!(scan.chosen().await, 1);
            } else {
                browser.keys(&DOWN.to_string()).await;
                assert_eq!(scan.chosen().await, 2);
            }
            if number % 3 == 0 {
                browser.keys(&ENTER.to_string()).await;
            } else {
                scan.tab_to("button", if number == QUESTIONS { "see-result" } else { "next" }).await;
                browser.keys(&ENTER.to_string()).await;
            }
        }
        scan.wait_for_result().await;
        assert!(scan.focused().await.starts_with("h2"), "the result's heading has the focus");
        scan.tab_to_named("a 070 356 35 50").await;
    });
}

#[test]
fn digits_choose_only_while_the_question_has_focus() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.is_focused().await;
        browser.keys("4").await;
        assert_eq!(scan.chosen().await, 4, "with the heading in focus a digit chooses");
        assert!(scan.focused().await.starts_with("input"), "and the focus is on that option");
        browser.keys("2").await;
        assert_eq!(scan.chosen().await, 2, "with an option in focus a digit chooses");
        scan.tab_to("button", "next").await;
        browser.keys("5").await;
        assert_eq!(scan.chosen().await, 2, "with a button in focus it does not");
        browser.run("document.activeElement.blur(); document.body.focus();").await;
        browser.keys("1").await;
        assert_eq!(scan.chosen().await, 2, "with the focus on the host's page it does not");
        browser.run("document.querySelector('ruimte-scan').shadowRoot.querySelector('h2').focus();").await;
        browser.keys(&ENTER.to_string()).await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn choosing_alone_never_moves_on() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        for option in 1..=5 {
            scan.choose(option).await;
        }
        browser.drawn().await;
        assert_eq!(scan.heading().await, scan.question(1));
    });
}

#[test]
fn next_without_an_answer_says_what_to_do() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.press("next").await;
        scan.until("return !!root.querySelector('[aria-invalid=true]')", "the question is marked").await;
        assert!(scan.shows("choose-first").await);
        assert_eq!(scan.heading().await, scan.question(1));
        let described = scan
            .run(
                "const id = root.querySelector('[aria-invalid=true]').getAttribute('aria-describedby') ?? '';
            return id.split(' ').map(one => root.getElementById(one)?.textContent ?? '').join(' ');",
                Value::Null,
            )
            .await;
        assert!(described.as_str().unwrap().contains(DUTCH.get("choose-first")), "the message belongs to the question");
        scan.choose(3).await;
        scan.until("return !root.querySelector('[aria-invalid=true]')", "the message is gone").await;
        scan.press("next").await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn skipping_goes_on_and_is_remembered() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.press("skip").await;
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 0);
        assert!(scan.shows("was-skipped").await);
        scan.press("next").await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn everything_skipped_still_gets_a_result() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            scan.press("skip").await;
        }
        scan.wait_for_result().await;
        let text = scan.text().await;
        assert!(text.contains(DUTCH.get("leaning-skipped")) && text.contains("0800-2000"));
    });
}

#[test]
fn going_back_keeps_answers_with_our_button_and_the_browsers() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[1, 2, 3]).await;
        scan.wait_for_question(4).await;
        scan.press("previous").await;
        scan.wait_for_question(3).await;
        assert_eq!(scan.chosen().await, 3);
        browser.client.back().await.unwrap();
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 2);
        browser.client.back().await.unwrap();
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 1);
        browser.client.forward().await.unwrap();
        scan.wait_for_question(2).await;
        assert_eq!(scan.chosen().await, 2);
        scan.press("next").await;
        scan.wait_for_question(3).await;
        assert_eq!(scan.chosen().await, 3);
    });
}

#[test]
fn the_browsers_back_leaves_the_result_and_forward_returns_to_it() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.walk(4).await;
        browser.client.back().await.unwrap();
        scan.wait_for_question(QUESTIONS).await;
        assert_eq!(scan.chosen().await, 4);
        browser.client.forward().await.unwrap();
        scan.wait_for_result().await;
    });
}

#[test]
fn a_double_click_moves_one_question() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        scan.press("previous").await;
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        // Both questions have an answer, so nothing but the guard can stop a second press.
        let place = scan.run("const box = [...root.querySelectorAll('button')].find(button => named(button) === argument).getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];", json!(DUTCH.get("next"))).await;
        for count in [1, 2] {
            for kind in ["mousePressed", "mouseReleased"] {
                browser
                    .devtools(
                        "Input.dispatchMouseEvent",
                        json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": count }),
                    )
                    .await;
            }
        }
        browser.drawn().await;
        assert_eq!(scan.heading().await, scan.question(2));
    });
}

#[test]
fn the_title_follows_the_step_on_a_page_of_its_own() {
    in_browser(async |browser| {
        browser.open("/").await;
        let before = browser.client.title().await.unwrap();
        let scan = Scan::on(browser);
        scan.start().await;
        assert!(browser.client.title().await.unwrap().contains(&scan.question(1)));
        assert_ne!(before, browser.client.title().await.unwrap());
    });
}

#[test]
fn the_first_load_leaves_the_focus_to_the_host() {
    in_browser(async |browser| {
        browser.open("/").await;
        assert_eq!(browser.run("return document.activeElement === document.body").await, Value::Bool(true));
    });
}

#[test]
fn how_we_count_is_one_press_away_and_leads_back() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        scan.press("method-open").await;
        scan.wait_for("method-heading").await;
        assert!(scan.text().await.contains("Augeo"));
        scan.press("close-method").await;
        scan.wait_for_question(2).await;
    });
}
