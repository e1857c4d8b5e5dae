//! What axe finds on a screen: nothing.

use crate::support::browser::Browser;
use serde_json::json;

const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Runs axe on the screen as it is; any violation fails with what, where and how to mend it.
pub(crate) async fn axe(browser: &Browser, screen: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(path).expect("axe-core is missing: npm ci --ignore-scripts");
    browser.run(&format!("if (!window.axe) {{ {axe}\n }}")).await;
    let found = browser
        .client
        .execute_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { runOnly: arguments[0] }).then(result => done([result.passes.length,
               result.violations.flatMap(rule => rule.nodes.map(node =>
                 rule.id + ': ' + rule.help + ' at ' + node.target.join(' > ') + ' ' + node.failureSummary))]),
               error => done([0, [String(error)]]));",
            vec![json!(TAGS)],
        )
        .await
        .unwrap();
    assert!(found[0].as_u64().unwrap() > 5, "axe looked at {screen}: {found}");
    assert_eq!(found[1], json!([]), "axe on {screen}");
}
