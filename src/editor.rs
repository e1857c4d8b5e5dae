//! The page for editors: what they choose, the code to paste, the scan as it will be, and the steps per system.
//!
//! It is no part of what a participant downloads.

mod choices;
mod message;
mod snippet;
mod view;
mod words;

pub use choices::{Choices, Field, Form, Remember};
pub use message::Message;

use crate::platform::{Platform, paint};
use yew::{Component, Context, Html, NodeRef, Properties};

/// What the page is given.
#[derive(Clone, Debug, PartialEq, Eq, Properties)]
pub struct EditorProps {
    /// The folder this very page is served from, with a slash at its end.
    pub folder: String,
}

/// The page.
pub struct Editor {
    choices: Choices,
    copied: Option<bool>,
    preview: NodeRef,
    platform: crate::platform::Browser,
}

impl Component for Editor {
    type Message = Message;
    type Properties = EditorProps;

    fn create(ctx: &Context<Editor>) -> Editor {
        let choices = Choices { folder: ctx.props().folder.clone(), ..Choices::default() };
        Editor { choices, copied: None, preview: NodeRef::default(), platform: crate::platform::Browser }
    }

    fn update(&mut self, ctx: &Context<Editor>, message: Message) -> bool {
        self.copied = None;
        match message {
            Message::Chose(choices) => self.choices = choices,
            Message::Typed(field, text) => *self.choices.field(field) = text,
            Message::Copy => {
                self.platform.copy(&snippet::snippet(&self.choices), ctx.link().callback(Message::Copied));
                return false;
            }
            Message::Copied(copied) => self.copied = Some(copied),
        }
        true
    }

    fn view(&self, ctx: &Context<Editor>) -> Html {
        view::view(&self.choices, self.copied, &self.preview, &ctx.link().callback(|message| message))
    }

    fn rendered(&mut self, _ctx: &Context<Editor>, _first: bool) {
        // By script: a strict policy drops a style attribute.
        paint::set(&self.preview, snippet::ACCENT, self.choices.own_accent().unwrap_or_default());
    }
}

/// What is said when the program stopped: a heading, a sentence, and a button.
pub fn rescue_words() -> [&'static str; 3] {
    [words::RESCUE_HEADING, words::RESCUE_TEXT, words::RESCUE_BUTTON]
}
