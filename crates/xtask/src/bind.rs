//! Makes the JavaScript glue that belongs to the compiled program.

use std::fs;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::compile::compile;
use crate::place::Place;

pub(crate) use crate::place::Mode;

/// A program and the script that loads it.
pub(crate) struct Bound {
    /// WebAssembly, as the glue expects it.
    pub(crate) wasm: Vec<u8>,
    /// An ES module that exports what is bound in the program.
    pub(crate) glue: String,
}

/// Compiles a program and makes its glue.
pub(crate) fn bound(place: &Place, package: &str, bin: &str, mode: Mode) -> Result<Bound> {
    bind(compiled(place, package, bin, mode)?, bin, mode)
}

/// The release program without `externref`, for wasm2js, which knows no table of them.
pub(crate) fn bound_without_references(place: &Place, package: &str, bin: &str) -> Result<Bound> {
    let mut wasm = compiled(place, package, bin, Mode::Release)?;
    switch_off(&mut wasm, "reference-types");
    switch_off(&mut wasm, "multivalue");
    bind(wasm, bin, Mode::Release)
}

fn compiled(place: &Place, package: &str, bin: &str, mode: Mode) -> Result<Vec<u8>> {
    let wasm = compile(place, package, bin, mode)?;
    fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))
}

/// The compiler lists the features that it was free to use, each with a sign, its length and its name; wasm-bindgen
/// goes by that list. The code itself uses neither of those that are switched off here.
fn switch_off(wasm: &mut [u8], feature: &str) {
    let entry = [&[b'+', feature.len() as u8], feature.as_bytes()].concat();
    let place = wasm.windows(entry.len()).rposition(|bytes| bytes == entry);
    if let Some(sign) = place.and_then(|place| wasm.get_mut(place)) {
        *sign = b'-';
    }
}

fn bind(wasm: Vec<u8>, name: &str, mode: Mode) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(name, wasm)
        .web(true)?
        .typescript(false)
        // No address to load the program from: it comes along, and is handed over by `start.js`.
        .omit_default_module_path(true)
        // Exports `__wbg_reset_state`, by which a program that trapped is started afresh.
        .reset_state_function(true)
        // Without names: a panic says where it was, and Chromium starts no program at once that
        // is larger than 8 MB, which a dev build comes near.
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().with_context(|| format!("no glue could be made for {name}"))?;
    let inline = output.snippets().values().any(|scripts| !scripts.is_empty());
    if inline || !output.local_modules().is_empty() {
        bail!("a crate brings JavaScript files of its own, which a single file cannot hold");
    }
    let mut glue = output.js().to_owned();
    if mode != Mode::Dev {
        let module = output.wasm_mut();
        let imports = module.imports.iter_mut().map(|import| &mut import.name);
        let names = imports.chain(module.exports.iter_mut().map(|export| &mut export.name));
        glue = shorten(names.collect(), &glue);
    }
    Ok(Bound { wasm: output.wasm_mut().emit_wasm(), glue })
}

/// What the names begin with that wasm-bindgen makes up itself: nobody else calls them.
const GIVEN: [&str; 2] = ["__wbg_", "wasm_bindgen_"];

/// Gives what program and glue take from each other short names, in both. The long ones end in a hash that no
/// compression can shrink, and nobody reads them: together they weigh as much as the style sheet.
fn shorten(mut names: Vec<&mut String>, glue: &str) -> String {
    let mut order: Vec<usize> = (0..names.len()).collect();
    // The longest first, so that a name that begins like another is not cut in two.
    order.sort_by_key(|place| std::cmp::Reverse(names.get(*place).map_or(0, |name| name.len())));
    let mut glue = glue.to_owned();
    for (number, place) in order.into_iter().enumerate() {
        let Some(name) = names.get_mut(place) else { continue };
        let short = format!("$_{number}");
        if GIVEN.iter().any(|given| name.starts_with(given)) && glue.contains(name.as_str()) {
            glue = glue.replace(name.as_str(), &short);
            **name = short;
        }
    }
    glue
}

#[cfg(test)]
mod tests {
    use super::{shorten, switch_off};

    #[test]
    fn a_feature_is_switched_off_where_it_is_listed() {
        let mut wasm = b"..+\x0areference.+\x05other".to_vec();
        switch_off(&mut wasm, "reference");
        assert_eq!(wasm, b"..+\x0areference.+\x05other", "that is the name of another");
        switch_off(&mut wasm, "other");
        assert_eq!(wasm, b"..+\x0areference.-\x05other");
    }

    #[test]
    fn imports_get_short_names_in_program_and_glue_alike() {
        let mut names = ["__wbg_new_ab12", "__wbg_new_ab12_x", "memory"].map(str::to_owned);
        let glue = shorten(names.iter_mut().collect(), "{ __wbg_new_ab12: f, __wbg_new_ab12_x: g, memory }");
        assert_eq!(names, ["$_1", "$_0", "memory"]);
        assert_eq!(glue, "{ $_1: f, $_0: g, memory }");
    }
}
