//! A workshop: a participant makes a code of the answers and hands it over; nobody else notices anything.

use crate::access::axe;
use crate::scan::{ENTER, QUESTIONS, SPACE, Scan, TAB};
use crate::shipped::questionnaire;
use crate::stage::{Stage, alone, on_stage};
use scan::answers::Choice;
use scan::code::Code;
use serde_json::{Value, json};
use std::process::Command;

pub(crate) const MAKE: &str = "Maak mijn code";
const MAKE_SHORT: &str = "Toon mijn korte code";
const FOLD: &str = "Liever een korte code?";
const FIELD: &str = "return root.querySelector('#code')?.value ?? ''";
pub(crate) const SHORT: &str = "return root.querySelector('#short-code code')?.textContent ?? ''";
const BOARD: &str = include_str!("scripts/board.js");

/// Makes a board in the page, and gives its public key.
async fn board(stage: &Stage) -> String {
    stage.run(BOARD).await;
    let made = "window.board.make().then(arguments[0], error => arguments[0]('' + error))";
    stage.client.execute_async(made, vec![]).await.unwrap().as_str().unwrap().to_owned()
}

/// What that board finds in a sealed code.
async fn opened(stage: &Stage, sealed: &str) -> Code {
    let open = "window.board.open(arguments[0]).then(arguments[1], error => arguments[1]('' + error))";
    let bytes = stage.client.execute_async(open, vec![json!(sealed)]).await.unwrap();
    let bytes: Vec<u8> = serde_json::from_value(bytes.clone()).unwrap_or_else(|_| panic!("{bytes}"));
    Code::from_bytes(&bytes).expect("a code")
}

/// Every answer in a code, counted from 1; 0 for one that was passed by.
pub(crate) fn answers(code: Code) -> Vec<usize> {
    let answers = code.answers(questionnaire()).expect("a code of these questions");
    let place = |(id, _)| answers.choice(id).map_or(0, |choice: Choice| usize::from(choice.place()) + 1);
    questionnaire().questions().map(place).collect()
}

/// A scan in a workshop of a board with a key, at the result.
async fn in_workshop(stage: &Stage) -> Scan<'_> {
    stage.open("/").await;
    let key = board(stage).await;
    at_result(stage, &key).await
}

/// The scan on the page in a workshop with this value, at the result.
pub(crate) async fn at_result<'a>(stage: &'a Stage, key: &str) -> Scan<'a> {
    stage
        .run_with("document.querySelector('ruimte-scan').setAttribute('workshop', arguments[0])", vec![json!(key)])
        .await;
    let scan = Scan::on(stage);
    taken_over(scan).await;
    scan.walk(3).await;
    scan
}

/// In a workshop the program takes over as soon as it can: a press by script would come in between.
async fn taken_over(scan: Scan<'_>) {
    scan.until("return !!root.querySelector('h2') && !root.querySelector('.arrival')", "the program is there").await;
}

pub(crate) async fn made(scan: Scan<'_>, script: &str) -> String {
    scan.until(&format!("return (() => {{ {script} }})() !== ''"), "the code is there").await;
    scan.run(script, Value::Null).await.as_str().unwrap().to_owned()
}

/// What a camera reads on the screen.
async fn scanned(scan: Scan<'_>, nth: usize) -> String {
    let script =
        "const qr = root.querySelectorAll('svg.qr')[argument]; qr.scrollIntoView({ block: 'center' }); return qr";
    let picture = scan.element(script, json!(nth)).await.unwrap().screenshot().await.unwrap();
    let file = scan.stage.downloads().with_extension("png");
    std::fs::write(&file, picture).unwrap();
    let read = Command::new("zbarimg").args(["--raw", "--quiet"]).arg(&file).output();
    let read = read.expect("zbarimg is missing: apt-get install zbar-tools");
    String::from_utf8(read.stdout).unwrap().trim().to_owned()
}

fn asked_for_the_module(stage: &Stage) -> usize {
    stage.requests().iter().filter(|request| request.contains("ruimtescan-workshop")).count()
}

async fn tab_to(scan: Scan<'_>, wanted: &str) {
    for _ in 0..60 {
        if scan.focused().await == wanted {
            return;
        }
        scan.stage.keys(&TAB.to_string()).await;
    }
    panic!("Tab never reaches '{wanted}'");
}

async fn says(scan: Scan<'_>, said: &str) {
    let script = format!(
        "return [...root.querySelectorAll('[role=status]')].some(one => one.textContent.includes({}))",
        json!(said)
    );
    scan.until(&script, said).await;
}

#[test]
fn both_codes_are_made_by_keyboard_and_hold_the_answers() {
    on_stage(async |stage| {
        let scan = in_workshop(stage).await;
        tab_to(scan, &format!("button {MAKE}")).await;
        stage.keys(&ENTER.to_string()).await;
        let sealed = made(scan, FIELD).await;
        scan.until("return root.activeElement?.id === 'code'", "the field has the focus").await;
        let code = opened(stage, &sealed).await;
        assert_eq!(answers(code), [3; QUESTIONS]);
        assert_eq!(scanned(scan, 0).await, sealed, "the picture says the same");
        tab_to(scan, &format!("summary {FOLD}")).await;
        stage.keys(&ENTER.to_string()).await;
        tab_to(scan, &format!("button {MAKE_SHORT}")).await;
        stage.keys(&SPACE.to_string()).await;
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
    on_stage(async |stage| {
        stage.open("/").await;
        stage
            .run(
                "window.told = []; for (const name of ['scan-started', 'scan-step', 'scan-completed', 'scan-problem'])
            addEventListener(name, ({ type, detail }) => told.push(type + JSON.stringify(detail)));",
            )
            .await;
        let scan = at_result(stage, &board(stage).await).await;
        assert_eq!(scan.run("return root.querySelectorAll('#code, .qr').length", Value::Null).await, json!(0));
        let kept = "return Object.keys(sessionStorage).filter(key => key.endsWith(':code')).length";
        assert_eq!(stage.run(kept).await, json!(0), "nothing is drawn before");
        let before = stage.run("return told").await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
        assert_eq!(stage.run("return told").await, before);
        assert_eq!(stage.run(kept).await, json!(1));
        assert_eq!(asked_for_the_module(stage), 1, "it came before it was wanted, once");
    });
}

#[test]
fn without_a_workshop_there_is_no_button_and_nothing_is_loaded_for_it() {
    on_stage(async |stage| {
        stage.open("/#workshop").await;
        let scan = Scan::on(stage);
        scan.walk(2).await;
        assert!(!scan.has_button(MAKE).await);
        assert_eq!(scan.run("return root.querySelectorAll('.hand').length", Value::Null).await, json!(0));
        assert_eq!(asked_for_the_module(stage), 0);
    });
}

#[test]
fn an_empty_workshop_has_short_codes_only_and_says_first_who_can_read_them() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = at_result(stage, "").await;
        let said = "return [...root.querySelectorAll('.hand p, .hand button')].map(named).join('|')";
        let said = scan.run(said, Value::Null).await;
        assert!(said.as_str().unwrap().find("niet op slot") < said.as_str().unwrap().find(MAKE), "{said}");
        assert_eq!(scan.run("return root.querySelectorAll('.hand details').length", Value::Null).await, json!(0));
        scan.press(MAKE).await;
        let short = made(scan, SHORT).await;
        assert_eq!(answers(Code::read(&short).unwrap()), [3; QUESTIONS]);
    });
}

#[test]
fn a_key_that_is_none_is_named_and_leaves_short_codes() {
    on_stage(async |stage| {
        stage.open("/").await;
        stage.run("window.told = []; addEventListener('scan-problem', ({ detail }) => told.push(detail));").await;
        let scan = at_result(stage, "team-a").await;
        let told = stage.run("return told").await;
        assert_eq!((&told[0]["problem"], &told[0]["value"]), (&json!("workshop"), &json!("team-a")), "{told}");
        assert!(scan.text().await.contains("workshop=“team-a”"));
        scan.press(MAKE).await;
        made(scan, SHORT).await;
    });
}

#[test]
fn a_link_turns_it_on_also_under_way_and_back_and_forward_keep_it() {
    on_stage(async |stage| {
        stage.open("/").await;
        let key = board(stage).await;
        let scan = Scan::on(stage);
        scan.walk(4).await;
        assert!(!scan.has_button(MAKE).await);
        stage.run_with("location.hash = '#a=b&workshop=' + arguments[0]", vec![json!(key)]).await;
        scan.until(
            &format!("return [...root.querySelectorAll('button')].some(button => named(button) === '{MAKE}')"),
            "the part is there",
        )
        .await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        assert_eq!(answers(opened(stage, &sealed).await), [4; QUESTIONS]);
        scan.press("Vorige").await;
        scan.wait_for_question(QUESTIONS).await;
        stage.client.back().await.unwrap();
        scan.wait_for_result().await;
        assert_eq!(scan.run(FIELD, Value::Null).await, json!(sealed), "the code is still there");
        assert!(stage.run("return location.hash").await.as_str().unwrap().ends_with(&key), "the address stays");
        // And from the first moment.
        stage.client.refresh().await.unwrap();
        taken_over(scan).await;
        scan.press("Bekijk je resultaat").await;
        scan.wait_for_result().await;
        assert!(scan.has_button(MAKE).await);
    });
}

#[test]
fn after_a_reload_it_is_the_same_code_and_after_beginning_again_another() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = at_result(stage, "").await;
        scan.press(MAKE).await;
        let first = made(scan, SHORT).await;
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        stage.run("document.querySelector('ruimte-scan').setAttribute('workshop', '')").await;
        taken_over(scan).await;
        scan.press("Bekijk je resultaat").await;
        scan.wait_for_result().await;
        scan.press(MAKE).await;
        assert_eq!(made(scan, SHORT).await, first);
        scan.unfold("Begin opnieuw").await;
        scan.press("Ja, begin opnieuw").await;
        scan.wait_for_question(1).await;
        assert_eq!(
            stage.run("return Object.keys(sessionStorage).filter(key => key.endsWith(':code')).length").await,
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
    on_stage(async |stage| {
        let scan = in_workshop(stage).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        scan.press("Vorige").await;
        scan.wait_for_question(QUESTIONS).await;
        scan.choose(5).await;
        scan.press("Bekijk je resultaat").await;
        scan.wait_for_result().await;
        says(scan, "lever alleen de nieuwste in").await;
        assert_eq!(scan.run(FIELD, Value::Null).await, json!(""));
        scan.press(MAKE).await;
        let newer = made(scan, FIELD).await;
        assert_ne!(newer, sealed);
        assert_eq!(answers(opened(stage, &newer).await).last(), Some(&5));
    });
}

#[test]
fn where_copying_is_refused_the_code_is_selected() {
    on_stage(async |stage| {
        stage.before_each_document("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });").await;
        let scan = in_workshop(stage).await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
        scan.press("Kopieer je code").await;
        says(scan, "Kopiëren mag hier niet").await;
        scan.until("const field = root.activeElement; return field?.id === 'code' && field.selectionEnd === field.value.length && field.selectionStart === 0", "the field is selected").await;
    });
}

#[test]
fn copying_gives_the_code() {
    on_stage(async |stage| {
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": stage.base.trim_end_matches('/') });
        stage.devtools("Browser.grantPermissions", granted).await;
        let scan = in_workshop(stage).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        scan.press("Kopieer je code").await;
        says(scan, "gekopieerd").await;
        let read = "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('' + error))";
        assert_eq!(stage.client.execute_async(read, vec![]).await.unwrap(), json!(sealed));
    });
}

#[test]
fn the_file_holds_the_code_and_the_scan_does_not_open_it() {
    on_stage(async |stage| {
        let behavior = json!({ "behavior": "allow", "downloadPath": stage.downloads() });
        stage.devtools("Browser.setDownloadBehavior", behavior).await;
        let scan = in_workshop(stage).await;
        scan.press(MAKE).await;
        let sealed = made(scan, FIELD).await;
        // The first of that name: the other one saves the answers.
        scan.press("Bewaar als bestand").await;
        let file = stage.downloaded(".txt").await;
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("ruimtecode-20") && name.ends_with(".txt"), "{name}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("ruimtecode 1\n{sealed}\n"));
        says(scan, crate::shipped::texts().words().hand_offered.get()).await;
        scan.unfold("Wis alles").await;
        scan.press("Ja, wis alles").await;
        scan.until(
            "return [...root.querySelectorAll('button')].some(button => named(button) === 'Start de scan')",
            "the intro is back",
        )
        .await;
        let input = scan.element("return root.querySelector('input[type=file]')", Value::Null).await.unwrap();
        input.send_keys(&file.to_string_lossy()).await.unwrap();
        says(scan, "Dit is een code voor een workshop").await;
    });
}

#[test]
fn without_cryptography_only_a_short_code_is_made_and_it_says_why() {
    on_stage(async |stage| {
        stage.before_each_document("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });").await;
        stage.open("/").await;
        let scan = at_result(stage, &"A".repeat(103)).await;
        scan.press(MAKE).await;
        says(scan, "https").await;
        scan.unfold(FOLD).await;
        scan.press(MAKE_SHORT).await;
        made(scan, SHORT).await;
    });
}

#[test]
fn a_key_that_no_board_has_is_said_and_a_short_code_is_left() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = at_result(stage, &"A".repeat(103)).await;
        scan.press(MAKE).await;
        says(scan, "link van deze workshop").await;
        scan.unfold(FOLD).await;
        scan.press(MAKE_SHORT).await;
        made(scan, SHORT).await;
    });
}

#[test]
fn when_the_module_does_not_come_it_is_asked_for_again() {
    alone(async {
        let stage = &Stage::new(None).await;
        stage.devtools("Network.enable", json!({})).await;
        stage.devtools("Network.setBlockedURLs", json!({ "urls": ["*ruimtescan-workshop*"] })).await;
        let scan = in_workshop(stage).await;
        scan.press(MAKE).await;
        says(scan, "probeer het opnieuw").await;
        stage.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
    });
}

#[test]
fn once_it_is_loaded_the_network_may_go() {
    alone(async {
        let stage = &Stage::new(None).await;
        stage.open("/").await;
        let key = board(stage).await;
        stage
            .run_with("document.querySelector('ruimte-scan').setAttribute('workshop', arguments[0])", vec![json!(key)])
            .await;
        stage
            .until(
                "return performance.getEntriesByType('resource').some(entry => entry.name.includes('-workshop.'))",
                "the module is there",
            )
            .await;
        stage.devtools("Network.enable", json!({})).await;
        let none = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        stage.devtools("Network.emulateNetworkConditions", none).await;
        let scan = Scan::on(stage);
        taken_over(scan).await;
        scan.walk(1).await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
    });
}

#[test]
fn axe_finds_nothing_and_a_small_screen_does_not_scroll_sideways() {
    on_stage(async |stage| {
        stage.screen(320, 640).await;
        let scan = in_workshop(stage).await;
        axe(stage, "a result in a workshop").await;
        scan.press(MAKE).await;
        made(scan, FIELD).await;
        scan.unfold(FOLD).await;
        scan.press(MAKE_SHORT).await;
        let short = made(scan, SHORT).await;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(stage.run(wide).await, json!(true), "sideways");
        axe(stage, "a result with both codes").await;
        stage.media(&[("prefers-color-scheme", "dark")]).await;
        axe(stage, "the same in the dark").await;
        assert_eq!(scanned(scan, 1).await, short, "in the dark");
        stage.media(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]).await;
        assert_eq!(scanned(scan, 1).await, short, "in forced colours");
    });
}

#[test]
fn a_frame_takes_it_from_its_own_address() {
    on_stage(async |stage| {
        for address in ["/frame.html?workshop=", "/frame.html#workshop="] {
            stage.open(address).await;
            let on = "return document.querySelector('ruimte-scan').hasAttribute('workshop')";
            assert_eq!(stage.run(on).await, json!(address.contains('?')));
            let key = board(stage).await;
            stage.open(&format!("{address}{key}")).await;
            stage.client.refresh().await.unwrap();
            let scan = Scan::on(stage);
            taken_over(scan).await;
            if scan.has_button("Start de scan").await {
                scan.walk(2).await;
            } else {
                scan.press("Bekijk je resultaat").await;
                scan.wait_for_result().await;
            }
            assert!(scan.has_button(MAKE).await, "{address}");
        }
    });
}
