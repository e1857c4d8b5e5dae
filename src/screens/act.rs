//! What a person can do on a screen.

use scan::answers::Choice;
use scan::session::Event;
use web_sys::File;
use yew::Callback;

/// One thing a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Something the session deals with.
    Session(Event),
    /// Chose an option with a digit; the focus follows, so that a reader says what was chosen.
    ChooseByKey(Choice),
    /// Chose where the answers are kept.
    Keep(Keep),
    /// Chose a file to open.
    OpenFile(File),
    /// Opened the further lessons.
    MoreLessons,
    /// Put away what is said about the attributes.
    Dismiss,
    /// Asked for a print.
    Print,
    /// Asked for the result on the clipboard.
    Copy,
    /// Asked for the answers as a file.
    SaveFile,
    /// Asked for a code to hand over.
    Code(CodeKind),
    /// Asked for that code on the clipboard.
    CopyCode(CodeKind),
    /// Asked for that code as a file.
    SaveCode(CodeKind),
}

/// The two kinds of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// For one board only.
    Sealed,
    /// For anyone who has it.
    Short,
}

/// Where answers can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nowhere.
    Nothing,
    /// In this tab.
    Tab,
    /// On this device.
    Device,
}

/// Where acts go; makes the callbacks that buttons want.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispatch(Callback<Act>);

impl Dispatch {
    /// One that gives every act to `callback`.
    pub fn new(callback: Callback<Act>) -> Dispatch {
        Dispatch(callback)
    }

    /// Gives an act now.
    pub fn act(&self, act: Act) {
        self.0.emit(act);
    }

    /// What a button does when pressed.
    pub fn press(&self, act: Act) -> Callback<()> {
        self.0.reform(move |()| act.clone())
    }

    /// The same for something the session deals with.
    pub fn event(&self, event: Event) -> Callback<()> {
        self.press(Act::Session(event))
    }

    /// What a control does that gives a value.
    pub fn with<T: 'static>(&self, act: impl Fn(T) -> Act + 'static) -> Callback<T> {
        self.0.reform(act)
    }
}
