//! Compiles `content/` in: the files are read and checked here, once, and become a compact form.
//!
//! What is wrong with them fails the build, every problem with its file and place. So a page never has
//! to check its content, and carries no code for that.

use scan::content::load;
use serde::de::DeserializeOwned;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const QUESTIONNAIRE: &str = "content/questionnaire.toml";
const TEXT: &str = "content/text/nl.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let (questionnaire, texts) = (read(QUESTIONNAIRE)?, read(TEXT)?);
    let content = load(questionnaire, texts).map_err(|problems| {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        format!("{} problems in content/", problems.len())
    })?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("content.bin");
    fs::write(out, postcard::to_allocvec(&content)?)?;
    Ok(())
}

/// One content file. The error of TOML says which line, and shows it.
fn read<T: DeserializeOwned>(path: &str) -> Result<T, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    toml::from_str(&text).map_err(|error| {
        println!("cargo::error={path}: {}", error.to_string().replace('\n', " "));
        format!("{path}: {error}").into()
    })
}
