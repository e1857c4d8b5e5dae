//! The web side of Ruimtescan: the pure core of `crates/scan`, drawn with Yew inside `<ruimte-scan>`.
//!
//! | module | what it is | what it may use |
//! |---|---|---|
//! | [`embed`] | what the page and the program say to each other | `app`, `platform` |
//! | [`app`] | the one Yew component: session in, effects out | `screens`, `platform`, `scan` |
//! | [`screens`] | one function per screen, from a page to markup | `components`, `charts`, `scan::page` |
//! | [`components`] | the pieces screens are made of | plain structs of `scan` |
//! | [`charts`] | the balance and the ladder as inline SVG | plain structs of `scan` |
//! | [`platform`] | everything outside the program, behind one trait | `gloo`, `web-sys` |
//!
//! Only the app is a Yew component. Screens, components and charts are plain functions from structs
//! to markup, so they cannot hold state, reach storage or differ between two calls.
#![forbid(unsafe_code)]

pub mod app;
pub mod charts;
pub mod components;
pub mod embed;
#[allow(clippy::disallowed_methods, reason = "the one place where the browser is reached")]
pub mod platform;
pub mod screens;
