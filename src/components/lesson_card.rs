//! One lesson: why it is here first, then what it says, then what to do with it.

use crate::components::button::pressed;
use crate::components::facts::facts;
use crate::components::markup::{around, element, line, row, tag, text};
use scan::report::LessonReport;
use scan::words::Words;
use yew::{Callback, Html};

/// A lesson with the button that takes its action along.
pub fn lesson_card(lesson: &LessonReport, words: &Words, picked: bool, pick: Callback<()>) -> Html {
    let title = ["lesson-", &lesson.id.index().to_string()].concat();
    let all = row![
        line("p", "why", &lesson.why),
        line("p", "safety", &lesson.action.safety),
        line("p", "", &lesson.idea),
        facts(&[
            (&words.lesson_example, &lesson.example),
            (&words.lesson_tomorrow, &lesson.action.text),
            (&words.lesson_team, &lesson.team),
        ]),
        line("p", "within", &lesson.meldcode),
        around("p", "source", row![text(&words.lesson_source), text(" "), link(&lesson.url, &lesson.source)]),
    ];
    let name = element!("h4", ["id" = &title], text(&lesson.title));
    let said = if picked { "true" } else { "false" };
    let button = tag!(
        "button",
        [
            "type" = "button",
            "class" = "secondary",
            "part" = "button",
            "aria-pressed" = said,
            "aria-describedby" = &title
        ],
        text(&words.pick_action),
    );
    let shown = row![name, all, pressed(button, pick)];
    element!("article", ["class" = "lesson", "part" = "lesson", "aria-labelledby" = &title], shown)
}

/// A link that leaves the scan open; the words alone where no address is known.
pub fn link(url: &str, words: &str) -> Html {
    if url.is_empty() {
        text(words)
    } else {
        element!("a", ["href" = url, "target" = "_blank", "rel" = "noreferrer"], text(words))
    }
}
