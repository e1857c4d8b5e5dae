//! The scan in a frame on the page of an intranet.

use crate::support::browser::{Browser, PATIENCE};
use serde_json::json;
use std::time::{Duration, Instant};

/// What the page around has, beside its frames.
const SCRIPT: &str = "const script = document.createElement('script');
script.src = '/ruimtescan-frame.js';
document.head.append(script);";

/// The page of an intranet, with the script for its frames.
pub(crate) async fn intranet() -> Browser {
    let browser = Browser::new().await;
    browser.load("/pages/host/index.html").await;
    with_script(&browser).await;
    browser
}

pub(crate) async fn with_script(browser: &Browser) {
    browser.run(&format!("{SCRIPT} script.onload = () => window.loaded = true;")).await;
    browser.until("return window.loaded === true", "the script for frames is there").await;
}

/// The frame's address on another site: the same server under its other name.
pub(crate) fn elsewhere(browser: &Browser, search: &str) -> String {
    format!("{}/frame.html{search}", browser.base.replace("127.0.0.1", "localhost"))
}

/// Adds a frame, and waits until its page is loaded.
pub(crate) async fn add(browser: &Browser, src: &str, sandbox: Option<&str>) {
    let script = "const frame = document.createElement('iframe');
        frame.title = 'Ruimtescan';
        frame.dataset.ruimtescan = '';
        if (arguments[1] !== null) frame.setAttribute('sandbox', arguments[1]);
        frame.onload = () => { frame.dataset.loaded = ''; };
        frame.src = arguments[0];
        document.body.append(frame);";
    browser.run_with(script, vec![json!(src), json!(sandbox)]).await;
    browser.until("return [...document.querySelectorAll('iframe[data-ruimtescan]')].every(frame => 'loaded' in frame.dataset)", "the frame is loaded").await;
}

pub(crate) async fn into(browser: &Browser, nth: u16) {
    browser.client.clone().enter_frame(nth).await.unwrap();
}

pub(crate) async fn out(browser: &Browser) {
    browser.client.clone().enter_parent_frame().await.unwrap();
}

pub(crate) async fn enter(browser: &Browser, nth: u16) {
    into(browser, nth).await;
    browser.ready().await;
}

/// The height inside a frame, border left out.
pub(crate) async fn height(browser: &Browser, nth: usize) -> u64 {
    let script = "return document.querySelectorAll('iframe')[arguments[0]].clientHeight";
    browser.run_with(script, vec![json!(nth)]).await.as_u64().unwrap()
}

/// Waits until a frame has exactly the height of what is in it.
pub(crate) async fn fits(browser: &Browser, nth: u16) -> u64 {
    let mut last = (0, 0);
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        // Until every scan in it is ready its height is not the last one.
        enter(browser, nth).await;
        let needed = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
        let needed = browser.run(needed).await.as_u64().unwrap();
        out(browser).await;
        last = (needed, height(browser, usize::from(nth)).await);
        if last.0 == last.1 && needed > 200 {
            return needed;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("what is in the frame needs {} px, and it has {}", last.0, last.1);
}

/// Waits until what a frame has said until now was heard: messages come in the order in which they were sent.
pub(crate) async fn heard(browser: &Browser, nth: u16) {
    let listen = "window.marks = 0; addEventListener('message', ({ data }) => { if (data === 'mark') marks += 1; });";
    browser.run(listen).await;
    into(browser, nth).await;
    browser.run("return new Promise(done => setTimeout(() => setTimeout(done)))").await;
    browser.run("parent.postMessage('mark', '*')").await;
    out(browser).await;
    browser.until("return window.marks > 0", "the frame was heard").await;
}
