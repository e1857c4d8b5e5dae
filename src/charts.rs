//! The pictures, as inline SVG that reads in grey, on paper and in forced colours.
//!
//! An SVG here is never scaled: places across are percentages and places down are lengths, so shapes
//! and words keep their size at any width.

pub mod balance;
pub mod geometry;
pub mod ladder;
pub mod spread;
