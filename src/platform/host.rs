//! What the page around the element can do for the app.

/// What the page is told. Never an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostEvent {
    /// `scan-started`: the person left the intro.
    Started,
    /// `scan-step`: a question is on the screen.
    Step {
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        total: usize,
    },
    /// `scan-completed`: the result is on the screen.
    Completed,
    /// `scan-problem`: something that only the page can mend.
    Problem(Refused),
}

/// The name of what is wrong inside content of the page's own; the value is its place there, and what follows says what
/// to do.
pub const IN_CONTENT: &str = "content-problem";

/// What the page asked for that cannot be; the default is used in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The attribute or method.
    pub name: &'static str,
    /// What was asked.
    pub value: String,
    /// What can be asked.
    pub allowed: String,
}

/// A code that is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Tells it from other orders.
    pub turn: u32,
    /// The version of the questionnaire.
    pub version: u16,
    /// The answers, as [`scan::code::digits`] makes them.
    pub digits: String,
    /// A number that tells this sitting from another one with the same answers.
    pub nonce: String,
    /// The public key of the board it is sealed for; without one the code is short.
    pub key: Option<String>,
}

/// The page around the element.
pub trait Host {
    /// Sends an event to the page.
    fn emit(&self, event: &HostEvent);
    /// Leaves the answers with the element, in memory only, so that a crash loses nothing.
    fn keep(&self, text: &str);
    /// Has a code made. What came of it, the element tells the app alone.
    fn code(&self, order: &Order);
    /// Tells the element that another screen is there.
    fn moved(&self);
    /// Asks the element to say when what is drawn now has been painted.
    fn drawn(&self);
    /// Gives the element the words of the panel it shows after a crash.
    fn rescue(&self, heading: &str, text: &str, button: &str);
}
