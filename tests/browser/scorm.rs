//! The packages for a learning platform, played in scorm-again: completion, and nothing but completion.

use crate::platform::{Course, Records};
use crate::scan::Scan;
use crate::stage::{Stage, alone};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const EDITIONS: [&str; 2] = ["12", "2004"];

/// The names that an edition has for the same thing.
fn status_of(edition: &str) -> &'static str {
    if edition == "12" { "cmi.core.lesson_status" } else { "cmi.completion_status" }
}

/// What the page says of the platform, outside the scan.
const SAID: &str = "return [...document.querySelectorAll('[role=status] p')].filter(line => line.checkVisibility())
    .map(line => line.dataset.say).join()";

async fn calls(stage: &Stage) -> Vec<String> {
    serde_json::from_value(stage.run("return calls").await).unwrap()
}

/// Opens the course in the platform, and goes into its frame.
async fn play(stage: &Stage, edition: &str, more: &str) {
    let address = format!("{}/pages/lms/index.html?scorm={edition}&course=/course/index.html{more}", stage.base);
    stage.client.goto(&address).await.unwrap();
    stage.client.clone().enter_frame(0).await.unwrap();
    stage.ready().await;
}

async fn out(stage: &Stage) {
    stage.client.clone().enter_parent_frame().await.unwrap();
}

#[test]
fn incomplete_at_the_start_completed_at_the_result_and_nothing_else() {
    for edition in EDITIONS {
        alone(async {
            let (course, records) = (Course::unpacked(edition), Records::open());
            let stage = course.stage().await;
            let begun = Instant::now();
            play(&stage, edition, &format!("&to={}", records.address())).await;
            let status = status_of(edition);
            let start =
                ["Initialize".to_owned(), format!("GetValue {status}"), format!("SetValue {status} incomplete")];
            let start = [&start[..], &["Commit".to_owned()]].concat();
            out(&stage).await;
            assert_eq!(calls(&stage).await, start, "at the start");
            assert_eq!(records.bodies().len(), 1);
            stage.client.clone().enter_frame(0).await.unwrap();
            assert_eq!(stage.run(SAID).await, json!("open"));

            Scan::on(&stage).walk(5).await;
            stage.until(&format!("return ({{ done: true }})[(() => {{ {SAID} }})()] === true"), "it is said").await;
            assert!(
                stage
                    .run("return document.querySelector('[role=status]').innerText")
                    .await
                    .as_str()
                    .unwrap()
                    .contains("Je afronding is doorgegeven")
            );
            out(&stage).await;
            let result = [format!("SetValue {status} completed"), "Commit".to_owned()];
            assert_eq!(
                calls(&stage).await,
                [&start[..], &result].concat(),
                "committed at once, while the page is open"
            );
            let bodies = records.bodies();
            assert_eq!(bodies.len(), 2);
            assert!(bodies[0].contains("\"incomplete\"") && !bodies[0].contains("\"completed\""), "{}", bodies[0]);
            assert!(bodies[1].contains("\"completed\"") && !bodies[1].contains("\"incomplete\""), "{}", bodies[1]);

            tokio::time::sleep(Duration::from_millis(1500)).await;
            stage.run("document.querySelector('iframe').remove()").await;
            let open = begun.elapsed().as_secs();
            let all = calls(&stage).await;
            let [time, exit, end] = &all[start.len() + result.len()..] else { panic!("at the end: {all:?}") };
            let (time, exit, end) = (time.as_str(), exit.as_str(), end.as_str());
            let seconds = match edition {
                "12" => {
                    assert_eq!((exit, end), ("SetValue cmi.core.exit", "Finish"));
                    let parts: Vec<u64> = time
                        .strip_prefix("SetValue cmi.core.session_time ")
                        .unwrap()
                        .split(':')
                        .map(|part| part.parse().unwrap())
                        .collect();
                    assert!(time.len() == "SetValue cmi.core.session_time 0000:00:00".len(), "{time}");
                    parts[0] * 3600 + parts[1] * 60 + parts[2]
                }
                _ => {
                    assert_eq!((exit, end), ("SetValue cmi.exit normal", "Terminate"));
                    time.strip_prefix("SetValue cmi.session_time PT").unwrap().trim_end_matches('S').parse().unwrap()
                }
            };
            assert!(seconds >= 1 && seconds <= open + 1 && seconds + 3 >= open, "{time}, and it was open for {open} s");
            records.until(3).await;
            for body in records.bodies() {
                holds_no_more(&body, edition);
            }
        });
    }
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
fn who_completed_it_before_stays_so() {
    for edition in EDITIONS {
        alone(async {
            let (course, records) = (Course::unpacked(edition), Records::open());
            let stage = course.stage().await;
            play(&stage, edition, &format!("&before=completed&to={}", records.address())).await;
            Scan::on(&stage).walk(1).await;
            assert_eq!(stage.run(SAID).await, json!("done"));
            out(&stage).await;
            let set: Vec<String> =
                calls(&stage).await.into_iter().filter(|call| call.starts_with("SetValue")).collect();
            assert_eq!(set, Vec::<String>::new());
        });
    }
}

#[test]
fn without_a_platform_the_scan_works_and_says_so() {
    alone(async {
        let course = Course::unpacked("12");
        let stage = course.stage().await;
        stage.open("/course/index.html").await;
        assert_eq!(stage.run(SAID).await, json!("alone"));
        Scan::on(&stage).walk(4).await;
        assert_eq!(stage.run(SAID).await, json!("alone"));
        stage.assert_clean().await;
    });
}

#[test]
fn a_platform_that_breaks_down_is_told_of_and_told_again() {
    alone(async {
        let (course, records) = (Course::unpacked("2004"), Records::open());
        let stage = course.stage().await;
        play(&stage, "2004", &format!("&broken&to={}", records.address())).await;
        Scan::on(&stage).walk(2).await;
        assert_eq!(stage.run(SAID).await, json!("unheard"));
        out(&stage).await;
        let tries =
            async || calls(&stage).await.iter().filter(|call| call.ends_with("completion_status completed")).count();
        assert_eq!(tries().await, 1);
        stage.run("document.querySelector('iframe').remove()").await;
        assert_eq!(tries().await, 2, "once more when the window closes");
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
        let wrapper = course.folder.join("all.xsd");
        std::fs::write(&wrapper, format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">{all}</xs:schema>"))
            .unwrap();
        let manifest = course.folder.join("imsmanifest.xml");
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
        let manifest = std::fs::read_to_string(course.folder.join("imsmanifest.xml")).unwrap();
        let listed: Vec<&str> =
            manifest.split("<file href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut there: Vec<String> = std::fs::read_dir(&course.folder)
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
