//! The scan on paper: the questions of each part on a sheet, with a slip to tear off at the end of the last.
//!
//! It is a whole page, without a script; what it asks and says is that of the scan, and its few own words stand in
//! `content/paper/words.toml`.

mod sheet;
mod words;

use crate::render;
use anyhow::{Context, Result};
use ruimtescan::app::Content;
use words::Words;

/// The page.
///
/// # Errors
///
/// The words cannot be read.
pub fn page() -> Result<String> {
    let words: Words = toml::from_str(include_str!("../../../content/paper/words.toml"))
        .context("content/paper/words.toml cannot be read")?;
    let content = Content::load();
    let body = render(sheet::all(&content.questionnaire, &content.texts, &words));
    let language = content.texts.language();
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"papier.css\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        language.get(),
        words.title.get(),
    ))
}

#[cfg(test)]
mod tests {
    use super::page;
    use ruimtescan::app::Content;
    use scan::questionnaire::{OPTIONS, Theme};
    use scraper::{Html, Selector};

    /// What stands in each of these elements, with one space between words.
    fn said(selector: &str) -> Vec<String> {
        let page = Html::parse_document(&page().expect("it is drawn"));
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).map(|element| plain(&element.text().collect::<Vec<_>>().join(" "))).collect()
    }

    fn plain(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_question_is_on_it_in_order_with_all_its_options() {
        let Content { questionnaire, texts } = Content::load();
        let found = said(".sheet > ol > li");
        assert_eq!(found.len(), questionnaire.count());
        for (found, (id, question)) in found.iter().zip(questionnaire.questions()) {
            let (words, number) = (texts.question(id.index()), id.number());
            let mut wanted = format!("{number} {} {}", words.ask.get(), words.hint.get());
            if question.theme == Theme::Balance {
                let ways = texts.words();
                for text in [ways.way_a, words.a, ways.way_b, words.b] {
                    wanted += &format!(" {}", text.get());
                }
            }
            for place in 0..OPTIONS {
                wanted += &format!(" {} {}", place + 1, texts.option(question.scale, place).get());
            }
            assert!(found.starts_with(&(plain(&wanted) + " –")), "{found}\nis not\n{wanted}");
        }
    }

    #[test]
    fn each_part_opens_with_its_note_and_the_doors_stand_before_the_slip() {
        let Content { questionnaire, texts } = Content::load();
        let notes: Vec<String> = (0..questionnaire.parts().len()).map(|part| plain(&texts.part(part).note)).collect();
        assert_eq!(said(".sheet > h2 + .note"), notes);
        let doors = said(".sheet:last-child > ol ~ .doors:has(+ .slip)");
        for door in questionnaire.doors().iter().filter(|door| !door.number.is_empty()) {
            assert!(doors.iter().any(|doors| doors.contains(door.number.get())), "{}", door.number.get());
        }
    }

    #[test]
    fn the_slip_has_a_row_for_each_question_and_asks_for_nothing_else() {
        let count = Content::load().questionnaire.count();
        let rows: Vec<String> = (1..=count).map(|number| format!("{number} 1 2 3 4 5 –")).collect();
        assert_eq!(said(".slip > .rows > *"), rows);
        assert_eq!(said(".slip > *").len(), 3);
    }

    #[test]
    fn it_runs_nothing_and_asks_for_nothing() {
        assert_eq!(said("script, style, [style], input, form"), Vec::<String>::new());
        assert!(!page().expect("it is drawn").contains("http"));
    }
}
