//! Laws of codes over the shipped content: what goes in comes out, and a mistake is refused.
//!
//! Why counting a few is enough. A code is twenty symbols that, as a polynomial with a 1 in front, have five fixed roots. What
//! a changed symbol adds to the values at those roots (the syndrome) depends on the change only, never on the code around it.
//! So a kind of mistake that is found in one code is found in all; the tests take many codes anyway.

use crate::dice::{Dice, SYMBOLS};
use crate::patterns::{all, any_answers, config, with};
use crate::shipped::questionnaire;
use proptest::prelude::*;
use scan::answers::Answers;
use scan::code::{CHECKS, Code, CodeError, LENGTH, NONCES, SEALED_BYTES, read_sealed, value, write_sealed};

/// Letters that no code has, with the symbol they are read as.
const LOOK_ALIKES: [(u8, u8); 7] =
    [(b'I', b'1'), (b'L', b'1'), (b'O', b'0'), (b'S', b'5'), (b'Z', b'2'), (b'B', b'8'), (b'U', b'V')];

/// How many cases: few where every test run waits for them, many in a release.
fn cases(few: usize, many: usize) -> usize {
    if cfg!(debug_assertions) { few } else { many }
}

fn read(symbols: &[u8]) -> Result<Code, CodeError> {
    Code::read(std::str::from_utf8(symbols).unwrap())
}

/// The answers are the same after every way that a code goes.
fn goes_round(answers: &Answers, nonce: u32) {
    let code = Code::new(questionnaire(), answers, nonce).unwrap();
    assert_eq!(code.answers(questionnaire()).as_ref(), Ok(answers));
    assert_eq!(Code::read(&code.short()), Ok(code));
    assert_eq!(Code::from_bytes(&code.bytes()), Some(code));
    // As it stands in what is sealed, with anything around it.
    let mut sealed = [nonce as u8; SEALED_BYTES];
    sealed[68..68 + Code::BYTES].copy_from_slice(&code.bytes());
    let opened = read_sealed(&write_sealed(&sealed)).unwrap();
    assert_eq!(opened, sealed);
    assert_eq!(Code::from_bytes(&opened[68..68 + Code::BYTES]), Some(code));
}

#[test]
fn every_option_of_every_question_comes_back() {
    let mut count = 0;
    for usual in 0..6 {
        for (id, _) in questionnaire().questions() {
            for option in 0..6 {
                for nonce in [0, 1, NONCES - 1] {
                    goes_round(&with(&all(usual), id, option), nonce);
                    count += 1;
                }
            }
        }
    }
    println!("codes: {count} patterns came back, among them each question at each option");
    assert_eq!(count, 6 * questionnaire().count() * 6 * 3);
}

proptest! {
    #![proptest_config(config(4096))]

    #[test]
    fn prop_any_answers_come_back_short_as_bytes_and_sealed(answers in any_answers(), nonce in 0..NONCES) {
        goes_round(&answers, nonce);
    }

    #[test]
    fn prop_other_answers_or_another_number_are_another_code(
        one in any_answers(), other in any_answers(), nonces in (0..NONCES, 0..NONCES),
    ) {
        let code = |answers, nonce| Code::new(questionnaire(), answers, nonce).unwrap();
        prop_assert_eq!(code(&one, nonces.0) == code(&other, nonces.0), one == other);
        prop_assert_eq!(code(&one, nonces.0) == code(&one, nonces.1), nonces.0 == nonces.1);
    }

    #[test]
    fn prop_sealed_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), SEALED_BYTES)) {
        let text = write_sealed(bytes.as_slice().try_into().unwrap());
        prop_assert_eq!(read_sealed(&text), Ok(bytes));
    }
}

#[test]
fn every_single_replacement_is_refused_and_a_look_alike_is_read_as_meant() {
    let mut dice = Dice::new(1);
    let (mut refused, mut meant) = (0, 0);
    let codes = cases(2_000, 50_000);
    for _ in 0..codes {
        let symbols = dice.symbols();
        let code = read(&symbols).unwrap();
        for place in 0..LENGTH {
            let mut changed = symbols.clone();
            for other in SYMBOLS.iter().copied().chain(LOOK_ALIKES.map(|(look, _)| look)) {
                changed[place] = other;
                let reads_as =
                    LOOK_ALIKES.iter().find(|(look, _)| *look == other).map_or(other, |(_, as_this)| *as_this);
                if reads_as != symbols[place] {
                    assert_eq!(read(&changed), Err(CodeError::Damaged));
                    refused += 1;
                } else if other != symbols[place] {
                    assert_eq!(read(&changed), Ok(code));
                    meant += 1;
                }
            }
        }
    }
    println!("codes: {refused} single replacements in {codes} codes, all refused; {meant} look-alikes read as meant");
    // Of 36 signs one is the symbol itself, and each look-alike is meant or refused.
    assert_eq!(refused + meant, codes * LENGTH * 35);
    assert!(refused >= codes * LENGTH * 28);
}

#[test]
fn every_swap_of_two_symbols_is_refused() {
    let mut dice = Dice::new(2);
    let (mut neighbours, mut far, mut same) = (0, 0, 0);
    let codes = cases(2_000, 50_000);
    for _ in 0..codes {
        let symbols = dice.symbols();
        for one in 0..LENGTH {
            for other in one + 1..LENGTH {
                if symbols[one] == symbols[other] {
                    same += 1;
                    continue;
                }
                let mut changed = symbols.clone();
                changed.swap(one, other);
                assert_eq!(read(&changed), Err(CodeError::Damaged));
                *(if other == one + 1 { &mut neighbours } else { &mut far }) += 1;
            }
        }
    }
    println!(
        "codes: {neighbours} swaps of neighbours and {far} of others in {codes} codes, all refused ({same} change nothing)"
    );
    assert_eq!(neighbours + far + same, codes * LENGTH * (LENGTH - 1) / 2);
}

#[test]
fn every_double_replacement_is_refused_and_so_are_more_up_to_the_five_checks() {
    let mut dice = Dice::new(3);
    let mut doubles = 0;
    let codes = cases(4, 100);
    for _ in 0..codes {
        let symbols = dice.symbols();
        for one in 0..LENGTH {
            for other in one + 1..LENGTH {
                let mut changed = symbols.clone();
                for first in SYMBOLS.iter().filter(|symbol| **symbol != symbols[one]) {
                    changed[one] = *first;
                    for second in SYMBOLS.iter().filter(|symbol| **symbol != symbols[other]) {
                        changed[other] = *second;
                        assert_eq!(read(&changed), Err(CodeError::Damaged));
                        doubles += 1;
                    }
                }
            }
        }
    }
    assert_eq!(doubles, codes * LENGTH * (LENGTH - 1) / 2 * 28 * 28);
    let more = cases(500_000, 10_000_000);
    for _ in 0..more {
        let mut changed = dice.symbols();
        let before = changed.clone();
        for _ in 0..3 + dice.below(CHECKS - 2) {
            changed[dice.below(LENGTH)] = dice.one_of(SYMBOLS);
        }
        assert_eq!(read(&changed).is_ok(), changed == before);
    }
    println!("codes: all {doubles} double replacements of {codes} codes refused, and {more} of up to {CHECKS} places");
}

/// Of all strings exactly one in 29^5 passes. Any mistake in up to five places is found, so two codes that begin alike do not
/// differ in the last five symbols only: with the first fifteen, the rest is given. There are 29^15 beginnings, each with one
/// end, among 29^20 strings.
#[test]
fn a_random_string_passes_less_than_once_in_ten_million() {
    let mut dice = Dice::new(4);
    // Exactly one end fits: all ways to end in a release, and in each run all ways to write three of the five.
    let ends = cases(3, CHECKS);
    let mut symbols = dice.symbols();
    let (whole, mut fits) = (symbols.clone(), 0);
    for end in 0..SYMBOLS.len().pow(ends as u32) {
        let mut rest = end;
        for symbol in symbols.iter_mut().skip(LENGTH - ends) {
            *symbol = SYMBOLS[rest % SYMBOLS.len()];
            rest /= SYMBOLS.len();
        }
        if read(&symbols).is_ok() {
            assert_eq!(symbols, whole);
            fits += 1;
        }
    }
    assert_eq!(fits, 1, "of all ends one fits");
    let all = 29_u64.pow(CHECKS as u32);
    assert!(all > 10_000_000);

    let tries = cases(2_000_000, 20_000_000);
    let (mut passed, mut counted) = (0_usize, 0_usize);
    for _ in 0..tries {
        let mut symbols = [0; LENGTH];
        symbols.fill_with(|| dice.one_of(SYMBOLS));
        if let Ok(code) = read(&symbols) {
            passed += 1;
            counted += usize::from(code.answers(questionnaire()).is_ok());
        }
    }
    let expected = tries as f64 / all as f64;
    println!(
        "codes: {passed} of {tries} random strings pass, {expected:.2} expected at 1 in {all}; {counted} hold answers of today"
    );
    assert!(passed <= 6);
}

/// Further than five places from what was meant, so this is no certainty: each has a chance of one in 29^5. What
/// must not be is an order that passes as a rule.
#[test]
fn groups_in_another_order_are_refused() {
    let mut dice = Dice::new(5);
    let (mut refused, mut same) = (0, 0);
    let codes = cases(4_000, 20_000);
    for number in 0..codes {
        // The first ones begin with zeros, as the lowest answers to the last questions do: with nothing before them those
        // could go to the end unseen.
        let usual = all(0);
        let symbols = match number {
            0..64 => Code::new(questionnaire(), &usual, number as u32).unwrap().short().replace('-', "").into_bytes(),
            _ => dice.symbols(),
        };
        let groups: Vec<&[u8]> = symbols.chunks(4).collect();
        for order in orders(groups.len()) {
            let moved: Vec<u8> = order.iter().flat_map(|group| groups[*group]).copied().collect();
            if moved == symbols {
                same += 1;
            } else {
                assert_eq!(read(&moved), Err(CodeError::Damaged), "{}", String::from_utf8_lossy(&moved));
                refused += 1;
            }
        }
        // The same for symbols: some from the front to the end.
        for shift in 1..LENGTH {
            let mut moved = symbols.clone();
            moved.rotate_left(shift);
            assert!(moved == symbols || read(&moved).is_err(), "{}", String::from_utf8_lossy(&moved));
        }
    }
    println!("codes: {refused} other orders of the groups of {codes} codes, all refused ({same} change nothing)");
    assert_eq!(refused + same, codes * 120);
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let before = orders(last);
    let at = |place: usize| {
        move |mut order: Vec<usize>| {
            order.insert(place, last);
            order
        }
    };
    (0..count).flat_map(|place| before.clone().into_iter().map(at(place))).collect()
}

#[test]
fn one_symbol_too_many_or_too_few_is_refused() {
    let mut dice = Dice::new(6);
    let mut count = 0;
    for _ in 0..cases(2_000, 20_000) {
        let symbols = dice.symbols();
        for place in 0..=LENGTH {
            for other in SYMBOLS {
                let mut longer = symbols.clone();
                longer.insert(place, *other);
                assert_eq!(read(&longer), Err(CodeError::Foreign));
                count += 1;
            }
        }
        for place in 0..LENGTH {
            let mut shorter = symbols.clone();
            shorter.remove(place);
            assert_eq!(read(&shorter), Err(CodeError::Foreign));
            count += 1;
        }
    }
    println!("codes: {count} with one symbol more or less, all refused");
}

#[test]
fn the_alphabet_has_no_two_signs_that_look_alike() {
    for (sign, expected) in SYMBOLS.iter().zip(0..) {
        assert_eq!(value(char::from(*sign)), Some(expected));
    }
    for (look, as_this) in LOOK_ALIKES {
        assert!(!SYMBOLS.contains(&look));
        assert_eq!(value(char::from(look)), value(char::from(as_this)));
    }
    let readable = (0..=char::MAX as u32).filter_map(char::from_u32).filter(|sign| value(*sign).is_some()).count();
    assert_eq!(readable, 10 + 26 + 26, "digits and letters of ASCII, and nothing that only looks like them");
}
