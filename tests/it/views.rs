//! Every screen as text: its structure holds without a browser. No sentence is compared.

use ruimtescan::app::{App, AppProps, Config, Content, Outside};
use ruimtescan::platform::Memory;
use ruimtescan::screens::{
    CodeView, Extent, Hand, HandView, IntroView, Keep, ResultView, intro, method, print_sheet, question, result,
};
use scan::answers::{Answers, Choice};
use scan::page::{Page, page};
use scan::report::report;
use scan::saved::{Saved, encode};
use scan::session::{Event, Record, Screen, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

fn content() -> Content {
    Content::load()
}

/// The screen of a session as text.
fn drawn(session: &Session) -> String {
    drawn_with(session, None)
}

/// The same with what can be handed over.
fn drawn_with(session: &Session, handing: Option<HandView<'_>>) -> String {
    let content = content();
    let (words, hand) = (content.texts.words(), Hand::new(Callback::noop()));
    let html = match page(&content.questionnaire, &content.texts, session) {
        Page::Intro(page) => {
            let answered = !session.answers().is_empty();
            intro(IntroView { page: &page, answered, keep: Some(Keep::Nothing), notice: "" }, words, &hand)
        }
        Page::Question(page) => question(&page, words, &hand),
        Page::Result(page) => {
            let thresholds = content.questionnaire.thresholds();
            result(
                ResultView { page: &page, thresholds, to_copy: "x", notice: "x", hand: handing, extent: Extent::All },
                words,
                &hand,
            )
        }
        Page::Method(page) => method(&page, words, &hand),
    };
    pollster::block_on(LocalServerRenderer::<Shown>::with_props(ShownProps { html }).hydratable(false).render())
}

/// The whole app as text, with what was left by a crash.
fn app(resume: Option<String>) -> (String, Rc<Memory>) {
    let world = Rc::new(Memory::default());
    let outside = Outside { platform: world.clone(), host: world.clone() };
    let config = Config { resume, page: true, ..Config::default() };
    let props = AppProps { content: Rc::new(content()), config, outside };
    let text = pollster::block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
    (text, world)
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

/// One tag of the text, with its attributes.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Every opening tag; enough of a reader for what Yew writes.
fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    for piece in text.split('<').skip(1).filter(|piece| !piece.starts_with(['/', '!'])) {
        let end = piece.find(|char: char| char.is_whitespace() || char == '>' || char == '/').unwrap_or(piece.len());
        let (name, mut rest) = piece.split_at(end);
        let mut attributes = BTreeMap::new();
        while let Some((before, after)) = rest.split_once("=\"") {
            let (value, tail) = after.split_once('"').expect("every value ends");
            let key = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            attributes.insert(key.to_owned(), value.to_owned());
            rest = tail;
        }
        tags.push(Tag { name: name.to_owned(), attributes });
    }
    tags
}

/// What holds for every screen.
#[track_caller]
fn check(text: &str) -> Vec<Tag> {
    let tags = tags(text);
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| other == &id).count(), 1, "id {id} is there once");
    }
    assert_eq!(tags.iter().filter(|tag| tag.name == "h2").count(), 1, "one heading of a screen");
    assert!(tags.iter().all(|tag| tag.get("style").is_none() && tag.name != "style"), "no inline styles");
    assert!(tags.iter().all(|tag| tag.name != "form"), "no form: sandboxed frames block it");
    for tag in &tags {
        for name in ["for", "aria-labelledby", "aria-describedby"] {
            for id in tag.get(name).unwrap_or_default().split_whitespace() {
                assert!(ids.contains(&id), "{name} of {} leads to nothing: {id}", tag.name);
            }
        }
        if tag.name == "input" {
            let id = tag.get("id").expect("an input has an id");
            assert!(tags.iter().any(|tag| tag.name == "label" && tag.get("for") == Some(id)), "{id} has a label");
        }
        if tag.name == "button" {
            assert_eq!(tag.get("type"), Some("button"));
        }
    }
    let fieldsets = tags.iter().filter(|tag| tag.name == "fieldset").count();
    assert_eq!(fieldsets, tags.iter().filter(|tag| tag.name == "legend").count(), "a legend for every fieldset");
    tags
}

fn count(tags: &[Tag], name: &str) -> usize {
    tags.iter().filter(|tag| tag.name == name).count()
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
        let tags = check(&drawn(&after(&events)));
        assert_eq!((count(&tags, "fieldset"), count(&tags, "input"), count(&tags, "label")), (1, 5, 5));
        assert!(tags.iter().any(|tag| tag.get("role") == Some("radiogroup")));
        assert!(tags.iter().all(|tag| tag.get("aria-invalid").is_none()));
        events.push(Event::Skip);
    }
}

#[test]
fn going_on_without_an_answer_marks_the_question_and_ties_the_message_to_it() {
    let tags = check(&drawn(&after(&[Event::Start, Event::Next])));
    let group = tags.iter().find(|tag| tag.name == "fieldset").expect("the question");
    assert_eq!(group.get("aria-invalid"), Some("true"));
    assert!(group.get("aria-describedby").is_some_and(|ids| ids.split(' ').any(|id| id == "message")));
}

#[test]
fn a_chosen_option_is_checked() {
    let text = drawn(&after(&[Event::Start, choose(3)]));
    assert_eq!(text.matches("checked").count(), 1);
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
        let tags = check(&drawn(&session));
        let markers = tags.iter().filter(|tag| tag.name == "g" && tag.get("role") == Some("img"));
        assert_eq!(markers.count(), answered, "a marker for every dilemma that was answered");
        assert_eq!(tags.iter().filter(|tag| tag.get("class") == Some("rung")).count(), 5);
        assert_eq!(count(&tags, "table"), 2, "both pictures as tables");
        let tel = |tag: &&Tag| tag.get("href").is_some_and(|href| href.starts_with("tel:"));
        assert!(tags.iter().filter(tel).count() >= 3, "the doors are there");
        let pressed = tags.iter().filter(|tag| tag.get("aria-pressed").is_some()).count();
        assert_eq!(pressed, count(&tags, "article"), "an action to choose for every lesson");
    }
}

#[test]
fn one_chosen_action_is_pressed() {
    let questionnaire = content().questionnaire;
    let session = finished(|_| Some(1));
    let lesson = questionnaire.lessons().map(|(id, _)| session.apply(&questionnaire, Event::PickAction(id)));
    let session = lesson.into_iter().find(|after| after.record().action.is_some()).expect("some lesson fits");
    let tags = check(&drawn(&session));
    assert_eq!(tags.iter().filter(|tag| tag.get("aria-pressed") == Some("true")).count(), 1);
}

/// The sheet for paper of a result.
fn on_paper(session: &Session) -> String {
    let content = content();
    let Page::Result(page) = page(&content.questionnaire, &content.texts, session) else { panic!("no result") };
    let html = print_sheet(&page, content.texts.words(), content.questionnaire.thresholds(), "x");
    pollster::block_on(LocalServerRenderer::<Shown>::with_props(ShownProps { html }).hydratable(false).render())
}

#[test]
fn no_action_stands_on_the_screen_or_on_paper_without_its_safety_line() {
    let Content { questionnaire, texts } = content();
    let mut with_safety = BTreeSet::new();
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
            let text = drawn.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"");
            let mut parts = vec![text.as_str()];
            for opening in ["<article", "<section", "<li", "<p class=\"action\""] {
                parts = parts.into_iter().flat_map(|part| part.split(opening)).collect();
            }
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
    let of = |sealed, short| drawn_with(&session, Some(HandView { total, sealed, short }));
    let hand = |tags: &[Tag]| tags.iter().filter(|tag| tag.get("class") == Some("hand")).count();
    assert_eq!(hand(&check(&drawn(&session))), 0);
    let before = of(Some(none), none);
    let tags = check(&before);
    assert_eq!(hand(&tags), 1);
    assert!(!before.contains("class=\"qr\"") && !before.contains("id=\"code\""), "not before it is asked for");
    let words = content().texts.words().clone();
    let place = |text: &str, part: &str| text.find(part).unwrap_or_else(|| panic!("no {part}"));
    assert!(place(&before, &words.hand_open) < place(&before, &words.hand_short_make), "first who can read it");
    assert!(place(&before, &words.hand_sealed) < place(&before, &words.hand_make));
    let after = of(Some(made), made);
    let titles = count(&tags, "title");
    let tags = check(&after);
    let titled = tags.iter().filter(|tag| tag.get("class") == Some("qr") && tag.get("role") == Some("img"));
    assert_eq!((titled.count(), count(&tags, "title") - titles), (2, 2), "both as a picture with its name");
    assert!(after.contains("A B , 1 2 "), "the short one is read sign by sign");
    let only = of(None, none);
    assert!(!only.contains(words.hand_sealed.get()), "nothing is said of what there is not");
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
