//! From the attributes of the element to what the app understands.

use crate::app::Config;
use crate::embed::settings::Settings;
use crate::platform::Shelf;

/// Judges the attributes. An unknown value is named, and the default is used.
pub fn config(settings: Settings, language: &str) -> Config {
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
    // "nl-BE" asks for "nl".
    let asked = settings.lang.as_deref().and_then(|lang| lang.split('-').next());
    if asked.is_some_and(|asked| !asked.eq_ignore_ascii_case(language)) {
        unknown.push("lang");
    }
    Config { key: settings.key, resume: settings.resume, page: settings.page, keep, unknown }
}
