//! The packages for a learning platform, played in scorm-again: completion, and nothing but completion.

use crate::support::browser::block_on;
use crate::support::learning_platform::{Course, EDITIONS, Lms};
use crate::support::scan::Scan;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

#[test]
fn incomplete_at_the_start_completed_at_the_result_and_nothing_else() {
    Lms::each(async |lms| {
        let begun = Instant::now();
        lms.play(&[]).await;
        let (status, exit) = (lms.status(), lms.name("exit"));
        let learner = lms.name(if lms.edition == "12" { "student_id" } else { "learner_id" });
        let start = [
            "Initialize".to_owned(),
            format!("GetValue {learner}"),
            format!("GetValue {}", lms.name("entry")),
            format!("GetValue {status}"),
            format!("SetValue {exit} suspend"),
            format!("SetValue {status} incomplete"),
            "Commit".to_owned(),
        ];
        assert_eq!(lms.calls().await, start, "at the start");
        assert_eq!((lms.said().await.as_str(), lms.records.bodies().len()), ("open", 1));

        Scan::on(&lms.browser).walk(5).await;
        lms.until_said("done").await;
        let result = [format!("SetValue {status} completed"), "Commit".to_owned()];
        let all = [&start[..], &result].concat();
        assert_eq!(lms.calls().await, all, "committed at once, while the page is open");
        let bodies = lms.records.bodies();
        assert_eq!(bodies.len(), 2);
        assert!(bodies[0].contains("\"incomplete\"") && !bodies[0].contains("\"completed\""), "{}", bodies[0]);
        assert!(bodies[1].contains("\"completed\"") && !bodies[1].contains("\"incomplete\""), "{}", bodies[1]);

        lms.browser.until("return performance.now() > 1500", "it was open for a second").await;
        lms.close().await;
        let open = begun.elapsed().as_secs();
        let calls: Vec<String> = serde_json::from_value(lms.browser.run("return calls").await).unwrap();
        let [time, left, end] = &calls[all.len()..] else { panic!("at the end: {calls:?}") };
        assert_eq!(*left, format!("SetValue {exit} suspend"));
        assert_eq!(end, if lms.edition == "12" { "Finish" } else { "Terminate" });
        let time = time.strip_prefix(&format!("SetValue {} ", lms.name("session_time"))).unwrap();
        let seconds = if lms.edition == "12" {
            assert_eq!(time.len(), "0000:00:00".len(), "{time}");
            time.split(':').fold(0, |sum, part| sum * 60 + part.parse::<u64>().unwrap())
        } else {
            time.strip_prefix("PT").unwrap().trim_end_matches('S').parse().unwrap()
        };
        assert!(seconds >= 1 && seconds <= open + 1 && seconds + 3 >= open, "{time}, and it was open for {open} s");
        lms.records.until(3).await;
        for body in lms.records.bodies() {
            holds_no_more(&body, lms.edition);
        }
    });
}

/// What was sent holds a status and a time, and every other field as it was before anybody began.
fn holds_no_more(body: &str, edition: &str) {
    let sent: Value = serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {body}"));
    let mut filled = Vec::new();
    leaves("", &sent, &mut filled);
    println!(
        "SCORM {edition} sent: {}",
        filled.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    );
    assert!(!filled.is_empty(), "{body}");
    for (name, value) in filled {
        let of_ours = ["lesson_status", "completion_status", "session_time", "total_time", "exit"]
            .iter()
            .any(|part| name.ends_with(part));
        // What scorm-again itself fills in for a platform that says nothing.
        let of_the_platform = [
            "credit",
            "entry",
            "lesson_mode",
            "mode",
            "score.max",
            "success_status",
            "time_limit_action",
            "audio",
            "speed",
            "text",
            "audio_level",
            "audio_captioning",
            "delivery_speed",
            "completion_threshold",
            "learner_preference",
        ]
        .iter()
        .any(|part| name.ends_with(part));
        let never = [
            "score.raw",
            "score.min",
            "score.scaled",
            "objectives",
            "interactions",
            "suspend_data",
            "comments",
            "location",
            "progress",
        ];
        assert!(
            (of_ours || of_the_platform) && !never.iter().any(|part| name.contains(part)),
            "{name} = {value} in {body}"
        );
        if name.ends_with("success_status") {
            assert_eq!(value, "unknown");
        }
    }
}

/// Every value that is filled in, by its place.
fn leaves(place: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(inside) => {
            inside.iter().for_each(|(name, value)| leaves(&format!("{place}.{name}"), value, found))
        }
        Value::Array(inside) => {
            inside.iter().zip(0..).for_each(|(value, nth)| leaves(&format!("{place}.{nth}"), value, found))
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => found.push((place.to_owned(), text.clone())),
        other => found.push((place.to_owned(), other.to_string())),
    }
}

#[test]
fn without_a_platform_the_scan_works_and_says_so() {
    block_on(async {
        let course = Course::unpacked("12");
        let browser = course.browser().await;
        browser.open("/course/index.html").await;
        let said = "return [...document.querySelectorAll('[data-say]:not([hidden])')].map(line => line.dataset.say)";
        assert_eq!(browser.run(said).await, json!(["alone"]));
        Scan::on(&browser).walk(4).await;
        assert_eq!(browser.run(said).await, json!(["alone"]));
        browser.assert_clean().await;
    });
}

#[test]
fn a_platform_that_breaks_down_is_told_of_and_told_again() {
    Lms::each(async |lms| {
        lms.play(&[("quirk", "broken")]).await;
        Scan::on(&lms.browser).walk(2).await;
        assert_eq!(lms.said().await, "unheard");
        let completed = format!("SetValue {} completed", lms.status());
        assert_eq!(lms.calls().await.iter().filter(|call| **call == completed).count(), 1);
        lms.close().await;
        let calls: Vec<String> = serde_json::from_value(lms.browser.run("return calls").await).unwrap();
        assert_eq!(calls.iter().filter(|call| **call == completed).count(), 2, "once more when the window closes");
    });
}

#[test]
fn manifests_hold_against_the_official_schemas_and_a_broken_one_does_not() {
    let schemas = schemas();
    for (edition, folder, imports) in [
        (
            "12",
            "scorm12edition",
            &[
                ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
                ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
            ][..],
        ),
        (
            "2004",
            "scorm20044thedition",
            &[
                ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
                ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
                ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
            ][..],
        ),
    ] {
        let course = Course::unpacked(edition);
        let all: String = imports
            .iter()
            .map(|(space, file)| {
                let file = schemas.join(folder).join(file);
                assert!(file.is_file(), "{} is missing: run `cargo xtask test --only browser`", file.display());
                format!("<xs:import namespace=\"{space}\" schemaLocation=\"{}\"/>", file.display())
            })
            .collect();
        let wrapper = course.folder.path().join("all.xsd");
        std::fs::write(&wrapper, format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">{all}</xs:schema>"))
            .unwrap();
        let manifest = course.folder.path().join("imsmanifest.xml");
        assert!(holds(&wrapper, &manifest), "SCORM {edition}");
        let right = std::fs::read_to_string(&manifest).unwrap();
        for (word, wrong) in [
            ("\"sco\"", "\"scoo\""),
            ("identifierref=", "idref="),
            ("<schemaversion>", "<schemaVersion>"),
            ("</resources>", ""),
        ] {
            assert!(right.contains(word));
            std::fs::write(&manifest, right.replace(word, wrong)).unwrap();
            assert!(!holds(&wrapper, &manifest), "SCORM {edition} with {wrong} for {word}");
        }
    }
}

/// Where `cargo xtask test` puts the schemas.
fn schemas() -> PathBuf {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/xtask/schemas");
    std::env::var_os("SCORM_SCHEMAS").map_or(target, PathBuf::from)
}

fn holds(schema: &Path, manifest: &Path) -> bool {
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--schema"]).arg(schema).arg(manifest);
    command.output().expect("xmllint is missing: apt-get install libxml2-utils").status.success()
}

#[test]
fn every_file_of_a_package_is_in_its_manifest_and_there() {
    for edition in EDITIONS {
        let course = Course::unpacked(edition);
        let manifest = std::fs::read_to_string(course.folder.path().join("imsmanifest.xml")).unwrap();
        let listed: Vec<&str> =
            manifest.split("<file href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut there: Vec<String> = std::fs::read_dir(course.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name != "imsmanifest.xml")
            .collect();
        there.sort();
        assert_eq!(listed, there);
        for script in ["ruimtescan.js", "ruimtescan-app.js", "ruimtescan.nowasm.js", "scorm.js"] {
            assert!(listed.contains(&script), "{script} is not in {listed:?}");
        }
    }
}
