//! The time, and how a person reads it.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

pub(super) fn now() -> u64 {
    Date::now() as u64
}

/// Such as "23 november 2026".
pub(super) fn date(at: u64, language: &str) -> String {
    let options = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // Setting a field of a plain object cannot be refused.
        let _ = Reflect::set(&options, &part.into(), &form.into());
    }
    moment(at).to_locale_date_string(language, &options).into()
}

/// The day at this place on earth, such as "2026-11-22".
pub(super) fn stamp(at: u64) -> String {
    let date = moment(at);
    let two = |number: u32| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    [date.get_full_year().to_string(), two(date.get_month() + 1), two(date.get_date())].concat()
}

fn moment(at: u64) -> Date {
    Date::new(&JsValue::from_f64(at as f64))
}
