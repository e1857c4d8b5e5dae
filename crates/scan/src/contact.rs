//! Somebody of the organisation itself to turn to, in the place of "a colleague".

use crate::questionnaire::{Door, DoorPlacement, Questionnaire};
use crate::text::{Fields, Text, fill};
use crate::texts::{DoorText, Texts};
use alloc::string::String;

/// Whom an organisation names: its own expert on the meldcode. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The organisation.
    pub organisation: String,
    /// The person.
    pub name: String,
    /// The number as a person reads it.
    pub number: String,
    /// An address to go or write to, for which [`is_address`] holds.
    pub url: String,
}

/// What the address of a link may begin with.
pub const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// Whether a link may lead there: a page, a mail or a number, never a script.
pub fn is_address(text: &str) -> bool {
    SCHEMES.iter().any(|known| text.get(..known.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(known)))
        && text.bytes().all(|byte| byte > b' ' && byte != 0x7f)
}

/// The number as a phone dials it; `None` when a person could not dial this either.
pub fn dialled(number: &str) -> Option<String> {
    let mut all = String::new();
    let mut digits = 0;
    for byte in number.trim_ascii().bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'+' if all.is_empty() => {}
            b'-' | b'(' | b')' | b' ' | b'.' => continue,
            _ => return None,
        }
        all.push(char::from(byte));
    }
    (3..=15).contains(&digits).then_some(all)
}

impl Contact {
    /// Puts this contact behind the safety door that has no number: the one to a colleague. Without such a door it gets
    /// one of its own.
    pub fn take_the_door(&self, questionnaire: &mut Questionnaire, texts: &mut Texts) {
        if *self == Contact::default() {
            return;
        }
        let free = |door: &Door| door.placement == DoorPlacement::Safety && door.number.is_empty();
        let at = questionnaire.doors.iter().position(free).unwrap_or(questionnaire.doors.len());
        if at == questionnaire.doors.len() {
            let (key, placement) = (Text::from("contact"), DoorPlacement::Safety);
            questionnaire.doors.push(Door { key, placement, number: Text::EMPTY, tel: Text::EMPTY, url: Text::EMPTY });
            texts.doors.push(DoorText::EMPTY);
        }
        let words = &texts.words;
        let who = match (self.name.is_empty(), self.organisation.is_empty()) {
            (true, true) => None,
            (true, false) => Some(words.contact_at),
            (false, true) => Some(words.contact_who),
            (false, false) => Some(words.contact_who_at),
        };
        let (note, link) = (words.contact_note, words.contact_link);
        if let (Some(door), Some(text)) = (questionnaire.doors.get_mut(at), texts.doors.get_mut(at)) {
            if let Some(who) = who {
                let filled = fill(&who, &[("contact", &self.name), ("organisation", &self.organisation)]);
                text.who = Text::from(filled);
            }
            if !self.name.is_empty() || !self.number.is_empty() {
                text.note = note;
            }
            if let Some(tel) = dialled(&self.number) {
                door.number = Text::from(self.number.clone());
                door.tel = Text::from(tel);
            }
            if !self.url.is_empty() {
                door.url = Text::from(self.url.clone());
                text.link = link;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Contact, dialled, is_address};
    use crate::content::load;
    use crate::fixture::raw;
    use crate::questionnaire::{DoorPlacement, Questionnaire};
    use crate::report::doors;
    use crate::texts::Texts;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn with(contact: &Contact, without_number: bool) -> (Questionnaire, Texts) {
        let (mut raw, texts) = raw();
        if without_number {
            let door = raw.doors.first_mut().unwrap();
            (door.number, door.tel) = ("".into(), "".into());
        }
        let (mut questionnaire, mut texts) = load(raw, texts).unwrap();
        texts.words.contact_who = "{contact}!".into();
        texts.words.contact_who_at = "{contact} of {organisation}".into();
        texts.words.contact_at = "one of {organisation}".into();
        contact.take_the_door(&mut questionnaire, &mut texts);
        (questionnaire, texts)
    }

    #[test]
    fn the_door_to_a_colleague_leads_to_the_contact() {
        let all = Contact {
            organisation: "De Brug".to_string(),
            name: "Sam".to_string(),
            number: "(030) 123 45 67".to_string(),
            url: "https://intranet.example/sam".to_string(),
        };
        let (questionnaire, texts) = with(&all, true);
        let doors = doors(&questionnaire, &texts, DoorPlacement::Safety);
        let [door] = doors.as_slice() else { panic!("one door, not {}", doors.len()) };
        assert_eq!((&*door.who, &*door.number, &*door.tel), ("Sam of De Brug", "(030) 123 45 67", "0301234567"));
        assert_eq!((&*door.url, &*door.link), ("https://intranet.example/sam", "words.contact-link"));
        assert_eq!(&*door.note, "words.contact-note");
    }

    #[test]
    fn without_such_a_door_there_is_one_more() {
        let contact = Contact { name: "Sam".to_string(), ..Contact::default() };
        let (questionnaire, texts) = with(&contact, false);
        let safety = doors(&questionnaire, &texts, DoorPlacement::Safety);
        let who: Vec<&str> = safety.iter().map(|door| door.who.get()).collect();
        assert_eq!(who, ["doors.danger.who", "Sam!"]);
    }

    #[test]
    fn an_organisation_alone_is_named_and_nobody_changes_nothing() {
        let of = Contact { organisation: "De Brug".to_string(), ..Contact::default() };
        let (questionnaire, texts) = with(&of, true);
        let door = doors(&questionnaire, &texts, DoorPlacement::Safety).remove(0);
        assert_eq!((&*door.who, &*door.note), ("one of De Brug", "doors.danger.note"));
        let (questionnaire, texts) = with(&Contact::default(), true);
        assert_eq!(&*doors(&questionnaire, &texts, DoorPlacement::Safety).remove(0).who, "doors.danger.who");
    }

    #[test]
    fn only_what_can_be_dialled_is_a_number() {
        for (number, tel) in [
            ("030 123 45 67", "0301234567"),
            ("+31 (0)30-1234567", "+310301234567"),
            ("112", "112"),
            (" 0800.2000 ", "08002000"),
        ] {
            assert_eq!(dialled(number).as_deref(), Some(tel), "{number}");
        }
        for number in ["", "12", "bel Sam", "030 123 45 67 toestel 4", "030+1234567", "1234567890123456", "<b>112</b>"]
        {
            assert_eq!(dialled(number), None, "{number}");
        }
    }

    #[test]
    fn a_link_leads_to_a_page_a_mail_or_a_number_only() {
        for url in ["https://a.example/b", "HTTP://a.example", "mailto:sam@a.example", "tel:+31301234567"] {
            assert!(is_address(url), "{url}");
        }
        for url in [
            "",
            "javascript:alert(1)",
            " https://a.example",
            "java\nscript:x",
            "data:text/html,x",
            "a.example",
            "https",
        ] {
            assert!(!is_address(url), "{url}");
        }
    }
}
