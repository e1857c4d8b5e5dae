//! Compiles the program to WebAssembly, with the standard library made as small as the program where that can be.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::place::{Mode, Place};
use crate::run::{capture, run};

/// The only target that a browser understands.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles a program and gives where it is.
pub(crate) fn compile(place: &Place, package: &str, bin: &str, mode: Mode) -> Result<PathBuf> {
    ensure_target()?;
    let library = if mode == Mode::Release { library() } else { None };
    // A folder of its own: what is compiled with other flags would take turns in one.
    let folder = if library.is_some() { place.target().join("lean") } else { place.target() };
    let mut flags = paths(place);
    let mut cargo = place.cargo();
    cargo.args(["build", "--package", package, "--bin", bin, "--target", TARGET]);
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
    let advice = if library.is_some() { "; `cargo xtask build --plain` asks less of the compiler" } else { "" };
    run(&mut cargo).with_context(|| format!("the program does not compile{advice}"))?;
    let profile = if mode == Mode::Dev { "debug" } else { "release" };
    Ok(folder.join(TARGET).join(profile).join(bin).with_extension("wasm"))
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
fn paths(place: &Place) -> Vec<String> {
    let mut flags = vec![remap(place.root(), ".")];
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
