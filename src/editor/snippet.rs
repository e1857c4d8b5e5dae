//! From choices to what an editor pastes. Pure: what was typed is escaped, whatever it is.

use crate::editor::choices::{Choices, Form, Remember};
use crate::editor::words;
use scan::contact::Contact;

/// The token of the colour of buttons.
pub(super) const ACCENT: &str = "--scan-accent-color";

/// The attributes of the element, in the order in which they are listed in README; only those that differ from the
/// default.
pub(super) fn attributes(choices: &Choices) -> Vec<(&'static str, &str)> {
    let remember = match choices.remember {
        Remember::Nothing => "none",
        Remember::Tab => "",
        Remember::Device => "device",
        Remember::Never => "never",
    };
    let all =
        [("lang", choices.language), ("start", if choices.question { "question" } else { "" }), ("remember", remember)];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The attributes that name whom to turn to. Only for the element: the address of a frame anyone can write, and a number in
/// it would be believed.
pub(super) fn contact(choices: &Choices) -> Vec<(&'static str, &str)> {
    let Contact { organisation, name, number, url } = &choices.contact;
    let all = [("organisation", organisation), ("contact-name", name), ("contact-phone", number), ("contact-url", url)];
    let all = all.into_iter().filter(|(_, value)| choices.form == Form::Element && !value.is_empty());
    all.map(|(name, value)| (name, value.as_str())).collect()
}

/// What to paste; for the forms that are a file, their addresses.
pub(super) fn snippet(choices: &Choices) -> String {
    match choices.form {
        Form::Element => element(choices),
        Form::Frame => frame(choices),
        Form::File => address(choices, FILE),
        Form::Lms => [address(choices, OLD), address(choices, NEW)].join("\n"),
    }
}

/// The files of the other forms.
/// The whole scan in one file.
pub(super) const FILE: &str = "ruimtescan.html";
pub(super) const OLD: &str = "ruimtescan-scorm12.zip";
pub(super) const NEW: &str = "ruimtescan-scorm2004.zip";

/// The address of one of our files.
pub(super) fn address(choices: &Choices, file: &str) -> String {
    let folder = choices.folder.trim();
    [folder, if folder.ends_with('/') { "" } else { "/" }, file].concat()
}

fn element(choices: &Choices) -> String {
    let script = tag("script", &[("type", "module"), ("src", &address(choices, "ruimtescan.js"))]);
    let mut lines = Vec::new();
    if let Some(accent) = choices.own_accent() {
        lines.push([tag(SHEET, &[]).as_str(), "ruimte-scan { ", ACCENT, ": ", accent, " }", &end(SHEET)].concat());
    }
    lines.push(script + &end("script"));
    lines.push(tag("ruimte-scan", &[attributes(choices), contact(choices)].concat()));
    lines.push(["  ", &tag("p", &[]), words::FALLBACK, &end("p")].concat());
    lines.push(end("ruimte-scan"));
    lines.join("\n")
}

/// The element for a style sheet in a page.
const SHEET: &str = "style";

fn frame(choices: &Choices) -> String {
    let asked = attributes(choices).into_iter().map(|(name, value)| [name, "=", &percent(value)].concat());
    let asked = asked.collect::<Vec<_>>().join("&");
    let page = address(choices, "frame.html");
    let page = if asked.is_empty() { page } else { [page.as_str(), "?", &asked].concat() };
    let about = [
        ("src", page.as_str()),
        ("title", words::FRAME_TITLE),
        ("width", "100%"),
        ("height", "700"),
        ("allow", "clipboard-write"),
        ("data-ruimtescan", ""),
    ];
    let script = tag("script", &[("src", &address(choices, "ruimtescan-frame.js")), ("defer", "")]);
    [tag("iframe", &about), end("iframe"), "\n".to_owned(), script, end("script")].concat()
}

fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let attribute = |(key, value): &(&str, &str)| [" ", key, "=\"", &escaped(value), "\""].concat();
    ["<", name, &attributes.iter().map(attribute).collect::<String>(), ">"].concat()
}

fn end(name: &str) -> String {
    ["</", name, ">"].concat()
}

/// Text inside a quoted attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text inside a query.
fn percent(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
            let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or_default();
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use crate::editor::choices::{Choices, Form, Remember};
    use expect_test::{Expect, expect};
    use scan::contact::Contact;

    fn choices() -> Choices {
        Choices { folder: "https://a.nl/scan".to_owned(), ..Choices::default() }
    }

    /// The code without its fallback, which is words.
    #[track_caller]
    fn check(choices: &Choices, expected: Expect) {
        let lines = snippet(choices).lines().filter(|line| !line.starts_with("  <p>")).collect::<Vec<_>>().join("\n");
        expected.assert_eq(&lines);
    }

    #[test]
    fn what_is_the_default_is_not_written() {
        check(
            &choices(),
            expect![[r#"
                <script type="module" src="https://a.nl/scan/ruimtescan.js"></script>
                <ruimte-scan>
                </ruimte-scan>"#]],
        );
    }

    #[test]
    fn every_choice_is_an_attribute() {
        let all = Choices { language: "en", question: true, remember: Remember::Nothing, ..choices() };
        check(
            &all,
            expect![[r#"
                <script type="module" src="https://a.nl/scan/ruimtescan.js"></script>
                <ruimte-scan lang="en" start="question" remember="none">
                </ruimte-scan>"#]],
        );
        check(
            &Choices { form: Form::Frame, ..all },
            expect![[r#"
                <iframe src="https://a.nl/scan/frame.html?lang=en&amp;start=question&amp;remember=none" title="Ruimtescan" width="100%" height="700" allow="clipboard-write" data-ruimtescan=""></iframe>
                <script src="https://a.nl/scan/ruimtescan-frame.js" defer=""></script>"#]],
        );
    }

    #[test]
    fn a_contact_is_named_on_the_element_only() {
        let contact = Contact { name: "Sam \"S\"".to_owned(), number: "030 1".to_owned(), ..Contact::default() };
        let named = Choices { contact, ..choices() };
        check(
            &named,
            expect![[r#"
                <script type="module" src="https://a.nl/scan/ruimtescan.js"></script>
                <ruimte-scan contact-name="Sam &quot;S&quot;" contact-phone="030 1">
                </ruimte-scan>"#]],
        );
        assert!(!snippet(&Choices { form: Form::Frame, ..named }).contains("Sam"));
    }

    #[test]
    fn a_colour_is_a_rule_for_the_element() {
        let coloured = Choices { accent: "#0f5a66".to_owned(), ..choices() };
        assert!(snippet(&coloured).contains(">ruimte-scan { --scan-accent-color: #0f5a66 }</"));
    }

    #[test]
    fn a_colour_that_cannot_be_used_is_left_out() {
        let pale = Choices { accent: "#ffff00".to_owned(), ..choices() };
        assert!(!snippet(&pale).contains("#ffff00"));
    }

    #[test]
    fn a_package_is_a_file() {
        let packages = "https://a.nl/scan/ruimtescan-scorm12.zip\nhttps://a.nl/scan/ruimtescan-scorm2004.zip";
        assert_eq!(snippet(&Choices { form: Form::Lms, ..choices() }), packages);
    }
}
