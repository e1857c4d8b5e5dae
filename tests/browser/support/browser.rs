//! One browser on one server, for one test: started fresh, closed whatever happens.

use crate::support::driver::{Driver, Engine, PROFILE, Program, kill_with};
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::cell::Cell;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long something may take before it counts as not happening: long, since a machine may be busy with much else.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The server's log, in the folder of a browser.
const REQUESTS: &str = "requests.log";

/// What lets a program go that is held.
const RELEASED: &str = "released";

/// Records every violation of the policy and every mistake from the first moment of each document.
const WATCH: &str = include_str!("../pages/watch.js");

/// With this in its environment every test runs in a browser without WebAssembly.
const NO_WASM: &str = "RUIMTESCAN_NO_WASM";

/// A browser on a server.
pub(crate) struct Browser {
    pub(crate) client: Client,
    pub(crate) base: String,
    engine: Engine,
    driver: Driver,
    server: Program,
    pressed: Cell<Option<([f64; 2], Instant)>>,
    // The last, because it is removed when all that works in it has ended.
    folder: TempDir,
}

/// Runs a test in a fresh browser; every violation of the policy and every error in the console fails it.
pub(crate) fn in_browser(test: impl AsyncFnOnce(&Browser)) {
    block_on(async {
        let browser = Browser::new().await;
        test(&browser).await;
        browser.assert_clean().await;
    });
}

/// Runs a test that starts its own browsers.
pub(crate) fn block_on(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

/// Waits until this gives something.
pub(crate) async fn patiently<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begin.elapsed() < PATIENCE, "waited in vain until {what}");
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

impl Browser {
    pub(crate) async fn new() -> Browser {
        Browser::with(&[], &[]).await
    }

    /// A browser with these further flags, whose server is given these further words.
    pub(crate) async fn with(words: &[&str], flags: &[&str]) -> Browser {
        Browser::of(Engine::Chromium, words, flags).await
    }

    /// The same with a program that does not come before it is released.
    pub(crate) async fn held(flags: &[&str]) -> Browser {
        Browser::start(Engine::Chromium, &[], flags, true).await
    }

    /// The same in any engine, each with flags as it takes them.
    pub(crate) async fn of(engine: Engine, words: &[&str], flags: &[&str]) -> Browser {
        Browser::start(engine, words, flags, false).await
    }

    async fn start(engine: Engine, words: &[&str], flags: &[&str], held: bool) -> Browser {
        let folder = tempfile::Builder::new().prefix("ruimtescan-").tempdir().unwrap();
        let mut server = match std::env::var_os("XTASK_BIN") {
            Some(path) => Command::new(path),
            None => {
                let mut cargo = Command::new(env!("CARGO"));
                cargo.arg("xtask");
                cargo
            }
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        server.current_dir(root).args(["serve", "--no-build", "--port", "0", "--also", "/pages=tests/browser/pages"]);
        server.args(words).arg("--log").arg(folder.path().join(REQUESTS));
        if held {
            server.arg("--hold").arg(folder.path().join(RELEASED));
        }
        let mut server = Program::start(&mut server, folder.path(), "cargo xtask package");
        let base = server.line_with("http://127.0.0.1:").expect("the server says its address");
        let base = base.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        let base = base.trim_end_matches('/').to_owned();

        let mut flags: Vec<String> = flags.iter().copied().map(str::to_owned).collect();
        if std::env::var_os(NO_WASM).is_some() {
            flags.push(engine.without_wasm().to_owned());
        }
        let driver = Driver::start(engine, folder.path(), flags).await;
        let client = driver.client().await;
        let browser = Browser { client, base, engine, driver, server, pressed: Cell::new(None), folder };
        browser.watch().await;
        browser
    }

    /// A folder of its own, for as long as it lives.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where downloads land.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder().join("downloads")
    }

    /// The file that was downloaded whose name ends so, once something is in it.
    pub(crate) async fn downloaded(&self, ending: &str) -> PathBuf {
        patiently(&format!("something was downloaded that ends in {ending}"), || {
            let files = std::fs::read_dir(self.downloads()).into_iter().flatten().flatten();
            let mut files = files.filter(|file| file.file_name().to_string_lossy().ends_with(ending));
            let whole = files.find(|file| file.metadata().is_ok_and(|about| about.len() > 0))?;
            Some(whole.path())
        })
        .await
    }

    /// Kills the browser as a crash or a power cut would, once this is on its disk, and starts it again where it left off.
    pub(crate) async fn killed(mut self, stored: &str) -> Browser {
        let profile = self.folder().join(PROFILE);
        // Storage for a tab is written in two bytes a letter, storage for the device in one.
        let wide: Vec<u8> = stored.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_there = || holds(&profile, stored.as_bytes()) || holds(&profile, &wide);
        patiently(&format!("'{stored}' is on the disk"), || is_there().then_some(())).await;
        self.kill_browser();
        self.driver.restart().await;
        self.client = self.driver.client().await;
        self.watch().await;
        self
    }

    /// Lets the program come, and waits until it is here.
    pub(crate) async fn release(&self) {
        self.let_go();
        let here = format!(
            "return performance.getEntriesByType('resource').some(({{ name, responseEnd }}) => responseEnd > 0 && name.includes('/{}'))",
            program()
        );
        self.until(&here, "the program is here").await;
        self.drawn().await;
    }

    /// Holds the program back once more.
    pub(crate) fn hold(&self) {
        std::fs::remove_file(self.folder().join(RELEASED)).unwrap();
    }

    /// Lets the program come.
    pub(crate) fn let_go(&self) {
        std::fs::write(self.folder().join(RELEASED), "").unwrap();
    }

    /// Opens an address of the server.
    pub(crate) async fn load(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.unwrap();
    }

    /// Opens the page anew, and waits until every scan on it is ready.
    pub(crate) async fn reload(&self) {
        self.client.refresh().await.unwrap();
        self.ready().await;
    }

    /// Opens an address of the server and waits until every scan on it is ready.
    pub(crate) async fn open(&self, path: &str) {
        self.goto(&format!("{}{path}", self.base)).await;
    }

    /// Opens a file as a double click on it does, without the server, and waits until every scan in it is ready.
    pub(crate) async fn open_file(&self, file: &Path) {
        self.goto(url::Url::from_file_path(file).unwrap().as_str()).await;
    }

    async fn goto(&self, address: &str) {
        self.client.goto(address).await.unwrap();
        if self.engine != Engine::Chromium {
            self.run(&format!("if (!window.violations) {{ {WATCH} }}")).await;
        }
        self.ready().await;
    }

    /// Waits until every scan on the page can be used: a first screen that is held waits for its program.
    pub(crate) async fn ready(&self) {
        let script = "const all = [...document.querySelectorAll('ruimte-scan')];
            return all.length > 0 && all.every(scan => scan.shadowRoot?.querySelector('h2') && !scan.shadowRoot.querySelector('.held'));";
        self.until(script, "every scan is ready").await;
    }

    /// Waits until a script gives true.
    pub(crate) async fn until(&self, script: &str, what: &str) {
        let begin = Instant::now();
        while self.run(script).await != Value::Bool(true) {
            if begin.elapsed() > PATIENCE {
                panic!("waited in vain until {what}; the console says {:?}", self.console_errors().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until what was done before is dealt with and drawn. What is to do nothing has then had its chance.
    pub(crate) async fn drawn(&self) {
        self.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))").await;
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.run_with(script, Vec::new()).await
    }

    /// Runs a script in the page with arguments.
    pub(crate) async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Runs a script that gives an element.
    pub(crate) async fn element(&self, script: &str, arguments: Vec<Value>) -> Option<Element> {
        let found = self.run_with(script, arguments).await;
        let id = found.as_object()?.values().next()?.as_str()?.to_string();
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id)))
    }

    /// Waits for as long as a press here would be the second of a double press, which the scan leaves undone.
    pub(crate) async fn as_a_person(&self, place: [f64; 2]) {
        const NEAR: f64 = 44.0;
        const SOON: Duration = Duration::from_millis(500);
        if let Some((last, at)) = self.pressed.get()
            && (place[0] - last[0]).hypot(place[1] - last[1]) <= NEAR
        {
            tokio::time::sleep(SOON.saturating_sub(at.elapsed())).await;
        }
    }

    /// Something was pressed here, just now.
    pub(crate) fn pressed(&self, place: [f64; 2]) {
        self.pressed.set(Some((place, Instant::now())));
    }

    /// Presses keys, one after another, wherever the focus is.
    pub(crate) async fn keys(&self, keys: &str) {
        let mut actions = KeyActions::new("keyboard".to_string());
        for key in keys.chars() {
            actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        }
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Gives the browser's own protocol a command.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let command = Extra("goog/cdp/execute", json!({ "cmd": command, "params": parameters }));
        self.client.issue_cmd(command).await.unwrap()
    }

    /// Records violations of the policy in this tab from now on, in `window.violations`.
    pub(crate) async fn watch(&self) {
        // Only Chromium lets us in before the page; elsewhere a page may watch itself from its first moment.
        if self.engine == Engine::Chromium {
            self.before_each_document(WATCH).await;
        }
    }

    /// Runs a script at the start of each document of this tab from now on.
    pub(crate) async fn before_each_document(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Pretends to be a screen of this size.
    pub(crate) async fn screen(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Pretends that these media features hold.
    pub(crate) async fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Every request the server saw so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        std::fs::read_to_string(self.folder().join(REQUESTS)).unwrap().lines().map(str::to_string).collect()
    }

    /// What the console said that is an error; where no driver tells, what went wrong while somebody watched.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return serde_json::from_value(self.run("return window.mistakes ?? []").await).unwrap();
        }
        let entries = self.client.issue_cmd(Extra("se/log", json!({ "type": "browser" }))).await.unwrap();
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
    }

    /// No violation of the policy, no error in the console.
    pub(crate) async fn assert_clean(&self) {
        assert_eq!(self.run("return window.violations ?? []").await, json!([]), "violations of the policy");
        assert_eq!(self.console_errors().await, Vec::<String>::new(), "errors in the console");
    }

    /// Kills the browser as a crash or a power cut would.
    pub(crate) fn kill_browser(&self) {
        kill_with("cmdline", &self.folder().join(PROFILE).to_string_lossy());
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.driver.end();
        self.server.end();
        self.kill_browser();
    }
}

/// Whether some file in this folder holds these bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        std::fs::read(path).is_ok_and(|file| file.windows(bytes.len()).any(|part| part == bytes))
    })
}

/// A command beyond the standard: its place under the session, and its body.
#[derive(Debug)]
struct Extra(&'static str, Value);

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.1.to_string()))
    }
}

/// The file with the program, in the browsers that these tests start.
pub(crate) fn program() -> &'static str {
    if std::env::var_os(NO_WASM).is_some() { "ruimtescan.nowasm.js" } else { "ruimtescan-app.js" }
}
