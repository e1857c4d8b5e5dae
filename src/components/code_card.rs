//! A code to hand over: the button that makes it, and then the code itself, as text and as QR code.

use crate::components::button::{Look, button};
use crate::components::copy_field::copy_field;
use crate::components::markup::{around, element, line, row, text};
use crate::components::notice::notice;
use crate::components::qr::qr;
use scan::words::Words;
use yew::{Callback, Html};

/// A code, or the way to one.
#[derive(Clone, Copy, Debug)]
pub struct CodeCard<'a> {
    /// The id of what holds the code.
    pub id: &'static str,
    /// Whether it is a long one in a field, or a short one that can be read out.
    pub long: bool,
    /// Once it was made: its text, the width of its QR code, and the path of that, a line each.
    pub made: &'a str,
    /// How its buttons stand out.
    pub look: Look,
    /// On the button that makes it.
    pub make: &'a str,
    /// The message; may be empty.
    pub notice: &'a str,
    /// What can be done.
    pub can: &'a CodeActions,
}

/// What can be done with a code.
#[derive(Clone, Debug)]
pub struct CodeActions {
    /// Make it.
    pub make: Callback<()>,
    /// Copy it.
    pub copy: Callback<()>,
    /// Save it as a file.
    pub save: Callback<()>,
}

/// The code with all that can be done with it, or the button that makes it.
pub fn code_card(card: CodeCard<'_>, words: &Words) -> Html {
    let CodeCard { id, can, .. } = card;
    let mut lines = card.made.split('\n');
    let (Some(code), Some(size), Some(path)) = (lines.next(), lines.next(), lines.next()) else {
        return row![button(card.look, card.make, can.make.clone()), notice(card.notice)];
    };
    let ways = row![
        button(card.look, &words.hand_copy, can.copy.clone()),
        button(Look::Secondary, &words.save_file, can.save.clone()),
    ];
    row![
        line("p", "", &words.hand_give),
        notice(card.notice),
        if card.long { copy_field(id, &words.hand_label, "6", code) } else { spelled(id, code) },
        around("div", "code-ways actions", ways),
        qr(&words.hand_qr, size, path),
    ]
}

/// Large, in groups. What is read aloud stands beside it: sign by sign, with a pause after each group.
fn spelled(id: &str, code: &str) -> Html {
    let mut spelled = String::new();
    for sign in code.chars() {
        spelled.push(if sign == '-' { ',' } else { sign });
        spelled.push(' ');
    }
    let shown = row![element!("code", ["aria-hidden" = "true"], text(code)), line("span", "unseen", &spelled),];
    element!("p", ["class" = "short-code", "id" = id, "tabindex" = "-1"], shown)
}
