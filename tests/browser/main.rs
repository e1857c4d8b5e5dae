//! The browser tests: the release build in real browsers, Chromium for most, under the strict policy it promises to hold under.
//!
//! Run by `cargo xtask test`, or by hand after `cargo xtask package`: `cargo test --test browser -- --test-threads=2 [name]`.
#![cfg(test)]

mod access;
mod board;
mod camera;
mod contract;
mod editor;
mod embed;
mod endurance;
mod engines;
mod english;
mod files;
mod frame;
mod frame_hostile;
mod keep;
mod nginx;
mod nowasm;
mod npm;
mod panic;
mod paper;
mod participant_code;
mod press;
mod privacy;
mod result;
mod scorm;
mod scorm_learner;
mod scorm_status;
mod single;
mod single_board;
mod start;
mod support;
mod tabs;
mod theme;
mod walk;
