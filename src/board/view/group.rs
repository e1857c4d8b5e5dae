//! The group's picture: where it agrees, where it differs, practice, the ladder; and how to keep it.

use crate::board::export::Form;
use crate::board::message::{Dispatch, Message};
use crate::board::picture::{Moment, Part, Picture, about, share};
use crate::board::state::Screen;
use crate::board::view::{HEADING, View, actions, notices};
use crate::board::words::{self, PROGRAMMES, Point, Programme};
use crate::charts::spread::{Spot, spread};
use crate::components::button::{Look, button};
use crate::components::disclosure::disclosure;
use crate::components::markup::{around, heading, line, list, many, part, row, text};
use crate::components::option::tick;
use crate::components::table::{table, table_row};
use scan::text::{enumerate, fill};
use yew::Html;

/// The screen.
pub(super) fn group(view: &View<'_>, dispatch: &Dispatch) -> Html {
    let state = view.state;
    let Some(pictures) = &state.pictures else { return Html::default() };
    let people: Vec<String> = pictures.people.iter().map(usize::to_string).collect();
    let people = enumerate(people.iter().map(String::as_str), words::AND);
    let compare = if pictures.people.len() > 1 { words::COMPARE } else { "" };
    let go = |screen| dispatch.press(Message::Go(screen));
    let parts = pictures.parts(false).into_iter();
    let shown = parts.map(|Part { heading, none, pictures }| match pictures {
        [] => part(heading, line("p", "", none)),
        all => part(heading, many(all.iter().map(figure).collect())),
    });
    row![
        heading(HEADING, words::PICTURE_HEADING),
        line("p", "lead", &fill(words::PICTURE_LEAD, &[("n", &people)])),
        line("p", "", compare),
        line("p", "hint", words::PICTURE_RULE),
        actions(vec![
            button(Look::Primary, words::PRESENT, go(Screen::Present)),
            button(Look::Secondary, words::BACK, go(Screen::Desk)),
        ]),
        notices(state),
        many(shown.collect()),
        part(words::ORGANISATION_HEADING, organisation(view, dispatch)),
        part(words::KEEP_HEADING, keep(dispatch)),
        part(words::PROGRAMME, many(PROGRAMMES.iter().map(programme).collect())),
    ]
}

fn figure(picture: &Picture) -> Html {
    let moments = picture.moments.iter().map(|moment| row![line("h5", "", moment.name), drawing(moment)]);
    let shown = row![
        line("h4", "", &picture.title),
        list("ul", "ways-of", &picture.lines, |said| line("li", "", said)),
        many(moments.collect()),
        disclosure(words::AS_TABLE, many(picture.moments.iter().map(as_table).collect())),
    ];
    around("article", "figure", row![around("div", "shown", shown), picture.point.map(talk).unwrap_or_default()])
}

/// The sentence, with the picture when there is anything to show.
pub(super) fn drawing(moment: &Moment) -> Html {
    row![line("p", "sentence", &moment.sentence), picture_of(moment)]
}

/// The picture alone.
pub(super) fn picture_of(moment: &Moment) -> Html {
    if moment.cells.is_empty() {
        return Html::default();
    }
    let spot = |cell: &scan::group::Cell| Spot {
        cell: *cell,
        place: moment.place(cell),
        share: share(cell.share),
        about: about(cell),
    };
    let spots: Vec<Spot> = moment.cells.iter().map(spot).collect();
    let places = enumerate(moment.places.iter().map(String::as_str), words::AND);
    spread(&spots, moment.places.len(), &fill(words::SPREAD_ALT, &[("places", &places)]))
}

fn as_table(moment: &Moment) -> Html {
    let rows = moment.cells.iter().map(|cell| table_row(&[&moment.place(cell), share(cell.share), &about(cell)], 0));
    let head = [words::COLUMN_PLACE, words::COLUMN_SHARE, words::COLUMN_ABOUT];
    row![line("p", "", moment.name), table(&head, rows.collect())]
}

/// What to talk about.
pub(super) fn talk(point: &Point) -> Html {
    let said = row![line("h5", "", point.heading), line("p", "", point.say), line("p", "ask", point.ask)];
    around("aside", "talk", said)
}

fn organisation(view: &View<'_>, dispatch: &Dispatch) -> Html {
    let state = view.state;
    let Some(pictures) = state.pictures.as_ref().filter(|_| state.organisation) else {
        let yes = button(Look::Secondary, words::ORGANISATION_YES, dispatch.press(Message::Organisation(true)));
        return disclosure(words::ORGANISATION_OPEN, row![line("p", "", words::ORGANISATION_ASK), yes]);
    };
    row![
        many(pictures.organisation.iter().map(figure).collect()),
        tick("in-report", words::ORGANISATION_REPORT, state.in_report, dispatch.0.reform(Message::InReport)),
        button(Look::Secondary, words::ORGANISATION_CLOSE, dispatch.press(Message::Organisation(false))),
    ]
}

fn keep(dispatch: &Dispatch) -> Html {
    let ways = [
        (words::PRINT, Message::Print),
        (words::SAVE_CSV, Message::SavePicture(Form::Csv)),
        (words::SAVE_JSON, Message::SavePicture(Form::Json)),
        (words::SAVE_SVG, Message::SavePicture(Form::Svg)),
        (words::SAVE_PNG, Message::SavePicture(Form::Png)),
    ];
    let ways = ways.map(|(label, message)| button(Look::Secondary, label, dispatch.press(message)));
    row![line("p", "", words::KEEP_LEAD), actions(ways.into())]
}

fn programme(programme: &Programme) -> Html {
    let part = |part: &words::Part| {
        let minutes = words::with(words::MINUTES, part.minutes.into());
        around("li", "", row![line("b", "", &minutes), text(" "), line("span", "", part.title)])
    };
    let parts = list("ol", "programme", programme.parts, part);
    disclosure(&words::with(words::PROGRAMME_OPEN, programme.minutes.into()), parts)
}
