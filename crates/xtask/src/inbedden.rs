//! Builds the page for editors: one script with its own program, which no participant loads.

use std::fs;

use anyhow::{Context, Result};

use crate::bind::{Mode, Program, program};
use crate::module::{as_comment, fill_program, join_program, name, pack};
use crate::npm::Npm;
use crate::place::Place;
use crate::styles::strip;

/// The page and its script.
pub(crate) const PAGE: &str = "inbedden.html";
pub(crate) const SCRIPT: &str = "inbedden.js";

/// The script; `styles` is the whole style sheet of the scan, whose components the page is made of.
pub(crate) fn script(place: &Place, mode: Mode, npm: Option<&Npm>, styles: &str) -> Result<String> {
    let Program { mut wasm, glue } = program(place, "inbedden", mode)?;
    let read = |path: &str| {
        let path = place.root().join(path);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let script = read("src/embed/program.js")? + &read("src/embed/inbedden.js")?;
    let mut glue = join_program(&glue, &read("src/embed/wasm.js")?, &script)?;
    let mut styles = styles.to_owned() + &strip(&read("styles/builder.css")?);
    if let Some(npm) = npm {
        glue = npm.shrink_script(&glue)?;
        styles = npm.shrink_styles(&styles)?;
        wasm = npm.shrink_wasm(&wasm, &place.parts(), "inbedden")?;
    }
    let build = name(&[styles.as_bytes(), glue.as_bytes(), &wasm]);
    fill_program(&glue, &as_comment(&pack(&wasm, mode)?), &styles, &build)
}
