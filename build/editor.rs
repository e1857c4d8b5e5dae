//! Compiles in what the page for editors says: its words, and the recipes of docs/inbedden as plain blocks.

use crate::languages::DEFAULT;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const WORDS: &str = "content/editor/words.toml";
const RECIPES: &str = "docs/inbedden";

#[derive(Deserialize)]
struct Content {
    words: BTreeMap<String, String>,
    languages: BTreeMap<String, String>,
    recipes: BTreeMap<String, Vec<String>>,
}

/// Writes Rust source: a constant per word, the languages that can be chosen, and a list of recipes per form.
pub(crate) fn generate(out: &Path, languages: &[String]) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed={RECIPES}");
    let content: Content = toml::from_str(&fs::read_to_string(WORDS)?)?;
    let mut source = String::new();
    for (key, word) in &content.words {
        writeln!(source, "pub(super) const {}: &str = {word:?};", constant(key))?;
    }
    source += &choice(languages, &content.languages)?;
    for (form, names) in &content.recipes {
        writeln!(source, "pub(super) static {}_RECIPES: &[Recipe] = &[", constant(form))?;
        for name in names {
            source += &recipe(&Path::new(RECIPES).join(name).with_extension("md"))?;
        }
        source += "];\n";
    }
    fs::write(out.join("editor.rs"), source)?;
    Ok(())
}

fn constant(key: &str) -> String {
    key.replace('-', "_").to_uppercase()
}

/// The languages that can be chosen: id, label, and what stands in `lang`, which is nothing for the program's own.
fn choice(languages: &[String], labels: &BTreeMap<String, String>) -> Result<String, Box<dyn Error>> {
    let unknown = labels.keys().find(|name| !languages.contains(name));
    if let Some(name) = unknown {
        return Err(format!("{WORDS}: there is no language `{name}` in content/text").into());
    }
    let mut source = "pub(super) static LANGUAGES: &[(&str, &str, &str)] = &[\n".to_owned();
    for name in languages {
        let label = labels.get(name).ok_or_else(|| format!("{WORDS}: say under [languages] how `{name}` is called"))?;
        let lang = if name == DEFAULT { "" } else { name };
        writeln!(source, "({:?}, {label:?}, {lang:?}),", format!("language-{name}"))?;
    }
    Ok(source + "];\n")
}

/// A recipe as a Rust value. Markup inside a block is dropped, for its words say enough.
fn recipe(path: &Path) -> Result<String, Box<dyn Error>> {
    let markdown = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (mut title, mut blocks, mut text) = (String::new(), String::new(), String::new());
    // Which list one is in, and the number of its next item.
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut block = |text: &mut String, lists: &mut [Option<u64>], kind: &str| -> Result<(), Box<dyn Error>> {
        let said = std::mem::take(text);
        if said.trim().is_empty() {
            return Ok(());
        }
        match (kind, lists.last_mut()) {
            ("Text", Some(Some(number))) => {
                write!(blocks, "Block::Step({number}, {:?}),", said.trim())?;
                *number += 1;
            }
            ("Text", Some(None)) => write!(blocks, "Block::Item({:?}),", said.trim())?,
            _ => write!(blocks, "Block::{kind}({:?}),", said.trim_end())?,
        }
        Ok(())
    };
    for event in Parser::new(&markdown) {
        match event {
            Event::Text(part) | Event::Code(part) => text += &part,
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => title = std::mem::take(&mut text),
            Event::End(TagEnd::Heading(_)) => block(&mut text, &mut lists, "Heading")?,
            Event::End(TagEnd::CodeBlock) => block(&mut text, &mut [], "Code")?,
            Event::End(TagEnd::Paragraph | TagEnd::Item) => block(&mut text, &mut lists, "Text")?,
            Event::Start(Tag::CodeBlock(_)) => block(&mut text, &mut lists, "Text")?,
            Event::Start(Tag::List(first)) => {
                block(&mut text, &mut lists, "Text")?;
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            _ => {}
        }
    }
    if title.is_empty() {
        return Err(format!("{}: begin with a heading", path.display()).into());
    }
    Ok(format!("Recipe {{ title: {title:?}, blocks: &[{blocks}] }},\n"))
}
