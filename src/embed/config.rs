//! From the attributes of the element to what the app understands.

use crate::app::{Config, LANGUAGES, Start};
use crate::platform::{IN_CONTENT, Refused, Shelf};
use scan::code::is_public;
use scan::contact::{Contact, SCHEMES, dialled, is_address};

/// Judges the attributes. An unknown value is named, and the default is used.
///
/// `found` is what the loader found beside them: `key` and `resume` as in [`Config`]; `workshop`, the attribute or else the key
/// in the address of the page; `unknown`, the ids that there are when none is that of `content`; and `problems`, what is wrong with that
/// content, a line each: the place, a colon, and what to do.
pub fn config(attribute: impl Fn(&str) -> Option<String>, found: impl Fn(&str) -> Option<String>) -> Config {
    let mut refused = Vec::new();
    let remember = attribute("remember");
    let never = remember.as_deref() == Some("never");
    let keep = [("tab", Some(Shelf::Tab)), ("none", None), ("device", Some(Shelf::Device)), ("never", None)];
    let keep = one_of(&mut refused, "remember", remember, &keep);
    let start = [("intro", Start::Intro), ("question", Start::Question)];
    let start = one_of(&mut refused, "start", attribute("start"), &start);
    if let Some(lang) = attribute("lang").filter(|lang| !lang.is_empty()) {
        let known = |name: &&str| lang.split('-').next().is_some_and(|own| own.eq_ignore_ascii_case(name));
        if !LANGUAGES.iter().any(known) {
            refused.push(Refused { name: "lang", value: lang, allowed: LANGUAGES.join(", ") });
        }
    }
    let number = fitting(&mut refused, "contact-phone", attribute("contact-phone"), "0-9 + - ( ) .", |number| {
        dialled(number).is_some()
    });
    let url = fitting(&mut refused, "contact-url", attribute("contact-url"), &SCHEMES.join(", "), is_address);
    let name = attribute("contact-name").unwrap_or_default().trim_ascii().to_owned();
    let organisation = attribute("organisation").unwrap_or_default().trim_ascii().to_owned();
    let contact = Contact { organisation, name, number, url };
    if let Some(allowed) = found("unknown") {
        refused.push(Refused { name: "content", value: attribute("content").unwrap_or_default(), allowed });
    }
    for line in found("problems").iter().flat_map(|all| all.split('\n')) {
        let (place, allowed) = line.split_once(':').unwrap_or(("", line));
        refused.push(Refused { name: IN_CONTENT, value: place.to_owned(), allowed: allowed.trim_ascii().to_owned() });
    }
    // A link needs a value, also where a board has no key.
    let workshop = found("workshop").map(|key| if key == "short" { String::new() } else { key });
    let workshop =
        workshop.map(|key| fitting(&mut refused, "workshop", Some(key), "short, A-Z 2-7 (103 x)", is_public));
    let (key, resume, page) = (found("key").unwrap_or_default(), found("resume"), attribute("page").is_some());
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
    use crate::platform::Shelf;

    /// What an element with these attributes asks for.
    fn with<const N: usize>(attributes: [(&str, &str); N]) -> Config {
        config(read(attributes), |_| None)
    }

    /// What a page with an element of this `content` asks for, when the loader found this.
    fn found<const N: usize>(found: [(&str, &str); N]) -> Config {
        config(read([("content", "ours")]), read(found))
    }

    fn read<const N: usize>(written: [(&str, &str); N]) -> impl Fn(&str) -> Option<String> {
        move |name| written.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    }

    /// What is refused, each as attribute, value and what is allowed.
    fn refused(config: &Config) -> Vec<(&str, &str, &str)> {
        config.refused.iter().map(|one| (one.name, one.value.as_str(), one.allowed.as_str())).collect()
    }

    #[track_caller]
    fn check(config: Config, keep: Option<Shelf>, wrong: &[(&str, &str, &str)]) {
        assert_eq!((config.keep, refused(&config).as_slice()), (keep, wrong));
    }

    #[test]
    fn answers_are_kept_for_the_tab_unless_the_page_says_otherwise() {
        let of = |remember| with([("remember", remember)]);
        check(with([]), Some(Shelf::Tab), &[]);
        check(of("tab"), Some(Shelf::Tab), &[]);
        check(of("device"), Some(Shelf::Device), &[]);
        check(of("none"), None, &[]);
        check(of("never"), None, &[]);
        check(of("forever"), Some(Shelf::Tab), &[("remember", "forever", "tab, none, device, never")]);
        assert!(of("never").never && !of("none").never);
    }

    #[test]
    fn the_scan_begins_with_the_intro_unless_the_page_says_otherwise() {
        let begin = |config: Config| (config.start, config.refused.len());
        assert_eq!(begin(with([])), (Start::Intro, 0));
        assert_eq!(begin(with([("start", "intro")])), (Start::Intro, 0));
        assert_eq!(begin(with([("start", "question")])), (Start::Question, 0));
        assert_eq!(begin(with([("start", "result")])), (Start::Intro, 1));
    }

    #[test]
    fn the_scan_is_the_page_where_the_attribute_stands() {
        assert!(with([("page", "")]).page && !with([]).page);
    }

    #[test]
    fn a_language_may_have_a_country_and_another_language_is_named() {
        for lang in ["", "nl", "en", "nl-BE", "EN-gb"] {
            assert_eq!(refused(&with([("lang", lang)])), [], "{lang}");
        }
        assert_eq!(refused(&with([("lang", "fr")])), [("lang", "fr", "nl, en")]);
    }

    #[test]
    fn a_number_that_cannot_be_dialled_and_a_link_that_leads_nowhere_are_left_out() {
        let of = |phone, url| with([("contact-phone", phone), ("contact-url", url)]);
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
    fn the_names_of_a_contact_are_taken_as_they_are_meant() {
        let contact = with([("contact-name", " Sam "), ("organisation", "De Brug\n")]).contact;
        assert_eq!((contact.name.as_str(), contact.organisation.as_str()), ("Sam", "De Brug"));
    }

    #[test]
    fn a_workshop_has_a_key_or_none_and_what_is_no_key_is_named() {
        let of = |config: Config| (config.workshop, config.refused.len());
        let key = "A".repeat(103);
        assert_eq!(of(found([])), (None, 0));
        assert_eq!(of(found([("workshop", "")])), (Some(String::new()), 0));
        assert_eq!(of(found([("workshop", "short")])), (Some(String::new()), 0));
        assert_eq!(of(found([("workshop", &key)])), (Some(key.clone()), 0));
        let cut_off = found([("workshop", &key[1..])]);
        assert_eq!(of(cut_off), (Some(String::new()), 1), "cut off: short codes are left");
        assert_eq!(of(found([("workshop", "team-a")])), (Some(String::new()), 1));
    }

    #[test]
    fn what_is_wrong_with_own_content_is_named_by_its_place() {
        assert_eq!(refused(&found([])), []);
        assert_eq!(refused(&found([("unknown", "theirs")])), [("content", "ours", "theirs")]);
        let two = found([("problems", "a.b: mend: this\nc: and that")]);
        assert_eq!(refused(&two), [(IN_CONTENT, "a.b", "mend: this"), (IN_CONTENT, "c", "and that")]);
    }

    #[test]
    fn where_the_answers_are_and_what_they_were_comes_from_the_loader_alone() {
        let config = config(read([("key", "theirs"), ("resume", "theirs")]), read([("key", "ours")]));
        assert_eq!((config.key.as_str(), config.resume), ("ours", None));
    }

    #[test]
    fn every_wrong_attribute_is_named() {
        assert_eq!(with([("lang", "x"), ("start", "x"), ("remember", "x")]).refused.len(), 3);
    }
}
