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

use crate::args::{HELP, Task};
use crate::place::Place;

fn main() -> ExitCode {
    let task = match args::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("xtask: {problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match perform(task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            // The whole chain on one line: from what was wanted to what stood in the way.
            eprintln!("xtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<bool> {
    let place = Place::find()?;
    match task {
        Task::Help => println!("{HELP}"),
        Task::Build(mode) => {
            let (site, parts) = build::build(&place, mode)?;
            build::report(&site, &parts);
        }
        Task::Package(status) => package::package(&place, status)?,
        Task::Serve(options) => serve::serve(&place, options)?,
        Task::Size => size::size(&place)?,
        Task::Bench(options) => bench::bench(&place, &options)?,
        Task::Test(choice) => return Ok(layers::test(&place, &choice)),
    }
    Ok(true)
}
