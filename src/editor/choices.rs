//! What an editor chose, and whether it can be used.

use crate::editor::words;
use scan::contact::{Contact, dialled, is_address};

/// How the scan comes on a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As an element of a page.
    #[default]
    Element,
    /// In a frame.
    Frame,
    /// As a package for a learning platform.
    Lms,
    /// As one file, that opens without a site.
    File,
}

/// Where answers are kept at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remember {
    /// Nowhere.
    Nothing,
    /// In the tab.
    #[default]
    Tab,
    /// On the device.
    Device,
    /// Nowhere, and nobody can choose otherwise.
    Never,
}

/// A field in which something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Where the files are.
    Folder,
    /// The colour of buttons.
    Accent,
    /// The name of the organisation.
    Organisation,
    /// Its own aandachtsfunctionaris.
    ContactName,
    /// The number of that person.
    ContactPhone,
    /// A page about them, or their mail.
    ContactUrl,
}

impl Field {
    /// All of them.
    pub const ALL: [Field; 6] =
        [Field::Folder, Field::Accent, Field::Organisation, Field::ContactName, Field::ContactPhone, Field::ContactUrl];
}

/// Everything that was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How it comes on the site.
    pub form: Form,
    /// Where the files are.
    pub folder: String,
    /// What stands in `lang`; empty for the program's own language.
    pub language: &'static str,
    /// Begins with the first question.
    pub question: bool,
    /// Where answers are kept at first.
    pub remember: Remember,
    /// The colour of buttons; may be empty.
    pub accent: String,
    /// Whom the scan names to turn to; may be empty.
    pub contact: Contact,
}

impl Choices {
    /// What was typed in a field.
    pub fn field(&mut self, field: Field) -> &mut String {
        match field {
            Field::Folder => &mut self.folder,
            Field::Accent => &mut self.accent,
            Field::Organisation => &mut self.contact.organisation,
            Field::ContactName => &mut self.contact.name,
            Field::ContactPhone => &mut self.contact.number,
            Field::ContactUrl => &mut self.contact.url,
        }
    }

    /// What is wrong with a field, in words that say what to do; `None` when nothing is.
    pub fn problem(&self, field: Field) -> Option<&'static str> {
        let begins = |text: &str, with: &[&str]| with.iter().any(|start| text.starts_with(start));
        match field {
            Field::Folder => {
                (!begins(&self.folder, &["https://", "http://", "/", "./", "file://"])).then_some(words::FOLDER_PROBLEM)
            }
            Field::Organisation | Field::ContactName => None,
            Field::ContactPhone => {
                let Contact { number, .. } = &self.contact;
                (!number.is_empty() && dialled(number).is_none()).then_some(words::CONTACT_PHONE_PROBLEM)
            }
            Field::ContactUrl => {
                let Contact { url, .. } = &self.contact;
                (!url.is_empty() && !is_address(url)).then_some(words::CONTACT_URL_PROBLEM)
            }
            Field::Accent if self.accent.is_empty() => None,
            Field::Accent => match colour(&self.accent) {
                None => Some(words::ACCENT_PROBLEM),
                Some(colour) if contrast_with_white(colour) < ENOUGH => Some(words::ACCENT_PALE),
                Some(_) => None,
            },
        }
    }

    /// Whether everything that this form asks can be used.
    pub fn sound(&self) -> bool {
        let asked = |field: &&Field| self.form == Form::Element || **field == Field::Folder;
        Field::ALL.iter().filter(asked).all(|field| self.problem(*field).is_none())
    }

    /// The colour of buttons, where one was chosen that can be used in this form.
    pub fn own_accent(&self) -> Option<&str> {
        let usable = self.form == Form::Element && !self.accent.is_empty() && self.problem(Field::Accent).is_none();
        usable.then_some(self.accent.as_str())
    }
}

/// WCAG 2.2, 1.4.3: text against what is behind it.
const ENOUGH: f64 = 4.5;

/// Red, green and blue of `#rrggbb`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast ratio, from 1 to 21, as WCAG 2.2 defines it.
fn contrast_with_white(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{Choices, Field, Form, contrast_with_white};

    #[track_caller]
    fn check(field: Field, text: &str, sound: bool) {
        let mut choices = Choices::default();
        *choices.field(field) = text.to_owned();
        assert_eq!(choices.problem(field).is_none(), sound, "{field:?} {text}");
    }

    #[test]
    fn an_address_says_where_it_begins() {
        check(Field::Folder, "https://a.nl/b/", true);
        check(Field::Folder, "/b/", true);
        check(Field::Folder, "a.nl/b", false);
        check(Field::Folder, "javascript:alert(1)", false);
    }

    #[test]
    fn what_a_form_does_not_ask_does_not_hold_it_up() {
        let with = |form| Choices { form, folder: "/a/".to_owned(), accent: "groen".to_owned(), ..Choices::default() };
        assert!(!with(Form::Element).sound());
        for form in [Form::Frame, Form::Lms, Form::File] {
            assert!(with(form).sound(), "{form:?}");
        }
    }

    #[test]
    fn a_number_can_be_dialled_and_a_link_leads_somewhere() {
        check(Field::ContactPhone, "", true);
        check(Field::ContactPhone, "030 123 45 67", true);
        check(Field::ContactPhone, "toestel Sam", false);
        check(Field::ContactUrl, "mailto:sam@a.nl", true);
        check(Field::ContactUrl, "sam@a.nl", false);
    }

    #[test]
    fn a_colour_is_one_that_white_letters_stand_out_on() {
        check(Field::Accent, "", true);
        check(Field::Accent, "#0f5a66", true);
        check(Field::Accent, "#ffd700", false);
        check(Field::Accent, "#0f5a6", false);
        check(Field::Accent, "groen", false);
        check(Field::Accent, "#éé00", false);
        assert!((contrast_with_white([0, 0, 0]) - 21.0).abs() < 0.01);
        assert!((contrast_with_white([255, 255, 255]) - 1.0).abs() < 0.01);
    }
}
