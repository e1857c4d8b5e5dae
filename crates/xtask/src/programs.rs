//! The programs: a table of what each is made of, and one function that makes any of them.

use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use serde_json::json;

use crate::compress;
use crate::javascript::{Form, GLUE, Scripts, as_comment, fill, json, literal, open_program};
use crate::npm::Npm;
use crate::screens::{Language, Screens};
use crate::styles;
use crate::wasm::{self, Binary, Bound};
use crate::wasm2js;
use crate::workspace::{Mode, Workspace};

/// One program.
pub(crate) struct Program {
    /// What is compiled for it.
    pub(crate) binary: Binary,
    /// The file with its module or script.
    pub(crate) file: &'static str,
    /// The same as plain JavaScript; none for one that is only asked for where WebAssembly runs.
    pub(crate) no_wasm: Option<&'static str>,
    /// What of the source it is made of. What no program has here, all are made of; or none, as [`crate::watch`] says.
    pub(crate) sources: &'static [&'static str],
    kind: Kind,
}

/// What is around a program.
enum Kind {
    /// A module that the loader imports: what it gives, by the names of the glue and of the module.
    Module(&'static [(&'static str, &'static str)]),
    /// A page of its own, with its script of `loader/` and the components of the scan that it is made of.
    Page { page: &'static str, script: &'static str, components: &'static [&'static str] },
}

/// The name of the glue for what gives a program that trapped fresh memory.
const AFRESH: (&str, &str) = ("__wbg_reset_state", "afresh");

/// What a participant downloads.
pub(crate) const SCAN: Program = Program {
    binary: Binary { package: "ruimtescan", name: "scan" },
    file: "ruimtescan-app.js",
    no_wasm: Some("ruimtescan.nowasm.js"),
    sources: &[
        "src/bin/scan.rs",
        "src/embed",
        "src/app",
        "src/screens",
        "src/charts",
        "content/questionnaire.toml",
        "content/text",
    ],
    kind: Kind::Module(&[("mount", "mount"), AFRESH]),
};
/// What lays a page's own content over ours.
pub(crate) const OVERLAY: Program = Program {
    binary: Binary { package: "overlay", name: "overlay" },
    file: "ruimtescan-own.js",
    no_wasm: Some("ruimtescan-own.nowasm.js"),
    sources: &["crates/overlay", "content/questionnaire.toml", "content/text"],
    kind: Kind::Module(&[("lay", "lay")]),
};
/// What makes a participant's code.
pub(crate) const CODES: Program = Program {
    binary: Binary { package: "codes", name: "codes" },
    file: "ruimtescan-workshop.js",
    no_wasm: Some("ruimtescan-workshop.nowasm.js"),
    sources: &["crates/codes"],
    kind: Kind::Module(&[("make", "make")]),
};
/// What reads a QR code in a picture, for the board.
pub(crate) const QR_READER: Program = Program {
    binary: Binary { package: "qr-reader", name: "qr-reader" },
    file: "ruimtebord-camera.js",
    no_wasm: None,
    sources: &["crates/qr-reader", "crates/g2p"],
    kind: Kind::Module(&[("read", "read"), AFRESH]),
};
/// The board of a workshop.
pub(crate) const BOARD: Program = Program {
    binary: Binary { package: "ruimtescan", name: "board" },
    file: "ruimtebord.js",
    no_wasm: None,
    sources: &[
        "src/bin/board.rs",
        "src/board",
        "src/app",
        "src/screens",
        "src/charts",
        "crates/codes",
        "build/board.rs",
        "content/board",
        "content/questionnaire.toml",
        "content/text/nl.toml",
    ],
    kind: Kind::Page {
        page: "bord.html",
        script: "board.js",
        components: &["button", "confirm", "disclosure", "door_list", "file_field", "notice", "option", "qr", "table"],
    },
};
/// The page for editors.
pub(crate) const EDITOR: Program = Program {
    binary: Binary { package: "ruimtescan", name: "editor" },
    file: "inbedden.js",
    no_wasm: None,
    sources: &["src/bin/editor.rs", "src/editor", "build/editor.rs", "content/editor/words.toml", "docs/inbedden"],
    kind: Kind::Page {
        page: "inbedden.html",
        script: "editor.js",
        components: &["button", "disclosure", "notice", "option"],
    },
};

/// All of them.
pub(crate) const PROGRAMS: [&Program; 6] = [&SCAN, &OVERLAY, &CODES, &QR_READER, &BOARD, &EDITOR];
/// The programs that the loader asks for, by the name it has for them.
const ASKED_FOR: [(&str, &Program); 3] = [("scan", &SCAN), ("overlay", &OVERLAY), ("codes", &CODES)];
/// The modules that stand in a page in one file.
const INSIDE: [&Program; 3] = [&SCAN, &CODES, &QR_READER];

/// What programs are made with.
#[derive(Clone, Copy)]
pub(crate) struct Tools<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) mode: Mode,
    /// The tools from npm, where there are any.
    pub(crate) npm: Option<&'a Npm>,
}

/// A program that is compiled, as small as it gets.
pub(crate) struct Compiled {
    /// The program, before it is packed.
    pub(crate) wasm: Vec<u8>,
    /// The script that loads it.
    pub(crate) glue: String,
    packed: String,
}

/// A program with the scripts around it, in which only the program itself is left open.
pub(crate) struct Made {
    packed: String,
    scripts: Scripts,
    folder: PathBuf,
}

impl Program {
    /// The page that it is, if it is one.
    pub(crate) fn page(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Page { page, .. } => Some(page),
            Kind::Module(_) => None,
        }
    }

    /// Makes it in a form. `build` names the build that it belongs to, `styles` are those that come with a module.
    pub(crate) fn make(&self, tools: Tools<'_>, form: Form, build: &str, styles: &str) -> Result<Made> {
        self.around(&self.compile(tools)?, tools, form, build, styles)
    }

    /// Compiles it.
    pub(crate) fn compile(&self, tools: Tools<'_>) -> Result<Compiled> {
        let Bound { wasm, glue } = wasm::bound(tools.workspace, self.binary, tools.mode)?;
        let shrink = |npm: &Npm| npm.shrink_wasm(&wasm, &tools.workspace.parts(), self.binary.name);
        let wasm = tools.npm.map_or_else(|| Ok(wasm.clone()), shrink)?;
        Ok(Compiled { packed: pack(&wasm, tools.mode)?, wasm, glue })
    }

    /// Makes what goes around a program that is compiled.
    pub(crate) fn around(
        &self,
        compiled: &Compiled,
        tools: Tools<'_>,
        form: Form,
        build: &str,
        styles: &str,
    ) -> Result<Made> {
        let mut scripts = self.scripts(tools, form, build, styles, &[("PROGRAM", open_program())])?;
        scripts.put(GLUE, compiled.glue.clone());
        let folder = tools.workspace.parts().join("scripts").join(self.binary.name);
        Ok(Made { packed: compiled.packed.clone(), scripts, folder })
    }

    /// Makes it as plain JavaScript, as one module.
    pub(crate) fn make_plain(&self, workspace: &Workspace, npm: &Npm, build: &str, styles: &str) -> Result<String> {
        let tools = Tools { workspace, mode: Mode::Release, npm: Some(npm) };
        let Bound { wasm, glue } = wasm::bound_without_references(workspace, self.binary)?;
        let mut scripts = self.scripts(tools, Form::Files, build, styles, &[])?;
        scripts.swap("start.js", "start-plain.js")?;
        scripts.put("plain.js", wasm2js::as_module(&npm.plain_script(&wasm, &workspace.parts(), self.binary.name)?)?);
        scripts.put(GLUE, wasm2js::with_import(&glue)?);
        scripts.bundled(npm, &workspace.parts().join("scripts").join(format!("{}-plain", self.binary.name)))
    }

    /// The scripts around it.
    fn scripts(
        &self,
        tools: Tools<'_>,
        form: Form,
        build: &str,
        styles: &str,
        more: &[(&str, String)],
    ) -> Result<Scripts> {
        let (entry, styles) = match self.kind {
            Kind::Module(_) => ("entry.js", styles.to_owned()),
            Kind::Page { script, .. } => (script, self.styles(tools)?),
        };
        let mut scripts = Scripts::new(tools.workspace, entry, form)?;
        if let Kind::Module(exports) = self.kind {
            scripts.put(entry, self.entry(exports, form));
        }
        let mut constants = constants(tools, form, build, &styles);
        constants.extend(more.iter().cloned());
        scripts.constants(&constants);
        Ok(scripts)
    }

    /// What a module gives: exported, or handed over in a page in one file, where no script can import from another.
    fn entry(&self, exports: &[(&str, &str)], form: Form) -> String {
        let names: Vec<&str> = exports.iter().map(|(name, _)| *name).collect();
        let imports = format!(
            "import {{ BUILD, STYLES, ours }} from \"./build.js\";\nimport {{ {} }} from \"./glue.js\";\n\
             import {{ begin }} from \"./start.js\";\n",
            names.join(", ")
        );
        let all = ["BUILD build", "STYLES styles", "ours ours", "begin begin"].map(str::to_owned);
        let all = all.into_iter().chain(exports.iter().map(|(inside, outside)| format!("{inside} {outside}")));
        let written: Vec<String> = all
            .filter_map(|pair| pair.split_once(' ').map(|(inside, outside)| (inside.to_owned(), outside.to_owned())))
            .map(|(inside, outside)| match form {
                Form::Single => format!("{outside}: {inside}"),
                Form::Files | Form::Npm => format!("{inside} as {outside}"),
            })
            .collect();
        let written = written.join(", ");
        imports
            + &match form {
                Form::Single => {
                    format!("dispatchEvent(new CustomEvent({}, {{ detail: {{ {written} }} }}));\n", literal(self.file))
                }
                Form::Files | Form::Npm => format!("export {{ {written} }};\n"),
            }
    }

    /// The sheet of a page: what it takes of the scan's, then its own: one of its name, and a folder of that name where it
    /// has several screens.
    fn styles(&self, tools: Tools<'_>) -> Result<String> {
        let Kind::Page { components, .. } = self.kind else { return Ok(String::new()) };
        let folder = tools.workspace.root().join("styles");
        let components = components.iter().map(|name| format!("components/{name}"));
        let names = ["tokens", "base", "page"]
            .map(str::to_owned)
            .into_iter()
            .chain(components)
            .chain([self.binary.name.to_owned()]);
        let mut sheets: Vec<PathBuf> = names.map(|name| folder.join(name).with_extension("css")).collect();
        let screens = folder.join(self.binary.name);
        if screens.is_dir() {
            sheets.extend(styles::files(&screens)?);
        }
        let all: String = sheets.iter().map(|sheet| styles::text(sheet)).collect::<Result<_>>()?;
        tools.npm.map_or(Ok(all.clone()), |npm| npm.shrink_styles(&all))
    }
}

impl Made {
    /// In one file, with what is written of the program; without esbuild beside it, in a folder of the site.
    pub(crate) fn written(mut self, tools: Tools<'_>, site: &Path, program: fn(&str) -> String) -> Result<String> {
        match tools.npm {
            Some(npm) => fill(&self.scripts.bundled(npm, &self.folder)?, &program(&self.packed)),
            None => {
                self.scripts.fill(&self.packed)?;
                self.scripts.unbundled(site, &self.folder.file_name().unwrap_or_default().to_string_lossy())
            }
        }
    }

    /// The same in a page or on a server.
    pub(crate) fn file(self, tools: Tools<'_>, site: &Path) -> Result<String> {
        self.written(tools, site, as_comment)
    }
}

/// The loader: the element, with the first screens of the program's own language. In one page no other language and
/// nothing else comes as a file.
pub(crate) fn loader(
    tools: Tools<'_>,
    site: &Path,
    form: Form,
    build: &str,
    screens: &Screens,
    styles: &str,
) -> Result<String> {
    let mut scripts = Scripts::new(tools.workspace, "ruimtescan.js", form)?;
    let language = &screens.default_language;
    let others: &[Language] = if form == Form::Single { &[] } else { &screens.others };
    let mut languages = vec![format!("{{ name: {}, first: {} }}", literal(&language.name), json(&language.first))];
    languages.extend(
        others
            .iter()
            .map(|other| format!("{{ name: {}, file: {} }}", literal(&other.name), asked(&other.file(), form))),
    );
    let programs = ASKED_FOR.iter().map(|(name, program)| {
        let files = [Some(program.file), program.no_wasm].into_iter().flatten().map(|file| asked(file, form));
        format!("{name}: [{}]", files.collect::<Vec<_>>().join(", "))
    });
    let mut constants = constants(tools, form, build, styles);
    constants.extend([
        ("LANGUAGES", format!("[{}]", languages.join(", "))),
        ("PROGRAMS", format!("{{ {} }}", programs.collect::<Vec<_>>().join(", "))),
    ]);
    scripts.constants(&constants);
    match tools.npm {
        Some(npm) => scripts.bundled(npm, &tools.workspace.parts().join("scripts").join("loader")),
        None => scripts.unbundled(site, "loader"),
    }
}

/// A module that may be asked for: by its name, or for a bundler written out, so that it finds it and names it as it likes.
fn asked(file: &str, form: Form) -> String {
    match form {
        Form::Files | Form::Single => literal(file),
        Form::Npm => format!("() => import(\"./{file}\")"),
    }
}

/// What every script may want to know: `here` is where the files lie, `ours` what the frames of the program bear. Without
/// esbuild the scripts lie two folders down.
fn constants(tools: Tools<'_>, form: Form, build: &str, styles: &str) -> Vec<(&'static str, String)> {
    let inside: Vec<&str> = INSIDE.iter().map(|program| program.file).collect();
    // Functions, since nobody can tell that an address that is not used can be left out.
    let [here, ours] = match (form, tools.npm) {
        // A script that is no module has no address of its own.
        (Form::Single, _) => ["() => location.href"; 2],
        (_, Some(_)) => ["() => import.meta.url"; 2],
        (_, None) => ["() => new URL(\"../../\", import.meta.url).href", "() => new URL(\".\", import.meta.url).href"],
    };
    let load = match form {
        Form::Files | Form::Single => "(file, query) => import(new URL(file + query, here()))",
        Form::Npm => "(file) => file()",
    };
    vec![
        ("BUILD", literal(build)),
        ("STYLES", literal(styles)),
        ("here", here.to_owned()),
        ("ours", ours.to_owned()),
        ("load", load.to_owned()),
        ("READER", literal(QR_READER.file)),
        ("INSIDE", json!(inside).to_string()),
    ]
}

/// Compresses a program and writes it in characters a script can hold.
fn pack(wasm: &[u8], mode: Mode) -> Result<String> {
    Ok(STANDARD.encode(match mode {
        Mode::Release | Mode::StableStd => compress::gzip_slowly(wasm)?,
        // The best compression takes too long to wait for after every change of a line.
        Mode::Dev => compress::gzip(wasm, Compression::fast())?,
    }))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use anyhow::{Result, ensure};
    use base64::Engine;
    use flate2::read::GzDecoder;

    use super::{AFRESH, CODES, Form, Mode, STANDARD, pack};

    #[test]
    fn a_module_gives_what_the_table_says_exported_or_handed_over() {
        let exports = [("make", "make"), AFRESH];
        let [files, single] = [Form::Files, Form::Single].map(|form| CODES.entry(&exports, form));
        assert!(files.ends_with("begin as begin, make as make, __wbg_reset_state as afresh };\n"), "{files}");
        let event = "new CustomEvent(\"ruimtescan-workshop.js\", { detail: { build: BUILD, ";
        assert!(single.contains(event) && !single.contains("export"), "{single}");
    }

    #[test]
    fn a_packed_program_unpacks_and_is_the_same_every_time() -> Result<()> {
        let wasm = b"\0asm and so on, and so on, and so on";
        for mode in [Mode::Release, Mode::Dev] {
            let packed = pack(wasm, mode)?;
            ensure!(packed == pack(wasm, mode)?);
            let packed = STANDARD.decode(packed)?;
            let mut unpacked = Vec::new();
            GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked)?;
            ensure!(unpacked == wasm);
        }
        Ok(())
    }
}
