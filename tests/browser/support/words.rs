//! The words of the screens by their keys in `content/`: what a test presses or reads is what an editor wrote.

use crate::support::shipped::read;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of one file.
pub(crate) struct Words {
    file: &'static str,
    words: BTreeMap<String, toml::Value>,
}

pub(crate) static DUTCH: LazyLock<Words> = LazyLock::new(|| Words::table("content/text/nl.toml"));
pub(crate) static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::table("content/text/en.toml"));
pub(crate) static BOARD: LazyLock<Words> = LazyLock::new(|| Words::whole("content/board/words.toml"));

impl Words {
    /// A file that holds words only.
    fn whole(file: &'static str) -> Words {
        let words = toml::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        Words { file, words }
    }

    /// A file with a table of words.
    fn table(file: &'static str) -> Words {
        let mut all = Words::whole(file).words;
        let words = all.remove("words").unwrap_or_else(|| panic!("{file} has no table of words"));
        let words = words.try_into().unwrap_or_else(|error| panic!("{file}: {error}"));
        Words { file, words }
    }

    /// The word with this key, blanks and all.
    pub(crate) fn get(&self, key: &str) -> &str {
        let word = self.words.get(key).and_then(toml::Value::as_str);
        word.unwrap_or_else(|| panic!("{} has no word '{key}'", self.file))
    }

    /// What is said by a key, up to the first blank that nothing fills.
    pub(crate) fn say(&self, wording: impl Wording) -> String {
        let (key, blanks) = wording.parts();
        let mut word = self.get(key).to_owned();
        for (blank, value) in blanks {
            let blank = format!("{{{blank}}}");
            assert!(word.contains(&blank), "'{key}' of {} has no {blank}", self.file);
            word = word.replace(&blank, &value);
        }
        let said = word.split('{').next().unwrap_or_default().trim_end();
        assert!(!said.is_empty(), "'{key}' of {} starts with a blank, that is to be filled", self.file);
        said.to_owned()
    }
}

/// A word by its key, and what fills its blanks.
pub(crate) trait Wording {
    fn parts(&self) -> (&str, Vec<(&str, String)>);
}

impl Wording for &str {
    fn parts(&self) -> (&str, Vec<(&str, String)>) {
        (self, Vec::new())
    }
}

/// With a number for the blank `{n}`.
impl Wording for (&str, usize) {
    fn parts(&self) -> (&str, Vec<(&str, String)>) {
        (self.0, vec![("n", self.1.to_string())])
    }
}

impl<const BLANKS: usize> Wording for (&str, [(&str, &str); BLANKS]) {
    fn parts(&self) -> (&str, Vec<(&str, String)>) {
        (self.0, self.1.iter().map(|(blank, value)| (*blank, (*value).to_owned())).collect())
    }
}
