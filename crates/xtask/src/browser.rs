//! Makes sure that the browser tests find what they need on this machine.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{capture, found, run};

/// What the tests start: the browser, its driver, a reader of the pages it prints, and one of XML.
const PROGRAMS: [&str; 4] = ["chromium", "chromedriver", "pdfinfo", "xmllint"];
/// The Debian packages that bring them, and a font: without one a screenshot shows boxes.
const PACKAGES: [&str; 5] = ["chromium", "chromium-driver", "fonts-dejavu-core", "poppler-utils", "libxml2-utils"];

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

fn missing() -> Vec<&'static str> {
    PROGRAMS.into_iter().filter(|program| !found(program)).collect()
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
