//! Compiles in what the page for editors says: its words, and the recipes of docs/inbedden as plain blocks.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const WORDS: &str = "content/inbedden.toml";
const RECIPES: &str = "docs/inbedden";

#[derive(Deserialize)]
struct Content {
    words: BTreeMap<String, String>,
    recipes: BTreeMap<String, Vec<String>>,
}

/// Writes Rust source: a constant per word, and a list of recipes per form.
pub(crate) fn generate(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed={RECIPES}");
    let content: Content = toml::from_str(&fs::read_to_string(WORDS)?)?;
    let mut source = String::new();
    for (key, word) in &content.words {
        writeln!(source, "pub(super) const {}: &str = {word:?};", constant(key))?;
    }
    for (form, names) in &content.recipes {
        writeln!(source, "pub(super) static {}_RECIPES: &[Recipe] = &[", constant(form))?;
        for name in names {
            source += &recipe(&Path::new(RECIPES).join(name).with_extension("md"))?;
        }
        source += "];\n";
    }
    fs::write(out.join("inbedden.rs"), source)?;
    Ok(())
}

fn constant(key: &str) -> String {
    key.replace('-', "_").to_uppercase()
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
