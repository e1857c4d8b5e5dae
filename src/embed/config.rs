//! From the attributes of the element to what the app understands.

use crate::app::{Config, Start};
use crate::embed::settings::Settings;
use crate::platform::Shelf;

/// Judges the attributes. An unknown value is named, and the default is used.
pub fn config(settings: Settings) -> Config {
    let mut unknown = Vec::new();
    let keep = match settings.remember.as_deref() {
        None | Some("tab") => Some(Shelf::Tab),
        Some("none") => None,
        Some("device") => Some(Shelf::Device),
        Some(_) => {
            unknown.push("remember");
            Some(Shelf::Tab)
        }
    };
    let start = match settings.start.as_deref() {
        None | Some("intro") => Start::Intro,
        Some("question") => Start::Question,
        Some(_) => {
            unknown.push("start");
            Start::Intro
        }
    };
    Config { key: settings.key, resume: settings.resume, page: settings.page, start, keep, unknown }
}

#[cfg(test)]
mod tests {
    use super::config;
    use crate::app::Start;
    use crate::embed::settings::Settings;
    use crate::platform::Shelf;

    #[track_caller]
    fn check(remember: Option<&str>, keep: Option<Shelf>, unknown: &[&str]) {
        let config = config(Settings { remember: remember.map(str::to_owned), ..Settings::default() });
        assert_eq!((config.keep, config.unknown.as_slice()), (keep, unknown));
    }

    #[test]
    fn answers_are_kept_for_the_tab_unless_the_page_says_otherwise() {
        check(None, Some(Shelf::Tab), &[]);
        check(Some("tab"), Some(Shelf::Tab), &[]);
        check(Some("device"), Some(Shelf::Device), &[]);
        check(Some("none"), None, &[]);
        check(Some("forever"), Some(Shelf::Tab), &["remember"]);
    }

    #[test]
    fn the_scan_begins_with_the_intro_unless_the_page_says_otherwise() {
        let begin = |start: Option<&str>| {
            let config = config(Settings { start: start.map(str::to_owned), ..Settings::default() });
            (config.start, config.unknown)
        };
        assert_eq!(begin(None), (Start::Intro, Vec::new()));
        assert_eq!(begin(Some("intro")), (Start::Intro, Vec::new()));
        assert_eq!(begin(Some("question")), (Start::Question, Vec::new()));
        assert_eq!(begin(Some("result")), (Start::Intro, vec!["start"]));
    }
}
