//! Notices changes in the source and builds again what they touch, for `serve --watch`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::build::{Kept, PAGES, SITE, build_from};
use crate::programs::{PROGRAMS, SCAN};
use crate::screens::DRAWN_BY;
use crate::workspace::{Mode, Workspace};

/// What everything is made of, as far as [`crate::programs`] does not say of what is in there which program is.
const SOURCES: [&str; 7] = ["src", "crates", "content", "build", "build.rs", "Cargo.toml", "Cargo.lock"];
/// What a build takes as it is written: nothing is compiled for it.
const WRITTEN: [&str; 3] = ["styles", "loader", "index.html"];
/// What is in no site.
const ELSEWHERE: [&str; 6] = [
    "crates/xtask",
    "crates/prerender/src/paper",
    "crates/prerender/src/paper.rs",
    "crates/scan/tests",
    "crates/scan/benches",
    "content/paper/words.toml",
];
/// Short enough not to be waited for, long enough to leave the machine alone.
const PAUSE: Duration = Duration::from_millis(300);

/// Size and time of each file by its path from the root, with `/` between folders. Looking is quick for some hundreds of
/// files, and works alike on every system and on a network share.
type Look = BTreeMap<String, (u64, Option<SystemTime>)>;

/// What has to be made again.
#[derive(Debug, PartialEq, Eq)]
struct Touched {
    screens: bool,
    /// By their binaries.
    programs: Vec<&'static str>,
}

/// Sees what changes from here on.
pub(crate) struct Watch {
    seen: Look,
}

impl Watch {
    /// Looks for the first time, so before a build.
    pub(crate) fn new(workspace: &Workspace) -> Watch {
        Watch { seen: look(workspace.root()) }
    }

    /// Builds after every change what is not kept any more, and counts the builds that succeeded in `builds`.
    pub(crate) fn forever(mut self, workspace: &Workspace, mut kept: Kept, builds: &AtomicUsize) {
        loop {
            thread::sleep(PAUSE);
            let now = look(workspace.root());
            let changed = changed(&self.seen, &now);
            if changed.is_empty() {
                continue;
            }
            eprintln!("xtask: {} changed, building", changed.join(", "));
            for touched in changed.into_iter().map(touched) {
                if touched.screens {
                    kept.screens = None;
                }
                kept.programs.retain(|name, _| !touched.programs.contains(name));
            }
            self.seen = now;
            let start = Instant::now();
            match build_from(&mut kept, workspace, Mode::Dev) {
                Ok(_) => {
                    builds.fetch_add(1, Ordering::SeqCst);
                    eprintln!("xtask: ready, in {:.1} s", start.elapsed().as_secs_f32());
                }
                Err(problem) => eprintln!("xtask: {problem:#}; the page stays as it was"),
            }
        }
    }
}

/// What a change of this file touches. A file that nothing is said of touches all there is.
fn touched(path: &str) -> Touched {
    let is_in = |sources: &[&str]| sources.iter().any(|source| holds(source, path));
    let written = is_in(&WRITTEN) || PAGES.iter().any(|program| program.page() == Some(path));
    let drawn = is_in(&[DRAWN_BY]) || is_in(SCAN.sources);
    let all = !written && !drawn && !PROGRAMS.iter().any(|program| is_in(program.sources));
    // `src` is of one package.
    let apart = |package: &str| path.starts_with("src/") && package != SCAN.binary.package;
    let programs = SITE.iter().filter(|program| (all && !apart(program.binary.package)) || is_in(program.sources));
    Touched { screens: all || drawn, programs: programs.map(|program| program.binary.name).collect() }
}

/// Whether a source is this file, or a folder or module with it.
fn holds(source: &str, path: &str) -> bool {
    path.strip_prefix(source).is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}

/// What is in one look and not, or not the same, in the other.
fn changed<'a>(before: &'a Look, now: &'a Look) -> Vec<&'a str> {
    let differs = |path: &&String| before.get(*path) != now.get(*path);
    let mut changed: Vec<&str> = before.keys().chain(now.keys()).filter(differs).map(String::as_str).collect();
    changed.sort_unstable();
    changed.dedup();
    changed
}

fn look(root: &Path) -> Look {
    let mut look = Look::new();
    let listed = PROGRAMS.iter().flat_map(|program| program.sources).copied().chain([DRAWN_BY]);
    let pages = PAGES.iter().filter_map(|program| program.page());
    for source in SOURCES.into_iter().chain(WRITTEN).chain(listed).chain(pages) {
        visit(root, source, &mut look);
    }
    look
}

fn visit(root: &Path, path: &str, look: &mut Look) {
    if ELSEWHERE.iter().any(|elsewhere| holds(elsewhere, path)) {
        return;
    }
    // A file that vanishes meanwhile is a change like any other.
    let Ok(meta) = fs::metadata(root.join(path)) else { return };
    if meta.is_file() {
        look.insert(path.to_owned(), (meta.len(), meta.modified().ok()));
    } else if let Ok(entries) = fs::read_dir(root.join(path)) {
        for entry in entries.flatten() {
            visit(root, &format!("{path}/{}", entry.file_name().to_string_lossy()), look);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use anyhow::{Context, Result, ensure};

    use super::{DRAWN_BY, ELSEWHERE, PROGRAMS, SOURCES, Touched, WRITTEN, changed, look, touched};
    use crate::workspace::Workspace;

    #[track_caller]
    fn check(path: &str, screens: bool, programs: &[&'static str]) {
        assert_eq!(touched(path), Touched { screens, programs: programs.to_vec() }, "{path}");
    }

    #[test]
    fn a_change_touches_what_is_made_of_it() {
        check("content/text/nl.toml", true, &["scan", "board"]);
        check("content/text/en.toml", true, &["scan"]);
        check("content/board/talk.toml", false, &["board"]);
        check("docs/inbedden/drupal.md", false, &["editor"]);
        check("src/components/button.rs", true, &["scan", "editor", "board"]);
        check("src/board.rs", false, &["board"]);
        check("src/board/view/desk.rs", false, &["board"]);
        check("crates/qr-reader/src/lib.rs", false, &["qr-reader"]);
        // Of programs that are not in the site while somebody is at work.
        check("crates/overlay/src/lib.rs", false, &[]);
    }

    #[test]
    fn nothing_is_compiled_for_what_is_taken_as_it_is_written() {
        for path in ["styles/board/desk.css", "loader/panel.js", "loader/contract/x", "index.html", "bord.html"] {
            check(path, false, &[]);
        }
    }

    #[test]
    fn a_file_of_which_nothing_is_said_touches_everything() {
        for path in ["crates/scan/src/score.rs", "crates/a-new-one/src/lib.rs", "build.rs", "Cargo.lock"] {
            check(path, true, &["scan", "editor", "board", "qr-reader"]);
        }
    }

    /// What the arrows of ARCHITECTURE let this area use, and what that may use in turn.
    fn used_by(area: &str, architecture: &str) -> BTreeSet<String> {
        let arrows = architecture.split("```").flat_map(str::lines).flat_map(|line| line.split("  "));
        let arrows: Vec<(&str, &str)> = arrows.filter_map(|arrow| arrow.split_once(" -> ")).collect();
        let mut used = BTreeSet::from([area.to_owned()]);
        loop {
            let from = arrows.iter().filter(|(from, _)| from.split(", ").any(|from| used.contains(from.trim())));
            let to = from.flat_map(|(_, to)| to.split(", ")).filter_map(|to| to.split(' ').next_back());
            let next: BTreeSet<String> = used.iter().cloned().chain(to.map(str::to_owned)).collect();
            if next == used {
                return used;
            }
            used = next;
        }
    }

    #[test]
    fn a_program_is_touched_by_all_that_it_may_use() -> Result<()> {
        let root = Workspace::find()?.root().to_path_buf();
        let architecture = fs::read_to_string(root.join("ARCHITECTURE.md"))?;
        for (area, program) in [("embed", "scan"), ("editor", "editor"), ("board", "board")] {
            let used = used_by(area, &architecture);
            ensure!(used.contains("components") && used.contains("scan"), "{area}: {used:?}");
            let mut paths = vec![format!("src/bin/{program}.rs")];
            for name in used {
                let [module, package] = [format!("src/{name}"), format!("crates/{name}")];
                let there = [module, package].into_iter().filter(|path| root.join(path).is_dir());
                paths.extend(there.map(|path| format!("{path}/a.rs")));
            }
            ensure!(paths.len() > 3, "{area}: {paths:?}");
            for path in paths {
                ensure!(touched(&path).programs.contains(&program), "{path} does not touch {program}");
                ensure!(area != "embed" || touched(&path).screens || path.starts_with("src/bin"), "{path}: no screens");
            }
        }
        Ok(())
    }

    #[test]
    fn all_that_is_said_to_be_a_source_is_there_and_seen() -> Result<()> {
        let workspace = Workspace::find()?;
        let seen = look(workspace.root());
        let said = PROGRAMS.iter().flat_map(|program| program.sources).copied().chain([DRAWN_BY]);
        for source in said.chain(SOURCES).chain(WRITTEN) {
            ensure!(seen.keys().any(|path| super::holds(source, path)), "{source} is not seen");
        }
        for source in ELSEWHERE {
            ensure!(workspace.root().join(source).exists(), "{source} is gone");
            ensure!(!seen.keys().any(|path| super::holds(source, path)), "{source} is seen");
        }
        Ok(())
    }

    #[test]
    fn a_file_that_comes_goes_or_becomes_another_is_a_change() -> Result<()> {
        let before = look(Workspace::find()?.root());
        ensure!(changed(&before, &before).is_empty());
        let mut now = before.clone();
        now.remove("index.html").context("it is seen")?;
        now.insert("src/new.rs".to_owned(), (1, None));
        now.insert("build.rs".to_owned(), (1, None));
        assert_eq!(changed(&before, &now), ["build.rs", "index.html", "src/new.rs"]);
        Ok(())
    }
}
