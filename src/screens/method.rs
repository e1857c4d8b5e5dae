//! "Zo rekenen we": the rules behind the result, and the sources.

use crate::components::button::{Look, button};
use crate::components::lesson_card::link;
use crate::components::markup::{around, heading, line, list, row};
use crate::screens::{Dispatch, HEADING};
use scan::page::MethodPage;
use scan::session::Event;
use scan::texts::{Section, SourceText};
use scan::words::Words;
use yew::Html;

/// The page.
pub fn method(page: &MethodPage, words: &Words, dispatch: &Dispatch) -> Html {
    let sources = list("ul", "sources", &page.sources, source);
    row![
        heading(HEADING, &words.method_heading),
        page.sections.iter().map(section).collect(),
        around("section", "", row![line("h3", "", &words.sources_heading), sources]),
        around("div", "actions", button(Look::Primary, &words.close_method, dispatch.event(Event::CloseMethod))),
    ]
}

fn section(section: &Section) -> Html {
    let paragraphs = section.paragraphs.iter().map(|paragraph| line("p", "", paragraph));
    around("section", "", row![line("h3", "", &section.heading), paragraphs.collect()])
}

fn source(source: &SourceText) -> Html {
    around("li", "", link(&source.url, &source.in_one_line()))
}
