//! The languages of the scan: what is drawn and said first in each, drawn natively, and the module that another one than
//! the program's own comes in.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::capture;
use crate::javascript::{json, literal, narrow};
use crate::workspace::Workspace;

/// What first screens are drawn by. They are drawn from what the scan itself is made of.
pub(crate) const DRAWN_BY: &str = "crates/prerender";

/// One language.
#[derive(Clone)]
pub(crate) struct Language {
    /// As its file in `content/text`.
    pub(crate) name: String,
    /// Its first screens, as data.
    pub(crate) first: String,
    /// Its content as the program unpacks it.
    pub(crate) content: String,
}

impl Language {
    /// The file of its module.
    pub(crate) fn file(&self) -> String {
        format!("ruimtescan-{}.js", self.name)
    }

    /// Its module, with the name of the build it belongs to.
    pub(crate) fn module(&self, build: &str) -> String {
        let (build, first, content) = (literal(build), json(&self.first), literal(&self.content));
        narrow(&format!("export const build={build},first={first},content={content};\n"))
    }
}

/// All of them.
#[derive(Clone)]
pub(crate) struct Screens {
    /// The language that the program has in it.
    pub(crate) default_language: Language,
    /// The others, each of which comes in a module.
    pub(crate) others: Vec<Language>,
}

/// Draws them. By a program of its own, since this one may be older than the content; with the profile of the tests, which
/// compile the same.
pub(crate) fn draw(workspace: &Workspace) -> Result<Screens> {
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--package", "prerender", "--bin", "first-screens"]);
    read(&capture(&mut cargo).context("the first screens cannot be drawn")?)
}

/// Reads what `crates/prerender` prints.
fn read(printed: &str) -> Result<Screens> {
    let all: Vec<Value> = serde_json::from_str(printed)?;
    let text = |value: &Value, key| Some(value.get(key)?.as_str()?.to_owned());
    let language = |value: &Value| {
        Some(Language {
            name: text(value, "name")?,
            first: value.get("first")?.to_string(),
            content: text(value, "content")?,
        })
    };
    let all: Option<Vec<Language>> = all.iter().map(language).collect();
    let mut all = all.context("the languages are not as expected")?.into_iter();
    Ok(Screens { default_language: all.next().context("no language")?, others: all.collect() })
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::{Screens, read};

    #[test]
    fn the_first_language_is_the_programs_own_and_the_others_have_a_module() -> Result<()> {
        let printed = r#"[{"name":"nl","first":{"of":{}},"content":"a"},{"name":"en","first":{"of":{"<":1}},"content":"\u2018b\u001f\""}]"#;
        let Screens { default_language, others } = read(printed)?;
        ensure!(default_language.name == "nl" && default_language.first == "{\"of\":{}}" && others.len() == 1);
        let other = others.first().map(|other| (other.file(), other.module("x")));
        let module = "export const build=\"x\",first={\"of\":{\"\\u003c\":1}},content=\"\\u2018b\u{1f}\\\"\";\n";
        ensure!(other == Some(("ruimtescan-en.js".to_owned(), module.to_owned())), "{other:?}");
        Ok(())
    }

    #[test]
    fn a_language_without_its_content_is_refused() {
        assert!(read(r#"[{"name":"nl","first":{}}]"#).is_err() && read("[]").is_err());
    }
}
