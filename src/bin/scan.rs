//! The program a participant downloads. What the page calls stands in `embed::mount`.
#![forbid(unsafe_code)]

// Named so that its exports are linked in.
use ruimtescan as _;

fn main() {}
