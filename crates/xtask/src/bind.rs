//! Compiles the program to WebAssembly and makes the JavaScript glue that belongs to it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::place::Place;
use crate::run::{capture, run};

/// The only target that a browser understands.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Whether the files are for a participant or for the person at work on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Small, minified, the same bytes every time.
    Release,
    /// Quick to make and easy to read; needs no Node.
    Dev,
}

/// A program and the script that loads it.
pub(crate) struct Program {
    /// WebAssembly, as the glue expects it.
    pub(crate) wasm: Vec<u8>,
    /// An ES module that exports the functions of `src/embed` and the loader.
    pub(crate) glue: String,
}

/// Installs the WebAssembly target where it is missing.
///
/// Without rustup nothing is done: then the toolchain comes from elsewhere, and the compiler
/// itself says what it lacks.
pub(crate) fn ensure_target() -> Result<()> {
    let Ok(installed) = capture(Command::new("rustup").args(["target", "list", "--installed"])) else {
        return Ok(());
    };
    if installed.lines().any(|line| line.trim() == TARGET) {
        return Ok(());
    }
    eprintln!("xtask: installing the Rust target {TARGET}");
    let add = || run(Command::new("rustup").args(["target", "add", TARGET]));
    // Once more, because a download may fail for a moment.
    add().or_else(|_| add()).with_context(|| {
        format!(
            "the Rust target {TARGET} could not be installed; check the connection and run \
             `rustup target add {TARGET}` yourself"
        )
    })
}

/// Builds the binary `name` and its glue.
pub(crate) fn program(place: &Place, name: &str, mode: Mode) -> Result<Program> {
    ensure_target()?;
    compile(place, name, mode)?;
    let folder = match mode {
        Mode::Release => "release",
        Mode::Dev => "debug",
    };
    let wasm = place.target().join(TARGET).join(folder).join(name).with_extension("wasm");
    bind(&wasm, name, mode)
}

fn compile(place: &Place, name: &str, mode: Mode) -> Result<()> {
    let mut cargo = place.cargo();
    cargo.args(["build", "--package", "ruimtescan", "--bin", name, "--target", TARGET]);
    if mode == Mode::Release {
        cargo.arg("--release");
    }
    // Through the environment of this one target, so that native builds keep their own flags.
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(place));
    run(&mut cargo).context("the program does not compile")
}

/// Size first (docs/decisions/006): what is inlined a little sooner needs fewer tables and compresses better.
const INLINE: &str = "-Cllvm-args=--inline-threshold=40";

/// Keeps the paths of this machine out of the panic messages: a build elsewhere must give the
/// same bytes, and no participant needs to know them.
fn flags(place: &Place) -> String {
    let mut flags = vec![INLINE.to_owned(), format!("--remap-path-prefix={}=.", place.root().display())];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    if let Some(home) = home {
        // Each registry has a folder of its own there, with a name that differs per machine.
        let registries = std::fs::read_dir(home.join("registry").join("src"));
        let mut folders: Vec<PathBuf> = registries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        folders.sort();
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
        let each = folders.iter().map(|path| format!("--remap-path-prefix={}=crate", path.display()));
        flags.extend(each);
    }
    // The flags are separated by spaces: a path with one cannot be passed, and is left as it is.
    flags.retain(|flag| !flag.contains(' '));
    flags.join(" ")
}

fn bind(wasm: &Path, name: &str, mode: Mode) -> Result<Program> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // No address to load the program from: it comes along, and is handed over by element.js.
        .omit_default_module_path(true)
        // Exports `__wbg_reset_state`, by which a program that trapped is started afresh.
        .reset_state_function(true)
        // Without names: a panic says where it was, and Chromium starts no program at once that
        // is larger than 8 MB, which a dev build comes near.
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output =
        bindgen.generate_output().with_context(|| format!("no glue could be made for {}", wasm.display()))?;
    let inline = output.snippets().values().any(|scripts| !scripts.is_empty());
    if inline || !output.local_modules().is_empty() {
        bail!("a crate brings JavaScript files of its own, which a single file cannot hold");
    }
    let mut glue = output.js().to_owned();
    if mode == Mode::Release {
        let names: Vec<&mut String> = output.wasm_mut().imports.iter_mut().map(|import| &mut import.name).collect();
        glue = shorten(names, &glue);
    }
    Ok(Program { wasm: output.wasm_mut().emit_wasm(), glue })
}

/// Gives what the program takes from the glue short names, in both. The long ones end in a hash that no
/// compression can shrink, and nobody reads them: together they weigh as much as the style sheet.
fn shorten(mut names: Vec<&mut String>, glue: &str) -> String {
    let mut order: Vec<usize> = (0..names.len()).collect();
    // The longest first, so that a name that begins like another is not cut in two.
    order.sort_by_key(|place| std::cmp::Reverse(names.get(*place).map_or(0, |name| name.len())));
    let mut glue = glue.to_owned();
    for (number, place) in order.into_iter().enumerate() {
        let Some(name) = names.get_mut(place) else { continue };
        let short = format!("$_{number}");
        if name.starts_with("__wbg_") && glue.contains(name.as_str()) {
            glue = glue.replace(name.as_str(), &short);
            **name = short;
        }
    }
    glue
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn imports_get_short_names_in_program_and_glue_alike() {
        let mut names = ["__wbg_new_ab12", "__wbg_new_ab12_x", "memory"].map(str::to_owned);
        let glue = shorten(names.iter_mut().collect(), "{ __wbg_new_ab12: f, __wbg_new_ab12_x: g, memory }");
        assert_eq!(names, ["$_1", "$_0", "memory"]);
        assert_eq!(glue, "{ $_1: f, $_0: g, memory }");
    }
}
