//! The balance: a beam from rules to room, with the answers themselves on it.

use crate::charts::geometry::{ENDS, RADIUS, Spot, beam};
use crate::components::disclosure::disclosure;
use scan::questionnaire::Thresholds;
use scan::report::{BalanceReport, Mark};
use scan::words::Words;
use yew::{Html, classes, html};

/// The picture, the same as a short list, and the same as a table.
pub fn balance(report: &BalanceReport, words: &Words, thresholds: Thresholds) -> Html {
    html! {
        <div class="balance" part="balance">
            { beam_picture(report, words, thresholds) }
            <ol class="marks">{ for report.marks.iter().map(line) }</ol>
            { disclosure(&words.as_table, table(report, words)) }
        </div>
    }
}

/// The picture alone.
pub fn beam_picture(report: &BalanceReport, words: &Words, thresholds: Thresholds) -> Html {
    let beam = beam(&report.marks, report.verdict, thresholds);
    let (y, percent) = (beam.y.to_string(), |x: i32| format!("{x}%"));
    let around = RADIUS + 6;
    let labelled = |number: usize| report.marks.iter().find(|mark| mark.number == number);
    html! {
        <div class="beam">
            <svg
                width="100%"
                height={beam.height.to_string()}
                role="group"
                aria-label={words.balance_alt.clone()}
                focusable="false"
            >
                if let Some((from, to)) = beam.band {
                    // Widened by the radius on both sides with a stroke, which percentages cannot say.
                    <line
                        class="band"
                        x1={percent(from)}
                        x2={percent(to)}
                        y1={y.clone()}
                        y2={y.clone()}
                        stroke-width={(2 * around).to_string()}
                        stroke-linecap="round"
                    />
                }
                <line class="bar" x1={percent(ENDS.0)} x2={percent(ENDS.1)} y1={y.clone()} y2={y.clone()} />
                { for [ENDS.0, 50, ENDS.1].map(|x| html! {
                    <line
                        class="tick"
                        x1={percent(x)}
                        x2={percent(x)}
                        y1={(beam.y - 7).to_string()}
                        y2={(beam.y + 7).to_string()}
                    />
                }) }
                { for beam.spots.iter().filter_map(|spot| Some(marker(spot, labelled(spot.number)?))) }
            </svg>
            <div class="scale" aria-hidden="true">
                <span>{ &words.rules }</span><span>{ &words.middle }</span><span>{ &words.room }</span>
            </div>
        </div>
    }
}

fn marker(spot: &Spot, mark: &Mark) -> Html {
    let says = [&spot.number.to_string(), " ", &mark.label, ": ", &mark.answer].concat();
    html! {
        <g class={classes!("marker", numbered(spot.number))} role="img" tabindex="0" aria-label={says.clone()}>
            <title>{ says }</title>
            <circle cx={format!("{}%", spot.x)} cy={spot.y.to_string()} r={RADIUS.to_string()} />
            <text x={format!("{}%", spot.x)} y={spot.y.to_string()} dy="0.35em" text-anchor="middle">
                { spot.number }
            </text>
        </g>
    }
}

fn line(mark: &Mark) -> Html {
    let skipped = mark.value.is_none().then_some("skipped");
    html! {
        <li class={classes!(numbered(mark.number), skipped)}>
            <span class="nr">{ mark.number }</span>
            <span class="label">{ &mark.label }</span>
            <span class="answer">{ &mark.answer }</span>
        </li>
    }
}

/// Ties a marker to its line in the list, for the style sheet.
fn numbered(number: usize) -> String {
    format!("n{number}")
}

fn table(report: &BalanceReport, words: &Words) -> Html {
    html! {
        <div class="table">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ &words.column_number }</th>
                        <th scope="col">{ &words.column_situation }</th>
                        <th scope="col">{ &words.column_answer }</th>
                        <th scope="col">{ &words.column_way }</th>
                    </tr>
                </thead>
                <tbody>
                    { for report.marks.iter().map(|mark| html! {
                        <tr>
                            <td>{ mark.number }</td>
                            <th scope="row">{ &mark.label }</th>
                            <td>{ &mark.answer }</td>
                            <td>{ &mark.way }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
