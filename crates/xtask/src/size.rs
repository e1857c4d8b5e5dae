//! Weighs what a participant loads.

use anyhow::Result;
use flate2::Compression;

use crate::build::build;
use crate::compress;
use crate::workspace::{Mode, Workspace};

/// The bytes of one part: as it is, and as two servers would send it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds the site and prints a table of its parts.
pub(crate) fn size(workspace: &Workspace) -> Result<()> {
    let (_, parts) = build(workspace, Mode::Release)?;
    println!("{}", row("part", "raw", "gzip", "brotli"));
    let rows: [(&str, &[u8]); 6] = [
        ("  first screens", parts.screens.default_language.first.as_bytes()),
        ("  styles", parts.styles.as_bytes()),
        ("ruimtescan.js", parts.loader.as_bytes()),
        ("  more styles", parts.more_styles.as_bytes()),
        ("  program (wasm)", &parts.wasm),
        ("ruimtescan-app.js", parts.program.as_bytes()),
    ];
    let mut all = Weight::default();
    for (name, bytes) in rows {
        let weight = weigh(bytes)?;
        print(name, weight);
        if !name.starts_with(' ') {
            all =
                Weight { raw: all.raw + weight.raw, gzip: all.gzip + weight.gzip, brotli: all.brotli + weight.brotli };
        }
    }
    print("all that is loaded", all);
    for language in &parts.screens.others {
        print(&language.file(), weigh(language.module(&parts.name).as_bytes())?);
    }
    println!("What stands to the right is in the file below it; the program is in there packed, as text.");
    println!("Another language comes on top, and only where a page asks for it.");
    Ok(())
}

fn weigh(bytes: &[u8]) -> Result<Weight> {
    let [gzip, brotli] = [compress::gzip(bytes, Compression::best())?, compress::brotli(bytes)?];
    Ok(Weight { raw: bytes.len(), gzip: gzip.len(), brotli: brotli.len() })
}

fn print(name: &str, weight: Weight) {
    println!("{}", row(name, &thousands(weight.raw), &thousands(weight.gzip), &thousands(weight.brotli)));
}

fn row(name: &str, raw: &str, gzip: &str, brotli: &str) -> String {
    format!("{name:<26}{raw:>12}{gzip:>12}{brotli:>12}")
}

/// A number with its thousands apart, as a person reads it.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
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
