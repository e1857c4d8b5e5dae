//! The content that was compiled in, ready for use.

use scan::content::{RawQuestionnaire, RawTexts, load};
use scan::questionnaire::Questionnaire;
use scan::text::Texts;

/// What `build.rs` made of `content/`.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.bin"));

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
    /// Says what is wrong with it, for whoever made this build; the tests keep that from happening.
    pub fn load() -> Result<Content, String> {
        let (questionnaire, texts): (RawQuestionnaire, RawTexts) =
            postcard::from_bytes(BYTES).map_err(|error| error.to_string())?;
        let (questionnaire, texts) = load(questionnaire, texts)
            .map_err(|problems| problems.first().map(ToString::to_string).unwrap_or_default())?;
        Ok(Content { questionnaire, texts })
    }
}
