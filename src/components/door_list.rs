//! Where to turn to: when, who, and a number that dials.

use crate::components::markup::{around, line, row, text};
use scan::report::DoorReport;
use yew::{Html, html};

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
    fn class(self) -> Option<&'static str> {
        match self {
            Size::Plain => None,
            Size::Near => Some("near"),
            Size::Closing => Some("closing"),
        }
    }
}

/// The doors, in order. The condition always stands before the number.
pub fn door_list(doors: &[DoorReport], size: Size) -> Html {
    html! {
        <ul class={yew::classes!("doors", size.class())} part="doors">{ for doors.iter().map(door) }</ul>
    }
}

fn door(door: &DoorReport) -> Html {
    let who = if door.tel.is_empty() {
        line("span", "who", &door.who)
    } else {
        let href = ["tel:", &door.tel].concat();
        let words = row([text(&door.who), text(" "), line("span", "number", &door.number)]);
        html! { <a class="who" {href}>{ words }</a> }
    };
    around("li", "door", row([line("span", "when", &door.when), text(" "), who, line("span", "about", &door.note)]))
}
