//! The board of a workshop: codes in, the group's picture out, and a conversation led with it.
//!
//! It is no part of what a participant downloads.

mod collect;
mod export;
mod files;
mod join;
mod message;
mod picture;
mod state;
mod talk;
mod view;
mod words;

pub use collect::{ImportSummary, ImportedItem, Submission};
pub use export::{csv, json, svg};
pub use message::Message;
pub use picture::{Moment, Picture, Pictures};
pub use state::{Field, Screen, State, Typed};
pub use talk::{Key, Talk};

use crate::app::Content;
use crate::platform::camera::{Camera, CameraEvent};
use crate::platform::{Browser, Platform, focus, fullscreen};
use codes::Keys;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::Function;
use message::Dispatch;
use scan::text::fill;
use state::CameraState;
use std::rc::Rc;
use talk::slides;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

/// What the board is given.
#[derive(Clone, Debug, PartialEq, Eq, Properties)]
pub struct BoardProps {
    /// The folder this very page is served from, with a slash at its end.
    pub folder: String,
    /// Under which the workshop is kept.
    pub key: String,
    /// Gives a promise of what reads a picture of the camera, where the browser itself cannot.
    pub bring: Function,
}

/// The board.
pub struct Board {
    state: State,
    talk: Talk,
    content: Rc<Content>,
    platform: Browser,
    root: NodeRef,
    camera: Option<Camera>,
    keyboard: Option<EventListener>,
    clock: Option<Interval>,
    screen: Screen,
}

impl Component for Board {
    type Message = Message;
    type Properties = BoardProps;

    fn create(ctx: &Context<Board>) -> Board {
        let BoardProps { folder, key, .. } = ctx.props();
        let state = State::open(&Browser, key.clone(), folder);
        let board = Board {
            screen: state.screen,
            state,
            talk: Talk::default(),
            content: Rc::new(Content::of_board()),
            platform: Browser,
            root: NodeRef::default(),
            camera: None,
            keyboard: None,
            clock: None,
        };
        board.know(ctx);
        board
    }

    fn update(&mut self, ctx: &Context<Board>, message: Message) -> bool {
        let state = &mut self.state;
        // What the browser tells by itself takes no message away.
        let told = matches!(
            message,
            Message::Tick | Message::KeysLoaded(_) | Message::Copied(_) | Message::Printed(_) | Message::Kept(_)
        );
        if !told {
            state.notice.clear();
        }
        match message {
            Message::Typed(field, text) => state.typed.set(field, text),
            Message::Begin => {
                state.show_problems = true;
                if state.typed.settings().is_some() {
                    let made = ctx.link().callback(Message::KeysCreated);
                    spawn_local(async move { made.emit(Keys::make().await.ok()) });
                }
            }
            Message::KeysCreated(keys) => {
                state.begin(keys);
                state.keep(&self.platform);
            }
            Message::KeysLoaded(keys) => state.keys = keys,
            Message::Go(screen) => state.screen = screen,
            Message::Copy(text) => self.platform.copy(&text, ctx.link().callback(Message::Copied)),
            Message::Copied(copied) => {
                state.notice = if copied { words::COPIED } else { words::NOT_COPIED }.to_owned();
            }
            Message::Pasted(text) => state.pasted = text,
            Message::Add => {
                let text = std::mem::take(&mut state.pasted);
                self.import(ctx, vec![Submission { file: String::new(), text: Some(text) }]);
            }
            Message::Submitted(given) => self.import(ctx, given),
            Message::Camera(on) => self.film(ctx, on),
            Message::FromCamera(CameraEvent::Looking) => state.camera_state = CameraState::Looking,
            Message::FromCamera(CameraEvent::Text(text)) => {
                self.import(ctx, vec![Submission { file: String::new(), text: Some(text) }])
            }
            Message::FromCamera(CameraEvent::Refused) => {
                self.film(ctx, false);
                self.state.camera_state = CameraState::Refused;
            }
            Message::Files(files) => self.open(ctx, files),
            Message::Imported(heard) => self.imported(heard),
            Message::RemoveLast => {
                state.remember();
                if state.workshop.remove_last(state.round) {
                    state.notice = words::REMOVED.to_owned();
                    state.summary = None;
                }
                state.keep(&self.platform);
            }
            Message::Undo => {
                state.undo();
                state.keep(&self.platform);
            }
            Message::Collect(round) => state.round = round,
            Message::Show => {
                state.show(&self.content);
                state.keep(&self.platform);
            }
            Message::OpenPicture => state.open_picture(&self.content),
            Message::SaveSettings => {
                if state.settle() {
                    state.notice = words::SAVED_SETTINGS.to_owned();
                    state.keep(&self.platform);
                }
            }
            Message::Lock => self.lock(ctx),
            Message::Locked(bytes) => self.locked(bytes),
            Message::Unlock(file) => self.unlock(ctx, file),
            Message::Unlocked(text) => self.unlocked(ctx, text),
            Message::Tap(question, choice) => state.tap(question, choice),
            Message::AddSheet => self.add_sheet(),
            Message::Organisation(shown) => state.organisation = shown,
            Message::InReport(there) => state.in_report = there,
            Message::Print => self.platform.print(ctx.link().callback(Message::Printed)),
            Message::Printed(true) => return false,
            Message::Printed(false) => state.notice = words::PRINT_BLOCKED.to_owned(),
            Message::SavePicture(form) => self.save(ctx, form),
            Message::Kept(kept) => {
                state.notice = if kept { words::OFFERED_PICTURE } else { words::NO_FILE }.to_owned();
            }
            Message::Key(key) => self.turn(key),
            Message::Timer(minutes) => {
                self.talk.until = (minutes > 0).then(|| self.platform.now() + u64::from(minutes) * 60_000);
                let link = ctx.link().clone();
                self.clock = (minutes > 0).then(|| Interval::new(1_000, move || link.send_message(Message::Tick)));
            }
            Message::Tick => {}
            Message::Wipe => {
                state.wipe(&self.platform, &ctx.props().folder);
                self.talk = Talk::default();
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Board>) -> Html {
        let dispatch = Dispatch(ctx.link().callback(|message| message));
        let now = self.platform.now();
        let date = self.platform.date(now, &self.content.texts.language());
        view::screen(
            &view::View { state: &self.state, talk: &self.talk, content: &self.content, now, date: &date },
            &self.root,
            &dispatch,
        )
    }

    fn rendered(&mut self, ctx: &Context<Board>, first: bool) {
        if self.state.screen == self.screen {
            return;
        }
        let before = std::mem::replace(&mut self.screen, self.state.screen);
        self.film(ctx, false);
        if self.screen == Screen::Present {
            fullscreen::enter(&self.root);
            let link = ctx.link().clone();
            self.keyboard = fullscreen::keys(move |event| {
                let key = Key::of(&event.key()).filter(|key| !fullscreen::presses_button(event, *key == Key::Next));
                if let Some(key) = key {
                    event.prevent_default();
                    link.send_message(Message::Key(key));
                }
            });
        } else if before == Screen::Present {
            self.keyboard = None;
            self.clock = None;
            fullscreen::leave();
        }
        if !first {
            focus::on(&self.root, view::HEADING);
        }
    }
}

impl Board {
    /// Makes the keys of the board ready, to open sealed codes with.
    fn know(&self, ctx: &Context<Board>) {
        let written = self.state.workshop.keys.clone();
        if !written.is_empty() {
            let known = ctx.link().callback(Message::KeysLoaded);
            spawn_local(async move { known.emit(Keys::read(&written).await.ok()) });
        }
    }

    /// The camera is on only where it is shown.
    fn film(&mut self, ctx: &Context<Board>, on: bool) {
        let start = || {
            Camera::start(self.state.video.clone(), ctx.props().bring.clone(), ctx.link().callback(Message::FromCamera))
        };
        self.camera = on.then(start);
        self.state.camera_state = if on { CameraState::Waiting } else { CameraState::Off };
    }

    fn import(&mut self, ctx: &Context<Board>, given: Vec<Submission>) {
        self.state.busy = true;
        self.state.summary = None;
        let heard: Callback<Vec<ImportedItem>> = ctx.link().callback(Message::Imported);
        let keys = self.state.keys.clone();
        spawn_local(async move { heard.emit(collect::read(given, keys).await) });
    }

    fn imported(&mut self, heard: Vec<ImportedItem>) {
        let state = &mut self.state;
        state.busy = false;
        state.remember();
        let summary = ImportSummary::add(&mut state.workshop, state.round, &self.content.questionnaire, heard);
        if summary.added == 0 {
            state.forget();
        }
        state.summary = Some(summary);
        state.keep(&self.platform);
    }

    fn add_sheet(&mut self) {
        let state = &mut self.state;
        let nonce = codes::random().unwrap_or_else(|| self.platform.now() as u32);
        match state.add_sheet(&self.content, nonce) {
            Some(code) => {
                state.remember();
                state.workshop.add(state.round, &[code]);
                state.notice = words::SHEET_ADDED.to_owned();
                state.keep(&self.platform);
                focus::on(&self.root, view::HEADING);
            }
            None => {
                let numbers: Vec<String> = state.untapped(&self.content).iter().map(usize::to_string).collect();
                let numbers = scan::text::enumerate(numbers.iter().map(String::as_str), words::AND);
                state.notice = fill(words::SHEET_MISSING, &[("numbers", &numbers)]);
            }
        }
    }

    fn turn(&mut self, key: Key) {
        let Some(pictures) = &self.state.pictures else { return };
        let slides = slides(pictures, self.state.organisation);
        match key {
            Key::Next => self.talk.next(&slides),
            Key::Previous => self.talk.previous(&slides),
            Key::First => self.talk = Talk { until: self.talk.until, ..Talk::default() },
            Key::Last => self.talk = Talk { slide: slides.len() - 1, until: self.talk.until, ..Talk::default() },
            Key::Hide => self.talk.hidden = !self.talk.hidden,
            Key::Leave => self.state.screen = Screen::Group,
        }
    }
}

/// What is said when the program stopped: a heading, a sentence, and a button.
pub fn rescue_words() -> [&'static str; 3] {
    [words::FAILED_HEADING, words::FAILED_TEXT, words::FAILED_BUTTON]
}
