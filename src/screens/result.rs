//! The result, in the order that matters: the whole, tomorrow, both pictures, lessons, and where to turn to.

use crate::charts::balance::balance;
use crate::charts::ladder::{ladder, ladder_table};
use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::disclosure::disclosure;
use crate::components::door_list::{Size, door_list};
use crate::components::facts::facts;
use crate::components::lesson_card::lesson_card;
use crate::components::notice::notice;
use crate::screens::intro::start_again;
use crate::screens::{Act, HEADING, Hand};
use scan::page::ResultPage;
use scan::questionnaire::Thresholds;
use scan::report::{Feedback, LessonReport, OrganisationReport, Report};
use scan::session::Event;
use scan::words::Words;
use yew::{Html, html};

/// The id of the field with the text to copy by hand; it gets the focus when it appears.
pub const COPY: &str = "copy";

/// What the result needs beside its page.
#[derive(Clone, Copy, Debug)]
pub struct ResultView<'a> {
    /// The page.
    pub page: &'a ResultPage,
    /// Where the verdicts begin, for the picture.
    pub thresholds: Thresholds,
    /// The text to copy by hand, when the clipboard is closed to us; else empty.
    pub to_copy: &'a str,
    /// The message; may be empty.
    pub notice: &'a str,
}

/// The result.
pub fn result(view: ResultView<'_>, words: &Words, hand: &Hand) -> Html {
    let report = &view.page.report;
    html! {
        <>
            <h2 id={HEADING} tabindex="-1">{ &words.result_heading }</h2>
            <p class="lead">{ &report.summary }</p>
            { tomorrow(view.page, words) }
            <section class="part">
                <h3>{ &words.balance_heading }</h3>
                { balance(&report.balance, words, view.thresholds) }
                { facts(&[
                    (&words.strength, &report.balance.strength),
                    (&words.watch, &report.balance.watch),
                    (&words.question_along, &report.balance.question),
                ]) }
            </section>
            { steps(report, words) }
            { practice(&report.practice, words) }
            { lessons(view.page, words, hand) }
            { organisation(&report.organisation, words) }
            { keep(view, words, hand) }
            <section class="part">
                <h3>{ &words.closing_heading }</h3>
                { door_list(&report.closing, Size::Closing) }
            </section>
        </>
    }
}

/// The action to start with: the chosen one, else that of the first lesson.
fn tomorrow(page: &ResultPage, words: &Words) -> Html {
    let report = &page.report;
    let chosen = report.lessons.iter().chain(&report.more).find(|lesson| Some(lesson.id) == page.action);
    let heading = if chosen.is_some() { &words.my_action } else { &words.tomorrow };
    chosen.or(report.lessons.first()).map_or_else(Html::default, |lesson| {
        html! {
            <section class="tomorrow" part="tomorrow">
                <h3>{ heading }</h3>
                <p>{ &lesson.tomorrow }</p>
            </section>
        }
    })
}

/// The ladder, with the doors about safety right under it.
fn steps(report: &Report, words: &Words) -> Html {
    let room = report.ladder.iter().filter(|rung| !rung.room.is_empty());
    let room = html! {
        <ul class="room">
            { for room.map(|rung| html! { <li><b>{ rung.number }{ " " }{ &rung.name }</b>{ " " }{ &rung.room }</li> }) }
        </ul>
    };
    html! {
        <section class="part">
            <h3>{ &words.ladder_heading }</h3>
            { ladder(&report.ladder, words) }
            if !report.check.is_empty() {
                <p class="check">{ &report.check }</p>
            }
            <div class="safety-doors">
                <h3>{ &words.safety_heading }</h3>
                { door_list(&report.safety, Size::Near) }
            </div>
            { disclosure(&words.room_in_steps, room) }
            { ladder_table(&report.ladder, words) }
        </section>
    }
}

fn practice(feedback: &[Feedback], words: &Words) -> Html {
    if feedback.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h3>{ &words.practice_heading }</h3>
            { said(feedback) }
        </section>
    }
}

fn said(feedback: &[Feedback]) -> Html {
    html! { <ul class="said">{ for feedback.iter().map(|said| html! { <li>{ &said.text }</li> }) }</ul> }
}

fn lessons(page: &ResultPage, words: &Words, hand: &Hand) -> Html {
    let card = |lesson: &LessonReport| {
        let pick = hand.event(Event::PickAction(lesson.id));
        lesson_card(lesson, words, page.action == Some(lesson.id), pick)
    };
    let more: Html = page.report.more.iter().map(card).collect();
    html! {
        <section class="part">
            <h3>{ &words.lessons_heading }</h3>
            { for page.report.lessons.iter().map(card) }
            if !page.report.more.is_empty() {
                { disclosure(&words.more_lessons, more) }
            }
        </section>
    }
}

fn organisation(organisation: &OrganisationReport, words: &Words) -> Html {
    html! {
        <section class="part">
            <h3>{ &words.organisation_heading }</h3>
            { said(&organisation.feedback) }
            if !organisation.can_do.is_empty() {
                <h4>{ &words.organisation_can_do }</h4>
                <ul>{ for organisation.can_do.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                { facts(&[(&words.opening_heading, &organisation.opening)]) }
            }
            <p>{ &organisation.steer }</p>
        </section>
    }
}

fn keep(view: ResultView<'_>, words: &Words, hand: &Hand) -> Html {
    html! {
        <section class="part">
            <h3>{ &words.keep_result_heading }</h3>
            <div class="actions">
                { button(Look::Secondary, &words.print, hand.press(Act::Print)) }
                { button(Look::Secondary, &words.copy, hand.press(Act::Copy)) }
                { button(Look::Secondary, &words.save_file, hand.press(Act::SaveFile)) }
            </div>
            { notice(view.notice) }
            if !view.to_copy.is_empty() {
                <label class="to-copy" for={COPY}>{ &words.copy_label }</label>
                <textarea id={COPY} readonly=true rows="10" value={view.to_copy.to_owned()} />
            }
            <div class="again">
                { start_again(words, hand) }
                { confirm(&words.wipe, &words.wipe_ask, &words.wipe_yes, hand.event(Event::Wipe)) }
                { button(Look::Quiet, &words.previous, hand.event(Event::Previous)) }
            </div>
            <p class="mirror">{ &words.result_note }</p>
        </section>
    }
}
