//! The web side of Ruimtescan: the pure core of `crates/scan`, drawn with Yew inside `<ruimte-scan>`.
//!
//! | module | what it is |
//! |---|---|
//! | [`embed`] | what the page and the program say to each other |
//! | [`app`] | the one Yew component: session in, effects out |
//! | [`screens`] | one function per screen, from a page to markup |
//! | [`components`] | the pieces screens are made of |
//! | [`charts`] | the balance and the ladder as inline SVG |
//! | [`editor`] | the page for editors, which is no part of the scan |
//! | [`board`] | the board of a workshop, which is no part of the scan |
//! | [`platform`] | everything outside the program, behind one trait |
//!
//! What may use what stands in ARCHITECTURE.md, under Directions.
//!
//! Only the app is a Yew component. Screens, components and charts are plain functions from structs
//! to markup, so they cannot hold state, reach storage or differ between two calls.
#![forbid(unsafe_code)]

pub mod app;
pub mod board;
pub mod charts;
pub mod components;
pub mod editor;
pub mod embed;
#[allow(clippy::disallowed_methods, reason = "the one place where the browser is reached")]
pub mod platform;
pub mod screens;
