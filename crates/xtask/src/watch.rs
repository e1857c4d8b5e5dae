//! Notices changes in the source and builds again, for `serve --watch`.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::build::build;
use crate::workspace::{Mode, Workspace};

/// What a participant's page is made of.
const SOURCES: [&str; 10] =
    ["src", "loader", "crates", "content", "docs/inbedden", "styles", "build", "index.html", "build.rs", "Cargo.toml"];
/// Short enough not to be waited for, long enough to leave the machine alone.
const PAUSE: Duration = Duration::from_millis(300);

/// Size and time of each file, in the order of the folders. Looking is quick for some hundreds
/// of files, and works alike on every system and on a network share.
type Look = Vec<(String, u64, Option<SystemTime>)>;

/// Builds after every change and counts the builds that succeeded in `builds`.
pub(crate) fn forever(workspace: &Workspace, builds: &AtomicUsize) {
    let mut seen = look(workspace.root());
    loop {
        thread::sleep(PAUSE);
        let now = look(workspace.root());
        if now == seen {
            continue;
        }
        seen = now;
        eprintln!("xtask: something changed, building");
        match build(workspace, Mode::Dev) {
            Ok(_) => {
                builds.fetch_add(1, Ordering::SeqCst);
                eprintln!("xtask: ready");
            }
            Err(problem) => eprintln!("xtask: {problem:#}; the page stays as it was"),
        }
    }
}

fn look(root: &Path) -> Look {
    let mut look = Look::new();
    for source in SOURCES {
        visit(&root.join(source), &mut look);
    }
    look.sort();
    look
}

fn visit(path: &Path, look: &mut Look) {
    // A file that vanishes meanwhile is a change like any other.
    let Ok(meta) = fs::metadata(path) else { return };
    if meta.is_file() {
        look.push((path.display().to_string(), meta.len(), meta.modified().ok()));
    } else if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            visit(&entry.path(), look);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::look;

    #[test]
    fn a_folder_that_did_not_change_looks_the_same() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let first = look(here);
        assert!(first.iter().any(|(path, _, _)| path.ends_with("watch.rs")));
        assert_eq!(first, look(here));
    }
}
