//! Draws every first screen there can be, with the program's own components, and prints them for the loader.
//!
//! What is printed: for each language its `name`, its content as it is packed, and `first`: `screens`, each the JSON of a
//! tree `["tag", {attributes}, ...children]`, a text being a string; and `of`, which of them belongs to the attributes
//! `start` and `remember` as an editor may write them, with a space between. JSON in JSON, so that a page reads the one
//! screen it shows and no other.
#![forbid(unsafe_code)]

mod tree;

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use ruimtescan::app::{App, AppProps, Content, LANGUAGES, Outside};
use ruimtescan::components::arrival::arrival;
use ruimtescan::embed::config::config;
use ruimtescan::platform::Memory;
use serde_json::{Value, json};
use yew::{Html, LocalServerRenderer, Properties, component};

use crate::tree::{Node, read};

/// What may stand in each attribute; `None` is an attribute that is not there.
const START: [Option<&str>; 3] = [None, Some("intro"), Some("question")];
const REMEMBER: [Option<&str>; 5] = [None, Some("none"), Some("tab"), Some("device"), Some("never")];

fn main() -> Result<()> {
    let languages: Result<Vec<Value>> = LANGUAGES.iter().map(|name| language(name)).collect();
    println!("{}", Value::Array(languages?));
    Ok(())
}

fn language(name: &str) -> Result<Value> {
    let packed = Content::packed(name).with_context(|| format!("no texts in {name}"))?;
    Ok(json!({ "name": name, "content": packed, "first": first_screens(packed)? }))
}

fn first_screens(packed: &str) -> Result<Value> {
    let content = Content::shared(Some(packed.to_owned()), &Default::default());
    let mut screens: Vec<String> = Vec::new();
    let mut of = BTreeMap::new();
    for start in START {
        for remember in REMEMBER {
            let screen = first_screen(&content, start, remember)?.to_json().to_string();
            let place = screens.iter().position(|other| *other == screen).unwrap_or_else(|| {
                screens.push(screen);
                screens.len() - 1
            });
            of.insert([start.unwrap_or_default(), " ", remember.unwrap_or_default()].concat(), place);
        }
    }
    Ok(json!({ "screens": screens, "of": of }))
}

/// The screen of somebody who has nothing to go on with, and what is said while the program is on its way.
fn first_screen(content: &Rc<Content>, start: Option<&str>, remember: Option<&str>) -> Result<Node> {
    let attributes = BTreeMap::from([("start", start), ("remember", remember)]);
    let config = config(|name| attributes.get(name)?.map(str::to_owned), |_| None);
    ensure!(config.refused.is_empty(), "the program does not know {:?}", config.refused);
    let world = Rc::new(Memory::default());
    let outside = Outside { platform: world.clone(), host: world };
    let props = AppProps { content: Rc::clone(content), config, outside };
    let drawn = pollster::block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
    let mut screen = read(&drawn)?;
    screen.insert_after("actions", said(content)?).context("the screen has no actions")?;
    Ok(screen)
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

fn said(content: &Content) -> Result<Node> {
    let props = ShownProps { html: arrival(content.texts.words()) };
    let drawn = pollster::block_on(LocalServerRenderer::<Shown>::with_props(props).hydratable(false).render());
    read(&drawn)
}

#[cfg(test)]
mod tests {
    use super::first_screens;
    use ruimtescan::app::{Content, LANGUAGES};

    /// How often a text stands in the screen that belongs to these attributes.
    fn count(attributes: &str, text: &str) -> usize {
        let first = first("nl");
        let place = first["of"][attributes].as_u64().expect("a screen for these attributes");
        first["screens"][place as usize].as_str().expect("a screen").matches(text).count()
    }

    fn first(language: &str) -> serde_json::Value {
        first_screens(Content::packed(language).expect("its texts")).expect("the screens are drawn")
    }

    #[test]
    fn the_intro_has_no_question_and_the_question_is_the_first() {
        assert_eq!(count(" ", "\"fieldset\",{\"aria-labelledby\""), 0);
        assert_eq!(count("question ", "\"radio\""), 5);
        assert_eq!(count("question ", "\"checked\""), 0);
    }

    #[test]
    fn the_place_to_keep_answers_follows_the_attribute() {
        for (attributes, id) in [(" ", "keep-tab"), (" none", "keep-none"), ("intro device", "keep-device")] {
            assert_eq!(count(attributes, "\"checked\""), 1);
            assert_eq!(count(attributes, &format!("\"checked\":\"\",\"id\":\"{id}\"")), 1, "{attributes}: {id}");
        }
    }

    #[test]
    fn equal_screens_are_there_once() {
        for language in LANGUAGES {
            assert_eq!(first(language)["screens"].as_array().map(Vec::len), Some(5));
        }
    }
}
