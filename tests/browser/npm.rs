//! The npm package: what is in it, and the scan in a bundle that somebody makes of it with a bundler of their own.

use crate::support::browser::{Browser, block_on};
use crate::support::driver::JITLESS;
use crate::support::panic::goes_on;
use crate::support::scan::Scan;
use crate::support::words::ENGLISH;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const PAGE: &str = "<!doctype html>
<html lang=\"nl\">
<head>
<meta charset=\"utf-8\">
<title>Een bundel</title>
<link rel=\"icon\" href=\"data:,\">
<script type=\"module\" src=\"out/entry.js\"></script>
</head>
<body>
<main>
<h1>Een bundel</h1>
<ruimte-scan><p>Bel Veilig Thuis: 0800-2000.</p></ruimte-scan>
</main>
</body>
</html>
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn package() -> PathBuf {
    let package = root().join("dist/npm");
    assert!(package.is_dir(), "the package is made: cargo xtask package");
    package
}

/// Somebody's page and their bundle, in a folder of its own.
struct Bundle(TempDir);

impl Bundle {
    fn made() -> Bundle {
        let bundle = Bundle(tempfile::tempdir().unwrap());
        let folder = bundle.0.path();
        let installed = folder.join("node_modules/ruimtescan");
        std::fs::create_dir_all(&installed).unwrap();
        for entry in std::fs::read_dir(package()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), installed.join(entry.file_name())).unwrap();
        }
        std::fs::write(folder.join("index.html"), PAGE).unwrap();
        std::fs::write(folder.join("entry.js"), "import \"ruimtescan\";\n").unwrap();
        let mut esbuild = Command::new(root().join("node_modules/.bin/esbuild"));
        esbuild.args(["entry.js", "--bundle", "--splitting", "--format=esm", "--minify", "--outdir=out"]);
        let output = esbuild.args(["--log-level=warning"]).current_dir(folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "the bundler has nothing to say");
        bundle
    }

    async fn browser(&self, flags: &[&str]) -> Browser {
        Browser::with(&["--also", &format!("/bundle={}", self.0.path().display())], flags).await
    }
}

/// The chunks that were asked for, without the part of their names that the bundler made up.
fn chunks(browser: &Browser) -> Vec<String> {
    let requests = browser.requests();
    let names = requests.iter().filter_map(|request| request.split("/out/ruimtescan").nth(1)?.split_once(".js"));
    names.map(|(name, _)| name.rsplit_once('-').map_or(name, |(name, _)| name).to_owned()).collect()
}

#[test]
fn a_bundle_runs_the_whole_scan_and_loads_no_more_than_it_needs() {
    block_on(async {
        let bundle = Bundle::made();
        let browser = bundle.browser(&[]).await;
        browser.open("/bundle/index.html").await;
        Scan::on(&browser).walk(3).await;
        assert_eq!(chunks(&browser), ["-app"]);
        browser.assert_clean().await;
    });
}

#[test]
fn in_a_bundle_the_program_comes_as_plain_javascript_too() {
    block_on(async {
        let bundle = Bundle::made();
        let browser = bundle.browser(&[JITLESS]).await;
        browser.open("/bundle/index.html").await;
        Scan::on(&browser).walk(2).await;
        assert_eq!(chunks(&browser), [".nowasm"]);
        browser.assert_clean().await;
    });
}

#[test]
fn in_a_bundle_english_comes_where_it_is_asked_for() {
    block_on(async {
        let bundle = Bundle::made();
        std::fs::write(bundle.0.path().join("index.html"), PAGE.replace("<ruimte-scan>", "<ruimte-scan lang=\"en\">"))
            .unwrap();
        let browser = bundle.browser(&[]).await;
        browser.open("/bundle/index.html").await;
        let scan = Scan::on(&browser).speaks(&ENGLISH);
        scan.press("start").await;
        scan.wait_for_question(1).await;
        browser.assert_clean().await;
    });
}

#[test]
fn in_a_bundle_a_program_that_does_not_come_is_said_and_comes_when_asked_again() {
    block_on(async {
        let bundle = Bundle::made();
        let browser = bundle.browser(&[]).await;
        browser.devtools("Network.enable", json!({})).await;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*ruimtescan-app*"] })).await;
        browser.open("/bundle/index.html").await;
        let scan = Scan::on(&browser);
        let missed = "return root.querySelector('.missed').checkVisibility();";
        scan.press("start").await;
        scan.until(missed, "it says so").await;
        scan.press("arrive-again").await;
        scan.until(missed, "it says so again").await;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await;
        // There is no other name to ask by, but this browser asks twice for the same.
        scan.press("arrive-again").await;
        scan.wait_for_question(1).await;
    });
}

#[test]
fn in_a_bundle_a_panic_is_known_and_the_scan_goes_on() {
    block_on(async {
        let bundle = Bundle::made();
        let browser = bundle.browser(&[]).await;
        browser.open("/bundle/index.html").await;
        goes_on(&browser).await;
    });
}

#[test]
fn npm_packs_every_file_of_the_package() {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--dry-run", "--ignore-scripts", "--json"]).current_dir(package());
    let output = npm.output().expect("npm starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let packed: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut listed: Vec<&str> =
        packed[0]["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    let mut there: Vec<String> = std::fs::read_dir(package())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    listed.sort_unstable();
    there.sort();
    assert_eq!(listed, there);
    for file in
        ["README.md", "package.json", "ruimtescan.js", "ruimtescan-app.js", "ruimtescan-en.js", "ruimtescan.nowasm.js"]
    {
        assert!(listed.contains(&file), "{file} is not in {listed:?}");
    }
}
