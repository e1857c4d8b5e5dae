//! What the page asked for: the attributes of the element, as they were written there.
//!
//! Nothing is judged here: an unknown language or an impossible start screen arrives as is.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The plain object that `element.js` makes of the attributes.
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
    fn workshop(this: &RawSettings) -> bool;
}

/// The attributes of one element. `None` is an attribute that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Names this instance in storage: path of the page and id or place of the element.
    pub key: String,
    /// The answers to go on with after a crash, as last given to `Host::keep`.
    pub resume: Option<String>,
    /// The element is the whole page: the title of the document may follow the step.
    pub page: bool,
    /// Language of the texts.
    pub lang: Option<String>,
    /// The screen to open first.
    pub start: Option<String>,
    /// Where answers may be kept: `none`, `tab` or `device`.
    pub remember: Option<String>,
    /// Name of the organisation.
    pub organisation: Option<String>,
    /// Name of the organisation's own contact.
    pub contact_name: Option<String>,
    /// Telephone number of the organisation's own contact.
    pub contact_phone: Option<String>,
    /// Page of the organisation's own contact.
    pub contact_url: Option<String>,
    /// The result code for a workshop is shown.
    pub workshop: bool,
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
            workshop: raw.workshop(),
        }
    }
}
