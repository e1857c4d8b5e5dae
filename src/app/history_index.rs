//! Screens by their index in the browser's history: plain numbers, so that nothing about answers stands there.

use scan::questionnaire::Questionnaire;
use scan::session::Screen;

/// 0 is the intro, then the questions, then the result, then "Zo rekenen we".
pub(super) fn history_index(questionnaire: &Questionnaire, screen: Screen) -> u32 {
    let count = questionnaire.count() as u32;
    match screen {
        Screen::Intro => 0,
        Screen::Question(id) => id.number() as u32,
        Screen::Result => count + 1,
        Screen::Method => count + 2,
    }
}

/// The screen at an index; `None` for one that this questionnaire does not have.
pub(super) fn screen(questionnaire: &Questionnaire, index: u32) -> Option<Screen> {
    let index = index as usize;
    match index.checked_sub(questionnaire.count()) {
        Some(1) => Some(Screen::Result),
        Some(2) => Some(Screen::Method),
        _ if index == 0 => Some(Screen::Intro),
        _ => questionnaire.at(index - 1).map(Screen::Question),
    }
}
