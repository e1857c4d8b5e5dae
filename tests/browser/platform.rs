//! Around scorm-again: a package as a platform unpacks it, and the platform's end of the line.

use crate::stage::Stage;
use std::io::{Cursor, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A package from `dist/`, unpacked into a folder of its own.
pub(crate) struct Course {
    pub(crate) folder: PathBuf,
}

impl Course {
    pub(crate) fn unpacked(edition: &str) -> Course {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let archive = root.join(format!("dist/ruimtescan-scorm{edition}.zip"));
        let bytes = std::fs::read(&archive)
            .unwrap_or_else(|_| panic!("{} is missing: run `cargo xtask package`", archive.display()));
        let name = format!("{:?}", Instant::now()).replace(|sign: char| !sign.is_alphanumeric(), "");
        let folder = std::env::temp_dir().join(format!("ruimtescan-course-{}-{name}", std::process::id()));
        zip::ZipArchive::new(Cursor::new(bytes)).unwrap().extract(&folder).unwrap();
        Course { folder }
    }

    /// A stage that serves the course, and scorm-again.
    pub(crate) async fn stage(&self) -> Stage {
        let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/scorm-again/dist");
        assert!(modules.is_dir(), "scorm-again is missing: run `npm ci --ignore-scripts`");
        let course = format!("/course={}", self.folder.display());
        Stage::with(None, &["--also", &course, "--also", &format!("/scorm-again={}", modules.display())], &[]).await
    }
}

impl Drop for Course {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
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

    /// Waits until so many have come: the last one is sent while the page goes.
    pub(crate) async fn until(&self, count: usize) {
        let begin = Instant::now();
        while self.bodies().len() < count {
            assert!(begin.elapsed() < Duration::from_secs(5), "only {:?} came", self.bodies());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
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
