//! Builds the site: the program, its script and the first page, ready to be served.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bind::{Mode, Program, program};
use crate::module::{fill, join, pack};
use crate::npm::Npm;
use crate::place::Place;
use crate::styles;

/// The parts of one script, as a participant loads them.
pub(crate) struct Parts {
    /// Glue and element, without styles and program.
    pub(crate) script: String,
    /// The style sheet.
    pub(crate) styles: String,
    /// The program, before it is packed.
    pub(crate) wasm: Vec<u8>,
    /// The whole module.
    pub(crate) module: String,
}

/// Builds everything and writes it to the site's folder.
pub(crate) fn build(place: &Place, mode: Mode) -> Result<(PathBuf, Parts)> {
    let npm = if mode == Mode::Release { small_tools(place) } else { None };
    let parts = parts(place, mode, npm.as_ref())?;
    let site = place.site(mode);
    fs::create_dir_all(&site)?;
    replace(&site.join("ruimtescan.js"), parts.module.as_bytes())?;
    copy(&place.root().join("index.html"), &site.join("index.html"))?;
    copy(&place.root().join("styles").join("host.css"), &site.join("host.css"))?;
    Ok((site, parts))
}

/// Says where the site is and what it weighs.
pub(crate) fn report(site: &Path, parts: &Parts) {
    eprintln!("xtask: {} ({} bytes)", site.join("ruimtescan.js").display(), parts.module.len());
}

fn small_tools(place: &Place) -> Option<Npm> {
    match Npm::ready(place) {
        Ok(npm) => Some(npm),
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            eprintln!("xtask: going on without wasm-opt and esbuild; the files will be larger");
            None
        }
    }
}

fn parts(place: &Place, mode: Mode, npm: Option<&Npm>) -> Result<Parts> {
    let Program { wasm, glue } = program(place, "scan", mode)?;
    let element = place.root().join("src").join("embed").join("element.js");
    let element = fs::read_to_string(&element).with_context(|| format!("{} cannot be read", element.display()))?;
    let script = join(&glue, &element)?;
    let sheet = styles::read(&place.root().join("styles"))?;
    let (script, styles, wasm) = match npm {
        Some(npm) => {
            (npm.shrink_script(&script)?, npm.shrink_styles(&sheet)?, npm.shrink_wasm(&wasm, &place.parts(), "scan")?)
        }
        None => (script, styles::strip(&sheet), wasm),
    };
    let module = fill(&script, &styles, &pack(&wasm, mode)?)?;
    Ok(Parts { script, styles, wasm, module })
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
    replace(to, &bytes)
}

/// Writes a file in one go, so that a page that is loaded meanwhile gets the old one or the new.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let fresh = path.with_extension("new");
    fs::write(&fresh, bytes).with_context(|| format!("{} cannot be written", fresh.display()))?;
    fs::rename(&fresh, path).with_context(|| format!("{} cannot be replaced", path.display()))
}
