//! Bytes in capitals and digits that survive chats, mail, links and QR codes: RFC 4648 without its padding.

use alloc::string::String;
use alloc::vec::Vec;

/// Capitals and 2 to 7.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// How many bytes a board's public key has: both numbers of a point on P-256.
pub const KEY_BYTES: usize = 64;

/// How many characters so many bytes take.
pub(super) const fn width(bytes: usize) -> usize {
    (bytes * 8).div_ceil(5)
}

/// Writes bytes.
pub fn write_base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(width(bytes.len()));
    let (mut waiting, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        waiting = (waiting << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            push(&mut text, waiting >> bits);
        }
        waiting &= (1 << bits) - 1;
    }
    if bits > 0 {
        push(&mut text, waiting << (5 - bits));
    }
    text
}

fn push(text: &mut String, value: u32) {
    // Five bits, so always a place in the alphabet.
    text.extend(ALPHABET.get((value & 31) as usize).map(|byte| char::from(*byte)));
}

/// Reads so many bytes, whatever the case; `None` when the text is anything else. There is one way to write them.
pub fn read_base32(text: &str, bytes: usize) -> Option<Vec<u8>> {
    read(text.chars(), bytes)
}

pub(super) fn read(symbols: impl Iterator<Item = char>, bytes: usize) -> Option<Vec<u8>> {
    let mut read = Vec::with_capacity(bytes);
    let (mut waiting, mut bits, mut count) = (0_u32, 0_u32, 0);
    for symbol in symbols {
        waiting = (waiting << 5) | value(symbol.to_ascii_uppercase())?;
        bits += 5;
        count += 1;
        if bits >= 8 {
            bits -= 8;
            // Eight bits, so the cast holds.
            read.push((waiting >> bits) as u8);
            waiting &= (1 << bits) - 1;
        }
        if count > width(bytes) {
            return None;
        }
    }
    // What is left over is nothing: then there is one way to write a code.
    (count == width(bytes) && waiting == 0).then_some(read)
}

/// The value of a character of the alphabet.
pub(super) fn value(symbol: char) -> Option<u32> {
    match symbol {
        'A'..='Z' => Some(u32::from(symbol) - u32::from('A')),
        '2'..='7' => Some(u32::from(symbol) - u32::from('2') + 26),
        _ => None,
    }
}

/// Whether a text has the form of a board's public key. Whether it is one, the browser knows that seals with it.
pub fn is_public(text: &str) -> bool {
    let (width, mut symbols) = (width(KEY_BYTES), text.bytes().map(|byte| byte.to_ascii_uppercase()));
    let known = symbols.clone().all(|symbol| symbol.is_ascii_uppercase() || (b'2'..=b'7').contains(&symbol));
    // Two of the last five bits are left, and the rest is nothing.
    known && text.len() == width && symbols.next_back().is_some_and(|last| b"AIQY".contains(&last))
}
