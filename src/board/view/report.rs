//! The report for paper, two sides of A4 at most: every picture in a line, and room to write what was agreed.

use crate::board::picture::{Moment, Picture, about, share};
use crate::board::view::View;
use crate::board::words;
use crate::components::markup::{around, line, many, row};
use crate::components::table::{table, table_row};
use scan::group::{Cell, Share};
use scan::text::{enumerate, fill};
use yew::Html;

/// What is printed; on the screen it is not to be seen.
pub(super) fn report(view: &View<'_>) -> Html {
    let Some(pictures) = &view.state.pictures else { return Html::default() };
    let whole = view.state.organisation && view.state.in_report;
    let title = &view.state.workshop.settings.title;
    let title = if title.is_empty() { words::PICTURE_HEADING } else { title };
    let people: Vec<String> = pictures.people.iter().map(usize::to_string).collect();
    let people = enumerate(people.iter().map(String::as_str), words::AND);
    let parts = pictures.parts(whole).into_iter().filter(|part| !part.pictures.is_empty());
    let write = [words::REPORT_RULE, words::REPORT_ROOM, words::REPORT_MESSAGE, words::REPORT_ACTION];
    let inside = row![
        line("h2", "", &fill(words::REPORT_HEADING, &[("title", title)])),
        line("p", "", &fill(words::REPORT_LEAD, &[("n", &people), ("date", view.date)])),
        many(parts.map(|part| row![line("h3", "", part.heading), rows(part.pictures)]).collect()),
        line("h3", "", words::REPORT_WRITE),
        many(write.map(|label| around("p", "write", line("b", "", label))).into()),
        line("p", "hint", words::PICTURE_RULE),
    ];
    around("div", "report", inside)
}

fn rows(pictures: &[Picture]) -> Html {
    let row = |picture: &Picture| {
        let moments: Vec<String> = picture.moments.iter().map(said).collect();
        table_row(&[&picture.name, &moments.join(" ")], 0)
    };
    table(&[words::COLUMN_SUBJECT, words::COLUMN_SHARE], pictures.iter().map(row).collect())
}

/// A moment in one line.
fn said(moment: &Moment) -> String {
    let cells: Vec<&Cell> = moment.cells.iter().filter(|cell| cell.share > Share::Few).collect();
    if cells.is_empty() {
        return moment.sentence.clone();
    }
    let each = |cell: &&Cell| {
        let about = about(cell);
        let more = if about.is_empty() { String::new() } else { [" (", &about, ")"].concat() };
        [&moment.place(cell), ": ", share(cell.share), &more].concat()
    };
    let name = if moment.name.is_empty() { String::new() } else { [moment.name, " \u{2013} "].concat() };
    [name, cells.iter().map(each).collect::<Vec<_>>().join("; "), ".".to_owned()].concat()
}
