//! The element on a stranger's page: several at once, removed, added again, loaded twice.

use crate::support::browser::{Browser, block_on, in_browser, program};
use crate::support::scan::Scan;
use serde_json::json;

#[test]
fn two_on_a_page_do_not_touch_each_other() {
    in_browser(async |browser| {
        browser.open("/pages/two.html").await;
        let (one, other) = (Scan::nth(browser, 0), Scan::nth(browser, 1));
        one.start().await;
        one.choose(1).await;
        one.press("next").await;
        one.wait_for_question(2).await;
        assert!(other.has_button("start").await, "the other has not moved");
        other.start().await;
        assert_eq!(other.chosen().await, 0);
        other.choose(5).await;
        one.press("previous").await;
        one.wait_for_question(1).await;
        assert_eq!(one.chosen().await, 1);
        assert_eq!(other.chosen().await, 5);
        browser.reload().await;
        one.press(("resume", 2)).await;
        one.wait_for_question(2).await;
        one.unfold("wipe").await;
        one.press("wipe-yes").await;
        one.offers("start").await;
        assert!(other.has_button(("resume", 2)).await, "wiping one leaves the other");
    });
}

#[test]
fn ten_on_a_page_all_work_with_one_program() {
    in_browser(async |browser| {
        browser.open("/pages/bare.html").await;
        browser.run("for (let more = 0; more < 9; more += 1) document.querySelector('main').append(document.createElement('ruimte-scan'));").await;
        browser.ready().await;
        for nth in 0..10 {
            let scan = Scan::nth(browser, nth);
            scan.start().await;
            scan.answer_from(1, &[nth % 5 + 1, 3]).await;
            scan.wait_for_question(3).await;
        }
        for nth in 0..10 {
            let scan = Scan::nth(browser, nth);
            scan.press("previous").await;
            scan.wait_for_question(2).await;
            scan.press("previous").await;
            scan.wait_for_question(1).await;
            assert_eq!(scan.chosen().await, nth as u64 % 5 + 1, "scan {nth} has its own answers");
        }
        let asked = browser.requests().iter().filter(|request| request.contains(program())).count();
        assert_eq!(asked, 1, "one program serves them all");
    });
}

#[test]
fn without_page_the_hosts_title_and_history_are_left_alone() {
    in_browser(async |browser| {
        browser.open("/pages/two.html").await;
        let before = browser.run("return [document.title, history.length]").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        assert_eq!(browser.run("return [document.title, history.length]").await, before);
    });
}

#[test]
fn removed_and_added_again_it_works() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[3]).await;
        scan.wait_for_question(2).await;
        browser
            .run("window.kept = document.querySelector('ruimte-scan'); window.home = kept.parentNode; kept.remove();")
            .await;
        browser.until("return !window.kept.shadowRoot.querySelector('h2')", "removing it frees it").await;
        browser.run("home.append(kept)").await;
        browser.ready().await;
        scan.press(("resume", 2)).await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn moved_on_the_page_it_stays_where_it_was() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[3]).await;
        scan.wait_for_question(2).await;
        browser.run("document.body.prepend(document.querySelector('ruimte-scan'))").await;
        browser.drawn().await;
        assert_eq!(scan.heading().await, scan.question(2));
        scan.choose(2).await;
        scan.press("next").await;
        scan.wait_for_question(3).await;
    });
}

#[test]
fn adding_and_removing_many_times_does_not_pile_up() {
    in_browser(async |browser| {
        browser.open("/").await;
        browser.run("window.home = document.querySelector('ruimte-scan').parentNode; document.querySelector('ruimte-scan').remove();").await;
        let count = "const scans = document.querySelectorAll('ruimte-scan'); return scans.length === 1 && !!scans[0].shadowRoot?.querySelector('h2')";
        let mut nodes = Vec::new();
        for round in 0..30 {
            browser.run("home.append(document.createElement('ruimte-scan'))").await;
            browser.until(count, "a new one is ready").await;
            browser.run("document.querySelector('ruimte-scan').remove()").await;
            if round == 4 || round == 29 {
                browser.drawn().await;
                browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
                let counters = browser.devtools("Memory.getDOMCounters", json!({})).await;
                nodes.push((counters["nodes"].as_u64().unwrap(), counters["jsEventListeners"].as_u64().unwrap()));
            }
        }
        let [(early, early_listeners), (late, late_listeners)] = nodes[..] else { panic!("two measurements") };
        println!("nodes {early} then {late}, listeners {early_listeners} then {late_listeners}, after 5 and 30 rounds");
        // Yew never lets go of the one element it draws in and the listeners on it; nothing else may stay.
        assert!(late <= early + 25, "nodes grew from {early} to {late} in 25 rounds");
        assert!(
            late_listeners <= early_listeners + 2 * 25,
            "listeners grew from {early_listeners} to {late_listeners}"
        );
    });
}

#[test]
fn loading_the_script_twice_is_harmless() {
    in_browser(async |browser| {
        browser.open("/pages/twice.html").await;
        let scan = Scan::on(browser);
        scan.walk(2).await;
        assert_eq!(browser.run("return document.querySelectorAll('ruimte-scan').length").await, json!(1));
    });
}

#[test]
fn events_tell_the_host_the_step_and_never_an_answer() {
    in_browser(async |browser| {
        browser.open("/").await;
        browser
            .run(
                "window.told = [];
            for (const name of ['scan-started', 'scan-step', 'scan-completed', 'scan-problem'])
              document.addEventListener(name, event => told.push([name, JSON.stringify(event.detail ?? null)]));",
            )
            .await;
        let scan = Scan::on(browser);
        scan.walk(5).await;
        let told = browser.run("return window.told").await;
        let told: Vec<(String, String)> = serde_json::from_value(told).unwrap();
        let count = |name: &str| told.iter().filter(|(told, _)| told == name).count();
        assert_eq!((count("scan-started"), count("scan-completed"), count("scan-problem")), (1, 1, 0));
        assert!(count("scan-step") >= 18, "{told:?}");
        for (name, detail) in &told {
            let detail: serde_json::Value = serde_json::from_str(detail).unwrap();
            let keys: Vec<&String> = detail.as_object().map(|detail| detail.keys().collect()).unwrap_or_default();
            assert!(keys.iter().all(|key| ["number", "total"].contains(&key.as_str())), "{name} carries {detail}");
        }
    });
}

#[test]
fn where_no_program_runs_the_fallback_stays_in_sight() {
    block_on(async {
        let browser = Browser::new().await;
        browser.before_each_document("delete window.WebAssembly;").await;
        browser.devtools("Network.enable", json!({})).await;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*ruimtescan.nowasm.js*"] })).await;
        browser.load("/").await;
        let fallback = "const scan = document.querySelector('ruimte-scan');
            return [...scan.children].some(child => child.checkVisibility()) && scan.innerText.includes('0800-2000')";
        browser.until(fallback, "the fallback is in sight").await;
        assert_eq!(browser.run("return window.violations").await, json!([]));
    });
}

#[test]
fn a_scan_that_comes_after_the_program_looks_like_any_other() {
    in_browser(async |browser| {
        browser.load("/pages/none.html").await;
        // A module that is asked for again is there when the first one is.
        let came = "const file = performance.getEntriesByType('resource').find(({ name }) => /-app|nowasm/.test(name));
            return !!file && import(file.name).then(() => true)";
        browser.until(came, "the program has come").await;
        browser.drawn().await;
        browser.run("document.querySelector('main').append(document.createElement('ruimte-scan'));").await;
        browser.ready().await;
        let colour = "const button = document.querySelector('ruimte-scan').shadowRoot.querySelector('button.primary');
            return getComputedStyle(button).backgroundColor;";
        assert_eq!(browser.run(colour).await, "rgb(15, 90, 102)");
        let scan = Scan::on(browser);
        scan.start().await;
    });
}
