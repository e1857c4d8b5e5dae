//! A text of the content, and the little that is done with texts: filling in, joining, walking through them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Deref;
use serde::{Deserialize, Deserializer, Serialize};

/// A text of the content. It lies in the program for as long as that runs, so that nothing is ever copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text(&'static str);

impl Text {
    /// No text.
    pub const EMPTY: Text = Text("");

    /// The text, for as long as the program runs.
    pub const fn get(self) -> &'static str {
        self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Text {
        Text(text)
    }
}

/// Never freed: this is for content that is read from files, which happens once.
impl From<String> for Text {
    fn from(text: String) -> Text {
        Text(text.leak())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Text, D::Error> {
        String::deserialize(from).map(Text::from)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

/// A struct of texts, which can be walked field by field, so that no text escapes a check.
pub trait Fields {
    /// One with every text empty.
    const EMPTY: Self;

    /// Every text with the name of its field.
    fn each(&mut self) -> Vec<(&'static str, &mut Text)>;

    /// Shows every text in the order of the fields, without the names, which would be downloaded too.
    fn visit(&mut self, visit: impl FnMut(&mut Text));
}

/// Makes such structs.
macro_rules! texts {
    ($( $(#[$about:meta])* struct $name:ident { $( $(#[$doc:meta])* $field:ident ),* $(,)? } )*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name { $( $(#[$doc])* pub $field: $crate::text::Text ),* }

        impl $crate::text::Fields for $name {
            const EMPTY: $name = $name { $( $field: $crate::text::Text::EMPTY ),* };

            fn each(&mut self) -> Vec<(&'static str, &mut $crate::text::Text)> {
                alloc::vec![ $( (stringify!($field), &mut self.$field) ),* ]
            }

            fn visit(&mut self, mut visit: impl FnMut(&mut $crate::text::Text)) {
                $( visit(&mut self.$field); )*
            }
        }
    )*};
}
pub(crate) use texts;

/// Puts values in the places of a text: `{name}` becomes the value of that name.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

/// Adds these to a text. One place for it: each way of adding would be code of its own to download.
#[inline(never)]
pub fn push(text: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| text.push_str(part));
}

/// Joins parts of an enumeration: "a", "a en b", "a, b en c" with `and` as the last joint.
pub fn enumerate<'a>(parts: impl IntoIterator<Item = &'a str>, and: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().collect();
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.to_string(),
        Some((last, before)) => [&before.join(", "), " ", and, " ", last].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{enumerate, fill};

    #[test]
    fn places_are_filled_and_unknown_ones_stay() {
        assert_eq!(fill("Vraag {n} van {total}.", &[("n", "3"), ("total", "18")]), "Vraag 3 van 18.");
        assert_eq!(fill("{n} en {wat} en {", &[("n", "3")]), "3 en {wat} en {");
    }

    #[test]
    fn an_enumeration_reads_as_dutch() {
        assert_eq!(enumerate([], "en"), "");
        assert_eq!(enumerate(["a"], "en"), "a");
        assert_eq!(enumerate(["a", "b"], "en"), "a en b");
        assert_eq!(enumerate(["a", "b", "c"], "en"), "a, b en c");
    }
}
