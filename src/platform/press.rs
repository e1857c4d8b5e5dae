//! Presses by mouse, pen or finger. The second of a double press was meant for the screen that the first one changed: on
//! the next screen it does nothing. Keys are never held back.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent, PointerEvent};

/// How long a second press may take, in milliseconds.
const SOON: f64 = 500.0;
/// How far from the first it may be, in pixels.
const NEAR: f64 = 24.0;
/// The same for a finger, which comes down less precisely.
const NEAR_BY_TOUCH: f64 = 44.0;

/// Before the app hears of it; what a press would do may be kept from the browser.
const FIRST: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };

/// Watches the presses inside one element, for as long as this is held.
pub struct Presses {
    seen: Rc<RefCell<Seen>>,
    _listeners: Vec<EventListener>,
}

#[derive(Default)]
struct Seen {
    last: Option<Press>,
    /// The press that changed the screen.
    changed: Option<Press>,
    touch: bool,
    /// The press that has begun is a second one.
    second: bool,
}

/// Where on the screen, which does not scroll, and when.
#[derive(Clone, Copy)]
struct Press {
    x: i32,
    y: i32,
    at: f64,
}

impl Press {
    fn of(event: &MouseEvent) -> Press {
        Press { x: event.screen_x(), y: event.screen_y(), at: event.time_stamp() }
    }
}

impl Seen {
    fn is_second(&self, press: Press) -> bool {
        let near = if self.touch { NEAR_BY_TOUCH } else { NEAR };
        self.changed.is_some_and(|first| {
            let away = f64::from(press.x - first.x).hypot(f64::from(press.y - first.y));
            press.at - first.at < SOON && away <= near
        })
    }
}

impl Presses {
    /// From the window, since that hears of a press before the app does.
    pub fn watch(root: &Element) -> Option<Presses> {
        let window = web_sys::window()?;
        let seen = Rc::new(RefCell::new(Seen::default()));
        let on = |name, hear: fn(&mut Seen, &MouseEvent)| {
            let (seen, root) = (Rc::clone(&seen), JsValue::from(root));
            EventListener::new_with_options(&window, name, FIRST, move |event: &Event| {
                let inside = event.composed_path().includes(&root, 0);
                if let Some(event) = event.dyn_ref::<MouseEvent>().filter(|_| inside)
                    && let Ok(mut seen) = seen.try_borrow_mut()
                {
                    hear(&mut seen, event);
                }
            })
        };
        let _listeners = vec![on("pointerdown", begin), on("mousedown", press), on("click", end)];
        Some(Presses { seen, _listeners })
    }

    /// The screen has changed; if the last press did that, one soon after it is a second one.
    pub fn moved(&self) {
        let mut seen = self.seen.borrow_mut();
        seen.changed = seen.last;
    }
}

fn begin(seen: &mut Seen, event: &MouseEvent) {
    seen.touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    seen.second = seen.is_second(Press::of(event));
}

/// Else it would move the focus, or select a word.
fn press(seen: &mut Seen, event: &MouseEvent) {
    if seen.second {
        event.prevent_default();
    }
}

fn end(seen: &mut Seen, event: &MouseEvent) {
    // By a key, or by what reads the screen aloud.
    if event.detail() == 0 {
        return;
    }
    if seen.second || seen.is_second(Press::of(event)) {
        seen.second = false;
        event.prevent_default();
        event.stop_propagation();
    } else {
        seen.last = Some(Press::of(event));
    }
}
