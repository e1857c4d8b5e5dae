//! The invariants of ARCHITECTURE.md that no compiler checks, as rules over the source.
//!
//! A rule is a function from one file to what is wrong in it. Each has a broken fixture at the end of this file, so
//! that a rule that no longer sees anything fails too.

mod circles;
mod source;

use crate::shipped::{questionnaire, read, root};
use circles::{Modules, circle, module};
use source::{Kind, Path as NamePath, Source, Token, begins};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// A file of the repository.
struct File {
    /// From the root, with `/` between folders.
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> File {
        File { path: path.to_string(), text: text.to_string() }
    }

    fn is_under(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// `src/screens/intro.rs` and `src/screens.rs` are both of the area `screens`.
    fn area(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        inside.split(['/', '.']).next().unwrap_or_default()
    }

    fn source(&self) -> Source {
        Source::read(&self.path, &self.text)
    }

    /// The tokens that are shipped.
    fn shipped(&self) -> Vec<Token> {
        self.source().shipped().tokens()
    }

    /// The paths that are shipped and begin with this name, each without it.
    fn paths(&self, root: &str) -> Vec<NamePath> {
        let named = self.source().shipped().named();
        let all = named.paths.into_iter().chain(named.exports);
        let inside = all.filter(|path| path.names[0] == root);
        inside.map(|path| NamePath { names: path.names[1..].to_vec(), ..path }).collect()
    }
}

/// Every file of ours with this ending, in these folders. Fails when there is none, so that no rule is empty.
#[track_caller]
fn files(folders: &[&str], ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), ending, &mut found);
    }
    assert!(!found.is_empty(), "no {ending} files in {folders:?}: this rule sees nothing");
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn walk(folder: &Path, ending: &str, found: &mut Vec<File>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().to_string();
        if path.is_dir() {
            if !["target", "dist", "node_modules", "data"].contains(&name.as_str()) && !name.starts_with('.') {
                walk(&path, ending, found);
            }
        } else if name.ends_with(ending) {
            let text = std::fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File { path, text });
        }
    }
}

const WEB: &[&str] = &["src"];
const CORE: &[&str] = &["crates/scan/src"];
const SHIPPED: &[&str] = &["src", "crates/scan/src", "crates/codes/src"];

type Rule = fn(&File) -> Vec<String>;

/// Fails with everything that a rule finds in these files.
#[track_caller]
fn check(what_to_do: &str, files: &[File], rule: Rule) {
    let found: Vec<String> =
        files.iter().flat_map(|file| rule(file).into_iter().map(|wrong| format!("  {}{wrong}", file.path))).collect();
    assert!(found.is_empty(), "\n{what_to_do}:\n{}\n", found.join("\n"));
}

fn at(line: usize, what: &str) -> String {
    format!(":{line}: {what}")
}

// --- Files

fn says_what_it_is_for(file: &File) -> Vec<String> {
    let opens = file.text.lines().next().and_then(|line| line.strip_prefix("//! "));
    let says = opens.is_some_and(|sentence| sentence.split_whitespace().count() >= 3);
    if says { Vec::new() } else { vec![at(1, "no sentence")] }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let files = files(&["src", "crates", "tests"], ".rs");
    check("open the file with one `//!` sentence: what it is for", &files, says_what_it_is_for);
    if let Ok(text) = std::fs::read_to_string(root().join("build.rs")) {
        check(
            "open the file with one `//!` sentence: what it is for",
            &[File::new("build.rs", &text)],
            says_what_it_is_for,
        );
    }
}

fn is_too_long(file: &File) -> Vec<String> {
    let before_tests = file.text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let count = before_tests.lines().count();
    if count > 400 { vec![format!(": {count} lines without its tests")] } else { Vec::new() }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let mut of_ours = files(&["src", "crates"], ".rs");
    of_ours.retain(|file| file.path.contains("src/"));
    check("split the file by what it is about", &of_ours, is_too_long);
}

#[test]
fn the_documents_are_there() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "content/README.md",
        "tests/README.md",
        "docs/privacy.md",
        "docs/toegankelijkheid.md",
    ] {
        assert!(root().join(document).is_file(), "{document} is missing");
    }
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!(lines < 150, "ARCHITECTURE.md has {lines} lines: under 150, so that it is read");
}

// --- The core

#[test]
fn core_is_pure() {
    let manifest: toml::Table = toml::from_str(&read("crates/scan/Cargo.toml")).unwrap();
    // What is optional is for the tools: it is not compiled into the program.
    let all = manifest["dependencies"].as_table().unwrap().iter();
    let always = all.filter(|(_, about)| about.get("optional").and_then(toml::Value::as_bool) != Some(true));
    let dependencies: Vec<&String> = always.map(|(name, _)| name).collect();
    assert_eq!(dependencies, ["serde"], "crates/scan may depend on serde only");
    let root = File::new("crates/scan/src/lib.rs", &read("crates/scan/src/lib.rs"));
    let all = root.source().tokens();
    let has = |attribute: &[&str]| (0..all.len()).any(|from| begins(&all[from..], attribute));
    assert!(has(&["#", "!", "[", "no_std", "]"]), "crates/scan must be #![no_std]");
    assert!(has(&["#", "!", "[", "forbid", "(", "unsafe_code", ")", "]"]), "crates/scan must forbid unsafe code");
    check("the core counts in whole numbers and knows no std", &files(CORE, ".rs"), is_impure);
}

fn is_impure(file: &File) -> Vec<String> {
    let tokens = file.shipped();
    let mut found = Vec::new();
    for (token, next) in tokens.iter().zip(tokens.iter().skip(1).map(Some).chain([None])) {
        let float = match token.kind {
            Kind::Name => ["f32", "f64"].contains(&token.text.as_str()),
            Kind::Number => token.text.contains('.') || token.text.ends_with("f32") || token.text.ends_with("f64"),
            _ => false,
        };
        let std = token.kind == Kind::Name
            && token.text == "std"
            && next.is_none_or(|next| next.text == ":" || next.text == ";");
        if float || std {
            found.push(at(token.line, &token.text));
        }
    }
    found
}

// --- Directions

/// What each area of `src` may use of the others, as ARCHITECTURE.md says it: `screens -> components, charts, scan`.
fn directions(architecture: &str) -> Vec<(String, Vec<String>)> {
    let (_, after) = architecture.split_once("## Directions").expect("a heading Directions in ARCHITECTURE.md");
    let block = after.split("```").nth(1).expect("the arrows between three backquotes");
    let arrows = block.lines().flat_map(|line| line.split("  ")).filter_map(|arrow| arrow.split_once(" -> "));
    let names = |list: &str| list.split(',').map(|name| name.trim().to_string()).collect::<Vec<String>>();
    arrows.flat_map(|(from, to)| names(from).into_iter().map(move |area| (area, names(to)))).collect()
}

static DIRECTIONS: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| directions(&read("ARCHITECTURE.md")));

fn uses_what_it_may_not(file: &File) -> Vec<String> {
    let area = file.area();
    let Some((_, may)) = DIRECTIONS.iter().find(|(from, _)| from == area) else { return Vec::new() };
    let mut used = file.paths("crate");
    // In the file of the area itself, `super` is the crate; elsewhere only `super::super` could lead out of the area.
    let above = file.paths("super");
    if file.path == format!("src/{area}.rs") {
        used.extend(above);
    } else {
        used.extend(above.into_iter().filter(|path| path.names[0] == "super"));
    }
    used.into_iter()
        .filter(|path| path.names[0] != area && !may.contains(&path.names[0]))
        .map(|path| at(path.line, &format!("{area} may not use {}", path.names.join("::"))))
        .collect()
}

#[test]
fn imports_follow_the_directions() {
    let files = files(WEB, ".rs");
    let seen: BTreeSet<&str> = files.iter().map(File::area).collect();
    for area in ["embed", "app", "screens", "charts", "components", "platform"] {
        assert!(seen.contains(area), "no src/{area}: this rule sees nothing of it");
        assert!(DIRECTIONS.iter().any(|(from, _)| from == area), "ARCHITECTURE.md does not say what {area} may use");
    }
    check("the directions stand in ARCHITECTURE.md", &files, uses_what_it_may_not);
}

/// What of the core a view may not use: it gets display-ready structs.
const NOT_FOR_VIEWS: [&str; 4] = ["content", "saved", "score", "advice"];

/// What of the browser a view may not use: it is a function of its props.
const NOT_IN_VIEWS: [&str; 13] = [
    "gloo",
    "js_sys",
    "JsValue",
    "Closure",
    "wasm_bindgen_futures",
    "window",
    "document",
    "Window",
    "Document",
    "Storage",
    "local_storage",
    "session_storage",
    "History",
];

fn view_knows_more_than_its_props(file: &File) -> Vec<String> {
    if !["screens", "components", "charts"].contains(&file.area()) {
        return Vec::new();
    }
    let tokens = file.shipped();
    let core = file
        .paths("scan")
        .into_iter()
        .filter(|path| NOT_FOR_VIEWS.contains(&path.names[0].as_str()))
        .map(|path| at(path.line, &format!("scan::{}", path.names.join("::"))));
    let browser = tokens
        .iter()
        .filter(|token| token.kind == Kind::Name && NOT_IN_VIEWS.contains(&token.text.as_str()))
        .map(|token| at(token.line, &token.text));
    core.chain(browser).collect()
}

#[test]
fn screens_components_and_charts_are_functions_of_their_props() {
    check("hand it over as a prop", &files(WEB, ".rs"), view_knows_more_than_its_props);
}

/// The files of a crate, in this folder, as its modules.
fn modules(folder: &str, files: &[File]) -> Modules {
    let inside = files.iter().filter_map(|file| {
        let module = module(file.path.strip_prefix(folder)?.strip_prefix('/')?)?;
        Some((module, file.source().shipped().named()))
    });
    inside.collect()
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let crates = std::fs::read_dir(root().join("crates")).unwrap();
    let crates = crates.map(|entry| format!("crates/{}/src", entry.unwrap().file_name().to_string_lossy()));
    let circles: Vec<String> = std::iter::once("src".to_string())
        .chain(crates)
        .filter_map(|folder| {
            let circle = circle(&modules(&folder, &files(&[&folder], ".rs")))?;
            Some(format!("  {folder}: {}", circle.join(" -> ")))
        })
        .collect();
    assert!(circles.is_empty(), "\nmove what both need to a file of its own:\n{}\n", circles.join("\n"));
}

// --- Words and ids

/// Names of attributes whose value is a list of names, and never read by a person.
const LISTS_OF_NAMES: [&str; 3] = ["class", "classes", "rel"];

fn reads_as_prose(text: &str) -> bool {
    let word = |part: &str| {
        let plain = part.trim_matches(|sign: char| !sign.is_alphanumeric());
        plain.chars().count() >= 3 && plain.chars().all(char::is_alphabetic)
    };
    text.split_whitespace().filter(|part| word(part)).count() >= 2
}

fn holds_prose(file: &File) -> Vec<String> {
    let tokens = file.shipped();
    let literals =
        tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Text && reads_as_prose(&token.text));
    literals
        .filter(|(place, _)| {
            let before = &tokens[place.saturating_sub(3)..*place];
            !before.iter().any(|token| LISTS_OF_NAMES.contains(&token.text.as_str()))
        })
        .map(|(_, token)| at(token.line, &format!("{:?}", token.text)))
        .collect()
}

#[test]
fn no_prose_stands_in_rust() {
    let mut files = files(SHIPPED, ".rs");
    // These sentences are for the editor of the content files, and could not stand in them.
    files.retain(|file| file.path != "crates/scan/src/content/problem.rs");
    check("move the words to content/text", &files, holds_prose);
}

fn holds_prose_in_css(file: &File) -> Vec<String> {
    let lines = file.text.lines().zip(1..);
    let said = lines.filter_map(|(line, number)| {
        let (_, after) = line.split_once("content:")?;
        let inside: String = after.split(['"', '\'']).skip(1).step_by(2).collect();
        let letters = inside.split(|sign: char| !sign.is_alphabetic()).any(|run| run.chars().count() >= 2);
        letters.then(|| at(number, line.trim()))
    });
    said.collect()
}

#[test]
fn no_prose_stands_in_css() {
    check("move the words to content/text", &files(&["styles"], ".css"), holds_prose_in_css);
}

fn names_content(file: &File) -> Vec<String> {
    let questions = questionnaire().questions().map(|(_, question)| question.key.get());
    let lessons = questionnaire().lessons().map(|(_, lesson)| lesson.key.get());
    let doors = questionnaire().doors().iter().map(|door| door.key.get());
    let sources = questionnaire().sources().iter().map(|source| source.get());
    let ids: BTreeSet<&str> = questions.chain(lessons).chain(doors).chain(sources).filter(|id| id.len() >= 6).collect();
    let tokens = file.shipped();
    let named = tokens.iter().filter(|token| token.kind == Kind::Text && ids.contains(token.text.as_str()));
    named.map(|token| at(token.line, &format!("{:?}", token.text))).collect()
}

#[test]
fn no_id_of_content_stands_in_rust() {
    check("say what it is by a field in content/questionnaire.toml", &files(SHIPPED, ".rs"), names_content);
}

// --- The edge

fn binds_to_javascript(file: &File) -> Vec<String> {
    if file.is_under(&[
        "src/embed",
        "src/bin",
        "crates/overlay/src/bin",
        "crates/codes/src/bin",
        "crates/qr-reader/src/bin",
    ]) {
        return Vec::new();
    }
    let tokens = file.source().tokens();
    let bound = (0..tokens.len()).filter(|from| begins(&tokens[*from..], &["#", "[", "wasm_bindgen"]));
    bound.map(|from| at(tokens[from].line, "#[wasm_bindgen]")).collect()
}

#[test]
fn javascript_is_bound_at_the_edge_only() {
    check("bind it under src/embed", &files(&["src", "crates"], ".rs"), binds_to_javascript);
}

/// What a script of ours may not do: it only lets the program in and out.
const NOT_IN_SCRIPTS: [&str; 11] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "setItem",
    "removeItem",
    "indexedDB",
    "document.cookie",
    "innerHTML",
    "eval(",
];

/// The page in a learning platform alone is told of a new attempt, before the scan looks for anything (decision 013).
const REMOVES: &str = "loader/forms/scorm/scorm.js";

fn does_what_no_script_may(file: &File) -> Vec<String> {
    let lines = file.text.lines().zip(1..);
    let may = |word: &str| word == "removeItem" && file.path == REMOVES;
    let does = lines.filter_map(|(line, number)| {
        let word = NOT_IN_SCRIPTS.iter().find(|word| line.contains(**word) && !may(word))?;
        Some(at(number, word))
    });
    let elsewhere = (!file.is_under(&["loader"])).then(|| ": scripts stand under loader".to_string());
    elsewhere.into_iter().chain(does).collect()
}

#[test]
fn no_script_sends_stores_or_writes_markup() {
    check("do it in Rust", &files(&["src", "loader"], ".js"), does_what_no_script_may);
}

const MARKUP_AROUND_YEW: [&str; 5] =
    ["inner_html", "innerHTML", "from_html_unchecked", "set_inner_html", "insert_adjacent_html"];

fn styles_inline(file: &File) -> Vec<String> {
    let tokens = file.shipped();
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let rest = &tokens[place..];
        // Also where an attribute stands beside its value as a text.
        let inline = token.text == "style" && begins(&rest[1..], &["="]) && !begins(&rest[1..], &["=", "="]);
        let element = begins(rest, &["<", "style"]);
        let text = token.kind == Kind::Text
            && (token.text.contains("<style") || MARKUP_AROUND_YEW.iter().any(|name| token.text.contains(name)));
        let name = token.kind == Kind::Name && MARKUP_AROUND_YEW.contains(&token.text.as_str());
        if inline || element || text || name {
            found.push(at(token.line, &token.text));
        }
    }
    found
}

#[test]
fn nothing_is_styled_or_marked_up_inline() {
    check("strict policies forbid it: use a class, or html!", &files(WEB, ".rs"), styles_inline);
}

#[test]
fn every_style_sheet_of_a_screen_or_component_has_its_source() {
    let sources: BTreeSet<String> = files(WEB, ".rs")
        .into_iter()
        .filter(|file| ["components", "screens", "charts"].contains(&file.area()))
        .map(|file| name(&file))
        .collect();
    for sheet in files(&["styles/screens", "styles/components"], ".css") {
        assert!(sources.contains(&name(&sheet)), "{}: no component, screen or chart of that name", sheet.path);
    }
}

/// The name of a file without folders and ending; a hyphen in a style sheet is an underscore in Rust.
fn name(file: &File) -> String {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    name.split('.').next().unwrap_or_default().replace('-', "_")
}

// --- The rules can fail

#[cfg(test)]
mod tests {
    use super::{
        File, REMOVES, Rule, binds_to_javascript, circle, directions, does_what_no_script_may, holds_prose,
        holds_prose_in_css, is_impure, is_too_long, modules, names_content, says_what_it_is_for, styles_inline,
        uses_what_it_may_not, view_knows_more_than_its_props,
    };
    use expect_test::{Expect, expect};

    /// What a rule finds in a file with this text.
    #[track_caller]
    fn check(rule: Rule, path: &str, text: &str, expected: Expect) {
        expected.assert_eq(&rule(&File::new(path, text)).join("\n"));
    }

    #[test]
    fn a_file_without_its_sentence() {
        check(says_what_it_is_for, "src/a.rs", "//! What it is for.\n", expect![""]);
        check(says_what_it_is_for, "src/a.rs", "use crate::b;\n//! Too late, this.\n", expect![":1: no sentence"]);
        check(says_what_it_is_for, "src/a.rs", "//! Todo\n", expect![":1: no sentence"]);
    }

    #[test]
    fn a_file_that_is_too_long_but_for_its_tests() {
        let long = "x\n".repeat(401);
        check(is_too_long, "src/a.rs", &long, expect![": 401 lines without its tests"]);
        check(is_too_long, "src/a.rs", &format!("x\n\n#[cfg(test)]\nmod tests {{\n{long}"), expect![""]);
    }

    #[test]
    fn floats_and_std_in_the_core() {
        let code =
            "fn f(x: f64) { std::fs::x(); let y = 1.5; g(t.0, 0..3, core::x) }\n#[cfg(test)]\nmod t { use std::x; }";
        check(
            is_impure,
            "crates/scan/src/a.rs",
            code,
            expect![[r#"
            :1: f64
            :1: std
            :1: 1.5"#]],
        );
        check(is_impure, "crates/scan/src/a.rs", "extern crate std;", expect![":1: std"]);
    }

    #[test]
    fn directions_are_read_from_the_text() {
        let text = "## Directions\nWords.\n```\na -> b, c   d, e -> f\nnobody -> a\n```\n`x -> y`";
        let found = directions(text).into_iter().map(|(from, to)| format!("{from}: {}", to.join(" ")));
        assert_eq!(found.collect::<Vec<_>>(), ["a: b c", "d: f", "e: f", "nobody: a"]);
    }

    #[test]
    fn imports_against_the_directions() {
        let code = "use crate::{charts::a, platform::b};\nfn f() { crate::app::c() }";
        check(
            uses_what_it_may_not,
            "src/screens/x.rs",
            code,
            expect![[r#"
            :1: screens may not use platform::b
            :2: screens may not use app::c"#]],
        );
        check(uses_what_it_may_not, "src/screens.rs", "use super::app;", expect![":1: screens may not use app"]);
        check(
            uses_what_it_may_not,
            "src/screens/x.rs",
            "use super::app; use super::super::b;",
            expect![":1: screens may not use super::b"],
        );
        check(
            uses_what_it_may_not,
            "src/platform/x.rs",
            "use crate::app::c;",
            expect![":1: platform may not use app::c"],
        );
        check(uses_what_it_may_not, "src/app/x.rs", "use crate::screens::c; use scan::page;", expect![""]);
    }

    #[test]
    fn files_that_import_each_other() {
        let circle = |files: &[(&str, &str)]| {
            let files: Vec<File> = files.iter().map(|(path, text)| File::new(path, text)).collect();
            circle(&modules("src", &files)).unwrap_or_default().join(" -> ")
        };
        let lib = ("src/lib.rs", "mod a; mod b;");
        let parent = "mod c; pub use c::C; fn f() {}";
        let [uses_b, uses_a] = ["use crate::b::{C};", "fn g() { h(super::super::a::A) }"];
        let found = circle(&[lib, ("src/a.rs", uses_b), ("src/b.rs", parent), ("src/b/c.rs", uses_a)]);
        assert_eq!(found, "crate::a -> crate::b::c -> crate::a", "through what a module hands on");
        // A parent hands on what its child makes of it.
        let child = ("src/b/c.rs", "use crate::b::f;");
        assert_eq!(circle(&[lib, ("src/a.rs", uses_b), ("src/b.rs", parent), child]), "");
        let found = circle(&[lib, ("src/b.rs", "mod c; use c::C; pub fn f() {}"), child]);
        assert_eq!(found, "crate::b -> crate::b::c -> crate::b");
        let found = circle(&[lib, ("src/b.rs", "mod c; pub use c::C; pub fn f() -> C {}"), child]);
        assert_eq!(found, "crate::b -> crate::b::c -> crate::b");
        assert_eq!(circle(&[lib, ("src/bin/x.rs", "use lib::a;"), ("src/a.rs", "use scan::a::b;")]), "");
    }

    #[test]
    fn a_view_that_reaches_past_its_props() {
        let code = "use scan::{page::Page, saved::encode};\nuse gloo::storage::X;\nfn f() { web_sys::window() }";
        check(
            view_knows_more_than_its_props,
            "src/components/x.rs",
            code,
            expect![[r#"
            :1: scan::saved::encode
            :2: gloo
            :3: window"#]],
        );
        check(view_knows_more_than_its_props, "src/platform/x.rs", code, expect![""]);
    }

    #[test]
    fn prose_in_rust() {
        let code = "f(\"Kies een antwoord\"); f(\"kies\"); f(\"a b\"); /* \"Nog een zin\" */ <p class=\"card open\">{ \"Ga verder\" }</p>";
        check(
            holds_prose,
            "src/a.rs",
            code,
            expect![[r#"
            :1: "Kies een antwoord""#]],
        );
        check(
            holds_prose,
            "src/a.rs",
            "#[doc = \"Twee woorden\"] fn f() { \"Volgende vraag\" }",
            expect![[r#"
            :1: "Volgende vraag""#]],
        );
    }

    #[test]
    fn prose_in_css() {
        let css =
            ".a::before { content: \"\\2014\"; }\n.b::after { content: ' (kies)'; }\n.c { content: attr(data-x); }";
        check(holds_prose_in_css, "styles/a.css", css, expect![":2: .b::after { content: ' (kies)'; }"]);
    }

    #[test]
    fn ids_of_content_in_rust() {
        let ids = crate::shipped::questionnaire().questions().map(|(_, question)| question.key.get());
        let id = ids.max_by_key(|id| id.len()).unwrap();
        let code = format!("if key == {id:?} {{ f(\"lead\") }}");
        assert_eq!(names_content(&File::new("src/a.rs", &code)), [format!(":1: {id:?}")]);
    }

    #[test]
    fn bindings_away_from_the_edge() {
        let code = "#[wasm_bindgen(module = \"/x.js\")]\nextern \"C\" {}";
        check(binds_to_javascript, "src/app/x.rs", code, expect![":1: #[wasm_bindgen]"]);
        check(binds_to_javascript, "src/embed/x.rs", code, expect![""]);
    }

    #[test]
    fn a_script_that_does_more() {
        check(does_what_no_script_may, "loader/x.js", "a();\nshelf.setItem(b);", expect![":2: setItem"]);
        check(does_what_no_script_may, "src/x.js", "a();", expect![": scripts stand under loader"]);
        check(does_what_no_script_may, "loader/x.js", "shelf.removeItem(b);", expect![":1: removeItem"]);
        let removes = "shelf.removeItem(b);\nshelf.setItem(b);";
        check(does_what_no_script_may, REMOVES, removes, expect![":2: setItem"]);
    }

    #[test]
    fn inline_style_and_markup() {
        let code = "html! { <p style=\"x\"></p> }\nhtml! { <style></style> }\nnode.set_inner_html(x);\nlet ok = style == other;\ntag!(\"p\", [\"style\" = x], y)";
        check(
            styles_inline,
            "src/a.rs",
            code,
            expect![[r#"
            :1: style
            :2: <
            :3: set_inner_html
            :5: style"#]],
        );
    }
}
