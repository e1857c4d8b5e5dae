//! Double presses, by mouse and by finger: the second one does nothing on the screen that the first one opened.

use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::scan::{ENTER, QUESTIONS, Scan};
use crate::support::words::DUTCH;
use serde_json::{Value, json};

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Mouse,
    Finger,
}

/// How long after the first press a second one comes, in seconds.
const SOON: f64 = 0.09;
const LATER: f64 = 0.6;

/// Where the middle of the button is whose name is given; of an option when that is a number.
const CENTRE: &str = "const button = typeof argument === 'number'
    ? root.querySelectorAll('fieldset input[type=radio]')[argument - 1].closest('label')
    : [...root.querySelectorAll('button')].filter(seen).find(button => named(button) === argument);
    button.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = button.getBoundingClientRect();
    return [x + width / 2, y + height / 2];";

/// A place of the screen, and what puts the button of a name or the fourth option there.
const PLACE: [f64; 2] = [200.0, 300.0];
const PUT: &str = "const element = argument === 4
      ? root.querySelectorAll('fieldset input[type=radio]')[3].closest('label')
      : [...root.querySelectorAll('button')].find(button => named(button) === argument);
    const place = { position: 'fixed', left: '120px', top: '280px', width: '160px', height: '40px', zIndex: 9 };
    Object.assign(element.style, place);";

async fn centre(scan: Scan<'_>, what: Value) -> [f64; 2] {
    let centre = scan.run(CENTRE, what).await;
    [0, 1].map(|axis| centre[axis].as_f64().unwrap())
}

/// The time as the browser's protocol counts it.
fn now() -> f64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs_f64()
}

/// Presses once, at a time that is told: so a slow machine does not make a double press into two.
async fn press(browser: &Browser, by: By, [x, y]: [f64; 2], count: usize, at: f64) {
    match by {
        By::Mouse => {
            for kind in ["mousePressed", "mouseReleased"] {
                let event =
                    json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count, "timestamp": at });
                browser.devtools("Input.dispatchMouseEvent", event).await;
            }
        }
        By::Finger => {
            for (kind, points) in [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))] {
                let event = json!({ "type": kind, "touchPoints": points, "timestamp": at });
                browser.devtools("Input.dispatchTouchEvent", event).await;
            }
        }
    }
}

async fn twice(browser: &Browser, by: By, place: [f64; 2]) {
    let at = now();
    press(browser, by, place, 1, at).await;
    press(browser, by, place, 2, at + SOON).await;
}

/// What stands open or is chosen or pressed on a screen that nobody has touched yet: nothing.
async fn touched(scan: Scan<'_>) -> Value {
    scan.run(
        "return [...root.querySelectorAll('details[open] > summary, fieldset:not(details *) input:checked, [aria-pressed=true]')].map(named);",
        Value::Null,
    )
    .await
}

fn on_screen(by: By, test: impl AsyncFnOnce(&Browser)) {
    in_browser(async |browser| {
        match by {
            By::Mouse => browser.screen(1280, 900).await,
            By::Finger => {
                let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
                browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
                browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
            }
        }
        browser.open("/").await;
        test(browser).await;
    });
}

fn through_all(by: By) {
    on_screen(by, async |browser| {
        let scan = Scan::on(browser);
        twice(browser, by, centre(scan, json!(DUTCH.get("start"))).await).await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            browser.drawn().await;
            assert_eq!(touched(scan).await, json!([]), "by {by:?}, at question {number}");
            scan.choose(3).await;
            let next = DUTCH.get(if number == QUESTIONS { "see-result" } else { "next" });
            twice(browser, by, centre(scan, json!(next)).await).await;
        }
        scan.wait_for_result().await;
        browser.drawn().await;
        assert_eq!(touched(scan).await, json!([]), "by {by:?}, on the result");
    });
}

#[test]
fn a_double_click_does_nothing_on_the_next_screen_through_the_whole_scan() {
    through_all(By::Mouse);
}

#[test]
fn a_double_tap_does_nothing_on_the_next_screen_through_the_whole_scan() {
    through_all(By::Finger);
}

/// What a press at a place chooses, so long after the one that opened the screen and so far from it.
async fn chosen_by(browser: &Browser, by: By, after: f64, away: f64) -> u64 {
    browser.run("sessionStorage.clear()").await;
    browser.open("/").await;
    let scan = Scan::on(browser);
    scan.start().await;
    scan.choose(1).await;
    // First the button and then an option of the next question stand at one place, so that nothing but the guard counts.
    scan.run(PUT, json!(DUTCH.get("next"))).await;
    let at = now();
    press(browser, by, [PLACE[0] + away, PLACE[1]], 1, at).await;
    scan.wait_for_question(2).await;
    scan.run("root.querySelectorAll('button').forEach(button => button.removeAttribute('style'));", Value::Null).await;
    scan.run(PUT, json!(4)).await;
    press(browser, by, PLACE, 2, at + after).await;
    browser.drawn().await;
    scan.chosen().await
}

#[test]
fn a_press_somewhat_later_or_elsewhere_counts() {
    for (by, near, far) in [(By::Mouse, 20.0, 30.0), (By::Finger, 40.0, 50.0)] {
        on_screen(by, async |browser| {
            assert_eq!(chosen_by(browser, by, SOON, near).await, 0, "{by:?}: soon and near");
            assert_eq!(chosen_by(browser, by, LATER, near).await, 4, "{by:?}: later");
            assert_eq!(chosen_by(browser, by, SOON, far).await, 4, "{by:?}: elsewhere");
        });
    }
}

#[test]
fn keys_are_never_held_back() {
    on_screen(By::Mouse, async |browser| {
        let scan = Scan::on(browser);
        press(browser, By::Mouse, centre(scan, json!(DUTCH.get("start"))).await, 1, now()).await;
        scan.wait_for_question(1).await;
        for number in 1..=QUESTIONS {
            scan.is_focused().await;
            browser.keys(&format!("{}{ENTER}", number % 5 + 1)).await;
            if number < QUESTIONS {
                scan.wait_for_question(number + 1).await;
            }
        }
        scan.wait_for_result().await;
    });
}

#[test]
fn after_a_screen_that_a_key_opened_a_press_counts_wherever_the_last_one_was() {
    on_screen(By::Mouse, async |browser| {
        let scan = Scan::on(browser);
        scan.start().await;
        scan.run(PUT, json!(4)).await;
        press(browser, By::Mouse, PLACE, 1, now()).await;
        browser.keys(&ENTER.to_string()).await;
        scan.wait_for_question(2).await;
        scan.run(PUT, json!(4)).await;
        press(browser, By::Mouse, PLACE, 1, now()).await;
        browser.drawn().await;
        assert_eq!(scan.chosen().await, 4);
    });
}

#[test]
fn a_double_click_before_the_program_has_come_starts_once() {
    block_on(async {
        let browser = Browser::held(&[]).await;
        browser.client.goto(&browser.base).await.unwrap();
        let scan = Scan::on(&browser);
        browser
            .until("return !!document.querySelector('ruimte-scan')?.shadowRoot?.querySelector('.arrival')", "it shows")
            .await;
        twice(&browser, By::Mouse, centre(scan, json!(DUTCH.get("start"))).await).await;
        browser.let_go();
        scan.wait_for_question(1).await;
        browser.drawn().await;
        assert_eq!(touched(scan).await, json!([]));
        browser.assert_clean().await;
    });
}
