//! Around scorm-again: a package as a platform unpacks it, a course that is played, and the platform's end of the line.

use crate::support::browser::{Browser, block_on, patiently};
use serde_json::Value;
use std::io::{Cursor, Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

/// The editions of SCORM that there is a package for.
pub(crate) const EDITIONS: [&str; 2] = ["12", "2004"];

/// A package from `dist/`, unpacked into a folder of its own.
pub(crate) struct Course {
    pub(crate) folder: TempDir,
}

impl Course {
    pub(crate) fn unpacked(edition: &str) -> Course {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let archive = root.join(format!("dist/ruimtescan-scorm{edition}.zip"));
        let bytes = std::fs::read(&archive)
            .unwrap_or_else(|_| panic!("{} is missing: run `cargo xtask package`", archive.display()));
        let folder = tempfile::tempdir().unwrap();
        zip::ZipArchive::new(Cursor::new(bytes)).unwrap().extract(folder.path()).unwrap();
        Course { folder }
    }

    /// A browser that serves the course, and scorm-again.
    pub(crate) async fn browser(&self) -> Browser {
        let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/scorm-again/dist");
        assert!(modules.is_dir(), "scorm-again is missing: run `npm ci --ignore-scripts`");
        let course = format!("/course={}", self.folder.path().display());
        Browser::with(&["--also", &course, "--also", &format!("/scorm-again={}", modules.display())], &[]).await
    }
}

/// What the course says of the platform, by the name of the sentence.
const SAID: &str = "return [...document.querySelectorAll('[role=status] p')].filter(line => line.checkVisibility())
    .map(line => line.dataset.say).join()";

/// A course in a learning platform, sitting after sitting in the same tab.
pub(crate) struct Lms {
    pub(crate) edition: &'static str,
    pub(crate) browser: Browser,
    pub(crate) records: Records,
    _course: Course,
}

impl Lms {
    /// Plays a test in a fresh platform of each edition.
    pub(crate) fn each(test: impl AsyncFn(&Lms)) {
        for edition in EDITIONS {
            Lms::with(edition, Course::unpacked(edition), &test);
        }
    }

    /// The same with this course.
    pub(crate) fn with(edition: &'static str, course: Course, test: impl AsyncFnOnce(&Lms)) {
        block_on(async {
            let browser = course.browser().await;
            let lms = Lms { edition, browser, records: Records::open(), _course: course };
            test(&lms).await;
            assert_eq!(lms.browser.console_errors().await, Vec::<String>::new(), "errors in the console");
        });
    }

    /// The name of the status in this edition.
    pub(crate) fn status(&self) -> &'static str {
        if self.edition == "12" { "cmi.core.lesson_status" } else { "cmi.completion_status" }
    }

    /// Any other name: the same in both editions, but for where it stands.
    pub(crate) fn name(&self, word: &str) -> String {
        format!("{}.{word}", if self.edition == "12" { "cmi.core" } else { "cmi" })
    }

    /// Opens the course in a platform of these words, as `pages/lms/lms.js` knows them, and goes into its frame.
    pub(crate) async fn play(&self, words: &[(&str, &str)]) {
        let mut address = url::Url::parse(&format!("{}/pages/lms/index.html", self.browser.base)).unwrap();
        let always = [("scorm", self.edition), ("course", "/course/index.html"), ("to", &self.records.address())];
        address.query_pairs_mut().extend_pairs(always).extend_pairs(words);
        self.browser.client.goto(address.as_str()).await.unwrap();
        self.inside().await;
        self.browser.ready().await;
    }

    pub(crate) async fn inside(&self) {
        self.browser.client.clone().enter_frame(0).await.unwrap();
    }

    pub(crate) async fn outside(&self) {
        self.browser.client.clone().enter_parent_frame().await.unwrap();
    }

    /// What the course says of the platform.
    pub(crate) async fn said(&self) -> String {
        self.browser.run(SAID).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until it says so.
    pub(crate) async fn until_said(&self, name: &str) {
        self.browser.until(&format!("return (() => {{ {SAID} }})() === '{name}'"), "it is said").await;
    }

    /// What the platform was asked and told in this sitting, in that order. Asked from inside the course.
    pub(crate) async fn calls(&self) -> Vec<String> {
        serde_json::from_value(self.browser.run("return parent.calls").await).unwrap()
    }

    /// What of that it refused.
    pub(crate) async fn refused(&self) -> Vec<String> {
        serde_json::from_value(self.browser.run("return parent.refused").await).unwrap()
    }

    /// The words that were written as the status in this sitting.
    pub(crate) async fn written(&self) -> Vec<String> {
        let start = format!("SetValue {} ", self.status());
        self.calls().await.iter().filter_map(|call| call.strip_prefix(&start)).map(str::to_owned).collect()
    }

    /// Takes the course away as a platform does, and stays outside it.
    pub(crate) async fn close(&self) {
        self.outside().await;
        self.browser.run("document.querySelector('iframe').remove()").await;
    }
}

/// What a platform's server receives, byte by byte.
pub(crate) struct Records {
    port: u16,
    bodies: Arc<Mutex<Vec<String>>>,
}

impl Records {
    pub(crate) fn open() -> Records {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let bodies = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&bodies);
        // Ends with the test program.
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
                if let Some(body) = body(&mut stream) {
                    kept.lock().unwrap().push(body);
                }
                let answer = "{\"result\":true,\"errorCode\":0}";
                let head = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: application/json\r\nConnection: close";
                let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{answer}", answer.len());
            }
        });
        Records { port, bodies }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/commit", self.port)
    }

    pub(crate) fn bodies(&self) -> Vec<String> {
        self.bodies.lock().unwrap().clone()
    }

    /// What the platform knows after so many commits: to be handed to it as `state` in a later sitting.
    pub(crate) async fn state(&self, commits: usize) -> Value {
        self.state_of(commits, "").await
    }

    /// The same after so many sittings that were ended: only then a time is added up.
    pub(crate) async fn left(&self, sittings: usize) -> Value {
        self.state_of(sittings, "\"total_time\"").await
    }

    async fn state_of(&self, count: usize, with: &str) -> Value {
        let those = || self.bodies().into_iter().filter(|body| body.contains(with)).collect::<Vec<String>>();
        patiently(&format!("{count} of these came"), || (those().len() >= count).then_some(())).await;
        let body = &those()[count - 1];
        serde_json::from_str::<Value>(body).unwrap_or_else(|error| panic!("{error}: {body}"))["cmi"].take()
    }

    /// Waits until so many have come: the last one is sent while the page goes.
    pub(crate) async fn until(&self, count: usize) {
        patiently(&format!("{count} came"), || (self.bodies().len() >= count).then_some(())).await;
    }
}

/// The body of one request that has one; a connection without a request is not one.
fn body(stream: &mut impl Read) -> Option<String> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, rest)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
            })?;
            if rest.len() >= length {
                return Some(rest.to_owned());
            }
        }
        match stream.read(&mut part) {
            Ok(count) if count > 0 => bytes.extend_from_slice(&part[..count]),
            _ => return None,
        }
    }
}
