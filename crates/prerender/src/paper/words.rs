//! The words that are on paper only, as `content/paper/words.toml` has them.

use scan::text::Text;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words that are on paper only.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Words {
    pub(crate) title: Text,
    /// What it is, and whose.
    pub(crate) lead: Text,
    /// How an answer is given.
    pub(crate) how: Text,
    /// Beside the box of who passes a question by.
    pub(crate) skip: Text,
    /// At the foot of a sheet that another follows.
    pub(crate) turn: Text,
    /// What is asked of questions that answer on a scale, by its id; where the part itself does not say so.
    pub(crate) scales: BTreeMap<String, Text>,
    pub(crate) slip: SlipWords,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct SlipWords {
    pub(crate) title: Text,
    /// What to copy onto it.
    pub(crate) how: Text,
    /// Who can read it.
    pub(crate) private: Text,
}
