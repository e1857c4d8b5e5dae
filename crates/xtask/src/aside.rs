//! Builds the pages beside the scan: each one script with a program of its own, which no participant loads.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::bind::{Mode, Program, program};
use crate::build::{WASM, script, scripts};
use crate::module::{as_comment, fill_alone, join_program, pack};
use crate::npm::Npm;
use crate::place::Place;
use crate::styles;

/// Such a page.
pub(crate) struct Aside {
    /// The page.
    pub(crate) page: &'static str,
    /// Its script.
    pub(crate) script: &'static str,
    /// The program, with its script of `src/embed` and its styles under the same name.
    name: &'static str,
    /// The components of the scan that it is made of.
    components: &'static [&'static str],
    /// What else of `src/embed` its script needs.
    more: &'static [&'static str],
}

/// The page for editors.
pub(crate) const BUILDER: Aside = Aside {
    page: "inbedden.html",
    script: "inbedden.js",
    name: "inbedden",
    components: &["button", "disclosure", "notice", "option"],
    more: &[],
};
/// The board of a workshop.
pub(crate) const BOARD: Aside = Aside {
    page: "bord.html",
    script: "ruimtebord.js",
    name: "board",
    components: &["button", "confirm", "disclosure", "door_list", "file_field", "notice", "option", "qr", "table"],
    more: &["lens.js"],
};
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
}

impl Aside {
    /// Makes the parts.
    pub(crate) fn make(&self, place: &Place, mode: Mode, npm: Option<&Npm>) -> Result<Made> {
        let Program { mut wasm, glue } = program(place, self.name, mode)?;
        let kind = scripts(place, &WASM)? + &scripts(place, self.more)?;
        let mut glue = join_program(&glue, &kind, &script(place, &format!("{}.js", self.name))?)?;
        let mut styles = self.styles(&place.root().join("styles"))?;
        if let Some(npm) = npm {
            glue = npm.shrink_script(&glue)?;
            styles = npm.shrink_styles(&styles)?;
            wasm = npm.shrink_wasm(&wasm, &place.parts(), self.name)?;
        }
        Ok(Made { glue, packed: pack(&wasm, mode)?, styles })
    }

    /// What it takes of the scan's sheets, then its own: one of its name, and a folder of that name where it has several screens.
    fn styles(&self, folder: &Path) -> Result<String> {
        let components = self.components.iter().map(|name| format!("components/{name}"));
        let names =
            ["tokens", "base", "aside"].map(str::to_owned).into_iter().chain(components).chain([self.name.to_owned()]);
        let mut sheets: Vec<PathBuf> = names.map(|name| folder.join(name).with_extension("css")).collect();
        let screens = folder.join(self.name);
        if screens.is_dir() {
            sheets.extend(styles::files(&screens)?);
        }
        sheets.iter().map(|sheet| styles::text(sheet)).collect()
    }
}

impl Made {
    /// The script as a file of its own.
    pub(crate) fn script(&self) -> Result<String> {
        fill_alone(&self.glue, &as_comment(&self.packed), &self.styles)
    }
}
