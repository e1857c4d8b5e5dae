//! What can be kept of a group's picture: it tells no more than the picture, opens where it should, and fits its schema.

use crate::shipped::read;
use expect_test::expect;
use ruimtescan::app::Content;
use ruimtescan::board::{Pictures, csv, json, svg};
use scan::answers::{Answer, Answers, Choice};
use scan::code::Code;
use scan::group::summarise;
use serde_json::{Value, json};

/// A group that answers every question with these options, each from 0; 5 passes by.
fn pictures(content: &Content, options: &[u8]) -> Pictures {
    let questionnaire = &content.questionnaire;
    let code = |(option, nonce): (&u8, u32)| {
        let answer = Choice::new(*option).map_or(Answer::Skipped, Answer::Chosen);
        let answers: Answers = questionnaire.questions().map(|(id, _)| (id, answer)).collect();
        Code::new(questionnaire, &answers, nonce).unwrap()
    };
    let codes: Vec<Code> = options.iter().zip(0..).map(code).collect();
    let report = summarise(questionnaire, &codes, 5).unwrap().unwrap();
    Pictures::of(content, &[report]).unwrap()
}

fn kept(content: &Content, options: &[u8]) -> [String; 3] {
    let pictures = pictures(content, options);
    [csv(&pictures, true), json(&pictures, content, true), svg(&pictures, true)]
}

#[test]
fn what_is_kept_of_a_picture_tells_no_more_than_the_picture() {
    let content = Content::of_board();
    let all = kept(&content, &[0; 12]);
    for others in [&[3][..], &[3, 4], &[5], &[5, 2], &[2, 3]] {
        let mut options = [0; 12];
        options[..others.len()].copy_from_slice(others);
        assert_eq!(kept(&content, &options), all, "{others:?}: these look the same on the board");
    }
    assert_ne!(kept(&content, &[0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4]), all);
    // Of a small group no count stands anywhere.
    assert!(all[0].lines().skip(1).all(|line| line.ends_with("\"\"")));
    assert!(!all[1].contains("\"about\":1") && !all[1].contains("\"about\":9"));
}

#[test]
fn the_organisation_is_left_out_unless_it_is_asked_for() {
    let content = Content::of_board();
    let pictures = pictures(&content, &[1; 8]);
    for (whole, spreads) in [(false, 13), (true, 16)] {
        let data: Value = serde_json::from_str(&json(&pictures, &content, whole)).unwrap();
        assert_eq!(data["spreads"].as_array().unwrap().len(), spreads);
        assert_eq!(csv(&pictures, whole).contains("De organisatie"), whole);
        assert_eq!(svg(&pictures, whole).contains("De organisatie"), whole);
    }
}

#[test]
fn a_table_opens_in_a_dutch_spreadsheet() {
    let content = Content::of_board();
    let options: Vec<u8> = [[0; 10], [4; 10], [2; 10]].concat();
    let csv = csv(&pictures(&content, &options), false);
    let lines: Vec<&str> = csv.split("\r\n").take(4).collect();
    expect![[r#"
        "Onderdeel";"Vraag";"Moment";"Plek";"Hoeveel van de groep";"Ongeveer"
        "Hier verschillen de antwoorden vandaag";"beleid dat knelt";"";"helemaal regels";"een deel";"9"
        "Hier verschillen de antwoorden vandaag";"beleid dat knelt";"";"meer regels";"een enkeling of niemand";""
        "Hier verschillen de antwoorden vandaag";"beleid dat knelt";"";"van allebei evenveel";"een deel";"9""#]]
    .assert_eq(lines.join("\n").trim_start_matches('\u{feff}'));
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
}

#[test]
fn the_data_fits_its_schema() {
    let schema: Value = serde_json::from_str(&read("loader/contract/ruimtebord.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let content = Content::of_board();
    for options in [&[0; 12][..], &[1; 30], &[0, 1, 2, 3, 4, 5]] {
        let data: Value = serde_json::from_str(&json(&pictures(&content, options), &content, true)).unwrap();
        assert!(schema.is_valid(&data), "{:?}", schema.validate(&data));
        for (name, wrong) in [("form", json!(2)), ("codes", json!("none"))] {
            let mut other = data.clone();
            other[name] = wrong;
            assert!(!schema.is_valid(&other), "{name}");
        }
    }
}
