//! The scan as a package for somebody's own bundle: the same modules, written so that a bundler keeps what is in them.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::build::LOADER;
use crate::javascript::{Form, literal};
use crate::package::form::{Files, FormInputs, VERSION};
use crate::programs::{CODES, OVERLAY, SCAN, loader};
use crate::screens::Language;

/// The folder of the package.
const FOLDER: &str = "npm";

/// What tells editors about the element: the field of the manifest that names it, and the file.
const CONTRACT: [(&str, &str); 2] = [("customElements", "custom-elements.json"), ("types", "ruimtescan.d.ts")];

/// Adds the package, as a folder that npm packs as it is.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let FormInputs { workspace, site, parts, .. } = inputs;
    let folder = workspace.root().join("loader");
    let read = |name: &str| fs::read(folder.join(name)).with_context(|| format!("{name} cannot be read"));
    let mut inside = Files::new();
    let loader = loader(inputs.tools(), site, Form::Npm, &parts.name, &parts.screens, &parts.styles)?;
    inside.insert(LOADER.to_owned(), loader.into_bytes());
    let programs = [(&SCAN, &*parts.more_styles), (&OVERLAY, ""), (&CODES, "")];
    for (program, styles) in programs {
        // The program as text: a bundler drops comments.
        let made =
            program.make(inputs.tools(), Form::Npm, &parts.name, styles)?.written(inputs.tools(), site, literal)?;
        inside.insert(program.file.to_owned(), made.into_bytes());
    }
    let plain = programs.iter().filter_map(|(program, _)| program.no_wasm).map(str::to_owned);
    for name in parts.screens.others.iter().map(Language::file).chain(plain) {
        let bytes = files.get(&name).with_context(|| format!("{name} was not made"))?;
        inside.insert(name, bytes.clone());
    }
    let mut fields = Vec::new();
    for (field, name) in CONTRACT {
        let path = format!("contract/{name}");
        if folder.join(&path).is_file() {
            inside.insert(name.to_owned(), read(&path)?);
            fields.push((field, name));
        }
    }
    inside.insert("README.md".to_owned(), read("forms/npm/README.md")?);
    let manifest = manifest(serde_json::from_slice(&read("forms/npm/package.json")?)?, &inside, &fields)?;
    inside.insert("package.json".to_owned(), manifest.into_bytes());
    files.extend(inside.into_iter().map(|(name, bytes)| (format!("{FOLDER}/{name}"), bytes)));
    Ok(())
}

/// What npm reads first, with the version, the files and the fields that name one of them.
fn manifest(mut manifest: Map<String, Value>, inside: &Files, fields: &[(&str, &str)]) -> Result<String> {
    manifest.insert("version".to_owned(), VERSION.into());
    manifest.insert("files".to_owned(), inside.keys().map(String::as_str).collect());
    for (field, name) in fields {
        manifest.insert((*field).to_owned(), format!("./{name}").into());
    }
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};
    use serde_json::{Value, json};

    use super::{CONTRACT, manifest};
    use crate::package::form::{Files, VERSION};

    const OURS: &str = include_str!("../../../../loader/forms/npm/package.json");

    #[test]
    fn the_manifest_names_every_file_and_what_is_in_it() -> Result<()> {
        let inside: Files = ["ruimtescan.js", "ruimtescan.d.ts"].map(|name| (name.to_owned(), Vec::new())).into();
        let made: Value = serde_json::from_str(&manifest(serde_json::from_str(OURS)?, &inside, &CONTRACT)?)?;
        ensure!(made.get("version") == Some(&json!(VERSION)), "{made}");
        ensure!(made.get("files") == Some(&json!(["ruimtescan.d.ts", "ruimtescan.js"])), "{made}");
        ensure!(made.get("types") == Some(&json!("./ruimtescan.d.ts")), "{made}");
        ensure!(made.get("customElements") == Some(&json!("./custom-elements.json")), "{made}");
        let without: Value = serde_json::from_str(&manifest(serde_json::from_str(OURS)?, &inside, &[])?)?;
        ensure!(without.get("types").is_none(), "{without}");
        Ok(())
    }
}
