//! The web side of Ruimtescan (a stub that proves the build).
#![forbid(unsafe_code)]

pub mod app;
pub mod embed;
