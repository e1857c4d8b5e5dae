//! Serves the site on this machine only, with the headers that a strict host sends.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use flate2::Compression;
use tiny_http::{Header, Request, Response, Server};

use crate::build::{Kept, LOADER, build_from, report};
use crate::compress::gzip;
use crate::programs::SCAN;
use crate::watch::Watch;
use crate::workspace::{Mode, Workspace};

/// The policy that a host is asked to use: scripts and styles from files only, and no
/// connection at all, which proves to anyone that no answer leaves the page.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'";

/// The script that loads the page again after a build.
const RELOAD: &str = include_str!("reload.js");

/// How many ports are tried when the first is taken.
const TRIES: u16 = 50;
/// How many requests are answered at a time.
const WORKERS: usize = 4;

/// How often it is looked whether the program may go.
const HELD: Duration = Duration::from_millis(10);

/// What was asked on the command line.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// The first port to try; 0 takes any that is free.
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub(crate) port: u16,
    /// Builds (--dev) after every change and loads the page again.
    #[arg(long)]
    pub(crate) watch: bool,
    /// Serves what is there.
    #[arg(long)]
    pub(crate) no_build: bool,
    /// Adds a line per request to a file: method, path, status.
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
    /// Holds the program of the scan back until this file is there, to see what a slow line shows meanwhile.
    #[arg(long, value_name = "FILE")]
    pub(crate) hold: Option<PathBuf>,
    /// Serves a further folder, as in --also /pages=tests/browser/pages; give it again for more.
    #[arg(long, value_name = "PREFIX=DIR", value_parser = folder)]
    pub(crate) also: Vec<(String, PathBuf)>,
}

/// A folder, with the address it starts at.
fn folder(pair: &str) -> Result<(String, PathBuf), String> {
    let split = pair.split_once('=').filter(|(prefix, _)| prefix.len() > 1);
    let (prefix, folder) = split.ok_or_else(|| format!("`{pair}` is not PREFIX=DIR"))?;
    Ok((prefix.to_owned(), PathBuf::from(folder)))
}

/// What the threads that answer have in common.
struct Shared {
    server: Server,
    site: Site,
    build: Arc<AtomicUsize>,
    hold: Option<PathBuf>,
    log: Option<Mutex<File>>,
}

/// Builds where asked and serves until the process is ended.
pub(crate) fn serve(workspace: &Workspace, options: Options) -> Result<()> {
    let mode = if options.watch { Mode::Dev } else { Mode::Release };
    let folder = workspace.site(mode);
    let (watch, mut kept) = (options.watch.then(|| Watch::new(workspace)), Kept::default());
    if options.no_build {
        if !folder.join(LOADER).is_file() {
            bail!("there is nothing in {} to serve; run `cargo xtask build`", folder.display());
        }
    } else {
        match build_from(&mut kept, workspace, mode) {
            Ok((site, parts)) => report(&site, &parts),
            // Under --watch the first mistake is mended like any other.
            Err(problem) if options.watch => eprintln!("xtask: {problem:#}"),
            Err(problem) => return Err(problem),
        }
    }
    let mut site = Site::new(folder, options.watch);
    for (prefix, folder) in options.also {
        site.add(&prefix, std::path::absolute(folder)?);
    }
    let log = options.log.map(|path| open_log(&path)).transpose()?.map(Mutex::new);
    let build = Arc::new(AtomicUsize::new(0));
    if let Some(watch) = watch {
        let (workspace, build) = (workspace.clone(), Arc::clone(&build));
        thread::spawn(move || watch.forever(&workspace, kept, &build));
    }
    answer_forever(Shared { server: listen(options.port)?, site, build, hold: options.hold, log })
}

fn open_log(path: &PathBuf) -> Result<File> {
    let file = OpenOptions::new().create(true).append(true).open(path);
    file.with_context(|| format!("{} cannot be written", path.display()))
}

/// Takes the port, or the next one that is free.
fn listen(first: u16) -> Result<Server> {
    let last = if first == 0 { 0 } else { first.saturating_add(TRIES) };
    let free = (first..=last).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
    let listener = free.with_context(|| format!("ports {first} to {last} are all taken"))?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!(error))?;
    // Alone on its line, and at once: a test that started us waits for it.
    println!("http://{address}/");
    std::io::stdout().flush()?;
    Ok(server)
}

fn answer_forever(shared: Shared) -> Result<()> {
    let shared = Arc::new(shared);
    let worker = || {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            for request in shared.server.incoming_requests() {
                // A browser that went away is no reason to stop.
                let _ = shared.respond(request);
            }
        })
    };
    let workers: Vec<_> = (0..WORKERS).map(|_| worker()).collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

impl Shared {
    fn respond(&self, request: Request) -> Result<()> {
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        if [Some(SCAN.file), SCAN.no_wasm].iter().flatten().any(|file| path.ends_with(file)) {
            while self.hold.as_ref().is_some_and(|released| !released.exists()) {
                thread::sleep(HELD);
            }
        }
        let answer = self.site.answer(&path, self.build.load(Ordering::SeqCst));
        self.note(&format!("{} {path} {}\n", request.method(), answer.status))?;
        let packed = answer.is_text() && accepts_gzip(&request);
        let Answer { status, kind, body } = answer;
        let body = if packed { gzip(&body, Compression::new(6))? } else { body };
        let mut response = Response::from_data(body).with_status_code(status);
        let policy = self.site.policy(&path);
        let mut headers = vec![
            ("content-type", kind),
            ("content-security-policy", policy.as_str()),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            // A page must show the build that was made last.
            ("cache-control", "no-store"),
            ("vary", "accept-encoding"),
        ];
        if packed {
            headers.push(("content-encoding", "gzip"));
        }
        if kind.starts_with("text/javascript") {
            // Our scripts are for any page; one in a sandbox has no site of its own, and must ask.
            headers.push(("access-control-allow-origin", "*"));
        }
        for (name, value) in headers {
            response.add_header(Header::from_bytes(name, value).map_err(|()| anyhow!("{name}"))?);
        }
        Ok(request.respond(response)?)
    }

    fn note(&self, line: &str) -> Result<()> {
        if let Some(log) = &self.log {
            let mut file = log.lock().map_err(|_| anyhow!("the log is broken"))?;
            // One write per line, so that a test never reads half of one.
            file.write_all(line.as_bytes())?;
        }
        Ok(())
    }
}

fn accepts_gzip(request: &Request) -> bool {
    let accepts = |header: &Header| header.field.equiv("accept-encoding") && header.value.as_str().contains("gzip");
    request.headers().iter().any(accepts)
}

/// One answer to one request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) body: Vec<u8>,
}

/// The folders that are served.
#[derive(Debug, Default)]
pub(crate) struct Site {
    /// Each with the address it starts at, which begins with a slash and ends without one.
    folders: Vec<(String, PathBuf)>,
    watched: bool,
}

impl Site {
    /// A site with one folder at the root. When `watched`, its pages load again after a build.
    pub(crate) fn new(folder: PathBuf, watched: bool) -> Site {
        Site { folders: vec![(String::new(), folder)], watched }
    }

    /// Serves a further folder under `prefix`.
    pub(crate) fn add(&mut self, prefix: &str, folder: PathBuf) {
        self.folders.push((format!("/{}", prefix.trim_matches('/')), folder));
    }

    /// The policy that goes with the answer for `path`: the strict one, but for a page in a further folder
    /// that has its own in `policy.txt` beside it. Such a page is not ours.
    pub(crate) fn policy(&self, path: &str) -> String {
        if let Some(own) = self.own_policy(path) {
            return own;
        }
        if self.watched {
            return POLICY.replace("connect-src 'none'", "connect-src 'self'");
        }
        POLICY.to_owned()
    }

    fn own_policy(&self, path: &str) -> Option<String> {
        let (_, site) = self.folders.first()?;
        let file = self.file(path)?;
        if file.starts_with(site) {
            return None;
        }
        let policy = fs::read_to_string(file.parent()?.join("policy.txt")).ok()?;
        // A header is one line; the file may have several.
        Some(policy.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Answers a request for `path`; `build` is the number of the latest build.
    pub(crate) fn answer(&self, path: &str, build: usize) -> Answer {
        match path {
            "/reload.js" if self.watched => Answer::text(200, "text/javascript", RELOAD),
            "/reload" if self.watched => Answer::text(200, "text/plain", &build.to_string()),
            _ => match self.file(path).and_then(|file| self.read(&file)) {
                Some(answer) => answer,
                None => Answer::text(404, "text/plain", "Not found\n"),
            },
        }
    }

    /// The file for an address, in the folder with the longest prefix that fits.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let fits = |(prefix, folder): &(String, PathBuf)| {
            let rest = path.strip_prefix(prefix.as_str())?.strip_prefix('/')?;
            Some((prefix.len(), folder.join(inside(rest)?)))
        };
        let (_, file) = self.folders.iter().filter_map(fits).max_by_key(|(length, _)| *length)?;
        if file.is_dir() { Some(file.join("index.html")) } else { Some(file) }
    }

    fn read(&self, file: &Path) -> Option<Answer> {
        let mut body = fs::read(file).ok()?;
        let kind = kind(file);
        if self.watched && kind.starts_with("text/html") {
            body.extend_from_slice(b"<script src=\"/reload.js\"></script>\n");
        }
        Some(Answer { status: 200, kind, body })
    }
}

impl Answer {
    fn text(status: u16, kind: &'static str, body: &str) -> Answer {
        Answer { status, kind, body: body.as_bytes().to_vec() }
    }

    /// Whether the body is text, which a server compresses on its way.
    pub(crate) fn is_text(&self) -> bool {
        ["text/", "application/json", "image/svg"].iter().any(|start| self.kind.starts_with(start))
    }
}

/// The path of an address inside a folder; nothing that leads out of it.
fn inside(address: &str) -> Option<PathBuf> {
    let path = Path::new(address);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    plain.then(|| path.to_path_buf())
}

/// The MIME type of a file. A browser refuses a module or a style sheet with another one.
pub(crate) fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("wasm") => "application/wasm",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("pdf") => "application/pdf",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Site, inside, kind};

    #[test]
    fn the_policy_forbids_every_connection() {
        let policy = Site::default().policy("/");
        for part in [
            "default-src 'none';",
            "script-src 'self' 'wasm-unsafe-eval';",
            "style-src 'self';",
            "img-src 'self' data:;",
            "connect-src 'none';",
            "base-uri 'none';",
            "form-action 'none';",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.contains(part), "{part} is not in {policy}");
        }
    }

    #[test]
    fn only_a_watched_site_may_connect_to_its_server() {
        let policy = Site::new(PathBuf::new(), true).policy("/");
        assert!(policy.contains("connect-src 'self';"), "{policy}");
        assert!(!policy.contains("connect-src 'none'"), "{policy}");
    }

    #[test]
    fn a_page_in_a_further_folder_may_bring_its_own_policy() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-policy-{}", std::process::id()));
        let policy = "default-src 'none';\n  img-src data:\n";
        for page in ["own", "dist/own"] {
            std::fs::create_dir_all(folder.join(page))?;
            std::fs::write(folder.join(page).join("policy.txt"), policy)?;
        }
        let mut site = Site::new(folder.join("dist"), false);
        assert!(site.policy("/own/index.html").contains("require-trusted-types-for"), "the site itself stays strict");
        site.add("/bench", folder.clone());
        assert_eq!(site.policy("/bench/own/index.html"), "default-src 'none'; img-src data:");
        assert_eq!(site.policy("/bench/index.html"), site.policy("/"));
        std::fs::remove_dir_all(folder)
    }

    #[test]
    fn an_address_stays_inside_its_folder() {
        assert_eq!(inside("a/b.js"), Some(PathBuf::from("a/b.js")));
        assert_eq!(inside(""), Some(PathBuf::new()));
        assert_eq!(inside("../secret"), None);
        assert_eq!(inside("a/../../secret"), None);
        assert_eq!(inside("/etc/passwd"), None);
    }

    #[test]
    fn the_longest_prefix_wins() {
        let mut site = Site::new(PathBuf::from("dist"), false);
        site.add("/pages/", PathBuf::from("tests"));
        assert_eq!(site.file("/pages/two.html"), Some(PathBuf::from("tests/two.html")));
        assert_eq!(site.file("/pagestwo.html"), Some(PathBuf::from("dist/pagestwo.html")));
        assert_eq!(site.file("no-slash"), None);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let site = Site::new(PathBuf::from("no such folder"), false);
        assert_eq!(site.answer("/index.html", 0).status, 404);
        assert_eq!(site.answer("/reload", 0).status, 404);
        assert_eq!(Site::new(PathBuf::new(), true).answer("/reload", 3).body, b"3");
    }

    #[test]
    fn files_have_the_types_that_browsers_insist_on() {
        assert_eq!(kind(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(kind(Path::new("a.css")), "text/css; charset=utf-8");
        assert_eq!(kind(Path::new("index.html")), "text/html; charset=utf-8");
        assert_eq!(kind(Path::new("a")), "application/octet-stream");
    }
}
