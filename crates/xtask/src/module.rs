//! Puts the two ES modules together: the loader with the first screens, and the program with its glue; each with the
//! styles of what it shows.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use zopfli::{Format, Options};

use crate::bind::Mode;
use crate::languages::Language;

/// What stands for each of these until the script around it is minified.
const STYLES: &str = "%STYLES%";
const PROGRAM: &str = "%PROGRAM%";
const BUILD: &str = "%BUILD%";

/// Joins the scripts of the loader, its first screens and the names of the languages, its own first, with places left open
/// for [`fill_loader`].
pub(crate) fn join_loader(scripts: &[String], own: &Language, others: &[Language]) -> Result<String> {
    // JSON is JavaScript, and this keeps it from ending a `<script>` of a page.
    let first = own.first.replace('<', "\\u003c");
    let names: Vec<String> = [own].into_iter().chain(others).map(|one| literal(&one.name)).collect();
    let names = names.join(", ");
    let mut all =
        format!("const STYLES = \"{STYLES}\", BUILD = \"{BUILD}\", LANGUAGES = [{names}], FIRST = {first};\n");
    for script in scripts {
        all += &without_exports(&without_imports(script)?);
    }
    Ok(all)
}

/// Joins the glue, the script that has the program and `program.js`, with places left open for [`fill_program`].
pub(crate) fn join_program(glue: &str, kind: &str, program: &str) -> Result<String> {
    let mut all = format!("const PROGRAM = \"{PROGRAM}\", STYLES = \"{STYLES}\", BUILD = \"{BUILD}\";\n");
    all += &without_exports(glue);
    all += &without_exports(&without_imports(kind)?);
    all += &without_imports(program)?;
    Ok(all)
}

/// Puts style sheet and name of the build into the loader.
pub(crate) fn fill_loader(script: &str, styles: &str, build: &str) -> Result<String> {
    fill_one(&fill_styles(script, styles)?, BUILD, &literal(build))
}

/// Puts the name of the build into a module without styles.
pub(crate) fn fill_build(script: &str, build: &str) -> Result<String> {
    Ok(narrow(&fill_one(script, BUILD, &literal(build))?))
}

/// Puts the packed program, as a comment or a [`literal`], and name of the build into a module without styles.
pub(crate) fn fill_plain_program(script: &str, program: &str, build: &str) -> Result<String> {
    fill_one(&fill_build(script, build)?, PROGRAM, program)
}

/// Puts the style sheet into a loader that does not ask for the name of the build.
pub(crate) fn fill_styles(script: &str, styles: &str) -> Result<String> {
    Ok(narrow(&fill_one(script, STYLES, &literal(styles))?))
}

/// Puts the packed program, as a comment or a [`literal`], style sheet and name of the build into its module.
pub(crate) fn fill_program(script: &str, program: &str, styles: &str, build: &str) -> Result<String> {
    fill_one(&fill_loader(script, styles, build)?, PROGRAM, program)
}

/// Puts the packed program and style sheet into a script that stands alone: nothing is to be of one build with it.
pub(crate) fn fill_alone(script: &str, program: &str, styles: &str) -> Result<String> {
    fill_one(&fill_styles(script, styles)?, PROGRAM, program)
}

/// The packed program in a comment of a function, which `wasm.js` reads. A bundler drops comments.
pub(crate) fn as_comment(packed: &str) -> String {
    // Base64 has no asterisk, so it does not end the comment.
    format!("()=>{{/*{packed}*/}}")
}

/// A name for what is in both modules: the same content gives the same name, any other another.
pub(crate) fn name(parts: &[&[u8]]) -> String {
    // With fixed keys, and never kept: it only has to differ between two builds.
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Compresses a program with gzip and writes it in characters a script can hold.
///
/// No time and no name get into it: the same program gives the same bytes.
pub(crate) fn pack(wasm: &[u8], mode: Mode) -> Result<String> {
    let packed = match mode {
        Mode::Release | Mode::Plain => {
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

/// What one script exports to another is the inside of our module, and not for the page.
fn without_exports(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.starts_with("export {"));
    let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The imports of a script say what it takes from the others and the build; here it has them.
fn without_imports(script: &str) -> Result<String> {
    let is_import = |line: &&str| line.starts_with("import ");
    if script.lines().filter(is_import).any(|line| !line.ends_with("\";")) {
        bail!("an import in a script of src/embed takes more than one line, which the build cannot drop");
    }
    let lines = script.lines().filter(|line| !is_import(line));
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

/// Writes the few characters beyond Latin-1, which stand in strings only, as escapes: with one of them in it a browser
/// holds a script in twice the memory.
pub(crate) fn narrow(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for char in script.chars() {
        match char as u32 {
            ..=0xff => out.push(char),
            _ => char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out += &format!("\\u{unit:04x}")),
        }
    }
    out
}

/// Text as a JavaScript string, that also survives inside a `<script>` of a page.
pub(crate) fn literal(text: &str) -> String {
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
    use crate::languages::Language;

    use super::{
        STANDARD, as_comment, fill_loader, fill_program, join_loader, join_program, literal, name, narrow, pack,
    };

    const GLUE: &str = "export function mount() {}\nexport class Handle {}\nlet x = 1;\nexport { mount as default };";
    const PROGRAM: &str = "import { mount } from \"the glue\";\nconst x = 1;\nexport { x as build, mount };\n";
    const KIND: &str = "import { PROGRAM } from \"the build\";\nexport async function unpack() {}\n";
    const ELEMENT: &str = "import { STYLES } from \"the build\";\nexport class First {}\n";

    fn language(name: &str, first: &str) -> Language {
        Language { name: name.to_owned(), first: first.to_owned(), content: String::new() }
    }

    fn opens(script: &str, word: &str) -> bool {
        script.lines().any(|line| line.starts_with(word))
    }

    #[test]
    fn the_loader_neither_imports_nor_exports() -> Result<()> {
        let script = join_loader(&[ELEMENT.to_owned()], &language("nl", "{\"a\":\"<\"}"), &[])?;
        ensure!(!opens(&script, "import") && !opens(&script, "export"), "{script}");
        ensure!(opens(&script, "class First {}") && script.contains("FIRST = {\"a\":\"\\u003c\"}"), "{script}");
        Ok(())
    }

    #[test]
    fn the_program_exports_what_it_says_and_nothing_of_the_glue() -> Result<()> {
        let script = join_program(GLUE, KIND, PROGRAM)?;
        ensure!(!opens(&script, "import"), "{script}");
        ensure!(opens(&script, "function mount() {}") && opens(&script, "class Handle {}"), "{script}");
        ensure!(opens(&script, "async function unpack() {}"), "{script}");
        let exports: Vec<&str> = script.lines().filter(|line| line.starts_with("export")).collect();
        ensure!(exports == ["export { x as build, mount };"], "{exports:?}");
        Ok(())
    }

    #[test]
    fn an_import_over_several_lines_is_refused() {
        assert!(join_program(GLUE, "", "import {\n  mount,\n} from \"the glue\";\n").is_err());
    }

    #[test]
    fn what_was_left_open_is_filled() -> Result<()> {
        let loader = join_loader(&[], &language("nl", "{}"), &[language("en", "")])?;
        let loader = fill_loader(&loader, "a{}", "b")?;
        let names = "LANGUAGES = [\"nl\", \"en\"]";
        assert_eq!(loader, format!("const STYLES = \"a{{}}\", BUILD = \"b\", {names}, FIRST = {{}};\n"));
        let program = fill_program(&join_program("", "", "")?, &as_comment("QUJD"), "c{}", "b")?;
        assert_eq!(program, "const PROGRAM = ()=>{/*QUJD*/}, STYLES = \"c{}\", BUILD = \"b\";\n");
        Ok(())
    }

    #[test]
    fn a_script_without_open_places_is_refused() {
        assert!(fill_loader("let a;", "", "").is_err());
        assert!(fill_program("'%PROGRAM%' '%PROGRAM%' '%STYLES%' '%BUILD%'", "", "", "").is_err());
    }

    #[test]
    fn another_build_has_another_name() {
        assert_eq!(name(&[b"a", b"b"]), name(&[b"a", b"b"]));
        assert_ne!(name(&[b"a", b"b"]), name(&[b"ab", b""]));
    }

    #[test]
    fn a_literal_ends_neither_the_string_nor_the_script() {
        assert_eq!(literal("\"\\\n</script>"), r#""\"\\\n\x3c/script>""#);
    }

    #[test]
    fn a_script_holds_no_character_beyond_latin() {
        assert_eq!(narrow("\"é\u{2013}\u{1f600}\""), "\"é\\u2013\\ud83d\\ude00\"");
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
