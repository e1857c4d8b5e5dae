//! A program of its own beside that of the scan, which only a few pages ask for: as WebAssembly, and as plain JavaScript.

use anyhow::Result;

use crate::bind::{Mode, Program, program};
use crate::build::{kind, script};
use crate::module::{as_comment, fill_build, fill_plain_program, join_program, literal, pack};
use crate::package::{Files, Kit, nowasm};

/// Such a program.
pub(crate) struct Module {
    /// The package, and the binary in it.
    pub(crate) name: &'static str,
    /// What it exports: a script of `src/embed`.
    pub(crate) script: &'static str,
    /// The module as WebAssembly.
    pub(crate) file: &'static str,
    /// The same where that does not run.
    pub(crate) plain: &'static str,
}

impl Module {
    /// Adds both forms.
    pub(crate) fn make(&self, kit: &Kit, files: &mut Files) -> Result<()> {
        files.insert(self.file.to_owned(), self.written(kit, as_comment)?.into_bytes());
        let script = fill_build(&nowasm::plain(kit, self.name, self.script)?, &kit.parts.name)?;
        files.insert(self.plain.to_owned(), script.into_bytes());
        Ok(())
    }

    /// The first form for somebody's own bundle, with the program as text.
    pub(crate) fn for_bundle(&self, kit: &Kit) -> Result<Vec<u8>> {
        Ok(self.written(kit, literal)?.into_bytes())
    }

    fn written(&self, kit: &Kit, written: fn(&str) -> String) -> Result<String> {
        let Program { wasm, glue } = program(kit.place, self.name, Mode::Release)?;
        let glue = join_program(&glue, &kind(kit.place, "wasm.js")?, &script(kit.place, self.script)?)?;
        let small = kit.npm.shrink_wasm(&wasm, &kit.place.parts(), self.name)?;
        let packed = pack(&small, Mode::Release)?;
        fill_plain_program(&kit.npm.shrink_script(&glue)?, &written(&packed), &kit.parts.name)
    }
}
