//! The content that was compiled in, ready for use.

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
    /// Unpacks the content. `None` for a build whose parts do not belong together.
    pub fn load() -> Option<Content> {
        let (questionnaire, texts) = postcard::from_bytes(BYTES).ok()?;
        Some(Content { questionnaire, texts })
    }
}
