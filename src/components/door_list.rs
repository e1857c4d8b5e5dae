//! Where to turn to: when, who, and a number that dials.

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
        <ul class={yew::classes!("doors", size.class())} part="doors">
            { for doors.iter().map(door) }
        </ul>
    }
}

fn door(door: &DoorReport) -> Html {
    html! {
        <li class="door">
            <span class="when">{ &door.when }</span>
            { " " }
            if door.tel.is_empty() {
                <span class="who">{ &door.who }</span>
            } else {
                <a class="who" href={["tel:", &door.tel].concat()}>
                    { &door.who }{ " " }<span class="number">{ &door.number }</span>
                </a>
            }
            if !door.note.is_empty() {
                <span class="about">{ &door.note }</span>
            }
        </li>
    }
}
