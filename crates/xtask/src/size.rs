//! Weighs what a participant loads.

use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bind::Mode;
use crate::build::build;
use crate::place::Place;

/// The bytes of one part: as it is, and as two servers would send it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds the site and prints a table of its parts.
pub(crate) fn size(place: &Place) -> Result<()> {
    let (_, parts) = build(place, Mode::Release)?;
    println!("{}", row("part", "raw", "gzip", "brotli"));
    let rows: [(&str, &[u8]); 4] = [
        ("glue and element", parts.script.as_bytes()),
        ("styles", parts.styles.as_bytes()),
        ("program (wasm)", &parts.wasm),
        ("ruimtescan.js, all of it", parts.module.as_bytes()),
    ];
    for (name, bytes) in rows {
        let Weight { raw, gzip, brotli } = weigh(bytes)?;
        println!("{}", row(name, &thousands(raw), &thousands(gzip), &thousands(brotli)));
    }
    println!("The last line is what is loaded: one file, with the packed program in it as text.");
    Ok(())
}

fn weigh(bytes: &[u8]) -> Result<Weight> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    // Quality 11 and a window of 4 MB: what a server uses for files it compresses beforehand.
    brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22).write_all(bytes)?;
    Ok(Weight { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

fn row(name: &str, raw: &str, gzip: &str, brotli: &str) -> String {
    format!("{name:<26}{raw:>12}{gzip:>12}{brotli:>12}")
}

/// A number with its thousands apart, as a person reads it.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{thousands, weigh};

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(123), "123");
        assert_eq!(thousands(1234), "1 234");
        assert_eq!(thousands(1_234_567), "1 234 567");
    }

    #[test]
    fn what_repeats_weighs_less() -> anyhow::Result<()> {
        let weight = weigh(&[b'a'; 1000])?;
        assert_eq!(weight.raw, 1000);
        assert!(weight.gzip < 100 && weight.brotli < 100, "{weight:?}");
        Ok(())
    }
}
