//! The content that was compiled in, ready for use.

use scan::packed::unpack;
use scan::questionnaire::Questionnaire;
use scan::text::Texts;

/// What `build.rs` made of `content/`, after checking it.
static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/content.txt"));

/// What is asked, and every word of it.
#[derive(Clone, Debug)]
pub struct Content {
    /// What is asked and how it counts.
    pub questionnaire: Questionnaire,
    /// Every word.
    pub texts: Texts,
}

impl Content {
    /// Unpacks the content of this build.
    pub fn load() -> Content {
        let (questionnaire, texts) = unpack(PACKED);
        Content { questionnaire, texts }
    }
}
