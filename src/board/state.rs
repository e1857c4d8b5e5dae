//! What the board holds: the workshop, how to take a step back, and where the trainer is.

use crate::app::Content;
use crate::board::collect::ImportSummary;
use crate::board::picture::Pictures;
use crate::board::words;
use crate::platform::{Platform, Shelf, Stored};
use codes::Keys;
use scan::answers::{Answer, Answers, Choice};
use scan::code::Code;
use scan::group::{LEAST_GROUP, summarise};
use scan::questionnaire::QuestionId;
use scan::workshop::{Round, Settings, Showing, Workshop, read, whole, write};
use yew::NodeRef;

/// So many steps can be taken back.
const BACK: usize = 20;
/// The largest group that can be announced.
const LARGEST: usize = 999;
/// The largest minimum group.
const LARGEST_LEAST: usize = 30;

/// Where the trainer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Nothing has begun.
    #[default]
    Start,
    /// Collecting.
    Desk,
    /// Tapping in a sheet of paper.
    Sheet,
    /// The group's picture.
    Group,
    /// The same, for the whole room.
    Present,
}

/// The state of the camera.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CameraState {
    /// Off.
    #[default]
    Off,
    /// Starting: the browser asks for permission.
    Waiting,
    /// On.
    Looking,
    /// Refused, or there is none.
    Refused,
}

/// A field of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the workshop is called.
    Title,
    /// How many people are expected.
    Size,
    /// The minimum group.
    Least,
    /// Where the scan is.
    Address,
    /// What the file is locked with.
    Password,
}

/// The settings as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    title: String,
    size: String,
    least: String,
    address: String,
    password: String,
}

impl Typed {
    fn of(settings: &Settings) -> Typed {
        Typed {
            title: settings.title.clone(),
            size: settings.size.to_string(),
            least: settings.least.to_string(),
            address: settings.address.clone(),
            password: String::new(),
        }
    }

    /// What stands in a field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Size => &self.size,
            Field::Least => &self.least,
            Field::Address => &self.address,
            Field::Password => &self.password,
        }
    }

    /// Takes over what was typed.
    pub fn set(&mut self, field: Field, text: String) {
        let place = match field {
            Field::Title => &mut self.title,
            Field::Size => &mut self.size,
            Field::Least => &mut self.least,
            Field::Address => &mut self.address,
            Field::Password => &mut self.password,
        };
        *place = text;
    }

    /// What is wrong with a field.
    pub fn problem(&self, field: Field) -> Option<&'static str> {
        let within = |text: &str, most| whole(text.trim()).is_some_and(|number| (LEAST_GROUP..=most).contains(&number));
        match field {
            Field::Title => None,
            Field::Size => (!within(&self.size, LARGEST)).then_some(words::SIZE_WRONG),
            Field::Least => (!within(&self.least, LARGEST_LEAST)).then_some(words::LEAST_WRONG),
            Field::Address => (!is_page(self.address.trim())).then_some(words::ADDRESS_WRONG),
            Field::Password => (self.password.chars().count() < 8).then_some(words::PASSWORD_SHORT),
        }
    }

    /// The settings; `None` when a field is wrong.
    pub fn settings(&self) -> Option<Settings> {
        let fields = [Field::Size, Field::Least, Field::Address];
        if fields.into_iter().any(|field| self.problem(field).is_some()) {
            return None;
        }
        Some(Settings {
            title: self.title.trim().to_owned(),
            size: whole(self.size.trim())?,
            least: whole(self.least.trim())?,
            address: self.address.trim().to_owned(),
        })
    }
}

/// Whether this is empty, or an http(s) address.
fn is_page(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    address.is_empty() || rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// What the board holds.
pub struct State {
    /// Where the trainer is.
    pub screen: Screen,
    /// What is collected.
    pub workshop: Workshop,
    /// What opens sealed codes.
    pub keys: Option<Keys>,
    /// The moment that is collected now.
    pub round: Round,
    /// What is typed in the settings.
    pub typed: Typed,
    /// Whether problems of the settings are shown.
    pub show_problems: bool,
    /// What is typed where codes go.
    pub pasted: String,
    /// What became of what was handed in last.
    pub summary: Option<ImportSummary>,
    /// Another message; may be empty.
    pub notice: String,
    /// Whether a text is being read.
    pub busy: bool,
    /// Whether keeping failed.
    pub unsaved: bool,
    /// Whether the questions on paper stand beside the page; a page that was opened by itself has nothing beside it.
    pub paper: bool,
    /// The state of the camera.
    pub camera_state: CameraState,
    /// Where it is shown.
    pub video: NodeRef,
    /// The answers on the sheet that is tapped in.
    pub sheet: Answers,
    /// Goes up with each sheet, so that the fields are fresh ones.
    pub sheets: usize,
    /// The pictures on show.
    pub pictures: Option<Pictures>,
    /// The workshop as the text of a file, as it was last locked; empty when it has changed since.
    pub locked: String,
    /// Whether the organisation is shown.
    pub organisation: bool,
    /// Whether the report has it too.
    pub in_report: bool,
    before: Vec<Workshop>,
    key: String,
    written: Option<String>,
}

impl State {
    /// What was kept, or a new beginning. `folder` is where the page stands.
    pub fn open(platform: &dyn Platform, key: String, folder: &str) -> State {
        let written = platform.read(Shelf::Device, &key);
        let found = written.as_deref().map(read);
        let unreadable = matches!(found, Some(Err(_)));
        let kept = found.and_then(Result::ok);
        let screen = if kept.is_some() { Screen::Desk } else { Screen::Start };
        let address = if is_page(folder) { folder.to_owned() } else { String::new() };
        let workshop =
            kept.unwrap_or_else(|| Workshop::new(Settings { address, ..Settings::default() }, String::new()));
        let mut state = State {
            screen,
            typed: Typed::of(&workshop.settings),
            workshop,
            keys: None,
            round: Round::First,
            show_problems: false,
            pasted: String::new(),
            summary: None,
            notice: if unreadable { words::UNREADABLE_STORED.to_owned() } else { String::new() },
            busy: false,
            unsaved: false,
            paper: !folder.is_empty(),
            camera_state: CameraState::Off,
            video: NodeRef::default(),
            sheet: Answers::default(),
            sheets: 0,
            pictures: None,
            locked: String::new(),
            organisation: false,
            in_report: false,
            before: Vec::new(),
            // What cannot be read is left where it is.
            key: if unreadable { [&key, "-2"].concat() } else { key },
            written,
        };
        if state.workshop.count(Round::Second) > 0 {
            state.round = Round::Second;
        }
        state
    }

    /// Keeps the workshop. Another tab may have collected too: then nothing of that is lost.
    pub fn keep(&mut self, platform: &dyn Platform) {
        let there = platform.read(Shelf::Device, &self.key);
        if there != self.written
            && let Some(Ok(other)) = there.as_deref().map(read)
            && other.keys == self.workshop.keys
        {
            self.workshop.merge(other);
        }
        self.locked.clear();
        let text = write(&self.workshop);
        self.unsaved = platform.write(Shelf::Device, &self.key, &text) == Stored::NotSaved;
        self.written = Some(text);
    }

    /// Forgets the workshop, also where it is kept.
    pub fn wipe(&mut self, platform: &dyn Platform, folder: &str) {
        platform.remove(Shelf::Device, &self.key);
        *self = State::open(platform, std::mem::take(&mut self.key), folder);
        self.notice = words::WIPED.to_owned();
    }

    /// Begins with these settings; `keys` are those of the board.
    pub fn begin(&mut self, keys: Option<Keys>) {
        let Some(settings) = self.typed.settings() else { return };
        self.workshop = Workshop::new(settings, keys.as_ref().map_or(String::new(), Keys::write));
        self.keys = keys;
        self.screen = Screen::Desk;
        self.show_problems = false;
    }

    /// What was typed becomes the settings; `false` when a field is wrong.
    pub fn settle(&mut self) -> bool {
        self.show_problems = true;
        let Some(settings) = self.typed.settings() else { return false };
        self.workshop.settings = settings;
        self.show_problems = false;
        true
    }

    /// Notes how it is now, to come back to.
    pub fn remember(&mut self) {
        if self.before.len() == BACK {
            self.before.remove(0);
        }
        self.before.push(self.workshop.clone());
    }

    /// Forgets that note: nothing changed.
    pub fn forget(&mut self) {
        self.before.pop();
    }

    /// Takes over a workshop from a file, where none had begun.
    pub fn take(&mut self, workshop: Workshop) {
        self.typed = Typed::of(&workshop.settings);
        self.workshop = workshop;
        self.screen = Screen::Desk;
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Takes a step back. Pictures that were shown stay shown: nobody forgets those.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.workshop.back_to(before);
            self.summary = None;
            self.notice = words::UNDONE.to_owned();
        }
    }

    /// Makes the picture of everybody who is in, if that may be shown.
    pub fn show(&mut self, content: &Content) {
        if matches!(self.workshop.show(self.round), Showing::Ready | Showing::Shown) {
            self.open_picture(content);
        }
    }

    /// Opens the pictures that were made.
    pub fn open_picture(&mut self, content: &Content) {
        let mut reports = Vec::new();
        for round in [Round::First, Round::Second] {
            let codes = self.workshop.shown(round);
            if let Ok(Some(report)) = summarise(&content.questionnaire, codes, self.workshop.settings.least) {
                reports.push(report);
            }
        }
        self.pictures = Pictures::of(content, &reports);
        if self.pictures.is_some() {
            self.screen = Screen::Group;
        }
    }

    /// Takes over a tap on the sheet.
    pub fn tap(&mut self, question: QuestionId, choice: Option<Choice>) {
        self.sheet.set(question, choice.map_or(Answer::Skipped, Answer::Chosen));
    }

    /// The numbers of the questions that were not tapped yet.
    pub fn untapped(&self, content: &Content) -> Vec<usize> {
        let questions = content.questionnaire.questions();
        questions.filter(|(id, _)| self.sheet.get(*id).is_none()).map(|(id, _)| id.number()).collect()
    }

    /// The sheet as a code, with a random number; the sheet is empty then. `None` while questions are open.
    pub fn add_sheet(&mut self, content: &Content, nonce: u32) -> Option<Code> {
        if !self.untapped(content).is_empty() {
            return None;
        }
        let code = Code::new(&content.questionnaire, &self.sheet, nonce)?;
        self.sheet = Answers::default();
        self.sheets += 1;
        Some(code)
    }
}
