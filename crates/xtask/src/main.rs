//! Build, serve, test and measure Ruimtescan.
#![forbid(unsafe_code)]
fn main() {}
