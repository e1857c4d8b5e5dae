//! Compiles a program to WebAssembly, with the standard library made as small as the program where that can be, and makes
//! the JavaScript glue that belongs to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{capture, run};
use crate::workspace::{Mode, Workspace};

/// What is compiled: a binary, and the package that it is in.
#[derive(Clone, Copy)]
pub(crate) struct Binary {
    pub(crate) package: &'static str,
    pub(crate) name: &'static str,
}

/// A program and the script that loads it.
pub(crate) struct Bound {
    /// WebAssembly, as the glue expects it.
    pub(crate) wasm: Vec<u8>,
    /// An ES module that exports what is bound in the program.
    pub(crate) glue: String,
}

/// Compiles a program and makes its glue.
pub(crate) fn bound(workspace: &Workspace, binary: Binary, mode: Mode) -> Result<Bound> {
    bind(compiled(workspace, binary, mode)?, binary.name, mode)
}

/// The release program without `externref`, for wasm2js, which knows no table of them.
pub(crate) fn bound_without_references(workspace: &Workspace, binary: Binary) -> Result<Bound> {
    let mut wasm = compiled(workspace, binary, Mode::Release)?;
    switch_off(&mut wasm, "reference-types");
    switch_off(&mut wasm, "multivalue");
    bind(wasm, binary.name, Mode::Release)
}

fn compiled(workspace: &Workspace, binary: Binary, mode: Mode) -> Result<Vec<u8>> {
    let wasm = compile(workspace, binary, mode)?;
    fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))
}

/// The compiler lists the features that it was free to use, each with a sign, its length and its name; wasm-bindgen
/// goes by that list. The code itself uses neither of those that are switched off here.
fn switch_off(wasm: &mut [u8], feature: &str) {
    let entry = [&[b'+', feature.len() as u8], feature.as_bytes()].concat();
    let sign = wasm.windows(entry.len()).rposition(|bytes| bytes == entry);
    if let Some(sign) = sign.and_then(|index| wasm.get_mut(index)) {
        *sign = b'-';
    }
}

fn bind(wasm: Vec<u8>, name: &str, mode: Mode) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(name, wasm)
        .web(true)?
        .typescript(false)
        // No address to load the program from: it comes along, and is handed over by `start.js`.
        .omit_default_module_path(true)
        // Exports `__wbg_reset_state`, by which a program that trapped is started afresh.
        .reset_state_function(true)
        // Without names: a panic says where it was, and Chromium starts no program at once that
        // is larger than 8 MB, which a dev build comes near.
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().with_context(|| format!("no glue could be made for {name}"))?;
    let inline = output.snippets().values().any(|scripts| !scripts.is_empty());
    if inline || !output.local_modules().is_empty() {
        bail!("a crate brings JavaScript files of its own, which a single file cannot hold");
    }
    let mut glue = output.js().to_owned();
    if mode != Mode::Dev {
        let module = output.wasm_mut();
        let imports = module.imports.iter_mut().map(|import| &mut import.name);
        let names = imports.chain(module.exports.iter_mut().map(|export| &mut export.name));
        glue = shorten(names.collect(), &glue);
    }
    Ok(Bound { wasm: output.wasm_mut().emit_wasm(), glue })
}

/// What the names begin with that wasm-bindgen makes up itself: nobody else calls them.
const GIVEN: [&str; 2] = ["__wbg_", "wasm_bindgen_"];

/// Gives what program and glue take from each other short names, in both. The long ones end in a hash that no
/// compression can shrink, and nobody reads them: together they weigh as much as the style sheet.
fn shorten(mut names: Vec<&mut String>, glue: &str) -> String {
    let mut order: Vec<usize> = (0..names.len()).collect();
    // The longest first, so that a name that begins like another is not cut in two.
    order.sort_by_key(|index| std::cmp::Reverse(names.get(*index).map_or(0, |name| name.len())));
    let mut glue = glue.to_owned();
    for (number, index) in order.into_iter().enumerate() {
        let Some(name) = names.get_mut(index) else { continue };
        let short = format!("$_{number}");
        if GIVEN.iter().any(|given| name.starts_with(given)) && glue.contains(name.as_str()) {
            glue = glue.replace(name.as_str(), &short);
            **name = short;
        }
    }
    glue
}

/// The only target that a browser understands.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles a program and gives where it is.
fn compile(workspace: &Workspace, binary: Binary, mode: Mode) -> Result<PathBuf> {
    ensure_target()?;
    let library = if mode == Mode::Release { library() } else { None };
    // A folder of its own: what is compiled with other flags would take turns in one.
    let folder = if library.is_some() { workspace.target().join("lean") } else { workspace.target() };
    let mut flags = paths(workspace);
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--package", binary.package, "--bin", binary.name, "--target", TARGET]);
    cargo.arg("--target-dir").arg(&folder);
    if mode != Mode::Dev {
        cargo.arg("--release");
        flags.push(STACK.to_owned());
    }
    match &library {
        Some(library) => {
            cargo.args(LEAN).env("RUSTC_BOOTSTRAP", "1");
            flags.extend(LEAN_FLAGS.map(str::to_owned));
            flags.push(remap(library, "rust"));
        }
        None => flags.push(INLINE.to_owned()),
    }
    // The flags are separated by spaces: a path with one cannot be passed, and is left as it is.
    flags.retain(|flag| !flag.contains(' '));
    // Through the environment of this one target, so that native builds keep their own flags.
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    let advice = if library.is_some() { "; `cargo xtask build --stable-std` asks less of the compiler" } else { "" };
    run(&mut cargo).with_context(|| format!("the program does not compile{advice}"))?;
    let profile = if mode == Mode::Dev { "debug" } else { "release" };
    Ok(folder.join(TARGET).join(profile).join(binary.name).with_extension("wasm"))
}

/// The standard library from its source. Not stable yet, so cargo and the compiler are asked with `RUSTC_BOOTSTRAP`.
const LEAN: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// A panic traps at once and formats no message, which nobody would read: the page sees the trap.
const LEAN_FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// With panics that say where they were, what is inlined a little sooner compresses better; without them it does not.
const INLINE: &str = "-Cllvm-args=--inline-threshold=40";

/// The program's stack, in bytes: twice what a whole scan was seen to use. A page has to hold all of it, and the
/// usual megabyte is more than everything else together. Beyond it a program traps, and writes over nothing.
const STACK: &str = "-Clink-arg=-zstack-size=65536";

/// The source of the standard library, installed where it is missing; `None`, said out loud, where it cannot be.
fn library() -> Option<PathBuf> {
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
    let source = Path::new(sysroot.trim()).join("lib").join("rustlib").join("src").join("rust");
    let there = || source.join("library").join("Cargo.lock").is_file();
    if !there() {
        eprintln!("xtask: installing the source of the standard library");
        let _ = run(Command::new("rustup").args(["component", "add", "rust-src"]));
    }
    if there() {
        return Some(source);
    }
    eprintln!("xtask: no source of the standard library (`rustup component add rust-src` brings it)");
    eprintln!("xtask: going on with the library as it comes; the program will be larger");
    None
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

/// Keeps the paths of this machine out of the program: a build elsewhere must give the same
/// bytes, and no participant needs to know them.
fn paths(workspace: &Workspace) -> Vec<String> {
    let mut flags = vec![remap(workspace.root(), ".")];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    if let Some(home) = home {
        // Each registry has a folder of its own there, with a name that differs per machine.
        let registries = std::fs::read_dir(home.join("registry").join("src"));
        let mut folders: Vec<PathBuf> = registries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        folders.sort();
        flags.push(remap(&home, "cargo"));
        flags.extend(folders.iter().map(|path| remap(path, "crate")));
    }
    flags
}

fn remap(path: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", path.display())
}

#[cfg(test)]
mod tests {
    use super::{shorten, switch_off};

    #[test]
    fn a_feature_is_switched_off_where_it_is_listed() {
        let mut wasm = b"..+\x0areference.+\x05other".to_vec();
        switch_off(&mut wasm, "reference");
        assert_eq!(wasm, b"..+\x0areference.+\x05other", "that is the name of another");
        switch_off(&mut wasm, "other");
        assert_eq!(wasm, b"..+\x0areference.-\x05other");
    }

    #[test]
    fn imports_get_short_names_in_program_and_glue_alike() {
        let mut names = ["__wbg_new_ab12", "__wbg_new_ab12_x", "memory"].map(str::to_owned);
        let glue = shorten(names.iter_mut().collect(), "{ __wbg_new_ab12: f, __wbg_new_ab12_x: g, memory }");
        assert_eq!(names, ["$_1", "$_0", "memory"]);
        assert_eq!(glue, "{ $_1: f, $_0: g, memory }");
    }
}
