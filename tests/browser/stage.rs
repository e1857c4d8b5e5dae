//! One browser on one server, for one test: started fresh, closed whatever happens.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long something on the page may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(8);

/// Records every policy violation from the first moment of each document.
const WATCH: &str = "window.violations = [];
document.addEventListener('securitypolicyviolation', event =>
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));";

/// With this in its environment every test runs in a browser without WebAssembly.
pub(crate) const NO_WASM: &str = "RUIMTESCAN_NO_WASM";

/// What takes WebAssembly out of a browser, with the compilers that it comes with.
pub(crate) const JITLESS: &str = "--js-flags=--jitless";

/// What every browser is started with.
const COMMON: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    "--lang=nl",
];

/// A browser on a server.
pub(crate) struct Stage {
    pub(crate) client: Client,
    pub(crate) base: String,
    log: PathBuf,
    session: String,
    driver_port: u16,
    driver: Child,
    server: Child,
    profile: PathBuf,
    keep_profile: bool,
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
        let keep_profile = profile.is_some();
        let folder = std::env::temp_dir().join(format!("ruimtescan-{}-{:?}", std::process::id(), Instant::now()));
        let folder = PathBuf::from(folder.to_string_lossy().replace([' ', '{', '}', ':', ','], ""));
        std::fs::create_dir_all(&folder).unwrap();
        let log = folder.join("requests.log");
        let profile = profile.unwrap_or_else(|| folder.join("profile"));

        let (mut server, xtask) = match std::env::var_os("XTASK_BIN") {
            Some(path) => (Command::new(&path), path),
            None => {
                let mut cargo = Command::new(env!("CARGO"));
                cargo.args(["xtask"]);
                (cargo, "cargo xtask".into())
            }
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        server.current_dir(root).args(["serve", "--no-build", "--port", "0", "--also", "/pages=tests/browser/pages"]);
        let mut server = server
            .args(words)
            .arg("--log")
            .arg(&log)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", xtask.to_string_lossy()));
        let base = line_with(&mut server, "http://127.0.0.1:");
        let base =
            base.split_whitespace().find(|word| word.starts_with("http")).unwrap().trim_end_matches('/').to_string();

        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is missing: apt-get install chromium chromium-driver");
        let started = line_with(&mut driver, "started successfully on port ");
        let driver_port: u16 = started.rsplit(' ').next().unwrap().trim_end_matches('.').parse().unwrap();

        let profile_flag = format!("--user-data-dir={}", profile.display());
        let mut flags = [&COMMON, flags, &[profile_flag.as_str()]].concat();
        if std::env::var_os(NO_WASM).is_some() {
            flags.push(JITLESS);
        }
        let capabilities = json!({
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": flags,
                "prefs": { "download.default_directory": folder.join("downloads") },
            },
        });
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{driver_port}"))
            .await
            .expect("the browser starts");
        let session = client.session_id().await.unwrap().unwrap();
        let stage = Stage { client, base, log, session, driver_port, driver, server, profile, keep_profile };
        stage.watch().await;
        stage
    }

    /// Where the browser keeps its profile.
    pub(crate) fn profile(&self) -> PathBuf {
        self.profile.clone()
    }

    /// Leaves the profile for a next stage.
    pub(crate) fn keep_profile(&mut self) {
        self.keep_profile = true;
    }

    /// Removes the profile at the end after all.
    pub(crate) fn discard_profile(&mut self) {
        self.keep_profile = false;
    }

    /// Where downloads land.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.log.with_file_name("downloads")
    }

    /// Opens an address of the server and waits until every scan on it is ready.
    pub(crate) async fn open(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.unwrap();
        self.ready().await;
    }

    /// Opens a file as a double click on it does, without the server, and waits until every scan in it is ready.
    pub(crate) async fn open_file(&self, file: &Path) {
        self.client.goto(url::Url::from_file_path(file).unwrap().as_str()).await.unwrap();
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

    /// What the console said that is an error.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
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
        let profile = self.profile.to_string_lossy().into_owned();
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            let command = std::fs::read_to_string(entry.path().join("cmdline")).unwrap_or_default();
            if command.contains(&profile) {
                let _ = Command::new("kill").args(["-9", &entry.file_name().to_string_lossy()]).status();
            }
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Plain, since the runtime may be unwinding: the browser must close even when the test failed.
        if let Ok(mut driver) = TcpStream::connect(("127.0.0.1", self.driver_port)) {
            let _ = driver.set_read_timeout(Some(Duration::from_secs(5)));
            let request =
                format!("DELETE /session/{} HTTP/1.1\r\nHost: driver\r\nConnection: close\r\n\r\n", self.session);
            let _ = driver.write_all(request.as_bytes());
            let _ = driver.read(&mut [0; 64]);
        }
        for child in [&mut self.driver, &mut self.server] {
            let _ = child.kill();
            let _ = child.wait();
        }
        if !self.keep_profile {
            self.kill_browser();
            let _ = std::fs::remove_dir_all(&self.profile);
            let _ = std::fs::remove_dir_all(self.log.with_file_name(""));
        }
    }
}

/// The first line of a child's output that holds a text.
fn line_with(child: &mut Child, text: &str) -> String {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let found = lines.by_ref().map_while(Result::ok).find(|line| line.contains(text));
    // Keep reading, so that the child never blocks on a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    found.unwrap_or_else(|| panic!("it ended without saying '{text}'"))
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
