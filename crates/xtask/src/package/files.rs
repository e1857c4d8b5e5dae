//! The files of the site beside each other, as a server has them: what a page names, and all that may be asked for.

use std::fs;

use anyhow::{Context, Result};

use crate::build::{LOADER, PAGES};
use crate::command::capture;
use crate::javascript::Form;
use crate::package::form::{Files, FormInputs};
use crate::programs::{CODES, OVERLAY, QR_READER, SCAN};
use crate::screens::Language;

/// The schema of the board's data.
const BOARD_SCHEMA: &str = "ruimtebord.schema.json";
/// The schema of content of a page's own.
const OVERLAY_SCHEMA: &str = "ruimtescan-own.schema.json";

/// Adds what the build made, the programs that only a few ask for, those that come as plain JavaScript, and the schemas.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let FormInputs { workspace, site, npm, parts, .. } = inputs;
    let pages = PAGES.iter().flat_map(|program| [Some(program.file), program.page()]).flatten();
    let built = [LOADER, SCAN.file, QR_READER.file, "index.html", "host.css"].into_iter().chain(pages);
    for name in built.map(str::to_owned).chain(parts.screens.others.iter().map(Language::file)) {
        let bytes = fs::read(site.join(&name)).with_context(|| format!("{name} was not built"))?;
        files.insert(name, bytes);
    }
    for program in [&OVERLAY, &CODES] {
        let made = program.make(inputs.tools(), Form::Files, &parts.name, "")?.file(inputs.tools(), site)?;
        files.insert(program.file.to_owned(), made.into_bytes());
    }
    for (program, styles) in [(&SCAN, &*parts.more_styles), (&OVERLAY, ""), (&CODES, "")] {
        let name = program.no_wasm.context("a program that the loader asks for has no plain twin")?;
        files.insert(name.to_owned(), program.make_plain(workspace, npm, &parts.name, styles)?.into_bytes());
    }
    let path = workspace.root().join("loader/contract").join(BOARD_SCHEMA);
    let schema = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    files.insert(BOARD_SCHEMA.to_owned(), schema);
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--package", "overlay", "--features", "schema", "--bin", "overlay-schema"]);
    let schema = capture(&mut cargo).context("the schema of own content cannot be written")?;
    files.insert(OVERLAY_SCHEMA.to_owned(), schema.into_bytes());
    Ok(())
}
