//! The programs: a table of what each is made of, and one function that makes any of them.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use zopfli::{Format, Options};

use crate::bind::{self, Bound, Mode};
use crate::javascript::{Form, GLUE, Scripts, as_comment, fill, json, literal, open_program};
use crate::npm::Npm;
use crate::place::Place;
use crate::screens::{Language, Screens};
use crate::styles;
use crate::wasm2js;

/// One program.
pub(crate) struct Program {
    /// Its binary.
    pub(crate) bin: &'static str,
    /// The package that is in.
    pub(crate) package: &'static str,
    /// The file with its module or script.
    pub(crate) file: &'static str,
    /// The same as plain JavaScript; none for one that is only asked for where WebAssembly runs.
    pub(crate) plain: Option<&'static str>,
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
    bin: "scan",
    package: "ruimtescan",
    file: "ruimtescan-app.js",
    plain: Some("ruimtescan.nowasm.js"),
    kind: Kind::Module(&[("mount", "mount"), AFRESH]),
};
/// What lays a page's own content over ours.
pub(crate) const OVERLAY: Program = Program {
    bin: "own",
    package: "own",
    file: "ruimtescan-own.js",
    plain: Some("ruimtescan-own.nowasm.js"),
    kind: Kind::Module(&[("lay", "lay")]),
};
/// What makes a participant's code.
pub(crate) const CODES: Program = Program {
    bin: "workshop",
    package: "workshop",
    file: "ruimtescan-workshop.js",
    plain: Some("ruimtescan-workshop.nowasm.js"),
    kind: Kind::Module(&[("make", "make")]),
};
/// What reads a QR code in a picture, for the board.
pub(crate) const QR_READER: Program = Program {
    bin: "camera",
    package: "camera",
    file: "ruimtebord-camera.js",
    plain: None,
    kind: Kind::Module(&[("read", "read"), AFRESH]),
};
/// The board of a workshop.
pub(crate) const BOARD: Program = Program {
    bin: "board",
    package: "ruimtescan",
    file: "ruimtebord.js",
    plain: None,
    kind: Kind::Page {
        page: "bord.html",
        script: "board.js",
        components: &["button", "confirm", "disclosure", "door_list", "file_field", "notice", "option", "qr", "table"],
    },
};
/// The page for editors.
pub(crate) const EDITOR: Program = Program {
    bin: "inbedden",
    package: "ruimtescan",
    file: "inbedden.js",
    plain: None,
    kind: Kind::Page {
        page: "inbedden.html",
        script: "editor.js",
        components: &["button", "disclosure", "notice", "option"],
    },
};

/// The programs that the loader asks for, by the name it has for them.
const ASKED_FOR: [(&str, &Program); 3] = [("scan", &SCAN), ("overlay", &OVERLAY), ("codes", &CODES)];
/// The modules that stand in a page in one file.
const INSIDE: [&Program; 3] = [&SCAN, &CODES, &QR_READER];

/// What programs are made with.
#[derive(Clone, Copy)]
pub(crate) struct Tools<'a> {
    pub(crate) place: &'a Place,
    pub(crate) mode: Mode,
    /// The tools from npm, where there are any.
    pub(crate) npm: Option<&'a Npm>,
}

/// A program with the script around it, in which only the program itself is left open.
pub(crate) struct Made {
    /// The program, before it is packed.
    pub(crate) wasm: Vec<u8>,
    /// The same, packed.
    pub(crate) packed: String,
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
        self.around(self.compile(tools)?, tools, form, build, styles)
    }

    /// Its WebAssembly, as small as it gets, and the glue.
    pub(crate) fn compile(&self, tools: Tools<'_>) -> Result<Bound> {
        let Bound { wasm, glue } = bind::bound(tools.place, self.package, self.bin, tools.mode)?;
        let wasm = tools.npm.map_or(Ok(wasm.clone()), |npm| npm.shrink_wasm(&wasm, &tools.place.parts(), self.bin))?;
        Ok(Bound { wasm, glue })
    }

    /// What goes around a program that is compiled.
    pub(crate) fn around(&self, bound: Bound, tools: Tools<'_>, form: Form, build: &str, styles: &str) -> Result<Made> {
        let Bound { wasm, glue } = bound;
        let mut scripts = self.scripts(tools, form, build, styles, &[("PROGRAM", open_program())])?;
        scripts.put(GLUE, glue);
        let folder = tools.place.parts().join("scripts").join(self.bin);
        Ok(Made { packed: pack(&wasm, tools.mode)?, wasm, scripts, folder })
    }

    /// Makes it as plain JavaScript, as one module.
    pub(crate) fn make_plain(&self, place: &Place, npm: &Npm, build: &str, styles: &str) -> Result<String> {
        let tools = Tools { place, mode: Mode::Release, npm: Some(npm) };
        let Bound { wasm, glue } = bind::bound_without_references(place, self.package, self.bin)?;
        let mut scripts = self.scripts(tools, Form::Files, build, styles, &[])?;
        scripts.swap("start.js", "start-plain.js")?;
        scripts.put("plain.js", wasm2js::as_module(&npm.plain_script(&wasm, &place.parts(), self.bin)?)?);
        scripts.put(GLUE, wasm2js::with_import(&glue)?);
        scripts.bundled(npm, &place.parts().join("scripts").join(format!("{}-plain", self.bin)))
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
        let mut scripts = Scripts::new(tools.place, entry, form)?;
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
        let folder = tools.place.root().join("styles");
        let components = components.iter().map(|name| format!("components/{name}"));
        let names =
            ["tokens", "base", "aside"].map(str::to_owned).into_iter().chain(components).chain([self.bin.to_owned()]);
        let mut sheets: Vec<PathBuf> = names.map(|name| folder.join(name).with_extension("css")).collect();
        let screens = folder.join(self.bin);
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
    let mut scripts = Scripts::new(tools.place, "ruimtescan.js", form)?;
    let others: &[Language] = if form == Form::Single { &[] } else { &screens.others };
    let names: Vec<&str> = std::iter::once(&screens.own).chain(others).map(|language| &*language.name).collect();
    let data: BTreeMap<&str, String> = others.iter().map(|language| (&*language.name, language.file())).collect();
    let programs: BTreeMap<&str, [Option<&str>; 2]> =
        ASKED_FOR.iter().map(|(name, program)| (*name, [Some(program.file), program.plain])).collect();
    let files = programs.values().flatten().flatten().copied().chain(data.values().map(String::as_str));
    let imports: Vec<String> = files.map(|file| format!("{0}: () => import(\"./{file}\")", literal(file))).collect();
    let mut constants = constants(tools, form, build, styles);
    constants.extend([
        ("LANGUAGES", json!(names).to_string()),
        ("FIRST", json(&screens.own.first)),
        ("PROGRAMS", json!(programs).to_string()),
        ("DATA", json!(data).to_string()),
        ("IMPORTS", format!("{{ {} }}", imports.join(", "))),
    ]);
    scripts.constants(&constants);
    match tools.npm {
        Some(npm) => scripts.bundled(npm, &tools.place.parts().join("scripts").join("loader")),
        None => scripts.unbundled(site, "loader"),
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
    vec![
        ("BUILD", literal(build)),
        ("STYLES", literal(styles)),
        ("here", here.to_owned()),
        ("ours", ours.to_owned()),
        ("READER", literal(QR_READER.file)),
        ("INSIDE", json!(inside).to_string()),
    ]
}

/// Compresses a program with gzip and writes it in characters a script can hold.
///
/// No time and no name get into it: the same program gives the same bytes.
fn pack(wasm: &[u8], mode: Mode) -> Result<String> {
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
