//! One browser on one server, for one test: started fresh, closed whatever happens.

#[path = "driver.rs"]
mod driver;

use driver::{Driver, Program, kill_with};
pub(crate) use driver::{Engine, JITLESS};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};
use std::cell::Cell;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// How long something on the page may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(8);

/// How long a browser may take to start.
const START: Duration = Duration::from_secs(60);

/// Records every violation of the policy and every mistake from the first moment of each document.
const WATCH: &str = include_str!("pages/watch.js");

/// With this in its environment every test runs in a browser without WebAssembly.
const NO_WASM: &str = "RUIMTESCAN_NO_WASM";

/// A browser on a server.
pub(crate) struct Stage {
    pub(crate) client: Client,
    pub(crate) base: String,
    log: PathBuf,
    session: String,
    engine: Engine,
    driver: Driver,
    server: Program,
    profile: PathBuf,
    keep_profile: bool,
    pressed: Cell<Option<([f64; 2], Instant)>>,
}

/// Runs a test on a fresh stage; every violation of the policy and every error in the console fails it.
pub(crate) fn on_stage(test: impl AsyncFnOnce(&Stage)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let stage = Stage::new(None).await;
        test(&stage).await;
        stage.assert_clean().await;
    });
}

/// Runs a test that makes its own stages.
pub(crate) fn alone(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

impl Stage {
    /// Starts server, driver and browser; with a profile folder of an earlier stage if given.
    pub(crate) async fn new(profile: Option<PathBuf>) -> Stage {
        Stage::at_port(profile, "0").await
    }

    /// The same with the server on this port; 0 is any that is free.
    pub(crate) async fn at_port(profile: Option<PathBuf>, port: &str) -> Stage {
        Stage::serving(profile, port, "/pages=tests/browser/pages").await
    }

    /// The same with another further folder on the server, as `serve --also` takes it.
    pub(crate) async fn serving(profile: Option<PathBuf>, port: &str, also: &str) -> Stage {
        Stage::with(profile, &["--port", port, "--also", also], &[]).await
    }

    /// A stage whose server is given these further words, and whose browser these further flags.
    pub(crate) async fn with(profile: Option<PathBuf>, words: &[&str], flags: &[&str]) -> Stage {
        Stage::of(Engine::Chromium, profile, words, flags).await
    }

    /// The same in any engine, each with flags as it takes them.
    pub(crate) async fn of(engine: Engine, profile: Option<PathBuf>, words: &[&str], flags: &[&str]) -> Stage {
        let keep_profile = profile.is_some();
        let folder = std::env::temp_dir().join(format!("ruimtescan-{}-{:?}", std::process::id(), Instant::now()));
        let folder = PathBuf::from(folder.to_string_lossy().replace([' ', '{', '}', ':', ','], ""));
        std::fs::create_dir_all(&folder).unwrap();
        let log = folder.join("requests.log");
        let profile = profile.unwrap_or_else(|| folder.join("profile"));

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
        server.args(words).arg("--log").arg(&log);
        let mut server = Program::start(&mut server, &folder, "cargo xtask package");
        let base = server.line_with("http://127.0.0.1:");
        let base =
            base.split_whitespace().find(|word| word.starts_with("http")).unwrap().trim_end_matches('/').to_string();

        let mut flags = flags.to_vec();
        if std::env::var_os(NO_WASM).is_some() {
            flags.push(engine.without_wasm());
        }
        let driver = Driver::start(engine, &folder, &flags);
        let capabilities = engine.capabilities(&folder, &profile, &flags);
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(capabilities.as_object().unwrap().clone());
        let address = format!("http://127.0.0.1:{}", driver.port);
        let client = tokio::time::timeout(START, builder.connect(&address)).await;
        let client = client.expect("the browser starts in time").expect("the browser starts");
        let session = client.session_id().await.unwrap().unwrap();
        let stage = Stage {
            client,
            base,
            log,
            session,
            engine,
            driver,
            server,
            profile,
            keep_profile,
            pressed: Cell::new(None),
        };
        if engine == Engine::Chromium {
            stage.watch().await;
        }
        stage
    }

    /// Where downloads land.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.log.with_file_name("downloads")
    }

    /// The file that was downloaded whose name ends so, once something is in it.
    pub(crate) async fn downloaded(&self, ending: &str) -> PathBuf {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            let files = std::fs::read_dir(self.downloads()).into_iter().flatten().flatten();
            let mut files = files.filter(|file| file.file_name().to_string_lossy().ends_with(ending));
            if let Some(file) = files.find(|file| file.metadata().is_ok_and(|about| about.len() > 0)) {
                return file.path();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("nothing was downloaded that ends in {ending}");
    }

    /// Kills the browser as a crash or a power cut would, and starts it again where it left off.
    pub(crate) async fn killed(mut self) -> Stage {
        self.keep_profile = true;
        // The browser itself writes storage to disk some seconds later.
        tokio::time::sleep(Duration::from_secs(8)).await;
        let (profile, base) = (self.profile.clone(), self.base.clone());
        self.kill_browser();
        drop(self);
        // Storage belongs to the address, so the second server must have the first one's port.
        let port = base.rsplit(':').next().unwrap_or_default().to_owned();
        let mut again = Stage::at_port(Some(profile), &port).await;
        again.keep_profile = false;
        again
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
            // Only Chromium lets us in before the page; elsewhere a page may watch itself from its first moment.
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
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
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
        self.before_each_document(WATCH).await;
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
        std::fs::read_to_string(&self.log).unwrap().lines().map(str::to_string).collect()
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
        kill_with("cmdline", &self.profile.to_string_lossy());
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Plain, since the runtime may be unwinding: the browser must close even when the test failed.
        if let Ok(mut driver) = TcpStream::connect(("127.0.0.1", self.driver.port)) {
            let _ = driver.set_read_timeout(Some(Duration::from_secs(5)));
            let request =
                format!("DELETE /session/{} HTTP/1.1\r\nHost: driver\r\nConnection: close\r\n\r\n", self.session);
            let _ = driver.write_all(request.as_bytes());
            let _ = driver.read(&mut [0; 64]);
        }
        self.driver.end();
        self.server.end();
        if !self.keep_profile {
            self.kill_browser();
            let _ = std::fs::remove_dir_all(&self.profile);
            let _ = std::fs::remove_dir_all(self.log.with_file_name(""));
        }
    }
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
