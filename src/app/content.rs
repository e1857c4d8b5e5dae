//! The content that was compiled in, or came in another language, ready for use.

use scan::contact::Contact;
use scan::packed::{unpack, unpack_questions};
use scan::questionnaire::Questionnaire;
use scan::texts::Texts;
use std::cell::RefCell;
use std::rc::Rc;

/// The languages, named as their files in `content/text`. The first is the program's own.
pub const LANGUAGES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What `build.rs` made of each, after checking it, in the same order. No `static`: then the program holds no other than its
/// own, which is the only one it names; the others come in modules of their own.
const PACKED: &[&str] = include!(concat!(env!("OUT_DIR"), "/packed.rs"));

/// The first of them.
static DEFAULT: &str = match PACKED {
    [own, ..] => own,
    [] => "",
};

/// What is asked, and every word of it.
#[derive(Clone, Debug)]
pub struct Content {
    /// What is asked and how it counts.
    pub questionnaire: Questionnaire,
    /// Every word.
    pub texts: Texts,
}

thread_local! {
    /// What was unpacked before: any number of elements on a page read the same content.
    static UNPACKED: RefCell<Vec<(&'static str, Contact, Rc<Content>)>> = const { RefCell::new(Vec::new()) };
}

impl Content {
    /// Unpacks the content of this build in the program's own language.
    pub fn load() -> Content {
        Content::unpack(DEFAULT)
    }

    /// The content in a form that [`scan::packed::pack`] of this build made, or in the program's own language; with whom the
    /// page names to turn to. Stays for as long as the program runs.
    pub fn shared(packed: Option<String>, contact: &Contact) -> Rc<Content> {
        UNPACKED.with_borrow_mut(|all| {
            let wanted = packed.as_deref().unwrap_or(DEFAULT);
            if let Some((_, _, content)) = all.iter().find(|(known, at, _)| *known == wanted && at == contact) {
                return Rc::clone(content);
            }
            let packed: &'static str = packed.map_or(DEFAULT, |packed| packed.leak());
            let mut content = Content::unpack(packed);
            contact.take_the_door(&mut content.questionnaire, &mut content.texts);
            let content = Rc::new(content);
            all.push((packed, contact.clone(), Rc::clone(&content)));
            content
        })
    }

    /// As much of the content as the board shows.
    pub fn of_board() -> Content {
        let (questionnaire, texts) = unpack_questions(include_str!(concat!(env!("OUT_DIR"), "/board.txt")));
        Content { questionnaire, texts }
    }

    /// The content of a language as it is packed, for the build and the tests.
    pub fn packed(language: &str) -> Option<&'static str> {
        LANGUAGES.iter().zip(PACKED).find(|(name, _)| **name == language).map(|(_, packed)| *packed)
    }

    fn unpack(packed: &'static str) -> Content {
        let (questionnaire, texts) = unpack(packed);
        Content { questionnaire, texts }
    }
}

#[cfg(test)]
mod tests {
    use super::Content;
    use scan::contact::Contact;
    use std::rc::Rc;

    #[test]
    fn elements_of_one_language_and_contact_share_their_content_and_others_do_not() {
        let nobody = Contact::default();
        let english = || Content::shared(Content::packed("en").map(str::to_owned), &nobody);
        let dutch = || Content::shared(None, &nobody);
        assert!(Rc::ptr_eq(&english(), &english()) && Rc::ptr_eq(&dutch(), &dutch()));
        assert_eq!(english().texts.language(), "en-GB");
        assert_eq!(dutch().texts.language(), "nl");
        let sam = Contact { name: "Sam".to_owned(), ..Contact::default() };
        assert!(!Rc::ptr_eq(&dutch(), &Content::shared(None, &sam)));
    }
}
