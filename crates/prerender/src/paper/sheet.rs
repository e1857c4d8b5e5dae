//! What is on the sheets.

use crate::paper::words::{SlipWords, Words};
use scan::page::help;
use scan::questionnaire::{OPTIONS, Question, QuestionId, Questionnaire, Theme};
use scan::texts::Texts;
use yew::{Html, html};

/// In the box of who passes a question by.
const SKIPPED: &str = "–";

/// A sheet for each part. The doors and the slip end the last.
pub(crate) fn all(questionnaire: &Questionnaire, texts: &Texts, words: &Words) -> Html {
    let last = questionnaire.parts().len() - 1;
    let sheets = (0..=last).map(|part| {
        html! {
            <section class="sheet" aria-labelledby={format!("part-{part}")}>
                if part == 0 {
                    <h1>{ words.title.get() }</h1>
                    <p class="lead">{ words.lead.get() }</p>
                    <p>{ words.how.get() }</p>
                }
                <h2 id={format!("part-{part}")}>{ texts.part(part).name.get() }</h2>
                <p class="note">{ texts.part(part).note.get() }</p>
                { groups(questionnaire, texts, words, part) }
                if part == last {
                    { doors(questionnaire, texts) }
                    { slip(questionnaire, &words.slip) }
                } else {
                    <p class="turn">{ words.turn.get() }</p>
                }
            </section>
        }
    });
    html! { <main>{ for sheets }</main> }
}

/// The questions of a part. Those that answer on the same scale stand together.
fn groups(questionnaire: &Questionnaire, texts: &Texts, words: &Words, part: usize) -> Html {
    let questions: Vec<_> = questionnaire.questions().filter(|(_, question)| question.part == part).collect();
    let groups = questions.chunk_by(|(_, one), (_, other)| one.scale == other.scale);
    groups
        .map(|group| {
            let scale = group.first().and_then(|(_, question)| questionnaire.scales().get(question.scale));
            let asked = scale.and_then(|scale| words.scales.get(scale.key.get()));
            html! {
                <>
                    if let Some(asked) = asked {
                        <h3>{ asked.get() }</h3>
                    }
                    <ol>{ for group.iter().map(|(id, about)| question(texts, words, *id, about)) }</ol>
                </>
            }
        })
        .collect()
}

fn question(texts: &Texts, words: &Words, id: QuestionId, question: &Question) -> Html {
    let text = texts.question(id.index());
    let options = (0..OPTIONS).map(|place| option(&(place + 1).to_string(), texts.option(question.scale, place).get()));
    html! {
        <li>
            <b class="number">{ id.number() }</b>
            <p><b>{ text.ask.get() }</b>{ " " }{ text.hint.get() }</p>
            if question.theme == Theme::Balance {
                <div class="ways">
                    <p><b>{ texts.words().way_a.get() }</b>{ " " }{ text.a.get() }</p>
                    <p><b>{ texts.words().way_b.get() }</b>{ " " }{ text.b.get() }</p>
                </div>
            }
            <ul class="options">{ for options }{ option(SKIPPED, words.skip.get()) }</ul>
        </li>
    }
}

fn option(sign: &str, label: &str) -> Html {
    html! { <li>{ mark(sign) }{ " " }{ label }</li> }
}

/// A box to put a cross in.
fn mark(sign: &str) -> Html {
    html! { <span class="box">{ sign }</span> }
}

fn doors(questionnaire: &Questionnaire, texts: &Texts) -> Html {
    let doors = help(questionnaire, texts).into_iter().map(|door| {
        html! {
            <li>
                { door.when.get() }{ " " }{ door.who.get() }
                if !door.number.is_empty() {
                    { ": " }<a href={format!("tel:{}", door.tel.get())}>{ door.number.get() }</a>
                }
                { ". " }{ door.note.get() }
            </li>
        }
    });
    html! {
        <>
            <h3>{ texts.words().help.get() }</h3>
            <ul class="doors">{ for doors }</ul>
        </>
    }
}

/// The answers once more, to hand in: numbers as the board takes them.
fn slip(questionnaire: &Questionnaire, words: &SlipWords) -> Html {
    let marks = || (1..=OPTIONS).map(|place| place.to_string()).chain([SKIPPED.to_owned()]);
    let rows = questionnaire.questions().map(|(id, _)| {
        html! { <li><b class="number">{ id.number() }</b>{ for marks().map(|sign| mark(&sign)) }</li> }
    });
    html! {
        <section class="slip" aria-labelledby="slip">
            <h2 id="slip">{ words.title.get() }</h2>
            <p>{ words.how.get() }{ " " }{ words.private.get() }</p>
            <ol class="rows">{ for rows }</ol>
        </section>
    }
}
