//! A panic in the program: said in words, nothing lost, one press and on.

use crate::scan::Scan;
use crate::stage::{Stage, alone};
use serde_json::json;

/// Makes the browser refuse what the program counts on, so that the real release build really panics.
/// Once: what puts up the message afterwards counts on the same.
pub(crate) const SABOTAGE: &str = "const { insertBefore, appendChild } = Node.prototype;
Node.prototype.insertBefore = Node.prototype.appendChild = () => {
  Object.assign(Node.prototype, { insertBefore, appendChild });
  throw new Error('sabotage');
};";

#[test]
fn a_panic_says_so_keeps_the_answers_and_goes_on() {
    alone(async { says_so_and_goes_on(&Stage::new(None).await).await });
}

/// Whichever program this stage runs.
pub(crate) async fn says_so_and_goes_on(stage: &Stage) {
    stage.open("/pages/two.html").await;
    let (scan, other) = (Scan::nth(stage, 0), Scan::nth(stage, 1));
    other.start().await;
    other.answer_from(1, &[2]).await;
    other.wait_for_question(2).await;
    scan.start().await;
    scan.answer_from(1, &[5, 4]).await;
    scan.wait_for_question(3).await;
    scan.choose(1).await;

    stage.run(SABOTAGE).await;
    scan.press("Volgende").await;

    scan.wait_for("Er ging iets mis in de scan").await;
    assert!(scan.text().await.contains("Je antwoorden zijn er nog"));
    assert!(scan.focused().await.contains("Er ging iets mis"), "the message has the focus");
    scan.press("Ga verder").await;
    scan.wait_for_question(4).await;
    for (number, option) in [(3, 1), (2, 4), (1, 5)] {
        scan.press("Vorige").await;
        scan.wait_for_question(number).await;
        assert_eq!(scan.chosen().await, option);
    }

    other.press("Ga verder").await;
    other.wait_for_question(2).await;
    other.press("Vorige").await;
    other.wait_for_question(1).await;
    assert_eq!(other.chosen().await, 2, "the other scan on the page lost nothing either");
    assert_eq!(stage.run("return window.violations").await, json!([]));
}

/// The same in short, with the first scan on the page that is open.
pub(crate) async fn goes_on(stage: &Stage) {
    let scan = Scan::on(stage);
    scan.start().await;
    scan.choose(5).await;
    stage.run(SABOTAGE).await;
    scan.press("Volgende").await;
    scan.wait_for("Er ging iets mis in de scan").await;
    scan.press("Ga verder").await;
    scan.wait_for_question(2).await;
    scan.press("Vorige").await;
    scan.wait_for_question(1).await;
    assert_eq!(scan.chosen().await, 5);
    assert_eq!(stage.run("return window.violations").await, json!([]));
}
