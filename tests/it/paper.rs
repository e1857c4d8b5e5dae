//! Rules for the words that are on paper only: they read as the rest of the scan does.

use crate::content::{Text, check, longer_than, phrases, strings};
use crate::language::list;
use crate::shipped::read;

const FILE: &str = "content/paper/words.toml";

fn texts() -> Vec<Text> {
    let mut found = Vec::new();
    collect("", &toml::Value::Table(toml::from_str(&read(FILE)).unwrap()), &mut found);
    assert!(found.len() >= 5);
    found
}

fn collect(place: &str, value: &toml::Value, found: &mut Vec<Text>) {
    if let Some(text) = value.as_str() {
        found.push(Text { place: place.trim_start_matches('.').to_owned(), text: text.to_owned() });
    }
    for (key, value) in value.as_table().into_iter().flatten() {
        collect(&format!("{place}.{key}"), value, found);
    }
}

#[test]
fn what_is_on_paper_only_is_as_plain_as_the_rest() {
    let texts = texts();
    let written: Vec<(String, String)> = texts.iter().map(|text| (text.place.clone(), text.text.clone())).collect();
    check(FILE, "cut the sentence in two", longer_than(20, &written));
    let blocked = list(&read("tests/data/blocked-words.txt"));
    check(FILE, "use the plain word that tests/data/blocked-words.txt gives", phrases(&texts, blocked));
    let barred = ["u", "uw", "je moet", "moet je", "fout", "slecht", "verplicht"];
    check(FILE, "write 'je', judge nobody and oblige nobody", phrases(&texts, strings(&barred)));
    let number = |text: &Text| text.text.chars().filter(char::is_ascii_digit).count() >= 3;
    assert!(!texts.iter().any(number), "a number to call comes from content/questionnaire.toml");
}
