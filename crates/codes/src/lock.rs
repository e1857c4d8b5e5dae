//! Locking bytes with a password, such as what a board keeps.

use crate::crypto::{self, Failed, IV, Subtle};

/// So many rounds make trying passwords slow; opening takes about half a second.
const ROUNDS: u32 = 600_000;
/// Makes the same password another key each time.
const SALT: usize = 16;

/// Why bytes were not locked or unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// The browser's cryptography is closed: the page came without https.
    Closed,
    /// The password is another, or the bytes are damaged.
    Wrong,
}

impl From<Failed> for LockError {
    fn from(_: Failed) -> LockError {
        LockError::Wrong
    }
}

/// Locks bytes: in front of what comes out stand the salt and the initial value.
///
/// # Errors
///
/// The page has no cryptography.
pub async fn lock(password: &str, bytes: &[u8]) -> Result<Vec<u8>, LockError> {
    let subtle = Subtle::find().ok_or(LockError::Closed)?;
    let salt: [u8; SALT] = crypto::bytes().ok_or(LockError::Closed)?;
    let iv: [u8; IV] = crypto::bytes().ok_or(LockError::Closed)?;
    let key = subtle.stretched(password, &salt, ROUNDS, "encrypt").await?;
    Ok([salt.as_slice(), &iv, &subtle.encrypt(&key, &iv, bytes).await?].concat())
}

/// Opens what [`lock`] made.
///
/// # Errors
///
/// The page has no cryptography, the password is wrong, or the bytes are damaged.
pub async fn unlock(password: &str, locked: &[u8]) -> Result<Vec<u8>, LockError> {
    let subtle = Subtle::find().ok_or(LockError::Closed)?;
    let (salt, rest) = locked.split_at_checked(SALT).ok_or(LockError::Wrong)?;
    let (iv, closed) = rest.split_first_chunk::<IV>().ok_or(LockError::Wrong)?;
    let key = subtle.stretched(password, salt, ROUNDS, "decrypt").await?;
    Ok(subtle.decrypt(&key, iv, closed).await?)
}
