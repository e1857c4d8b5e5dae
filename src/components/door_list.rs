//! Where to turn to: when, who, and a number that dials.

use crate::components::markup::{around, element, line, many, nothing, row, text};
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
    element!("ul", ["class" = &class, "part" = "doors"], many(doors.iter().map(door).collect()))
}

fn door(door: &DoorReport) -> Html {
    let who = if door.tel.is_empty() {
        line("span", "who", &door.who)
    } else {
        let href = ["tel:", &door.tel].concat();
        let words = row![text(&door.who), text(" "), line("span", "number", &door.number)];
        element!("a", ["class" = "who", "href" = &href], words)
    };
    let when = line("span", "when", &door.when);
    let note = line("span", "about", &door.note);
    around("li", "door", row![when, text(" "), who, note, away(door)])
}

/// The link to a page or a mail; a page opens beside this one, so that the scan stays.
fn away(door: &DoorReport) -> Html {
    if door.url.is_empty() {
        return nothing();
    }
    // A mail or a number opens in a program of its own anyway.
    let target = if door.url.starts_with("http") { "_blank" } else { "_self" };
    element!("a", ["class" = "away", "href" = &door.url, "target" = target, "rel" = "noopener"], text(&door.link))
}
