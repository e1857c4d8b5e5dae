//! A sealed code as text: a mark, and bytes in capitals and digits that survive chats, mail and QR codes.
//!
//! What is in the bytes, and who can open them, is not known here: the browser seals and opens.

use super::symbols::separates;
use super::{Code, CodeError};
use alloc::string::String;
use alloc::vec::Vec;

/// What a sealed code begins with. Its digit is the form; a 1 never follows, so the mark stands nowhere else in a code.
pub const MARK: &str = "RSW1";
/// A mark of the board (4), a public key that is used once (64), and the code (10) with its proof (16).
pub const SEALED_BYTES: usize = 4 + 64 + Code::BYTES + 16;
/// RFC 4648: capitals and 2 to 7.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Characters after the mark.
pub(super) const BODY: usize = (SEALED_BYTES * 8).div_ceil(5);

/// Writes the bytes of a sealed code.
pub fn write_sealed(bytes: &[u8; SEALED_BYTES]) -> String {
    let mut text = String::with_capacity(MARK.len() + BODY);
    text.push_str(MARK);
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

/// Reads the bytes of a sealed code; case and separators do not matter.
///
/// # Errors
///
/// It does not begin with the mark, or is cut off or changed.
pub fn read_sealed(text: &str) -> Result<Vec<u8>, CodeError> {
    let mut symbols = text.chars().filter(|symbol| !separates(*symbol)).map(|symbol| symbol.to_ascii_uppercase());
    if !MARK.chars().all(|mark| symbols.next() == Some(mark)) {
        return Err(CodeError::Foreign);
    }
    let mut bytes = Vec::with_capacity(SEALED_BYTES);
    let (mut waiting, mut bits, mut count) = (0_u32, 0_u32, 0);
    for symbol in symbols {
        waiting = (waiting << 5) | value(symbol).ok_or(CodeError::Damaged)?;
        bits += 5;
        count += 1;
        if bits >= 8 {
            bits -= 8;
            // Eight bits, so the cast holds.
            bytes.push((waiting >> bits) as u8);
            waiting &= (1 << bits) - 1;
        }
        if count > BODY {
            return Err(CodeError::Damaged);
        }
    }
    // What is left over is nothing: then there is one way to write a code.
    if count == BODY && waiting == 0 { Ok(bytes) } else { Err(CodeError::Damaged) }
}

/// The value of a character of the alphabet.
pub(super) fn value(symbol: char) -> Option<u32> {
    match symbol {
        'A'..='Z' => Some(u32::from(symbol) - u32::from('A')),
        '2'..='7' => Some(u32::from(symbol) - u32::from('2') + 26),
        _ => None,
    }
}
