//! Sealing a code so that only one board opens it: a pair of keys that is used once, and the board's public key.

use crate::crypto::{Failed, IV, Subtle};
use scan::code::{Code, KEY_BYTES, SEALED_BYTES, read_base32, read_sealed, write_base32, write_sealed};
use web_sys::CryptoKey;

/// What a key is made for: a form of its own, so that no other use comes to the same key.
const ABOUT: [&[u8]; 2] = [b"ruimtescan", b" workshop 1"];
/// The board's mark in a sealed code.
const MARK: usize = 4;
/// What a point begins with when both its numbers follow.
const WHOLE: u8 = 4;
/// Each key encrypts once, so its initial value need not differ.
const ONCE: [u8; IV] = [0; IV];

/// Why a code was not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The browser's cryptography is closed: the page came without https.
    Closed,
    /// That is no public key, or the browser makes nothing of it.
    Key,
}

impl From<Failed> for SealError {
    fn from(_: Failed) -> SealError {
        SealError::Key
    }
}

/// Why a sealed code does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It was sealed for another board.
    OtherBoard,
    /// It was changed on its way, or is no code.
    Damaged,
}

impl From<Failed> for OpenError {
    fn from(_: Failed) -> OpenError {
        OpenError::Damaged
    }
}

/// Seals a code for the board with this public key.
///
/// # Errors
///
/// The page has no cryptography, or the key is none.
pub async fn seal(public: &str, code: Code) -> Result<String, SealError> {
    let subtle = Subtle::find().ok_or(SealError::Closed)?;
    let board = read_base32(public.trim_ascii(), KEY_BYTES).ok_or(SealError::Key)?;
    let key = subtle.public(&[&[WHOLE], board.as_slice()].concat()).await?;
    let (secret, once) = subtle.pair().await?;
    let once = numbers(&subtle.point(&once).await?)?;
    let aes = subtle.agree(&secret, &key, &about(&once, &board), "encrypt").await?;
    let closed = subtle.encrypt(&aes, &ONCE, &code.bytes()).await?;
    let sealed = [mark(&subtle, &board).await?, once, closed].concat();
    let sealed: [u8; SEALED_BYTES] = sealed.try_into().map_err(|_| SealError::Key)?;
    Ok(write_sealed(&sealed))
}

/// A board's pair of keys.
#[derive(Clone, Debug)]
pub struct Keys {
    subtle: Subtle,
    private: CryptoKey,
    public: Vec<u8>,
    mark: Vec<u8>,
    written: String,
}

impl Keys {
    /// A fresh pair.
    ///
    /// # Errors
    ///
    /// The page has no cryptography.
    pub async fn make() -> Result<Keys, SealError> {
        let subtle = Subtle::find().ok_or(SealError::Closed)?;
        let (private, _) = subtle.pair().await?;
        let written = subtle.parts(&private, &["x", "y", "d"]).await?.join(".");
        Keys::read(&written).await
    }

    /// The pair that [`Keys::write`] wrote.
    ///
    /// # Errors
    ///
    /// The page has no cryptography, or the text is no pair.
    pub async fn read(written: &str) -> Result<Keys, SealError> {
        let subtle = Subtle::find().ok_or(SealError::Closed)?;
        let mut parts = written.trim_ascii().split('.');
        let (Some(x), Some(y), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(SealError::Key);
        };
        let private = subtle.import(&[("x", x), ("y", y), ("d", d)]).await?;
        let point = subtle.import(&[("x", x), ("y", y)]).await?;
        let public = numbers(&subtle.point(&point).await?)?;
        let mark = mark(&subtle, &public).await?;
        Ok(Keys { subtle, private, public, mark, written: [x, y, d].join(".") })
    }

    /// The public key: what a link or an attribute carries.
    pub fn public(&self) -> String {
        write_base32(&self.public)
    }

    /// The pair as one text, the private key included: whoever has it opens every code of this board.
    pub fn write(&self) -> String {
        self.written.clone()
    }

    /// Opens a sealed code.
    ///
    /// # Errors
    ///
    /// It is for another board, or damaged.
    pub async fn open(&self, sealed: &str) -> Result<Code, OpenError> {
        let bytes = read_sealed(sealed).map_err(|_| OpenError::Damaged)?;
        let (mark, rest) = bytes.split_at_checked(MARK).ok_or(OpenError::Damaged)?;
        if mark != self.mark.as_slice() {
            return Err(OpenError::OtherBoard);
        }
        let (once, closed) = rest.split_at_checked(KEY_BYTES).ok_or(OpenError::Damaged)?;
        let key = self.subtle.public(&[&[WHOLE], once].concat()).await?;
        let aes = self.subtle.agree(&self.private, &key, &about(once, &self.public), "decrypt").await?;
        let opened = self.subtle.decrypt(&aes, &ONCE, closed).await?;
        Code::from_bytes(&opened).ok_or(OpenError::Damaged)
    }
}

fn about(once: &[u8], board: &[u8]) -> Vec<u8> {
    let [name, form] = ABOUT;
    [name, form, once, board].concat()
}

async fn mark(subtle: &Subtle, public: &[u8]) -> Result<Vec<u8>, Failed> {
    let mut digest = subtle.digest(public).await?;
    digest.truncate(MARK);
    Ok(digest)
}

/// The two numbers of a point.
fn numbers(point: &[u8]) -> Result<Vec<u8>, Failed> {
    match point.split_first() {
        Some((&WHOLE, numbers)) if numbers.len() == KEY_BYTES => Ok(numbers.to_vec()),
        _ => Err(Failed),
    }
}
