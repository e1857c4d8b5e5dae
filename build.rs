//! Compiles `content/` in: read, checked and packed here, once, so that no participant has to.
//!
//! Content with a problem does not build: every problem is named, with its file, place and what to do.

#[path = "build/board.rs"]
mod board;
#[path = "build/editor.rs"]
mod editor;
#[path = "build/languages.rs"]
mod languages;

use scan::content::{RawQuestionnaire, RawTexts, load};
use scan::packed::pack;
use scan::questionnaire::Questionnaire;
use scan::texts::Texts;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const QUESTIONNAIRE: &str = "content/questionnaire.toml";
/// One file per language; `src/app/content.rs` takes them in.
const TEXTS: &str = "content/text";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TEXTS}");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let languages = languages::languages(Path::new(TEXTS)).map_err(|error| at(TEXTS, error))?;
    editor::generate(&out, &languages).inspect_err(|error| println!("cargo::error=editor: {error}"))?;
    let mut packed = Vec::new();
    for language in &languages {
        let (questionnaire, texts) = checked(&format!("{TEXTS}/{language}.toml"))?;
        fs::write(out.join(language).with_extension("txt"), pack(&questionnaire, texts.clone()))?;
        packed.push(format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{language}.txt\"))"));
        if language == languages::DEFAULT {
            board::generate(&out, &questionnaire, texts)
                .inspect_err(|error| println!("cargo::error=board: {error}"))?;
        }
    }
    fs::write(out.join("languages.rs"), format!("&{languages:?}"))?;
    fs::write(out.join("packed.rs"), format!("&[{}]", packed.join(", ")))?;
    Ok(())
}

/// The questionnaire with the texts in this file.
fn checked(text: &str) -> Result<(Questionnaire, Texts), Box<dyn Error>> {
    let questionnaire: RawQuestionnaire =
        toml::from_str(&read(QUESTIONNAIRE)?).map_err(|error| at(QUESTIONNAIRE, error))?;
    let texts: RawTexts = toml::from_str(&read(text)?).map_err(|error| at(text, error))?;
    load(questionnaire, texts).map_err(|problems| {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        format!("{} problems in content", problems.len()).into()
    })
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
