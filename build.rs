//! Compiles `content/` in: the files are read here, once, and become a compact form.
//!
//! Only the form of the files is judged here (is it TOML, are these the fields); what they say is
//! judged by `scan::content::load`, in the tests and once more when the page opens.

use scan::content::{RawQuestionnaire, RawTexts};
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const QUESTIONNAIRE: &str = "content/questionnaire.toml";
const TEXT: &str = "content/text/nl.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let questionnaire: RawQuestionnaire =
        toml::from_str(&read(QUESTIONNAIRE)?).map_err(|error| at(QUESTIONNAIRE, error))?;
    let texts: RawTexts = toml::from_str(&read(TEXT)?).map_err(|error| at(TEXT, error))?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("content.bin");
    fs::write(out, postcard::to_allocvec(&(questionnaire, texts))?)?;
    Ok(())
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).map_err(|error| at(path, error))
}

/// Says which file it is about; for TOML the error itself says which line.
fn at(path: &str, error: impl Error) -> Box<dyn Error> {
    println!("cargo::error={path}: {}", error.to_string().replace('\n', " "));
    format!("{path}: {error}").into()
}
