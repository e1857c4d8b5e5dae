//! Any text as a code, a sealed code and a chat; any bytes as a code.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ruimtescan::app::Content;
use scan::code::{Code, Finder, read_sealed, write_sealed};
use std::sync::LazyLock;

static CONTENT: LazyLock<Content> = LazyLock::new(Content::load);

fuzz_target!(|bytes: &[u8]| {
    if let Some(code) = Code::from_bytes(bytes) {
        assert_eq!(Code::read(&code.short()), Ok(code));
        let _ = code.answers(&CONTENT.questionnaire);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(code) = Code::read(text) {
        assert_eq!(Code::from_bytes(&code.bytes()), Some(code));
        let _ = code.answers(&CONTENT.questionnaire);
    }
    if let Ok(sealed) = read_sealed(text) {
        let written = write_sealed(sealed.as_slice().try_into().expect("as many bytes as are sealed"));
        assert_eq!(read_sealed(&written), Ok(sealed));
    }
    // In pieces of one sign it finds the same.
    let (mut finder, mut found) = (Finder::default(), Vec::new());
    for (at, sign) in text.char_indices() {
        found.extend(finder.feed(&text[at..at + sign.len_utf8()]));
    }
    found.extend(finder.finish());
    assert_eq!(found, Finder::all(text));
});
