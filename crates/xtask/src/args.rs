//! Reads the command line.

use std::path::PathBuf;

use crate::bench;
use crate::bind::Mode;
use crate::layers::{Choice, Layer};
use crate::package::Status;
use crate::serve::Options;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask build [--plain | --dev]
    Makes dist/: ruimtescan.js, which shows the first screen, ruimtescan-app.js, the program that it loads,
    and a host page (index.html, host.css).
    --plain takes the standard library as it comes: larger, but asks nothing unstable of the compiler.
    --dev is quick and needs no Node; its files are in target/xtask/dev.

cargo xtask package [--status completed | passed]
    Builds dist/ and adds every form in which the scan is handed out. Needs Node.
    --status passed    for a learning platform that does not go by `completed`

cargo xtask serve [--port N] [--watch] [--no-build] [--log FILE] [--late MS] [--also PREFIX=DIR]
    Builds dist/ and serves it on 127.0.0.1 under the strict policy that hosts are asked to use.
    --port N           the first port to try (8080); 0 takes any that is free
    --watch            builds (--dev) after every change and loads the page again
    --no-build         serves what is there
    --log FILE         adds a line per request: method, path, status
    --late MS          sends the program that much later, to see what a slow line shows meanwhile
    --also PREFIX=DIR  serves a further folder, as in --also /pages=tests/browser/pages

cargo xtask test [--no-browser] [--only LAYER]
    Runs fmt, clippy, tests, docs, build and browser, and ends with the sum.
    --no-browser       leaves the browser out
    --only LAYER       runs that layer; give it again for more

cargo xtask size
    Builds dist/ and prints what a participant loads: raw, gzip and brotli, per part.

cargo xtask bench [--rounds N] [--only PART]
    The same, the core timed natively, and the widget beside other pages in Chromium.
    Writes docs/bench and the table in README.md. Prints, never asserts.
    --rounds N         how often each page is walked in each mode (9)
    --only PART        size, native, speed or board; then it prints, and writes the board alone";

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Say what can be asked.
    Help,
    /// Make the site.
    Build(Mode),
    /// Make every form of it.
    Package(Status),
    /// Serve the site.
    Serve(Options),
    /// Weigh the site.
    Size,
    /// Weigh and time the site.
    Bench(bench::Options),
    /// Test everything.
    Test(Choice),
}

/// Reads the words after `cargo xtask`; an error is a sentence for the person who typed them.
pub(crate) fn parse(words: impl IntoIterator<Item = String>) -> Result<Task, String> {
    let words: Vec<String> = words.into_iter().collect();
    if words.iter().any(|word| ["--help", "-h"].contains(&word.as_str())) {
        return Ok(Task::Help);
    }
    let mut words = words.into_iter();
    let Some(command) = words.next() else {
        return Ok(Task::Help);
    };
    match command.as_str() {
        "help" => Ok(Task::Help),
        "build" => build(words),
        "serve" => serve(words),
        "package" => package(words),
        "size" => match words.next() {
            None => Ok(Task::Size),
            Some(word) => Err(unknown(&word, "size")),
        },
        "bench" => bench(words),
        "test" => test(words),
        _ => Err(format!("there is no command `{command}`")),
    }
}

fn build(words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut mode = Mode::Release;
    for word in words {
        match word.as_str() {
            "--plain" => mode = Mode::Plain,
            "--dev" => mode = Mode::Dev,
            _ => return Err(unknown(&word, "build")),
        }
    }
    Ok(Task::Build(mode))
}

fn package(mut words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut status = Status::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--status" => {
                let name = value(&mut words, "--status")?;
                let named = Status::named(&name);
                status = named.ok_or_else(|| format!("there is no status `{name}`: completed or passed"))?;
            }
            _ => return Err(unknown(&word, "package")),
        }
    }
    Ok(Task::Package(status))
}

fn serve(mut words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut options = Options::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--watch" => options.watch = true,
            "--no-build" => options.no_build = true,
            "--port" => {
                let port = value(&mut words, "--port")?;
                let number = port.parse();
                options.port = number.map_err(|_| format!("`{port}` is no port (0 to 65535)"))?;
            }
            "--log" => options.log = Some(PathBuf::from(value(&mut words, "--log")?)),
            "--late" => {
                let late = value(&mut words, "--late")?;
                options.late = late.parse().map_err(|_| format!("`{late}` is no number of milliseconds"))?;
            }
            "--also" => {
                let pair = value(&mut words, "--also")?;
                let split = pair.split_once('=').filter(|(prefix, _)| prefix.len() > 1);
                let (prefix, folder) = split.ok_or(format!("`{pair}` is not PREFIX=DIR"))?;
                options.also.push((prefix.to_owned(), PathBuf::from(folder)));
            }
            _ => return Err(unknown(&word, "serve")),
        }
    }
    Ok(Task::Serve(options))
}

fn test(mut words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut choice = Choice::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-browser" => choice.no_browser = true,
            "--only" => {
                let name = value(&mut words, "--only")?;
                let layer = Layer::named(&name)
                    .ok_or_else(|| format!("there is no layer `{name}`; the layers are {}", Layer::names()))?;
                choice.only.push(layer);
            }
            _ => return Err(unknown(&word, "test")),
        }
    }
    Ok(Task::Test(choice))
}

fn bench(mut words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut options = bench::Options::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--rounds" => {
                let rounds = value(&mut words, "--rounds")?;
                let number = rounds.parse().ok().filter(|number| *number > 0);
                options.rounds = number.ok_or_else(|| format!("`{rounds}` is no number of rounds (1 or more)"))?;
            }
            "--only" => {
                let name = value(&mut words, "--only")?;
                let part = bench::Part::named(&name);
                options.only =
                    Some(part.ok_or_else(|| format!("there is no part `{name}`: size, native, speed or board"))?);
            }
            _ => return Err(unknown(&word, "bench")),
        }
    }
    Ok(Task::Bench(options))
}

fn value(words: &mut impl Iterator<Item = String>, flag: &str) -> Result<String, String> {
    words.next().ok_or_else(|| format!("{flag} needs a value after it"))
}

fn unknown(word: &str, command: &str) -> String {
    format!("`{word}` means nothing to `cargo xtask {command}`")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Task, parse};
    use crate::bench::{self, Part};
    use crate::bind::Mode;
    use crate::layers::{Choice, Layer};
    use crate::package::Status;
    use crate::serve::Options;

    #[track_caller]
    fn check(line: &str, task: Task) {
        assert_eq!(parse(line.split_whitespace().map(str::to_owned)), Ok(task));
    }

    #[track_caller]
    fn check_refused(line: &str, because: &str) {
        let problem = parse(line.split_whitespace().map(str::to_owned)).err().unwrap_or_default();
        assert!(problem.contains(because), "`{line}` gave `{problem}`");
    }

    #[test]
    fn nothing_asked_is_help() {
        check("", Task::Help);
        check("--help", Task::Help);
        check("serve --port 1 --help", Task::Help);
    }

    #[test]
    fn commands_take_their_flags() {
        check("build", Task::Build(Mode::Release));
        check("build --plain", Task::Build(Mode::Plain));
        check("build --dev", Task::Build(Mode::Dev));
        check("package", Task::Package(Status::Completed));
        check("package --status passed", Task::Package(Status::Passed));
        check("size", Task::Size);
        check("bench", Task::Bench(bench::Options::default()));
        check("bench --rounds 2 --only native", Task::Bench(bench::Options { rounds: 2, only: Some(Part::Native) }));
        check("serve", Task::Serve(Options::default()));
        check(
            "serve --no-build --port 0 --log a.txt --late 300 --also /pages=tests/pages",
            Task::Serve(Options {
                port: 0,
                watch: false,
                no_build: true,
                log: Some(PathBuf::from("a.txt")),
                late: 300,
                also: vec![("/pages".to_owned(), PathBuf::from("tests/pages"))],
            }),
        );
        check(
            "test --only fmt --only browser",
            Task::Test(Choice { no_browser: false, only: vec![Layer::Fmt, Layer::Browser] }),
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        check_refused("biuld", "`biuld`");
        check_refused("build --fast", "`--fast`");
        check_refused("package --now", "`--now`");
        check_refused("package --status failed", "completed or passed");
        check_refused("size --now", "`--now`");
        check_refused("bench --rounds 0", "`0` is no number of rounds");
        check_refused("bench --only fast", "size, native, speed or board");
        check_refused("serve --port", "--port needs a value");
        check_refused("serve --port x", "`x` is no port");
        check_refused("serve --also /=x", "not PREFIX=DIR");
        check_refused("serve --late soon", "no number of milliseconds");
        check_refused("test --only lint", "fmt, clippy, tests, docs, build, browser");
    }
}
