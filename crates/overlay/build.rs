//! Brings the content along as it is written, so that what an organisation adds can be merged with it and checked.

#[path = "../../build/languages.rs"]
mod languages;

use languages::languages;
use scan::content::{RawQuestionnaire, RawTexts};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let content = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("..").join("..").join("content");
    println!("cargo::rerun-if-changed={}", content.display());
    let read = |path: PathBuf| fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()));
    let questionnaire: RawQuestionnaire = toml::from_str(&read(content.join("questionnaire.toml"))?)?;
    fs::write(out.join("questionnaire.json"), serde_json::to_string(&questionnaire)?)?;
    let folder = content.join("text");
    let mut texts = Vec::new();
    for name in languages(&folder)? {
        let raw: RawTexts = toml::from_str(&read(folder.join(&name).with_extension("toml"))?)?;
        texts.push((name, serde_json::to_string(&raw)?));
    }
    // In this order the program compresses best.
    texts.sort();
    // Printed for a person to read back, so also for the compiler.
    fs::write(out.join("languages.rs"), format!("&{texts:?}"))?;
    Ok(())
}
