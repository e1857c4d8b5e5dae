//! The documents for whoever answers for privacy and accessibility, and for whoever leads a workshop, as pages beside the
//! scan: they are not made to read Markdown.

use std::fs;

use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::package::form::{Files, FormInputs};

/// The pages, and the documents of `docs` that they are.
const DOCUMENTS: [(&str, &str); 3] = [
    ("privacy.html", "privacy.md"),
    ("toegankelijkheid.html", "toegankelijkheid.md"),
    ("training.html", "training/README.md"),
];
/// Their style sheet.
const STYLES: &str = "document.css";

/// Adds a page for each that is written, and their style sheet.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let root = inputs.workspace.root();
    for (name, document) in DOCUMENTS {
        let path = root.join("docs").join(document);
        if !path.is_file() {
            eprintln!("xtask: {} is not written, so there is no {name}", path.display());
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        files.insert(name.to_owned(), page(&text)?.into_bytes());
    }
    let styles =
        fs::read_to_string(root.join("styles").join(STYLES)).context("the style sheet of documents is gone")?;
    files.insert(STYLES.to_owned(), inputs.npm.shrink_styles(&styles)?.into_bytes());
    Ok(())
}

/// The page. A link to another document leads to its page; one to anything else of the project is only its words.
fn page(markdown: &str) -> Result<String> {
    let (mut title, mut in_title, mut dropped) = (String::new(), false, false);
    let mut events = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match &event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
            Event::Text(text) if in_title => title += text,
            _ => {}
        }
        let event = match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let Some(dest_url) = address(&dest_url) else {
                    dropped = true;
                    continue;
                };
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::End(TagEnd::Link) if dropped => {
                dropped = false;
                continue;
            }
            // Somebody who moves by Tab can then scroll a table that is wider than the screen.
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Html("<div class=\"wide\" tabindex=\"0\">".into()));
                Event::Start(Tag::Table(columns))
            }
            Event::End(TagEnd::Table) => {
                events.push(Event::End(TagEnd::Table));
                Event::Html("</div>".into())
            }
            other => other,
        };
        events.push(event);
    }
    anyhow::ensure!(!title.is_empty(), "a document begins with a heading");
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    let mut escaped = String::new();
    html::push_html(&mut escaped, std::iter::once(Event::Text(title.into())));
    Ok(format!(
        "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{escaped} - Ruimtescan</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{STYLES}\">\n</head>\n<body>\n<main>\n{body}</main>\n\
         </body>\n</html>\n"
    ))
}

fn address<'a>(written: &str) -> Option<CowStr<'a>> {
    if written.starts_with("https://") {
        return Some(written.to_owned().into());
    }
    // From a folder of `docs` as from `docs` itself.
    let document = written.strip_prefix("../").unwrap_or(written);
    let (page, _) = DOCUMENTS.iter().find(|(_, known)| *known == document)?;
    Some((*page).into())
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::page;

    #[test]
    fn a_document_becomes_a_page_with_its_title_and_tables() -> Result<()> {
        let page = page(
            "# Privacy & meer\n\nZie [hier](toegankelijkheid.md), [daar](../README.md).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        )?;
        ensure!(page.contains("<title>Privacy &amp; meer - Ruimtescan</title>"), "{page}");
        ensure!(page.contains("<a href=\"toegankelijkheid.html\">hier</a>, daar."), "{page}");
        ensure!(page.contains("<th>a</th>") && page.contains("tabindex=\"0\""), "{page}");
        Ok(())
    }

    #[test]
    fn documents_of_any_folder_lead_to_each_other() -> Result<()> {
        let page = page("# a\n\n[b](../privacy.md) [c](training/README.md)\n")?;
        ensure!(page.contains("<a href=\"privacy.html\">b</a> <a href=\"training.html\">c</a>"), "{page}");
        Ok(())
    }

    #[test]
    fn a_document_without_a_heading_is_refused() {
        assert!(page("Tekst").is_err());
    }
}
