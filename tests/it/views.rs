//! Every screen as text: its structure holds without a browser. No sentence is compared.

use prerender::render;
use ruimtescan::app::{App, AppProps, Config, Content, Outside};
use ruimtescan::platform::Memory;
use ruimtescan::screens::{
    CodeView, CodesView, Dispatch, Extent, IntroView, Keep, ResultView, intro, method, print_sheet, question, result,
};
use scan::answers::{Answers, Choice};
use scan::page::{Page, page};
use scan::report::report;
use scan::saved::{Saved, encode};
use scan::session::{Event, Record, Screen, Session};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::{Callback, html};

fn content() -> Content {
    Content::load()
}

/// The screen of a session as text.
fn drawn(session: &Session) -> String {
    drawn_with(session, None)
}

/// The same with what can be handed over.
fn drawn_with(session: &Session, codes: Option<CodesView<'_>>) -> String {
    let content = content();
    let (words, dispatch) = (content.texts.words(), Dispatch::new(Callback::noop()));
    let html = match page(&content.questionnaire, &content.texts, session) {
        Page::Intro(page) => {
            let answered = !session.answers().is_empty();
            intro(IntroView { page: &page, answered, keep: Some(Keep::Nothing), notice: "" }, words, &dispatch)
        }
        Page::Question(page) => question(&page, words, &dispatch),
        Page::Result(page) => {
            let thresholds = content.questionnaire.thresholds();
            result(
                ResultView { page: &page, thresholds, to_copy: "x", notice: "x", codes, extent: Extent::All },
                words,
                &dispatch,
            )
        }
        Page::Method(page) => method(&page, words, &dispatch),
    };
    render(html)
}

/// The whole app as text, with what was left by a crash.
fn app(resume: Option<String>) -> (String, Rc<Memory>) {
    let world = Rc::new(Memory::default());
    let outside = Outside { platform: world.clone(), host: world.clone() };
    let config = Config { resume, page: true, ..Config::default() };
    let props = AppProps { content: Rc::new(content()), config, outside };
    (render(html! { <App ..props /> }), world)
}

fn after(events: &[Event]) -> Session {
    let questionnaire = content().questionnaire;
    events.iter().fold(Session::default(), |session, event| session.apply(&questionnaire, event.clone()))
}

fn choose(place: u8) -> Event {
    Event::Choose(Choice::new(place).expect("one of five"))
}

/// A session at the result; `place` gives the option of each question, or `None` to skip it.
fn finished(place: impl Fn(usize) -> Option<u8>) -> Session {
    let mut events = vec![Event::Start];
    for number in 0..content().questionnaire.count() {
        match place(number) {
            Some(place) => events.extend([choose(place), Event::Next]),
            None => events.push(Event::Skip),
        }
    }
    let session = after(&events);
    assert_eq!(session.screen(), Screen::Result);
    session
}

/// What a selector finds.
fn find<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn count(html: &Html, selector: &str) -> usize {
    find(html, selector).len()
}

/// Everything that a person reads.
fn said(html: &Html) -> String {
    html.root_element().text().collect()
}

/// What holds for every screen.
#[track_caller]
fn check(text: &str) -> Html {
    let html = Html::parse_fragment(text);
    assert_eq!(html.errors, Vec::<String>::new(), "it is HTML");
    let ids: Vec<&str> = find(&html, "[id]").iter().filter_map(|element| element.attr("id")).collect();
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| other == &id).count(), 1, "id {id} is there once");
    }
    assert_eq!(count(&html, "h2"), 1, "one heading of a screen");
    assert_eq!(count(&html, "style, [style]"), 0, "no inline styles");
    assert_eq!(count(&html, "form"), 0, "no form: sandboxed frames block it");
    for name in ["for", "aria-labelledby", "aria-describedby"] {
        for element in find(&html, &format!("[{name}]")) {
            for id in element.attr(name).unwrap_or_default().split_whitespace() {
                assert!(ids.contains(&id), "{name} of {element:?} leads to nothing: {id}");
            }
        }
    }
    for input in find(&html, "input") {
        let id = input.attr("id").expect("an input has an id");
        assert_eq!(count(&html, &format!("label[for='{id}']")), 1, "{id} has a label");
    }
    assert_eq!(count(&html, "button:not([type=button])"), 0);
    let legends = [count(&html, "fieldset"), count(&html, "legend")];
    assert_eq!(legends, [count(&html, "fieldset > legend"); 2], "a legend for every fieldset");
    html
}

#[test]
fn the_intro_is_sound() {
    check(&drawn(&Session::default()));
    check(&drawn(&after(&[Event::Start, choose(1), Event::Previous])));
}

#[test]
fn every_question_is_one_group_of_five_labelled_radios() {
    let questionnaire = content().questionnaire;
    let mut events = vec![Event::Start];
    for _ in questionnaire.questions() {
        let html = check(&drawn(&after(&events)));
        assert_eq!(["fieldset", "input", "label"].map(|name| count(&html, name)), [1, 5, 5]);
        assert_eq!(count(&html, "[role=radiogroup]"), 1);
        assert_eq!(count(&html, "[aria-invalid]"), 0);
        events.push(Event::Skip);
    }
}

#[test]
fn going_on_without_an_answer_marks_the_question_and_ties_the_message_to_it() {
    let html = check(&drawn(&after(&[Event::Start, Event::Next])));
    assert_eq!(count(&html, "fieldset[aria-invalid=true][aria-describedby~=message]"), 1);
}

#[test]
fn a_chosen_option_is_checked() {
    assert_eq!(count(&check(&drawn(&after(&[Event::Start, choose(3)]))), "[checked]"), 1);
}

#[test]
fn every_result_is_sound() {
    let examples: [&dyn Fn(usize) -> Option<u8>; 6] =
        [&|_| Some(0), &|_| Some(2), &|_| Some(4), &|_| None, &|number| Some((number % 5) as u8), &|number| {
            (number % 3 != 0).then_some((number % 4) as u8)
        }];
    for example in examples {
        let session = finished(example);
        let answered = (0..5).filter(|number| example(*number).is_some()).count();
        let html = check(&drawn(&session));
        assert_eq!(count(&html, "g[role=img]"), answered, "a marker for every dilemma that was answered");
        assert_eq!(count(&html, "[class=rung]"), 5);
        assert_eq!(count(&html, "table"), 2, "both pictures as tables");
        assert!(count(&html, "[href^='tel:']") >= 3, "the doors are there");
        assert_eq!(count(&html, "[aria-pressed]"), count(&html, "article"), "an action to choose for every lesson");
    }
}

#[test]
fn one_chosen_action_is_pressed() {
    let questionnaire = content().questionnaire;
    let session = finished(|_| Some(1));
    let lesson = questionnaire.lessons().map(|(id, _)| session.apply(&questionnaire, Event::PickAction(id)));
    let session = lesson.into_iter().find(|after| after.record().action.is_some()).expect("some lesson fits");
    assert_eq!(count(&check(&drawn(&session)), "[aria-pressed=true]"), 1);
}

/// The sheet for paper of a result.
fn on_paper(session: &Session) -> String {
    let content = content();
    let Page::Result(page) = page(&content.questionnaire, &content.texts, session) else { panic!("no result") };
    render(print_sheet(&page, content.texts.words(), content.questionnaire.thresholds(), "x"))
}

/// What an element says without those in it that match.
fn said_without(element: ElementRef<'_>, inner: &Selector) -> String {
    let said = element.children().map(|node| match ElementRef::wrap(node) {
        Some(element) if inner.matches(&element) => String::new(),
        Some(element) => said_without(element, inner),
        None => node.value().as_text().map(|text| text.to_string()).unwrap_or_default(),
    });
    said.collect()
}

#[test]
fn no_action_stands_on_the_screen_or_on_paper_without_its_safety_line() {
    let Content { questionnaire, texts } = content();
    let mut with_safety = BTreeSet::new();
    let pieces = Selector::parse("article, section, li, p.action").expect("a selector");
    // Every lesson that has such a line is met: each fits one of these.
    let places = [0, 2, 4];
    let patterns = (0..3_usize.pow(5)).flat_map(|pattern| {
        places.map(|rest| {
            finished(|number| Some(if number < 5 { places[pattern / 3_usize.pow(number as u32) % 3] } else { rest }))
        })
    });
    for (session, nth) in patterns.step_by(7).zip(0_usize..) {
        let shown = report(&questionnaire, &texts, session.answers());
        let lessons: Vec<_> = shown.lessons.iter().chain(&shown.more).collect();
        let chosen = lessons[nth % lessons.len()];
        let session = session.apply(&questionnaire, Event::PickAction(chosen.id));
        assert_eq!(session.record().action, Some(chosen.id));
        for drawn in [drawn(&session), on_paper(&session)] {
            let html = Html::parse_fragment(&drawn);
            let around = html.select(&pieces).chain([html.root_element()]);
            let parts: Vec<String> = around.map(|element| said_without(element, &pieces)).collect();
            for lesson in lessons.iter().filter(|lesson| !lesson.action.safety.is_empty()) {
                let (action, safety) = (lesson.action.text.get(), lesson.action.safety.get());
                for part in parts.iter().filter(|part| part.contains(action)) {
                    assert!(part.contains(safety), "'{action}' stands without '{safety}' in: {part}");
                    with_safety.insert(lesson.id.index());
                }
            }
        }
    }
    let all = (0..questionnaire.lessons().count()).filter(|index| !texts.lesson(*index).safety.is_empty());
    assert_eq!(with_safety, all.collect(), "each was met");
}

#[test]
fn a_code_is_offered_in_a_workshop_only_and_shown_when_it_is_made() {
    let session = finished(|_| Some(3));
    let none = CodeView { made: "", notice: "" };
    let made = CodeView { made: "AB-12\n29\nM4 4h1v1h-1z", notice: "" };
    let total = content().questionnaire.count();
    let of = |sealed, short| drawn_with(&session, Some(CodesView { total, sealed, short }));
    assert_eq!(count(&check(&drawn(&session)), "[class=codes]"), 0);
    let before = check(&of(Some(none), none));
    assert_eq!(count(&before, "[class=codes]"), 1);
    assert_eq!(count(&before, ".qr, #code"), 0, "not before it is asked for");
    let words = content().texts.words().clone();
    let place = |html: &Html, part: &str| said(html).find(part).unwrap_or_else(|| panic!("no {part}"));
    assert!(place(&before, &words.hand_open) < place(&before, &words.hand_short_make), "first who can read it");
    assert!(place(&before, &words.hand_sealed) < place(&before, &words.hand_make));
    let after = check(&of(Some(made), made));
    assert_eq!(count(&after, ".qr[role=img] > title"), 2, "both as a picture with its name");
    assert!(said(&after).contains("A B , 1 2 "), "the short one is read sign by sign");
    let only = check(&of(None, none));
    assert!(!said(&only).contains(words.hand_sealed.get()), "nothing is said of what there is not");
    assert!(place(&only, &words.hand_open) < place(&only, &words.hand_make));
}

#[test]
fn how_we_count_is_sound() {
    check(&drawn(&after(&[Event::OpenMethod])));
}

#[test]
fn the_whole_app_is_sound_with_its_foot() {
    let (text, _) = app(None);
    check(&text);
    assert!(text.contains("lang=\"nl\""));
}

#[test]
fn after_a_crash_the_result_is_there_with_its_sheet_for_paper_and_ids_stay_unique() {
    let content = content();
    let record = finished(|_| Some(3)).record().clone();
    let text = encode(&content.questionnaire, &Saved { record, until: None });
    let (text, world) = app(Some(text));
    check(&text);
    assert!(text.contains("print-sheet"));
    let place = world.visits.borrow().last().map(|visit| visit.at);
    assert_eq!(place, Some(content.questionnaire.count() as u32 + 1), "the history is at the result");
}

#[test]
fn what_an_earlier_sitting_left_is_offered_and_not_shown() {
    let questionnaire = content().questionnaire;
    let answers: Answers = finished(|_| Some(3)).answers().iter().collect();
    let session = Session::new(Some(Record { answers, action: None }));
    assert_eq!(session.screen(), Screen::Intro);
    let text = drawn(&session);
    check(&text);
    assert!(!text.contains("marker") && !text.contains("rung"), "nothing of the result shows");
    assert_eq!(session.apply(&questionnaire, Event::Resume).screen(), Screen::Result);
}
