//! The board in one file: opened from a folder where it lies alone, without a server and without a network.

use crate::support::board::{Board, code};
use crate::support::browser::{Browser, in_browser};
use crate::support::file::text;
use crate::support::file::{Page, without_a_network};
use serde_json::{Value, json};

/// The board in one file.
pub(crate) const PAGE: &str = "ruimtebord.html";

async fn open<'a>(browser: &'a Browser, page: &Page) -> Board<'a> {
    browser.client.goto(url::Url::from_file_path(page.file()).unwrap().as_str()).await.unwrap();
    Board(browser)
}

#[test]
fn it_runs_a_workshop_from_a_folder_and_keeps_it() {
    in_browser(async |browser| {
        let page = Page::of(PAGE);
        without_a_network(browser).await;
        let board = open(browser, &page).await;
        board.begin().await;
        let links = "return root.querySelectorAll('a[href]').length";
        assert_eq!(board.run(links, Value::Null).await, json!(0), "nothing lies beside it");
        let chat: Vec<String> = (0..6).map(|person| format!("Sam: {}", code(person % 5, person.into()))).collect();
        board.paste(&chat.join("\n")).await;
        board.says(("added", 6)).await;
        board.press(("show", 6)).await;
        board.until("return root.querySelectorAll('svg').length > 0", "the picture is there").await;
        browser.client.refresh().await.unwrap();
        board
            .until("return root.querySelector('.count')?.textContent.startsWith('6 ') === true", "six are still in")
            .await;
        board.press("show-open").await;
        board.until("return root.querySelectorAll('svg').length > 0", "the picture is there").await;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        assert_eq!(browser.run(loaded).await, json!([]), "nothing is loaded");
        assert_eq!(browser.requests(), Vec::<String>::new());
    });
}

#[test]
fn its_text_asks_for_nothing() {
    let text = text(PAGE);
    for asks in [" src=", "href=\"http", "import(", "import \"", "@import", "url(", "import.meta.resolve"] {
        assert!(!text.contains(asks), "{asks}");
    }
}
