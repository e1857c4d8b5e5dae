//! A program of its own beside those of the pages, which only a few ask for: as WebAssembly, and as plain JavaScript.

use anyhow::Result;

use crate::bind::{Mode, Program, program};
use crate::build::{WASM, script, scripts};
use crate::module::{as_comment, fill_build, fill_plain_program, join_program, literal, pack};
use crate::npm::Npm;
use crate::package::{Files, Kit, nowasm};
use crate::place::Place;

/// Such a program.
pub(crate) struct Module {
    /// The package, and the binary in it.
    pub(crate) name: &'static str,
    /// What it exports: a script of `src/embed`.
    pub(crate) script: &'static str,
    /// The module as WebAssembly.
    pub(crate) file: &'static str,
    /// The same where that does not run; `None` for one that is only asked for where it does.
    pub(crate) plain: Option<&'static str>,
}

/// What reads a picture of the camera, for the board.
pub(crate) const CAMERA: Module =
    Module { name: "camera", script: "camera.js", file: "ruimtebord-camera.js", plain: None };

impl Module {
    /// Adds both forms.
    pub(crate) fn make(&self, kit: &Kit, files: &mut Files) -> Result<()> {
        files.insert(self.file.to_owned(), self.for_page(kit)?.into_bytes());
        if let Some(plain) = self.plain {
            let script = fill_build(&nowasm::plain(kit, self.name, self.script)?, &kit.parts.name)?;
            files.insert(plain.to_owned(), script.into_bytes());
        }
        Ok(())
    }

    /// The first form for somebody's own bundle, with the program as text.
    pub(crate) fn for_bundle(&self, kit: &Kit) -> Result<Vec<u8>> {
        let script = self.written(kit.place, Mode::Release, Some(kit.npm), &kit.parts.name, literal)?;
        Ok(script.into_bytes())
    }

    fn for_page(&self, kit: &Kit) -> Result<String> {
        self.written(kit.place, Mode::Release, Some(kit.npm), &kit.parts.name, as_comment)
    }

    /// The first form in any mode, with the program as a comment or a literal; `build` is the name of the build.
    pub(crate) fn written(
        &self,
        place: &Place,
        mode: Mode,
        npm: Option<&Npm>,
        build: &str,
        written: fn(&str) -> String,
    ) -> Result<String> {
        let Program { mut wasm, glue } = program(place, self.name, mode)?;
        let mut glue = join_program(&glue, &scripts(place, &WASM)?, &script(place, self.script)?)?;
        if let Some(npm) = npm {
            wasm = npm.shrink_wasm(&wasm, &place.parts(), self.name)?;
            glue = npm.shrink_script(&glue)?;
        }
        fill_plain_program(&glue, &written(&pack(&wasm, mode)?), build)
    }
}
