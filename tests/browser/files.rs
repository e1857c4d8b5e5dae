//! Files: each goes out as what it is, its address lives until the browser has had time to read it, and what is said of it
//! is what is known.

use crate::camera::Board;
use crate::frame::{add, elsewhere, intranet};
use crate::result::{MIXED, at_result};
use crate::scan::Scan;
use crate::shipped::texts;
use crate::stage::{Stage, alone, on_stage};
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

async fn watched(stage: &Stage) {
    let behavior = json!({ "behavior": "allow", "downloadPath": stage.downloads() });
    stage.devtools("Browser.setDownloadBehavior", behavior).await;
    stage.before_each_document(WATCHED).await;
}

/// What was handed over, as type and whether its address lives.
async fn files(stage: &Stage) -> Value {
    stage.run("return files.map(file => [file.type.split(';')[0], file.lives])").await
}

#[test]
fn the_result_goes_out_as_text_and_its_address_lives_until_the_next_file() {
    on_stage(async |stage| {
        watched(stage).await;
        let scan = at_result(stage, &MIXED).await;
        scan.press("Bewaar als bestand").await;
        stage.downloaded(".txt").await;
        assert_eq!(files(stage).await, json!([["text/plain", true]]));
        scan.press("Bewaar als bestand").await;
        stage.until("return files.length === 2", "it is handed over again").await;
        assert_eq!(files(stage).await, json!([["text/plain", false], ["text/plain", true]]));
    });
}

#[test]
fn the_picture_of_a_group_goes_out_as_what_it_is() {
    on_stage(async |stage| {
        watched(stage).await;
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        for (button, ending, kind) in [
            ("Bewaar voor Excel (CSV)", ".csv", "text/csv"),
            ("Bewaar als gegevens (JSON)", ".json", "application/json"),
            ("Bewaar als plaatje (SVG)", ".svg", "image/svg+xml"),
            ("Bewaar als plaatje (PNG)", ".png", "image/png"),
        ] {
            board.press(button).await;
            stage.downloaded(ending).await;
            assert_eq!(files(stage).await.as_array().unwrap().last(), Some(&json!([kind, true])));
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
    alone(async {
        let stage = intranet().await;
        watched(&stage).await;
        add(&stage, &elsewhere(&stage, "?start=question"), Some("allow-scripts allow-same-origin")).await;
        stage.client.clone().enter_frame(0).await.unwrap();
        stage.ready().await;
        let scan = Scan::on(&stage);
        scan.answer_from(1, &[2; crate::scan::QUESTIONS]).await;
        scan.wait_for_result().await;
        scan.press("Bewaar als bestand").await;
        let words = texts().words();
        assert_eq!(said(scan).await, json!(words.file_offered.get()));
        // And where there is no file at all, that is said.
        stage.run("URL.createObjectURL = () => { throw new Error('none') };").await;
        scan.press("Bewaar als bestand").await;
        scan.until(
            &format!(
                "return [...root.querySelectorAll('[role=status]')].some(one => named(one) === {})",
                json!(words.file_failed.get())
            ),
            "it is said",
        )
        .await;
        assert!(!stage.downloads().exists() || std::fs::read_dir(stage.downloads()).unwrap().next().is_none());
    });
}
