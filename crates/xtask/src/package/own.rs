//! What a page with content of its own needs: the program that reads it, and the schema for whoever writes it.

use anyhow::{Context, Result};

use crate::bind::{Mode, Program, program};
use crate::build::script;
use crate::module::{as_comment, fill_build, fill_plain_program, join_program, literal, pack};
use crate::package::{Files, Kit, nowasm};
use crate::run::capture;

/// The modules that the loader imports for it: as WebAssembly, and where that does not run.
pub(crate) const OWN: [&str; 2] = ["ruimtescan-own.js", "ruimtescan-own.nowasm.js"];
/// The schema.
const SCHEMA: &str = "ruimtescan-own.schema.json";

/// Adds the programs and the schema.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    let [wasm, plain] = OWN;
    files.insert(wasm.to_owned(), reader(kit, as_comment)?.into_bytes());
    let script = fill_build(&nowasm::plain(kit, "own", "own.js")?, &kit.parts.name)?;
    files.insert(plain.to_owned(), script.into_bytes());
    let mut cargo = kit.place.cargo();
    cargo.args(["run", "--quiet", "--package", "own", "--features", "schema", "--bin", "own-schema"]);
    let schema = capture(&mut cargo).context("the schema of own content cannot be written")?;
    files.insert(SCHEMA.to_owned(), schema.into_bytes());
    Ok(())
}

/// The same module for somebody's own bundle, with the program as text.
pub(crate) fn for_bundle(kit: &Kit) -> Result<Vec<u8>> {
    Ok(reader(kit, literal)?.into_bytes())
}

fn reader(kit: &Kit, written: fn(&str) -> String) -> Result<String> {
    let Program { wasm, glue } = program(kit.place, "own", Mode::Release)?;
    let glue = join_program(&glue, &script(kit.place, "wasm.js")?, &script(kit.place, "own.js")?)?;
    let small = kit.npm.shrink_wasm(&wasm, &kit.place.parts(), "own")?;
    let packed = pack(&small, Mode::Release)?;
    fill_plain_program(&kit.npm.shrink_script(&glue)?, &written(&packed), &kit.parts.name)
}
