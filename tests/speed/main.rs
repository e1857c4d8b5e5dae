//! How fast it is, printed and never asserted: machines are too noisy for a timed test.
//!
//! Run by `cargo xtask bench` on the release build.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "shared with the browser tests, which use more of it, and may fail loudly"
)]

#[path = "../browser/scan.rs"]
mod scan;
#[path = "../browser/stage.rs"]
mod stage;

use scan::{QUESTIONS, Scan};
use serde_json::Value;
use stage::{Stage, alone};

/// Milliseconds from a press to the frame after the one that painted it, in the page's own clock.
const PRESS: &str = "const pressed = [...root.querySelectorAll('button, fieldset label')].filter(seen).find(one => named(one) === argument[0])
    ?? root.querySelectorAll('fieldset input[type=radio]')[argument[1]].closest('label');
  const begin = performance.now();
  pressed.click();
  const handled = performance.now();
  return new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done([handled - begin, performance.now() - begin]);
    channel.port2.postMessage(null);
  }));";

fn main() {
    alone(async {
        let stage = Stage::new(None).await;
        let mut ready = Vec::new();
        for _ in 0..9 {
            stage.run("sessionStorage.clear()").await;
            stage.open("/").await;
            let at = stage.run("return performance.now()").await;
            ready.push(at.as_f64().unwrap_or(f64::NAN));
        }
        print("program ready after navigation (includes up to 30 ms of asking)", &mut ready);

        let scan = Scan::on(&stage);
        scan.start().await;
        let (mut choosing, mut choosing_painted, mut moving, mut moving_painted) = (vec![], vec![], vec![], vec![]);
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            let [handled, painted] = press(scan, "", number % 5).await;
            choosing.push(handled);
            choosing_painted.push(painted);
            let name = if number == QUESTIONS { "Bekijk je resultaat" } else { "Volgende" };
            let [handled, painted] = press(scan, name, 0).await;
            if number == QUESTIONS {
                println!("result: handled in {handled:.1} ms, painted after {painted:.1} ms");
            } else {
                moving.push(handled);
                moving_painted.push(painted);
            }
        }
        print("choosing an answer: handled", &mut choosing);
        print("choosing an answer: painted (a frame is 16.7 ms)", &mut choosing_painted);
        print("next question: handled", &mut moving);
        print("next question: painted", &mut moving_painted);
    });
}

async fn press(scan: Scan<'_>, name: &str, option: usize) -> [f64; 2] {
    let times = scan.run(PRESS, serde_json::json!([name, option])).await;
    let at = |place: usize| times.get(place).and_then(Value::as_f64).unwrap_or(f64::NAN);
    [at(0), at(1)]
}

fn print(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |place: usize| times.get(place).copied().unwrap_or(f64::NAN);
    println!(
        "{what}: median {:.1} ms, from {:.1} to {:.1}, of {}",
        at(times.len() / 2),
        at(0),
        at(times.len().saturating_sub(1)),
        times.len()
    );
}
