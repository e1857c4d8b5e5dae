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

/// How a cell is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A disc with this radius, in tenths of the size of its words.
    Disc(usize),
    /// A stretch that is empty or nearly so, this far to both sides.
    Stretch(usize),
}

/// Where the picture has its parts, in so many equal pieces across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// How many places there are.
    pub places: usize,
    /// How many pieces the picture is wide.
    pub width: usize,
}

impl Scale {
    /// This many halves of a place.
    fn halves(self, count: usize) -> usize {
        count * self.width / (2 * self.places.max(1))
    }

    /// The beam, from the middle of the first place to that of the last.
    pub fn beam(self) -> [usize; 2] {
        [self.halves(1), self.width - self.halves(1)]
    }

    /// The middle of a cell, and its shape there.
    pub fn cell(self, cell: &Cell) -> (usize, Shape) {
        let shape = match cell.share {
            Share::Few => Shape::Stretch(self.halves(cell.last - cell.first + 1) - self.width * 6 / 100),
            Share::Part => Shape::Disc(13),
            Share::Half => Shape::Disc(20),
            Share::Most => Shape::Disc(27),
            Share::NearlyAll => Shape::Disc(34),
        };
        (self.halves(cell.first + cell.last + 1), shape)
    }
}

/// The picture, with the words of each cell under it. `places` is how many there are.
pub fn spread(spots: &[Spot], places: usize, alt: &str) -> Html {
    // In tenths of a percent.
    let scale = Scale { places, width: 1000 };
    let [from, to] = scale.beam();
    let drawn = spots.iter().map(|spot| mark(scale.cell(&spot.cell))).collect();
    let picture = element!(
        "svg",
        ["width" = "100%", "height" = HEIGHT, "role" = "img", "aria-label" = alt, "focusable" = "false"],
        row![stroke("bar", from, to), many(drawn)],
    );
    let columns = ["spread of-", &places.max(1).to_string()].concat();
    let words = list("ul", "spots", spots, |spot| {
        let cell = &spot.cell;
        let span = ["from-", &cell.first.to_string(), " to-", &cell.last.to_string()].concat();
        let quiet = if cell.share == Share::Few { " few" } else { "" };
        let said = row![line("b", "", &spot.place), line("span", "", spot.share), line("span", "about", &spot.about)];
        element!("li", ["class" = &[&span, quiet].concat()], said)
    });
    element!("div", ["class" = &columns, "part" = "spread"], row![around("div", "drawn", picture), words])
}

fn mark((middle, shape): (usize, Shape)) -> Html {
    match shape {
        Shape::Disc(radius) => {
            let (x, r) = (percent(middle), tenths(radius) + "em");
            element!("circle", ["class" = "disc", "cx" = &x, "cy" = MIDDLE, "r" = &r], nothing())
        }
        Shape::Stretch(half) => stroke("few", middle - half, middle + half),
    }
}

fn stroke(class: &'static str, from: usize, to: usize) -> Html {
    let (from, to) = (percent(from), percent(to));
    element!("line", ["class" = class, "x1" = &from, "x2" = &to, "y1" = MIDDLE, "y2" = MIDDLE], nothing())
}

/// Tenths of a percent.
fn percent(place: usize) -> String {
    tenths(place) + "%"
}

fn tenths(number: usize) -> String {
    [&(number / 10).to_string(), ".", &(number % 10).to_string()].concat()
}
