//! The ladder: the steps of the meldcode as rungs, each with a shape and a word for how sure one feels.

use crate::components::disclosure::disclosure;
use scan::questionnaire::Band;
use scan::report::Rung;
use scan::words::Words;
use yew::{Html, html};

/// The rungs with everything said about them.
pub fn ladder(rungs: &[Rung], words: &Words) -> Html {
    html! {
        <ol class="ladder" part="ladder" aria-label={words.ladder_alt.clone()}>
            { for rungs.iter().map(|rung| html! {
                <li class="rung">
                    { shape(rung.band) }
                    <div class="about">
                        { name(rung) }
                        if !rung.answer.is_empty() {
                            <p class="own">{ &rung.answer }</p>
                        }
                        if !rung.skipped.is_empty() {
                            <p class="own">{ &rung.skipped }</p>
                        }
                        if !rung.hold.is_empty() {
                            <p class="hold">{ &rung.hold }</p>
                        }
                    </div>
                </li>
            }) }
        </ol>
    }
}

/// The rungs with name and band only, for paper.
pub fn ladder_steps(rungs: &[Rung], words: &Words) -> Html {
    html! {
        <ol class="ladder" aria-label={words.ladder_alt.clone()}>
            { for rungs.iter().map(|rung| html! {
                <li class="rung">{ shape(rung.band) }<div class="about">{ name(rung) }</div></li>
            }) }
        </ol>
    }
}

/// The same as a table.
pub fn ladder_table(rungs: &[Rung], words: &Words) -> Html {
    let table = html! {
        <div class="table">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ &words.column_step }</th>
                        <th scope="col">{ &words.column_band }</th>
                        <th scope="col">{ &words.column_answer }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rungs.iter().map(|rung| html! {
                        <tr>
                            <th scope="row">{ rung.number }{ " " }{ &rung.name }</th>
                            <td>{ &rung.word }</td>
                            <td>{ &rung.answer }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    };
    disclosure(&words.as_table, table)
}

fn name(rung: &Rung) -> Html {
    html! {
        <p class="name">
            <span>{ rung.number }{ " " }{ &rung.name }</span>{ " " }<b class="word">{ &rung.word }</b>
        </p>
    }
}

/// A rung between two rails. Full is sure, half is fairly sure, open wants hold, dashed was skipped.
fn shape(band: Option<Band>) -> Html {
    html! {
        <svg class="shape" width="56" height="100%" aria-hidden="true" focusable="false">
            <line class="rail" x1="5" x2="5" y1="0" y2="100%" />
            <line class="rail" x1="51" x2="51" y1="0" y2="100%" />
            <line class="rail" x1="5" x2="51" y1="24" y2="24" />
            <circle class={if band.is_none() { "dashed" } else { "open" }} cx="28" cy="24" r="12" />
            if band == Some(Band::Mid) {
                <path class="fill" d="M28 12 A12 12 0 0 0 28 36 Z" />
            }
            if band == Some(Band::High) {
                <circle class="fill" cx="28" cy="24" r="12" />
            }
        </svg>
    }
}
