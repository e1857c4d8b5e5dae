//! Where to turn to: when, who, and a number that dials.

use crate::components::markup::{around, element, line, many, row, text};
use scan::report::DoorReport;
use yew::Html;

/// How large the doors are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Among other text.
    Plain,
    /// As large as a heading: under the ladder, where it counts.
    Near,
    /// Closes the page.
    Closing,
}

impl Size {
    fn class(self) -> &'static str {
        match self {
            Size::Plain => "plain",
            Size::Near => "near",
            Size::Closing => "closing",
        }
    }
}

/// The doors, in order. The condition always stands before the number.
pub fn door_list(doors: &[DoorReport], size: Size) -> Html {
    let class = ["doors ", size.class()].concat();
    element("ul", &["class", "part"], &[&class, "doors"], many(doors.iter().map(door).collect()))
}

fn door(door: &DoorReport) -> Html {
    let who = if door.tel.is_empty() {
        line("span", "who", &door.who)
    } else {
        let href = ["tel:", &door.tel].concat();
        let words = row![text(&door.who), text(" "), line("span", "number", &door.number)];
        element("a", &["class", "href"], &["who", &href], words)
    };
    around("li", "door", row![line("span", "when", &door.when), text(" "), who, line("span", "about", &door.note)])
}
