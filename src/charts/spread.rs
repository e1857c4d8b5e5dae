//! How a group spreads over the places of a question: discs on a beam, told apart by size and word, never by a count alone.

use crate::components::markup::{around, element, line, list, many, nothing, row};
use scan::group::{Cell, Share};
use yew::Html;

/// Height of the picture, and where its beam is: in the size of its words, so that it grows with them on a big screen.
const HEIGHT: &str = "7.6em";
const MIDDLE: &str = "3.8em";

/// A cell with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The cell.
    pub cell: Cell,
    /// Its place or places.
    pub place: String,
    /// How much of the group.
    pub share: &'static str,
    /// About how many; may be empty.
    pub about: String,
}

/// The radius of the disc for a share, in tenths of the size of its words; `None` for a stretch that is empty or nearly so.
pub fn radius(share: Share) -> Option<i32> {
    match share {
        Share::Few => None,
        Share::Part => Some(13),
        Share::Half => Some(20),
        Share::Most => Some(27),
        Share::NearlyAll => Some(34),
    }
}

/// The picture, with the words of each cell under it. `places` is how many there are.
pub fn spread(spots: &[Spot], places: usize, alt: &str) -> Html {
    let places = places.max(1) as i32;
    // The middle of a cell, in tenths of a percent of the width.
    let middle = |cell: &Cell| (cell.first + cell.last + 1) as i32 * 500 / places;
    let drawn = spots.iter().map(|spot| mark(middle(&spot.cell), &spot.cell, places)).collect();
    let picture = element(
        "svg",
        &["width", "height", "role", "aria-label", "focusable"],
        &["100%", HEIGHT, "img", alt, "false"],
        row![stroke("bar", 500 / places, 1000 - 500 / places), many(drawn)],
    );
    let columns = ["spread of-", &places.to_string()].concat();
    let words = list("ul", "spots", spots, |spot| {
        let cell = &spot.cell;
        let span = ["from-", &cell.first.to_string(), " to-", &cell.last.to_string()].concat();
        let quiet = if cell.share == Share::Few { " few" } else { "" };
        let said = row![line("b", "", &spot.place), line("span", "", spot.share), line("span", "about", &spot.about)];
        element("li", &["class"], &[&[&span, quiet].concat()], said)
    });
    element("div", &["class", "part"], &[&columns, "spread"], row![around("div", "drawn", picture), words])
}

fn mark(middle: i32, cell: &Cell, places: i32) -> Html {
    match radius(cell.share) {
        Some(radius) => {
            let (x, r) = (percent(middle), tenths(radius) + "em");
            element("circle", &["class", "cx", "cy", "r"], &["disc", &x, MIDDLE, &r], nothing())
        }
        None => {
            let half = (cell.last - cell.first + 1) as i32 * 500 / places - 60;
            stroke("few", middle - half, middle + half)
        }
    }
}

fn stroke(class: &'static str, from: i32, to: i32) -> Html {
    let (from, to) = (percent(from), percent(to));
    element("line", &["class", "x1", "x2", "y1", "y2"], &[class, &from, &to, MIDDLE, MIDDLE], nothing())
}

/// Tenths of a percent.
fn percent(place: i32) -> String {
    tenths(place) + "%"
}

fn tenths(number: i32) -> String {
    [&(number / 10).to_string(), ".", &(number % 10).to_string()].concat()
}
