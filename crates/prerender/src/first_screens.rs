//! Every first screen there can be, as data for the loader.
//!
//! For each language there is its `name`, its content as it is packed, and `first`: `screens`, each the JSON of a
//! tree `["tag", {attributes}, ...children]`, a text being a string; and `of`, which of them belongs to the attributes
//! `start` and `remember` as an editor may write them, with a space between. JSON in JSON, so that a page reads the one
//! screen it shows and no other.

use anyhow::{Context, Result, bail, ensure};
use ruimtescan::app::{AppProps, Content, LANGUAGES, Outside, first_screen};
use ruimtescan::components::arrival::arrival;
use ruimtescan::embed::config::config;
use ruimtescan::platform::Memory;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Html;
use yew::virtual_dom::{VNode, VTag};

/// What may stand in each attribute; `None` is an attribute that is not there.
const START: [Option<&str>; 3] = [None, Some("intro"), Some("question")];
const REMEMBER: [Option<&str>; 5] = [None, Some("none"), Some("tab"), Some("device"), Some("never")];

/// All of them, in every language.
///
/// # Errors
///
/// A screen has something in it that the loader cannot show.
pub fn all() -> Result<Value> {
    let languages: Result<Vec<Value>> = LANGUAGES.iter().map(|name| language(name)).collect();
    Ok(Value::Array(languages?))
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
            let screen = drawn(&content, start, remember)?.to_string();
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
fn drawn(content: &Rc<Content>, start: Option<&str>, remember: Option<&str>) -> Result<Value> {
    let attributes = BTreeMap::from([("start", start), ("remember", remember)]);
    let config = config(|name| attributes.get(name)?.map(str::to_owned), |_| None);
    ensure!(config.refused.is_empty(), "the program does not know {:?}", config.refused);
    let world = Rc::new(Memory::default());
    let outside = Outside { platform: world.clone(), host: world };
    let mut screen = tree(&first_screen(&AppProps { content: Rc::clone(content), config, outside }))?;
    let said = tree(&arrival(content.texts.words()))?;
    ensure!(insert_after(&mut screen, "actions", &said), "the screen has no actions");
    Ok(screen)
}

/// One element with all that is in it.
fn tree(html: &Html) -> Result<Value> {
    let mut found = Vec::new();
    collect(html, &mut found)?;
    ensure!(found.len() == 1, "{} elements in the place of one", found.len());
    found.pop().context("no element")
}

/// Adds what this is. Texts that follow each other are one: so a page would read them.
fn collect(html: &Html, found: &mut Vec<Value>) -> Result<()> {
    match html {
        VNode::VTag(tag) => found.push(element(tag)?),
        VNode::VText(text) if text.text.is_empty() => {}
        VNode::VText(text) => match found.last_mut() {
            Some(Value::String(before)) => before.push_str(&text.text),
            _ => found.push(json!(text.text.as_str())),
        },
        VNode::VList(list) => list.iter().try_for_each(|html| collect(html, found))?,
        other => bail!("the loader cannot show {other:?}"),
    }
    Ok(())
}

fn element(tag: &VTag) -> Result<Value> {
    let mut attributes: Map<String, Value> =
        tag.attributes.iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    attributes.extend(tag.value().map(|value| ("value".to_owned(), json!(value.as_str()))));
    attributes.extend(tag.checked().filter(|checked| *checked).map(|_| ("checked".to_owned(), json!(""))));
    let mut all = vec![json!(tag.tag()), Value::Object(attributes)];
    tag.children().map_or(Ok(()), |children| collect(children, &mut all))?;
    Ok(Value::Array(all))
}

/// Puts an element behind the first one of this class; false when there is none.
fn insert_after(tree: &mut Value, class: &str, element: &Value) -> bool {
    let Some(children) = tree.as_array_mut() else { return false };
    let is_it = |child: &Value| child.get(1).and_then(|attributes| attributes.get("class")) == Some(&json!(class));
    match children.iter().position(is_it) {
        Some(place) => children.insert(place + 1, element.clone()),
        None => return children.iter_mut().any(|child| insert_after(child, class, element)),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{first_screens, insert_after, tree};
    use ruimtescan::app::{Content, LANGUAGES};
    use serde_json::json;
    use yew::html;

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

    #[test]
    fn what_is_drawn_becomes_a_tree() {
        let drawn = html! { <p class="a \"b\"">{ "x " }{ "" }<>{ "< y" }<b></b></><input id="i" checked={true} /></p> };
        let expected =
            json!(["p", { "class": "a \"b\"" }, "x < y", ["b", {}], ["input", { "id": "i", "checked": "" }]]);
        assert_eq!(tree(&drawn).expect("the loader can show it"), expected);
        let two = html! { <><b></b><b></b></> };
        assert!(tree(&two).is_err() && tree(&html! {}).is_err());
    }

    #[test]
    fn an_element_goes_behind_the_first_of_a_class() {
        let [x, u] = [json!(["i", { "class": "x" }]), json!(["u", {}])];
        let mut tree = json!(["p", {}, ["b", {}, x, x]]);
        assert!(insert_after(&mut tree, "x", &u) && !insert_after(&mut tree, "y", &u));
        assert_eq!(tree, json!(["p", {}, ["b", {}, x, u, x]]));
    }
}
