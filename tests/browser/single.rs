//! The page in one file: opened from a folder where it lies alone, without a server and without a network.

use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::codes;
use crate::support::driver::JITLESS;
use crate::support::file::text;
use crate::support::file::{Page, without_a_network};
use crate::support::panic::goes_on;
use crate::support::scan::{QUESTIONS, Scan};
use scan::code::Code;
use serde_json::{Value, json};

#[test]
fn it_runs_the_whole_scan_from_a_folder() {
    in_browser(async |browser| {
        let page = Page::scan();
        without_a_network(browser).await;
        browser.open_file(&page.file()).await;
        let scan = Scan::on(browser);
        assert!(scan.run("return !!root.querySelector('.arrival');", Value::Null).await == json!(true), "in two steps");
        scan.walk(4).await;
        assert!(scan.text().await.contains("070 356 35 50"));
        let title = browser.client.title().await.unwrap();
        assert_ne!(title, "Ruimtescan", "the title follows the step");
        browser.client.back().await.unwrap();
        scan.wait_for_question(QUESTIONS).await;
        assert_eq!(scan.chosen().await, 4);
        browser.client.forward().await.unwrap();
        scan.wait_for_result().await;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        assert_eq!(browser.run(loaded).await, json!([]), "nothing is loaded");
        assert_eq!(browser.requests(), Vec::<String>::new());
        // The style of the page is there under its policy.
        let wide = "return getComputedStyle(document.querySelector('header')).maxInlineSize";
        assert_eq!(browser.run(wide).await, json!("704px"));
    });
}

#[test]
fn it_says_how_answers_are_kept_and_so_they_are() {
    in_browser(async |browser| {
        let page = Page::scan();
        browser.open_file(&page.file()).await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        assert!(scan.shows("kept-tab").await, "{}", scan.text().await);
        browser.reload().await;
        scan.press(("resume", 3)).await;
        scan.wait_for_question(3).await;
        // Another copy of the page is another place, also where a browser keeps one store for all files.
        let other = Page::scan();
        browser.open_file(&other.file()).await;
        assert!(scan.has_button("start").await);
    });
}

#[test]
fn where_a_browser_keeps_nothing_for_files_it_says_so() {
    in_browser(async |browser| {
        let page = Page::scan();
        let closed = "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
        browser.before_each_document(closed).await;
        browser.open_file(&page.file()).await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[2]).await;
        scan.wait_for_question(2).await;
        assert!(scan.shows("not-kept").await);
    });
}

#[test]
fn after_a_panic_it_goes_on() {
    block_on(async {
        let page = Page::scan();
        let browser = Browser::new().await;
        browser.open_file(&page.file()).await;
        goes_on(&browser).await;
    });
}

#[test]
fn where_no_program_runs_it_says_whom_to_call() {
    block_on(async {
        let page = Page::scan();
        let browser = Browser::with(&[], &[JITLESS]).await;
        browser.client.goto(url::Url::from_file_path(page.file()).unwrap().as_str()).await.unwrap();
        let fallback = "const scan = document.querySelector('ruimte-scan');
            return [...scan.children].some(child => child.checkVisibility()) && scan.innerText.includes('0800-2000')";
        browser.until(fallback, "the fallback is in sight").await;
        browser.assert_clean().await;
    });
}

#[test]
fn half_a_file_says_that_the_rest_did_not_come() {
    block_on(async {
        let page = Page::scan();
        let half = text("ruimtescan.html");
        let (half, _) = half.split_once("<script type=\"module\">").expect("the program comes last");
        std::fs::write(page.file(), half).unwrap();
        let browser = Browser::new().await;
        browser.open_file(&page.file()).await;
        let scan = Scan::on(&browser);
        scan.press("start").await;
        scan.until("return root.querySelector('.missed').checkVisibility();", "it says so").await;
    });
}

#[test]
fn another_language_than_is_in_it_is_dutch() {
    in_browser(async |browser| {
        let page = Page::scan();
        std::fs::write(
            page.file(),
            text("ruimtescan.html").replace("<ruimte-scan page>", "<ruimte-scan page lang=\"en\">"),
        )
        .unwrap();
        browser.open_file(&page.file()).await;
        Scan::on(browser).start().await;
    });
}

#[test]
fn a_script_that_is_not_in_it_does_not_run() {
    block_on(async {
        let page = Page::scan();
        std::fs::write(
            page.file(),
            text("ruimtescan.html").replace("</body>", "<script>window.strange = 1</script></body>"),
        )
        .unwrap();
        let browser = Browser::new().await;
        browser.open_file(&page.file()).await;
        assert_eq!(browser.run("return [window.strange ?? null, window.violations.length]").await, json!([null, 1]));
        let connects = "return fetch('http://127.0.0.1/').then(() => true, () => false)";
        assert_eq!(browser.run(connects).await, json!(false));
        assert_eq!(browser.run("return window.violations.length").await, json!(2), "the policy forbids it");
        assert_eq!(browser.requests(), Vec::<String>::new());
    });
}

#[test]
fn its_text_asks_for_nothing() {
    let text = text("ruimtescan.html");
    for asks in ["src=", "href=\"http", "import(", "import \"", "@import", "url(", "import.meta.resolve"] {
        assert!(!text.contains(asks), "{asks}");
    }
}

#[test]
fn it_makes_codes_for_a_workshop() {
    in_browser(async |browser| {
        let page = Page::scan();
        browser.open_file(&page.file()).await;
        let scan = codes::at_result(browser, "").await;
        scan.press(codes::MAKE).await;
        assert_eq!(codes::answers(Code::read(&codes::made(scan, codes::SHORT).await).unwrap()), [3; QUESTIONS]);
        assert_eq!(browser.requests(), Vec::<String>::new());
    });
}
