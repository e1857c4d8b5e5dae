//! The tools that come through npm: wasm-opt, esbuild, and the axe rules for the browser tests.
//!
//! Their versions are pinned in package.json and package-lock.json. A build does without them;
//! it is larger then, and says so.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{capture, found, run, run_with_input};
use crate::workspace::Workspace;

/// `--flatten` and `--rereloop` rebuild the control flow first; `-Oz` runs twice, since each run finds what the one before left.
const WASM_PASSES: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// What the program may use, listed one by one: these are what the Rust target turns on, and
/// every browser of the last years has them. With all features wasm-opt would go beyond that.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The same for a program that becomes plain JavaScript, without what a script cannot have.
const PLAIN_FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// What wasm2js does not know is written out beforehand.
const PLAIN_PASSES: [&str; 1] = ["--llvm-nontrapping-fptoint-lowering"];

/// The installed packages.
pub(crate) struct Npm {
    modules: PathBuf,
}

impl Npm {
    /// Finds the packages, and installs them where one is missing.
    pub(crate) fn ready(workspace: &Workspace) -> Result<Npm> {
        install(workspace.root())?;
        Ok(Npm { modules: workspace.root().join("node_modules") })
    }

    /// Makes a program smaller. Takes seconds, so the outcome is kept for the same input.
    pub(crate) fn shrink_wasm(&self, wasm: &[u8], parts: &Path, name: &str) -> Result<Vec<u8>> {
        let input = parts.join(format!("{name}-bound.wasm"));
        let output = parts.join(format!("{name}-small.wasm"));
        if std::fs::read(&input).is_ok_and(|former| former == wasm) && output.is_file() {
            return Ok(std::fs::read(output)?);
        }
        // The old outcome goes first: it must never pass for that of the new input.
        let _ = std::fs::remove_file(&output);
        std::fs::create_dir_all(parts)?;
        std::fs::write(&input, wasm)?;
        let mut command = self.tool("wasm-opt");
        command.args(WASM_FEATURES).args(WASM_PASSES).arg(&input).arg("--output").arg(&output);
        run(&mut command)?;
        Ok(std::fs::read(output)?)
    }

    /// Makes a program that has one table into plain JavaScript: a module with the function `asmFunc`.
    pub(crate) fn plain_script(&self, wasm: &[u8], parts: &Path, name: &str) -> Result<String> {
        std::fs::create_dir_all(parts)?;
        let [bound, small] = ["bound", "small"].map(|state| parts.join(format!("{name}-{state}.wasm")));
        let script = parts.join(format!("{name}.js"));
        std::fs::write(&bound, wasm)?;
        let mut shrink = self.tool("wasm-opt");
        shrink.args(PLAIN_FEATURES).args(PLAIN_PASSES).args(WASM_PASSES);
        run(shrink.arg(&bound).arg("--output").arg(&small))?;
        let mut rewrite = self.tool("wasm2js");
        // It also prints the whole program, which nobody reads.
        rewrite.args(PLAIN_FEATURES).arg("-Oz").arg(&small).arg("--output").arg(&script);
        capture(&mut rewrite)?;
        Ok(std::fs::read_to_string(script)?)
    }

    /// Makes one minified module of a script in a folder and all that it imports there, without what nobody uses. The
    /// modules that it asks for when it runs are left alone.
    pub(crate) fn bundle(&self, folder: &Path, entry: &str) -> Result<String> {
        let mut esbuild = self.tool("esbuild");
        esbuild.args([entry, "--bundle", "--format=esm", "--minify", "--external:./ruimte*"]);
        // In a minified file a comment is waste, and UTF-8 is what a module is read as.
        esbuild.args(["--target=es2022", "--legal-comments=none", "--charset=utf8"]);
        esbuild.arg("--log-level=warning").current_dir(folder);
        capture(&mut esbuild)
    }

    /// Minifies a style sheet, without rewriting it for older browsers.
    pub(crate) fn shrink_styles(&self, styles: &str) -> Result<String> {
        let mut esbuild = self.tool("esbuild");
        esbuild.args(["--loader=css", "--minify", "--legal-comments=none", "--charset=utf8"]);
        esbuild.arg("--log-level=warning");
        Ok(run_with_input(&mut esbuild, styles)?.trim_end().to_owned())
    }

    fn tool(&self, name: &str) -> Command {
        Command::new(self.modules.join(".bin").join(name))
    }
}

/// Installs what the lock file in a folder names, unless that was done before.
pub(crate) fn install(folder: &Path) -> Result<()> {
    if !found("node") || !found("npm") {
        bail!("Node is not installed (nodejs and npm, version 20 or later)");
    }
    if !current(folder) {
        eprintln!("xtask: installing the npm packages of {}", folder.join("package-lock.json").display());
        // No scripts: a package must not run anything just because it is installed.
        let mut install = Command::new("npm");
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run(install.current_dir(folder)).context("the npm packages are not installed")?;
    }
    Ok(())
}

/// Whether what is installed belongs to the present lock file.
fn current(folder: &Path) -> bool {
    // npm writes this file last of all, so an install that was broken off does not count.
    let changed = |path: &Path| path.metadata().and_then(|meta| meta.modified()).ok();
    let installed = changed(&folder.join("node_modules").join(".package-lock.json"));
    installed.is_some() && installed >= changed(&folder.join("package-lock.json"))
}
