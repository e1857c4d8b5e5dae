//! The files of the site under their stable names: the script that a page names, what it imports, and a page.

use std::fs;

use anyhow::{Context, Result};

use crate::aside::ASIDES;
use crate::build::{LOADER, PROGRAM};
use crate::languages::Language;
use crate::package::{CAMERA, Files, Kit};

/// The schema of the board's data.
const SCHEMA: &str = "ruimtebord.schema.json";

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
    // What describes the data that the board keeps of a picture.
    let path = kit.place.root().join("src/embed/contract").join(SCHEMA);
    let schema = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    files.insert(SCHEMA.to_owned(), schema);
    Ok(())
}
