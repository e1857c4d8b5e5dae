//! Markup as a tree: enough of a reader for what Yew writes, and it refuses what it would not write back the same.

use anyhow::{Context, Result, bail, ensure};
use html_escape::{decode_html_entities, encode_double_quoted_attribute, encode_text};
use serde_json::{Value, json};

/// Elements without an end.
const VOID: [&str; 2] = ["input", "br"];

/// A name, and a value where it has one.
type Attribute = (String, Option<String>);

/// An element or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Text(String),
    Element { name: String, attributes: Vec<Attribute>, children: Vec<Node> },
}

impl Node {
    /// Puts a node behind the first one of this class; `None` when there is none.
    pub(crate) fn insert_after(&mut self, class: &str, node: Node) -> Option<()> {
        let Node::Element { children, .. } = self else { return None };
        if let Some(place) = children.iter().position(|child| child.class() == Some(class)) {
            children.insert(place + 1, node);
            return Some(());
        }
        children.iter_mut().find_map(|child| child.insert_after(class, node.clone()))
    }

    fn class(&self) -> Option<&str> {
        let Node::Element { attributes, .. } = self else { return None };
        attributes.iter().find(|(key, _)| key == "class")?.1.as_deref()
    }

    /// `["name", {attributes}, ...children]`, or the text.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Node::Text(text) => json!(text),
            Node::Element { name, attributes, children } => {
                let attribute = |(key, value): &Attribute| (key.clone(), json!(value.as_deref().unwrap_or_default()));
                let attributes = attributes.iter().map(attribute).collect();
                let mut all = vec![json!(name), Value::Object(attributes)];
                all.extend(children.iter().map(Node::to_json));
                Value::Array(all)
            }
        }
    }

    fn to_markup(&self) -> String {
        match self {
            Node::Text(text) => encode_text(text).into_owned(),
            Node::Element { name, attributes, children } => {
                let attribute = |(key, value): &Attribute| match value {
                    None => format!(" {key}"),
                    Some(value) => format!(" {key}=\"{}\"", encode_double_quoted_attribute(value)),
                };
                let attributes: String = attributes.iter().map(attribute).collect();
                let children: String = children.iter().map(Node::to_markup).collect();
                match VOID.contains(&name.as_str()) {
                    true => format!("<{name}{attributes}>"),
                    false => format!("<{name}{attributes}>{children}</{name}>"),
                }
            }
        }
    }
}

/// Reads one element with all that is in it.
///
/// # Errors
///
/// Says where the markup is not what Yew writes, so that no other screen than the one drawn is ever shown.
pub(crate) fn read(markup: &str) -> Result<Node> {
    let mut rest = markup;
    let node = element(&mut rest)?;
    ensure!(rest.is_empty(), "more than one element: {rest}");
    let again = node.to_markup();
    ensure!(again == markup, "read as\n{again}\nbut written as\n{markup}");
    Ok(node)
}

fn element(rest: &mut &str) -> Result<Node> {
    let (tag, after) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).context("no tag")?;
    let (name, list) = tag.split_once(' ').unwrap_or((tag, ""));
    *rest = after;
    let attributes = attributes(list)?;
    let children = if VOID.contains(&name) { Vec::new() } else { children(rest, name)? };
    Ok(Node::Element { name: name.to_owned(), attributes, children })
}

/// What stands in a tag after its name. Yew escapes every `>` in a value.
fn attributes(mut list: &str) -> Result<Vec<Attribute>> {
    let mut found = Vec::new();
    while !list.is_empty() {
        let end = list.find([' ', '=']).unwrap_or(list.len());
        let (key, after) = list.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            None => (None, after),
            Some(after) => {
                let (value, after) =
                    after.split_once('"').with_context(|| format!("a value without an end: {after}"))?;
                (Some(decode_html_entities(value).into_owned()), after)
            }
        };
        let sound = |char: char| char.is_ascii_lowercase() || char == '-';
        ensure!(!key.is_empty() && key.chars().all(sound), "an attribute named '{key}'");
        found.push((key.to_owned(), value));
        list = after.strip_prefix(' ').unwrap_or(after);
    }
    Ok(found)
}

fn children(rest: &mut &str, name: &str) -> Result<Vec<Node>> {
    let mut children = Vec::new();
    loop {
        if let Some(after) = rest.strip_prefix("</") {
            *rest = after.strip_prefix(name).and_then(|rest| rest.strip_prefix('>')).context("another end")?;
            return Ok(children);
        }
        let child = match rest.find('<') {
            Some(0) => element(rest)?,
            Some(end) => {
                let (text, after) = rest.split_at(end);
                *rest = after;
                Node::Text(decode_html_entities(text).into_owned())
            }
            None => bail!("{name} has no end"),
        };
        children.push(child);
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn markup_becomes_a_tree() {
        let tree =
            read("<p class=\"a &quot;b&quot;\">x &lt; <b>y</b><input checked id=\"i\"></p>").expect("it is sound");
        let expected = r#"["p",{"class":"a \"b\""},"x < ",["b",{},"y"],["input",{"checked":"","id":"i"}]]"#;
        assert_eq!(tree.to_json().to_string(), expected);
    }

    #[test]
    fn a_node_goes_behind_the_first_of_a_class() {
        let mut tree = read("<p><b><i class=\"x\"></i><i class=\"x\"></i></b></p>").expect("it is sound");
        assert!(tree.insert_after("x", read("<u></u>").expect("it is sound")).is_some());
        assert_eq!(tree.to_markup(), "<p><b><i class=\"x\"></i><u></u><i class=\"x\"></i></b></p>");
        assert!(tree.insert_after("y", read("<u></u>").expect("it is sound")).is_none());
    }

    #[test]
    fn other_markup_is_refused() {
        for markup in ["", "text", "<p>", "<p></b>", "<p></p><p></p>", "<p  a></p>", "<p id='a'></p>", "<br>x"] {
            assert!(read(markup).is_err(), "{markup}");
        }
    }
}
