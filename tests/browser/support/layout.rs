//! What a screen looks like, measured: whether it fits, and what is drawn.

use crate::support::browser::Browser;
use serde_json::json;

/// Fails when the page is wider than the screen, naming what sticks out.
pub(crate) async fn fits(browser: &Browser, screen: &str) {
    let wide = browser
        .run("const width = document.documentElement.clientWidth;
            const wide = [];
            const look = root => { for (const element of root.querySelectorAll('*')) {
              if (element.shadowRoot) look(element.shadowRoot);
              if (element.checkVisibility() && !element.closest('svg') && element.getBoundingClientRect().right > width + 1) wide.push(element.localName + '.' + element.className);
            } };
            look(document);
            return [document.documentElement.scrollWidth <= width, wide];")
        .await;
    assert_eq!(wide, json!([true, []]), "sideways on {screen}");
}

/// How many pixels of the left part of a picture, where the radio is, differ from its corner.
pub(crate) fn ink(picture: &[u8]) -> usize {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (size, row) = (frame.color_type.samples(), frame.line_size);
    let at = |x: usize, y: usize| &pixels[y * row + x * size..y * row + x * size + size];
    let (width, height) = (48.min(frame.width as usize), frame.height as usize);
    let paper = at(width - 1, height / 2).to_vec();
    (4..height - 4).flat_map(|y| (4..width).map(move |x| (x, y))).filter(|(x, y)| at(*x, *y) != paper).count()
}
