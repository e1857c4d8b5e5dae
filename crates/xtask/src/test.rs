//! Runs every layer of tests, and sums up: from the lines in which test programs say what they did.

use std::fmt;
use std::ops::AddAssign;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::build::LOADER;
use crate::command::{run, watch_lines};
use crate::package::{Status, package};
use crate::wasm::{TARGET, ensure_target};
use crate::workspace::{Mode, Workspace};
use crate::{browser, npm};

/// A kind of test, in the order in which they run: what is quick and broad comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    Fmt,
    Clippy,
    Tests,
    Docs,
    Build,
    Browser,
}

/// Which layers to run.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Leaves the browser out.
    #[arg(long)]
    pub(crate) no_browser: bool,
    /// Runs that layer only; give it again for more.
    #[arg(long, value_name = "LAYER")]
    pub(crate) only: Vec<Layer>,
}

/// Runs the chosen layers; true when nothing failed. The last line printed is the sum.
pub(crate) fn test(workspace: &Workspace, choice: &Choice) -> bool {
    let mut sum = Tally::default();
    let mut built = true;
    for &layer in Layer::value_variants() {
        let name = format!("{layer:?}").to_lowercase();
        if layer == Layer::Browser && choice.no_browser {
            println!("\n== {name}: left out, as --no-browser asks");
            continue;
        }
        if !choice.only.is_empty() && !choice.only.contains(&layer) {
            println!("\n== {name}: left out, as --only asks");
            continue;
        }
        println!("\n== {name}");
        let start = Instant::now();
        let tally = perform(workspace, layer, built).unwrap_or_else(|problem| {
            eprintln!("xtask: {problem:#}");
            Tally::one(false)
        });
        built &= layer != Layer::Build || tally.failed == 0;
        sum += tally;
        let ignored = tally.ignored;
        let seconds = start.elapsed().as_secs_f32();
        println!("== {name}: {tally}, {ignored} ignored, in {seconds:.1} s");
    }
    println!("\n{sum}");
    sum.failed == 0
}

fn perform(workspace: &Workspace, layer: Layer, built: bool) -> Result<Tally> {
    match layer {
        Layer::Fmt => Ok(check(workspace.cargo().args(["fmt", "--all", "--check"]))),
        Layer::Clippy => clippy(workspace),
        Layer::Tests => tests(workspace),
        Layer::Docs => {
            let mut doc = workspace.cargo();
            // By target: the program `scan` and the crate `scan` would overwrite one another.
            doc.args(["doc", "--workspace", "--no-deps", "--lib", "--bin", "xtask"]);
            Ok(check(doc.env("RUSTDOCFLAGS", "-D warnings")))
        }
        Layer::Build => {
            package(workspace, Status::default())?;
            Ok(Tally::one(true))
        }
        Layer::Browser if !built => bail!("without a build there is nothing for a browser to open"),
        Layer::Browser => in_browser(workspace),
    }
}

fn clippy(workspace: &Workspace) -> Result<Tally> {
    let mut native = workspace.cargo();
    native.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    let mut tally = check(&mut native);
    ensure_target()?;
    let mut wasm = workspace.cargo();
    wasm.args(["clippy", "--package", "ruimtescan", "--lib", "--bins", "--target", TARGET]);
    tally += check(wasm.args(["--", "-D", "warnings"]));
    Ok(tally)
}

fn tests(workspace: &Workspace) -> Result<Tally> {
    let mut product = workspace.cargo();
    product.args(["test", "--workspace", "--exclude", "xtask", "--no-fail-fast"]);
    let mut tally = counted(&mut product)?;
    // With the profile it runs in: with another one all it rests on would be compiled once more.
    let mut tools = workspace.cargo();
    tools.args(["test", "--package", "xtask", "--profile", "tool", "--no-fail-fast"]);
    tally += counted(&mut tools)?;
    Ok(tally)
}

fn in_browser(workspace: &Workspace) -> Result<Tally> {
    let site = workspace.site(Mode::Release);
    if !site.join(LOADER).is_file() {
        bail!("there is nothing in {} to open; run `cargo xtask package`", site.display());
    }
    browser::ensure()?;
    let geckodriver = browser::geckodriver()?;
    npm::Npm::ready(workspace).context("the browser tests need axe-core and scorm-again from npm")?;
    browser::schemas(workspace)?;
    let mut tests = workspace.cargo();
    // The same packages as in the layer `tests`, so that nothing is compiled once more.
    tests.args(["test", "--workspace", "--exclude", "xtask"]);
    // As many at a time as there are cores: each has a server, a port and a profile of its own.
    tests.args(["--test", "browser"]);
    // What fails says why in its message, which a trace through the runtime hides.
    tests.env("RUST_BACKTRACE", "0");
    // The tests start the server of this very program.
    tests.env("XTASK_BIN", std::env::current_exe()?);
    tests.env("SCORM_SCHEMAS", workspace.schemas());
    tests.env("GECKODRIVER", geckodriver);
    counted(&mut tests)
}

/// A command that is one test: it succeeds or it does not.
fn check(command: &mut Command) -> Tally {
    match run(command) {
        Ok(()) => Tally::one(true),
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            Tally::one(false)
        }
    }
}

/// A command that runs tests and sums them up.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut lines = Vec::new();
    let ended_well = watch_lines(command, |line| lines.extend(Tally::read(line)))?;
    Ok(Tally::of_command(&lines, ended_well))
}

/// How many tests went well, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
    /// Tests that say themselves that they are not to be run.
    ignored: usize,
}

impl Tally {
    /// One test.
    fn one(passed: bool) -> Tally {
        if passed { Tally { passed: 1, ..Tally::default() } } else { Tally { failed: 1, ..Tally::default() } }
    }

    /// What a whole test command amounts to: `lines` of sums, each as [`Tally::read`] gave it.
    ///
    /// A command that summed nothing up, or that went wrong without a test that failed, counts
    /// as one more failure: tests that did not run are never taken for tests that passed.
    fn of_command(lines: &[Tally], ended_well: bool) -> Tally {
        let mut sum = Tally::default();
        for line in lines {
            sum += *line;
        }
        if lines.is_empty() || (!ended_well && sum.failed == 0) {
            sum.failed += 1;
        }
        sum
    }

    /// Reads a line such as `test result: ok. 5 passed; 0 failed; 1 ignored; ...`.
    fn read(line: &str) -> Option<Tally> {
        let rest = line.trim().strip_prefix("test result: ")?;
        let (_, counts) = rest.split_once(". ")?;
        let count = |name: &str| {
            let (number, _) =
                counts.split("; ").find_map(|part| part.split_once(' ').filter(|(_, what)| *what == name))?;
            number.parse::<usize>().ok()
        };
        Some(Tally { passed: count("passed")?, failed: count("failed")?, ignored: count("ignored")? })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[track_caller]
    fn check(line: &str, expected: Option<(usize, usize, usize)>) {
        let expected = expected.map(|(passed, failed, ignored)| Tally { passed, failed, ignored });
        assert_eq!(Tally::read(line), expected);
    }

    #[test]
    fn sums_are_read() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            Some((12, 0, 1)),
        );
        check("test result: FAILED. 2 passed; 40 failed; 0 ignored; 0 measured; 0 filtered out", Some((2, 40, 0)));
    }

    #[test]
    fn other_lines_are_not() {
        check("test it ... ok", None);
        check("12 passed, 0 failed", None);
        check("test result: ok.", None);
        check("test result: ok. many passed; 0 failed; 0 ignored", None);
        check("the test result: ok. 1 passed; 0 failed; 0 ignored", None);
    }

    #[test]
    fn a_command_adds_up_its_lines() {
        let line = Tally { passed: 3, failed: 1, ignored: 1 };
        let sum = Tally { passed: 6, failed: 2, ignored: 2 };
        assert_eq!(Tally::of_command(&[line, line], false), sum);
    }

    #[test]
    fn a_command_without_a_sum_failed() {
        assert_eq!(Tally::of_command(&[], true), Tally::one(false));
        assert_eq!(Tally::of_command(&[], false), Tally::one(false));
    }

    #[test]
    fn a_command_that_broke_off_failed() {
        let line = Tally { passed: 3, failed: 0, ignored: 0 };
        assert_eq!(Tally::of_command(&[line], false).failed, 1);
        assert_eq!(Tally::of_command(&[line], true).failed, 0);
    }
}
