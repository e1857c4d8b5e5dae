//! A panic in the program, and what is promised of it.

use crate::support::browser::Browser;
use crate::support::scan::Scan;
use serde_json::json;

/// Makes the browser refuse what the program counts on, so that the real release build really panics.
/// Once: what puts up the message afterwards counts on the same.
pub(crate) const SABOTAGE: &str = "const { insertBefore, appendChild } = Node.prototype;
Node.prototype.insertBefore = Node.prototype.appendChild = () => {
  Object.assign(Node.prototype, { insertBefore, appendChild });
  throw new Error('sabotage');
};";

/// Whichever program this browser runs.
pub(crate) async fn says_so_and_goes_on(browser: &Browser) {
    browser.open("/pages/two.html").await;
    let (scan, other) = (Scan::nth(browser, 0), Scan::nth(browser, 1));
    other.start().await;
    other.answer_from(1, &[2]).await;
    other.wait_for_question(2).await;
    scan.start().await;
    scan.answer_from(1, &[5, 4]).await;
    scan.wait_for_question(3).await;
    scan.choose(1).await;

    browser.run(SABOTAGE).await;
    scan.press("next").await;

    scan.wait_for("rescue-heading").await;
    assert!(scan.text().await.contains("Je antwoorden zijn er nog"));
    assert!(scan.focused().await.contains("Er ging iets mis"), "the message has the focus");
    scan.press("rescue-button").await;
    scan.wait_for_question(4).await;
    for (number, option) in [(3, 1), (2, 4), (1, 5)] {
        scan.press("previous").await;
        scan.wait_for_question(number).await;
        assert_eq!(scan.chosen().await, option);
    }

    other.press("rescue-button").await;
    other.wait_for_question(2).await;
    other.press("previous").await;
    other.wait_for_question(1).await;
    assert_eq!(other.chosen().await, 2, "the other scan on the page lost nothing either");
    assert_eq!(browser.run("return window.violations").await, json!([]));
}

/// The same in short, with the first scan on the page that is open.
pub(crate) async fn goes_on(browser: &Browser) {
    let scan = Scan::on(browser);
    scan.start().await;
    scan.choose(5).await;
    browser.run(SABOTAGE).await;
    scan.press("next").await;
    scan.wait_for("rescue-heading").await;
    scan.press("rescue-button").await;
    scan.wait_for_question(2).await;
    scan.press("previous").await;
    scan.wait_for_question(1).await;
    assert_eq!(scan.chosen().await, 5);
    assert_eq!(browser.run("return window.violations").await, json!([]));
}
