//! The languages of the scan: one for each file in `content/text`. Nothing else lists them.

use std::fs;
use std::io::Result;
use std::path::Path;

/// The default language, which comes first; also that of the board.
pub(crate) const DEFAULT: &str = "nl";

/// The names of the files in a folder: the default language, then the others by name.
pub(crate) fn languages(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in fs::read_dir(folder)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".toml").map(str::to_owned));
    }
    names.sort_by_key(|name| (name != DEFAULT, name.clone()));
    Ok(names)
}
