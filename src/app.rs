//! The app: the one Yew component. A press becomes an event, the session deals with it, the screen follows.

mod begin;
mod codes;
mod config;
mod content;
mod effects;
#[cfg(not(target_arch = "wasm32"))]
mod first_screen;
mod history_index;
mod keeping;
mod props;
mod state;
mod view;

pub use codes::{CodeState, Codes};
pub use config::{Config, Start};
pub use content::{Content, LANGUAGES};
pub use effects::{Cause, deal, goes_back};
#[cfg(not(target_arch = "wasm32"))]
pub use first_screen::first_screen;
pub use keeping::{Found, Keeping};
pub use props::{AppProps, Outside};
pub use state::{Focus, QuestionNotes, State};

use crate::platform::{FileType, HostEvent, Refused, Shelf, Visit, focus, radios};
use crate::screens::{Act, CodeKind, Extent, Keep};
use begin::begin;
use history_index::{history_index, screen};
use scan::report::{as_text, report};
use scan::saved::{DecodeError, Saved, decode, encode};
use scan::session::{Event, Screen, Session};
use scan::text::Text;
use scan::words::Words;
use yew::{Component, Context, Html, NodeRef};

/// What the app can be told.
#[derive(Clone, Debug)]
pub enum Message {
    /// A person did something.
    Act(Act),
    /// The browser went back or forward to here.
    Popped(Visit),
    /// Copying was allowed, or not.
    Copied(bool),
    /// The browser printed, or not.
    Printed(bool),
    /// What is drawn was painted.
    Painted,
    /// What is kept on this device may have changed.
    Stored,
    /// The page asks to forget everything.
    Reset,
    /// The page asks for this screen.
    Open(String),
    /// A file was read; `None` when it could not be.
    Read(Option<String>),
    /// What came of the order for a code with this number.
    Made(u32, String),
    /// Copying a code was allowed, or not.
    CodeCopied(CodeKind, bool),
}

/// The app.
pub struct App {
    state: State,
    root: NodeRef,
    title: String,
    rescue_told: bool,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<App>) -> App {
        let (state, platform) = (begin(ctx.props()), &ctx.props().outside.platform);
        let app = App { state, root: NodeRef::default(), title: platform.title(), rescue_told: false };
        app.entitle(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        let wipes = matches!(message, Message::Reset | Message::Act(Act::Session(Event::Wipe)));
        // Another tab changed what is kept: a press on the stale screen of this one is dropped.
        if !wipes && self.state.keeping.overtaken(&*ctx.props().outside.platform) {
            self.take_over(ctx);
            return true;
        }
        match message {
            // The browser itself shows what was chosen; drawing is for what it says besides.
            Message::Act(act @ Act::Session(Event::Choose(_))) => {
                let before = self.state.notes();
                self.act(ctx, act);
                return self.state.notes() != before;
            }
            Message::Act(act) => self.act(ctx, act),
            Message::Popped(visit) => match screen(&ctx.props().content.questionnaire, visit.at) {
                Some(screen) => self.deal(ctx, Event::Visit(screen), Cause::History),
                None => return false,
            },
            Message::Copied(copied) => self.copied(ctx, copied),
            Message::Printed(true) => return false,
            Message::Printed(false) => self.say(ctx, |words| words.print_blocked),
            Message::Reset => self.deal(ctx, Event::Wipe, Cause::Screen),
            Message::Open(screen) => self.open(ctx, screen),
            Message::Stored => return false,
            Message::Painted => self.state.extent = self.state.extent.max(Extent::Most),
            Message::Read(text) => self.read(ctx, text),
            Message::Made(turn, made) => {
                let there = self.state.codes.made(&ctx.props().content, turn, made);
                if let Some(kind) = there.filter(|_| self.state.session.screen() == Screen::Result) {
                    self.state.focus = Some(Focus::Code(kind));
                }
            }
            Message::CodeCopied(kind, copied) => {
                self.state.codes.copied(&ctx.props().content, kind, copied);
                // It is selected where it stands.
                if !copied {
                    self.state.focus = Some(Focus::Code(kind));
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        view::view(&self.state, ctx.props(), &self.root, ctx.link().callback(Message::Act))
    }

    /// The same sitting goes on; nothing that was said before stays behind.
    fn changed(&mut self, ctx: &Context<App>, old: &AppProps) -> bool {
        let AppProps { config, outside, .. } = ctx.props();
        self.state.notice = Text::EMPTY;
        self.state.to_copy.clear();
        if config.workshop != old.config.workshop {
            self.state.codes.hide();
            // Following a link with another #workshop pushed a history entry without our state.
            if config.page && outside.platform.visit(&config.key).is_none() {
                let at = history_index(&ctx.props().content.questionnaire, self.state.session.screen());
                outside.platform.replace(&config.key, Visit { at, from: None });
            }
        }
        self.state.refused = !config.refused.is_empty();
        for refused in config.refused.iter().filter(|one| !old.config.refused.contains(one)) {
            outside.host.emit(&HostEvent::Problem(refused.clone()));
        }
        self.rescue_told = false;
        self.entitle(ctx);
        true
    }

    fn rendered(&mut self, ctx: &Context<App>, _first: bool) {
        if !self.rescue_told {
            self.rescue_told = true;
            // Not before: the element looks at what is drawn to know the language of these words.
            let words = ctx.props().content.texts.words();
            ctx.props().outside.host.rescue(&words.rescue_heading, &words.rescue_text, &words.rescue_button);
        }
        if let Some(target) = self.state.focus.take() {
            focus::on(&self.root, &target.id());
        }
        if !self.state.whole() {
            ctx.props().outside.host.drawn();
        }
    }

    fn destroy(&mut self, ctx: &Context<App>) {
        if ctx.props().config.page {
            ctx.props().outside.platform.set_title(&self.title);
        }
    }
}

impl App {
    fn deal(&mut self, ctx: &Context<App>, event: Event, cause: Cause) {
        let AppProps { content, config, outside } = ctx.props();
        let before = self.state.session.screen();
        deal(&mut self.state, content, config, outside, event, cause);
        if self.state.session.screen() != before {
            outside.host.moved();
            self.leave();
        }
        self.entitle(ctx);
    }

    /// The screen that is drawn makes way for another one; says whether it had the focus.
    fn leave(&mut self) -> bool {
        self.state.extent = Extent::First;
        radios::release(&self.root);
        focus::release(&self.root)
    }

    fn act(&mut self, ctx: &Context<App>, act: Act) {
        let AppProps { content, config, outside } = ctx.props();
        let platform = &*outside.platform;
        match act {
            // `popstate` answers this with a visit.
            Act::Session(event) if goes_back(&self.state, content, config, outside, &event) => platform.back(),
            Act::Session(event) => self.deal(ctx, event, Cause::Screen),
            Act::ChooseByKey(choice) => {
                self.deal(ctx, Event::Choose(choice), Cause::Screen);
                self.state.focus = Some(Focus::Option(choice));
            }
            Act::Keep(keep) => {
                let shelf = match keep {
                    Keep::Nothing => None,
                    Keep::Tab => Some(Shelf::Tab),
                    Keep::Device => Some(Shelf::Device),
                };
                let record = self.state.session.resumable();
                self.state.codes.keep(platform, &config.key, shelf.is_some());
                self.state.keeping.choose(platform, &content.questionnaire, shelf, record);
            }
            Act::OpenFile(file) => platform.open(file, ctx.link().callback(Message::Read)),
            Act::Dismiss => self.state.refused = false,
            Act::MoreLessons => self.state.extent = Extent::All,
            Act::Print => platform.print(ctx.link().callback(Message::Printed)),
            Act::Copy => platform.copy(&self.as_text(ctx), ctx.link().callback(Message::Copied)),
            Act::SaveFile => self.save_file(ctx),
            Act::Code(kind) => {
                let kept = self.state.keeping.shelf().is_some();
                if let Some(order) = self.state.codes.order(kind, self.state.session.answers(), kept, ctx.props()) {
                    outside.host.code(&order);
                }
            }
            Act::CopyCode(kind) => {
                let done = ctx.link().callback(move |copied| Message::CodeCopied(kind, copied));
                platform.copy(self.state.codes.code(kind), done);
            }
            Act::SaveCode(kind) => self.state.codes.save(kind, ctx.props()),
        }
    }

    /// Another tab went on or wiped: this one begins again from what is kept now, and shows no answers by itself.
    fn take_over(&mut self, ctx: &Context<App>) {
        let AppProps { content, config, outside } = ctx.props();
        let platform = &*outside.platform;
        let (keeping, found) = Keeping::open(platform, &content.questionnaire, config);
        let words = content.texts.words();
        self.state.notice = match found {
            Found { record: Some(_), .. } => words.changed_elsewhere,
            Found { unusable: true, .. } => words.stored_unusable,
            Found { .. } => words.wiped_elsewhere,
        };
        self.state.keeping = keeping;
        self.state.session = Session::new(found.record);
        self.state.codes.forget(platform, &config.key);
        self.state.to_copy.clear();
        outside.host.keep("");
        if self.leave() {
            self.state.focus = Some(Focus::Heading);
        }
        if config.page {
            platform
                .replace(&config.key, Visit { at: history_index(&content.questionnaire, Screen::Intro), from: None });
        }
        self.entitle(ctx);
    }

    fn open(&mut self, ctx: &Context<App>, wanted: String) {
        let AppProps { content, outside, .. } = ctx.props();
        let questionnaire = &content.questionnaire;
        let number = wanted.parse::<u64>().ok().and_then(|number| questionnaire.at((number as usize).checked_sub(1)?));
        let event = match (wanted.as_str(), number) {
            ("intro", _) => Event::Visit(Screen::Intro),
            ("result", _) => Event::Visit(Screen::Result),
            ("method", _) => Event::OpenMethod,
            // With nothing to go on with the first question is as far as the answers reach.
            (_, Some(_)) if self.state.session.resumable().is_none() => Event::Start,
            (_, Some(id)) => Event::Visit(Screen::Question(id)),
            (_, None) => {
                let numbers = ["1-", &questionnaire.count().to_string()].concat();
                let allowed = ["intro", "result", "method", &numbers].join(", ");
                return outside.host.emit(&HostEvent::Problem(Refused { name: "open", value: wanted, allowed }));
            }
        };
        self.deal(ctx, event, Cause::Screen);
    }

    fn as_text(&self, ctx: &Context<App>) -> String {
        let Content { questionnaire, texts } = &*ctx.props().content;
        let report = report(questionnaire, texts, self.state.session.answers());
        as_text(&report, texts.words(), self.state.session.record().action)
    }

    fn copied(&mut self, ctx: &Context<App>, copied: bool) {
        if copied {
            self.say(ctx, |words| words.copied);
        } else {
            self.say(ctx, |words| words.copy_blocked);
            self.state.to_copy = self.as_text(ctx);
            self.state.focus = Some(Focus::Copy);
        }
    }

    fn save_file(&mut self, ctx: &Context<App>) {
        let AppProps { content, outside, .. } = ctx.props();
        let platform = &*outside.platform;
        let record = self.state.session.record().clone();
        let text = encode(&content.questionnaire, &Saved { record, until: None });
        let day = platform.stamp(platform.now());
        let name = [&content.texts.words().file_name, "-", &day, ".txt"].concat();
        if platform.offer(&name, FileType::Text, &text) {
            self.say(ctx, |words| words.file_offered);
        } else {
            self.say(ctx, |words| words.file_failed);
        }
    }

    /// Opens what was read. On an error everything stays as it is.
    fn read(&mut self, ctx: &Context<App>, text: Option<String>) {
        let Some(text) = text else {
            return self.say(ctx, |words| words.opened_unreadable);
        };
        match decode(&ctx.props().content.questionnaire, &text) {
            Ok(saved) => self.deal(ctx, Event::Open(saved.record), Cause::Screen),
            Err(DecodeError::Code) => self.say(ctx, |words| words.opened_code),
            Err(DecodeError::Foreign) => self.say(ctx, |words| words.opened_foreign),
            Err(DecodeError::OtherVersion) => self.say(ctx, |words| words.opened_other_version),
            Err(DecodeError::Damaged(_)) => self.say(ctx, |words| words.opened_damaged),
        }
    }

    fn say(&mut self, ctx: &Context<App>, word: fn(&Words) -> Text) {
        self.state.notice = word(ctx.props().content.texts.words());
    }

    /// As a page, the title of the document says which step this is.
    fn entitle(&self, ctx: &Context<App>) {
        let AppProps { content, config, outside } = ctx.props();
        if config.page {
            let title = match view::heading(&self.state, content) {
                Some(heading) => [&heading, " \u{2013} ", &self.title].concat(),
                None => self.title.clone(),
            };
            outside.platform.set_title(&title);
        }
    }
}
