//! Frames that are not the scan, and pages that are not its host: neither is heard.

use crate::support::browser::{Browser, block_on};
use crate::support::frame::{add, elsewhere, fits, heard, height, intranet};
use serde_json::json;

/// What lies at this address.
fn hostile(base: &str) -> String {
    format!("{base}/pages/host/hostile.html")
}

#[test]
fn a_hostile_third_frame_is_not_heard() {
    block_on(async {
        let browser = &intranet().await;
        add(browser, &elsewhere(browser, ""), None).await;
        let before = fits(browser, 0).await;
        let other = "const frame = document.createElement('iframe'); frame.title = 'Other'; frame.src = arguments[0]; document.body.append(frame);
            window.heard = 0; addEventListener('message', ({ data }) => { if (data.height === 4321) window.heard += 1; });";
        browser.run_with(other, vec![json!(hostile(&browser.base.replace("127.0.0.1", "localhost")))]).await;
        browser.until("return window.heard > 3", "the hostile frame speaks").await;
        assert_eq!(height(browser, 0).await, before, "the scan's frame keeps its height");
        assert_ne!(height(browser, 1).await, 4321, "and the other does not get one");
        browser.assert_clean().await;
    });
}

#[test]
fn a_frame_that_went_to_another_site_is_not_heard() {
    block_on(async {
        let browser = &intranet().await;
        add(browser, &elsewhere(browser, ""), None).await;
        let before = fits(browser, 0).await;
        let away = "window.heard = 0; addEventListener('message', ({ data }) => { if (data.height === 4321) window.heard += 1; });
            document.querySelector('iframe').contentWindow.location = arguments[0];";
        browser.run_with(away, vec![json!(hostile(&browser.base))]).await;
        browser.until("return window.heard > 3", "the frame speaks from its new site").await;
        assert_eq!(height(browser, 0).await, before);
    });
}

/// The height of a frame that hears nothing: 700 of `host.css`, without its borders.
const UNTOLD: u64 = 694;

/// The height that a frame gets when its address names this host.
async fn with_host(browser: &Browser, host: &str) -> u64 {
    add(browser, &elsewhere(browser, &format!("?host={host}")), None).await;
    heard(browser, 0).await;
    height(browser, 0).await
}

#[test]
fn only_the_host_that_the_address_names_hears_it() {
    block_on(async {
        let browser = &intranet().await;
        let low = with_host(browser, "https%3A%2F%2Fsomewhere.example").await;
        assert_eq!(low, UNTOLD, "another host hears nothing");
        let browser = &intranet().await;
        let low = with_host(browser, "intranet").await;
        assert_eq!(low, UNTOLD, "what is no site's name is nobody's");
        browser.assert_clean().await;
        let browser = &intranet().await;
        let own = browser.base.replace(':', "%3A").replace('/', "%2F");
        add(browser, &elsewhere(browser, &format!("?host={own}")), None).await;
        assert_ne!(fits(browser, 0).await, UNTOLD);
        browser.assert_clean().await;
    });
}
