//! The whole scan in one page, and the whole board in another, which open from a folder without a server and without a network.

use std::fs;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::build::LOADER;
use crate::javascript::Form;
use crate::package::form::{Files, FormInputs};
use crate::programs::{BOARD, CODES, Program, QR_READER, SCAN, loader};
use crate::server::POLICY;
use crate::wasm2js::change;

/// The pages.
const PAGE: &str = "ruimtescan.html";
const BOARD_PAGE: &str = "ruimtebord.html";

/// A script in a page.
struct Inline<'a> {
    /// What stands in its tag.
    attributes: String,
    text: &'a str,
}

impl Inline<'_> {
    /// It runs where it stands.
    fn classic(text: &str) -> Inline<'_> {
        Inline { attributes: String::new(), text }
    }

    /// It runs when the page is read.
    fn module(text: &str) -> Inline<'_> {
        Inline { attributes: " type=\"module\"".to_owned(), text }
    }

    /// A browser does not even read it, until another script makes it a module.
    fn asleep<'a>(name: &str, text: &'a str) -> Inline<'a> {
        Inline { attributes: format!(" type=\"text/plain\" id=\"{name}\""), text }
    }
}

/// Adds the pages: those of the site, with style and scripts in them and a policy that allows these and nothing else.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    scan(inputs, files)?;
    board(inputs, files)
}

fn read(inputs: &FormInputs, name: &str) -> Result<String> {
    fs::read_to_string(inputs.workspace.root().join(name)).with_context(|| format!("{name} cannot be read"))
}

/// A program as a script of the page.
fn script(inputs: &FormInputs, program: &Program, styles: &str) -> Result<String> {
    Ok(program
        .make(inputs.tools(), Form::Single, &inputs.parts.name, styles)?
        .file(inputs.tools(), inputs.site)?
        .trim_end()
        .to_owned())
}

fn board(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let (board, reader) = (script(inputs, &BOARD, "")?, script(inputs, &QR_READER, "")?);
    let style = inputs.npm.shrink_styles(&read(inputs, "styles/host.css")?)?;
    let scripts = [Inline::module(&board), Inline::asleep(QR_READER.file, &reader)];
    let around = read(inputs, BOARD.page().context("the board is no page")?)?;
    files.insert(BOARD_PAGE.to_owned(), page(&around, &style, BOARD.file, &scripts)?.into_bytes());
    Ok(())
}

fn scan(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let parts = inputs.parts;
    let loader = loader(inputs.tools(), inputs.site, Form::Single, &parts.name, &parts.screens, &parts.styles)?;
    // A script that is no module runs where it stands: it shows the first screen while the rest is still read, and listens
    // before the program is there. What it declares stays in its block.
    let loader = format!("\"use strict\";{{{}}}", loader.trim_end());
    let (program, codes) = (script(inputs, &SCAN, &parts.more_styles)?, script(inputs, &CODES, "")?);
    let style = inputs.npm.shrink_styles(&read(inputs, "styles/host.css")?)?;
    let scripts = [Inline::classic(&loader), Inline::module(&program), Inline::module(&codes)];
    files.insert(PAGE.to_owned(), page(&read(inputs, "index.html")?, &style, LOADER, &scripts)?.into_bytes());
    Ok(())
}

/// A page with its style sheet and what its `script` was in it.
fn page(page: &str, style: &str, script: &str, scripts: &[Inline]) -> Result<String> {
    for inline in scripts.iter().map(|script| script.text).chain([style]) {
        holds_no_end(inline)?;
    }
    let charset = "<meta charset=\"utf-8\">";
    let policy = policy(style, scripts)?;
    let policy = format!("{charset}\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = change(page, charset, &policy)?;
    let page = change(&page, "<link rel=\"stylesheet\" href=\"host.css\">", &format!("<style>{style}</style>"))?;
    let page = change(&page, &format!("  <script type=\"module\" src=\"{script}\"></script>\n"), "")?;
    let mut inside = String::new();
    for Inline { attributes, text } in scripts {
        inside += &format!("<script{attributes}>{text}</script>\n");
    }
    change(&page, "</body>", &(inside + "</body>"))
}

/// In a page a script ends at the first thing that looks like its end, and a carriage return is read as another sign, which
/// has another hash.
fn holds_no_end(inline: &str) -> Result<()> {
    let lower = inline.to_ascii_lowercase();
    let found = ["</script", "<script", "</style", "<!--", "\r"].into_iter().find(|end| lower.contains(end));
    ensure!(found.is_none(), "{found:?} stands in what is to stand in the page");
    Ok(())
}

/// The policy of the site, for a page that loads nothing.
fn policy(style: &str, scripts: &[Inline]) -> Result<String> {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script.text)).collect();
    let policy = change(POLICY, "script-src 'self'", &format!("script-src {}", scripts.join(" ")))?;
    let policy = change(&policy, "style-src 'self'", &format!("style-src {}", hash(style)))?;
    change(&policy, "img-src 'self' data:", "img-src data:")
}

fn hash(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline)))
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Result, ensure};

    use super::{Inline, LOADER, hash, page};

    const SITE: &str = include_str!("../../../../index.html");

    fn between<'a>(page: &'a str, begin: &str, end: &str) -> Result<&'a str> {
        let (_, rest) = page.split_once(begin).with_context(|| format!("no {begin}"))?;
        Ok(rest.split_once(end).with_context(|| format!("no {end}"))?.0)
    }

    #[test]
    fn the_policy_allows_what_is_in_the_page_and_nothing_else() -> Result<()> {
        let scripts = [Inline::classic("b()"), Inline::module("c(\"\u{e9}\")"), Inline::asleep("d.js", "d()")];
        let page = page(SITE, "a{}", LOADER, &scripts)?;
        let [style, loader, program, asleep] = [
            between(&page, "<style>", "</style>")?,
            between(&page, "<script>", "</script>")?,
            between(&page, "<script type=\"module\">", "</script>")?,
            between(&page, "<script type=\"text/plain\" id=\"d.js\">", "</script>")?,
        ];
        assert_eq!([style, loader, program, asleep], ["a{}", "b()", "c(\"\u{e9}\")", "d()"]);
        let policy = format!(
            "default-src 'none'; script-src {} {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; connect-src 'none'; \
             base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
            hash(loader),
            hash(program),
            hash(asleep),
            hash(style)
        );
        assert_eq!(between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")?, policy);
        ensure!(page.find("http-equiv") < page.find("<style>"), "the policy comes first");
        ensure!(!page.contains("src=") && !page.contains("host.css"), "{page}");
        Ok(())
    }

    #[test]
    fn a_hash_is_as_a_policy_writes_it() {
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn what_would_end_a_script_is_refused() {
        for end in ["\"</SCRIPT>\"", "a<!--b", "a\r\nb"] {
            assert!(page(SITE, "", LOADER, &[Inline::classic(end)]).is_err(), "{end}");
        }
        assert!(page("", "", LOADER, &[]).is_err());
    }
}
