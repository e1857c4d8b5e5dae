//! What drives a browser: how each engine is started, and that nothing of it is left afterwards.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a browser may take to start.
const START: Duration = Duration::from_secs(120);

/// How long a program may take to end by itself.
const END: Duration = Duration::from_secs(10);

/// How long one script may take, and one page to load: a busy machine needs much of it, and a right one none.
const LIMITS: Duration = Duration::from_secs(240);

/// How often a driver is started anew that ended at once: another program may have taken its port in between.
const ATTEMPTS: usize = 5;

/// The profile of Chromium, in the folder of a browser.
pub(crate) const PROFILE: &str = "profile";

/// In the environment of whatever a test starts: every process inherits it, also one that outlives its parent.
const MARK: &str = "RUIMTESCAN_TEST";

/// Where geckodriver is, which Debian does not have.
const GECKODRIVER: &str = "GECKODRIVER";

/// What every Chromium is started with.
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

/// What takes WebAssembly out of Chromium, with the compilers that it comes with.
pub(crate) const JITLESS: &str = "--js-flags=--jitless";

/// The engines that a scan is tried in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The flag that starts this engine without WebAssembly.
    pub(crate) fn without_wasm(self) -> &'static str {
        match self {
            Engine::Chromium => JITLESS,
            Engine::Firefox => "javascript.options.wasm=false",
            Engine::WebKit => "JSC_useWasm=0",
        }
    }

    /// What is asked of the driver. The flags are flags of Chromium, preferences of Firefox, and for WebKit they were
    /// put in the environment of its driver.
    fn capabilities(self, folder: &Path, flags: &[String]) -> Value {
        let limit = LIMITS.as_millis();
        let limits = json!({ "script": limit, "pageLoad": limit });
        match self {
            Engine::Chromium => {
                let common = COMMON.iter().map(ToString::to_string);
                let profile = format!("--user-data-dir={}", folder.join(PROFILE).display());
                let flags: Vec<String> = common.chain(flags.iter().cloned()).chain([profile]).collect();
                json!({
                    "timeouts": limits,
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": {
                        "args": flags,
                        "prefs": { "download.default_directory": folder.join("downloads") },
                    },
                })
            }
            Engine::Firefox => {
                let preferences = flags.iter().filter_map(|flag| flag.split_once('='));
                let preferences = preferences.map(|(name, value)| (name.to_string(), json!(value == "true")));
                let preferences: serde_json::Map<_, _> = preferences.collect();
                json!({
                    "timeouts": limits,
                    "browserName": "firefox",
                    "moz:firefoxOptions": { "args": ["-headless"], "prefs": preferences },
                })
            }
            Engine::WebKit => json!({ "timeouts": limits, "browserName": "MiniBrowser" }),
        }
    }
}

/// A driver that listens, with what it needs.
pub(crate) struct Driver {
    engine: Engine,
    folder: PathBuf,
    flags: Vec<String>,
    port: u16,
    programs: Vec<Program>,
}

impl Driver {
    /// Starts the driver of an engine; what it leaves in places of its own it leaves in this folder.
    pub(crate) async fn start(engine: Engine, folder: &Path, flags: Vec<String>) -> Driver {
        let mut driver = Driver { engine, folder: folder.to_owned(), flags, port: 0, programs: Vec::new() };
        driver.restart().await;
        driver
    }

    /// Ends it, and starts it anew with the same profile.
    pub(crate) async fn restart(&mut self) {
        for _ in 0..ATTEMPTS {
            self.end();
            if let Some(port) = self.listens().await {
                self.port = port;
                return;
            }
        }
        panic!("the driver of {:?} does not start, also not at the {ATTEMPTS}th attempt", self.engine);
    }

    /// Starts a browser.
    pub(crate) async fn client(&self) -> Client {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(self.engine.capabilities(&self.folder, &self.flags).as_object().unwrap().clone());
        let address = format!("http://127.0.0.1:{}", self.port);
        let client = tokio::time::timeout(START, builder.connect(&address)).await;
        client.expect("the browser starts in time").expect("the browser starts")
    }

    /// The port of a driver that was started now; none where it ended at once.
    async fn listens(&mut self) -> Option<u16> {
        let folder = &self.folder;
        match self.engine {
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg("--port=0").stderr(Stdio::null());
                let missing = "apt-get install chromium chromium-driver";
                self.says(Program::start(&mut command, folder, missing), "started successfully on port ")
            }
            Engine::Firefox => {
                let mut command = Command::new(std::env::var_os(GECKODRIVER).unwrap_or("geckodriver".into()));
                command.args(["--port", "0", "--binary", "firefox-esr"]).stderr(Stdio::null());
                command.env("TMPDIR", folder).env("HOME", folder);
                let missing = "cargo install geckodriver --locked, and say where it is in GECKODRIVER; \
                    the browser itself: apt-get install firefox-esr";
                self.says(Program::start(&mut command, folder, missing), "Listening on ")
            }
            Engine::WebKit => {
                // It has no mode without a screen, so it gets one that nobody sees.
                let mut screen = Command::new("Xvfb");
                screen.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]);
                let mut screen = Program::start(screen.stderr(Stdio::null()), folder, "apt-get install xvfb");
                let display = format!(":{}", screen.line_with("")?.trim());
                // Its driver does not say which port it took: it gets one that was free a moment ago.
                let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}")).stderr(Stdio::null());
                command.env("DISPLAY", display).env("GDK_BACKEND", "x11").env("TMPDIR", folder).env("HOME", folder);
                command.envs(self.flags.iter().filter_map(|flag| flag.split_once('=')));
                let driver = Program::start(&mut command, folder, "apt-get install webkit2gtk-driver");
                self.programs = vec![driver, screen];
                let begin = Instant::now();
                while TcpStream::connect(("127.0.0.1", port)).is_err() {
                    if begin.elapsed() > START || !self.programs[0].runs() {
                        return None;
                    }
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Some(port)
            }
        }
    }

    /// The port of a driver whose line with this text ends in it.
    fn says(&mut self, mut program: Program, text: &str) -> Option<u16> {
        let line = program.line_with(text)?;
        self.programs = vec![program];
        line.trim_end_matches('.').rsplit([' ', ':']).next()?.parse().ok()
    }

    /// Ends it, with every browser it started.
    pub(crate) fn end(&mut self) {
        self.programs.clear();
    }
}

/// A program that ends with the test, with all that it started.
pub(crate) struct Program {
    child: Child,
    mark: String,
}

impl Program {
    /// Starts it; where it is missing, it says what brings it.
    pub(crate) fn start(command: &mut Command, folder: &Path, missing: &str) -> Program {
        let name = command.get_program().to_string_lossy().into_owned();
        let mark = format!("{} {name}", folder.display());
        let child = command.env(MARK, &mark).stdout(Stdio::piped()).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} does not start ({error}): {missing}"));
        Program { child, mark: format!("{MARK}={mark}\0") }
    }

    /// The first line of its output that holds a text; none when it ends without one.
    pub(crate) fn line_with(&mut self, text: &str) -> Option<String> {
        let mut lines = BufReader::new(self.child.stdout.take().unwrap()).lines();
        let found = lines.by_ref().map_while(Result::ok).find(|line| line.contains(text));
        // Keep reading, so that the child never blocks on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        found
    }

    fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Asks it to end, so that it leaves nothing, and kills what does not.
    pub(crate) fn end(&mut self) {
        if self.runs() {
            let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        }
        let begin = Instant::now();
        while self.runs() && begin.elapsed() < END {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        kill_with("environ", &self.mark);
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}

/// Kills every process that has this text in a file of what the system knows of it.
pub(crate) fn kill_with(file: &str, text: &str) {
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let known = std::fs::read(entry.path().join(file)).unwrap_or_default();
        if String::from_utf8_lossy(&known).contains(text) {
            let _ = Command::new("kill").args(["-9", &entry.file_name().to_string_lossy()]).status();
        }
    }
}
