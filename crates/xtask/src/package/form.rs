//! What a form is: a function that adds its files to those of other forms; and what it is made from.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;

use crate::build::Parts;
use crate::npm::Npm;
use crate::programs::Tools;
use crate::workspace::{Mode, Workspace};

/// The version that is in the name of what is kept for long.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a form is made from.
pub(crate) struct FormInputs<'a> {
    /// Where the sources are: the pages and scripts that a form brings along.
    pub(crate) workspace: &'a Workspace,
    /// Where the build put the site.
    pub(crate) site: &'a Path,
    /// What a learning platform is told at the result.
    pub(crate) status: Status,
    /// What the release build made.
    pub(crate) parts: &'a Parts,
    /// The tools that came through npm.
    pub(crate) npm: &'a Npm,
}

impl FormInputs<'_> {
    /// What programs are made with.
    pub(crate) fn tools(&self) -> Tools<'_> {
        Tools { workspace: self.workspace, mode: Mode::Release, npm: Some(self.npm) }
    }
}

/// Files by their path in `dist/`, with `/` between folders. Their order is always the same.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Adds the files of one form. The same inputs gives the same bytes: no time and no name of a machine gets into them.
pub(crate) type Form = fn(&FormInputs, &mut Files) -> Result<()>;

/// What a learning platform is told at the result, in the word for it that both editions know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Status {
    /// For nearly every platform.
    #[default]
    Completed,
    /// For a platform that goes by nothing else. Never both: then some platforms see neither.
    Passed,
}
