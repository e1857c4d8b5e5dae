//! The questions of the bench as JSON: those of `content/`, in the words a participant sees.

use std::fs;

use anyhow::{Context, Result, anyhow};
use scan::content::load;
use scan::page::{Page, QuestionPage, page};
use scan::questionnaire::{Questionnaire, Theme};
use scan::session::{Event, Session};
use scan::texts::Texts;
use scan::words::Words;
use serde_json::{Value, json};

use crate::workspace::Workspace;

/// What every page is built from.
pub(crate) fn questions(workspace: &Workspace) -> Result<String> {
    let content = workspace.root().join("content");
    let read = |file: &str| fs::read_to_string(content.join(file)).with_context(|| format!("content/{file}"));
    let raw = toml::from_str(&read("questionnaire.toml")?).context("content/questionnaire.toml")?;
    let texts = toml::from_str(&read("text/nl.toml")?).context("content/text/nl.toml")?;
    let (questionnaire, texts) = load(raw, texts).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!(problems.join("\n"))
    })?;
    Ok(serde_json::to_string_pretty(&survey(&questionnaire, &texts))?)
}

fn survey(questionnaire: &Questionnaire, texts: &Texts) -> Value {
    let words = texts.words();
    // Walked as a person does, so that each question reads here as it does in the widget.
    let mut session = Session::new(None).apply(questionnaire, Event::Start);
    let mut asked = Vec::new();
    for (_, question) in questionnaire.questions() {
        if let Page::Question(shown) = page(questionnaire, texts, &session) {
            asked.push(one(&question.key, question.theme, &shown));
        }
        session = session.apply(questionnaire, Event::Skip);
    }
    json!({
        "words": {
            "start": words.start,
            "previous": words.previous,
            "next": words.next,
            "result": words.see_result,
            "heading": words.result_heading,
        },
        "themes": THEMES.map(|theme| json!({ "id": id(theme), "name": name(theme, words) })),
        "questions": asked,
    })
}

fn one(key: &str, theme: Theme, shown: &QuestionPage) -> Value {
    let options: Vec<&str> = shown.options.iter().map(|option| option.label.get()).collect();
    let ways: Vec<String> =
        shown.ways.iter().flatten().zip(["A", "B"]).map(|(way, name)| format!("{name}: {}", way.get())).collect();
    json!({ "id": key, "theme": id(theme), "ask": shown.ask, "hint": shown.hint, "ways": ways, "options": options })
}

const THEMES: [Theme; 4] = [Theme::Balance, Theme::Practice, Theme::Organisation, Theme::Meldcode];

fn id(theme: Theme) -> &'static str {
    match theme {
        Theme::Balance => "balance",
        Theme::Practice => "practice",
        Theme::Organisation => "organisation",
        Theme::Meldcode => "meldcode",
    }
}

/// The heading under which the result speaks of a theme.
fn name(theme: Theme, words: &Words) -> &str {
    match theme {
        Theme::Balance => &words.balance_heading,
        Theme::Practice => &words.practice_heading,
        Theme::Organisation => &words.organisation_heading,
        Theme::Meldcode => &words.ladder_heading,
    }
}

#[cfg(test)]
mod tests {
    use super::questions;
    use crate::workspace::Workspace;

    #[test]
    fn every_question_has_its_words_and_options() -> anyhow::Result<()> {
        let survey: serde_json::Value = serde_json::from_str(&questions(&Workspace::find()?)?)?;
        let asked = survey.get("questions").and_then(|all| all.as_array()).cloned().unwrap_or_default();
        assert!(asked.len() > 1);
        for question in asked {
            assert!(question.get("ask").and_then(|ask| ask.as_str()).is_some_and(|ask| !ask.is_empty()), "{question}");
            assert_eq!(question.get("options").and_then(|all| all.as_array()).map(Vec::len), Some(5), "{question}");
        }
        Ok(())
    }
}
