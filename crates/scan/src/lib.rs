//! The pure core of Ruimtescan: from content and answers to the report a person sees.
//!
//! The flow, in the order of the modules below:
//!
//! ```text
//! content files -> load -> Questionnaire + Texts          (or every Problem found; when building)
//! packed -> Questionnaire + Texts                         (in the page)
//! Session::apply(Event) -> Session                        answers are the only state worth saving
//! score(answers) -> Score -> advise -> lessons
//! report(..) -> Report; page(..) -> Page                  display-ready plain structs, no markup
//! saved::encode / decode                                  the text form of a session
//! code -> short or sealed text, and back                 what a person hands to the board
//! ```
//!
//! # What this crate does not do
//!
//! It knows no clock, no randomness, no locale, no input or output, no hash order and no web type.
//! It holds no sentence that a participant reads, and no id of a question, lesson or door:
//! those live in `content/`.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod text;

pub mod questionnaire;

pub mod words;

pub mod texts;

pub mod content;

pub mod packed;

pub mod contact;

pub mod answers;

pub mod session;

pub mod score;

pub mod advice;

pub mod report;

pub mod page;

pub mod saved;

pub mod code;

pub mod group;

pub mod workshop;

#[cfg(test)]
mod fixture;
