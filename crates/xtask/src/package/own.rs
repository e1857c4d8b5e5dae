//! What a page with content of its own needs: the program that reads it, and the schema for whoever writes it.

use anyhow::{Context, Result};

use crate::package::more::Module;
use crate::package::{Files, Kit};
use crate::run::capture;

/// The program that reads it.
pub(crate) const OWN: Module =
    Module { name: "own", script: "own.js", file: "ruimtescan-own.js", plain: Some("ruimtescan-own.nowasm.js") };
/// The schema.
const SCHEMA: &str = "ruimtescan-own.schema.json";

/// Adds the program and the schema.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    OWN.make(kit, files)?;
    let mut cargo = kit.place.cargo();
    cargo.args(["run", "--quiet", "--package", "own", "--features", "schema", "--bin", "own-schema"]);
    let schema = capture(&mut cargo).context("the schema of own content cannot be written")?;
    files.insert(SCHEMA.to_owned(), schema.into_bytes());
    Ok(())
}
