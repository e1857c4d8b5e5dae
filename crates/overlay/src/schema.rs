//! The JSON Schema of own content, from the types that the content files are read into.

use scan::content::{RawDoor, RawLesson, RawTexts};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

/// Own content of an organisation, laid over that of the scan. Everything may be left out.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Ruimtescan, own content")]
#[allow(dead_code, reason = "only its shape is of use")]
struct Own {
    /// Doors: with the id of one that is there its number changes, with another there is one more.
    doors: Vec<RawDoor>,
    /// Lessons: with the id of one that is there it changes, with another there is one more.
    lessons: Vec<RawLesson>,
    /// Ids of further sources, for the lessons.
    sources: Vec<String>,
    /// Texts in the language of the scan, by their place.
    texts: RawTexts,
}

/// The schema. Of what is laid over something nothing is required but the id that says over what.
#[must_use]
pub fn schema() -> Value {
    let mut schema = Value::from(schema_for!(Own));
    loosen(&mut schema);
    schema
}

fn loosen(schema: &mut Value) {
    if let Value::Object(fields) = schema {
        if fields.get("properties").is_some_and(|properties| properties.get("id").is_some()) {
            fields.insert("required".to_owned(), json!(["id"]));
        } else if fields.get("required").is_some_and(Value::is_array) {
            fields.remove("required");
        }
        fields.values_mut().for_each(loosen);
    } else if let Value::Array(all) = schema {
        all.iter_mut().for_each(loosen);
    }
}
