//! The files of the site under their stable names: the script that a page names, what it imports, and a page.

use std::fs;

use anyhow::{Context, Result};

use crate::aside::ASIDES;
use crate::build::{LOADER, PROGRAM};
use crate::languages::Language;
use crate::package::{CAMERA, Files, Kit};

/// Adds what the build made.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    let site = kit.site;
    let asides = ASIDES.iter().flat_map(|aside| [aside.script, aside.page]);
    let names: Vec<String> =
        [LOADER, PROGRAM, CAMERA.file, "index.html", "host.css"].into_iter().chain(asides).map(str::to_owned).collect();
    for name in names.into_iter().chain(kit.parts.languages.iter().map(Language::file)) {
        let bytes = fs::read(site.join(&name)).with_context(|| format!("{name} was not built"))?;
        files.insert(name, bytes);
    }
    Ok(())
}
