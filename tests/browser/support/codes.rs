//! A participant's code in a workshop.

use crate::support::browser::Browser;
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::shipped::questionnaire;
use scan::answers::Choice;
use scan::code::Code;
use serde_json::{Value, json};
use std::process::Command;

pub(crate) const MAKE: &str = "hand-make";
pub(crate) const MAKE_SHORT: &str = "hand-short-make";
pub(crate) const FOLD: &str = "hand-short";
pub(crate) const FIELD: &str = "return root.querySelector('#code')?.value ?? ''";
pub(crate) const SHORT: &str = "return root.querySelector('#short-code code')?.textContent ?? ''";
pub(crate) const BOARD: &str = include_str!("../scripts/board.js");

/// Makes a board in the page, and gives its public key.
pub(crate) async fn board(browser: &Browser) -> String {
    browser.run(BOARD).await;
    let made = "window.board.make().then(arguments[0], error => arguments[0]('' + error))";
    browser.client.execute_async(made, vec![]).await.unwrap().as_str().unwrap().to_owned()
}

/// What that board finds in a sealed code.
pub(crate) async fn opened(browser: &Browser, sealed: &str) -> Code {
    let open = "window.board.open(arguments[0]).then(arguments[1], error => arguments[1]('' + error))";
    let bytes = browser.client.execute_async(open, vec![json!(sealed)]).await.unwrap();
    let bytes: Vec<u8> = serde_json::from_value(bytes.clone()).unwrap_or_else(|_| panic!("{bytes}"));
    Code::from_bytes(&bytes).expect("a code")
}

/// Every answer in a code, counted from 1; 0 for one that was passed by.
pub(crate) fn answers(code: Code) -> Vec<usize> {
    let answers = code.answers(questionnaire()).expect("a code of these questions");
    let option = |(id, _)| answers.choice(id).map_or(0, |choice: Choice| usize::from(choice.index()) + 1);
    questionnaire().questions().map(option).collect()
}

/// A scan in a workshop of a board with a key, at the result.
pub(crate) async fn in_workshop(browser: &Browser) -> Scan<'_> {
    browser.open("/").await;
    let key = board(browser).await;
    at_result(browser, &key).await
}

/// The scan on the page in a workshop with this value, at the result.
pub(crate) async fn at_result<'a>(browser: &'a Browser, key: &str) -> Scan<'a> {
    browser
        .run_with("document.querySelector('ruimte-scan').setAttribute('workshop', arguments[0])", vec![json!(key)])
        .await;
    let scan = Scan::on(browser);
    // In a workshop the program takes over as soon as it can: a press by script would come in between.
    scan.taken_over().await;
    scan.opens(&[3; QUESTIONS]).await;
    scan
}

pub(crate) async fn made(scan: Scan<'_>, script: &str) -> String {
    scan.until(&format!("return (() => {{ {script} }})() !== ''"), "the code is there").await;
    scan.run(script, Value::Null).await.as_str().unwrap().to_owned()
}

/// What a camera reads on the screen.
pub(crate) async fn scanned(scan: Scan<'_>, nth: usize) -> String {
    let script =
        "const qr = root.querySelectorAll('svg.qr')[argument]; qr.scrollIntoView({ block: 'center' }); return qr";
    let picture = scan.element(script, json!(nth)).await.unwrap().screenshot().await.unwrap();
    let file = scan.browser.folder().join("seen.png");
    std::fs::write(&file, picture).unwrap();
    let read = Command::new("zbarimg").args(["--raw", "--quiet"]).arg(&file).output();
    let read = read.expect("zbarimg is missing: apt-get install zbar-tools");
    String::from_utf8(read.stdout).unwrap().trim().to_owned()
}

pub(crate) fn asked_for_the_module(browser: &Browser) -> usize {
    browser.requests().iter().filter(|request| request.contains("ruimtescan-workshop")).count()
}
