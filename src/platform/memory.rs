//! The platform and the host of a test: they remember what was asked of them, and can refuse.

use super::{FileType, Host, HostEvent, Order, Platform, Shelf, Stored, Visit};
use std::cell::{Cell, RefCell};
use web_sys::File;
use yew::Callback;

/// A world in memory.
#[derive(Debug, Default)]
pub struct Memory {
    /// The time it is.
    pub now: Cell<u64>,
    /// Whether storage, clipboard and printing are refused.
    pub closed: Cell<bool>,
    /// What is kept.
    pub kept: RefCell<Vec<(Shelf, String, String)>>,
    /// The history, last place on top.
    pub visits: RefCell<Vec<Visit>>,
    /// The title.
    pub title: RefCell<String>,
    /// What the host was told.
    pub events: RefCell<Vec<HostEvent>>,
    /// What the host was last asked to keep.
    pub keeps: RefCell<String>,
    /// How often a number was drawn; it is the number as well.
    pub drawn: Cell<u32>,
    /// The codes that were asked for.
    pub orders: RefCell<Vec<Order>>,
}

impl Memory {
    /// What is on a shelf, whatever its key.
    pub fn on(&self, shelf: Shelf) -> Option<String> {
        let kept = self.kept.borrow();
        kept.iter().find(|(other, _, _)| *other == shelf).map(|(_, _, text)| text.clone())
    }
}

impl Platform for Memory {
    fn now(&self) -> u64 {
        self.now.get()
    }

    fn date(&self, at: u64, _language: &str) -> String {
        at.to_string()
    }

    fn stamp(&self, at: u64) -> String {
        at.to_string()
    }

    fn random(&self) -> u32 {
        self.drawn.set(self.drawn.get() + 1);
        self.drawn.get()
    }

    fn read(&self, shelf: Shelf, key: &str) -> Option<String> {
        let kept = self.kept.borrow();
        let found = kept.iter().find(|(other, name, _)| *other == shelf && name == key);
        found.filter(|_| !self.closed.get()).map(|(_, _, text)| text.clone())
    }

    fn write(&self, shelf: Shelf, key: &str, text: &str) -> Stored {
        if self.closed.get() {
            return Stored::NotSaved;
        }
        self.remove(shelf, key);
        self.kept.borrow_mut().push((shelf, key.to_owned(), text.to_owned()));
        Stored::Saved
    }

    fn remove(&self, shelf: Shelf, key: &str) {
        self.kept.borrow_mut().retain(|(other, name, _)| *other != shelf || name != key);
    }

    fn copy(&self, _text: &str, done: Callback<bool>) {
        done.emit(!self.closed.get());
    }

    fn print(&self, done: Callback<bool>) {
        done.emit(!self.closed.get());
    }

    fn offer(&self, _name: &str, _kind: FileType, _text: &str) -> bool {
        !self.closed.get()
    }

    fn open(&self, _file: File, done: Callback<Option<String>>) {
        done.emit(None);
    }

    fn title(&self) -> String {
        self.title.borrow().clone()
    }

    fn set_title(&self, title: &str) {
        title.clone_into(&mut self.title.borrow_mut());
    }

    fn visit(&self, _key: &str) -> Option<Visit> {
        self.visits.borrow().last().copied()
    }

    fn push(&self, _key: &str, visit: Visit) {
        self.visits.borrow_mut().push(visit);
    }

    fn replace(&self, key: &str, visit: Visit) {
        self.visits.borrow_mut().pop();
        self.push(key, visit);
    }

    fn back(&self) {
        self.visits.borrow_mut().pop();
    }
}

impl Host for Memory {
    fn emit(&self, event: &HostEvent) {
        self.events.borrow_mut().push(event.clone());
    }

    fn keep(&self, text: &str) {
        text.clone_into(&mut self.keeps.borrow_mut());
    }

    fn code(&self, order: &Order) {
        self.orders.borrow_mut().push(order.clone());
    }

    fn moved(&self) {}

    fn drawn(&self) {}

    fn rescue(&self, _heading: &str, _text: &str, _button: &str) {}
}
