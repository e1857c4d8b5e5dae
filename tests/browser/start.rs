//! The start in two steps: what is done before the program is there is neither lost nor seen to be done twice.

use crate::support::browser::{Browser, block_on};
use crate::support::scan::{DOWN, ENTER, Scan, TAB};
use crate::support::words::DUTCH;
use serde_json::{Value, json};

/// Whether the first screen still waits for the program to take over.
const FIRST: &str = "return !!root.querySelector('.arrival');";

/// The screen without what is said of the arrival: names, attributes in order, texts, and where each element is.
const SCREEN: &str = "const read = node => {
    if (node.nodeType === 3) return node.data;
    const texts = [];
    for (const child of node.childNodes) {
      if (child.className === 'arrival') continue;
      const part = read(child);
      if (typeof part === 'string' && typeof texts.at(-1) === 'string') texts.push(texts.pop() + part);
      else if (part !== '') texts.push(part);
    }
    // Where something folded away would stand is nowhere yet.
    const box = node.checkVisibility() ? node.getBoundingClientRect() : {};
    const attributes = [...node.attributes].map(one => one.name + '=' + one.value).filter(one => one !== 'checked=').sort();
    return [node.localName, attributes, [box.x, box.y + scrollY, box.width, box.height].map(Math.round), !!node.checked, ...texts];
  };
  return read(root.querySelector('.scan'));";

/// A test with a program that comes when it is released.
fn held(test: impl AsyncFnOnce(&Browser)) {
    block_on(async {
        let browser = Browser::held(&[]).await;
        test(&browser).await;
        browser.assert_clean().await;
    });
}

/// Opens a page without waiting for the program.
async fn open(browser: &Browser, path: &str) {
    browser.load(path).await;
    browser.until("return !!document.querySelector('ruimte-scan')?.shadowRoot?.querySelector('h2')", "it shows").await;
}

async fn is_first(scan: Scan<'_>) -> bool {
    scan.run(FIRST, Value::Null).await == json!(true)
}

#[test]
fn the_program_takes_over_a_screen_that_is_exactly_its_own() {
    block_on(async {
        let browser = Browser::new().await;
        for attributes in [
            "",
            "remember=none",
            "remember=device",
            "remember=never",
            "start=question",
            "start=question remember=device",
            "lang=en",
        ] {
            open(&browser, "/pages/two.html").await;
            let set = "const scan = document.createElement('ruimte-scan');
                for (const [name, value] of arguments[0]) scan.setAttribute(name, value);
                document.querySelector('ruimte-scan').replaceWith(scan);";
            let pairs: Vec<_> = attributes.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
            browser.run_with(set, vec![json!(pairs)]).await;
            let scan = Scan::on(&browser);
            scan.until("return !!root?.querySelector('.arrival');", "the first screen is there").await;
            let before = scan.run(SCREEN, Value::Null).await;
            // A letter means nothing to any screen, so nothing but the screen itself changes.
            browser.run("document.querySelector('ruimte-scan').shadowRoot.querySelector('h2').focus()").await;
            browser.keys("q").await;
            scan.taken_over().await;
            assert_eq!(scan.run(SCREEN, Value::Null).await, before, "with {attributes}");
            assert!(scan.focused().await.starts_with("h2"), "the focus stays");
        }
        browser.assert_clean().await;
    });
}

#[test]
fn until_something_is_done_nothing_happens() {
    held(async |browser| {
        open(browser, "/").await;
        browser.run("window.told = []; for (const name of ['scan-started', 'scan-step', 'scan-problem']) document.addEventListener(name, () => told.push(name));").await;
        let scan = Scan::on(browser);
        browser.release().await;
        assert!(is_first(scan).await, "the first screen stays");
        assert!(!scan.shows("arriving").await, "nobody waits, so nothing is said");
        assert_eq!(browser.run("return told").await, json!([]));
        scan.start().await;
        scan.wait_for_question(1).await;
        assert_eq!(browser.run("return told").await, json!(["scan-started", "scan-step"]));
    });
}

#[test]
fn a_press_before_the_program_is_there_waits_and_says_so() {
    held(async |browser| {
        open(browser, "/").await;
        let scan = Scan::on(browser);
        let clock = "const arriving = root.querySelector('.arriving');
            addEventListener('click', ({ timeStamp }) => { window.pressed ??= timeStamp; }, true);
            const look = now => { if (arriving.checkVisibility()) window.said = now; else requestAnimationFrame(look); };
            requestAnimationFrame(look);";
        scan.run(clock, Value::Null).await;
        scan.press("start").await;
        browser.until("return window.said > 0", "a long wait is said").await;
        let after = browser.run("return window.said - window.pressed").await.as_f64().unwrap();
        assert!(after > 450.0, "a short wait needs no words: they came after {after} ms");
        // Pressing again is the same wish.
        scan.press("start").await;
        browser.release().await;
        scan.wait_for_question(1).await;
        browser.drawn().await;
        assert_eq!(scan.heading().await, scan.question(1));
        assert!(
            scan.focused().await.starts_with(&format!("h2 {}", scan.question(1))),
            "the focus is where a step leads"
        );
    });
}

#[test]
fn choices_keys_and_presses_at_every_moment_are_kept_in_both_of_two_scans() {
    held(async |browser| {
        open(browser, "/pages/start.html").await;
        browser.run("document.querySelector('#other').scrollIntoView();").await;
        let (one, other) = (Scan::nth(browser, 0), Scan::nth(browser, 1));
        // One: a choice, a press, and another choice while the press waits.
        one.choose(2).await;
        assert_eq!(one.chosen().await, 2, "what is chosen shows at once");
        one.press("next").await;
        browser.drawn().await;
        one.choose(4).await;
        // The other: by keys, with a fold opened.
        other.choose(1).await;
        browser.keys(&DOWN.to_string()).await;
        assert_eq!(other.chosen().await, 2);
        browser.keys("5").await;
        other.unfold("help").await;
        browser.drawn().await;
        browser.keys(&TAB.to_string()).await;
        let before = (other.focused().await, browser.run("return scrollY").await);
        assert!(is_first(one).await && is_first(other).await, "all of it before the program was there");

        browser.let_go();
        one.wait_for_question(2).await;
        one.press("previous").await;
        one.wait_for_question(1).await;
        assert_eq!(one.chosen().await, 4, "the last choice on the screen counts");

        other.taken_over().await;
        other.until("return !!root.querySelector('#option-4:checked');", "the digit chose").await;
        assert_eq!(other.chosen().await, 5);
        assert!(other.text().await.contains("070 356 35 50"), "the fold is still open");
        assert_eq!(browser.run("return sessionStorage.length").await, json!(2), "both are kept");
        other.press("next").await;
        other.wait_for_question(2).await;
        assert_ne!(before.0, "", "the focus was on something");
    });
}

#[test]
fn focus_and_scroll_stay_where_they_are_when_the_program_takes_over() {
    held(async |browser| {
        browser.screen(360, 640).await;
        open(browser, "/pages/start.html").await;
        let scan = Scan::nth(browser, 1);
        scan.choose(3).await;
        for _ in 0..3 {
            browser.keys(&TAB.to_string()).await;
        }
        let place = "const active = root.activeElement; return [active.localName, active.textContent, active.getBoundingClientRect().y, scrollY];";
        let before = scan.run(place, Value::Null).await;
        assert!(is_first(scan).await);
        browser.let_go();
        scan.taken_over().await;
        browser.drawn().await;
        assert_eq!(scan.run("const active = root.activeElement; return [active.localName, active.textContent, active.getBoundingClientRect().y, scrollY];", Value::Null).await, before);
        assert_eq!(scan.chosen().await, 3);
    });
}

#[test]
fn an_enter_on_an_option_goes_on_when_the_program_is_there() {
    held(async |browser| {
        open(browser, "/pages/start.html").await;
        let scan = Scan::on(browser);
        scan.choose(1).await;
        browser.keys(&format!("2{ENTER}")).await;
        browser.let_go();
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 2);
        // Without an answer the question is asked again, as ever.
        let other = Scan::nth(browser, 1);
        other.press("next").await;
        other.until("return !!root.querySelector('#message');", "the message is there").await;
    });
}

#[test]
fn a_press_under_way_when_the_program_comes_is_not_lost() {
    held(async |browser| {
        open(browser, "/pages/start.html").await;
        let scan = Scan::on(browser);
        scan.choose(5).await;
        browser.drawn().await;
        assert!(is_first(scan).await);
        let middle = "const next = [...root.querySelectorAll('button')].find(button => named(button) === argument);
            next.scrollIntoView({ block: 'center' });
            const box = next.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2];";
        let middle = scan.run(middle, json!(DUTCH.get("next"))).await;
        let mouse = async |kind: &str| {
            let press = json!({ "type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1 });
            browser.devtools("Input.dispatchMouseEvent", press).await;
        };
        mouse("mousePressed").await;
        browser.release().await;
        assert!(is_first(scan).await, "it does not take over under the finger");
        mouse("mouseReleased").await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn a_program_that_does_not_come_is_said_and_comes_when_asked_again() {
    block_on(async {
        let browser = Browser::new().await;
        browser.devtools("Network.enable", json!({})).await;
        let block = async |urls: &[&str]| browser.devtools("Network.setBlockedURLs", json!({ "urls": urls })).await;
        block(&["*ruimtescan-app.js*"]).await;
        open(&browser, "/pages/start.html").await;
        browser.run("window.told = []; document.addEventListener('scan-problem', event => told.push(event.detail.problem));").await;
        let (scan, other) = (Scan::nth(&browser, 0), Scan::nth(&browser, 1));
        browser.drawn().await;
        assert!(!scan.shows("not-arrived").await, "who reads need not know");
        scan.choose(4).await;
        browser.drawn().await;
        assert!(!scan.shows("not-arrived").await, "nor who has chosen: the choice is there to see");
        scan.press("next").await;
        scan.until("return root.querySelector('.missed').checkVisibility();", "it says so").await;
        assert_eq!(browser.run("return told.at(-1)").await, json!("arrival"));
        assert_eq!(scan.chosen().await, 4, "the choice is kept");
        scan.press("arrive-again").await;
        scan.until("return root.querySelector('.missed').checkVisibility();", "it says so again").await;
        block(&[]).await;
        scan.press("arrive-again").await;
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 4);
        // The other asks by itself at its first press.
        other.press("skip").await;
        other.wait_for_question(2).await;
        assert_eq!(browser.run("return window.violations").await, json!([]));
    });
}

#[test]
fn with_something_kept_only_the_program_says_what_can_be_pressed() {
    held(async |browser| {
        browser.let_go();
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        browser.hold();
        browser.client.refresh().await.unwrap();
        scan.until("return !!root?.querySelector('.held h2');", "the first screen is there").await;
        let seen = "return [...root.querySelectorAll('button, summary')].filter(seen).map(named);";
        let pressable = scan.run(seen, Value::Null).await;
        assert!(!pressable.as_array().unwrap().contains(&json!(DUTCH.get("start"))), "{pressable}");
        scan.until("return root.querySelector('.arriving').checkVisibility();", "it says that it comes").await;
        browser.let_go();
        scan.taken_over().await;
        scan.press(("resume", 3)).await;
        scan.wait_for_question(3).await;
    });
}

#[test]
fn a_program_of_another_build_is_not_used() {
    block_on(async {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path();
        let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let read = |name: &str| std::fs::read_to_string(dist.join(name)).expect("the site is built: cargo xtask build");
        let (loader, program) = (read("ruimtescan.js"), read("ruimtescan-app.js"));
        let is_name = |text: &&str| text.len() == 16 && text.chars().all(|char| char.is_ascii_hexdigit());
        let name = loader.split('"').find(is_name).expect("the loader names its build");
        assert!(program.contains(name), "both files name the same build");
        std::fs::write(folder.join("ruimtescan.js"), &loader).unwrap();
        std::fs::write(folder.join("ruimtescan-app.js"), program.replace(name, "0123456789abcdef")).unwrap();
        let page = std::fs::read_to_string(dist.join("index.html")).unwrap();
        std::fs::write(folder.join("index.html"), page).unwrap();

        let browser = Browser::with(&["--also", &format!("/other={}", folder.display())], &[]).await;
        open(&browser, "/other/index.html").await;
        let scan = Scan::on(&browser);
        scan.press("start").await;
        scan.until("return root.querySelector('.missed').checkVisibility();", "it says so").await;
        let asked = browser.requests().iter().filter(|request| request.contains("ruimtescan-app.js")).count();
        assert!(asked >= 2, "it was asked for under another name, past any cache: {asked}");
    });
}
