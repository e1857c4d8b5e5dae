//! Build, serve, test and measure Ruimtescan: `cargo xtask help` says how.
#![forbid(unsafe_code)]

mod args;
mod bench;
mod bind;
mod browser;
mod build;
mod compile;
mod javascript;
mod layers;
mod npm;
mod package;
mod place;
mod programs;
mod run;
mod schemas;
mod screens;
mod serve;
mod site;
mod size;
mod styles;
mod tally;
mod wasm2js;
mod watch;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser};

use crate::args::{Asked, Task};
use crate::bind::Mode;
use crate::place::Place;

fn main() -> ExitCode {
    // What is not understood ends here, with a sentence for whoever typed it.
    match perform(Asked::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            // The whole chain on one line: from what was wanted to what stood in the way.
            eprintln!("xtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(asked: Asked) -> Result<bool> {
    let place = Place::find()?;
    match asked.task {
        None => Asked::command().print_help()?,
        Some(Task::Build { plain, dev }) => {
            let mode = if dev { Mode::Dev } else { Mode::Release };
            let (site, parts) = build::build(&place, if plain { Mode::Plain } else { mode })?;
            build::report(&site, &parts);
        }
        Some(Task::Package { status }) => package::package(&place, status)?,
        Some(Task::Serve(options)) => serve::serve(&place, options)?,
        Some(Task::Size) => size::size(&place)?,
        Some(Task::Bench(options)) => bench::bench(&place, &options)?,
        Some(Task::Test(choice)) => return Ok(layers::test(&place, &choice)),
    }
    Ok(true)
}
