//! What drives a browser: how each engine is started, and that nothing of it is left afterwards.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a program may take to start or to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// In the environment of whatever a stage starts: every process inherits it, also one that outlives its parent.
const MARK: &str = "RUIMTESCAN_STAGE";

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
    /// The word that starts this engine without WebAssembly.
    pub(crate) fn without_wasm(self) -> &'static str {
        match self {
            Engine::Chromium => JITLESS,
            Engine::Firefox => "javascript.options.wasm=false",
            Engine::WebKit => "JSC_useWasm=0",
        }
    }

    /// What is asked of the driver. The words are flags of Chromium, preferences of Firefox, and for WebKit they were
    /// put in the environment of its driver.
    pub(crate) fn capabilities(self, folder: &Path, profile: &Path, words: &[&str]) -> Value {
        match self {
            Engine::Chromium => {
                let profile = format!("--user-data-dir={}", profile.display());
                json!({
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": {
                        "args": ([&COMMON, words, &[profile.as_str()]].concat()),
                        "prefs": { "download.default_directory": folder.join("downloads") },
                    },
                })
            }
            Engine::Firefox => {
                let preferences = words.iter().filter_map(|word| word.split_once('='));
                let preferences = preferences.map(|(name, value)| (name.to_string(), json!(value == "true")));
                let preferences: serde_json::Map<_, _> = preferences.collect();
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": { "args": ["-headless"], "prefs": preferences },
                })
            }
            Engine::WebKit => json!({ "browserName": "MiniBrowser" }),
        }
    }
}

/// A driver that listens, with what it needs.
pub(crate) struct Driver {
    pub(crate) port: u16,
    programs: Vec<Program>,
}

impl Driver {
    /// Starts the driver of an engine; what it leaves in places of its own it leaves in this folder.
    pub(crate) fn start(engine: Engine, folder: &Path, words: &[&str]) -> Driver {
        match engine {
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg("--port=0").stderr(Stdio::null());
                let missing = "apt-get install chromium chromium-driver";
                Driver::that_says(Program::start(&mut command, folder, missing), "started successfully on port ")
            }
            Engine::Firefox => {
                let mut command = Command::new(std::env::var_os(GECKODRIVER).unwrap_or("geckodriver".into()));
                command.args(["--port", "0", "--binary", "firefox-esr"]).stderr(Stdio::null());
                command.env("TMPDIR", folder).env("HOME", folder);
                let missing = "cargo install geckodriver --locked, and say where it is in GECKODRIVER; \
                    the browser itself: apt-get install firefox-esr";
                Driver::that_says(Program::start(&mut command, folder, missing), "Listening on ")
            }
            Engine::WebKit => {
                // It has no mode without a screen, so it gets one that nobody sees.
                let mut screen = Command::new("Xvfb");
                screen.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]);
                let mut screen = Program::start(screen.stderr(Stdio::null()), folder, "apt-get install xvfb");
                let display = format!(":{}", screen.line_with("").trim());
                // Its driver does not say which port it took: it gets one that was free a moment ago.
                let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}")).stderr(Stdio::null());
                command.env("DISPLAY", display).env("GDK_BACKEND", "x11").env("TMPDIR", folder).env("HOME", folder);
                command.envs(words.iter().filter_map(|word| word.split_once('=')));
                let driver = Program::start(&mut command, folder, "apt-get install webkit2gtk-driver");
                let begin = Instant::now();
                while TcpStream::connect(("127.0.0.1", port)).is_err() {
                    assert!(begin.elapsed() < PATIENCE, "WebKitWebDriver does not listen");
                    std::thread::sleep(Duration::from_millis(20));
                }
                Driver { port, programs: vec![driver, screen] }
            }
        }
    }

    /// A driver whose line with this text ends in the port it listens on.
    fn that_says(mut program: Program, text: &str) -> Driver {
        let line = program.line_with(text);
        let port = line.trim_end_matches('.').rsplit([' ', ':']).next().unwrap().parse().unwrap();
        Driver { port, programs: vec![program] }
    }

    /// Ends it, with every browser it started.
    pub(crate) fn end(&mut self) {
        self.programs.iter_mut().for_each(Program::end);
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

    /// The first line of its output that holds a text.
    pub(crate) fn line_with(&mut self, text: &str) -> String {
        let mut lines = BufReader::new(self.child.stdout.take().unwrap()).lines();
        let found = lines.by_ref().map_while(Result::ok).find(|line| line.contains(text));
        // Keep reading, so that the child never blocks on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        found.unwrap_or_else(|| panic!("it ended without saying '{text}'"))
    }

    /// Asks it to end, so that it leaves nothing, and kills what does not.
    pub(crate) fn end(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        }
        let begin = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && begin.elapsed() < PATIENCE {
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
