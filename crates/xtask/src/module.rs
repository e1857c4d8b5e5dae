//! Puts glue, element, styles and program together into one ES module.

use std::io::Write;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use zopfli::{Format, Options};

use crate::bind::Mode;

/// What stands for the styles and the program until the script around them is minified.
const STYLES: &str = "%STYLES%";
const PROGRAM: &str = "%PROGRAM%";

/// Joins the glue and `element.js` to a script with two places left open for [`fill`].
pub(crate) fn join(glue: &str, element: &str) -> Result<String> {
    let glue = without_exports(glue);
    let element = without_imports(element)?;
    // The block keeps the names of the element apart from those of the glue.
    Ok(format!("{glue}\n{{\nconst STYLES = \"{STYLES}\", PROGRAM = \"{PROGRAM}\";\n{element}}}\n"))
}

/// Puts the style sheet and the packed program into the joined script.
pub(crate) fn fill(script: &str, styles: &str, packed: &str) -> Result<String> {
    let script = fill_one(script, STYLES, &literal(styles))?;
    fill_one(&script, PROGRAM, &literal(packed))
}

/// Compresses a program with gzip and writes it in characters a script can hold.
///
/// No time and no name get into it: the same program gives the same bytes.
pub(crate) fn pack(wasm: &[u8], mode: Mode) -> Result<String> {
    let packed = match mode {
        Mode::Release => {
            let mut packed = Vec::new();
            zopfli::compress(Options::default(), Format::Gzip, wasm, &mut packed)?;
            packed
        }
        // The best compression takes too long to wait for after every change of a line.
        Mode::Dev => {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
            gzip.write_all(wasm)?;
            gzip.finish()?
        }
    };
    Ok(STANDARD.encode(packed))
}

/// The glue is the inside of our module: nothing of it is for the page.
fn without_exports(glue: &str) -> String {
    let lines = glue.lines().filter(|line| !line.starts_with("export {"));
    let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The imports of `element.js` say what it takes from the glue and the build; here it has them.
fn without_imports(element: &str) -> Result<String> {
    let is_import = |line: &&str| line.starts_with("import ");
    if element.lines().filter(is_import).any(|line| !line.ends_with("\";")) {
        bail!("an import in element.js takes more than one line, which the build cannot drop");
    }
    let lines = element.lines().filter(|line| !is_import(line));
    Ok(lines.map(|line| format!("{line}\n")).collect())
}

fn fill_one(script: &str, mark: &str, literal: &str) -> Result<String> {
    let (before, after) = script.split_once(mark).with_context(|| format!("no {mark} to fill"))?;
    if after.contains(mark) {
        bail!("{mark} stands in the script more than once");
    }
    // The quotes may have been replaced by others; the literal brings its own.
    let quotes = ['"', '\'', '`'];
    let before = before.strip_suffix(quotes).context("no quote before the mark")?;
    let after = after.strip_prefix(quotes).context("no quote after the mark")?;
    Ok(format!("{before}{literal}{after}"))
}

/// Text as a JavaScript string, that also survives inside a `<script>` of a page.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '<' => out.push_str("\\x3c"),
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use anyhow::{Result, ensure};
    use base64::Engine;
    use flate2::read::GzDecoder;

    use crate::bind::Mode;

    use super::{STANDARD, fill, join, literal, pack};

    const GLUE: &str = "export function mount() {}\nexport class Handle {}\nlet x = 1;\nexport { mount as default };";
    const ELEMENT: &str = "import { mount } from \"the glue\";\nimport { STYLES } from \"the build\";\nmount();\n";

    #[test]
    fn the_module_neither_imports_nor_exports() -> Result<()> {
        let script = join(GLUE, ELEMENT)?;
        let opening = |word: &str| script.lines().any(|line| line.starts_with(word));
        ensure!(!opening("import") && !opening("export"), "{script}");
        ensure!(opening("function mount() {}") && opening("class Handle {}"), "{script}");
        Ok(())
    }

    #[test]
    fn an_import_over_several_lines_is_refused() {
        assert!(join(GLUE, "import {\n  mount,\n} from \"the glue\";\n").is_err());
    }

    #[test]
    fn styles_and_program_take_the_open_places() -> Result<()> {
        let script = fill(&join("", "")?, "a{}", "QUJD")?;
        assert_eq!(script, "\n{\nconst STYLES = \"a{}\", PROGRAM = \"QUJD\";\n}\n");
        Ok(())
    }

    #[test]
    fn a_script_without_open_places_is_refused() {
        assert!(fill("let a;", "", "").is_err());
        assert!(fill("'%STYLES%' '%STYLES%' '%PROGRAM%'", "", "").is_err());
    }

    #[test]
    fn a_literal_ends_neither_the_string_nor_the_script() {
        assert_eq!(literal("\"\\\n</script>"), r#""\"\\\n\x3c/script>""#);
    }

    #[test]
    fn a_packed_program_unpacks_and_is_the_same_every_time() -> Result<()> {
        let wasm = b"\0asm and so on, and so on, and so on";
        for mode in [Mode::Release, Mode::Dev] {
            let packed = pack(wasm, mode)?;
            assert_eq!(packed, pack(wasm, mode)?);
            let packed = STANDARD.decode(packed)?;
            let mut unpacked = Vec::new();
            GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked)?;
            assert_eq!(unpacked, wasm);
        }
        Ok(())
    }
}
