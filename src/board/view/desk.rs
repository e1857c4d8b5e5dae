//! Collecting: how to join, every way to hand in, and who is in.

use crate::board::collect::Submission;
use crate::board::join;
use crate::board::message::{Dispatch, Message};
use crate::board::state::{CameraState, Screen, State};
use crate::board::view::{HEADING, actions, notices, settings};
use crate::board::words;
use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::disclosure::disclosure;
use crate::components::markup::{
    around, element, heading, hearing, line, list, listening, many, nothing, part, row, tag, text,
};
use crate::components::option::radio;
use crate::components::qr::qr;
use scan::text::fill;
use scan::workshop::{Round, Showing};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, File, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html, TargetCast};

const PASTE: &str = "paste";
const FILES: &str = "files";
const PAPER: &str = "papier.html";

/// The screen.
pub(super) fn desk(state: &State, dispatch: &Dispatch) -> Html {
    let title = if state.workshop.settings.title.is_empty() { words::HEADING } else { &state.workshop.settings.title };
    let left = row![part(words::JOIN_HEADING, joining(state, dispatch))];
    let right = row![part(words::COLLECT_HEADING, collecting(state, dispatch)), folded(state, dispatch)];
    row![
        heading(HEADING, title),
        counter(state, dispatch),
        notices(state),
        around("div", "columns", row![around("div", "column", left), around("div", "column", right)]),
    ]
}

/// Who is in, and the way on to the picture.
fn counter(state: &State, dispatch: &Dispatch) -> Html {
    let (count, size) = (state.workshop.count(state.round), state.workshop.settings.size);
    let (n, of) = (count.to_string(), size.to_string());
    let said = match count {
        0 => words::COUNT_NONE.to_owned(),
        _ if count <= size => fill(words::COUNT_OF, &[("n", &n), ("size", &of)]),
        _ => fill(words::COUNT, &[("n", &n)]),
    };
    let shown = state.workshop.in_picture(state.round);
    let show = |word: &str| button(Look::Primary, &fill(word, &[("n", &n)]), dispatch.press(Message::Show));
    let open = |look| button(look, words::SHOW_OPEN, dispatch.press(Message::OpenPicture));
    let (ways, note) = match state.workshop.showing(state.round) {
        Showing::TooFew(missing) => {
            let least = state.workshop.settings.least.to_string();
            (Vec::new(), fill(words::SHOW_MISSING, &[("n", &missing.to_string()), ("least", &least)]))
        }
        Showing::Ready if shown == 0 => {
            let late = size.saturating_sub(count);
            let note = if late > 0 { words::with(words::SHOW_LATE, late) } else { String::new() };
            (vec![show(words::SHOW)], note)
        }
        Showing::Ready => (vec![show(words::SHOW_AGAIN), open(Look::Secondary)], String::new()),
        Showing::Shown => (vec![open(Look::Primary)], String::new()),
        Showing::Wait(more) => (vec![open(Look::Primary)], words::with(words::SHOW_WAIT, more)),
    };
    let others = [Round::First, Round::Second]
        .into_iter()
        .any(|round| round != state.round && state.workshop.in_picture(round) > 0);
    let ways = if ways.is_empty() && others { vec![open(Look::Secondary)] } else { ways };
    let picture = if shown > 0 { words::with(words::IN_PICTURE, shown) } else { String::new() };
    let all = row![
        element!("p", ["class" = "count", "role" = "status"], text(&said)),
        line("p", "", &picture),
        line("p", "", &note),
        actions(ways),
    ];
    around("section", "counter", all)
}

fn joining(state: &State, dispatch: &Dispatch) -> Html {
    let address = &state.workshop.settings.address;
    let link = element!("a", ["href" = PAPER, "target" = "_blank", "rel" = "noopener"], text(words::PAPER_OPEN));
    let paper = if state.paper { around("p", "", link) } else { nothing() };
    if address.is_empty() {
        return row![line("p", "note", words::JOIN_NONE), paper];
    }
    let public = state.keys.as_ref().map_or(String::new(), codes::Keys::public);
    let link = join::link(address, &public);
    let drawn = codes::qr(&link).map(|drawn| qr(words::JOIN_ALT, &drawn.size.to_string(), &drawn.path));
    let closed = if public.is_empty() { words::JOIN_OPEN } else { "" };
    row![
        line("p", "", words::JOIN_LEAD),
        line("p", "note", closed),
        drawn.unwrap_or_default(),
        line("p", "link", &link),
        actions(vec![button(Look::Secondary, words::COPY_LINK, dispatch.press(Message::Copy(link.clone())))]),
        paper,
    ]
}

fn collecting(state: &State, dispatch: &Dispatch) -> Html {
    let typed = dispatch.0.reform(Message::Pasted);
    let typed = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
            typed.emit(field.value());
        }
    });
    let mut field =
        tag!("textarea", ["id" = PASTE, "rows" = "3", "spellcheck" = "false", "autocomplete" = "off"], nothing());
    field.set_value(state.pasted.clone());
    let field = hearing(field, ListenerKind::oninput, typed);
    // Not put into the field: a browser takes seconds to lay out a long text there.
    let given = dispatch.0.clone();
    let paste = Callback::from(move |event: Event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(text) = data.and_then(|data| data.get_data("text").ok()).filter(|text| !text.is_empty()) {
            event.prevent_default();
            given.emit(Message::Submitted(vec![Submission { file: String::new(), text: Some(text) }]));
        }
    });
    let filming = matches!(state.camera_state, CameraState::Waiting | CameraState::Looking);
    let film = if filming { words::CAMERA_STOP } else { words::CAMERA };
    let ways = vec![
        button(Look::Primary, words::ADD, dispatch.press(Message::Add)),
        choose_files(dispatch),
        button(Look::Secondary, film, dispatch.press(Message::Camera(!filming))),
        button(Look::Secondary, words::SHEET_OPEN, dispatch.press(Message::Go(Screen::Sheet))),
    ];
    let mut back = Vec::new();
    if state.workshop.count(state.round) > 0 {
        back.push(button(Look::Quiet, words::REMOVE_LAST, dispatch.press(Message::RemoveLast)));
    }
    if state.can_undo() {
        back.push(button(Look::Quiet, words::UNDO, dispatch.press(Message::Undo)));
    }
    let summary = state.summary.as_ref().map(|summary| summary.lines()).unwrap_or_default();
    let busy = if state.busy { words::BUSY } else { "" };
    let told = row![line("p", "", busy), list("ul", "summary", &summary, |said| line("li", "", said))];
    let now = if state.round == Round::First { words::MOMENT_FIRST } else { words::MOMENT_SECOND };
    let both = state.round == Round::Second || state.workshop.count(Round::Second) > 0;
    let moment = if both { fill(words::MOMENT_NOW, &[("moment", &now.to_ascii_lowercase())]) } else { String::new() };
    let inside = row![
        line("p", "", words::COLLECT_LEAD),
        line("p", "note", &moment),
        element!("label", ["for" = PASTE], text(words::PASTE_LABEL)),
        listening(field, ListenerKind::onpaste, paste),
        actions(ways),
        camera(state),
        element!("div", ["role" = "status", "class" = "told"], told),
        actions(back),
    ];
    droppable(inside, dispatch)
}

/// What the camera shows, and how it is with it.
fn camera(state: &State) -> Html {
    let said = match state.camera_state {
        CameraState::Off => return nothing(),
        CameraState::Waiting => words::CAMERA_WAIT,
        CameraState::Looking => words::CAMERA_LOOK,
        CameraState::Refused => words::CAMERA_REFUSED,
    };
    let mut video = tag!("video", ["class" = "camera", "playsinline" = "playsinline"], nothing());
    video.node_ref = state.video.clone();
    let video = if state.camera_state == CameraState::Refused { nothing() } else { Html::from(video) };
    row![element!("p", ["role" = "status"], text(said)), video]
}

/// Files and texts can be dropped on all of it.
fn droppable(inside: Html, dispatch: &Dispatch) -> Html {
    let over = Callback::from(|event: Event| event.prevent_default());
    let dispatch = dispatch.0.clone();
    let drop = Callback::from(move |event: Event| {
        event.prevent_default();
        let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
        let files = each(data.files());
        if !files.is_empty() {
            dispatch.emit(Message::Files(files));
        } else if let Ok(text) = data.get_data("text") {
            dispatch.emit(Message::Submitted(vec![Submission { file: String::new(), text: Some(text) }]));
        }
    });
    let zone = hearing(tag!("div", ["class" = "drop"], inside), ListenerKind::ondragover, over);
    listening(zone, ListenerKind::ondrop, drop)
}

fn each(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|place| files.get(place)).collect()).unwrap_or_default()
}

fn choose_files(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.0.clone();
    let change = Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        dispatch.emit(Message::Files(each(field.files())));
        // Emptied, so that choosing the same file again is a change again.
        field.set_value("");
    });
    let accepted = ".txt,.csv,.md,text/*";
    let field = tag!("input", ["type" = "file", "id" = FILES, "accept" = accepted, "multiple" = "multiple"], nothing());
    let field = listening(field, ListenerKind::onchange, change);
    element!("label", ["class" = "file-field", "for" = FILES], row![field, line("span", "", words::FILES)])
}

/// What is needed less often.
fn folded(state: &State, dispatch: &Dispatch) -> Html {
    let moments =
        [("moment-first", words::MOMENT_FIRST, Round::First), ("moment-second", words::MOMENT_SECOND, Round::Second)];
    let one = |(id, label, round): (&'static str, &'static str, Round)| {
        let change = dispatch.change(Message::Collect(round));
        let input = radio("moment", id, id, state.round == round, change);
        element!("label", ["class" = "option", "for" = id], row![input, line("span", "", label)])
    };
    let legend = line("legend", "unseen", words::MOMENT_HEADING);
    let moments = around("fieldset", "choice", row![legend, many(moments.map(one).into())]);
    let wipe = confirm(words::WIPE, words::WIPE_ASK, words::WIPE_YES, dispatch.press(Message::Wipe));
    row![
        disclosure(words::MOMENT_HEADING, row![line("p", "", words::MOMENT_LEAD), moments]),
        disclosure(words::FILE_HEADING, settings::files(state, dispatch)),
        disclosure(words::SETTINGS_HEADING, settings::settings(state, dispatch)),
        wipe,
    ]
}
