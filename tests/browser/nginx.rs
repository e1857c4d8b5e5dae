//! The scan behind Debian's nginx with the example that we hand out: headers, what was compressed beforehand, caching.

use crate::support::browser::{Browser, PATIENCE, block_on, patiently, program};
use crate::support::scan::Scan;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A server with our example, in a folder of its own.
struct Nginx {
    server: Child,
    folder: TempDir,
    port: u16,
}

impl Nginx {
    fn start() -> Nginx {
        Nginx::with("")
    }

    /// The same with this in its server.
    fn with(further: &str) -> Nginx {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let temporary_folder = tempfile::tempdir().unwrap();
        let folder = temporary_folder.path();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut example = std::fs::read_to_string(root.join("docs/inbedden/nginx.conf")).unwrap();
        for (theirs, ours) in [
            ("listen 80;", format!("listen 127.0.0.1:{port}; {further}")),
            ("root /var/www/ruimtescan;", format!("root {};", root.join("dist").display())),
        ] {
            assert!(example.contains(theirs), "the example no longer has '{theirs}'");
            example = example.replace(theirs, &ours);
        }
        std::fs::write(folder.join("example.conf"), example).unwrap();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary: String =
            temporary.iter().map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.display())).collect();
        // The files of a checkout belong to whoever runs the tests.
        let user = if Command::new("id").arg("-u").output().unwrap().stdout == b"0\n" { "user root;" } else { "" };
        let all = format!(
            "{user} include /etc/nginx/modules-enabled/*.conf; daemon off; master_process off; pid {here}/pid; error_log {here}/error.log;
             events {{}} http {{ include /etc/nginx/mime.types; {temporary}
             log_format short '$uri $status $sent_http_content_encoding'; access_log {here}/access.log short; include {here}/example.conf; }}",
            here = folder.display()
        );
        std::fs::write(folder.join("nginx.conf"), all).unwrap();
        let server = Command::new("/usr/sbin/nginx")
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .arg("-e")
            .arg(folder.join("error.log"))
            .spawn()
            .expect("nginx is missing: apt-get install nginx-light libnginx-mod-http-brotli-static");
        let nginx = Nginx { server, folder: temporary_folder, port };
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let said = std::fs::read_to_string(nginx.folder.path().join("error.log")).unwrap_or_default();
            let needs = "it needs libnginx-mod-http-brotli-static";
            assert!(begin.elapsed() < PATIENCE, "nginx does not start; {needs}: {said}");
            std::thread::sleep(Duration::from_millis(30));
        }
        nginx
    }

    /// The status, the headers by their name in small letters, and the body.
    fn ask(&self, path: &str, with: &str) -> (u16, BTreeMap<String, String>, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{with}\r\n").unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let end = all.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let headers = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        (status, headers, all[end + 4..].to_vec())
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("access.log")).unwrap_or_default()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(path)).unwrap()
}

#[test]
fn nginx_gives_each_file_compressed_beforehand_with_its_headers() {
    let nginx = Nginx::start();
    for (accepted, ending, encoding) in
        [("gzip, br", ".br", Some("br")), ("gzip", ".gz", Some("gzip")), ("identity", "", None)]
    {
        let (status, headers, body) = nginx.ask("/ruimtescan.js", &format!("Accept-Encoding: {accepted}\r\n"));
        assert_eq!((status, headers.get("content-encoding").map(String::as_str)), (200, encoding), "{accepted}");
        assert_eq!(body, file(&format!("ruimtescan.js{ending}")), "{accepted}: the file that was made beforehand");
        let kind = &headers["content-type"];
        assert!(kind.contains("javascript"), "a module must be a script: {kind}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["access-control-allow-origin"], "*");
        assert!(headers["content-security-policy"].contains("connect-src 'none'"));
        assert!(headers["vary"].contains("Accept-Encoding"));
    }
    let (_, headers, _) = nginx.ask("/", "");
    assert!(headers["content-type"].starts_with("text/html"), "{headers:?}");
    let (status, headers, _) = nginx.ask("/nothing", "");
    assert_eq!((status, headers["x-content-type-options"].as_str()), (404, "nosniff"));
}

#[test]
fn nginx_lets_versioned_files_be_kept_and_asks_anew_for_the_others() {
    let nginx = Nginx::start();
    let versioned = format!("/{}/ruimtescan.js", env!("CARGO_PKG_VERSION"));
    let (status, headers, _) = nginx.ask(&versioned, "");
    assert_eq!((status, headers["cache-control"].as_str()), (200, "public, max-age=31536000, immutable"));
    let (_, headers, _) = nginx.ask("/ruimtescan.js", "");
    assert_eq!(headers["cache-control"], "no-cache");
    let (status, _, body) = nginx.ask("/ruimtescan.js", &format!("If-None-Match: {}\r\n", headers["etag"]));
    assert_eq!((status, body.len()), (304, 0));
    assert!(!nginx.ask("/ruimtescan.html", "").1.contains_key("content-security-policy"), "it has its own");
}

#[test]
fn behind_nginx_the_whole_scan_runs_and_comes_from_the_cache_when_loaded_again() {
    block_on(async {
        let nginx = Nginx::start();
        let mut browser = Browser::new().await;
        browser.base = format!("http://127.0.0.1:{}", nginx.port);
        browser.open("/").await;
        Scan::on(&browser).walk(4).await;
        let log = nginx.log();
        for file in ["ruimtescan.js", program()] {
            assert!(log.contains(&format!("/{file} 200")), "{file} is not in {log}");
        }
        browser.reload().await;
        browser
            .until(
                "return performance.getEntriesByType('resource').some(({ name }) => /-app|nowasm/.test(name))",
                "all is there",
            )
            .await;
        for file in ["ruimtescan.js", program()] {
            let anew = format!("/{file} 304");
            patiently(&format!("{file} is asked for anew"), || nginx.log().contains(&anew).then_some(())).await;
        }
        // One file that is on its own, under the same headers.
        browser.load("/ruimtescan.html").await;
        browser.ready().await;
        Scan::on(&browser).walk(2).await;
        assert_eq!(browser.run("return window.violations ?? []").await, json!([]));
        browser.assert_clean().await;
    });
}

#[test]
fn a_program_of_the_wrong_type_is_said_and_a_loader_of_the_wrong_type_leaves_the_fallback() {
    block_on(async {
        let wrong = |file: &str| format!("location = /{file} {{ types {{ }} default_type text/plain; }}");
        let nginx = Nginx::with(&wrong(program()));
        let mut browser = Browser::new().await;
        browser.base = format!("http://127.0.0.1:{}", nginx.port);
        assert_eq!(nginx.ask(&format!("/{}", program()), "").1["content-type"], "text/plain");
        browser.open("/").await;
        let scan = Scan::on(&browser);
        scan.press("start").await;
        scan.until("return root.querySelector('.missed').checkVisibility()", "it is said").await;
        drop(nginx);
        let nginx = Nginx::with(&wrong("ruimtescan.js"));
        browser.client.goto(&format!("http://127.0.0.1:{}/", nginx.port)).await.unwrap();
        let shown = browser.run("return document.querySelector('ruimte-scan').innerText").await;
        assert!(shown.as_str().unwrap().contains("0800-2000"), "{shown}");
    });
}
