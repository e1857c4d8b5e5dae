//! A thousand scans in a row on one page: what one leaves behind would add up here.

use crate::support::browser::{Browser, block_on};
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::words::DUTCH;
use serde_json::{Value, json};

/// How many scans are walked.
const SCANS: u64 = 1000;

/// After how many everything that is made once has been made.
const WARM: u64 = 10;

/// What runs often, the browser compiles anew, to run faster. That is not what a scan leaves behind, and with it the
/// memory of this page grows by four and a half in a hundred.
const NO_TUNING: &str = "--js-flags=--no-opt --no-maglev --no-sparkplug";

/// How many fit in one call: the driver gives up on a script after half a minute.
const AT_A_TIME: u64 = 20;

/// Walks whole scans inside the page, and gives how many ended in a result.
///
/// Waits for what it needs by messages, not by frames: sixty presses a second would take ten minutes.
/// Only every twentieth scan is drawn: layout at each press would take twice as long as all else. The others do
/// everything the program does, from the press to the nodes and what is kept.
const WALK: &str = "const [questions, scans, words] = argument;
  const channel = new MessageChannel();
  const turn = () => new Promise(done => { channel.port1.onmessage = done; channel.port2.postMessage(null); });
  const until = async (find, what) => {
    for (const begin = performance.now(); performance.now() - begin < 60_000; await turn()) {
      const found = find();
      if (found) return found;
    }
    throw new Error('waited in vain for ' + what);
  };
  const button = name => [...root.querySelectorAll('button, summary')].find(one => named(one) === name);
  const press = async name => (await until(() => button(name), name)).click();
  const at = number => () =>
    [...root.querySelectorAll('h2')].some(heading => named(heading) === words.question.replace('{n}', number).replace('{total}', questions));
  let results = 0;
  const page = document.querySelector('main');
  for (let scan = 0; scan < scans; scan += 1) {
    page.hidden = scan % 20 > 0;
    await until(() => button(words.start) || at(1)(), 'the start');
    button(words.start)?.click();
    for (let number = 1; number <= questions; number += 1) {
      await until(at(number), 'question ' + number);
      // Not always the same answers, so that every lesson and chart has its turn.
      root.querySelectorAll('input[type=radio][name=answer]')[(scan * 7 + number * (scan % 3 + 1)) % 5].click();
      await press(number === questions ? words.result : words.next);
    }
    await until(() => root.querySelector('svg') && !root.querySelector('input[name=answer]'), 'the result');
    results += 1;
    await press(words.again);
    await press(words.yes);
  }
  page.hidden = false;
  channel.port1.close();
  return results;";

/// What the page holds on to.
#[derive(Clone, Copy, Debug)]
struct Held {
    memory: f64,
    nodes: f64,
    listeners: f64,
}

#[test]
fn a_thousand_scans_leave_nothing_behind() {
    block_on(async {
        let browser = &Browser::with(&[], &[NO_TUNING]).await;
        browser.before_each_document(NOTE_MEMORIES).await;
        browser.open("/pages/plain.html").await;
        let scan = Scan::on(browser);
        assert_eq!(walk(scan, WARM).await, WARM);
        let tenth = held(browser).await;
        let mut results = WARM;
        while results < SCANS {
            let scans = AT_A_TIME.min(SCANS - results);
            assert_eq!(walk(scan, scans).await, scans);
            results += scans;
            // Nodes that stay make every later scan slower: better to know after thirty than after a thousand.
            assert_little_more("nodes of the document", tenth.nodes, held(browser).await.nodes, results);
        }
        let last = held(browser).await;
        println!("after {WARM} scans {tenth:?}, after {results} {last:?}");
        assert_eq!(results, SCANS);
        assert_little_more("memory", tenth.memory, last.memory, results);
        assert_little_more("nodes of the document", tenth.nodes, last.nodes, results);
        assert_little_more("listeners", tenth.listeners, last.listeners, results);
        browser.assert_clean().await;
    });
}

/// At most five in a hundred over what it was after the tenth.
fn assert_little_more(what: &str, tenth: f64, now: f64, results: u64) {
    assert!(now <= tenth * 1.05, "{what}: {tenth} after {WARM} scans, {now} after {results}");
}

async fn walk(scan: Scan<'_>, scans: u64) -> u64 {
    let words = json!({
        "start": DUTCH.get("start"),
        "question": DUTCH.get("question-heading"),
        "next": DUTCH.get("next"),
        "result": DUTCH.get("see-result"),
        "again": DUTCH.get("start-again"),
        "yes": DUTCH.get("start-again-yes"),
    });
    scan.run(WALK, json!([QUESTIONS, scans, words])).await.as_u64().unwrap()
}

/// The memory of the program is not in the heap of JavaScript: noted as it is made.
const NOTE_MEMORIES: &str = "window.memories = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(Instance, given) {
    const instance = new Instance(...given);
    window.memories.push(...Object.values(instance.exports).filter(one => one instanceof WebAssembly.Memory));
    return instance;
  } });";

/// What is left once everything that can go has gone.
async fn held(browser: &Browser) -> Held {
    browser.devtools("Performance.enable", json!({})).await;
    for _ in 0..3 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
    }
    let program = browser.run("return window.memories.reduce((sum, one) => sum + one.buffer.byteLength, 0)").await;
    let program = program.as_f64().unwrap();
    assert!(program > 0.0, "the program's memory was not seen");
    let heap = browser.devtools("Runtime.getHeapUsage", json!({})).await["usedSize"].as_f64().unwrap();
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await;
    let metric = |name: &str| {
        let all: &Vec<Value> = metrics["metrics"].as_array().unwrap();
        all.iter().find(|one| one["name"] == name).and_then(|one| one["value"].as_f64()).unwrap()
    };
    Held { memory: heap + program, nodes: metric("Nodes"), listeners: metric("JSEventListeners") }
}
