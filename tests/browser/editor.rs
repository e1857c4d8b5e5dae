//! The page for editors: what is chosen there is what is pasted, and what is pasted works on an empty page.

use crate::support::axe::axe;
use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::scan::{QUESTIONS, Scan};
use serde_json::{Value, json};
use tempfile::TempDir;

const IN_EDITOR: &str = "const root = document.querySelector('main').shadowRoot;
const argument = arguments[0];\n";

/// Opens the page and waits until its program is there.
async fn open(browser: &Browser) {
    browser.load("/inbedden.html").await;
    let script = "return !!document.querySelector('main').shadowRoot?.querySelector('h2');";
    browser.until(script, "the page for editors is there").await;
}

async fn run(browser: &Browser, script: &str, argument: Value) -> Value {
    browser.run_with(&format!("{IN_EDITOR}{script}"), vec![argument]).await
}

/// Presses an option, by its id.
async fn choose(browser: &Browser, id: &str) {
    run(browser, "root.getElementById(argument).click();", json!(id)).await;
}

/// Types in a field, as one does.
async fn write(browser: &Browser, id: &str, text: &str) {
    let find = "const field = root.getElementById(argument); field.closest('details')?.setAttribute('open', '');
        field.value = ''; return field;";
    let field = browser.element(&format!("{IN_EDITOR}{find}"), vec![json!(id)]).await.expect("the field is there");
    field.send_keys(text).await.unwrap();
}

/// The code to paste; empty when there is none.
async fn snippet(browser: &Browser) -> String {
    let code = run(browser, "return root.querySelector('#snippet')?.textContent ?? '';", Value::Null).await;
    code.as_str().unwrap().to_owned()
}

/// A page with nothing in it but this, in this folder. The server's policy holds for it.
fn empty_page(folder: &TempDir, code: &str) {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\"><body>\n{code}\n"
    );
    std::fs::write(folder.path().join("index.html"), page).unwrap();
}

#[test]
fn what_is_chosen_is_what_is_pasted() {
    in_browser(async |browser| {
        open(browser).await;
        let first = snippet(browser).await;
        assert!(first.contains(&format!("src=\"{}/ruimtescan.js\"", browser.base)), "{first}");
        assert!(first.contains("<ruimte-scan>"), "nothing is written that is the default: {first}");
        choose(browser, "remember-none").await;
        choose(browser, "start-question").await;
        let all = snippet(browser).await;
        let tag = "<ruimte-scan start=\"question\" remember=\"none\">";
        assert!(all.contains(tag), "{all}");
        let shown = "const scan = root.querySelector('ruimte-scan').shadowRoot;
            return scan.querySelectorAll('input[name=answer]').length;";
        assert_eq!(run(browser, shown, Value::Null).await, json!(5), "the preview begins with the first question");
    });
}

#[test]
fn a_colour_is_shown_and_one_that_cannot_be_read_is_not() {
    in_browser(async |browser| {
        open(browser).await;
        write(browser, "accent", "#7a1f5c").await;
        assert!(snippet(browser).await.contains("--scan-accent-color: #7a1f5c"));
        let colour = "const button = root.querySelector('ruimte-scan').shadowRoot.querySelector('button.primary');
            return getComputedStyle(button).backgroundColor;";
        assert_eq!(run(browser, colour, Value::Null).await, json!("rgb(122, 31, 92)"));
        write(browser, "accent", "#ffee00").await;
        assert_eq!(snippet(browser).await, "", "there is nothing to paste until it is mended");
        let said = "const field = root.getElementById('accent');
            return root.getElementById(field.getAttribute('aria-describedby')).querySelector('strong').textContent;";
        assert!(!run(browser, said, Value::Null).await.as_str().unwrap().is_empty(), "it says what to do");
    });
}

#[test]
fn the_code_runs_the_whole_scan_on_an_empty_page() {
    block_on(async {
        let folder = tempfile::tempdir().unwrap();
        empty_page(&folder, "");
        let browser = &Browser::with(&["--also", &format!("/pasted={}", folder.path().display())], &[]).await;
        open(browser).await;
        choose(browser, "remember-none").await;
        empty_page(&folder, &snippet(browser).await);
        browser.open("/pasted/").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan.answer_from(1, &[3; QUESTIONS]).await;
        scan.until("return !!root.querySelector('.ladder');", "the result is there").await;
        browser.assert_clean().await;
    });
}

#[test]
fn the_contact_is_in_the_code_and_in_the_preview() {
    in_browser(async |browser| {
        open(browser).await;
        write(browser, "contact-name", "Sam Jansen").await;
        write(browser, "contact-phone", "030 123 45 67").await;
        let code = snippet(browser).await;
        assert!(code.contains("contact-name=\"Sam Jansen\" contact-phone=\"030 123 45 67\""), "{code}");
        let shown = "return !!document.querySelector('main').shadowRoot.querySelector('ruimte-scan').shadowRoot
            .querySelector('.doors')?.textContent.includes('Sam Jansen');";
        browser.until(shown, "the preview names Sam").await;
        write(browser, "contact-phone", "toestel 4").await;
        assert_eq!(snippet(browser).await, "", "there is nothing to paste until it is mended");
    });
}

#[test]
fn the_frame_runs_the_whole_scan_on_an_empty_page() {
    block_on(async {
        let folder = tempfile::tempdir().unwrap();
        empty_page(&folder, "");
        std::fs::write(
            folder.path().join("policy.txt"),
            "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src data:",
        )
        .unwrap();
        let browser = &Browser::with(&["--also", &format!("/framed={}", folder.path().display())], &[]).await;
        open(browser).await;
        choose(browser, "form-frame").await;
        choose(browser, "remember-none").await;
        empty_page(&folder, &snippet(browser).await);
        browser.load("/framed/").await;
        browser.until("return parseInt(document.querySelector('iframe').style.height) > 300 || document.querySelector('iframe').height !== '700'", "the frame has its height").await;
        browser.client.enter_frame(0).await.unwrap();
        browser.ready().await;
        Scan::on(browser).walk(3).await;
        browser.client.enter_parent_frame().await.unwrap();
        browser.assert_clean().await;
    });
}

#[test]
fn axe_finds_nothing_on_the_page_for_editors() {
    in_browser(async |browser| {
        open(browser).await;
        axe(browser, "the page for editors").await;
        run(browser, "root.querySelectorAll('details').forEach(fold => (fold.open = true));", Value::Null).await;
        write(browser, "accent", "groen").await;
        axe(browser, "the page for editors with a problem and all open").await;
        for form in ["form-frame", "form-lms", "form-file"] {
            choose(browser, form).await;
            axe(browser, form).await;
        }
    });
}

#[test]
fn the_documents_are_pages_that_anyone_can_read() {
    in_browser(async |browser| {
        for (name, heading) in [("privacy", "Privacy"), ("toegankelijkheid", "Toegankelijkheid")] {
            for width in [320, 1280] {
                browser.screen(width, 800).await;
                browser.client.goto(&format!("{}/{name}.html", browser.base)).await.unwrap();
                let title = browser.run("return document.querySelector('h1').textContent").await;
                assert!(title.as_str().unwrap().contains(heading), "{title}");
                axe(browser, name).await;
                let wide = browser
                    .run("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
                    .await;
                assert_eq!(wide, json!(false), "{name} at {width}");
            }
        }
    });
}
