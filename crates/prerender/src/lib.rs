//! Draws screens natively, with the program's own components: the first ones as data for the loader, and the scan on paper.
#![forbid(unsafe_code)]

pub mod first_screens;
pub mod paper;

use yew::{Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct DrawnProps {
    html: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.html.clone()
}

/// What was drawn, as text.
#[must_use]
pub fn render(html: Html) -> String {
    pollster::block_on(LocalServerRenderer::<Drawn>::with_props(DrawnProps { html }).hydratable(false).render())
}
