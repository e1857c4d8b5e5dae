//! From the attributes of the element to what the app understands.

use crate::app::{Config, LANGUAGES, Start};
use crate::embed::settings::Settings;
use crate::platform::{Refused, Shelf};

/// Judges the attributes. An unknown value is named, and the default is used.
pub fn config(settings: Settings) -> Config {
    let mut refused = Vec::new();
    let keep = [("tab", Some(Shelf::Tab)), ("none", None), ("device", Some(Shelf::Device))];
    let keep = one_of(&mut refused, "remember", settings.remember, &keep);
    let start = [("intro", Start::Intro), ("question", Start::Question)];
    let start = one_of(&mut refused, "start", settings.start, &start);
    if let Some(lang) = settings.lang {
        let known = |name: &&str| lang.split('-').next().is_some_and(|own| own.eq_ignore_ascii_case(name));
        if !LANGUAGES.iter().any(known) {
            refused.push(Refused { name: "lang", value: lang, allowed: LANGUAGES.join(", ") });
        }
    }
    Config { key: settings.key, resume: settings.resume, page: settings.page, start, keep, refused }
}

/// What a value stands for; the first when there is none, or another.
fn one_of<T: Copy + Default>(
    refused: &mut Vec<Refused>,
    name: &'static str,
    value: Option<String>,
    known: &[(&str, T)],
) -> T {
    let default = known.first().map(|(_, meaning)| *meaning).unwrap_or_default();
    let Some(value) = value else { return default };
    if let Some((_, meaning)) = known.iter().find(|(known, _)| *known == value) {
        return *meaning;
    }
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    refused.push(Refused { name, value, allowed: names.join(", ") });
    default
}

#[cfg(test)]
mod tests {
    use super::config;
    use crate::app::{Config, Start};
    use crate::embed::settings::Settings;
    use crate::platform::Shelf;

    /// What is refused, each as attribute, value and what is allowed.
    fn refused(config: &Config) -> Vec<(&str, &str, &str)> {
        config.refused.iter().map(|one| (one.name, one.value.as_str(), one.allowed.as_str())).collect()
    }

    #[track_caller]
    fn check(remember: Option<&str>, keep: Option<Shelf>, wrong: &[(&str, &str, &str)]) {
        let config = config(Settings { remember: remember.map(str::to_owned), ..Settings::default() });
        assert_eq!((config.keep, refused(&config).as_slice()), (keep, wrong));
    }

    #[test]
    fn answers_are_kept_for_the_tab_unless_the_page_says_otherwise() {
        check(None, Some(Shelf::Tab), &[]);
        check(Some("tab"), Some(Shelf::Tab), &[]);
        check(Some("device"), Some(Shelf::Device), &[]);
        check(Some("none"), None, &[]);
        check(Some("forever"), Some(Shelf::Tab), &[("remember", "forever", "tab, none, device")]);
    }

    #[test]
    fn the_scan_begins_with_the_intro_unless_the_page_says_otherwise() {
        let begin = |start: Option<&str>| {
            let config = config(Settings { start: start.map(str::to_owned), ..Settings::default() });
            (config.start, config.refused.len())
        };
        assert_eq!(begin(None), (Start::Intro, 0));
        assert_eq!(begin(Some("intro")), (Start::Intro, 0));
        assert_eq!(begin(Some("question")), (Start::Question, 0));
        assert_eq!(begin(Some("result")), (Start::Intro, 1));
    }

    #[test]
    fn a_language_may_have_a_country_and_another_language_is_named() {
        let of = |lang: &str| config(Settings { lang: Some(lang.to_owned()), ..Settings::default() });
        for lang in ["nl", "en", "nl-BE", "EN-gb"] {
            assert_eq!(refused(&of(lang)), [], "{lang}");
        }
        assert_eq!(refused(&of("fr")), [("lang", "fr", "nl, en")]);
    }

    #[test]
    fn every_wrong_attribute_is_named() {
        let wrong = || Some("x".to_owned());
        let all = config(Settings { lang: wrong(), start: wrong(), remember: wrong(), ..Settings::default() });
        assert_eq!(all.refused.len(), 3);
    }
}
