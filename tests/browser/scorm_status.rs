//! The status in a learning platform, which never goes back: a test for each row of the table in decision 013.

use crate::support::learning_platform::{Course, EDITIONS, Lms};
use crate::support::scan::Scan;
use serde_json::Value;

/// One sitting in a platform of these words: the whole scan, or nothing of it. Which words are written as the status,
/// and what is said of it. A platform in its strict mode refuses nothing of that.
async fn check(lms: &Lms, words: &[(&str, &str)], walked: bool, written: &[&str], said: &str) {
    lms.play(words).await;
    if walked {
        Scan::on(&lms.browser).walk(3).await;
    }
    lms.until_said(said).await;
    assert_eq!(lms.written().await, written, "SCORM {} {words:?}", lms.edition);
    // Where a session is open already, or none is to be had, beginning one is refused, and that is all.
    let refused: Vec<String> = lms.refused().await.into_iter().filter(|call| call != "Initialize").collect();
    assert!(said == "silent" || refused.is_empty(), "SCORM {} {words:?}: {refused:?}", lms.edition);
    lms.outside().await;
}

/// The value of this name in what a platform knows.
fn of(state: &Value, word: &str) -> String {
    let core = state.get("core").unwrap_or(state);
    let word = if word == "status" && state.get("core").is_some() { "lesson_status" } else { word };
    let word = if word == "status" { "completion_status" } else { word };
    core[word].as_str().unwrap_or_default().to_owned()
}

/// A duration in seconds, as either edition writes one that is shorter than an hour.
fn seconds(time: &str) -> u64 {
    match time.strip_prefix("PT") {
        None => time.split(':').fold(0, |sum, part| sum * 60 + part.parse::<u64>().unwrap()),
        Some(parts) => parts.split_inclusive(['M', 'S']).fold(0, |sum, part| {
            let number: u64 = part[..part.len() - 1].parse().unwrap();
            sum + if part.ends_with('M') { number * 60 } else { number }
        }),
    }
}

#[test]
fn closed_early_it_stays_incomplete_and_is_no_new_attempt() {
    Lms::each(async |lms| {
        check(lms, &[("learner", "jan")], false, &["incomplete"], "open").await;
        lms.inside().await;
        lms.close().await;
        let left = lms.records.left(1).await;
        assert_eq!((of(&left, "status").as_str(), of(&left, "exit").as_str()), ("incomplete", "suspend"));
        check(lms, &[("learner", "jan"), ("state", &left.to_string())], true, &["completed"], "done").await;
    });
}

#[test]
fn a_killed_browser_leaves_an_attempt_to_go_on_with() {
    Lms::each(async |lms| {
        lms.play(&[("learner", "jan")]).await;
        // All that the platform ever hears of this sitting.
        let heard = lms.records.state(1).await;
        assert_eq!((of(&heard, "status").as_str(), of(&heard, "exit").as_str()), ("incomplete", "suspend"));
    });
}

#[test]
fn reopened_after_completion_it_stays_so_and_time_adds_up() {
    Lms::each(async |lms| {
        check(lms, &[("learner", "jan")], true, &["incomplete", "completed"], "done").await;
        lms.inside().await;
        lms.close().await;
        let first = lms.records.left(1).await;
        let state = first.to_string();
        lms.play(&[("learner", "jan"), ("state", &state)]).await;
        lms.browser.until("return performance.now() > 1500", "it was open for a second").await;
        assert_eq!(lms.written().await, Vec::<String>::new(), "nothing of status is written again");
        lms.close().await;
        let second = lms.records.left(2).await;
        for state in [&first, &second] {
            assert_eq!((of(state, "status").as_str(), of(state, "exit").as_str()), ("completed", "suspend"));
        }
        let [one, more, all] = [of(&first, "total_time"), of(&second, "session_time"), of(&second, "total_time")];
        println!("SCORM {}: {one} and {more} is {all}", lms.edition);
        assert!(seconds(&one) > 0 && seconds(&more) > 0 && seconds(&all) == seconds(&one) + seconds(&more));
    });
}

#[test]
fn who_completed_it_before_stays_so_at_the_result() {
    Lms::each(async |lms| {
        check(lms, &[("before", "completed")], true, &[], "done").await;
    });
}

#[test]
fn a_second_attempt_is_incomplete_and_completes_by_itself() {
    Lms::each(async |lms| {
        check(lms, &[("learner", "jan")], true, &["incomplete", "completed"], "done").await;
        check(lms, &[("learner", "jan")], true, &["incomplete", "completed"], "done").await;
    });
}

#[test]
fn a_platform_that_says_1_or_true_is_heard() {
    Lms::each(async |lms| {
        for quirk in ["number", "boolean"] {
            check(lms, &[("quirk", quirk)], true, &["incomplete", "completed"], "done").await;
        }
    });
}

#[test]
fn incomplete_is_written_over_the_words_for_a_beginning_only() {
    Lms::each(async |lms| {
        // Every value is empty; or nothing is read without an error.
        check(lms, &[("quirk", "empty")], false, &[], "open").await;
        check(lms, &[("quirk", "failing")], false, &[], "open").await;
        check(lms, &[("before", "incomplete")], false, &[], "open").await;
        let begun = if lms.edition == "12" { "not attempted" } else { "unknown" };
        check(lms, &[("before", begun)], false, &["incomplete"], "open").await;
        if lms.edition == "12" {
            check(lms, &[("before", "failed")], false, &[], "open").await;
            check(lms, &[("before", "passed")], true, &[], "done").await;
        }
    });
}

#[test]
fn a_platform_that_reads_as_nothing_hears_of_completion_alone() {
    Lms::each(async |lms| check(lms, &[("quirk", "empty")], true, &["completed"], "done").await);
}

/// Error 101 in SCORM 1.2, error 103 in SCORM 2004.
#[test]
fn a_session_that_the_platform_opened_itself_is_used_and_ended() {
    Lms::each(async |lms| {
        check(lms, &[("opened", "")], true, &["incomplete", "completed"], "done").await;
        lms.inside().await;
        lms.close().await;
        let left = lms.records.left(1).await;
        assert_eq!(of(&left, "status"), "completed");
        assert!(!of(&left, "total_time").is_empty(), "it was ended: {left}");
    });
}

/// Error 104 in SCORM 2004. What has ended in SCORM 1.2 may begin again, or scorm-again goes on with it.
#[test]
fn a_session_that_has_ended_is_told_of_where_it_is_over_for_good() {
    for edition in EDITIONS {
        Lms::with(edition, Course::unpacked(edition), async |lms| {
            let (written, said): (&[&str], &str) =
                if edition == "12" { (&["completed"], "done") } else { (&[], "silent") };
            lms.play(&[("ended", "")]).await;
            Scan::on(&lms.browser).walk(3).await;
            lms.until_said(said).await;
            let statuses = lms.written().await;
            assert!(statuses.iter().all(|word| word == "incomplete" || word == "completed"), "{statuses:?}");
            assert_eq!(statuses.last().map(String::as_str), written.last().copied());
        });
    }
}

#[test]
fn a_platform_that_opens_no_session_is_told_of_and_told_nothing() {
    Lms::each(async |lms| {
        check(lms, &[("quirk", "refusing")], true, &[], "silent").await;
        lms.inside().await;
        let set = lms.calls().await.into_iter().filter(|call| call.starts_with("SetValue"));
        assert_eq!(set.collect::<Vec<String>>(), Vec::<String>::new());
    });
}

/// The package that is made with `--status passed`.
#[test]
fn where_success_counts_passed_is_the_only_word() {
    for edition in EDITIONS {
        let course = Course::unpacked(edition);
        let page = course.folder.path().join("index.html");
        let text = std::fs::read_to_string(&page).unwrap();
        std::fs::write(&page, text.replace("data-done=\"completed\"", "data-done=\"passed\"")).unwrap();
        Lms::with(edition, course, async |lms| {
            let name = if edition == "12" { "cmi.core.lesson_status" } else { "cmi.success_status" };
            let statuses = async || {
                let calls = lms.calls().await.into_iter().filter(|call| call.starts_with("SetValue"));
                let others = [lms.name("exit"), lms.name("session_time")];
                calls.filter(|call| !others.iter().any(|other| call.contains(other))).collect::<Vec<String>>()
            };
            lms.play(&[("learner", "jan")]).await;
            Scan::on(&lms.browser).walk(3).await;
            lms.until_said("done").await;
            let begun = if edition == "12" { vec![format!("SetValue {name} incomplete")] } else { Vec::new() };
            assert_eq!(statuses().await, [begun, vec![format!("SetValue {name} passed")]].concat());
            lms.close().await;
            let state = lms.records.left(1).await.to_string();
            lms.play(&[("learner", "jan"), ("state", &state)]).await;
            assert_eq!(statuses().await, Vec::<String>::new(), "reopened: nothing is written again");
        });
    }
}
