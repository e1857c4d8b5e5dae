//! JavaScript of ours: the scripts of `loader/` with what the build makes for them, as one file or, without esbuild, as the
//! modules that they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::npm::Npm;
use crate::workspace::Workspace;

/// What the build makes beside the scripts: constants, and the glue of the program.
pub(crate) const BUILD: &str = "build.js";
pub(crate) const GLUE: &str = "glue.js";

/// Stands for the packed program until the script around it is minified.
const PROGRAM: &str = "%PROGRAM%";

/// Scripts that belong together, by name, and the one that imports the others.
pub(crate) struct Scripts {
    entry: &'static str,
    texts: BTreeMap<String, String>,
}

impl Scripts {
    /// Every script of `loader/`, to begin from; where modules come from is up to the form.
    pub(crate) fn new(workspace: &Workspace, entry: &'static str, form: Form) -> Result<Scripts> {
        let folder = workspace.root().join("loader");
        let mut texts = BTreeMap::new();
        for file in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = file?.path();
            if path.extension().is_some_and(|extension| extension == "js") {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                texts.insert(name, read(&path)?);
            }
        }
        if let Some(own) = form.modules() {
            texts.insert("modules.js".to_owned(), read(&folder.join(own))?);
        }
        Ok(Scripts { entry, texts })
    }

    /// Adds a script that the build made, or has one take the place of another.
    pub(crate) fn put(&mut self, name: &str, text: String) {
        self.texts.insert(name.to_owned(), text);
    }

    /// Has a script of `loader/` take the place of another.
    pub(crate) fn swap(&mut self, name: &str, other: &str) -> Result<()> {
        let text = self.texts.remove(other).with_context(|| format!("there is no loader/{other}"))?;
        self.put(name, text);
        Ok(())
    }

    /// Adds constants that every script can import.
    pub(crate) fn constants(&mut self, constants: &[(&str, String)]) {
        let lines: Vec<String> =
            constants.iter().map(|(name, value)| format!("export const {name} = {value};\n")).collect();
        self.put(BUILD, lines.concat());
    }

    /// All in one file, minified, without what nobody uses.
    pub(crate) fn bundled(&self, npm: &Npm, folder: &Path) -> Result<String> {
        // What an earlier build left there is not to be found.
        let _ = fs::remove_dir_all(folder);
        self.write(folder)?;
        Ok(narrow(&npm.bundle(folder, self.entry)?))
    }

    /// As modules in a folder of their own; gives the script that leads there from where the one file would be.
    pub(crate) fn unbundled(&self, site: &Path, name: &str) -> Result<String> {
        self.write(&site.join(MODULES).join(name))?;
        let path = format!("./{MODULES}/{name}/{}", self.entry);
        Ok(format!("export * from {};\n", literal(&path)))
    }

    fn write(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        for (name, text) in self.needed()? {
            fs::write(folder.join(name), text)?;
        }
        Ok(())
    }

    /// The first script with all that it imports, and what that imports in turn.
    fn needed(&self) -> Result<BTreeMap<&str, &str>> {
        let mut needed = BTreeMap::new();
        let mut wanted = vec![self.entry];
        while let Some(name) = wanted.pop() {
            let text = self.texts.get(name).with_context(|| format!("{name} is imported, and is not there"))?;
            if needed.insert(name, text.as_str()).is_none() {
                wanted.extend(text.split(" from \"./").skip(1).filter_map(|rest| rest.split('"').next()));
            }
        }
        Ok(needed)
    }

    /// Puts the packed program in, where nothing has to be minified.
    pub(crate) fn fill(&mut self, packed: &str) -> Result<()> {
        let build = self.texts.get(BUILD).context("nothing was built to put the program in")?;
        let filled = fill(build, &as_comment(packed))?;
        self.put(BUILD, filled);
        Ok(())
    }
}

/// The folder of the site for modules that are not in one file.
const MODULES: &str = "modules";

/// In which form scripts are handed out, in so far as they differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Beside each other on a server.
    Files,
    /// For somebody's own bundle.
    Npm,
    /// In one page.
    Single,
}

impl Form {
    fn modules(self) -> Option<&'static str> {
        match self {
            Form::Files | Form::Npm => None,
            Form::Single => Some("forms/single/modules.js"),
        }
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// What stands for the packed program, as a constant.
pub(crate) fn open_program() -> String {
    literal(PROGRAM)
}

/// Puts the packed program into its module, as a comment or a [`literal`].
pub(crate) fn fill(script: &str, program: &str) -> Result<String> {
    let (before, after) = script.split_once(PROGRAM).with_context(|| format!("no {PROGRAM} to fill"))?;
    if after.contains(PROGRAM) {
        bail!("{PROGRAM} stands in the script more than once");
    }
    // The quotes may have been replaced by others; the literal brings its own.
    let quotes = ['"', '\'', '`'];
    let before = before.strip_suffix(quotes).context("no quote before the mark")?;
    let after = after.strip_prefix(quotes).context("no quote after the mark")?;
    Ok(format!("{before}{program}{after}"))
}

/// The packed program in a comment of a function, which `start.js` reads. A bundler drops comments.
pub(crate) fn as_comment(packed: &str) -> String {
    // Base64 has no asterisk, so it does not end the comment.
    format!("()=>{{/*{packed}*/}}")
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

/// JSON is JavaScript; this keeps it from ending a `<script>` of a page.
pub(crate) fn json(data: &str) -> String {
    data.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::{Form, Scripts, as_comment, fill, literal, narrow, open_program};
    use crate::workspace::Workspace;

    #[test]
    fn where_modules_come_from_is_up_to_the_form() -> Result<()> {
        let workspace = Workspace::find()?;
        let modules =
            |form| Ok::<_, anyhow::Error>(Scripts::new(&workspace, "board.js", form)?.texts.remove("modules.js"));
        let [files, npm, single] = [modules(Form::Files)?, modules(Form::Npm)?, modules(Form::Single)?];
        ensure!(files.is_some() && single.is_some() && files == npm && files != single);
        Ok(())
    }

    #[test]
    fn a_script_takes_the_place_of_another() -> Result<()> {
        let mut scripts = Scripts::new(&Workspace::find()?, "entry.js", Form::Files)?;
        let plain = scripts.texts.get("start-plain.js").cloned();
        scripts.swap("start.js", "start-plain.js")?;
        ensure!(plain.is_some() && scripts.texts.get("start.js").cloned() == plain);
        ensure!(scripts.swap("start.js", "none.js").is_err());
        Ok(())
    }

    #[test]
    fn only_what_is_imported_is_written() -> Result<()> {
        let texts =
            [("a.js", "import { b } from \"./b.js\";"), ("b.js", "import { a } from \"./a.js\";"), ("c.js", "")];
        let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        let mut scripts = Scripts { entry: "a.js", texts };
        ensure!(scripts.needed()?.into_keys().eq(["a.js", "b.js"]));
        scripts.texts.remove("b.js");
        ensure!(scripts.needed().is_err());
        Ok(())
    }

    #[test]
    fn the_program_is_filled_in_once() -> Result<()> {
        let script = format!("let a={};", open_program());
        assert_eq!(fill(&script, &as_comment("QUJD"))?, "let a=()=>{/*QUJD*/};");
        ensure!(fill("let a;", "").is_err() && fill(&script.repeat(2), "").is_err());
        Ok(())
    }

    #[test]
    fn a_literal_ends_neither_the_string_nor_the_script() {
        assert_eq!(literal("\"\\\n</script>"), r#""\"\\\n\x3c/script>""#);
    }

    #[test]
    fn a_script_holds_no_character_beyond_latin() {
        assert_eq!(narrow("\"é\u{2013}\u{1f600}\""), "\"é\\u2013\\ud83d\\ude00\"");
    }
}
