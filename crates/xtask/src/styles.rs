//! The one style sheet of the element, put together from the files in `styles/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Reads `styles/`: tokens, base, the components by name, and print last, which overrides.
///
/// A file that is not there is left out, so that a young project builds too.
pub(crate) fn read(folder: &Path) -> Result<String> {
    let mut files = vec![folder.join("tokens.css"), folder.join("base.css")];
    files.extend(components(&folder.join("components"))?);
    files.push(folder.join("print.css"));
    let mut sheet = String::new();
    for file in files.iter().filter(|file| file.is_file()) {
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        sheet.push_str(&text);
        sheet.push('\n');
    }
    Ok(sheet)
}

fn components(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
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
    use super::strip;

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
