//! Rules for the English texts: whole, nothing Dutch in them, and as short as the Dutch ones.

use crate::content::{Text, check, count, every_text_in, longer_than, phrases, strings, where_found};
use crate::language::{ends, reading};
use crate::languages::languages;
use crate::shipped::{raw, raw_in, root, shipped_in};
use ruimtescan::app::LANGUAGES;
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "content/text/en.toml";

fn english() -> Vec<Text> {
    every_text_in("en")
}

/// Places and texts of a language, sources included.
fn places(language: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let (_, mut texts) = raw_in(language);
    texts.walk(&mut |place, text| {
        found.insert(place.to_owned(), text.to_string());
    });
    found
}

#[test]
fn every_language_has_a_file_and_every_file_is_a_language() {
    assert_eq!(languages(&root().join("content/text")).unwrap(), LANGUAGES);
    for &name in LANGUAGES {
        let language = raw_in(name).1.language;
        assert_eq!(language.split('-').next(), Some(name), "content/text/{name}.toml says it is in '{}'", &*language);
    }
}

#[test]
fn a_file_is_all_that_a_further_language_needs_to_be_built() {
    let folder = std::env::temp_dir().join(format!("ruimtescan-languages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in LANGUAGES.iter().chain(&["de", "zz"]) {
        std::fs::copy(root().join(FILE), folder.join(name).with_extension("toml")).unwrap();
    }
    let found = languages(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(found.unwrap(), ["nl", "de", "en", "zz"]);
}

#[test]
fn every_language_asks_and_says_the_same_things() {
    let (questionnaire, _) = shipped_in("nl");
    for language in LANGUAGES {
        assert_eq!(shipped_in(language).0, questionnaire, "{language}");
        let (own, other) = (places("nl"), places(language));
        let names = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(names(&own), names(&other), "{language} has other places than nl");
        for (place, text) in own {
            let empty = other[&place].is_empty();
            assert_eq!(text.is_empty(), empty, "{place} is empty in one of nl and {language}");
        }
    }
}

/// What stands between braces in a text, sorted.
fn blanks(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0)).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_sentence_fills_in_the_same_in_every_language() {
    let (own, other) = (places("nl"), places("en"));
    let differs = own.iter().filter(|(place, text)| blanks(text) != blanks(&other[*place]));
    let differs = differs.map(|(place, text)| (place.clone(), format!("nl fills in {:?}", blanks(text))));
    check(FILE, "name the same blanks as the Dutch text", differs);
}

#[test]
fn nothing_is_left_in_dutch() {
    let own = places("nl");
    // Names and letters may be the same in both; words with a space between them may not.
    let same = |text: &Text| (count(&text.text) > 1 && own[&text.place] == text.text).then(|| text.text.clone());
    check(FILE, "write it in English", where_found(&english(), same));
    let dutch = ["de", "het", "een", "je", "jij", "jouw", "niet", "voor", "bij", "wat", "wie", "naar", "ook"];
    check(FILE, "write it in English", phrases(&english(), strings(&dutch)));
}

#[test]
fn it_reads_as_plain_english() {
    let written: Vec<(String, String)> = english().into_iter().map(|text| (text.place, text.text)).collect();
    check(FILE, "cut the sentence in two", longer_than(22, &written));
    let texts = english();
    let copy = texts.iter().map(|text| text.text.as_str()).filter(|text| ends(text));
    let mean = reading(copy, |_| false).length;
    println!("English copy: {mean:.1} words to a sentence");
    assert!((8.0..=13.0).contains(&mean), "{mean:.1} words to a sentence: the copy should have 8 to 13");
}

#[test]
fn it_neither_judges_nor_orders_about() {
    let judging = ["wrong", "bad", "weak", "insufficient", "too low", "failed", "poor"];
    check(FILE, "talk about the situation and the next step", phrases(&english(), strings(&judging)));
    let must = ["you must", "must you", "you have to", "you are obliged"];
    check(FILE, "say what somebody can do", phrases(&english(), strings(&must)));
}

#[test]
fn it_takes_no_more_room_than_the_screens_have() {
    let own: BTreeMap<String, usize> = raw_lengths();
    let much = |text: &Text| {
        // What every Dutch reader knows is explained here.
        if text.place == "doors.veilig-thuis.note" {
            return None;
        }
        let (dutch, own) = (own[&text.place], text.text.chars().count());
        (own > 20 && own * 10 > dutch.max(20) * 16).then(|| format!("{own} signs, in Dutch {dutch}: {}", text.text))
    };
    check(FILE, "make it about as long as the Dutch text", where_found(&english(), much));
}

fn raw_lengths() -> BTreeMap<String, usize> {
    let mut lengths = BTreeMap::new();
    raw().1.walk(&mut |place, text| {
        lengths.insert(place.to_owned(), text.chars().count());
    });
    lengths
}
