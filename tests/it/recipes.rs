//! The recipes of CONTRIBUTING for editors, followed to the letter on a copy of `content/`: nothing is compiled for them.

use crate::shipped::{read, root};
use scan::content::{Problem, load};
use scan::questionnaire::Questionnaire;
use scan::saved::{DecodeError, decode};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const QUESTIONNAIRE: &str = "content/questionnaire.toml";

/// Every file under `content/` and the saved sittings, by its path.
struct Copy(BTreeMap<String, String>);

impl Copy {
    fn new() -> Copy {
        let mut files = BTreeMap::new();
        for folder in ["content", "tests/data/journeys"] {
            collect(&root().join(folder), folder, &mut files);
        }
        Copy(files)
    }

    fn file(&mut self, path: &str) -> &mut String {
        self.0.get_mut(path).unwrap_or_else(|| panic!("no file {path}"))
    }

    fn languages(&self) -> Vec<String> {
        self.0.keys().filter(|path| path.starts_with("content/text/")).cloned().collect()
    }

    /// The content in one language, or every problem in it.
    fn loaded(&self, language: &str) -> Result<Questionnaire, Vec<Problem>> {
        let raw = |path: &str| &self.0[path];
        let questionnaire = toml::from_str(raw(QUESTIONNAIRE)).unwrap_or_else(|error| panic!("{error}"));
        let texts = toml::from_str(raw(language)).unwrap_or_else(|error| panic!("{language}: {error}"));
        load(questionnaire, texts).map(|(questionnaire, _)| questionnaire)
    }
}

fn collect(folder: &Path, path: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.insert(path, text);
        }
    }
}

/// The recipe that starts with these words, up to the next one.
fn recipe(name: &str) -> String {
    let all = read("CONTRIBUTING.md");
    let start = all.find(&format!("**{name}")).unwrap_or_else(|| panic!("no recipe '{name}' in CONTRIBUTING.md"));
    all[start..].split("\n\n").next().unwrap_or_default().to_owned()
}

/// An id where it stands as one, and not as a part of another.
fn replaced(text: &str, id: &str, by: &str) -> String {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
    let mut parts = text.split(id).peekable();
    let mut whole = String::new();
    while let Some(part) = parts.next() {
        whole.push_str(part);
        if let Some(next) = parts.peek() {
            let alone = !part.ends_with(is_part) && !next.starts_with(is_part);
            whole.push_str(if alone { by } else { id });
        }
    }
    whole
}

#[test]
fn a_lesson_is_added_as_the_recipe_says() {
    let recipe = recipe("Add a lesson.");
    for named in ["[[lessons]]", "`id`", "`theme`", "`source`", "`when`", QUESTIONNAIRE, "[lessons.<id>]"] {
        assert!(recipe.contains(named), "the recipe does not name {named}: {recipe}");
    }
    let mut copy = Copy::new();
    let entry = "\n[[lessons]]\nid = \"one-more\"\ntheme = \"practice\"\nsource = \"augeo\"\nwhen = [{ rank = 9, always = true }]\n";
    copy.file(QUESTIONNAIRE).push_str(entry);
    for language in copy.languages() {
        let problems = copy.loaded(&language).expect_err("its words are missing");
        assert!(problems.iter().all(|problem| problem.path.starts_with("lessons.one-more")), "{problems:?}");
        let words =
            "\n[lessons.one-more]\ntitle = \"a\"\nidea = \"b.\"\nexample = \"c.\"\ntomorrow = \"d.\"\nteam = \"e?\"\n";
        copy.file(&language).push_str(words);
        let loaded = copy.loaded(&language).unwrap_or_else(|problems| panic!("{language}: {problems:?}"));
        assert!(loaded.find_lesson("one-more").is_some());
    }
}

#[test]
fn a_question_is_put_in_the_place_of_another_as_the_recipe_says() {
    const OLD: &str = "make-visible";
    const NEW: &str = "speak-up";
    let recipe = recipe("Put a question in the place of another.");
    for named in [QUESTIONNAIRE, "[questions.<id>]", "content tests/data", "`when`", "`version`", "answers.txt"] {
        assert!(recipe.contains(named), "the recipe does not name {named}: {recipe}");
    }
    let mut copy = Copy::new();
    let language = copy.languages().remove(0);
    let before = copy.loaded(&language).unwrap();
    for text in copy.0.values_mut() {
        *text = replaced(text, OLD, NEW);
    }
    for (path, text) in &mut copy.0 {
        if path == QUESTIONNAIRE || path.ends_with("answers.txt") {
            assert!(text.contains("\nversion = 1\n"), "{path}");
            *text = text.replace("\nversion = 1\n", "\nversion = 2\n");
        }
    }
    for language in copy.languages() {
        let after = copy.loaded(&language).unwrap_or_else(|problems| panic!("{language}: {problems:?}"));
        assert_eq!(after.find(NEW), before.find(OLD), "it is asked in the same place");
        assert_eq!(after.find(OLD), None);
        let (mut kept, old) = (0, root().join("tests/data/journeys/all-middle/answers.txt"));
        for (path, text) in copy.0.iter().filter(|(path, _)| path.ends_with("answers.txt")) {
            decode(&after, text).unwrap_or_else(|error| panic!("{path}: {error:?}"));
            kept += 1;
        }
        assert!(kept > 10, "only {kept} saved sittings");
        assert_eq!(decode(&after, &fs::read_to_string(old).unwrap()), Err(DecodeError::OtherVersion));
    }
    let talk = copy.file("content/board/talk.toml").clone();
    assert!(!talk.contains(&format!("\"{OLD}\"")), "a talking point is still about the old question");
}
