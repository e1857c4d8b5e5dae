//! What the board says, as `build.rs` made it of `content/board`, and when a talking point fits.

use scan::group::{Pattern, Spread, Subject};
use scan::text::fill;

/// When a point fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// The spread of the question at this place.
    Question(usize, Fits),
    /// The spread of this step.
    Step(u8, Fits),
    /// With every group.
    Always,
}

/// What a spread must be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fits {
    /// Rules; or seldom, or wanting hold.
    Low,
    /// A bit of both.
    Middle,
    /// Leeway; or often, or sure.
    High,
    /// Divided.
    Differs,
}

/// Something to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// When it fits.
    pub(super) when: When,
    /// What it is about, in a few words.
    pub(super) heading: &'static str,
    /// What can be said.
    pub(super) say: &'static str,
    /// What to ask for: a recent situation, never who chose what.
    pub(super) ask: &'static str,
}

/// How a workshop of some length goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Programme {
    /// How long.
    pub(super) minutes: u16,
    /// What comes after what.
    pub(super) parts: &'static [Part],
}

/// A part of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// How long.
    pub(super) minutes: u16,
    /// What it is called.
    pub(super) title: &'static str,
}

/// The point that fits this spread. `low_first` where few people matter as much as many: whoever wants hold is helped, also
/// when the others are sure.
pub(super) fn point(spread: &Spread, low_first: bool) -> Option<&'static Point> {
    let fits = match spread.pattern() {
        Pattern::Hidden => return None,
        _ if low_first && spread.low() => Fits::Low,
        Pattern::Agrees(0) => Fits::Low,
        Pattern::Agrees(1) => Fits::Middle,
        Pattern::Agrees(_) => Fits::High,
        Pattern::Differs => Fits::Differs,
    };
    let wanted = match spread.subject() {
        Subject::Question(id) => When::Question(id.index(), fits),
        Subject::Step(step) => When::Step(step, fits),
    };
    POINTS.iter().find(|point| point.when == wanted)
}

/// The points for every group.
pub(super) fn closers() -> impl Iterator<Item = &'static Point> {
    POINTS.iter().filter(|point| point.when == When::Always)
}

/// A text with a number where `{n}` stands.
#[inline(never)]
pub(super) fn with(text: &str, n: usize) -> String {
    fill(text, &[("n", &n.to_string())])
}

include!(concat!(env!("OUT_DIR"), "/board.rs"));
