//! What a person hands over in a workshop: their codes, and the number that stays the same for all of one sitting.

use crate::app::{AppProps, Content, Focus, State};
use crate::platform::{Made, NotMade, Order, Platform, Shelf};
use crate::screens::CodeKind;
use scan::code::{FILE, digits, write_file};
use scan::session::Screen;
use scan::text::Text;

/// The codes of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handing {
    nonce: Option<u32>,
    /// The sealed one.
    pub sealed: Handed,
    /// The short one.
    pub short: Handed,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// The code, once it was made.
    pub made: Option<Made>,
    /// The answers it is being made of.
    awaited: Option<String>,
    /// What is said about it; may be empty.
    pub notice: Text,
}

impl Handing {
    /// One of the two.
    pub fn of(&mut self, kind: CodeKind) -> &mut Handed {
        match kind {
            CodeKind::Sealed => &mut self.sealed,
            CodeKind::Short => &mut self.short,
        }
    }

    /// The number of this sitting. Drawn once, and kept in the tab as long as answers are kept anywhere: then the same code is
    /// made after the page was loaded again.
    fn nonce(&mut self, platform: &dyn Platform, key: &str, kept: bool) -> u32 {
        let place = place(key);
        let nonce = self.nonce.or_else(|| platform.read(Shelf::Tab, &place)?.parse().ok());
        let nonce = nonce.unwrap_or_else(|| platform.random());
        self.nonce = Some(nonce);
        self.keep(platform, key, kept);
        nonce
    }

    /// Keeps the number of this sitting, or not.
    pub fn keep(&self, platform: &dyn Platform, key: &str, kept: bool) {
        match self.nonce {
            Some(nonce) if kept => drop(platform.write(Shelf::Tab, &place(key), &u64::from(nonce).to_string())),
            _ if kept => {}
            _ => platform.remove(Shelf::Tab, &place(key)),
        }
    }

    /// No code is on the screen any more, as for another workshop.
    pub fn hide(&mut self) {
        (self.sealed, self.short) = Default::default();
    }

    /// The answers are others now: no code of before is on the screen, and who had one is told.
    pub fn outdate(&mut self, content: &Content) {
        for handed in [&mut self.sealed, &mut self.short] {
            if handed.made.is_some() || handed.awaited.is_some() {
                *handed = Handed { notice: content.texts.words().hand_changed, ..Handed::default() };
            }
        }
    }

    /// Another sitting, or none: its number is another one too.
    pub fn forget(&mut self, platform: &dyn Platform, key: &str) {
        *self = Handing::default();
        platform.remove(Shelf::Tab, &place(key));
    }
}

impl State {
    /// What is to be made; `None` while it is being made.
    pub fn order_code(&mut self, kind: CodeKind, props: &AppProps) -> Option<Order> {
        let AppProps { content, config, outside } = props;
        if self.handing.of(kind).awaited.is_some() {
            return None;
        }
        let nonce = self.handing.nonce(&*outside.platform, &config.key, self.keeping.shelf().is_some());
        let digits = digits(&content.questionnaire, self.session.answers());
        let notice = content.texts.words().hand_making;
        *self.handing.of(kind) = Handed { awaited: Some(digits.clone()), notice, made: None };
        let key = config.workshop.clone().filter(|_| kind == CodeKind::Sealed);
        Some(Order { version: content.questionnaire.version(), digits, nonce, key })
    }

    /// Takes what came of the order with these digits, if that is what is waited for.
    pub fn code_came(&mut self, content: &Content, kind: CodeKind, digits: &str, made: Result<Made, NotMade>) {
        let words = content.texts.words();
        let handed = self.handing.of(kind);
        if handed.awaited.as_deref() != Some(digits) {
            return;
        }
        let (made, notice) = match made {
            Ok(made) => (Some(made), Text::EMPTY),
            Err(NotMade::Missed) => (None, words.hand_missed),
            Err(NotMade::Closed) => (None, words.hand_closed),
            Err(NotMade::Failed) => (None, words.hand_failed),
        };
        let seen = made.is_some() && self.session.screen() == Screen::Result;
        *handed = Handed { made, notice, awaited: None };
        if seen {
            self.focus = Some(Focus::Code(kind));
        }
    }

    /// The text of a code; empty before it is made.
    pub fn code(&mut self, kind: CodeKind) -> &str {
        self.handing.of(kind).made.as_ref().map_or("", |made| &made.text)
    }

    /// Says whether a code is on the clipboard. If not, it is selected where it stands.
    pub fn code_copied(&mut self, content: &Content, kind: CodeKind, copied: bool) {
        let words = content.texts.words();
        self.handing.of(kind).notice = if copied { words.copied } else { words.copy_blocked };
        if !copied {
            self.focus = Some(Focus::Code(kind));
        }
    }

    /// Saves a code as a file.
    pub fn save_code(&mut self, kind: CodeKind, props: &AppProps) {
        let platform = &*props.outside.platform;
        let name = [FILE, "-", &platform.stamp(platform.now()), ".txt"].concat();
        if platform.offer(&name, &write_file(self.code(kind))) {
            self.handing.of(kind).notice = props.content.texts.words().hand_saved;
        }
    }
}

/// Beside the answers, and never with them.
fn place(key: &str) -> String {
    [key, ":code"].concat()
}
