//! The screen with which the app begins, for who draws it before there is a program. It is no part of that: with a second
//! use of the view the program would weigh more.

use crate::app::AppProps;
use crate::app::begin::begin;
use crate::app::view::view;
use yew::{Callback, Html, NodeRef};

/// The screen, where nothing was done yet.
pub fn first_screen(props: &AppProps) -> Html {
    view(&begin(props), props, &NodeRef::default(), Callback::noop())
}
