//! A table: what a picture shows, for who reads rather than looks.

use crate::components::markup::{around, element, many, row, text};
use yew::Html;

/// A table with a head. In each row the cell at `naming` is the one that names the row.
pub fn table<const N: usize>(head: [&str; N], naming: usize, rows: &[[String; N]]) -> Html {
    let names = head.iter().map(|name| element("th", &["scope"], &["col"], text(name)));
    let rows = rows.iter().map(|cells| around("tr", "", table_row(cells, naming)));
    let head = around("thead", "", around("tr", "", many(names.collect())));
    around("table", "", row![head, around("tbody", "", many(rows.collect()))])
}

fn table_row(cells: &[String], naming: usize) -> Html {
    let cell = |(place, cell): (usize, &String)| match place == naming {
        true => element("th", &["scope"], &["row"], text(cell)),
        false => around("td", "", text(cell)),
    };
    many(cells.iter().enumerate().map(cell).collect())
}
