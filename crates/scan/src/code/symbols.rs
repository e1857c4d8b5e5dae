//! Twenty symbols for a number, with five of them to find a mistake: a Reed-Solomon code over the whole numbers modulo 29.
//!
//! 29 is a prime, so its arithmetic is the ordinary one; and 29 letters and digits are left when of each pair that looks
//! alike one goes. Any mistake in up to five places is found: also every swap of neighbours, which is a mistake in two.
//! It counts as if a 1 stood before the twenty: without it, zeros in front could go to the end unseen.

use super::CodeError;
use alloc::string::String;

/// Without I, L and O, S, Z, B and U: they look like 1, 0, 5, 2, 8 and V.
const ALPHABET: &[u8; 29] = b"0123456789ACDEFGHJKMNPQRTVWXY";
const PRIME: u128 = 29;
/// How many symbols a code has.
pub const LENGTH: usize = 20;
/// How many of them are there to find mistakes; a random string passes once in 29^5, some twenty million.
pub const CHECKS: usize = 5;
/// What is written is below this: 29^15.
pub(super) const END: u128 = PRIME.pow((LENGTH - CHECKS) as u32);
/// Symbols in a group.
const GROUP: usize = 4;
/// 2 goes through all 28 numbers before it comes back to 1, so its first powers differ.
const ROOT: u32 = 2;

/// The symbol's value; letters that were left out are read as what they look like. `None` beyond ASCII letters and digits.
pub fn value(symbol: char) -> Option<u8> {
    let meant = match symbol.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        'S' => '5',
        'Z' => '2',
        'B' => '8',
        'U' => 'V',
        other => other,
    };
    (0..).zip(ALPHABET).find(|(_, known)| char::from(**known) == meant).map(|(value, _)| value)
}

/// Whether this may stand between symbols.
pub(super) fn separates(symbol: char) -> bool {
    matches!(symbol, '-' | '.' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || symbol.is_whitespace()
}

/// Writes a number below [`END`].
pub(super) fn write(number: u128) -> String {
    let mut symbols = [0_u8; LENGTH];
    let mut rest = number;
    for symbol in symbols.iter_mut().take(LENGTH - CHECKS).rev() {
        // A remainder by 29 fits.
        *symbol = (rest % PRIME) as u8;
        rest /= PRIME;
    }
    // The remainder by the polynomial whose roots are the first powers of 2, taken off, so that nothing remains.
    let divisor = divisor();
    let mut remainder = [0_u32; CHECKS];
    for symbol in [1].iter().chain(symbols.iter().take(LENGTH - CHECKS)) {
        let [first, rest @ ..] = remainder;
        let lead = (u32::from(*symbol) + first) % 29;
        let [.., last] = &mut remainder;
        *last = 0;
        for (place, next) in remainder.iter_mut().zip(rest.into_iter().chain([0])) {
            *place = next;
        }
        for (place, factor) in remainder.iter_mut().zip(divisor) {
            *place = (*place + lead * (29 - factor)) % 29;
        }
    }
    for (symbol, remains) in symbols.iter_mut().skip(LENGTH - CHECKS).zip(remainder) {
        *symbol = ((29 - remains) % 29) as u8;
    }
    let mut text = String::with_capacity(LENGTH + LENGTH / GROUP);
    for (place, symbol) in symbols.iter().enumerate() {
        if place > 0 && place % GROUP == 0 {
            text.push('-');
        }
        text.extend(ALPHABET.get(usize::from(*symbol)).map(|byte| char::from(*byte)));
    }
    text
}

/// The polynomial (x - 2)(x - 4)... without its first factor, which is 1; the highest power first.
fn divisor() -> [u32; CHECKS] {
    let mut product = [0_u32; CHECKS];
    let mut root = 1;
    for degree in 0..CHECKS {
        root = root * ROOT % 29;
        // Times (x - root): from the lowest power up, so that each place still has what it was.
        for place in (0..=degree).rev() {
            let below = if place == 0 { 1 } else { product.get(place - 1).copied().unwrap_or_default() };
            if let Some(factor) = product.get_mut(place) {
                *factor = (*factor + below * (29 - root)) % 29;
            }
        }
    }
    product
}

/// Reads what [`write`] wrote.
pub(super) fn read(text: &str) -> Result<u128, CodeError> {
    let (mut number, mut count, mut sums) = (0_u128, 0, [1_u32; CHECKS]);
    for symbol in text.chars().filter(|symbol| !separates(*symbol)) {
        let value = value(symbol).ok_or(CodeError::Foreign)?;
        if count == LENGTH {
            return Err(CodeError::Foreign);
        }
        if count < LENGTH - CHECKS {
            number = number * PRIME + u128::from(value);
        }
        count += 1;
        // The whole as a polynomial, at each of the roots.
        let mut root = 1;
        for sum in &mut sums {
            root = root * ROOT % 29;
            *sum = (*sum * root + u32::from(value)) % 29;
        }
    }
    match (count, sums) {
        (LENGTH, [0, 0, 0, 0, 0]) => Ok(number),
        (LENGTH, _) => Err(CodeError::Damaged),
        _ => Err(CodeError::Foreign),
    }
}
