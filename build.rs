//! Compiles `content/` in: read, checked and packed here, once, so that no participant has to.
//!
//! Content with a problem does not build: every problem is named, with its file, place and what to do.

#[path = "build/inbedden.rs"]
mod inbedden;

use scan::content::{RawQuestionnaire, RawTexts, load};
use scan::packed::pack;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const QUESTIONNAIRE: &str = "content/questionnaire.toml";
const TEXT: &str = "content/text/nl.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let questionnaire: RawQuestionnaire =
        toml::from_str(&read(QUESTIONNAIRE)?).map_err(|error| at(QUESTIONNAIRE, error))?;
    let texts: RawTexts = toml::from_str(&read(TEXT)?).map_err(|error| at(TEXT, error))?;
    let (questionnaire, texts) = load(questionnaire, texts).map_err(|problems| {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        format!("{} problems in content", problems.len())
    })?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    inbedden::generate(&out).inspect_err(|error| println!("cargo::error=inbedden: {error}"))?;
    fs::write(out.join("content.txt"), pack(&questionnaire, texts))?;
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
