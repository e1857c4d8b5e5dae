//! What the page asked for, understood.

use crate::platform::{Refused, Shelf};
use scan::contact::Contact;

/// The screen to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// The intro.
    #[default]
    Intro,
    /// The first question.
    Question,
}

/// The settings of one element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Names this instance in storage and history.
    pub key: String,
    /// The answers to go on with after a crash.
    pub resume: Option<String>,
    /// The element is the whole page: history and title follow the step.
    pub page: bool,
    /// Where a person who has nothing to go on with begins.
    pub start: Start,
    /// Where answers are kept unless the person chooses otherwise.
    pub keep: Option<Shelf>,
    /// Nothing may be kept, whatever the person would choose.
    pub never: bool,
    /// Whom the page names to turn to.
    pub contact: Contact,
    /// In a workshop: the public key of its board, or nothing for short codes only.
    pub workshop: Option<String>,
    /// Attributes with a value we do not know.
    pub refused: Vec<Refused>,
}
