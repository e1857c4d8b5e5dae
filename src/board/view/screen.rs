//! One screen at a time, and the report for paper beside it.

use crate::board::message::Dispatch;
use crate::board::state::Screen;
use crate::board::view::{View, desk, group, present, report, settings, sheet};
use crate::components::markup::{element, row, tag};
use yew::{Html, NodeRef};

/// The screen that the board is at.
pub(crate) fn screen(view: &View<'_>, root: &NodeRef, dispatch: &Dispatch) -> Html {
    let state = view.state;
    let shown = match state.screen {
        Screen::Start => settings::start(state, dispatch),
        Screen::Desk => desk::desk(state, dispatch),
        Screen::Sheet => sheet::sheet(view, dispatch),
        Screen::Group => group::group(view, dispatch),
        Screen::Present => present::present(view, dispatch),
    };
    let class = ["sheet", "board", if state.screen == Screen::Present { "fullscreen" } else { "" }].join(" ");
    let mut sheet = tag!("div", ["part" = "sheet", "class" = &class], shown);
    sheet.node_ref = root.clone();
    let report = if state.screen == Screen::Group { report::report(view) } else { Html::default() };
    element!("div", ["class" = "scan", "lang" = "nl"], row![Html::from(sheet), report])
}
