//! Serves the site on this machine only, with the headers that a strict host sends.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use tiny_http::{Header, Request, Response, Server};

use crate::build::{LOADER, build, report};
use crate::programs::SCAN;
use crate::site::{Answer, Site, gzip};
use crate::wasm::Mode;
use crate::watch;
use crate::workspace::Workspace;

/// How many ports are tried when the first is taken.
const TRIES: u16 = 50;
/// How many requests are answered at a time.
const WORKERS: usize = 4;

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
    /// Sends the program that many milliseconds later, to see what a slow line shows meanwhile.
    #[arg(long, value_name = "MS", default_value_t = 0)]
    pub(crate) late: u64,
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
    late: Duration,
    log: Option<Mutex<File>>,
}

/// Builds where asked and serves until the process is ended.
pub(crate) fn serve(workspace: &Workspace, options: Options) -> Result<()> {
    let mode = if options.watch { Mode::Dev } else { Mode::Release };
    let folder = workspace.site(mode);
    if options.no_build {
        if !folder.join(LOADER).is_file() {
            bail!("there is nothing in {} to serve; run `cargo xtask build`", folder.display());
        }
    } else {
        match build(workspace, mode) {
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
    if options.watch {
        let (workspace, build) = (workspace.clone(), Arc::clone(&build));
        thread::spawn(move || watch::forever(&workspace, &build));
    }
    let late = Duration::from_millis(options.late);
    answer_forever(Shared { server: listen(options.port)?, site, build, late, log })
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
        if [Some(SCAN.file), SCAN.plain].iter().flatten().any(|file| path.ends_with(file)) {
            thread::sleep(self.late);
        }
        let answer = self.site.answer(&path, self.build.load(Ordering::SeqCst));
        self.note(&format!("{} {path} {}\n", request.method(), answer.status))?;
        let packed = answer.is_text() && accepts_gzip(&request);
        let Answer { status, kind, body } = answer;
        let body = if packed { gzip(&body)? } else { body };
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
