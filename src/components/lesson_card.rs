//! One lesson: why it is here first, then what it says, then what to do with it.

use crate::components::button::single;
use crate::components::facts::facts;
use scan::report::LessonReport;
use scan::words::Words;
use yew::{Callback, Html, html};

/// A lesson with the button that takes its action along.
pub fn lesson_card(lesson: &LessonReport, words: &Words, picked: bool, pick: Callback<()>) -> Html {
    let title = format!("lesson-{}", lesson.id.index());
    html! {
        <article class="lesson" part="lesson" aria-labelledby={title.clone()}>
            <h4 id={title.clone()}>{ &lesson.title }</h4>
            <p class="why">{ &lesson.why }</p>
            if !lesson.safety.is_empty() {
                <p class="safety">{ &lesson.safety }</p>
            }
            <p>{ &lesson.idea }</p>
            { facts(&[
                (&words.lesson_example, &lesson.example),
                (&words.lesson_tomorrow, &lesson.tomorrow),
                (&words.lesson_team, &lesson.team),
            ]) }
            if !lesson.meldcode.is_empty() {
                <p class="within">{ &lesson.meldcode }</p>
            }
            <p class="source">{ &words.lesson_source }{ " " }{ source(lesson) }</p>
            <button
                type="button"
                class="secondary"
                part="button"
                aria-pressed={if picked { "true" } else { "false" }}
                aria-describedby={title}
                onclick={single(pick)}
            >
                { &words.pick_action }
            </button>
            if picked {
                <span class="picked" aria-hidden="true">{ &words.picked_action }</span>
            }
        </article>
    }
}

fn source(lesson: &LessonReport) -> Html {
    if lesson.url.is_empty() {
        html! { { &lesson.source } }
    } else {
        html! { <a href={lesson.url.clone()} target="_blank" rel="noopener noreferrer">{ &lesson.source }</a> }
    }
}
