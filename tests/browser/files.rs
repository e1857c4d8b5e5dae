//! Files: each goes out as what it is, its address lives until the browser has had time to read it, and what is said of it
//! is what is known.

use crate::support::board::Board;
use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::frame::{add, elsewhere, intranet};
use crate::support::scan::{MIXED, QUESTIONS, Scan};
use crate::support::words::DUTCH;

use serde_json::{Value, json};

/// Records each file that a page hands over: what it is, and whether its address was given up.
const WATCHED: &str = "window.files = [];
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = blob => {
      const url = createObjectURL.call(URL, blob);
      files.push({ type: blob.type, url, lives: true });
      return url;
    };
    URL.revokeObjectURL = url => {
      for (const file of files) if (file.url === url) file.lives = false;
      revokeObjectURL.call(URL, url);
    };";

async fn watched(browser: &Browser) {
    let behavior = json!({ "behavior": "allow", "downloadPath": browser.downloads() });
    browser.devtools("Browser.setDownloadBehavior", behavior).await;
    browser.before_each_document(WATCHED).await;
}

/// What was handed over, as type and whether its address lives.
async fn files(browser: &Browser) -> Value {
    browser.run("return files.map(file => [file.type.split(';')[0], file.lives])").await
}

#[test]
fn the_result_goes_out_as_text_and_its_address_lives_until_the_next_file() {
    in_browser(async |browser| {
        watched(browser).await;
        let scan = Scan::at_result(browser, &MIXED).await;
        scan.press("save-file").await;
        browser.downloaded(".txt").await;
        assert_eq!(files(browser).await, json!([["text/plain", true]]));
        scan.press("save-file").await;
        browser.until("return files.length === 2", "it is handed over again").await;
        assert_eq!(files(browser).await, json!([["text/plain", false], ["text/plain", true]]));
    });
}

#[test]
fn the_picture_of_a_group_goes_out_as_what_it_is() {
    in_browser(async |browser| {
        watched(browser).await;
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        for (button, ending, kind) in [
            ("save-csv", ".csv", "text/csv"),
            ("save-json", ".json", "application/json"),
            ("save-svg", ".svg", "image/svg+xml"),
            ("save-png", ".png", "image/png"),
        ] {
            board.press(button).await;
            browser.downloaded(ending).await;
            assert_eq!(files(browser).await.as_array().unwrap().last(), Some(&json!([kind, true])));
        }
    });
}

/// The message on the screen.
async fn said(scan: Scan<'_>) -> Value {
    scan.run(
        "return [...root.querySelectorAll('[role=status]')].filter(seen).map(named).filter(Boolean).join('|');",
        Value::Null,
    )
    .await
}

#[test]
fn where_nothing_can_be_downloaded_nothing_is_said_to_be_saved() {
    block_on(async {
        let browser = intranet().await;
        watched(&browser).await;
        add(&browser, &elsewhere(&browser, "?start=question"), Some("allow-scripts allow-same-origin")).await;
        browser.client.clone().enter_frame(0).await.unwrap();
        browser.ready().await;
        let scan = Scan::on(&browser);
        scan.answer_from(1, &[2; QUESTIONS]).await;
        scan.wait_for_result().await;
        scan.press("save-file").await;
        assert_eq!(said(scan).await, json!(DUTCH.get("file-offered")));
        // And where there is no file at all, that is said.
        browser.run("URL.createObjectURL = () => { throw new Error('none') };").await;
        scan.press("save-file").await;
        scan.says("file-failed").await;
        assert!(!browser.downloads().exists() || std::fs::read_dir(browser.downloads()).unwrap().next().is_none());
    });
}
