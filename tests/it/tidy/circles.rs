//! Circles of imports in a crate: files that use each other, so that none of them can be read first.

use super::source::{Named, Path};
use std::collections::{BTreeMap, BTreeSet};

/// A module by the names that lead to it; the crate itself has none.
pub(crate) type Module = Vec<String>;

/// The modules of a crate that are files of their own, with what each names.
pub(crate) type Modules = BTreeMap<Module, Named>;

/// The module that a file is, by its path in the folder of the crate; `None` for a program that uses the crate.
pub(crate) fn module(path: &str) -> Option<Module> {
    match path.strip_suffix(".rs")? {
        "lib" | "main" => Some(Module::new()),
        name if name.starts_with("bin/") => None,
        name => Some(name.split('/').map(str::to_string).collect()),
    }
}

/// A circle, if there is one: each uses the next.
pub(crate) fn circle(modules: &Modules) -> Option<Vec<String>> {
    let mut uses: BTreeMap<&Module, BTreeSet<Module>> =
        modules.iter().map(|(module, named)| (module, used(modules, module, named))).collect();
    // Whoever uses nothing that is left is on no circle.
    loop {
        let left: BTreeSet<Module> = uses.keys().map(|module| (*module).clone()).collect();
        uses.retain(|_, used| !used.is_disjoint(&left));
        if uses.len() == left.len() {
            break;
        }
    }
    let mut circle: Vec<&Module> = vec![uses.keys().next()?];
    loop {
        let next = *uses[circle[circle.len() - 1]].iter().find_map(|module| uses.get_key_value(module))?.0;
        if let Some(from) = circle.iter().position(|module| *module == next) {
            let whole = circle[from..].iter().chain([&next]);
            return Some(whole.map(|module| [&["crate".to_string()], module.as_slice()].concat().join("::")).collect());
        }
        circle.push(next);
    }
}

/// The other modules that a module uses. What it only hands on it does not use.
fn used(modules: &Modules, module: &Module, named: &Named) -> BTreeSet<Module> {
    let handed_on_and_used =
        named.exports.iter().filter(|path| path.names.last().is_some_and(|name| named.names.contains(name)));
    let paths = named.paths.iter().chain(handed_on_and_used);
    let homes = paths.filter_map(|path| Some(home(modules, &whole(modules, module, path)?)));
    homes.filter(|home| home != module).collect()
}

/// A path from the root of the crate; `None` for one that leads out of it.
fn whole(modules: &Modules, module: &Module, path: &Path) -> Option<Vec<String>> {
    let child = |name: &String| modules.contains_key(&[module.as_slice(), std::slice::from_ref(name)].concat());
    let mut whole = match path.names.first()? {
        name if name == "crate" => Module::new(),
        name if ["self", "super"].contains(&name.as_str()) || child(name) => module.clone(),
        _ => return None,
    };
    for name in &path.names {
        match name.as_str() {
            "crate" | "self" => {}
            "super" => drop(whole.pop()),
            name => whole.push(name.to_string()),
        }
    }
    Some(whole)
}

/// The module in which something stands, also where another hands it on.
fn home(modules: &Modules, path: &[String]) -> Module {
    let depth = (0..=path.len()).rev().find(|depth| modules.contains_key(&path[..*depth])).unwrap_or_default();
    let module = path[..depth].to_vec();
    let (Some(name), Some(named)) = (path.get(depth), modules.get(&module)) else { return module };
    let export = named.exports.iter().find(|path| path.names.last() == Some(name));
    match export.and_then(|path| whole(modules, &module, path)) {
        Some(path) => home(modules, &path),
        None => module,
    }
}
