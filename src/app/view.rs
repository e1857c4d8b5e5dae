//! What is on the screen: the screen itself, its foot, and the sheet for paper.

use crate::app::{AppProps, CodeState, Content, State};
use crate::components::foot::{Foot, foot};
use crate::components::markup::{nothing, row, tag};
use crate::components::refusals::refusals;
use crate::platform::{IN_CONTENT, Refused, Shelf};
use crate::screens::{
    Act, CodeKind, CodeView, CodesView, Dispatch, IntroView, Keep, ResultView, intro, method, print_sheet, question,
    result,
};
use scan::page::{Page, help, page};
use scan::session::{Event, Screen};
use scan::text::fill;
use yew::{Callback, Html, NodeRef};

pub(super) fn view(state: &State, props: &AppProps, root: &NodeRef, act: Callback<Act>) -> Html {
    let Content { questionnaire, texts } = &*props.content;
    let (words, platform) = (texts.words(), &*props.outside.platform);
    let dispatch = Dispatch::new(act);
    let thresholds = questionnaire.thresholds();
    let page = page(questionnaire, texts, &state.session);
    let (kind, drawn) = match &page {
        Page::Intro(page) => {
            let answered = !state.session.answers().is_empty();
            let keep = match state.keeping.shelf() {
                None => Keep::Nothing,
                Some(Shelf::Tab) => Keep::Tab,
                Some(Shelf::Device) => Keep::Device,
            };
            let keep = state.keeping.allowed().then_some(keep);
            let view = IntroView { page, answered, keep, notice: &state.notice };
            ("intro", intro(view, words, &dispatch))
        }
        Page::Question(page) => ("question", question(page, words, &dispatch)),
        Page::Result(page) => {
            let (to_copy, notice, extent) = (&*state.to_copy, &*state.notice, state.extent);
            let view = ResultView { page, thresholds, to_copy, notice, codes: made_codes(state, props), extent };
            ("result", result(view, words, &dispatch))
        }
        Page::Method(page) => ("method", method(page, words, &dispatch)),
    };
    let something = state.session.resumable().is_some();
    let doors = help(questionnaire, texts);
    let kept = if something { state.keeping.line(platform, texts) } else { String::new() };
    let foot_view = Foot {
        doors: &doors,
        kept: &kept,
        method: (state.session.screen() != Screen::Method).then(|| dispatch.event(Event::OpenMethod)),
        wipe: (something && state.session.screen() != Screen::Result).then(|| dispatch.event(Event::Wipe)),
    };
    let class = ["sheet ", kind].concat();
    let mut sheet = tag!(
        "div",
        ["class" = &class, "part" = "sheet"],
        row![drawn, if state.whole() { foot(words, foot_view) } else { nothing() }],
    );
    // Nothing of another kind of screen, such as an open fold, stays behind.
    sheet.key = Some(kind.into());
    let paper = match &page {
        Page::Result(page) if state.whole() => {
            let today = platform.date(platform.now(), &texts.language());
            print_sheet(page, words, thresholds, &fill(&words.printed, &[("date", &today)]))
        }
        _ => nothing(),
    };
    let said = if state.refused { refused(props, &dispatch) } else { nothing() };
    let mut all = tag!("div", ["class" = "scan", "lang" = &texts.language()], row![said, Html::from(sheet), paper]);
    all.node_ref = root.clone();
    Html::from(all)
}

/// What can be handed over, when this is a workshop.
fn made_codes<'a>(state: &'a State, props: &AppProps) -> Option<CodesView<'a>> {
    let key = props.config.workshop.as_ref()?;
    let code = |kind| {
        let CodeState { made, notice, .. } = state.codes.of(kind);
        CodeView { made, notice: notice.get() }
    };
    let sealed = (!key.is_empty()).then(|| code(CodeKind::Sealed));
    Some(CodesView { total: props.content.questionnaire.count(), sealed, short: code(CodeKind::Short) })
}

/// What is wrong with the attributes, for the editor of the page.
fn refused(props: &AppProps, dispatch: &Dispatch) -> Html {
    let words = props.content.texts.words();
    let line = |one: &Refused| {
        let values = [("attribute", one.name), ("value", &*one.value), ("allowed", &*one.allowed)];
        fill(if one.name == IN_CONTENT { &words.refused_content } else { &words.refused }, &values)
    };
    let lines: Vec<String> = props.config.refused.iter().map(line).collect();
    refusals(&words.refused_heading, &lines, &words.dismiss, dispatch.press(Act::Dismiss))
}

/// The heading of the screen; `None` on the intro, which needs no other title than the page's own.
pub(super) fn heading(state: &State, content: &Content) -> Option<String> {
    let words = content.texts.words();
    match page(&content.questionnaire, &content.texts, &state.session) {
        Page::Intro(_) => None,
        Page::Question(page) => Some(page.heading),
        Page::Result(_) => Some(words.result_heading.to_string()),
        Page::Method(_) => Some(words.method_heading.to_string()),
    }
}
