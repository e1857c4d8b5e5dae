//! A table: what a picture shows, for who reads rather than looks.

use crate::components::markup::{around, element, many, row, text};
use yew::Html;

/// A table with a head, and rows made by [`table_row`].
pub fn table(head: &[&str], rows: Vec<Html>) -> Html {
    let names = head.iter().map(|name| element!("th", ["scope" = "col"], text(*name)));
    let head = around("thead", "", around("tr", "", many(names.collect())));
    around("table", "", row![head, around("tbody", "", many(rows))])
}

/// A row, in which the cell at `naming` is the one that names it.
pub fn table_row(cells: &[&str], naming: usize) -> Html {
    let cell = |(place, cell): (usize, &&str)| match place == naming {
        true => element!("th", ["scope" = "row"], text(*cell)),
        false => around("td", "", text(*cell)),
    };
    around("tr", "", many(cells.iter().enumerate().map(cell).collect()))
}
