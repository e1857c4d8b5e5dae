//! Draws the scan on paper: the questions of each part on a sheet, with a slip to tear off at the end of the last.
//!
//! It prints a whole page, without a script; what it asks and says is that of the scan, and its few own words stand in
//! `content/papier.toml`.
#![forbid(unsafe_code)]

mod sheet;

use anyhow::{Context, Result};
use ruimtescan::app::Content;
use scan::text::Text;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::{Html, LocalServerRenderer, Properties, component};

/// The words that are on paper only.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Words {
    title: Text,
    /// What it is, and whose.
    lead: Text,
    /// How an answer is given.
    how: Text,
    /// Beside the box of who passes a question by.
    skip: Text,
    /// At the foot of a sheet that another follows.
    turn: Text,
    /// What is asked of questions that answer on a scale, by its id; where the part itself does not say so.
    scales: BTreeMap<String, Text>,
    slip: SlipWords,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SlipWords {
    title: Text,
    /// What to copy onto it.
    how: Text,
    /// Who can read it.
    private: Text,
}

#[derive(PartialEq, Properties)]
struct PaperProps {
    html: Html,
}

#[component]
fn Paper(props: &PaperProps) -> Html {
    props.html.clone()
}

fn main() -> Result<()> {
    print!("{}", page()?);
    Ok(())
}

fn page() -> Result<String> {
    let words: Words =
        toml::from_str(include_str!("../../../content/papier.toml")).context("content/papier.toml cannot be read")?;
    let content = Rc::new(Content::load());
    let props = PaperProps { html: sheet::all(&content.questionnaire, &content.texts, &words) };
    let body = pollster::block_on(LocalServerRenderer::<Paper>::with_props(props).hydratable(false).render());
    let language = content.texts.language();
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"papier.css\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        language.get(),
        words.title.get(),
    ))
}

#[cfg(test)]
mod tests {
    use super::page;
    use ruimtescan::app::Content;
    use scan::questionnaire::{OPTIONS, Theme};

    /// The page as a reader gets it: one line per text.
    fn text() -> String {
        let page = page().expect("it is drawn");
        let (_, body) = page.split_once("<body>").expect("a body");
        let lines = body.split('<').filter_map(|tag| Some(tag.split_once('>')?.1.trim()));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_question_is_on_it_in_order_with_all_its_options() {
        let Content { questionnaire, texts } = Content::load();
        let text = text();
        let mut rest = text.as_str();
        let mut next = |wanted: &str| {
            let (_, after) = rest.split_once(wanted).unwrap_or_else(|| panic!("'{wanted}' is not on it, or too early"));
            rest = after;
        };
        for (id, question) in questionnaire.questions() {
            let words = texts.question(id.index());
            next(&format!("\n{}\n{}", id.number(), words.ask.get()));
            next(words.hint.get());
            if question.theme == Theme::Balance {
                next(words.a.get());
                next(words.b.get());
            }
            for place in 0..OPTIONS {
                next(&format!("\n{}\n{}", place + 1, texts.option(question.scale, place).get()));
            }
            next("\n–");
        }
    }

    #[test]
    fn each_part_opens_with_its_note_and_the_doors_stand_before_the_slip() {
        let Content { questionnaire, texts } = Content::load();
        let text = text();
        for (index, _) in questionnaire.parts().iter().enumerate() {
            assert!(text.contains(texts.part(index).note.get()));
        }
        let slip = text.rfind("1\n1\n2\n3\n4\n5\n–").expect("a slip");
        for door in questionnaire.doors().iter().filter(|door| !door.number.is_empty()) {
            assert!(
                text[..slip].rfind(door.number.get()) > text.rfind(texts.part(1).note.get()),
                "{}",
                door.number.get()
            );
        }
    }

    #[test]
    fn the_slip_has_a_row_for_each_question_and_asks_for_nothing_else() {
        let count = Content::load().questionnaire.count();
        let page = page().expect("it is drawn");
        let (_, slip) = page.split_once("<ol class=\"rows\">").expect("a slip");
        let rows: Vec<String> = (1..=count).map(|number| format!("{number} 1 2 3 4 5 –")).collect();
        let slip = slip.replace("</li>", "\n");
        let found: Vec<String> = slip
            .lines()
            .map(|row| row.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text).collect::<Vec<_>>())
            .map(|row| row.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|row| !row.is_empty())
            .collect();
        assert_eq!(found, rows);
    }

    #[test]
    fn it_runs_nothing_and_asks_for_nothing() {
        let page = page().expect("it is drawn");
        for word in ["<script", "<style", "style=", "<input", "<form", "http"] {
            assert!(!page.contains(word), "{word}");
        }
    }
}
