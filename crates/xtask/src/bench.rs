//! Measures size and speed, of the widget and of what it is compared with. It asserts nothing:
//! machines are too noisy for a timed test.

mod pages;
mod questions;

use std::fs;

use anyhow::Result;
use clap::{Args, ValueEnum, value_parser};

use crate::build::{build, replace};
use crate::command::run;
use crate::javascript::Form;
use crate::npm::Npm;
use crate::programs::{CODES, Tools};
use crate::workspace::{Mode, Workspace};
use crate::{browser, size};

/// A part of the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// What the widget weighs, part by part.
    Size,
    /// How fast the core is, natively.
    Native,
    /// The widget beside other pages, in the browser.
    Speed,
    /// The board of a workshop, in the browser.
    Board,
}

/// What was asked on the command line.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// How often each page is walked in each mode.
    #[arg(long, value_name = "N", default_value_t = 9, value_parser = value_parser!(u32).range(1..))]
    pub(crate) rounds: u32,
    /// Runs that part only; then writes nothing down, but what the board does: that stands by itself.
    #[arg(long, value_name = "PART")]
    pub(crate) only: Option<Part>,
}

/// Runs the parts that were asked for; all of them end up in docs/bench and the README.
pub(crate) fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    let asked = |part| options.only.is_none_or(|only| only == part);
    if asked(Part::Size) {
        size::size(workspace)?;
    }
    if asked(Part::Native) {
        native(workspace)?;
    }
    if asked(Part::Speed) {
        speed(workspace, options)?;
    }
    if asked(Part::Board) {
        board(workspace)?;
    }
    Ok(())
}

fn native(workspace: &Workspace) -> Result<()> {
    // Figures of an earlier run must never pass for those of this one.
    let _ = fs::remove_dir_all(workspace.target().join("criterion"));
    let mut core = workspace.cargo();
    run(core.args(["bench", "--package", "scan", "--bench", "core"]))
}

fn speed(workspace: &Workspace, options: &Options) -> Result<()> {
    browser::ensure()?;
    build(workspace, Mode::Release)?;
    let pages = workspace.target().join("xtask").join("bench");
    pages::build(workspace, &pages)?;
    let mut speed = workspace.cargo();
    // The same packages as the tests, so that nothing is compiled once more.
    speed.args(["test", "--workspace", "--exclude", "xtask", "--test", "speed", "--"]);
    speed.arg("--pages").arg(&pages).arg("--rounds").arg(options.rounds.to_string());
    if options.only.is_none() {
        speed.arg("--write").arg(workspace.target().join("criterion"));
    }
    run(speed.env("XTASK_BIN", std::env::current_exe()?))
}

fn board(workspace: &Workspace) -> Result<()> {
    browser::ensure()?;
    let (site, parts) = build(workspace, Mode::Release)?;
    let npm = Npm::ready(workspace)?;
    let tools = Tools { workspace, mode: Mode::Release, npm: Some(&npm) };
    let codes = CODES.make(tools, Form::Files, &parts.name, "")?.file(tools, &site)?;
    replace(&site.join(CODES.file), codes.as_bytes())?;
    let mut speed = workspace.cargo();
    speed.args(["test", "--workspace", "--exclude", "xtask", "--test", "speed", "--", "--board"]);
    run(speed.env("XTASK_BIN", std::env::current_exe()?))
}
