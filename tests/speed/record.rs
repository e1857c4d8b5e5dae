//! What is written down: docs/bench/bench.json, docs/bench/bench.svg, and the table in README.md.

use crate::board::{self, Row};
use crate::measures::Measure;
use crate::outcome::Outcome;
use crate::pages::PAGES;
use crate::support::browser::Browser;
use crate::walk::Mode;
use crate::{picture, table};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::process::Command;

/// The table stands between these lines of README.md.
const MARKERS: [&str; 2] = ["<!-- bench -->", "<!-- /bench -->"];
/// And that of the board between these.
const BOARD_MARKERS: [&str; 2] = ["<!-- board -->", "<!-- /board -->"];

/// The machine and the programs of a bench, without which its figures mean little.
pub(crate) async fn circumstances(browser: &Browser) -> Value {
    let rustc = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kib = memory.split_whitespace().nth(1).and_then(|word| word.parse::<u64>().ok());
    let package = std::fs::read_to_string(root().join("bench/package.json")).expect("bench/package.json");
    let package: Value = serde_json::from_str(&package).expect("bench/package.json is JSON");
    json!({
        "date": browser.run("return new Date().toISOString().slice(0, 10)").await,
        "machine": {
            "processors": std::thread::available_parallelism().map_or(0, usize::from),
            "memory-mib": kib.map(|kib| kib / 1024),
            "browser": browser.devtools("Browser.getVersion", json!({})).await["product"],
            "rustc": String::from_utf8_lossy(&rustc).trim(),
        },
        "peers": package["dependencies"],
    })
}

/// Writes the three; `criterion` is where the native figures of this bench are.
pub(crate) fn write(outcome: &Outcome, rounds: usize, circumstances: Value, criterion: &Path) {
    let folder = root().join("docs/bench");
    std::fs::create_dir_all(&folder).expect("docs/bench");
    let mut all = circumstances;
    // That of the board is measured by itself.
    all["board"] = written()["board"].clone();
    all["rounds"] = rounds.into();
    for mode in Mode::ALL {
        all[mode.key()] = pages(outcome, mode);
    }
    all["native-ns"] = native(criterion);
    let goals = outcome.goals();
    all["goals"] =
        goals.iter().map(|goal| json!({ "what": goal.what, "figure": goal.figure, "met": goal.met })).collect();
    let text = serde_json::to_string_pretty(&all).expect("JSON") + "\n";
    std::fs::write(folder.join("bench.json"), text).expect("docs/bench/bench.json");
    std::fs::write(folder.join("bench.svg"), picture::draw(outcome, rounds)).expect("docs/bench/bench.svg");

    replace(MARKERS, &table::markdown(outcome, rounds));
}

/// Writes the figures of the board, beside those of the widget.
pub(crate) fn write_board(rows: &[Row], circumstances: Value) {
    let figure = |row: &Row| {
        let rounded = (row.value * 10.0).round() / 10.0;
        (
            row.key.clone(),
            json!({ "figure": rounded, "unit": if row.unit == "ms" { "ms" } else { "bytes" }, "goal": row.goal }),
        )
    };
    let mut all = written();
    all["board"] = json!({ "date": circumstances["date"], "machine": circumstances["machine"],
        "figures": rows.iter().map(figure).collect::<Map<_, _>>() });
    let text = serde_json::to_string_pretty(&all).expect("JSON") + "\n";
    std::fs::write(root().join("docs/bench/bench.json"), text).expect("docs/bench/bench.json");
    replace(BOARD_MARKERS, &board::markdown(rows));
}

/// What an earlier bench wrote.
fn written() -> Value {
    let text = std::fs::read_to_string(root().join("docs/bench/bench.json")).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|_| json!({}))
}

/// Puts a table between its markers in README.md.
fn replace(markers: [&str; 2], table: &str) {
    let readme = root().join("README.md");
    let text = std::fs::read_to_string(&readme).expect("README.md");
    let text = between(&text, markers, table).expect("README.md has the markers of the bench");
    std::fs::write(readme, text).expect("README.md");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages(outcome: &Outcome, mode: Mode) -> Value {
    let of = |page: &str| -> Map<String, Value> {
        let figures = Measure::ALL.map(|measure| {
            let figure = outcome.figure(mode, page, measure);
            let [median, least, most] =
                [figure.median, figure.least, figure.most].map(|value| (value * 10.0).round() / 10.0);
            (measure.key().to_string(), json!({ "median": median, "least": least, "most": most }))
        });
        figures.into_iter().collect()
    };
    PAGES.map(|page| (page.key.to_string(), Value::Object(of(page.key)))).into_iter().collect::<Map<_, _>>().into()
}

/// The medians of criterion, in nanoseconds.
fn native(criterion: &Path) -> Value {
    let read = |path: &Path| -> Option<Value> { serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok() };
    let figures = std::fs::read_dir(criterion).into_iter().flatten().flatten().filter_map(|folder| {
        let newest = folder.path().join("new");
        let name = read(&newest.join("benchmark.json"))?["full_id"].as_str()?.to_string();
        let median = read(&newest.join("estimates.json"))?["median"]["point_estimate"].as_f64()?;
        Some((name, json!(median.round())))
    });
    figures.collect::<Map<_, _>>().into()
}

/// A text with what stands between the markers replaced.
fn between(text: &str, [open, close]: [&str; 2], new: &str) -> Option<String> {
    let (before, rest) = text.split_once(open)?;
    let (_, after) = rest.split_once(close)?;
    Some(format!("{before}{open}\n{new}{close}{after}"))
}
