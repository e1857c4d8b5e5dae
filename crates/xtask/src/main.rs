//! Build, serve, test and measure Ruimtescan: `cargo xtask help` says how.
#![forbid(unsafe_code)]

mod args;
mod bench;
mod browser;
mod build;
mod command;
mod compress;
mod javascript;
mod npm;
mod package;
mod programs;
mod screens;
mod server;
mod size;
mod styles;
mod test;
mod wasm;
mod wasm2js;
mod watch;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser};

use crate::args::{Asked, Task};
use crate::workspace::{Mode, Workspace};

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
    let workspace = Workspace::find()?;
    match asked.task {
        None => Asked::command().print_help()?,
        Some(Task::Build { stable_std, dev }) => {
            let mode = if dev { Mode::Dev } else { Mode::Release };
            let (site, parts) = build::build(&workspace, if stable_std { Mode::StableStd } else { mode })?;
            build::report(&site, &parts);
        }
        Some(Task::Package { status }) => package::package(&workspace, status)?,
        Some(Task::Serve(options)) => server::serve(&workspace, options)?,
        Some(Task::Size) => size::size(&workspace)?,
        Some(Task::Bench(options)) => bench::bench(&workspace, &options)?,
        Some(Task::Test(choice)) => return Ok(test::test(&workspace, &choice)),
    }
    Ok(true)
}
