//! The styles of the element, put together from the files in `styles/` into two sheets: what the first screens need
//! comes with the loader, the rest with the program.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

/// Two sheets; the first stands before the rest.
pub(crate) struct Sheets {
    pub(crate) first: String,
    pub(crate) rest: String,
}

/// Reads `styles/`: tokens, base, and the screens and components that can come first in the first sheet; the other screens
/// and components and print, which overrides, in the other. Files of a folder go by name.
///
/// `screens` is what `crates/prerender` prints.
pub(crate) fn read(folder: &Path, screens: &str) -> Result<Sheets> {
    let screens = read_screens(screens).context("the first screens are not as expected")?;
    let mut sheets =
        Sheets { first: text(&folder.join("tokens.css"))? + &text(&folder.join("base.css"))?, rest: String::new() };
    let mut add = |text: &str, shown: bool| if shown { &mut sheets.first } else { &mut sheets.rest }.push_str(text);
    let has = |class: &str| screens.iter().any(|screen| has_class(screen, class));
    for file in files(&folder.join("screens"))? {
        // The class of a screen is its name.
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        add(&text(&file)?, has(&name));
    }
    for file in files(&folder.join("components"))? {
        let text = text(&file)?;
        add(&text, classes(&text).any(has));
    }
    sheets.rest.push_str(&text(&folder.join("print.css"))?);
    Ok(sheets)
}

/// A sheet without what a browser does not need of it.
pub(crate) fn text(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(strip(&text) + "\n")
}

fn read_screens(screens: &str) -> Result<Vec<Value>> {
    let all: Value = serde_json::from_str(screens)?;
    let screens = all.get("screens").and_then(Value::as_array).context("no screens")?;
    screens.iter().map(|screen| Ok(serde_json::from_str(screen.as_str().context("a screen is no text")?)?)).collect()
}

/// Whether an element of a tree `["tag", {attributes}, ...children]` has a class.
fn has_class(tree: &Value, class: &str) -> bool {
    let own = tree.get(1).and_then(|attributes| attributes.get("class")).and_then(Value::as_str).unwrap_or_default();
    let mut children = tree.as_array().into_iter().flatten().skip(2);
    own.split(' ').any(|own| own == class) || children.any(|child| has_class(child, class))
}

/// Every class that is named in a sheet without comments. A number begins with a digit after its point.
fn classes(sheet: &str) -> impl Iterator<Item = &str> {
    let name = |after: &'_ str| {
        after.find(|char: char| !char.is_ascii_alphanumeric() && char != '-' && char != '_').unwrap_or(after.len())
    };
    let names = sheet.split('.').skip(1).map(move |after| after.split_at(name(after)).0);
    names.filter(|name| name.starts_with(|char: char| char.is_ascii_alphabetic()))
}

/// The sheets of a folder, by name.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    // A folder is listed in any order; the sheet must be the same every time.
    files.sort();
    Ok(files)
}

/// Drops comments, indentation and empty lines; what a build without esbuild does.
///
/// Text between quotes stays as it is, also where it looks like a comment.
pub(crate) fn strip(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut chars = sheet.chars().peekable();
    while let Some(char) = chars.next() {
        match (quote, char) {
            (Some(_), '\\') => {
                out.push(char);
                out.extend(chars.next());
                continue;
            }
            (Some(open), _) if open == char => quote = None,
            (None, '"' | '\'') => quote = Some(char),
            (None, '/') if chars.peek() == Some(&'*') => {
                skip_comment(&mut chars);
                // A comment separates words, as a space does.
                out.push(' ');
                continue;
            }
            _ => {}
        }
        out.push(char);
    }
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn skip_comment(chars: &mut impl Iterator<Item = char>) {
    chars.next();
    let mut star = false;
    for char in chars.by_ref() {
        if star && char == '/' {
            return;
        }
        star = char == '*';
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{classes, has_class, strip};

    #[test]
    fn the_classes_of_a_sheet_are_its_names_after_a_point() {
        let sheet = ".a,.b-c:hover{margin:.5em 0.5em}@container (min-width:2.5rem){p.d>.e::before{content:\"x\"}}";
        assert_eq!(classes(sheet).collect::<Vec<_>>(), ["a", "b-c", "d", "e"]);
    }

    #[test]
    fn a_class_is_found_anywhere_in_a_screen() {
        let screen = json!(["div", {}, "foot", ["p", { "class": "one two" }, ["b", { "id": "three" }]]]);
        assert!(has_class(&screen, "one") && has_class(&screen, "two"));
        assert!(!has_class(&screen, "foot") && !has_class(&screen, "three") && !has_class(&screen, "tw"));
    }

    #[track_caller]
    fn check(sheet: &str, stripped: &str) {
        assert_eq!(strip(sheet), stripped);
    }

    #[test]
    fn comments_and_indentation_go() {
        check("/* one */\n.a {\n  color: red; /* two **/\n\n}\n", ".a {\ncolor: red;\n}");
    }

    #[test]
    fn a_comment_still_separates_words() {
        check(".a/**/.b{}", ".a .b{}");
    }

    #[test]
    fn text_between_quotes_stays() {
        check(r#".a::before{content:"/* \" */"}"#, r#".a::before{content:"/* \" */"}"#);
        check(".a{font:'b/*'}", ".a{font:'b/*'}");
    }

    #[test]
    fn a_comment_without_an_end_takes_the_rest() {
        check(".a{}/* never closed", ".a{}");
    }
}
