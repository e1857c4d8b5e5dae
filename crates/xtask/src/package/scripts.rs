//! The files of the site under their stable names: the script that a page names, what it imports, and a page.

use std::fs;

use anyhow::{Context, Result};

use crate::build::{LOADER, PROGRAM};
use crate::inbedden;
use crate::languages::Language;
use crate::package::{Files, Kit};

/// Adds what the build made.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    let site = kit.site;
    let names = [LOADER, PROGRAM, inbedden::SCRIPT, "index.html", inbedden::PAGE, "host.css"].map(str::to_owned);
    for name in names.into_iter().chain(kit.parts.languages.iter().map(Language::file)) {
        let bytes = fs::read(site.join(&name)).with_context(|| format!("{name} was not built"))?;
        files.insert(name, bytes);
    }
    Ok(())
}
