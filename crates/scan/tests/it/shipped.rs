//! The content files as they are shipped: raw, and loaded as the program loads them.

use scan::content::{RawQuestionnaire, RawTexts, load};
use scan::questionnaire::Questionnaire;
use scan::texts::Texts;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The root of the repository; also right when this file is part of the root package's tests.
pub(crate) fn root() -> PathBuf {
    let mut here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    while !here.join("content").is_dir() {
        assert!(here.pop(), "no folder content above {}", env!("CARGO_MANIFEST_DIR"));
    }
    here
}

/// A file of the repository.
pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The content files as written, in Dutch.
pub(crate) fn raw() -> (RawQuestionnaire, RawTexts) {
    raw_in("nl")
}

/// The content files as written, in a language.
pub(crate) fn raw_in(language: &str) -> (RawQuestionnaire, RawTexts) {
    let questionnaire = "content/questionnaire.toml";
    let texts = &format!("content/text/{language}.toml");
    (
        toml::from_str(&read(questionnaire)).unwrap_or_else(|error| panic!("{questionnaire}: {error}")),
        toml::from_str(&read(texts)).unwrap_or_else(|error| panic!("{texts}: {error}")),
    )
}

/// The content as the program has it, or every problem in it.
pub(crate) static SHIPPED: LazyLock<(Questionnaire, Texts)> = LazyLock::new(|| shipped_in("nl"));

/// The content in a language, loaded, or every problem in it.
pub(crate) fn shipped_in(language: &str) -> (Questionnaire, Texts) {
    let (questionnaire, texts) = raw_in(language);
    load(questionnaire, texts).unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("\n{}\n", problems.join("\n"))
    })
}

/// The shipped questionnaire.
pub(crate) fn questionnaire() -> &'static Questionnaire {
    &SHIPPED.0
}

/// The shipped texts.
pub(crate) fn texts() -> &'static Texts {
    &SHIPPED.1
}
