//! Measures size and speed and prints them. It asserts nothing: machines are too noisy for a timed test.

use anyhow::Result;

use crate::place::Place;
use crate::run::run;
use crate::{browser, size};

/// Weighs the site, then times it in the browser.
pub(crate) fn bench(place: &Place) -> Result<()> {
    size::size(place)?;
    browser::ensure()?;
    let mut speed = place.cargo();
    // The same packages as the tests, so that nothing is compiled once more.
    speed.args(["test", "--workspace", "--exclude", "xtask", "--test", "speed"]);
    run(speed.env("XTASK_BIN", std::env::current_exe()?))
}
