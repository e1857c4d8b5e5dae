//! Whatever text comes in: nothing that reads it stops, and codes are found among the rest however the text is cut.

use crate::dice::Dice;
use crate::shipped::questionnaire;
use scan::code::{Code, Finder, Found, What, read_sealed};
use scan::saved::{Saved, decode, encode};
use scan::session::Record;

/// In pieces of any length, none among them.
fn in_pieces(dice: &mut Dice, text: &str) -> Vec<Found> {
    let (mut finder, mut found, mut rest) = (Finder::default(), Vec::new(), text);
    while !rest.is_empty() {
        let mut at = dice.below(rest.len().min(40) + 1);
        while !rest.is_char_boundary(at) {
            at += 1;
        }
        let (piece, after) = rest.split_at(at);
        found.extend(finder.feed(piece));
        rest = after;
    }
    found.extend(finder.finish());
    found
}

/// A text as it could come in: noise, codes whole and mutated, short and sealed, and saved files.
fn any_text(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..=dice.below(3) {
        let part = match dice.below(6) {
            0 => dice.noise(60),
            1 => dice.code().short(),
            2 => dice.sealed(),
            3 => String::from_utf8_lossy(&dice.symbols()).to_lowercase(),
            4 => {
                let record = Record { answers: dice.answers(), action: None };
                encode(questionnaire(), &Saved { record, until: Some(dice.number()) })
            }
            _ => String::from("Anna: hoi! mijn code is "),
        };
        text += &if dice.below(2) == 0 { dice.mutated(&part) } else { part };
        text.push(dice.one_of(&[' ', '\n', '-', 'x', ':']));
    }
    text
}

#[test]
fn nothing_that_reads_ever_panics_on_a_million_texts() {
    let mut dice = Dice::new(11);
    let (mut codes, mut sealed, mut sittings, mut found) = (0, 0, 0, 0);
    let texts = 1_000_000;
    for number in 0..texts {
        // Mostly one part: what reads one code sees it then.
        let text = match number % 8 {
            0 => any_text(&mut dice),
            1 | 2 => dice.noise(30),
            3 | 4 => {
                let whole = dice.code().short();
                dice.mutated(&whole)
            }
            5 => {
                let whole = dice.sealed();
                dice.mutated(&whole)
            }
            _ => {
                let mut bytes = [0; 24];
                bytes.fill_with(|| dice.number() as u8);
                let _ = Code::from_bytes(&bytes[..dice.below(25)]).map(|code| code.answers(questionnaire()));
                String::from_utf8_lossy(&bytes).into_owned()
            }
        };
        codes += usize::from(Code::read(&text).is_ok_and(|code| code.answers(questionnaire()).is_ok()));
        sealed += usize::from(read_sealed(&text).is_ok());
        sittings += usize::from(decode(questionnaire(), &text).is_ok());
        found += Finder::all(&text).len();
    }
    println!(
        "noise: {texts} texts read; {codes} codes, {sealed} sealed and {sittings} sittings among them, {found} finds"
    );
    assert!(codes > 0 && sealed > 0 && found > 0, "the texts must come near to what is read");
}

#[test]
fn a_saved_sitting_that_was_changed_never_stops_the_reader() {
    let mut dice = Dice::new(12);
    let (texts, mut read) = (100_000, 0);
    for _ in 0..texts {
        let record = Record { answers: dice.answers(), action: None };
        let text = encode(questionnaire(), &Saved { record, until: None });
        let text = dice.mutated(&text);
        read += usize::from(decode(questionnaire(), &text).is_ok());
    }
    println!("noise: {texts} changed sittings, {read} of them still whole");
    assert!(read < texts);
}

#[test]
fn a_text_in_pieces_gives_the_same_as_in_one_go() {
    let mut dice = Dice::new(13);
    let (texts, mut finds) = (50_000, 0);
    for _ in 0..texts {
        let text = any_text(&mut dice);
        let whole = Finder::all(&text);
        assert_eq!(in_pieces(&mut dice, &text), whole, "{text:?}");
        finds += whole.len();
    }
    println!("noise: {texts} texts in pieces give the same {finds} finds");
    assert!(finds > texts / 10);
}

#[test]
fn every_code_of_a_long_chat_is_found_where_it_stands() {
    let mut dice = Dice::new(14);
    let (mut text, mut expected) = (String::new(), Vec::new());
    for line in 1..=20_000 {
        text += "[24-11-2026 09:14] Bram de Wit: ";
        match dice.below(3) {
            0 => text += "voor deze week heel veel succes!",
            1 => {
                let code = dice.code();
                text += &code.short();
                expected.push(Found { line, what: What::Code(code) });
            }
            _ => {
                let sealed = dice.sealed();
                text += &sealed;
                expected.push(Found { line, what: What::Sealed(sealed) });
            }
        }
        text.push('\n');
    }
    let found = Finder::all(&text);
    println!("noise: {} codes found in a chat of {} bytes", found.len(), text.len());
    assert!(found == expected);
}

/// A list of codes, one to a line, as somebody collects them: what is wrong with one never hides another.
#[test]
fn a_whole_code_on_a_line_is_found_whatever_stands_on_the_line_before() {
    let mut dice = Dice::new(15);
    let texts = 50_000;
    for _ in 0..texts {
        let code = dice.code();
        let before = match dice.below(4) {
            0 => dice.sealed(),
            1 => dice.noise(40),
            _ => dice.code().short(),
        };
        let before = dice.mutated(&before);
        let text = format!("{before}\n{}\n", code.short());
        let found = Finder::all(&text);
        assert!(found.iter().any(|found| found.what == What::Code(code)), "{text:?} gives {found:?}");
    }
    println!("noise: {texts} codes found below a line with anything on it");
}

/// A short code with one mistake in it is named, and never taken for another.
#[test]
fn a_code_with_a_mistake_is_never_found_as_another() {
    let mut dice = Dice::new(16);
    let (texts, mut named) = (100_000, 0);
    for _ in 0..texts {
        let text = dice.code().short();
        let mut signs: Vec<char> = text.chars().collect();
        let place = dice.below(signs.len());
        signs[place] = if signs[place] == '-' { ' ' } else { char::from(dice.one_of(crate::dice::SYMBOLS)) };
        let changed: String = signs.iter().collect();
        let found = Finder::all(&changed);
        let whole = found.iter().filter(|found| matches!(found.what, What::Code(_))).count();
        let still = changed.replace(' ', "-") == text;
        assert_eq!(whole, usize::from(still), "{changed}");
        named += usize::from(found.len() == 1);
    }
    println!("noise: of {texts} codes with at most one mistake {named} are whole or named as damaged");
    assert!(named * 100 >= texts * 99);
}
