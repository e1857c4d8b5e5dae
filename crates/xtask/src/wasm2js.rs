//! What wasm2js makes of a program, and the glue that goes with it, as modules of ours.

use anyhow::{Context, Result, ensure};

/// What wasm2js gives is a module with the program as a function; only that function is taken.
pub(crate) fn as_module(script: &str) -> Result<String> {
    let (script, _) = script.split_once("var retasmFunc").context("no end of the program")?;
    let script: String =
        script.lines().filter(|line| !line.starts_with("import ")).map(|line| format!("{line}\n")).collect();
    let script = change(&script, "function asmFunc(", "export function start(")?;
    // A trap is known by its name.
    let script = change(&script, "throw new Error('abort')", "throw new Trap('unreachable')")?;
    // A memory that has grown is another one. The glue asks whether its view still is of the present one, as it
    // can tell of WebAssembly: there the former one is gone.
    let script = change(
        &script,
        "newHEAP8.set(HEAP8);",
        "newHEAP8.set(HEAP8); structuredClone(buffer, { transfer: [buffer] });",
    )?;
    Ok(format!("class Trap extends Error {{\n  name = \"RuntimeError\";\n}}\n{script}"))
}

/// The glue for it: without `externref` values of the page stand in a list, with 1024 slots for borrowed values and four
/// for constants before the first that is given out, and the glue asks where that one is.
pub(crate) fn with_import(glue: &str) -> Result<String> {
    let webassembly = "import { WebAssembly } from \"./webassembly.js\";\n";
    let from = " from \"__wbindgen_externref_xform__\"";
    if !glue.lines().any(|line| line.starts_with("import ")) {
        // A program that only takes and gives text holds no values of the page.
        return Ok(format!("{webassembly}{glue}"));
    }
    let (line, rest) = glue.split_once(from).context("the glue no longer asks where values begin")?;
    let name = line.strip_prefix("import * as ").context("the glue asks for more than where values begin")?;
    Ok(format!("{webassembly}const {name} = {{ __wbindgen_externref_statics_end: () => 1028 }};{rest}"))
}

/// Replaces what stands in a text exactly once; anything else means that the text is not the one we know.
pub(crate) fn change(text: &str, from: &str, to: &str) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(count == 1, "`{from}` stands {count} times where it should stand once");
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::{as_module, with_import};

    const SCRIPT: &str = "import * as x from 'x';\nfunction trap() { throw new Error('abort'); }\n\
        function asmFunc(imports) {\n newHEAP8.set(HEAP8);\n}\nvar retasmFunc = asmFunc({});\nexport var a;\n";

    #[test]
    fn of_the_module_the_function_is_left() -> Result<()> {
        let script = as_module(SCRIPT)?;
        ensure!(!script.contains("import *") && !script.contains("export var"), "{script}");
        ensure!(script.contains("export function start(imports)") && script.contains("throw new Trap("), "{script}");
        ensure!(script.contains("transfer: [buffer]"), "{script}");
        Ok(())
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        assert!(as_module("").is_err());
        assert!(as_module(&SCRIPT.replace("newHEAP8", "other")).is_err());
        assert!(with_import("import * as a from \"elsewhere\"").is_err());
        assert!(with_import("let a;\nimport * as b from \"__wbindgen_externref_xform__\"").is_err());
    }

    #[test]
    fn the_glue_is_given_where_values_begin() -> Result<()> {
        let glue = with_import("import * as a from \"__wbindgen_externref_xform__\"\nlet b;")?;
        let own = "const a = { __wbindgen_externref_statics_end: () => 1028 };\nlet b;";
        ensure!(glue.starts_with("import { WebAssembly }") && glue.ends_with(own), "{glue}");
        Ok(())
    }
}
