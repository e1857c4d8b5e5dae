//! "Zo rekenen we": the rules behind the result, and the sources.

use crate::components::button::{Look, button};
use crate::screens::{HEADING, Hand};
use scan::page::MethodPage;
use scan::session::Event;
use scan::text::{Section, SourceText};
use scan::words::Words;
use yew::{Html, html};

/// The page.
pub fn method(page: &MethodPage, words: &Words, hand: &Hand) -> Html {
    html! {
        <>
            <h2 id={HEADING} tabindex="-1">{ &words.method_heading }</h2>
            { for page.sections.iter().map(section) }
            <section>
                <h3>{ &words.sources_heading }</h3>
                <ul class="sources">{ for page.sources.iter().map(source) }</ul>
            </section>
            <div class="actions">{ button(Look::Primary, &words.close_method, hand.event(Event::CloseMethod)) }</div>
        </>
    }
}

fn section(section: &Section) -> Html {
    html! {
        <section>
            <h3>{ &section.heading }</h3>
            { for section.paragraphs.iter().map(|paragraph| html! { <p>{ paragraph }</p> }) }
        </section>
    }
}

fn source(source: &SourceText) -> Html {
    let line = source.in_one_line();
    if source.url.is_empty() {
        html! { <li>{ line }</li> }
    } else {
        html! { <li><a href={source.url.clone()} target="_blank" rel="noopener noreferrer">{ line }</a></li> }
    }
}
