//! What a form is made from, and what it adds to.

use std::collections::BTreeMap;
use std::path::Path;

use crate::bind::Mode;
use crate::build::Parts;
use crate::npm::Npm;
use crate::place::Place;
use crate::programs::Tools;

/// The version that is in the name of what is kept for long.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the platform is told at the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Status {
    /// For nearly every platform.
    #[default]
    Completed,
    /// For a platform that goes by nothing else. Never both: then some platforms see neither.
    Passed,
}

impl Status {
    /// The status of that name.
    pub(crate) fn named(name: &str) -> Option<Status> {
        [Status::Completed, Status::Passed].into_iter().find(|status| status.name() == name)
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Status::Completed => "completed",
            Status::Passed => "passed",
        }
    }
}

/// What a form is made from.
pub(crate) struct Kit<'a> {
    /// Where the sources are: the pages and scripts that a form brings along.
    pub(crate) place: &'a Place,
    /// Where the build put the site.
    pub(crate) site: &'a Path,
    /// What a learning platform is told at the result.
    pub(crate) status: Status,
    /// What the release build made.
    pub(crate) parts: &'a Parts,
    /// The tools that came through npm.
    pub(crate) npm: &'a Npm,
}

impl Kit<'_> {
    /// What programs are made with.
    pub(crate) fn tools(&self) -> Tools<'_> {
        Tools { place: self.place, mode: Mode::Release, npm: Some(self.npm) }
    }
}

/// Files by their path in `dist/`, with `/` between folders. Their order is always the same.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;
