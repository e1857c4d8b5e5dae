//! Leading the conversation: what is on the big screen, one thing at a time.

use crate::board::picture::{Part, Picture, Pictures};
use crate::board::words::{Point, closers};

/// What can be on the big screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Slide<'a> {
    /// The name of the workshop.
    Title,
    /// A picture, under the heading of its part.
    Picture(&'static str, &'a Picture),
    /// Something to end with.
    Closer(&'static Point),
    /// Where to turn to.
    Doors,
}

/// Everything, in the order in which it is talked about. `whole` takes the organisation in.
pub(super) fn slides(pictures: &Pictures, whole: bool) -> Vec<Slide<'_>> {
    let mut slides = vec![Slide::Title];
    for Part { heading, pictures, .. } in pictures.parts(whole) {
        // There is nothing to guess where nothing can be shown.
        let shown = pictures.iter().filter(|picture| picture.moments.iter().any(|moment| !moment.cells.is_empty()));
        slides.extend(shown.map(|picture| Slide::Picture(heading, picture)));
    }
    slides.extend(closers().map(Slide::Closer));
    slides.push(Slide::Doors);
    slides
}

/// How far a slide is opened: first a guess, then the picture, then what to talk about.
fn layers(slide: &Slide) -> usize {
    match slide {
        Slide::Picture(_, picture) if picture.point.is_some() => 3,
        Slide::Picture(..) => 2,
        Slide::Title | Slide::Closer(_) | Slide::Doors => 1,
    }
}

/// Where the conversation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// Which slide.
    pub slide: usize,
    /// How far it is opened, from 0.
    pub layer: usize,
    /// Whether the screen is blank.
    pub hidden: bool,
    /// When the time is up, in milliseconds since 1970.
    pub until: Option<u64>,
}

impl Talk {
    /// One further: the same slide opened more, or else the next.
    pub(super) fn next(&mut self, slides: &[Slide]) {
        let layers = slides.get(self.slide).map_or(1, layers);
        if self.hidden {
            self.hidden = false;
        } else if self.layer + 1 < layers {
            self.layer += 1;
        } else if self.slide + 1 < slides.len() {
            self.slide += 1;
            self.layer = 0;
        }
    }

    /// One back, the slide before opened as far as it was.
    pub(super) fn previous(&mut self, slides: &[Slide]) {
        if self.hidden {
            self.hidden = false;
        } else if self.layer > 0 {
            self.layer -= 1;
        } else if let Some(before) = self.slide.checked_sub(1) {
            self.slide = before;
            self.layer = slides.get(before).map_or(0, |slide| layers(slide) - 1);
        }
    }
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Further.
    Next,
    /// Back.
    Previous,
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// Blank the screen, or show it again.
    Hide,
    /// End the presentation.
    Leave,
}

impl Key {
    /// What this key asks for: of a keyboard, or of a clicker, which sends the keys of other programs.
    pub(super) fn of(name: &str) -> Option<Key> {
        match name {
            "ArrowRight" | "ArrowDown" | "PageDown" | " " | "n" => Some(Key::Next),
            "ArrowLeft" | "ArrowUp" | "PageUp" | "p" => Some(Key::Previous),
            "Home" => Some(Key::First),
            "End" => Some(Key::Last),
            "b" | "B" | "." => Some(Key::Hide),
            "Escape" => Some(Key::Leave),
            _ => None,
        }
    }
}
