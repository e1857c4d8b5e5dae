//! Printing. A frame without permission ignores the call without a word, so we look for the sign that it worked.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// How long the browser gets to say that it prints, in milliseconds; some answer after the call.
const PATIENCE: u32 = 1_000;

pub(super) fn print(done: Callback<bool>) {
    let Some(window) = web_sys::window() else {
        return done.emit(false);
    };
    let printing = Rc::new(Cell::new(false));
    let listener = {
        let printing = printing.clone();
        EventListener::once(&window, "beforeprint", move |_| printing.set(true))
    };
    let refused = window.print().is_err();
    if printing.get() || refused {
        return done.emit(!refused);
    }
    Timeout::new(PATIENCE, move || {
        drop(listener);
        done.emit(printing.get());
    })
    .forget();
}
