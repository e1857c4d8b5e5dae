//! What the page asked for: the attributes of the element, as they were written there.
//!
//! Nothing is judged here: an impossible value arrives as is.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The plain object that the loader makes of the attributes.
    pub type RawSettings;

    #[wasm_bindgen(method, getter)]
    fn key(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn resume(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn page(this: &RawSettings) -> bool;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn start(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn remember(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn organisation(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = contactName)]
    fn contact_name(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = contactPhone)]
    fn contact_phone(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = contactUrl)]
    fn contact_url(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn overlay(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn workshop(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn unknown(this: &RawSettings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn problems(this: &RawSettings) -> Option<String>;
    /// The content as it is packed, in another language than the program's own.
    #[wasm_bindgen(method, getter)]
    pub fn content(this: &RawSettings) -> Option<String>;
}

/// The attributes of one element. `None` is an attribute that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Names this instance in storage and history: path of the page and id or place of the element.
    pub key: String,
    /// The answers to go on with after a crash, as last given to the host to keep.
    pub resume: Option<String>,
    /// The element is the whole page: history and title may follow the step.
    pub page: bool,
    /// The language: `nl` or `en`, also with a country.
    pub lang: Option<String>,
    /// The screen to begin with: `intro` or `question`.
    pub start: Option<String>,
    /// Where answers may be kept: `none`, `tab`, `device` or `never`.
    pub remember: Option<String>,
    /// The name of the organisation.
    pub organisation: Option<String>,
    /// Its own expert on the meldcode.
    pub contact_name: Option<String>,
    /// The number of that person.
    pub contact_phone: Option<String>,
    /// A page about them, or their mail.
    pub contact_url: Option<String>,
    /// The id of content of the page's own.
    pub overlay: Option<String>,
    /// The public key of a workshop's board, or nothing for short codes only.
    pub workshop: Option<String>,
    /// The ids that there are, when there is none like that.
    pub unknown: Option<String>,
    /// What is wrong with that content, a line each: the place, a colon, and what to do.
    pub problems: Option<String>,
}

impl From<&RawSettings> for Settings {
    fn from(raw: &RawSettings) -> Settings {
        Settings {
            key: raw.key().unwrap_or_default(),
            resume: raw.resume(),
            page: raw.page(),
            lang: raw.lang(),
            start: raw.start(),
            remember: raw.remember(),
            organisation: raw.organisation(),
            contact_name: raw.contact_name(),
            contact_phone: raw.contact_phone(),
            contact_url: raw.contact_url(),
            overlay: raw.overlay(),
            workshop: raw.workshop(),
            unknown: raw.unknown(),
            problems: raw.problems(),
        }
    }
}
