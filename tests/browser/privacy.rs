//! Nothing leaves the page: asserted on the server's own log, the browser's, and the policy.

use crate::support::browser::{in_browser, program};
use crate::support::scan::Scan;
use serde_json::json;

#[test]
fn after_loading_there_is_no_request_at_all() {
    in_browser(async |browser| {
        browser.open("/").await;
        let came = format!("return performance.getEntriesByName(new URL('/{}', location)).length > 0", program());
        browser.until(&came, "the program has come").await;
        let loaded = browser.requests();
        for file in ["ruimtescan.js", program()] {
            assert!(loaded.iter().any(|request| request.contains(file)), "the log sees requests: {loaded:?}");
        }
        let entries = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let before = browser.run(entries).await;
        let scan = Scan::on(browser);
        scan.walk(1).await;
        scan.press("method-open").await;
        scan.wait_for("method-heading").await;
        scan.press("close-method").await;
        scan.wait_for_result().await;
        assert_eq!(browser.requests(), loaded, "the server was asked nothing more");
        assert_eq!(browser.run(entries).await, before, "and nobody else either");
    });
}

#[test]
fn everything_comes_from_the_pages_own_origin() {
    in_browser(async |browser| {
        browser.open("/").await;
        let names = browser
            .run("return performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin)")
            .await;
        let own = browser.run("return location.origin").await;
        assert!(
            names.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(|name| *name == own)),
            "{names}"
        );
    });
}

#[test]
fn the_policy_forbids_every_connection_and_is_in_force() {
    in_browser(async |browser| {
        browser.open("/").await;
        let refused = browser.run("return fetch('/').then(() => false, () => true)").await;
        assert_eq!(refused, json!(true), "the page itself cannot connect");
        let trusted = browser
            .run("try { document.createElement('div').innerHTML = '<b>x</b>'; return false; } catch { return true; }")
            .await;
        assert_eq!(trusted, json!(true), "Trusted Types are in force");
        // Both were refused on purpose, and both are reported.
        browser.until("return window.violations.length >= 2", "the policy reports").await;
        browser.run("window.violations = []").await;
        browser.console_errors().await;
    });
}

#[test]
fn no_cookie_is_set() {
    in_browser(async |browser| {
        browser.open("/").await;
        Scan::on(browser).walk(2).await;
        assert_eq!(browser.run("return document.cookie").await, json!(""));
    });
}
