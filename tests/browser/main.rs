//! The browser tests: the release build in real Chromium, under the strict policy it promises to hold under.
//!
//! Run by `cargo xtask test`, or by hand after `cargo xtask build`:
//! `cargo test --test browser -- --test-threads=1 [name]`.

mod access;
mod embed;
mod keep;
mod panic;
mod privacy;
mod result;
mod scan;
mod stage;
mod walk;
