//! What the board can be told, and how what is shown tells it.

use crate::board::export::Form;
use crate::board::{Field, ImportedItem, Key, Screen, Submission};
use crate::platform::camera::CameraEvent;
use codes::Keys;
use scan::answers::Choice;
use scan::questionnaire::QuestionId;
use scan::workshop::Round;
use web_sys::File;
use yew::{Callback, Event};

/// What can happen.
#[derive(Clone, Debug)]
pub enum Message {
    /// Typed in a field.
    Typed(Field, String),
    /// Begin a workshop with what was typed.
    Begin,
    /// The keys of a new board are there, or cannot be.
    KeysCreated(Option<Keys>),
    /// The keys of a board that was kept are there, or cannot be.
    KeysLoaded(Option<Keys>),
    /// To another screen.
    Go(Screen),
    /// A text on the clipboard.
    Copy(String),
    /// That was allowed, or not.
    Copied(bool),
    /// Typed where codes go.
    Pasted(String),
    /// What was typed there is complete.
    Add,
    /// Texts were handed in.
    Submitted(Vec<Submission>),
    /// The camera on, or off.
    Camera(bool),
    /// What the camera tells.
    FromCamera(CameraEvent),
    /// Files were handed in.
    Files(Vec<File>),
    /// They were read.
    Imported(Vec<ImportedItem>),
    /// Take out what came last.
    RemoveLast,
    /// Take a step back.
    Undo,
    /// Collect for this moment.
    Collect(Round),
    /// Make the picture.
    Show,
    /// Open the picture that was made.
    OpenPicture,
    /// Keep the settings.
    SaveSettings,
    /// Lock the workshop into a file.
    Lock,
    /// It was locked, or that cannot be.
    Locked(Option<Vec<u8>>),
    /// A file of a workshop was chosen.
    Unlock(File),
    /// It was opened, or not.
    Unlocked(Option<String>),
    /// A tap on the sheet.
    Tap(QuestionId, Option<Choice>),
    /// The sheet is complete.
    AddSheet,
    /// Show the organisation, or no more.
    Organisation(bool),
    /// The report has it too, or not.
    InReport(bool),
    /// Print the report.
    Print,
    /// The browser printed, or not.
    Printed(bool),
    /// Keep the picture in this form.
    SavePicture(Form),
    /// It was kept, or not.
    Kept(bool),
    /// A key, or its button, on the big screen.
    Key(Key),
    /// So many minutes; 0 ends them.
    Timer(u32),
    /// A second went by.
    Tick,
    /// Forget everything.
    Wipe,
}

/// How what is shown tells the board what happened there. One kind of callback for all that is only pressed: each closure
/// would be code of its own to download.
pub(super) struct Dispatch(pub(super) Callback<Message>);

impl Dispatch {
    /// Tells this when it is pressed.
    #[inline(never)]
    pub(super) fn press(&self, message: Message) -> Callback<()> {
        self.0.reform(move |()| message.clone())
    }

    /// The same for a change of a field.
    #[inline(never)]
    pub(super) fn change(&self, message: Message) -> Callback<Event> {
        self.0.reform(move |_| message.clone())
    }
}
