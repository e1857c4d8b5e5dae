//! Whose answers are kept in a learning platform: this learner's, of this attempt, and nobody is named by it.

use crate::support::learning_platform::Lms;
use crate::support::scan::{QUESTIONS, Scan};
use serde_json::{Value, json};

/// As platforms name somebody; told apart from all else that stands anywhere.
const JAN: &str = "s1234567@school.example";
const EVA: &str = "s7654321@school.example";

/// The keys of all that this site keeps in this browser.
const KEYS: &str = "return [...Object.keys(sessionStorage), ...Object.keys(localStorage)]";

async fn keys(lms: &Lms) -> Vec<String> {
    serde_json::from_value(lms.browser.run(KEYS).await).unwrap()
}

/// Answers so many questions and waits until that is kept, or for the next question where nothing is.
async fn answer(lms: &Lms, count: usize) {
    let scan = Scan::on(&lms.browser);
    scan.start().await;
    scan.answer_from(1, &[4; QUESTIONS][..count]).await;
    scan.wait_for_question(count + 1).await;
}

/// Whether there is nothing to go on with.
async fn fresh(lms: &Lms) -> bool {
    let scan = Scan::on(&lms.browser);
    scan.has_button("start").await && !scan.has_button("restart").await
}

/// Waits until the scan has heard whose answers it may keep.
async fn named(lms: &Lms) -> String {
    lms.browser.until("return document.querySelector('ruimte-scan').id !== ''", "the key is known").await;
    lms.browser.ready().await;
    lms.browser.run("return document.querySelector('ruimte-scan').id").await.as_str().unwrap().to_owned()
}

#[test]
fn another_learner_in_the_same_tab_sees_nothing_and_is_not_completed() {
    Lms::each(async |lms| {
        lms.play(&[("learner", JAN)]).await;
        let jan = named(lms).await;
        Scan::on(&lms.browser).walk(5).await;
        lms.until_said("done").await;
        lms.close().await;
        let jans = lms.records.left(1).await.to_string();

        lms.play(&[("learner", EVA)]).await;
        assert_ne!(named(lms).await, jan);
        assert!(fresh(lms).await, "SCORM {}: another's answers are offered", lms.edition);
        answer(lms, 3).await;
        assert_eq!(lms.written().await, ["incomplete"]);
        lms.close().await;
        let evas = lms.records.left(2).await.to_string();

        lms.play(&[("learner", JAN), ("state", &jans)]).await;
        assert_eq!(named(lms).await, jan);
        let scan = Scan::on(&lms.browser);
        scan.press("see-result").await;
        scan.wait_for_result().await;
        lms.until_said("done").await;
        assert_eq!(lms.written().await, Vec::<String>::new());
        lms.close().await;

        lms.play(&[("learner", EVA), ("state", &evas)]).await;
        named(lms).await;
        Scan::on(&lms.browser).press(("resume", 4)).await;
        Scan::on(&lms.browser).answer_from(4, &[2; QUESTIONS - 3]).await;
        lms.until_said("done").await;
        assert_eq!(lms.written().await, ["completed"], "at her own result");
    });
}

#[test]
fn a_new_attempt_begins_with_nothing() {
    Lms::each(async |lms| {
        lms.play(&[("learner", JAN)]).await;
        let id = named(lms).await;
        answer(lms, 2).await;
        // What else there can be under this key: the number of a workshop's code, and answers on the device.
        let key = keys(lms).await.into_iter().find(|key| key.ends_with(&id)).expect("his answers are kept");
        let more = "sessionStorage[arguments[0] + ':code'] = localStorage[arguments[0]] = 'x'";
        lms.browser.run_with(more, vec![json!(key)]).await;
        lms.close().await;
        lms.play(&[("learner", JAN)]).await;
        assert_eq!(named(lms).await, id);
        assert!(fresh(lms).await, "SCORM {}: an earlier attempt is offered", lms.edition);
        assert_eq!(keys(lms).await, Vec::<String>::new());
    });
}

#[test]
fn after_the_browser_was_killed_the_same_attempt_goes_on() {
    Lms::each(async |lms| {
        lms.play(&[("learner", JAN)]).await;
        named(lms).await;
        answer(lms, 2).await;
        // The first commit is all that a platform has of such a sitting; a browser gives a tab back with its storage.
        let state = lms.records.state(1).await.to_string();
        lms.play(&[("learner", JAN), ("state", &state)]).await;
        named(lms).await;
        assert!(Scan::on(&lms.browser).has_button(("resume", 3)).await);
    });
}

#[test]
fn without_a_learner_or_an_attempt_nothing_is_kept_or_offered() {
    Lms::each(async |lms| {
        lms.play(&[("learner", JAN)]).await;
        let id = named(lms).await;
        answer(lms, 2).await;
        let before = keys(lms).await;
        lms.close().await;
        assert!(before.iter().any(|key| key.ends_with(&id)));
        // Nobody; a word that says nothing of the attempt; and platforms of which nothing can be known.
        let unknown: [&[(&str, &str)]; 5] = [
            &[],
            &[("learner", JAN), ("entry", "")],
            &[("learner", JAN), ("quirk", "empty")],
            &[("learner", JAN), ("quirk", "failing")],
            &[("learner", JAN), ("quirk", "refusing")],
        ];
        for words in unknown {
            lms.play(words).await;
            assert!(fresh(lms).await, "SCORM {} {words:?}: something is offered", lms.edition);
            answer(lms, 2).await;
            assert_eq!(keys(lms).await, before, "SCORM {} {words:?}: something more is kept", lms.edition);
            lms.close().await;
        }
    });
}

#[test]
fn without_a_secure_context_nothing_is_kept_or_offered() {
    Lms::each(async |lms| {
        let none = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })";
        lms.browser.before_each_document(none).await;
        lms.play(&[("learner", JAN)]).await;
        answer(lms, 2).await;
        assert_eq!(keys(lms).await, Vec::<String>::new());
        lms.close().await;
        let state = lms.records.left(1).await.to_string();
        lms.play(&[("learner", JAN), ("state", &state)]).await;
        assert!(fresh(lms).await);
        Scan::on(&lms.browser).walk(2).await;
        lms.until_said("done").await;
        assert_eq!(keys(lms).await, Vec::<String>::new());
    });
}

#[test]
fn who_the_learner_is_stands_nowhere_but_hashed_in_the_key() {
    Lms::each(async |lms| {
        lms.play(&[("learner", JAN)]).await;
        let id = named(lms).await;
        assert!(id.len() == 32 && id.chars().all(|sign| sign.is_ascii_hexdigit()), "{id}");
        Scan::on(&lms.browser).walk(1).await;
        lms.until_said("done").await;
        let seen = lms
            .browser
            .run(
                "return [
                    document.documentElement.outerHTML, document.querySelector('ruimte-scan').shadowRoot.innerHTML,
                    location.href, document.cookie, document.title, name, JSON.stringify(history.state),
                    JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage }),
                    ...parent.calls, ...performance.getEntries().map(entry => entry.name),
                ]",
            )
            .await;
        let all: Vec<String> = serde_json::from_value(seen).unwrap();
        let kept = format!("ruimtescan:/course/index.html:{id}");
        assert_eq!(keys(lms).await, [kept]);
        let is_his = |text: &str| text.contains(JAN) || text.contains("s1234567");
        for text in &all {
            assert!(!is_his(text), "{text}");
        }
        lms.close().await;
        lms.records.until(3).await;
        // The platform's own line says whom it is about, where it has that; none of ours does.
        let own = if lms.edition == "12" { "student_id" } else { "learner_id" };
        for mut body in lms.records.bodies().iter().map(|body| serde_json::from_str::<Value>(body).unwrap()) {
            let cmi = if lms.edition == "12" { &mut body["cmi"]["core"] } else { &mut body["cmi"] };
            assert_eq!(cmi[own].take(), json!(JAN));
            let rest = body.to_string();
            assert!(!is_his(&rest) && !rest.contains(&id), "{rest}");
        }
        let of_the_course = lms.browser.requests().into_iter().filter(|line| line.contains("/course/"));
        of_the_course.for_each(|line| assert!(!is_his(&line) && !line.contains(&id), "{line}"));
    });
}
