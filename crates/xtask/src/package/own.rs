//! What a page with content of its own needs: the program that reads it, and the schema for whoever writes it.

use anyhow::{Context, Result};

use crate::module::fill_build;
use crate::package::{Files, Kit, nowasm};
use crate::run::capture;

/// The module that the loader imports for it.
pub(crate) const OWN: &str = "ruimtescan-own.js";
/// The schema.
const SCHEMA: &str = "ruimtescan-own.schema.json";

/// Adds both. The program is plain JavaScript only: it is asked for on few pages, and then runs wherever the scan does.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    let script = fill_build(&nowasm::plain(kit, "own", "own.js")?, &kit.parts.name)?;
    files.insert(OWN.to_owned(), script.into_bytes());
    let mut cargo = kit.place.cargo();
    cargo.args(["run", "--quiet", "--package", "own", "--features", "schema", "--bin", "own-schema"]);
    let schema = capture(&mut cargo).context("the schema of own content cannot be written")?;
    files.insert(SCHEMA.to_owned(), schema.into_bytes());
    Ok(())
}
