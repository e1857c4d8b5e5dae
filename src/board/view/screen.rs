//! One screen at a time, and the report for paper beside it.

use crate::board::message::Tell;
use crate::board::state::Screen;
use crate::board::view::{View, desk, group, present, report, settings, sheet};
use crate::components::markup::{element, row, tag};
use yew::{Html, NodeRef};

/// The screen that the board is at.
pub(crate) fn screen(view: &View<'_>, root: &NodeRef, tell: &Tell) -> Html {
    let state = view.state;
    let shown = match state.screen {
        Screen::Start => settings::start(state, tell),
        Screen::Desk => desk::desk(state, tell),
        Screen::Sheet => sheet::sheet(view, tell),
        Screen::Group => group::group(view, tell),
        Screen::Present => present::present(view, tell),
    };
    let class = ["sheet", "board", if state.screen == Screen::Present { "stage" } else { "" }].join(" ");
    let mut sheet = tag!("div", ["part" = "sheet", "class" = &class], shown);
    sheet.node_ref = root.clone();
    let report = if state.screen == Screen::Group { report::report(view) } else { Html::default() };
    element!("div", ["class" = "scan", "lang" = "nl"], row![Html::from(sheet), report])
}
