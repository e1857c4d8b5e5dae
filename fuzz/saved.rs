//! Any text as a saved sitting. One that is read is written and read the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ruimtescan::app::Content;
use scan::saved::{decode, encode};
use std::sync::LazyLock;

static CONTENT: LazyLock<Content> = LazyLock::new(Content::load);

fuzz_target!(|text: &str| {
    if let Ok(saved) = decode(&CONTENT.questionnaire, text) {
        assert_eq!(decode(&CONTENT.questionnaire, &encode(&CONTENT.questionnaire, &saved)), Ok(saved));
    }
});
