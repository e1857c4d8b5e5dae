//! A sealed code as text: a mark, and bytes in capitals and digits that survive chats, mail and QR codes.
//!
//! What is in the bytes, and who can open them, is not known here: the browser seals and opens.

use super::symbols::separates;
use super::{Code, CodeError, base32};
use alloc::string::String;
use alloc::vec::Vec;

/// What a sealed code begins with. Its digit is the form; a 1 never follows, so the mark stands nowhere else in a code.
pub const MARK: &str = "RSW1";
/// A mark of the board (4), a public key that is used once (64), and the code (10) with its proof (16).
pub const SEALED_BYTES: usize = 4 + 64 + Code::BYTES + 16;
/// Characters after the mark.
pub(super) const BODY: usize = base32::width(SEALED_BYTES);

/// Writes the bytes of a sealed code.
pub fn write_sealed(bytes: &[u8; SEALED_BYTES]) -> String {
    [MARK, &base32::write_base32(bytes)].concat()
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
    base32::read(symbols, SEALED_BYTES).ok_or(CodeError::Damaged)
}
