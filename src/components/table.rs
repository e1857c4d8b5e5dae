//! A table: what a picture shows, for who reads rather than looks.

use crate::components::markup::around;
use yew::{Html, html};

/// A table with a head. In each row the cell at `naming` is the one that names the row.
pub fn table<const N: usize>(head: [&str; N], naming: usize, rows: &[[String; N]]) -> Html {
    let cells = |row: &[String; N]| -> Html {
        let cell = |(place, cell): (usize, &String)| match place == naming {
            true => html! { <th scope="row">{ cell }</th> },
            false => html! { <td>{ cell }</td> },
        };
        around("tr", "", row.iter().enumerate().map(cell).collect())
    };
    html! {
        <table>
            <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
            <tbody>{ for rows.iter().map(cells) }</tbody>
        </table>
    }
}
