//! What follows from an event outside the session: saving, telling the page, history and focus.

use crate::app::content::Content;
use crate::app::history_index::history_index;
use crate::app::state::{Focus, State};
use crate::app::{Config, Outside};
use crate::platform::{HostEvent, Visit};
use scan::saved::{Saved, encode};
use scan::session::{Change, Event, Screen, changes};
use scan::text::Text;

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
    let (opened, wiped) = (matches!(event, Event::Open(_)), event == Event::Wipe);
    let anew = opened || wiped || event == Event::Start;
    let after = state.session.apply(&content.questionnaire, event);
    let before = std::mem::replace(&mut state.session, after);
    state.notice = Text::EMPTY;
    state.to_copy.clear();
    if anew {
        let platform = &*outside.platform;
        if wiped {
            state.keeping.end(platform, config)
        } else {
            state.keeping.begin(platform, config)
        }
        state.codes.forget(platform, &config.key);
    } else if before.answers() != state.session.answers() {
        state.codes.outdate(content);
    }
    for change in changes(&before, &state.session) {
        match change {
            Change::Started => outside.host.emit(&HostEvent::Started),
            Change::Completed => outside.host.emit(&HostEvent::Completed),
            Change::Record => save(state, content, outside),
            Change::Wiped => {
                outside.host.keep("");
                if state.session.screen() == Screen::Intro {
                    state.notice = content.texts.words().wiped;
                    // The button that was pressed is gone.
                    state.focus = Some(Focus::Heading);
                }
            }
            Change::Moved(screen) => {
                state.focus = Some(Focus::Heading);
                step(content, outside, screen);
                if config.page && cause == Cause::Screen {
                    let questionnaire = &content.questionnaire;
                    let (at, from) =
                        (history_index(questionnaire, screen), history_index(questionnaire, before.screen()));
                    outside.platform.push(&config.key, Visit { at, from: Some(from) });
                }
            }
            Change::AskedAgain => state.focus = Some(Focus::Message),
        }
    }
    if opened {
        // Also where the file holds just what was here: that is kept no more.
        save(state, content, outside);
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
    let target = history_index(&content.questionnaire, state.session.before(&content.questionnaire));
    let visit = outside.platform.visit(&config.key);
    visit.is_some_and(|visit| {
        visit.from == Some(target) && visit.at == history_index(&content.questionnaire, state.session.screen())
    })
}

#[cfg(test)]
mod tests {
    use super::{Cause, deal, goes_back};
    use crate::app::state::{Focus, State};
    use crate::app::{Codes, Config, Content, Keeping, Outside};
    use crate::platform::{HostEvent, Memory, Shelf, Visit};
    use crate::screens::Extent;
    use scan::answers::Choice;
    use scan::session::{Event, Session};
    use scan::text::Text;
    use std::rc::Rc;

    /// An app without a screen.
    struct Sitting {
        world: Rc<Memory>,
        content: Content,
        config: Config,
        outside: Outside,
        state: State,
    }

    fn sitting(page: bool) -> Sitting {
        let world = Rc::new(Memory::default());
        let outside = Outside { platform: world.clone(), host: world.clone() };
        let content = Content::load();
        let config = Config { page, keep: Some(Shelf::Tab), ..Config::default() };
        let (keeping, _) = Keeping::open(&*world, &content.questionnaire, &config);
        let state = State {
            session: Session::default(),
            keeping,
            notice: Text::EMPTY,
            to_copy: String::new(),
            codes: Codes::default(),
            refused: false,
            extent: Extent::First,
            focus: None,
        };
        Sitting { world, content, config, outside, state }
    }

    impl Sitting {
        fn then(&mut self, event: Event) {
            deal(&mut self.state, &self.content, &self.config, &self.outside, event, Cause::Screen);
        }

        fn choose(&mut self) {
            self.then(Event::Choose(Choice::new(2).unwrap()));
        }

        fn goes_back(&self, event: &Event) -> bool {
            goes_back(&self.state, &self.content, &self.config, &self.outside, event)
        }
    }

    #[test]
    fn the_page_hears_of_every_step_and_of_no_answer() {
        let mut sitting = sitting(false);
        sitting.then(Event::Start);
        sitting.choose();
        sitting.then(Event::Next);
        let step = |number| HostEvent::Step { number, total: sitting.content.questionnaire.count() };
        assert_eq!(*sitting.world.events.borrow(), [HostEvent::Started, step(1), step(2)]);
    }

    #[test]
    fn an_answer_is_kept_on_the_device_and_with_the_element() {
        let mut sitting = sitting(false);
        sitting.then(Event::Start);
        sitting.choose();
        assert!(sitting.world.on(Shelf::Tab).is_some_and(|text| text.contains("until")));
        assert!(!sitting.world.keeps.borrow().is_empty() && !sitting.world.keeps.borrow().contains("until"));
    }

    #[test]
    fn wiping_leaves_nothing_and_says_so() {
        let mut sitting = sitting(false);
        sitting.then(Event::Start);
        sitting.choose();
        sitting.then(Event::Wipe);
        assert!(sitting.world.kept.borrow().is_empty() && sitting.world.keeps.borrow().is_empty());
        assert_eq!(sitting.state.notice, sitting.content.texts.words().wiped);
    }

    #[test]
    fn opening_a_file_keeps_what_it_holds_where_the_page_says() {
        let mut sitting = sitting(false);
        sitting.then(Event::Start);
        sitting.choose();
        let record = sitting.state.session.record().clone();
        let questionnaire = &sitting.content.questionnaire;
        sitting.state.keeping.choose(&*sitting.world, questionnaire, Some(Shelf::Device), Some(&record));
        sitting.state.keeping.begin(&*sitting.world, &sitting.config);
        for _ in 0..2 {
            sitting.then(Event::Open(record.clone()));
            assert!(sitting.world.on(Shelf::Tab).is_some() && sitting.world.on(Shelf::Device).is_none());
        }
    }

    #[test]
    fn the_focus_goes_to_the_heading_or_to_the_message() {
        let mut sitting = sitting(false);
        sitting.then(Event::Start);
        assert_eq!(sitting.state.focus.take(), Some(Focus::Heading));
        sitting.choose();
        assert_eq!(sitting.state.focus.take(), None);
        sitting.then(Event::Next);
        sitting.state.focus = None;
        sitting.then(Event::Next);
        assert_eq!(sitting.state.focus, Some(Focus::Message));
    }

    #[test]
    fn history_follows_on_a_page_of_its_own_only() {
        let mut sitting = sitting(true);
        sitting.then(Event::Start);
        sitting.then(Event::Skip);
        let visits = [Visit { at: 1, from: Some(0) }, Visit { at: 2, from: Some(1) }];
        assert_eq!(*sitting.world.visits.borrow(), visits);
        assert!(sitting.goes_back(&Event::Previous), "the browser's Back leads to the same place");
        assert!(!sitting.goes_back(&Event::Next));

        let mut sitting = self::sitting(false);
        sitting.then(Event::Start);
        assert!(sitting.world.visits.borrow().is_empty());
        assert!(!sitting.goes_back(&Event::Previous));
    }
}
