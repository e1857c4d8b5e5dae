//! Builds the site: the loader, the program and the first page, ready to be served.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::javascript::Form;
use crate::npm::Npm;
use crate::programs::{BOARD, Compiled, EDITOR, Program, QR_READER, SCAN, Tools, loader};
use crate::screens::{Language, Screens, draw};
use crate::styles::{self, Sheets};
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

/// The programs of the site. The others are made for `package` only.
pub(crate) const SITE: [&Program; 4] = [&SCAN, &EDITOR, &BOARD, &QR_READER];

/// What a build compiled, by binary, and drew: all that takes its time, kept for the next one.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) screens: Option<Screens>,
    pub(crate) programs: BTreeMap<&'static str, Compiled>,
}

/// Builds everything and writes it to the site's folder.
pub(crate) fn build(workspace: &Workspace, mode: Mode) -> Result<(PathBuf, Parts)> {
    build_from(&mut Kept::default(), workspace, mode)
}

/// The same, where what is kept is not made again. All the rest is, with the name of this build on it, also where nothing
/// changed: that takes no time, and so the site is never of two builds.
pub(crate) fn build_from(kept: &mut Kept, workspace: &Workspace, mode: Mode) -> Result<(PathBuf, Parts)> {
    let npm = if mode != Mode::Dev { small_tools(workspace) } else { None };
    let tools = Tools { workspace, mode, npm: npm.as_ref() };
    kept.fill(tools)?;
    let site = workspace.site(mode);
    // While somebody is at work, what fails halfway leaves the page as it was.
    let fresh = if mode == Mode::Dev { site.with_extension("new") } else { site.clone() };
    if fresh != site && fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    let parts = write(kept, tools, &fresh)?;
    if fresh != site {
        let _ = fs::remove_dir_all(&site);
        fs::rename(&fresh, &site).with_context(|| format!("{} cannot be replaced", site.display()))?;
    }
    Ok((site, parts))
}

impl Kept {
    /// Makes what is not there.
    fn fill(&mut self, tools: Tools<'_>) -> Result<()> {
        if self.screens.is_none() {
            self.screens = Some(draw(tools.workspace)?);
        }
        for program in SITE {
            if let Entry::Vacant(open) = self.programs.entry(program.binary.name) {
                open.insert(program.compile(tools)?);
            }
        }
        Ok(())
    }

    fn program(&self, program: &Program) -> Result<&Compiled> {
        let name = program.binary.name;
        self.programs.get(name).with_context(|| format!("{name} is not compiled"))
    }
}

/// Writes the site.
fn write(kept: &Kept, tools: Tools<'_>, site: &Path) -> Result<Parts> {
    let parts = parts(kept, tools, site)?;
    for language in &parts.screens.others {
        replace(&site.join(language.file()), language.module(&parts.name).as_bytes())?;
    }
    // The program before the loader: a page that is loaded meanwhile asks for it last.
    replace(&site.join(SCAN.file), parts.program.as_bytes())?;
    replace(&site.join(LOADER), parts.loader.as_bytes())?;
    for program in PAGES.into_iter().chain([&QR_READER]) {
        let made = program.around(kept.program(program)?, tools, Form::Files, &parts.name, "")?;
        replace(&site.join(program.file), made.file(tools, site)?.as_bytes())?;
    }
    let root = tools.workspace.root();
    for page in PAGES.iter().filter_map(|program| program.page()).chain(["index.html"]) {
        copy(&root.join(page), &site.join(page))?;
    }
    copy(&root.join("styles").join("host.css"), &site.join("host.css"))?;
    Ok(parts)
}

/// Says where the site is and what it weighs.
pub(crate) fn report(site: &Path, parts: &Parts) {
    let named = [(LOADER, &parts.loader), (SCAN.file, &parts.program)];
    let named = named.map(|(file, text)| (file.to_owned(), text.len()));
    let others = parts.screens.others.iter().map(|one| (one.file(), one.module(&parts.name).len()));
    for (file, length) in named.into_iter().chain(others) {
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

fn parts(kept: &Kept, tools: Tools<'_>, site: &Path) -> Result<Parts> {
    let Tools { workspace, npm, .. } = tools;
    let screens = kept.screens.clone().context("the first screens are not drawn")?;
    let Sheets { first: mut styles, rest: mut more_styles } =
        styles::read(&workspace.root().join("styles"), &screens.default_language.first)?;
    if let Some(npm) = npm {
        (styles, more_styles) = (npm.shrink_styles(&styles)?, npm.shrink_styles(&more_styles)?);
    }
    let scan = kept.program(&SCAN)?;
    let name = name(workspace, scan, &screens, [&styles, &more_styles])?;
    let program = SCAN.around(scan, tools, Form::Files, &name, &more_styles)?.file(tools, site)?;
    let loader = loader(tools, site, Form::Files, &name, &screens, &styles)?;
    Ok(Parts { name, screens, styles, more_styles, loader, wasm: scan.wasm.clone(), program })
}

/// A name for what is in both modules: the same input gives the same name, any other another.
fn name(workspace: &Workspace, scan: &Compiled, screens: &Screens, styles: [&String; 2]) -> Result<String> {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    [scan.wasm.as_slice(), scan.glue.as_bytes()].into_iter().chain(styles.map(String::as_bytes)).for_each(&mut add);
    for Language { name, first, content } in std::iter::once(&screens.default_language).chain(&screens.others) {
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
