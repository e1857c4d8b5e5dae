//! The big screen: one thing at a time, large enough for the back of the room.

use crate::board::message::{Dispatch, Message};
use crate::board::picture::Picture;
use crate::board::talk::{Key, Slide, slides};
use crate::board::view::group::{drawing, talk};
use crate::board::view::{HEADING, View};
use crate::board::words;
use crate::components::button::{Look, button};
use crate::components::door_list::{Size, door_list};
use crate::components::markup::{around, element, heading, line, list, many, row};
use scan::questionnaire::DoorPlacement;
use scan::report::doors;
use scan::text::fill;
use yew::Html;

/// The screen.
pub(super) fn present(view: &View<'_>, dispatch: &Dispatch) -> Html {
    let Some(pictures) = &view.state.pictures else { return Html::default() };
    let slides = slides(pictures, view.state.organisation);
    let place = view.talk.slide.min(slides.len().saturating_sub(1));
    let shown = match slides.get(place) {
        _ if view.talk.hidden => row![heading(HEADING, ""), line("p", "quiet-screen", words::PRESENT_HIDDEN)],
        Some(slide) => slide_of(slide, view),
        None => Html::default(),
    };
    row![element!("div", ["class" = "slide", "aria-live" = "polite"], shown), bar(view, place, slides.len(), dispatch),]
}

fn slide_of(slide: &Slide<'_>, view: &View<'_>) -> Html {
    match slide {
        Slide::Title => title(view),
        Slide::Picture(part, picture) => picture_slide(part, picture, view.talk.layer),
        Slide::Closer(point) => row![
            line("p", "part-of", words::PRESENT_END),
            heading(HEADING, point.heading),
            line("p", "big", point.say),
            line("p", "asked", point.ask),
        ],
        Slide::Doors => {
            let content = view.content;
            let of = |place| doors(&content.questionnaire, &content.texts, place);
            row![
                heading(HEADING, words::SCAN_HELP),
                door_list(&of(DoorPlacement::Safety), Size::Near),
                door_list(&of(DoorPlacement::Closing), Size::Near),
            ]
        }
    }
}

fn title(view: &View<'_>) -> Html {
    let title = &view.state.workshop.settings.title;
    let people = view.state.pictures.as_ref().and_then(|pictures| pictures.people.last().copied()).unwrap_or_default();
    row![
        heading(HEADING, if title.is_empty() { words::PICTURE_HEADING } else { title }),
        line("p", "big", &words::with(words::PICTURE_LEAD, people)),
        line("p", "", words::PRESENT_KEYS),
    ]
}

/// First a guess, then the picture, then what to talk about.
fn picture_slide(part: &'static str, picture: &Picture, layer: usize) -> Html {
    let moments = || {
        let each = picture.moments.iter().map(|moment| row![line("h3", "", moment.name), drawing(moment)]);
        many(each.collect())
    };
    let lines =
        if layer < 2 { list("ul", "ways-of", &picture.lines, |said| line("li", "", said)) } else { Html::default() };
    let open = match (layer, picture.point) {
        (0, _) => line("p", "guess", words::PRESENT_GUESS),
        (1, _) | (_, None) => moments(),
        (_, Some(point)) => around("div", "talked", row![moments(), talk(point)]),
    };
    row![
        // Whether they agree is part of what is guessed.
        line("p", "part-of", if layer == 0 { "" } else { part }),
        heading(HEADING, &picture.title),
        lines,
        open,
    ]
}

fn bar(view: &View<'_>, place: usize, total: usize, dispatch: &Dispatch) -> Html {
    let key = |look, label: &'static str, key| button(look, label, dispatch.press(Message::Key(key)));
    let minutes = |minutes: u32| {
        let label = words::with(words::TIMER, minutes as usize);
        button(Look::Quiet, &label, dispatch.press(Message::Timer(minutes)))
    };
    let hide = if view.talk.hidden { words::PRESENT_UNHIDE } else { words::PRESENT_HIDE };
    let at = fill(words::PRESENT_PLACE, &[("n", &(place + 1).to_string()), ("total", &total.to_string())]);
    let clock = match view.talk.until {
        None => many([2, 5, 10].map(minutes).into()),
        Some(until) => {
            let left = until.saturating_sub(view.now).div_ceil(1_000);
            let said = if left == 0 {
                words::TIMER_OVER.to_owned()
            } else {
                fill(words::TIMER_LEFT, &[("time", &time(left))])
            };
            row![
                element!("span", ["class" = "clock", "role" = "timer"], crate::components::markup::text(&said)),
                button(Look::Quiet, words::TIMER_STOP, dispatch.press(Message::Timer(0))),
            ]
        }
    };
    let steps = row![
        key(Look::Secondary, words::PRESENT_PREVIOUS, Key::Previous),
        key(Look::Primary, words::PRESENT_NEXT, Key::Next),
        line("span", "at", &at),
    ];
    let others = row![key(Look::Quiet, hide, Key::Hide), key(Look::Quiet, words::PRESENT_STOP, Key::Leave),];
    let all = row![around("div", "steps", steps), around("div", "time", clock), around("div", "others", others)];
    around("div", "fullscreen-bar", all)
}

/// Minutes and seconds.
fn time(seconds: u64) -> String {
    let (minutes, rest) = ((seconds / 60).to_string(), (seconds % 60).to_string());
    [minutes.as_str(), if rest.len() < 2 { ":0" } else { ":" }, &rest].concat()
}
