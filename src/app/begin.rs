//! How the app begins: with what was kept or left by a crash, else at the start.

use crate::app::codes::Codes;
use crate::app::effects::{Cause, deal};
use crate::app::history_index::history_index;
use crate::app::keeping::Keeping;
use crate::app::state::State;
use crate::app::{AppProps, Start};
use crate::platform::{HostEvent, Visit};
use crate::screens::Extent;
use scan::saved::decode;
use scan::session::{Event, Session};
use scan::text::Text;

/// The app as it is before anything was done.
pub(super) fn begin(props: &AppProps) -> State {
    let AppProps { content, config, outside } = props;
    let (platform, questionnaire) = (&*outside.platform, &content.questionnaire);
    let words = content.texts.words();
    let (keeping, found) = Keeping::open(platform, questionnaire, config);
    let rescued = config.resume.as_deref().and_then(|text| decode(questionnaire, text).ok());
    let notice = if found.unusable && rescued.is_none() { words.stored_unusable } else { Text::EMPTY };
    let mut state = State {
        session: Session::new(rescued.as_ref().map_or(found.record, |saved| Some(saved.record.clone()))),
        keeping,
        notice,
        to_copy: String::new(),
        codes: Codes::default(),
        extent: Extent::Most,
        refused: !config.refused.is_empty(),
        focus: None,
    };
    for refused in &config.refused {
        outside.host.emit(&HostEvent::Problem(refused.clone()));
    }
    if rescued.is_some() {
        deal(&mut state, content, config, outside, Event::Resume, Cause::History);
    } else if config.start == Start::Question && state.session.resumable().is_none() {
        deal(&mut state, content, config, outside, Event::Start, Cause::History);
        // The page has just been opened, and its own beginning comes first.
        state.focus = None;
    }
    if config.page {
        let at = history_index(questionnaire, state.session.screen());
        platform.replace(&config.key, Visit { at, from: None });
    }
    state
}
