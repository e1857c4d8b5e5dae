//! What a participant of a workshop needs: the program that makes their code.

use anyhow::Result;

use crate::package::more::Module;
use crate::package::{Files, Kit};

/// The program.
pub(crate) const WORKSHOP: Module = Module {
    name: "workshop",
    script: "workshop.js",
    file: "ruimtescan-workshop.js",
    plain: Some("ruimtescan-workshop.nowasm.js"),
};

/// Adds it.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    WORKSHOP.make(kit, files)
}
