//! What can be asked on the command line, and what `cargo xtask help` says about it.

use clap::{Parser, Subcommand};

use crate::bench;
use crate::package::Status;
use crate::server::Options;
use crate::test::Choice;

/// Builds, serves, tests and measures Ruimtescan.
#[derive(Debug, Parser)]
// What is said twice counts as it was said last.
#[command(bin_name = "cargo xtask", flatten_help = true, args_override_self = true)]
pub(crate) struct Asked {
    /// Nothing is a question too: what there is to ask.
    #[command(subcommand)]
    pub(crate) task: Option<Task>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Task {
    /// Makes dist/: ruimtescan.js, which shows the first screen, ruimtescan-app.js, the program that it loads, and a host page.
    Build {
        /// Takes the standard library as it comes: larger, but asks nothing unstable of the compiler.
        #[arg(long)]
        stable_std: bool,
        /// Is quick and needs no Node; its files are in target/xtask/dev.
        #[arg(long, conflicts_with = "stable_std")]
        dev: bool,
    },
    /// Builds dist/ and adds every form in which the scan is handed out. Needs Node.
    Package {
        /// What a learning platform is told: `passed` for one that does not go by `completed`.
        #[arg(long, value_enum, default_value_t)]
        status: Status,
    },
    /// Builds dist/ and serves it on 127.0.0.1 under the strict policy that hosts are asked to use.
    Serve(Options),
    /// Runs fmt, clippy, tests, docs, build and browser, and ends with the sum.
    Test(Choice),
    /// Builds dist/ and prints what a participant loads: raw, gzip and brotli, per part.
    Size,
    /// Measures size and speed, of the core and beside other pages; writes docs/bench and the table in README.md.
    Bench(bench::Options),
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use clap::Parser;
    use clap::error::ErrorKind;

    use super::{Asked, Task};
    use crate::bench::{self, Part};
    use crate::package::Status;
    use crate::server::Options;
    use crate::test::{Choice, Layer};

    fn parse(line: &str) -> Result<Option<Task>, clap::Error> {
        let words = std::iter::once("xtask").chain(line.split_whitespace());
        Asked::try_parse_from(words).map(|asked| asked.task)
    }

    #[track_caller]
    fn check(line: &str, task: Task) {
        assert_eq!(parse(line).expect("it is understood"), Some(task));
    }

    #[track_caller]
    fn check_refused(line: &str, because: &str) {
        let problem = parse(line).expect_err("it is refused");
        assert_eq!(problem.exit_code(), 2);
        assert!(problem.to_string().contains(because), "`{line}` gave `{problem}`");
    }

    #[test]
    fn nothing_asked_is_help() {
        assert_eq!(parse("").expect("it is understood"), None);
        for line in ["help", "--help", "-h", "serve --port 1 --help"] {
            let help = parse(line).expect_err("help is all there is");
            assert_eq!((help.kind(), help.exit_code()), (ErrorKind::DisplayHelp, 0), "{line}");
        }
    }

    #[test]
    fn help_names_every_command_with_its_flags() {
        let help = parse("help").expect_err("help is all there is").to_string();
        for usage in ["build [OPTIONS]", "--also <PREFIX=DIR>", "--only <LAYER>", "--status <STATUS>", "--rounds <N>"] {
            assert!(help.contains(usage), "{usage} is not in {help}");
        }
    }

    #[test]
    fn commands_take_their_flags() {
        check("build", Task::Build { stable_std: false, dev: false });
        check("build --stable-std", Task::Build { stable_std: true, dev: false });
        check("build --dev", Task::Build { stable_std: false, dev: true });
        check("package", Task::Package { status: Status::Completed });
        check("package --status passed", Task::Package { status: Status::Passed });
        check("size", Task::Size);
        check("bench", Task::Bench(bench::Options { rounds: 9, only: None }));
        check("bench --rounds 2 --only native", Task::Bench(bench::Options { rounds: 2, only: Some(Part::Native) }));
        let plain = Options { port: 8080, watch: false, no_build: false, log: None, hold: None, also: Vec::new() };
        check("serve", Task::Serve(plain.clone()));
        check("serve --watch", Task::Serve(Options { watch: true, ..plain }));
        check(
            "serve --no-build --port 0 --log a.txt --hold b.txt --also /pages=tests/pages --also /b=c=d",
            Task::Serve(Options {
                port: 0,
                watch: false,
                no_build: true,
                log: Some(PathBuf::from("a.txt")),
                hold: Some(PathBuf::from("b.txt")),
                also: vec![
                    ("/pages".to_owned(), PathBuf::from("tests/pages")),
                    ("/b".to_owned(), PathBuf::from("c=d")),
                ],
            }),
        );
        check("test", Task::Test(Choice::default()));
        check("test --no-browser", Task::Test(Choice { no_browser: true, only: Vec::new() }));
        check(
            "test --only fmt --only browser",
            Task::Test(Choice { no_browser: false, only: vec![Layer::Fmt, Layer::Browser] }),
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        check_refused("biuld", "'biuld'");
        check_refused("biuld", "'build'");
        check_refused("build --fast", "'--fast'");
        check_refused("build --stable-std --dev", "'--stable-std' cannot be used with '--dev'");
        check_refused("package --now", "'--now'");
        check_refused("package --status failed", "completed, passed");
        check_refused("size --now", "'--now'");
        check_refused("size now", "'now'");
        check_refused("bench --rounds 0", "invalid value '0' for '--rounds <N>': 0 is not in 1..");
        check_refused("bench --only fast", "size, native, speed, board");
        check_refused("serve --port", "a value is required for '--port <N>'");
        check_refused("serve --port x", "invalid value 'x' for '--port <N>'");
        check_refused("serve --port 65536", "65536 is not in 0..=65535");
        check_refused("serve --also /=x", "not PREFIX=DIR");
        check_refused("serve --hold", "a value is required for '--hold <FILE>'");
        check_refused("test --only lint", "fmt, clippy, tests, docs, build, browser");
    }
}
