//! Builds the site: the loader, the program and the first page, ready to be served.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::aside::ASIDES;
use crate::bind::{Mode, Program, program};
use crate::languages::{self, Language};
use crate::module::{as_comment, fill_loader, fill_program, join_loader, join_program, name, pack};
use crate::npm::Npm;
use crate::package::CAMERA;
use crate::place::Place;
use crate::run::capture;
use crate::styles::{self, Sheets};

/// What a participant loads, and what it is made of.
pub(crate) struct Parts {
    /// What tells this build from any other, in the loader and the program alike.
    pub(crate) name: String,
    /// The program's own language, with its first screens.
    pub(crate) own: Language,
    /// The styles of the first screens.
    pub(crate) styles: String,
    /// The styles of everything else.
    pub(crate) more_styles: String,
    /// The loader, all of it.
    pub(crate) loader: String,
    /// What the loader imports, without the program in it.
    pub(crate) glue: String,
    /// The program, before it is packed.
    pub(crate) wasm: Vec<u8>,
    /// The module with the program, all of it.
    pub(crate) program: String,
    /// The same, packed.
    pub(crate) packed: String,
    /// The other languages, each of which comes in a module.
    pub(crate) languages: Vec<Language>,
}

/// The file that a host names, and the one it imports.
pub(crate) const LOADER: &str = "ruimtescan.js";
pub(crate) const PROGRAM: &str = "ruimtescan-app.js";

/// Builds everything and writes it to the site's folder.
pub(crate) fn build(place: &Place, mode: Mode) -> Result<(PathBuf, Parts)> {
    let npm = if mode != Mode::Dev { small_tools(place) } else { None };
    let parts = parts(place, mode, npm.as_ref())?;
    let site = place.site(mode);
    fs::create_dir_all(&site)?;
    for language in &parts.languages {
        replace(&site.join(language.file()), language.module(&parts.name).as_bytes())?;
    }
    // The program before the loader: a page that is loaded meanwhile asks for it last.
    replace(&site.join(PROGRAM), parts.program.as_bytes())?;
    replace(&site.join(LOADER), parts.loader.as_bytes())?;
    for aside in &ASIDES {
        let made = aside.make(place, mode, npm.as_ref())?;
        replace(&site.join(aside.script), made.script()?.as_bytes())?;
    }
    let camera = CAMERA.written(place, mode, npm.as_ref(), &parts.name, as_comment)?;
    replace(&site.join(CAMERA.file), camera.as_bytes())?;
    for page in ASIDES.iter().map(|aside| aside.page).chain(["index.html"]) {
        copy(&place.root().join(page), &site.join(page))?;
    }
    copy(&place.root().join("styles").join("host.css"), &site.join("host.css"))?;
    Ok((site, parts))
}

/// Says where the site is and what it weighs.
pub(crate) fn report(site: &Path, parts: &Parts) {
    let own = [(LOADER, &parts.loader), (PROGRAM, &parts.program)];
    let own = own.map(|(file, text)| (file.to_owned(), text.len()));
    let others = parts.languages.iter().map(|one| (one.file(), one.module(&parts.name).len()));
    for (file, length) in own.into_iter().chain(others) {
        eprintln!("xtask: {} ({length} bytes)", site.join(file).display());
    }
}

fn small_tools(place: &Place) -> Option<Npm> {
    match Npm::ready(place) {
        Ok(npm) => Some(npm),
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            eprintln!("xtask: going on without wasm-opt and esbuild; the files will be larger");
            None
        }
    }
}

fn parts(place: &Place, mode: Mode, npm: Option<&Npm>) -> Result<Parts> {
    let (own, others) = languages::read(&first(place)?)?;
    let Program { wasm, glue } = program(place, "scan", mode)?;
    let mut glue = join_program(&glue, &scripts(place, &WASM)?, &script(place, "program.js")?)?;
    let mut loader = loader(place, "modules.js", &own, &others)?;
    let Sheets { first: mut styles, rest: mut more_styles } = styles::read(&place.root().join("styles"), &own.first)?;
    let mut small = wasm;
    if let Some(npm) = npm {
        (glue, loader) = (npm.shrink_script(&glue)?, npm.shrink_script(&loader)?);
        (styles, more_styles) = (npm.shrink_styles(&styles)?, npm.shrink_styles(&more_styles)?);
        small = npm.shrink_wasm(&small, &place.parts(), "scan")?;
    }
    let mut all = vec![loader.as_bytes(), styles.as_bytes(), more_styles.as_bytes(), glue.as_bytes(), &small];
    all.extend(others.iter().flat_map(|other| [other.first.as_bytes(), other.content.as_bytes()]));
    let name = name(&all);
    let loader = fill_loader(&loader, &styles, &name)?;
    let packed = pack(&small, mode)?;
    let program = fill_program(&glue, &as_comment(&packed), &more_styles, &name)?;
    Ok(Parts { name, own, styles, more_styles, loader, glue, wasm: small, program, packed, languages: others })
}

/// The loader, whose `modules` say where the program comes from, with places left open.
pub(crate) fn loader(place: &Place, modules: &str, own: &Language, others: &[Language]) -> Result<String> {
    let scripts = ["first.js", "runs.js", modules, "overlay.js", "hand.js", "presses.js", "shared.js", "element.js"]
        .map(|name| script(place, name));
    join_loader(&scripts.into_iter().collect::<Result<Vec<_>>>()?, own, others)
}

/// The scripts of `src/embed` that start a program which is WebAssembly.
pub(crate) const WASM: [&str; 2] = ["wasm.js", "begin.js"];

/// Several scripts of `src/embed`, one after another.
pub(crate) fn scripts(place: &Place, names: &[&str]) -> Result<String> {
    names.iter().map(|name| script(place, name)).collect()
}

/// A script of `src/embed`.
pub(crate) fn script(place: &Place, name: &str) -> Result<String> {
    let path = place.root().join("src").join("embed").join(name);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The languages and their first screens, drawn natively. By a program of its own, since this one may be older than the content;
/// with the profile of the tests, which compile the same.
fn first(place: &Place) -> Result<String> {
    let mut cargo = place.cargo();
    cargo.args(["run", "--quiet", "--package", "first"]);
    Ok(capture(&mut cargo).context("the first screen cannot be drawn")?.trim_end().to_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
    replace(to, &bytes)
}

/// Writes a file in one go, so that a page that is loaded meanwhile gets the old one or the new.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let fresh = path.with_extension("new");
    fs::write(&fresh, bytes).with_context(|| format!("{} cannot be written", fresh.display()))?;
    fs::rename(&fresh, path).with_context(|| format!("{} cannot be replaced", path.display()))
}
