//! The same program as plain JavaScript, for browsers and pages that run no WebAssembly.

use anyhow::{Context, Result};

use crate::bind::{Program, numbered};
use crate::build::{script, scripts};
use crate::module::{fill_loader, join_program};
use crate::package::{Files, Kit, change};

/// The file that the loader imports where no WebAssembly runs.
pub(crate) const PLAIN: &str = "ruimtescan.nowasm.js";

/// Adds the program as a script.
pub(crate) fn make(kit: &Kit, files: &mut Files) -> Result<()> {
    let script = plain(kit, "scan", "program.js")?;
    let script = fill_loader(&script, &kit.parts.more_styles, &kit.parts.name)?;
    files.insert(PLAIN.to_owned(), script.into_bytes());
    Ok(())
}

/// The binary `name` as plain JavaScript, minified, behind what its `last` script exports; with places left open.
pub(crate) fn plain(kit: &Kit, name: &str, last: &str) -> Result<String> {
    let Program { wasm, glue } = numbered(kit.place, name)?;
    let start = as_function(&kit.npm.plain_script(&wasm, &kit.place.parts(), name)?)?;
    let kind = start + &scripts(kit.place, &["nowasm.js", "begin.js"])?;
    let script = join_program(&with_import(&glue)?, &kind, &script(kit.place, last)?)?;
    kit.npm.shrink_script(&script)
}

/// What wasm2js gives is a module with the program as a function; only that function is taken.
fn as_function(script: &str) -> Result<String> {
    let (script, _) = script.split_once("var retasmFunc").context("no end of the program")?;
    let script: String =
        script.lines().filter(|line| !line.starts_with("import ")).map(|line| format!("{line}\n")).collect();
    let script = change(&script, "function asmFunc(", "function start(")?;
    // The loader must know a trap from other errors.
    let script = change(&script, "throw new Error('abort')", "throw new WebAssembly.RuntimeError('unreachable')")?;
    // A memory that has grown is another one. The glue asks whether its view still is of the present one, as it
    // can tell of WebAssembly: there the former one is gone.
    change(&script, "newHEAP8.set(HEAP8);", "newHEAP8.set(HEAP8); structuredClone(buffer, { transfer: [buffer] });")
}

/// The glue takes one function from its own runtime, which belongs to references: the number of the first value that is
/// not fixed. In a list there are 1024 places for borrowed values and four for constants before it.
fn with_import(glue: &str) -> Result<String> {
    let from = " from \"__wbindgen_externref_xform__\"";
    if !glue.lines().any(|line| line.starts_with("import ")) {
        // A program that only takes and gives text holds no values of the page.
        return Ok(glue.to_owned());
    }
    let (line, rest) = glue.split_once(from).context("the glue no longer asks where values begin")?;
    let name = line.strip_prefix("import * as ").context("the glue asks for more than where values begin")?;
    Ok(format!("const {name} = {{ __wbindgen_externref_statics_end: () => 1028 }};{rest}"))
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::{as_function, with_import};

    const SCRIPT: &str = "import * as x from 'x';\nfunction trap() { throw new Error('abort'); }\n\
        function asmFunc(imports) {\n newHEAP8.set(HEAP8);\n}\nvar retasmFunc = asmFunc({});\nexport var a;\n";

    #[test]
    fn of_the_module_the_function_is_left() -> Result<()> {
        let script = as_function(SCRIPT)?;
        ensure!(!script.contains("import *") && !script.contains("export"), "{script}");
        ensure!(script.contains("function start(imports)") && script.contains("RuntimeError"), "{script}");
        ensure!(script.contains("transfer: [buffer]"), "{script}");
        Ok(())
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        assert!(as_function("").is_err());
        assert!(as_function(&SCRIPT.replace("newHEAP8", "other")).is_err());
        assert!(with_import("import * as a from \"elsewhere\"").is_err());
        assert!(with_import("let a;\nimport * as b from \"__wbindgen_externref_xform__\"").is_err());
    }

    #[test]
    fn the_glue_is_given_where_values_begin() -> Result<()> {
        let glue = with_import("import * as a from \"__wbindgen_externref_xform__\"\nlet b;")?;
        ensure!(glue == "const a = { __wbindgen_externref_statics_end: () => 1028 };\nlet b;", "{glue}");
        Ok(())
    }
}
