//! Builds the pages beside the scan: each one script with a program of its own, which no participant loads.

use std::fs;

use anyhow::{Context, Result};

use crate::bind::{Mode, Program, program};
use crate::build::{WASM, script, scripts};
use crate::module::{as_comment, fill_program, join_program, name, pack};
use crate::npm::Npm;
use crate::place::Place;
use crate::styles::strip;

/// Such a page.
pub(crate) struct Aside {
    /// The page.
    pub(crate) page: &'static str,
    /// Its script.
    pub(crate) script: &'static str,
    /// The program, with its script of `src/embed` and its styles under the same name.
    name: &'static str,
    /// What else of `src/embed` its script needs.
    more: &'static [&'static str],
}

/// The page for editors.
pub(crate) const BUILDER: Aside = Aside { page: "inbedden.html", script: "inbedden.js", name: "inbedden", more: &[] };
/// The board of a workshop.
pub(crate) const BOARD: Aside = Aside { page: "bord.html", script: "ruimtebord.js", name: "board", more: &["lens.js"] };
/// The same in a page that loads nothing.
pub(crate) const BOARD_ALONE: Aside = Aside { more: &["single/lens.js"], ..BOARD };
/// All of them.
pub(crate) const ASIDES: [Aside; 2] = [BUILDER, BOARD];

/// A script without what is in it, and what that is.
pub(crate) struct Made {
    /// The glue and the lifecycle.
    pub(crate) glue: String,
    /// The packed program.
    pub(crate) packed: String,
    /// The style sheet.
    pub(crate) styles: String,
    /// What tells this build from another.
    pub(crate) build: String,
}

impl Aside {
    /// Makes the parts; `styles` is the whole style sheet of the scan, whose components the page is made of.
    pub(crate) fn make(&self, place: &Place, mode: Mode, npm: Option<&Npm>, styles: &str) -> Result<Made> {
        let Program { mut wasm, glue } = program(place, self.name, mode)?;
        let path = place.root().join("styles").join(self.name).with_extension("css");
        let own = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let kind = scripts(place, &WASM)? + &scripts(place, self.more)?;
        let mut glue = join_program(&glue, &kind, &script(place, &format!("{}.js", self.name))?)?;
        let mut styles = styles.to_owned() + &strip(&own);
        if let Some(npm) = npm {
            glue = npm.shrink_script(&glue)?;
            styles = npm.shrink_styles(&styles)?;
            wasm = npm.shrink_wasm(&wasm, &place.parts(), self.name)?;
        }
        let build = name(&[styles.as_bytes(), glue.as_bytes(), &wasm]);
        Ok(Made { glue, packed: pack(&wasm, mode)?, styles, build })
    }
}

impl Made {
    /// The script as a file of its own.
    pub(crate) fn script(&self) -> Result<String> {
        fill_program(&self.glue, &as_comment(&self.packed), &self.styles, &self.build)
    }
}
