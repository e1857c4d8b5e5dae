//! The part of a result for a workshop: what a person can hand over, after they were told what is in it.

use crate::components::button::Look;
use crate::components::code_card::{CodeActions, CodeCard, code_card};
use crate::components::disclosure::disclosure;
use crate::components::markup::{around, line, row};
use crate::screens::{Act, CodeKind, Dispatch};
use scan::text::{Text, fill};
use scan::words::Words;
use yew::Html;

/// The ids of what holds a code; it gets the focus when it appears.
pub const CODES: [&str; 2] = ["code", "short-code"];

/// What can be handed over.
#[derive(Clone, Copy, Debug)]
pub struct CodesView<'a> {
    /// How many questions there are.
    pub total: usize,
    /// The code for the board of this workshop; `None` when that has no key.
    pub sealed: Option<CodeView<'a>>,
    /// The code for anyone.
    pub short: CodeView<'a>,
}

/// One code.
#[derive(Clone, Copy, Debug)]
pub struct CodeView<'a> {
    /// Once it was made: its text, the width of its QR code, and the path of that, a line each.
    pub made: &'a str,
    /// The message; may be empty.
    pub notice: &'a str,
}

/// The part.
pub(super) fn codes(view: CodesView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let holds = fill(&words.hand_holds, &[("total", &view.total.to_string())]);
    let card = |kind, view: CodeView<'_>, look, make: &Text| {
        let can = CodeActions {
            make: dispatch.press(Act::Code(kind)),
            copy: dispatch.press(Act::CopyCode(kind)),
            save: dispatch.press(Act::SaveCode(kind)),
        };
        let [sealed, short] = CODES;
        let long = kind == CodeKind::Sealed;
        let (id, CodeView { made, notice }) = (if long { sealed } else { short }, view);
        code_card(CodeCard { id, long, made, look, make, notice, can: &can }, words)
    };
    let short = |look, make| row![line("p", "", &words.hand_open), card(CodeKind::Short, view.short, look, make)];
    let codes = match view.sealed {
        None => short(Look::Primary, &words.hand_make),
        Some(sealed) => row![
            line("p", "", &words.hand_sealed),
            card(CodeKind::Sealed, sealed, Look::Primary, &words.hand_make),
            disclosure(&words.hand_short, short(Look::Secondary, &words.hand_short_make)),
        ],
    };
    let said = row![line("h3", "", &words.hand_heading), line("p", "", &holds), codes];
    around("section", "codes", said)
}
