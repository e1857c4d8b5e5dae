//! The browser tests: the release build in real browsers, Chromium for most, under the strict policy it promises to hold under.
//!
//! Run by `cargo xtask test`, or by hand after `cargo xtask package`:
//! `cargo test --test browser -- --test-threads=1 [name]`.

#[cfg(test)]
mod access;
#[cfg(test)]
mod builder;
mod bundle;
#[cfg(test)]
mod camera;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod embed;
#[cfg(test)]
mod endurance;
#[cfg(test)]
mod engines;
#[cfg(test)]
mod english;
#[cfg(test)]
mod files;
#[cfg(test)]
mod frame;
#[cfg(test)]
mod frame_hostile;
#[cfg(test)]
mod hand;
#[cfg(test)]
mod keep;
#[cfg(test)]
mod nginx;
#[cfg(test)]
mod nowasm;
#[cfg(test)]
mod panic;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod platform;
#[cfg(test)]
mod press;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod result;
#[cfg(test)]
mod scan;
#[cfg(test)]
mod scorm;
#[cfg(test)]
mod scorm_learner;
#[cfg(test)]
mod scorm_status;
#[cfg(test)]
#[allow(dead_code, reason = "only the words of a language are of use here")]
#[path = "../../crates/scan/tests/it/shipped.rs"]
mod shipped;
#[cfg(test)]
mod single;
#[cfg(test)]
mod single_board;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod start;
#[cfg(test)]
mod tabs;
#[cfg(test)]
mod theme;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod workshop;
