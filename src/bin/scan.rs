//! The program a participant downloads.
#![forbid(unsafe_code)]
use ruimtescan as _;
fn main() {}
