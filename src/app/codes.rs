//! What a person hands over in a workshop: their codes, and the number that stays the same for all of one sitting.

use crate::app::{AppProps, Content};
use crate::platform::{FileType, Order, Platform, Shelf};
use crate::screens::CodeKind;
use scan::answers::Answers;
use scan::code::{FILE, digits, write_file};
use scan::text::Text;

/// The codes of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// A number as text, as it is kept; empty before it is drawn.
    nonce: String,
    turn: u32,
    codes: [CodeState; 2],
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeState {
    /// Once it was made: its text, the width of its QR code, and the path of that, a line each.
    pub made: String,
    /// What is said about it; may be empty.
    pub notice: Text,
    /// The order that is waited for; 0 for none.
    awaited: u32,
}

impl Codes {
    /// One of the two.
    pub fn of(&self, kind: CodeKind) -> &CodeState {
        let [sealed, short] = &self.codes;
        if kind == CodeKind::Sealed { sealed } else { short }
    }

    fn change(&mut self, kind: CodeKind) -> &mut CodeState {
        let [sealed, short] = &mut self.codes;
        if kind == CodeKind::Sealed { sealed } else { short }
    }

    /// The number of this sitting. Drawn once, and kept in the tab as long as answers are kept anywhere: then the same code is
    /// made after the page was loaded again.
    fn draw(&mut self, platform: &dyn Platform, key: &str, kept: bool) {
        if self.nonce.is_empty() {
            let found = platform.read(Shelf::Tab, &nonce_key(key)).filter(|_| kept);
            self.nonce = found.unwrap_or_else(|| u64::from(platform.random()).to_string());
        }
        self.keep(platform, key, kept);
    }

    /// Keeps the number of this sitting, or not.
    pub fn keep(&self, platform: &dyn Platform, key: &str, kept: bool) {
        let nonce_key = nonce_key(key);
        if !kept {
            platform.remove(Shelf::Tab, &nonce_key);
        } else if !self.nonce.is_empty() {
            // Where it cannot be kept, nor can the answers.
            platform.write(Shelf::Tab, &nonce_key, &self.nonce);
        }
    }

    /// No code is on the screen any more, as for another workshop.
    pub fn hide(&mut self) {
        self.codes = Default::default();
    }

    /// The answers are others now: no code of before is on the screen, and who had one is told.
    pub fn outdate(&mut self, content: &Content) {
        for code in &mut self.codes {
            if !code.made.is_empty() || code.awaited > 0 {
                *code = CodeState { notice: content.texts.words().hand_changed, ..CodeState::default() };
            }
        }
    }

    /// Another sitting, or none: its number is another one too.
    pub fn forget(&mut self, platform: &dyn Platform, key: &str) {
        self.hide();
        self.nonce.clear();
        self.keep(platform, key, false);
    }

    /// What is to be made of these answers, which are kept anywhere or not; `None` while it is being made.
    pub fn order(&mut self, kind: CodeKind, answers: &Answers, kept: bool, props: &AppProps) -> Option<Order> {
        let AppProps { content, config, outside } = props;
        if self.of(kind).awaited > 0 {
            return None;
        }
        self.draw(&*outside.platform, &config.key, kept);
        self.turn += 1;
        let turn = self.turn;
        *self.change(kind) =
            CodeState { awaited: turn, notice: content.texts.words().hand_making, made: String::new() };
        let digits = digits(&content.questionnaire, answers);
        let key = config.workshop.clone().filter(|_| kind == CodeKind::Sealed);
        Some(Order { turn, version: content.questionnaire.version(), digits, nonce: self.nonce.clone(), key })
    }

    /// Takes what came of an order, if it is waited for: the lines of a code, or one line that says why not. Gives which
    /// code is there now.
    pub fn made(&mut self, content: &Content, turn: u32, made: String) -> Option<CodeKind> {
        let words = content.texts.words();
        let kind = [CodeKind::Sealed, CodeKind::Short].into_iter().find(|kind| self.of(*kind).awaited == turn)?;
        let notice = match &*made {
            "closed" => words.hand_closed,
            "failed" => words.hand_failed,
            lines if lines.contains('\n') => {
                *self.change(kind) = CodeState { made, ..CodeState::default() };
                return Some(kind);
            }
            _ => words.hand_missed,
        };
        *self.change(kind) = CodeState { notice, ..CodeState::default() };
        None
    }

    /// The text of a code.
    pub fn code(&self, kind: CodeKind) -> &str {
        self.of(kind).made.split('\n').next().unwrap_or_default()
    }

    /// Says whether a code is on the clipboard.
    pub fn copied(&mut self, content: &Content, kind: CodeKind, copied: bool) {
        let words = content.texts.words();
        self.change(kind).notice = if copied { words.copied } else { words.copy_blocked };
    }

    /// Saves a code as a file.
    pub fn save(&mut self, kind: CodeKind, props: &AppProps) {
        let platform = &*props.outside.platform;
        let name = [FILE, "-", &platform.stamp(platform.now()), ".txt"].concat();
        let offered = platform.offer(&name, FileType::Text, &write_file(self.code(kind)));
        let words = props.content.texts.words();
        self.change(kind).notice = if offered { words.hand_offered } else { words.hand_no_file };
    }
}

/// Beside the answers, and never with them.
pub(super) fn nonce_key(key: &str) -> String {
    [key, ":code"].concat()
}

#[cfg(test)]
mod tests {
    use super::Codes;
    use crate::app::{AppProps, Config, Content, Outside};
    use crate::platform::{Memory, Order, Shelf};
    use crate::screens::CodeKind;
    use scan::answers::Answers;
    use scan::text::Text;
    use std::rc::Rc;

    /// The codes of somebody in a workshop who has answered nothing yet.
    struct Sitting {
        codes: Codes,
        kept: bool,
        props: AppProps,
    }

    impl Sitting {
        fn new(world: &Rc<Memory>, kept: bool) -> Sitting {
            let outside = Outside { platform: world.clone(), host: world.clone() };
            let content = Content::shared(None, &Default::default());
            let config = Config { workshop: Some("KEY".to_owned()), ..Config::default() };
            Sitting { codes: Codes::default(), kept, props: AppProps { content, config, outside } }
        }

        fn order(&mut self, kind: CodeKind) -> Option<Order> {
            self.codes.order(kind, &Answers::default(), self.kept, &self.props)
        }

        fn made(&mut self, order: &Order, made: &str) -> Option<CodeKind> {
            self.codes.made(&self.props.content, order.turn, made.to_owned())
        }
    }

    const MADE: &str = "CODE\n29\nM0 0";

    #[test]
    fn both_codes_of_a_sitting_have_its_number_and_only_the_sealed_one_the_key() {
        let world = Rc::new(Memory::default());
        let mut sitting = Sitting::new(&world, true);
        let sealed = sitting.order(CodeKind::Sealed).unwrap();
        let short = sitting.order(CodeKind::Short).unwrap();
        assert_eq!((sealed.key.as_deref(), short.key), (Some("KEY"), None));
        assert_eq!((&*sealed.nonce, &*short.nonce, world.drawn.get()), ("1", "1", 1));
        assert_eq!(sealed.digits, "-".repeat(sitting.props.content.questionnaire.count()));
        // Loaded again.
        let mut sitting = Sitting::new(&world, true);
        assert_eq!(sitting.order(CodeKind::Short).unwrap().nonce, "1");
        // Somebody else begins.
        sitting.codes.forget(&*world, "");
        assert!(world.kept.borrow().is_empty());
        assert_eq!(sitting.order(CodeKind::Short).unwrap().nonce, "2");
    }

    #[test]
    fn where_no_answers_are_kept_the_number_is_not_either() {
        let world = Rc::new(Memory::default());
        let mut sitting = Sitting::new(&world, false);
        sitting.order(CodeKind::Short).unwrap();
        assert!(world.kept.borrow().is_empty());
        sitting.codes.keep(&*world, "", true);
        assert!(world.on(Shelf::Tab).is_some());
        sitting.codes.keep(&*world, "", false);
        assert!(world.kept.borrow().is_empty());
    }

    #[test]
    fn what_was_ordered_before_the_answers_changed_is_not_shown() {
        let world = Rc::new(Memory::default());
        let mut sitting = Sitting::new(&world, true);
        let order = sitting.order(CodeKind::Sealed).unwrap();
        assert_eq!(sitting.order(CodeKind::Sealed), None, "it is being made");
        sitting.codes.outdate(&sitting.props.content);
        assert_eq!(sitting.made(&order, MADE), None);
        assert_eq!(sitting.codes.code(CodeKind::Sealed), "");
        let words = sitting.props.content.texts.words();
        assert_eq!(sitting.codes.of(CodeKind::Sealed).notice, words.hand_changed);
        assert_eq!(sitting.codes.of(CodeKind::Short).notice, Text::EMPTY, "nobody had a short one");
        let order = sitting.order(CodeKind::Sealed).unwrap();
        assert_eq!(sitting.made(&order, MADE), Some(CodeKind::Sealed));
        assert_eq!((sitting.codes.code(CodeKind::Sealed), sitting.codes.code(CodeKind::Short)), ("CODE", ""));
    }

    #[test]
    fn each_reason_has_its_message_and_another_press_tries_again() {
        let world = Rc::new(Memory::default());
        let mut sitting = Sitting::new(&world, true);
        let words = sitting.props.content.texts.words().clone();
        for (reason, said) in [("closed", words.hand_closed), ("failed", words.hand_failed), ("", words.hand_missed)] {
            let order = sitting.order(CodeKind::Short).unwrap();
            assert_eq!(sitting.made(&order, reason), None);
            assert_eq!(sitting.codes.of(CodeKind::Short).notice, said);
        }
    }
}
