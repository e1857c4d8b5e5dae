//! Builds the site: the loader, the program and the first page, ready to be served.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::javascript::Form;
use crate::npm::Npm;
use crate::programs::{BOARD, EDITOR, Program, QR_READER, SCAN, Tools, loader};
use crate::screens::{Language, Screens, draw};
use crate::styles::{self, Sheets};
use crate::wasm::Bound;
use crate::workspace::{Mode, Workspace};

/// What a participant loads, and what it is made of.
pub(crate) struct Parts {
    /// What tells this build from any other, in the loader and the program alike.
    pub(crate) name: String,
    /// The languages with their first screens.
    pub(crate) screens: Screens,
    /// The styles of the first screens.
    pub(crate) styles: String,
    /// The styles of everything else.
    pub(crate) more_styles: String,
    /// The loader, all of it.
    pub(crate) loader: String,
    /// The program, before it is packed.
    pub(crate) wasm: Vec<u8>,
    /// The module with the program, all of it.
    pub(crate) program: String,
}

/// The file that a host names.
pub(crate) const LOADER: &str = "ruimtescan.js";

/// The pages of the site, each of one program.
pub(crate) const PAGES: [&Program; 2] = [&EDITOR, &BOARD];

/// Builds everything and writes it to the site's folder.
pub(crate) fn build(workspace: &Workspace, mode: Mode) -> Result<(PathBuf, Parts)> {
    let npm = if mode != Mode::Dev { small_tools(workspace) } else { None };
    let tools = Tools { workspace, mode, npm: npm.as_ref() };
    let site = workspace.site(mode);
    fs::create_dir_all(&site)?;
    let parts = parts(tools, &site)?;
    for language in &parts.screens.others {
        replace(&site.join(language.file()), language.module(&parts.name).as_bytes())?;
    }
    // The program before the loader: a page that is loaded meanwhile asks for it last.
    replace(&site.join(SCAN.file), parts.program.as_bytes())?;
    replace(&site.join(LOADER), parts.loader.as_bytes())?;
    for program in PAGES.into_iter().chain([&QR_READER]) {
        let made = program.make(tools, Form::Files, &parts.name, "")?;
        replace(&site.join(program.file), made.file(tools, &site)?.as_bytes())?;
    }
    for page in PAGES.iter().filter_map(|program| program.page()).chain(["index.html"]) {
        copy(&workspace.root().join(page), &site.join(page))?;
    }
    copy(&workspace.root().join("styles").join("host.css"), &site.join("host.css"))?;
    Ok((site, parts))
}

/// Says where the site is and what it weighs.
pub(crate) fn report(site: &Path, parts: &Parts) {
    let own = [(LOADER, &parts.loader), (SCAN.file, &parts.program)];
    let own = own.map(|(file, text)| (file.to_owned(), text.len()));
    let others = parts.screens.others.iter().map(|one| (one.file(), one.module(&parts.name).len()));
    for (file, length) in own.into_iter().chain(others) {
        eprintln!("xtask: {} ({length} bytes)", site.join(file).display());
    }
}

fn small_tools(workspace: &Workspace) -> Option<Npm> {
    match Npm::ready(workspace) {
        Ok(npm) => Some(npm),
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            eprintln!("xtask: going on without wasm-opt and esbuild; the files will be larger");
            None
        }
    }
}

fn parts(tools: Tools<'_>, site: &Path) -> Result<Parts> {
    let Tools { workspace, npm, .. } = tools;
    let screens = draw(workspace)?;
    let Sheets { first: mut styles, rest: mut more_styles } =
        styles::read(&workspace.root().join("styles"), &screens.own.first)?;
    if let Some(npm) = npm {
        (styles, more_styles) = (npm.shrink_styles(&styles)?, npm.shrink_styles(&more_styles)?);
    }
    let bound = SCAN.compile(tools)?;
    let name = name(workspace, &bound, &screens, [&styles, &more_styles])?;
    let made = SCAN.around(bound, tools, Form::Files, &name, &more_styles)?;
    let wasm = made.wasm.clone();
    let program = made.file(tools, site)?;
    let loader = loader(tools, site, Form::Files, &name, &screens, &styles)?;
    Ok(Parts { name, screens, styles, more_styles, loader, wasm, program })
}

/// A name for what is in both modules: the same input gives the same name, any other another.
fn name(workspace: &Workspace, bound: &Bound, screens: &Screens, styles: [&String; 2]) -> Result<String> {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    [bound.wasm.as_slice(), bound.glue.as_bytes()].into_iter().chain(styles.map(String::as_bytes)).for_each(&mut add);
    for Language { name, first, content } in std::iter::once(&screens.own).chain(&screens.others) {
        [name, first, content].into_iter().for_each(|text| add(text.as_bytes()));
    }
    let mut scripts: Vec<PathBuf> = fs::read_dir(workspace.root().join("loader"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    scripts.retain(|path| path.is_file());
    scripts.sort();
    for script in scripts {
        add(&fs::read(&script).with_context(|| format!("{} cannot be read", script.display()))?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
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
