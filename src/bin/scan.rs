//! The program a participant downloads.
fn main() {}
