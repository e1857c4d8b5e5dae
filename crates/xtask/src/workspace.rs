//! Where things are: the workspace, its target folder, what is built.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// Whether the files are for a participant or for the person at work on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Small, minified, the same bytes every time.
    Release,
    /// The same with the standard library as it comes: larger, and asks nothing unstable of the compiler.
    StableStd,
    /// Quick to make and easy to read; needs no Node.
    Dev,
}

/// The folders of one workspace.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this program was compiled in.
    pub(crate) fn find() -> Result<Workspace> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).context("xtask is not in crates/xtask")?;
        Ok(Workspace { root: root.to_path_buf() })
    }

    /// The folder of the workspace's Cargo.toml.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's own folder for what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None => self.root.join("target"),
        }
    }

    /// The finished site. Only a release build ends in `dist/`, so nobody publishes another.
    pub(crate) fn site(&self, mode: Mode) -> PathBuf {
        match mode {
            Mode::Release | Mode::StableStd => self.root.join("dist"),
            Mode::Dev => self.target().join("xtask").join("dev"),
        }
    }

    /// What a build leaves for the next one and for `size`.
    pub(crate) fn parts(&self) -> PathBuf {
        self.target().join("xtask").join("parts")
    }

    /// The schemas that the tests hold a manifest against.
    pub(crate) fn schemas(&self) -> PathBuf {
        self.target().join("xtask").join("schemas")
    }

    /// A cargo command in the workspace.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }
}
