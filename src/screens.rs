//! The screens: each a function from a page to markup. What a person does there comes out as an [`Act`].

mod act;
mod codes;
mod intro;
mod method;
mod print_sheet;
mod question;
mod result;

pub use act::{Act, CodeKind, Dispatch, Keep};
pub use codes::{CODES, CodeView, CodesView};
pub use intro::{IntroView, intro};
pub use method::method;
pub use print_sheet::print_sheet;
pub use question::question;
pub use result::{COPY, Extent, ResultView, result};

/// The id of the heading of every screen; it gets the focus after a change of screen.
pub const HEADING: &str = "heading";
