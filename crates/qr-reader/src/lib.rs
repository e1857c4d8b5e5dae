//! Finds a QR code in a picture of grey pixels.

#![forbid(unsafe_code)]

use rqrr::PreparedImage;

/// The text of the first QR code in a picture, given row by row from black (0) to white (255); `None` when there is none.
pub fn read(grey: &[u8], width: usize, height: usize) -> Option<String> {
    let at = |x: usize, y: usize| grey.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, at);
    picture.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::read;
    use qrcodegen::{QrCode, QrCodeEcc};

    /// A text as a picture: so many pixels to a module, dark and light no further apart than this.
    fn picture(text: &str, pixels: usize, dark: u8, light: u8) -> (Vec<u8>, usize) {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let width = (code.size() as usize + 8) * pixels;
        let module = |place: usize| (place / pixels) as i32 - 4;
        let at = |place: usize| code.get_module(module(place % width), module(place / width));
        ((0..width * width).map(|place| if at(place) { dark } else { light }).collect(), width)
    }

    #[test]
    fn a_code_is_read_also_when_it_is_large_or_faint() {
        for (text, pixels, dark, light) in [("ABCDE-12345", 4, 0, 255), (&"RSW1".repeat(60), 3, 90, 160)] {
            let (grey, width) = picture(text, pixels, dark, light);
            assert_eq!(read(&grey, width, width).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_blot_is_mended() {
        let text = "RSW1".repeat(20);
        let (mut grey, width) = picture(&text, 4, 0, 255);
        for y in width / 2..width / 2 + 16 {
            grey[y * width + width / 2..][..24].fill(0);
        }
        assert_eq!(read(&grey, width, width), Some(text));
    }

    #[test]
    fn nothing_is_read_where_no_code_is_or_the_picture_is_cut() {
        assert_eq!(read(&[], 0, 0), None);
        assert_eq!(read(&[128; 100], 10, 10), None);
        let (grey, width) = picture("ABCDE-12345", 4, 0, 255);
        assert_eq!(read(&grey[..grey.len() / 2], width, width), None, "half of it is not there");
    }

    #[test]
    fn noise_stops_nothing() {
        let mut state = 1_u32;
        for size in [1, 2, 7, 40, 200] {
            let next = |_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            };
            let grey: Vec<u8> = (0..size * size).map(next).collect();
            assert_eq!(read(&grey, size, size), None);
        }
    }
}
