//! The browser's own Back and Forward: where this instance is, beside what the page keeps there.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::History;

/// A place in the browser's history, as numbers: 0 is the intro, then the screens in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The place itself.
    pub at: u32,
    /// The place it was reached from; `None` for the first.
    pub from: Option<u32>,
}

/// What a history state says about the instance with this key; `None` when it says nothing.
pub fn visit(state: &JsValue, key: &str) -> Option<Visit> {
    if !state.is_object() {
        return None;
    }
    let ours = Reflect::get(state, &key.into()).ok()?;
    if !ours.is_object() {
        return None;
    }
    let number = |field: &str| Reflect::get(&ours, &field.into()).ok()?.as_f64().map(|number| number as u32);
    Some(Visit { at: number("at")?, from: number("from") })
}

pub(super) fn current(key: &str) -> Option<Visit> {
    visit(&history()?.state().ok()?, key)
}

pub(super) fn push(key: &str, visit: Visit) {
    if let Some(history) = history() {
        // Refused in some frames; the buttons on the screen still work.
        let _ = history.push_state(&merged(&history, key, visit), "");
    }
}

pub(super) fn replace(key: &str, visit: Visit) {
    if let Some(history) = history() {
        let _ = history.replace_state(&merged(&history, key, visit), "");
    }
}

pub(super) fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The present state with our place in it, so that what the page or another instance wrote stays.
fn merged(history: &History, key: &str, visit: Visit) -> JsValue {
    let ours = Object::new();
    let all = Object::new();
    if let Ok(state) = history.state()
        && state.is_object()
    {
        Object::assign(&all, state.unchecked_ref());
    }
    let _ = Reflect::set(&ours, &"at".into(), &visit.at.into());
    if let Some(from) = visit.from {
        let _ = Reflect::set(&ours, &"from".into(), &from.into());
    }
    let _ = Reflect::set(&all, &key.into(), &ours);
    all.into()
}
