//! One run: a page in a tab of its own, from an empty cache to the result, by a real mouse.

use crate::measures::{Run, median};
use crate::pages::Page;
use crate::support::browser::Browser;
use serde_json::{Value, json};
use std::time::Duration;

/// The circumstances of a run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A processor four times slower, 1.6 Mbit/s, 150 ms.
    Slow,
    /// As this machine is.
    Full,
}

impl Mode {
    pub(crate) const ALL: [Mode; 2] = [Mode::Slow, Mode::Full];

    /// Its name in the JSON.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Mode::Slow => "slow",
            Mode::Full => "full",
        }
    }

    /// Its name above a table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Mode::Slow => "processor 4x slower, 1.6 Mbit/s, 150 ms",
            Mode::Full => "unthrottled",
        }
    }
}

/// How long a person reads the first question; what loads in the background meanwhile is in time.
const READING: Duration = Duration::from_millis(1500);

/// Between two presses, so that one is never measured with the aftermath of another.
const PAUSE: Duration = Duration::from_millis(50);

/// What a page gets after its result was painted, before it is weighed.
const AFTER: Duration = Duration::from_millis(500);

/// What every page of a bench is made of: the words and questions of `content/`.
pub(crate) struct Survey {
    probe: String,
    next: String,
    result: String,
    questions: usize,
}

impl Survey {
    /// Reads what the pages were built from.
    pub(crate) fn read(json: &str) -> Survey {
        let survey: Value = serde_json::from_str(json).expect("the questions are JSON");
        let word = |name: &str| survey["words"][name].as_str().expect("a word").to_string();
        Survey {
            probe: include_str!("probe.js").replace("\"the survey\"", json),
            next: word("next"),
            result: word("result"),
            questions: survey["questions"].as_array().expect("questions").len(),
        }
    }
}

/// Walks a page from the first question to the result.
pub(crate) async fn walk(browser: &Browser, survey: &Survey, page: Page, mode: Mode) -> Run {
    let before = browser.client.window().await.unwrap();
    let tab = browser.client.new_window(true).await.unwrap().handle;
    browser.client.switch_to_window(tab).await.unwrap();
    let run = in_tab(browser, survey, page, mode).await;
    browser.client.close_window().await.unwrap();
    browser.client.switch_to_window(before).await.unwrap();
    run
}

async fn in_tab(browser: &Browser, survey: &Survey, page: Page, mode: Mode) -> Run {
    browser.devtools("Page.bringToFront", json!({})).await;
    browser.watch().await;
    browser.before_each_document(&survey.probe).await;
    forget(browser).await;
    throttle(browser, mode).await;
    browser.devtools("Performance.enable", json!({})).await;
    let busy_before = busy(browser).await;

    browser.client.goto(&format!("{}{}", browser.base, page.address())).await.unwrap();
    let first = number(ask(browser, "bench.first").await);
    tokio::time::sleep(READING).await;

    let (mut choosing, mut next, mut result) = (Vec::new(), Vec::new(), f64::NAN);
    for place in 0..survey.questions {
        let option = place % 5;
        choosing.push(press(browser, "option", option, json!(["chosen", place, option])).await);
        if place + 1 < survey.questions {
            next.push(press(browser, &survey.next, 0, json!(["question", place + 1])).await);
        } else {
            result = press(browser, &survey.result, 0, json!(["result"])).await;
        }
    }

    // What a page puts off until after that moment counts as well.
    tokio::time::sleep(AFTER).await;
    let thread = busy(browser).await - busy_before;
    let heap = heap(browser).await;
    let program = number(ask(browser, "bench.programMemory()").await);
    let loaded = ask(browser, "bench.bytes()").await;
    let loaded = |at: usize| loaded[at].as_f64().unwrap_or(f64::NAN);
    let wrong = ask(browser, "violations").await;
    assert_eq!(wrong, json!([]), "{} cannot run under its policy", page.name);
    [
        loaded(0),
        first,
        median(&mut choosing),
        median(&mut next),
        result,
        thread,
        heap + program,
        heap,
        program,
        loaded(1),
        loaded(2),
    ]
}

/// Presses something with the mouse; gives the milliseconds until what is wanted was painted.
///
/// In as few steps as it takes: each costs the page's main thread a millisecond.
async fn press(browser: &Browser, target: &str, option: usize, wanted: Value) -> f64 {
    let aim = format!("bench.aim({}, {option}, ...{wanted})", json!(target));
    let at = ask(browser, &aim).await;
    tokio::time::sleep(PAUSE).await;
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
        browser.devtools("Input.dispatchMouseEvent", event).await;
    }
    number(ask(browser, "bench.result()").await)
}

/// What an expression of the probe comes to. By the browser's own protocol, which costs the page next to nothing;
/// the driver's way of running a script would be most of what the main thread does.
pub(crate) async fn ask(browser: &Browser, expression: &str) -> Value {
    let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let answer = browser.devtools("Runtime.evaluate", asked).await;
    assert_eq!(answer["exceptionDetails"], Value::Null, "{expression}");
    answer["result"]["value"].clone()
}

/// No cache, nothing kept: as someone who comes for the first time.
pub(crate) async fn forget(browser: &Browser) {
    browser.devtools("Network.enable", json!({})).await;
    browser.devtools("Network.clearBrowserCache", json!({})).await;
    browser.devtools("Storage.clearDataForOrigin", json!({ "origin": browser.base, "storageTypes": "all" })).await;
}

async fn throttle(browser: &Browser, mode: Mode) {
    if mode == Mode::Slow {
        // Bytes per second each way, and milliseconds added to each request.
        let line =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
        browser.devtools("Network.emulateNetworkConditions", line).await;
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    }
}

/// Milliseconds that the main thread of the tab was in a task so far, but for those in which it obeyed us.
async fn busy(browser: &Browser) -> f64 {
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await;
    let all = metrics["metrics"].as_array().expect("metrics");
    let seconds = |name: &str| {
        let found = all.iter().find(|one| one["name"] == name).map(|one| number(one["value"].clone()));
        found.unwrap_or(f64::NAN)
    };
    (seconds("TaskDuration") - seconds("DevToolsCommandDuration")) * 1000.0
}

/// Bytes in use in the heap of JavaScript, after everything that can go has gone.
pub(crate) async fn heap(browser: &Browser) -> f64 {
    for _ in 0..3 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
    }
    number(browser.devtools("Runtime.getHeapUsage", json!({})).await["usedSize"].clone())
}

pub(crate) fn number(value: Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}
