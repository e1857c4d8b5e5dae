//! A workshop: a participant makes a code of the answers and hands it over; nobody else notices anything.

use crate::support::axe::axe;
use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::codes::{
    FIELD, FOLD, MAKE, MAKE_SHORT, SHORT, answers, asked_for_the_module, at_result, board, in_workshop, made, opened,
    scanned,
};
use crate::support::scan::{ENTER, QUESTIONS, SPACE, Scan};
use crate::support::words::DUTCH;
use scan::code::Code;
use serde_json::{Value, json};

#[test]
fn both_codes_are_made_by_keyboard_and_hold_the_answers() {
    in_browser(async |browser| {
        let scan = in_workshop(browser).await;
        scan.tab_to("button", MAKE).await;
        browser.keys(&ENTER.to_string()).await;
        let sealed = made(scan, FIELD).await;
        scan.until("return root.activeElement?.id === 'code'", "the field has the focus").await;
        let code = opened(browser, &sealed).await;
        assert_eq!(answers(code), [3; QUESTIONS]);
        assert_eq!(scanned(scan, 0).await, sealed, "the picture says the same");
        scan.tab_to("summary", FOLD).await;
        browser.keys(&ENTER.to_string()).await;
        scan.tab_to("button", MAKE_SHORT).await;
        browser.keys(&SPACE.to_string()).await;
        let short = made(scan, SHORT).await;
        scan.until("return root.activeElement?.id === 'short-code'", "the code has the focus").await;
        assert_eq!(Code::read(&short), Ok(code), "both are the same code");
        assert_eq!(scanned(scan, 1).await, short);
        let aloud = scan.run("return named(root.querySelector('#short-code span'))", Value::Null).await;
        let signs: String = aloud.as_str().unwrap().chars().filter(|sign| !" ,".contains(*sign)).collect();
        assert_eq!(signs, short.replace('-', ""), "{aloud} is read sign by sign");
    });
}

#[test]
fn a_code_is_made_only_when_it_is_asked_for_and_no_event_has_it() {
    in_browser(async |browser| {
        browser.open("/").await;
        browser
            .run(
                "window.told = []; for (const name of ['scan-started', 'scan-step', 'scan-completed', 'scan-problem'])
            addEventListener(name, ({ type, detail }) => told.push(type + JSON.stringify(detail)));",
            )
            .await;
        let scan = at_result(browser, &board(browser).await).await;
        assert_eq!(scan.run("return root.querySelectorAll('#code, .qr').length", Value::Null).await, json!(0));
        let kept = "return Object.keys(sessionStorage).filter(key => key.endsWith(':code')).length";
        assert_eq!(browser.run(kept).await, json!(0), "nothing is drawn before");
        let before = browser.run("return told").await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
        assert_eq!(browser.run("return told").await, before);
        assert_eq!(browser.run(kept).await, json!(1));
        assert_eq!(asked_for_the_module(browser), 1, "it came before it was wanted, once");
    });
}

#[test]
fn without_a_workshop_there_is_no_button_and_nothing_is_loaded_for_it() {
    in_browser(async |browser| {
        browser.open("/#workshop").await;
        let scan = Scan::on(browser);
        scan.walk(2).await;
        assert!(!scan.has_button(MAKE).await);
        assert_eq!(scan.run("return root.querySelectorAll('.codes').length", Value::Null).await, json!(0));
        assert_eq!(asked_for_the_module(browser), 0);
    });
}

#[test]
fn an_empty_workshop_has_short_codes_only_and_says_first_who_can_read_them() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = at_result(browser, "").await;
        let said = "return [...root.querySelectorAll('.codes p, .codes button')].map(named).join('|')";
        let said = scan.run(said, Value::Null).await;
        assert!(
            said.as_str().unwrap().find(DUTCH.get("hand-open")) < said.as_str().unwrap().find(DUTCH.get(MAKE)),
            "{said}"
        );
        assert_eq!(scan.run("return root.querySelectorAll('.codes details').length", Value::Null).await, json!(0));
        scan.press(MAKE).await;
        let short = made(scan, SHORT).await;
        assert_eq!(answers(Code::read(&short).unwrap()), [3; QUESTIONS]);
    });
}

#[test]
fn a_key_that_is_none_is_named_and_leaves_short_codes() {
    in_browser(async |browser| {
        browser.open("/").await;
        browser.run("window.told = []; addEventListener('scan-problem', ({ detail }) => told.push(detail));").await;
        let scan = at_result(browser, "team-a").await;
        let told = browser.run("return told").await;
        assert_eq!((&told[0]["problem"], &told[0]["value"]), (&json!("workshop"), &json!("team-a")), "{told}");
        assert!(scan.text().await.contains("workshop=“team-a”"));
        scan.press(MAKE).await;
        made(scan, SHORT).await;
    });
}

#[test]
fn a_link_turns_it_on_also_under_way_and_back_and_forward_keep_it() {
    in_browser(async |browser| {
        browser.open("/").await;
        let key = board(browser).await;
        let scan = Scan::on(browser);
        scan.walk(4).await;
        assert!(!scan.has_button(MAKE).await);
        browser.run_with("location.hash = '#a=b&workshop=' + arguments[0]", vec![json!(key)]).await;
        scan.offers(MAKE).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        assert_eq!(answers(opened(browser, &sealed).await), [4; QUESTIONS]);
        scan.press("previous").await;
        scan.wait_for_question(QUESTIONS).await;
        browser.client.back().await.unwrap();
        scan.wait_for_result().await;
        assert_eq!(scan.run(FIELD, Value::Null).await, json!(sealed), "the code is still there");
        assert!(browser.run("return location.hash").await.as_str().unwrap().ends_with(&key), "the address stays");
        // And from the first moment.
        browser.client.refresh().await.unwrap();
        scan.taken_over().await;
        scan.press("see-result").await;
        scan.wait_for_result().await;
        assert!(scan.has_button(MAKE).await);
    });
}

#[test]
fn after_a_reload_it_is_the_same_code_and_after_beginning_again_another() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = at_result(browser, "").await;
        scan.press(MAKE).await;
        let first = made(scan, SHORT).await;
        browser.reload().await;
        browser.run("document.querySelector('ruimte-scan').setAttribute('workshop', '')").await;
        scan.taken_over().await;
        scan.press("see-result").await;
        scan.wait_for_result().await;
        scan.press(MAKE).await;
        assert_eq!(made(scan, SHORT).await, first);
        scan.unfold("start-again").await;
        scan.press("start-again-yes").await;
        scan.wait_for_question(1).await;
        assert_eq!(
            browser.run("return Object.keys(sessionStorage).filter(key => key.endsWith(':code')).length").await,
            json!(0)
        );
        scan.answer_from(1, &[3; QUESTIONS]).await;
        scan.wait_for_result().await;
        scan.press(MAKE).await;
        assert_ne!(made(scan, SHORT).await, first, "the same answers of somebody else");
    });
}

#[test]
fn other_answers_take_the_code_away_and_say_so() {
    in_browser(async |browser| {
        let scan = in_workshop(browser).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        scan.press("previous").await;
        scan.wait_for_question(QUESTIONS).await;
        scan.choose(5).await;
        scan.press("see-result").await;
        scan.wait_for_result().await;
        scan.says("hand-changed").await;
        assert_eq!(scan.run(FIELD, Value::Null).await, json!(""));
        scan.press(MAKE).await;
        let newer = made(scan, FIELD).await;
        assert_ne!(newer, sealed);
        assert_eq!(answers(opened(browser, &newer).await).last(), Some(&5));
    });
}

#[test]
fn where_copying_is_refused_the_code_is_selected() {
    in_browser(async |browser| {
        browser.before_each_document("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });").await;
        let scan = in_workshop(browser).await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
        scan.press("hand-copy").await;
        scan.says("copy-blocked").await;
        scan.until("const field = root.activeElement; return field?.id === 'code' && field.selectionEnd === field.value.length && field.selectionStart === 0", "the field is selected").await;
    });
}

#[test]
fn copying_gives_the_code() {
    in_browser(async |browser| {
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": browser.base.trim_end_matches('/') });
        browser.devtools("Browser.grantPermissions", granted).await;
        let scan = in_workshop(browser).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        scan.press("hand-copy").await;
        scan.says("copied").await;
        let read = "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('' + error))";
        assert_eq!(browser.client.execute_async(read, vec![]).await.unwrap(), json!(sealed));
    });
}

#[test]
fn the_file_holds_the_code_and_the_scan_does_not_open_it() {
    in_browser(async |browser| {
        let behavior = json!({ "behavior": "allow", "downloadPath": browser.downloads() });
        browser.devtools("Browser.setDownloadBehavior", behavior).await;
        let scan = in_workshop(browser).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        // The first of that name: the other one saves the answers.
        scan.press("save-file").await;
        let file = browser.downloaded(".txt").await;
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("ruimtecode-20") && name.ends_with(".txt"), "{name}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("ruimtecode 1\n{sealed}\n"));
        scan.says("hand-offered").await;
        scan.unfold("wipe").await;
        scan.press("wipe-yes").await;
        scan.offers("start").await;
        scan.give_file(&file).await;
        scan.says("opened-code").await;
    });
}

/// With a key that no board has, it says so or why it did not come so far, and a short code can still be made.
async fn leaves_a_short_code(browser: &Browser, reason: &str) {
    browser.open("/").await;
    let scan = at_result(browser, &"A".repeat(103)).await;
    scan.press(MAKE).await;
    scan.says(reason).await;
    scan.unfold(FOLD).await;
    scan.press(MAKE_SHORT).await;
    made(scan, SHORT).await;
}

#[test]
fn without_cryptography_only_a_short_code_is_made_and_it_says_why() {
    in_browser(async |browser| {
        browser.before_each_document("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });").await;
        leaves_a_short_code(browser, "hand-closed").await;
    });
}

#[test]
fn a_key_that_no_board_has_is_said_and_a_short_code_is_left() {
    in_browser(async |browser| {
        leaves_a_short_code(browser, "hand-failed").await;
    });
}

#[test]
fn when_the_module_does_not_come_it_is_asked_for_again() {
    block_on(async {
        let browser = &Browser::new().await;
        browser.devtools("Network.enable", json!({})).await;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*ruimtescan-workshop*"] })).await;
        let scan = in_workshop(browser).await;
        scan.press(MAKE).await;
        scan.says("hand-missed").await;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
    });
}

#[test]
fn once_it_is_loaded_the_network_may_go() {
    block_on(async {
        let browser = &Browser::new().await;
        browser.open("/").await;
        let key = board(browser).await;
        browser
            .run_with("document.querySelector('ruimte-scan').setAttribute('workshop', arguments[0])", vec![json!(key)])
            .await;
        browser
            .until(
                "return performance.getEntriesByType('resource').some(entry => entry.name.includes('-workshop.'))",
                "the module is there",
            )
            .await;
        browser.devtools("Network.enable", json!({})).await;
        let none = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        browser.devtools("Network.emulateNetworkConditions", none).await;
        let scan = Scan::on(browser);
        scan.taken_over().await;
        scan.walk(1).await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
    });
}

#[test]
fn axe_finds_nothing_and_a_small_screen_does_not_scroll_sideways() {
    in_browser(async |browser| {
        browser.screen(320, 640).await;
        let scan = in_workshop(browser).await;
        axe(browser, "a result in a workshop").await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
        scan.unfold(FOLD).await;
        scan.press(MAKE_SHORT).await;
        let short = made(scan, SHORT).await;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(browser.run(wide).await, json!(true), "sideways");
        axe(browser, "a result with both codes").await;
        browser.media(&[("prefers-color-scheme", "dark")]).await;
        axe(browser, "the same in the dark").await;
        assert_eq!(scanned(scan, 1).await, short, "in the dark");
        browser.media(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]).await;
        assert_eq!(scanned(scan, 1).await, short, "in forced colours");
    });
}

#[test]
fn a_frame_takes_it_from_its_own_address() {
    in_browser(async |browser| {
        for address in ["/frame.html?workshop=", "/frame.html#workshop="] {
            browser.open(address).await;
            let on = "return document.querySelector('ruimte-scan').hasAttribute('workshop')";
            assert_eq!(browser.run(on).await, json!(address.contains('?')));
            let key = board(browser).await;
            browser.open(&format!("{address}{key}")).await;
            browser.client.refresh().await.unwrap();
            let scan = Scan::on(browser);
            scan.taken_over().await;
            if scan.has_button("start").await {
                scan.walk(2).await;
            } else {
                scan.press("see-result").await;
                scan.wait_for_result().await;
            }
            assert!(scan.has_button(MAKE).await, "{address}");
        }
    });
}
