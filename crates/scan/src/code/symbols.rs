//! A number as twenty symbols, of which five are check symbols: a Reed-Solomon code over the integers modulo 29.
//!
//! 29 is prime, so these are a field; and 29 letters and digits remain when one of each pair that looks alike is left out.
//! Any error in up to five symbols is detected, and so is every swap of neighbours, an error in two. The polynomial has a
//! leading coefficient 1 before the twenty: without it, zeros could move from the front to the end undetected.

use super::CodeError;
use alloc::string::String;

/// Without I, L and O, S, Z, B and U: they look like 1, 0, 5, 2, 8 and V.
const ALPHABET: &[u8; 29] = b"0123456789ACDEFGHJKMNPQRTVWXY";
const PRIME: u128 = 29;
/// How many symbols a code has.
pub const LENGTH: usize = 20;
/// How many of them are check symbols; a random string passes once in 29^5, some twenty million.
pub const CHECKS: usize = 5;
/// What is written is below this: 29^15.
pub(super) const END: u128 = PRIME.pow((LENGTH - CHECKS) as u32);
/// Symbols in a group.
const GROUP: usize = 4;
/// A primitive root modulo 29, so its first powers differ.
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
    // The remainder of the division by the generator polynomial is subtracted, so that the whole is divisible by it.
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

/// The generator polynomial (x - 2)(x - 4)..., the highest power first, without its leading coefficient, which is 1.
fn divisor() -> [u32; CHECKS] {
    let mut product = [0_u32; CHECKS];
    let mut root = 1;
    for degree in 0..CHECKS {
        root = root * ROOT % 29;
        // Multiplied by (x - root) in place, in an order in which no coefficient is read after it is overwritten.
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
        // The value of the polynomial at each root, by the scheme of Horner: 0 when there is no error.
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
