//! Lays one JSON value over another.

use serde_json::{Map, Value};

/// Where anything may be added under a name of its own.
const OPEN: [&str; 3] = ["texts.lessons", "texts.doors", "texts.sources"];

/// Where all that may be written stands.
pub(crate) const SCHEMA: &str = "ruimtescan-own.schema.json";
/// More names than somebody would read.
const MANY: usize = 20;

/// A list of ids.
const IDS: &str = "sources";

/// Lays `own` over `base`: objects by name, things with an id by that, lists of texts by place; a text replaces a text.
///
/// What cannot be is added to `problems`, and left out.
pub(crate) fn lay(base: &mut Value, own: Value, path: &str, problems: &mut Vec<String>) {
    match (base, own) {
        (Value::Object(base), Value::Object(own)) => object(base, own, path, problems),
        (Value::Array(base), Value::Array(own)) => list(base, own, path, problems),
        // What the content leaves out may be anything; what it is for is judged when it is read.
        (base @ (Value::Null | Value::String(_)), own @ Value::String(_)) => *base = own,
        (base @ Value::Bool(_), own @ Value::Bool(_)) | (base @ Value::Number(_), own @ Value::Number(_)) => {
            *base = own
        }
        (base, _) => problems.push(format!("{path}: hier hoort {}.", kind(base))),
    }
}

fn object(base: &mut Map<String, Value>, own: Map<String, Value>, path: &str, problems: &mut Vec<String>) {
    for (name, own) in own {
        let here = format!("{path}.{name}");
        if let Some(base) = base.get_mut(&name) {
            lay(base, own, &here, problems);
        } else if OPEN.contains(&path) {
            base.insert(name, own);
        } else {
            let names: Vec<&str> = base.keys().map(String::as_str).collect();
            let known = match names.len() {
                ..=MANY => format!("Kies uit: {}", names.join(", ")),
                _ => format!("Kijk in {SCHEMA} welke namen er zijn"),
            };
            problems.push(format!("{here}: deze naam is er niet. {known}."));
        }
    }
}

fn list(base: &mut Vec<Value>, own: Vec<Value>, path: &str, problems: &mut Vec<String>) {
    if base.iter().chain(&own).all(Value::is_string) {
        // Of ids there are more; of texts that follow each other the whole list is one's own, whatever its length.
        if path == IDS {
            base.extend(own)
        } else {
            *base = own
        }
        return;
    }
    for (at, own) in own.into_iter().enumerate() {
        let id = |value: &Value| value.get("id").and_then(Value::as_str).map(str::to_owned);
        let here = format!("{path}.{}", id(&own).unwrap_or_else(|| (at + 1).to_string()));
        let keyed = base.iter().all(|one| id(one).is_some());
        let found = if keyed { base.iter_mut().find(|one| id(one) == id(&own)) } else { base.get_mut(at) };
        match found {
            Some(base) => lay(base, own, &here, problems),
            None if keyed && own.is_object() && id(&own).is_some() => base.push(own),
            None if keyed => problems.push(format!("{here}: geef dit een 'id'.")),
            None => problems.push(format!("{here}: er staan er te veel. Het horen er {} te zijn.", base.len())),
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "een blok tussen { en }",
        Value::Array(_) => "een lijst tussen [ en ]",
        Value::Bool(_) => "true of false",
        Value::Number(_) => "een getal",
        Value::Null | Value::String(_) => "een tekst tussen aanhalingstekens",
    }
}
