//! Makes sure that the browser tests find what they need on this machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{capture, found, run};

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

/// Checks that the programs are there; on a Debian machine of our own it installs them.
pub(crate) fn ensure() -> Result<()> {
    if missing().is_empty() {
        return Ok(());
    }
    if may_install() {
        eprintln!("xtask: installing {}", PACKAGES.join(", "));
        // A fresh machine has no list of packages yet; an old list may name files that are gone.
        if install().is_err() {
            run(Command::new("apt-get").args(["-o", "DPkg::Lock::Timeout=300", "update"]))?;
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

/// Only as root, and only where apt-get is the way: nobody else's machine is changed.
fn may_install() -> bool {
    let root = capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").is_file() && found("apt-get")
}

fn install() -> Result<()> {
    let mut command = Command::new("apt-get");
    // Another installation may be under way: wait for it rather than break both.
    command.args(["-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends"]);
    run(command.args(PACKAGES).env("DEBIAN_FRONTEND", "noninteractive"))
}
