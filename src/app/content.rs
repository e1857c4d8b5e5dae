//! The content that was compiled in, ready for use.

use scan::packed::unpack;
use scan::questionnaire::Questionnaire;
use scan::text::Texts;

/// What `build.rs` made of `content/`, after checking it.
static QUESTIONNAIRE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/questionnaire.bin"));
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.bin"));

/// What is asked, and every word of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// What is asked and how it counts.
    pub questionnaire: Questionnaire,
    /// Every word.
    pub texts: Texts,
}

impl Content {
    /// Unpacks the content.
    ///
    /// # Errors
    ///
    /// Bytes of another build; a test keeps that from happening.
    pub fn load() -> Result<Content, postcard::Error> {
        let questionnaire: Questionnaire = postcard::from_bytes(QUESTIONNAIRE)?;
        let texts = unpack(&questionnaire, TEXTS);
        Ok(Content { questionnaire, texts })
    }
}
