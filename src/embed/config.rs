//! From the attributes of the element to what the app understands.

use crate::app::{Config, LANGUAGES, Start};
use crate::embed::settings::Settings;
use crate::platform::{IN_CONTENT, Refused, Shelf};
use scan::code::is_public;
use scan::contact::{Contact, SCHEMES, dialled, is_address};

/// Judges the attributes. An unknown value is named, and the default is used.
pub fn config(settings: Settings) -> Config {
    let mut refused = Vec::new();
    let never = settings.remember.as_deref() == Some("never");
    let keep = [("tab", Some(Shelf::Tab)), ("none", None), ("device", Some(Shelf::Device)), ("never", None)];
    let keep = one_of(&mut refused, "remember", settings.remember, &keep);
    let start = [("intro", Start::Intro), ("question", Start::Question)];
    let start = one_of(&mut refused, "start", settings.start, &start);
    if let Some(lang) = settings.lang {
        let known = |name: &&str| lang.split('-').next().is_some_and(|own| own.eq_ignore_ascii_case(name));
        if !LANGUAGES.iter().any(known) {
            refused.push(Refused { name: "lang", value: lang, allowed: LANGUAGES.join(", ") });
        }
    }
    let number = fitting(&mut refused, "contact-phone", settings.contact_phone, "0-9 + - ( ) .", |number| {
        dialled(number).is_some()
    });
    let url = fitting(&mut refused, "contact-url", settings.contact_url, &SCHEMES.join(", "), is_address);
    let name = settings.contact_name.unwrap_or_default().trim_ascii().to_owned();
    let organisation = settings.organisation.unwrap_or_default().trim_ascii().to_owned();
    if let Some(allowed) = settings.unknown {
        refused.push(Refused { name: "content", value: settings.overlay.unwrap_or_default(), allowed });
    }
    for line in settings.problems.iter().flat_map(|all| all.split('\n')) {
        let (place, allowed) = line.split_once(':').unwrap_or(("", line));
        refused.push(Refused { name: IN_CONTENT, value: place.to_owned(), allowed: allowed.trim_ascii().to_owned() });
    }
    // A link needs a value, also where a board has no key.
    let workshop = settings.workshop.map(|key| if key == "short" { String::new() } else { key });
    let workshop =
        workshop.map(|key| fitting(&mut refused, "workshop", Some(key), "short, A-Z 2-7 (103 x)", is_public));
    let contact = Contact { organisation, name, number, url };
    let Settings { key, resume, page, .. } = settings;
    Config { key, resume, page, start, keep, never, contact, workshop, refused }
}

/// A value that fits, or nothing.
fn fitting(
    refused: &mut Vec<Refused>,
    name: &'static str,
    value: Option<String>,
    allowed: &str,
    fits: impl Fn(&str) -> bool,
) -> String {
    let value = value.unwrap_or_default().trim_ascii().to_owned();
    if value.is_empty() || fits(&value) {
        return value;
    }
    refused.push(Refused { name, value, allowed: allowed.to_owned() });
    String::new()
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
    use super::{IN_CONTENT, config};
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
        check(Some("never"), None, &[]);
        check(Some("forever"), Some(Shelf::Tab), &[("remember", "forever", "tab, none, device, never")]);
        let never =
            |remember: &str| config(Settings { remember: Some(remember.to_owned()), ..Settings::default() }).never;
        assert!(never("never") && !never("none"));
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
    fn a_number_that_cannot_be_dialled_and_a_link_that_leads_nowhere_are_left_out() {
        let of = |phone: &str, url: &str| {
            let (contact_phone, contact_url) = (Some(phone.to_owned()), Some(url.to_owned()));
            config(Settings { contact_phone, contact_url, ..Settings::default() })
        };
        let good = of(" 030 123 45 67 ", "mailto:sam@brug.example");
        assert_eq!(
            (good.contact.number.as_str(), good.contact.url.as_str()),
            ("030 123 45 67", "mailto:sam@brug.example")
        );
        assert_eq!(refused(&good), []);
        let bad = of("bel Sam", "javascript:alert(1)");
        assert_eq!((bad.contact.number.as_str(), bad.contact.url.as_str()), ("", ""));
        let number = ("contact-phone", "bel Sam", "0-9 + - ( ) .");
        assert_eq!(refused(&bad), [number, ("contact-url", "javascript:alert(1)", "https:, http:, mailto:, tel:")]);
        assert_eq!(refused(&of("", "")), []);
    }

    #[test]
    fn a_workshop_has_a_key_or_none_and_what_is_no_key_is_named() {
        let of = |workshop: Option<&str>| {
            let config = config(Settings { workshop: workshop.map(str::to_owned), ..Settings::default() });
            (config.workshop.clone(), config.refused.len())
        };
        let key = "A".repeat(103);
        assert_eq!(of(None), (None, 0));
        assert_eq!(of(Some("")), (Some(String::new()), 0));
        assert_eq!(of(Some(&key)), (Some(key.clone()), 0));
        assert_eq!(of(Some(&key[1..])), (Some(String::new()), 1), "cut off: short codes are left");
        assert_eq!(of(Some("team-a")), (Some(String::new()), 1));
    }

    #[test]
    fn what_is_wrong_with_own_content_is_named_by_its_place() {
        let of = |unknown: Option<&str>, problems: Option<&str>| {
            let (unknown, problems) = (unknown.map(str::to_owned), problems.map(str::to_owned));
            config(Settings { overlay: Some("ours".to_owned()), unknown, problems, ..Settings::default() })
        };
        assert_eq!(refused(&of(None, None)), []);
        assert_eq!(refused(&of(Some("theirs"), None)), [("content", "ours", "theirs")]);
        let two = of(None, Some("a.b: mend: this\nc: and that"));
        assert_eq!(refused(&two), [(IN_CONTENT, "a.b", "mend: this"), (IN_CONTENT, "c", "and that")]);
    }

    #[test]
    fn every_wrong_attribute_is_named() {
        let wrong = || Some("x".to_owned());
        let all = config(Settings { lang: wrong(), start: wrong(), remember: wrong(), ..Settings::default() });
        assert_eq!(all.refused.len(), 3);
    }
}
