//! What a person hands over in a workshop: their codes, and the number that stays the same for all of one sitting.

use crate::app::{AppProps, Content, Focus, State};
use crate::platform::{Order, Platform, Shelf};
use crate::screens::CodeKind;
use scan::code::{FILE, digits, write_file};
use scan::session::Screen;
use scan::text::Text;

/// The codes of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handing {
    nonce: Option<u32>,
    turn: u32,
    codes: [Handed; 2],
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// Once it was made: its text, the width of its QR code, and the path of that, a line each.
    pub made: String,
    /// What is said about it; may be empty.
    pub notice: Text,
    /// The order that is waited for; 0 for none.
    awaited: u32,
}

impl Handing {
    /// One of the two.
    pub fn of(&self, kind: CodeKind) -> &Handed {
        let [sealed, short] = &self.codes;
        if kind == CodeKind::Sealed { sealed } else { short }
    }

    fn change(&mut self, kind: CodeKind) -> &mut Handed {
        let [sealed, short] = &mut self.codes;
        if kind == CodeKind::Sealed { sealed } else { short }
    }

    /// The number of this sitting. Drawn once, and kept in the tab as long as answers are kept anywhere: then the same code is
    /// made after the page was loaded again.
    fn nonce(&mut self, platform: &dyn Platform, key: &str, kept: bool) -> u32 {
        let found = || platform.read(Shelf::Tab, &place(key))?.parse().ok().map(|nonce: u64| nonce as u32);
        let nonce = self.nonce.or_else(found).unwrap_or_else(|| platform.random());
        self.nonce = Some(nonce);
        self.keep(platform, key, kept);
        nonce
    }

    /// Keeps the number of this sitting, or not.
    pub fn keep(&self, platform: &dyn Platform, key: &str, kept: bool) {
        let place = place(key);
        match self.nonce {
            Some(nonce) if kept => {
                // Where it cannot be kept, nor can the answers.
                let _ = platform.write(Shelf::Tab, &place, &u64::from(nonce).to_string());
            }
            _ => platform.remove(Shelf::Tab, &place),
        }
    }

    /// No code is on the screen any more, as for another workshop.
    pub fn hide(&mut self) {
        self.codes = Default::default();
    }

    /// The answers are others now: no code of before is on the screen, and who had one is told.
    pub fn outdate(&mut self, content: &Content) {
        for handed in &mut self.codes {
            if !handed.made.is_empty() || handed.awaited > 0 {
                *handed = Handed { notice: content.texts.words().hand_changed, ..Handed::default() };
            }
        }
    }

    /// Another sitting, or none: its number is another one too.
    pub fn forget(&mut self, platform: &dyn Platform, key: &str) {
        self.hide();
        self.nonce = None;
        self.keep(platform, key, false);
    }
}

impl State {
    /// What is to be made; `None` while it is being made.
    pub fn order_code(&mut self, kind: CodeKind, props: &AppProps) -> Option<Order> {
        let AppProps { content, config, outside } = props;
        let handing = &mut self.handing;
        if handing.of(kind).awaited > 0 {
            return None;
        }
        let nonce = handing.nonce(&*outside.platform, &config.key, self.keeping.shelf().is_some());
        handing.turn += 1;
        let turn = handing.turn;
        *handing.change(kind) =
            Handed { awaited: turn, notice: content.texts.words().hand_making, made: String::new() };
        let digits = digits(&content.questionnaire, self.session.answers());
        let key = config.workshop.clone().filter(|_| kind == CodeKind::Sealed);
        Some(Order { turn, version: content.questionnaire.version(), digits, nonce, key })
    }

    /// Takes what came of an order, if it is waited for: the lines of a code, or one line that says why not.
    pub fn code_made(&mut self, content: &Content, turn: u32, made: String) {
        let words = content.texts.words();
        for kind in [CodeKind::Sealed, CodeKind::Short] {
            let handed = self.handing.change(kind);
            if handed.awaited != turn {
                continue;
            }
            let notice = match &*made {
                "closed" => words.hand_closed,
                "failed" => words.hand_failed,
                lines if lines.contains('\n') => {
                    *handed = Handed { made, ..Handed::default() };
                    if self.session.screen() == Screen::Result {
                        self.focus = Some(Focus::Code(kind));
                    }
                    return;
                }
                _ => words.hand_missed,
            };
            *handed = Handed { notice, ..Handed::default() };
        }
    }

    /// The text of a code.
    pub fn code(&self, kind: CodeKind) -> &str {
        self.handing.of(kind).made.split('\n').next().unwrap_or_default()
    }

    /// Says whether a code is on the clipboard. If not, it is selected where it stands.
    pub fn code_copied(&mut self, content: &Content, kind: CodeKind, copied: bool) {
        let words = content.texts.words();
        self.handing.change(kind).notice = if copied { words.copied } else { words.copy_blocked };
        if !copied {
            self.focus = Some(Focus::Code(kind));
        }
    }

    /// Saves a code as a file.
    pub fn save_code(&mut self, kind: CodeKind, props: &AppProps) {
        let platform = &*props.outside.platform;
        let name = [FILE, "-", &platform.stamp(platform.now()), ".txt"].concat();
        if platform.offer(&name, &write_file(self.code(kind))) {
            self.handing.change(kind).notice = props.content.texts.words().hand_saved;
        }
    }
}

/// Beside the answers, and never with them.
fn place(key: &str) -> String {
    [key, ":code"].concat()
}
