//! What README, manifest and types say of the element is the same, and is what the code does.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of one kind in the manifest.
fn manifest(kind: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(&read("loader/contract/custom-elements.json")).unwrap();
    let all = manifest["modules"][0]["declarations"][0][kind].as_array().unwrap();
    all.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

/// What stands between backticks in a section of the README; of a table only in its first column.
fn readme(heading: &str, table: bool) -> BTreeSet<String> {
    let readme = read("README.md");
    let (_, section) = readme.split_once(&format!("\n### {heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
    let section = section.split("\n#").next().unwrap();
    let lines = section.lines().filter(|line| line.starts_with('|') == table);
    let cells = lines.map(|line| if table { line.split('|').nth(1).unwrap() } else { line });
    let text = cells.collect::<Vec<_>>().join("\n");
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn names(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

/// What stands between `before` and a quote in a text, each time.
fn quoted(text: &str, before: &str) -> BTreeSet<String> {
    text.split(before).skip(1).filter_map(|after| Some(after.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn attributes_agree() {
    let mut told = readme("Attributes", true);
    assert!(told.remove("id"), "every element has an id; what it is for stands in the README only");
    assert_eq!(told, manifest("attributes"));
    let mut asked = quoted(&read("src/embed/config.rs"), "attribute(\"");
    // To which the loader adds the key in the address.
    asked.extend(quoted(&read("loader/ruimtescan.js"), " workshop(attribute(\""));
    assert_eq!(asked, manifest("attributes"), "what config.rs and the loader ask for");
}

#[test]
fn events_agree() {
    let events = manifest("events");
    assert_eq!(readme("Events", true), events);
    assert_eq!(
        quoted(&read("loader/contract/ruimtescan.d.ts"), "  \"")
            .into_iter()
            .filter(|name| name != "ruimte-scan")
            .collect::<BTreeSet<_>>(),
        events
    );
    let host = read("src/embed/host.rs");
    for event in &events {
        assert!(host.contains(&format!("\"{event}\"")), "{event} is not told by the program");
    }
}

#[test]
fn methods_agree() {
    let methods = manifest("members");
    assert_eq!(methods, names(&["open", "reset"]));
    let told: BTreeSet<String> =
        readme("Methods", true).iter().map(|call| call.split('(').next().unwrap().to_owned()).collect();
    assert_eq!(told, methods);
    let (element, types) = (read("loader/ruimtescan.js"), read("loader/contract/ruimtescan.d.ts"));
    for method in &methods {
        for (file, text) in [("loader/ruimtescan.js", &element), ("ruimtescan.d.ts", &types)] {
            assert!(text.contains(&format!("\n  {method}(")), "{file} has no {method}");
        }
    }
}

#[test]
fn tokens_and_parts_agree() {
    let tokens = manifest("cssProperties");
    let mut told = readme("Colours and type", true);
    assert_eq!(told, tokens);
    let css = read("styles/tokens.css");
    let used: BTreeSet<String> = css
        .split("--scan-")
        .skip(1)
        .map(|after| format!("--scan-{}", after.split([',', ')']).next().unwrap()))
        .collect();
    assert_eq!(used, tokens, "what styles/tokens.css reads");
    told = readme("Colours and type", false);
    told.retain(|name| name.bytes().all(|byte| byte.is_ascii_lowercase()));
    assert_eq!(told, manifest("cssParts"));
}

#[test]
fn every_test_that_a_document_names_is_there() {
    let mut tests = String::new();
    for folder in ["tests/browser", "tests/it", "crates/scan/tests", "crates/scan/src", "crates/xtask/src/package"] {
        let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        let files = entries.map(|entry| entry.unwrap().path());
        for file in files.filter(|path| path.extension().is_some_and(|end| end == "rs")) {
            tests += &std::fs::read_to_string(file).unwrap();
        }
    }
    let mut count = 0;
    for document in ["docs/toegankelijkheid.md", "docs/privacy.md"] {
        let text = read(document);
        let names = text.split('`').skip(1).step_by(2);
        let is_test = |name: &&str| {
            name.matches('_').count() >= 3 && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
        };
        for name in names.filter(is_test) {
            assert!(tests.contains(&format!("fn {name}(")), "{document} names a test that is not there: {name}");
            count += 1;
        }
    }
    assert!(count > 20, "only {count} names were found");
}
