//! A text as QR code, as the path of a picture.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The empty modules around it, without which it is not read.
const QUIET: i32 = 4;

/// A QR code to draw: dark on light, whatever the page around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// How many modules it is wide and high, with the empty ones around it.
    pub size: u32,
    /// The dark modules as an SVG path: the runs of a row joined.
    pub path: String,
}

/// Draws a text; capitals and digits take the least room. `None` when it is too long for any QR code.
pub fn qr(text: &str) -> Option<Qr> {
    // What the two modes make shorter; of digits alone there is nothing here.
    let segment = if QrSegment::is_alphanumeric(text) {
        QrSegment::make_alphanumeric(text)
    } else {
        QrSegment::make_bytes(text.as_bytes())
    };
    // The mask is to keep patterns of the text out of the picture. What is drawn here is as good as random, so any will do,
    // and what weighs all eight need not be downloaded.
    let (least, most, mask) = (Version::MIN, Version::MAX, Some(Mask::new(0)));
    let code = QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Medium, least, most, mask, true).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                // Within a code, so the casts hold.
                let [x, y, run] = [(x + QUIET) as u64, (y + QUIET) as u64, run as u64].map(|number| number.to_string());
                path.push_str(&["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"].concat());
            }
            // No run is longer than the code is wide.
            x += run as i32 + 1;
        }
    }
    Some(Qr { size: (code.size() + 2 * QUIET) as u32, path })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_code_is_drawn_in_runs_within_its_empty_border() {
        let qr = qr("A").unwrap();
        assert_eq!(qr.size, 21 + 8);
        // The corner: a square of seven with a row of its sides below.
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", qr.path);
        assert!(qr.path.contains("M4 5h1v1h-1zM10 5h1v1h-1z"), "{}", qr.path);
    }

    #[test]
    fn capitals_and_digits_take_less_room_and_too_much_is_refused() {
        let (capitals, small) = ("RSW1".repeat(39), "rsw1".repeat(39));
        assert!(qr(&capitals).unwrap().size < qr(&small).unwrap().size);
        assert_eq!(qr(&"A".repeat(5_000)), None);
    }
}
