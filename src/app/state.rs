//! What the app holds beside the session: nothing of it is worth saving.

use crate::app::codes::Codes;
use crate::app::keeping::Keeping;
use crate::components::radio_group::{MESSAGE, option_id};
use crate::screens::{CODES, COPY, CodeKind, Extent, HEADING};
use scan::answers::Choice;
use scan::session::{Screen, Session};
use scan::text::Text;

/// What the app holds.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Where the person is, and the answers.
    pub session: Session,
    /// Where answers are kept.
    pub keeping: Keeping,
    /// What is handed over in a workshop.
    pub codes: Codes,
    /// The message on the screen; may be empty.
    pub notice: Text,
    /// The text to copy by hand; may be empty.
    pub to_copy: String,
    /// Whether what is wrong with the attributes is on the screen.
    pub refused: bool,
    /// How much of a result is drawn.
    pub extent: Extent,
    /// Where the focus must go once this is drawn.
    pub focus: Option<Focus>,
}

impl State {
    /// Whether the screen is drawn completely: a result is drawn in two passes.
    pub fn whole(&self) -> bool {
        self.session.screen() != Screen::Result || self.extent > Extent::First
    }

    /// What the screen of a question says now besides what was chosen.
    pub fn notes(&self) -> QuestionNotes {
        QuestionNotes {
            answer_missing: self.session.asked_again(),
            skipped: self.session.skipped(),
            kept: self.session.resumable().is_some(),
            not_kept: self.keeping.refused(),
            message: !self.notice.is_empty(),
        }
    }
}

/// What the screen of a question says besides what was chosen, in so far as choosing can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionNotes {
    /// That there is no answer yet.
    pub answer_missing: bool,
    /// That the question was skipped before.
    pub skipped: bool,
    /// Where answers are kept.
    pub kept: bool,
    /// That they cannot be.
    pub not_kept: bool,
    /// A message.
    pub message: bool,
}

/// Where the focus can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// The message that asks again.
    Message,
    /// An option that was chosen with a digit.
    Option(Choice),
    /// The text to copy by hand.
    Copy,
    /// A code that was made.
    Code(CodeKind),
}

impl Focus {
    /// The id of the element.
    pub fn id(self) -> String {
        match self {
            Focus::Heading => HEADING.to_owned(),
            Focus::Message => MESSAGE.to_owned(),
            Focus::Option(choice) => option_id(choice.index()),
            Focus::Copy => COPY.to_owned(),
            Focus::Code(kind) => {
                let [sealed, short] = CODES;
                if kind == CodeKind::Sealed { sealed.to_owned() } else { short.to_owned() }
            }
        }
    }
}
