//! The scan as a package for a learning platform, in both editions of SCORM that platforms take.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use clap::ValueEnum;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::package::form::{Files, FormInputs, Status, VERSION};

/// An edition of SCORM: its name in our files, and the archive that we make for it.
const EDITIONS: [(&str, &str); 2] = [("1.2", "ruimtescan-scorm12.zip"), ("2004", "ruimtescan-scorm2004.zip")];

/// What a platform looks for first, at the root of the archive.
const MANIFEST: &str = "imsmanifest.xml";

/// Adds an archive per edition, each with every script that was made for a page.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let folder = inputs.workspace.root().join("loader/forms/scorm");
    let of_a_page = |name: &str| name.starts_with("ruimtescan") && name.ends_with(".js");
    let scripts: Files =
        files.iter().filter(|(name, _)| of_a_page(name)).map(|(n, b)| (n.clone(), b.clone())).collect();
    for (edition, archive) in EDITIONS {
        let inside = contents(&folder, edition, inputs.status, scripts.clone())?;
        files.insert(archive.to_owned(), packed(&inside)?);
    }
    Ok(())
}

/// Everything in one archive: the scripts, the page around them, and the manifest that lists all of it.
fn contents(folder: &Path, edition: &str, status: Status, scripts: Files) -> Result<Files> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let mut inside = scripts;
    let done = status.to_possible_value().context("this status has no name")?;
    let page = read("index.html")?.replace("%SCORM%", edition).replace("%DONE%", done.get_name());
    inside.insert("index.html".to_owned(), page.into_bytes());
    for name in ["scorm.css", "scorm.js"] {
        inside.insert(name.to_owned(), read(name)?.into_bytes());
    }
    // Each name is one of ours, of letters, digits, dots and hyphens: nothing in it needs escaping.
    let listed: Vec<String> = inside.keys().map(|name| format!("      <file href=\"{name}\"/>")).collect();
    let manifest = read(&format!("imsmanifest-{edition}.xml"))?;
    let manifest = manifest.replace("%VERSION%", VERSION).replace("%FILES%", &listed.join("\n"));
    inside.insert(MANIFEST.to_owned(), manifest.into_bytes());
    Ok(inside)
}

/// An archive that depends on its contents only: in the order of their names, all of one date.
fn packed(inside: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in inside {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use anyhow::{Result, ensure};
    use zip::ZipArchive;

    use super::{EDITIONS, MANIFEST, Status, contents, packed};
    use crate::package::form::Files;
    use crate::workspace::Workspace;

    fn inside(edition: &str, status: Status) -> Result<Files> {
        let scripts = [("ruimtescan.js", "a()"), ("ruimtescan-app.js", "b()")];
        let scripts = scripts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        contents(&Workspace::find()?.root().join("loader/forms/scorm"), edition, status, Files::from(scripts))
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8_lossy(files.get(name).map(Vec::as_slice).unwrap_or_default()).into_owned()
    }

    #[test]
    fn the_manifest_lists_every_other_file_and_no_more() -> Result<()> {
        for (edition, _) in EDITIONS {
            let inside = inside(edition, Status::Completed)?;
            let manifest = text(&inside, MANIFEST);
            let listed: Vec<&str> =
                manifest.split("<file href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let others: Vec<&str> = inside.keys().map(String::as_str).filter(|name| *name != MANIFEST).collect();
            assert_eq!(listed, others, "{edition}");
            ensure!(listed.contains(&"index.html") && listed.contains(&"ruimtescan-app.js"), "{listed:?}");
        }
        Ok(())
    }

    #[test]
    fn nothing_is_left_open() -> Result<()> {
        for (edition, _) in EDITIONS {
            let inside = inside(edition, Status::Passed)?;
            for name in [MANIFEST, "index.html"] {
                let text = text(&inside, name);
                ensure!(!text.is_empty() && !text.contains('%'), "{edition} {name}: {text}");
            }
            let page = text(&inside, "index.html");
            ensure!(page.contains(&format!("data-scorm=\"{edition}\" data-done=\"passed\"")), "{page}");
        }
        Ok(())
    }

    #[test]
    fn no_score_is_asked_for() -> Result<()> {
        for (edition, _) in EDITIONS {
            let manifest = text(&inside(edition, Status::Passed)?, MANIFEST).to_lowercase();
            for word in ["score", "imsss:objectives", "masteryscore", "schemalocation"] {
                ensure!(!manifest.contains(word), "{edition}: {word}");
            }
        }
        Ok(())
    }

    #[test]
    fn the_same_contents_give_the_same_bytes() -> Result<()> {
        let inside = inside("1.2", Status::Completed)?;
        let once = packed(&inside)?;
        std::thread::sleep(std::time::Duration::from_millis(2100)); // dates in an archive count by two seconds
        ensure!(once == packed(&inside)?, "the archive differs the second time");
        Ok(())
    }

    #[test]
    fn the_archive_holds_what_went_in() -> Result<()> {
        let inside = inside("2004", Status::Completed)?;
        let mut archive = ZipArchive::new(Cursor::new(packed(&inside)?))?;
        assert_eq!(archive.len(), inside.len());
        for (name, bytes) in &inside {
            let mut out = Vec::new();
            archive.by_name(name)?.read_to_end(&mut out)?;
            ensure!(&out == bytes, "{name}");
        }
        Ok(())
    }
}
