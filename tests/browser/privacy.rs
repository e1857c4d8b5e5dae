//! Nothing leaves the page: asserted on the server's own log, the browser's, and the policy.

use crate::scan::Scan;
use crate::stage::{on_stage, program};
use serde_json::json;

#[test]
fn after_loading_there_is_no_request_at_all() {
    on_stage(async |stage| {
        stage.open("/").await;
        let came = format!("return performance.getEntriesByName(new URL('/{}', location)).length > 0", program());
        stage.until(&came, "the program has come").await;
        let loaded = stage.requests();
        for file in ["ruimtescan.js", program()] {
            assert!(loaded.iter().any(|request| request.contains(file)), "the log sees requests: {loaded:?}");
        }
        let entries = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let before = stage.run(entries).await;
        let scan = Scan::on(stage);
        scan.walk(1).await;
        scan.press("Zo rekenen we").await;
        scan.wait_for("Zo rekenen we").await;
        scan.press("Terug").await;
        scan.wait_for_result().await;
        assert_eq!(stage.requests(), loaded, "the server was asked nothing more");
        assert_eq!(stage.run(entries).await, before, "and nobody else either");
    });
}

#[test]
fn everything_comes_from_the_pages_own_origin() {
    on_stage(async |stage| {
        stage.open("/").await;
        let names =
            stage.run("return performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin)").await;
        let own = stage.run("return location.origin").await;
        assert!(
            names.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(|name| *name == own)),
            "{names}"
        );
    });
}

#[test]
fn the_policy_forbids_every_connection_and_is_in_force() {
    on_stage(async |stage| {
        stage.open("/").await;
        let refused = stage.run("return fetch('/').then(() => false, () => true)").await;
        assert_eq!(refused, json!(true), "the page itself cannot connect");
        let trusted = stage
            .run("try { document.createElement('div').innerHTML = '<b>x</b>'; return false; } catch { return true; }")
            .await;
        assert_eq!(trusted, json!(true), "Trusted Types are in force");
        // Both were refused on purpose, and both are reported.
        stage.until("return window.violations.length >= 2", "the policy reports").await;
        stage.run("window.violations = []").await;
        stage.console_errors().await;
    });
}

#[test]
fn no_cookie_is_set() {
    on_stage(async |stage| {
        stage.open("/").await;
        Scan::on(stage).walk(2).await;
        assert_eq!(stage.run("return document.cookie").await, json!(""));
    });
}
