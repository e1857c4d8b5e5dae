//! What follows from an event outside the session: saving, telling the page, history and focus.

use crate::app::content::Content;
use crate::app::place::place;
use crate::app::state::{Focus, State};
use crate::app::{Config, Outside};
use crate::platform::{HostEvent, Visit};
use scan::saved::{Saved, encode};
use scan::session::{Change, Event, Screen, changes};

/// Whether an event came from the browser's own buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Something on the screen.
    Screen,
    /// Back or Forward: the history is there already.
    History,
}

/// Lets the session deal with an event, and does what follows from it.
pub fn deal(state: &mut State, content: &Content, config: &Config, outside: &Outside, event: Event, cause: Cause) {
    let after = state.session.apply(&content.questionnaire, event);
    let before = std::mem::replace(&mut state.session, after);
    state.notice.clear();
    state.to_copy.clear();
    for change in changes(&before, &state.session) {
        match change {
            Change::Started => outside.host.emit(&HostEvent::Started),
            Change::Completed => outside.host.emit(&HostEvent::Completed),
            Change::Record => save(state, content, outside),
            Change::Wiped => {
                state.keeping.wipe(&*outside.platform);
                outside.host.keep("");
                if state.session.screen() == Screen::Intro {
                    state.notice.clone_from(&content.texts.words().wiped);
                    // The button that was pressed is gone.
                    state.focus = Some(Focus::Heading);
                }
            }
            Change::Moved(screen) => {
                state.focus = Some(Focus::Heading);
                step(content, outside, screen);
                if config.page && cause == Cause::Screen {
                    let questionnaire = &content.questionnaire;
                    let (at, from) = (place(questionnaire, screen), place(questionnaire, before.screen()));
                    outside.platform.push(&config.key, Visit { at, from: Some(from) });
                }
            }
            Change::AskedAgain => state.focus = Some(Focus::Message),
        }
    }
}

/// Keeps the answers on the device where wanted, and with the element always.
fn save(state: &mut State, content: &Content, outside: &Outside) {
    let record = state.session.record();
    state.keeping.save(&*outside.platform, &content.questionnaire, record);
    let text = encode(&content.questionnaire, &Saved { record: record.clone(), until: None });
    outside.host.keep(&text);
}

fn step(content: &Content, outside: &Outside, screen: Screen) {
    if let Screen::Question(id) = screen {
        let (number, total) = (id.number(), content.questionnaire.count());
        outside.host.emit(&HostEvent::Step { number, total });
    }
}

/// Whether "Vorige" is what the browser's own Back would do, so that both stay in step.
pub fn goes_back(state: &State, content: &Content, config: &Config, outside: &Outside, event: &Event) -> bool {
    if !config.page || !matches!(event, Event::Previous | Event::CloseMethod) {
        return false;
    }
    let target = place(&content.questionnaire, state.session.before(&content.questionnaire));
    let visit = outside.platform.visit(&config.key);
    visit.is_some_and(|visit| {
        visit.from == Some(target) && visit.at == place(&content.questionnaire, state.session.screen())
    })
}
