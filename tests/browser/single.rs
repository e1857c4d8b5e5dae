//! The page in one file: opened from a folder where it lies alone, without a server and without a network.

use crate::hand;
use crate::panic::goes_on;
use crate::scan::{QUESTIONS, Scan};
use crate::stage::{JITLESS, Stage, alone, on_stage};
use scan::code::Code;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A copy of a page, in a folder with nothing else.
pub(crate) struct Page {
    folder: PathBuf,
    name: &'static str,
}

impl Page {
    /// The scan in one file.
    pub(crate) fn alone() -> Page {
        Page::of("ruimtescan.html")
    }

    /// This page of `dist`.
    pub(crate) fn of(name: &'static str) -> Page {
        let own = format!("{:?}", Instant::now()).replace(|sign: char| !sign.is_alphanumeric(), "");
        let folder = std::env::temp_dir().join(format!("ruimtescan één map {}-{own}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), text(name)).unwrap();
        Page { folder, name }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join(self.name)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// What stands in a page of `dist`.
pub(crate) fn text(name: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(name);
    std::fs::read_to_string(page).expect("the page is made: cargo xtask package")
}

pub(crate) async fn without_a_network(stage: &Stage) {
    stage.devtools("Network.enable", json!({})).await;
    let none = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    stage.devtools("Network.emulateNetworkConditions", none).await;
}

#[test]
fn it_runs_the_whole_scan_from_a_folder() {
    on_stage(async |stage| {
        let page = Page::alone();
        without_a_network(stage).await;
        stage.open_file(&page.file()).await;
        let scan = Scan::on(stage);
        assert!(scan.run("return !!root.querySelector('.arrival');", Value::Null).await == json!(true), "in two steps");
        scan.walk(4).await;
        assert!(scan.text().await.contains("070 356 35 50"));
        let title = stage.client.title().await.unwrap();
        assert_ne!(title, "Ruimtescan", "the title follows the step");
        stage.client.back().await.unwrap();
        scan.wait_for_question(QUESTIONS).await;
        assert_eq!(scan.chosen().await, 4);
        stage.client.forward().await.unwrap();
        scan.wait_for_result().await;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        assert_eq!(stage.run(loaded).await, json!([]), "nothing is loaded");
        assert_eq!(stage.requests(), Vec::<String>::new());
        // The style of the page is there under its policy.
        let wide = "return getComputedStyle(document.querySelector('header')).maxInlineSize";
        assert_eq!(stage.run(wide).await, json!("704px"));
    });
}

#[test]
fn it_says_how_answers_are_kept_and_so_they_are() {
    on_stage(async |stage| {
        let page = Page::alone();
        stage.open_file(&page.file()).await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[1, 2]).await;
        scan.wait_for_question(3).await;
        assert!(scan.text().await.contains("Bewaard tot je dit tabblad sluit"), "{}", scan.text().await);
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        scan.press("Ga verder bij vraag 3").await;
        scan.wait_for_question(3).await;
        // Another copy of the page is another place, also where a browser keeps one store for all files.
        let other = Page::alone();
        stage.open_file(&other.file()).await;
        assert!(scan.has_button("Start de scan").await);
    });
}

#[test]
fn where_a_browser_keeps_nothing_for_files_it_says_so() {
    on_stage(async |stage| {
        let page = Page::alone();
        let closed = "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
        stage.before_each_document(closed).await;
        stage.open_file(&page.file()).await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[2]).await;
        scan.wait_for_question(2).await;
        assert!(scan.text().await.contains("Bewaren lukt hier niet"));
    });
}

#[test]
fn after_a_panic_it_goes_on() {
    alone(async {
        let page = Page::alone();
        let stage = Stage::new(None).await;
        stage.open_file(&page.file()).await;
        goes_on(&stage).await;
    });
}

#[test]
fn where_no_program_runs_it_says_whom_to_call() {
    alone(async {
        let page = Page::alone();
        let stage = Stage::with(None, &[], &[JITLESS]).await;
        stage.client.goto(url::Url::from_file_path(page.file()).unwrap().as_str()).await.unwrap();
        let fallback = "const scan = document.querySelector('ruimte-scan');
            return [...scan.children].some(child => child.checkVisibility()) && scan.innerText.includes('0800-2000')";
        stage.until(fallback, "the fallback is in sight").await;
        stage.assert_clean().await;
    });
}

#[test]
fn half_a_file_says_that_the_rest_did_not_come() {
    alone(async {
        let page = Page::alone();
        let half = text("ruimtescan.html");
        let (half, _) = half.split_once("<script type=\"module\">").expect("the program comes last");
        std::fs::write(page.file(), half).unwrap();
        let stage = Stage::new(None).await;
        stage.open_file(&page.file()).await;
        let scan = Scan::on(&stage);
        scan.press("Start de scan").await;
        scan.until("return root.querySelector('.missed').checkVisibility();", "it says so").await;
    });
}

#[test]
fn another_language_than_is_in_it_is_dutch() {
    on_stage(async |stage| {
        let page = Page::alone();
        std::fs::write(
            page.file(),
            text("ruimtescan.html").replace("<ruimte-scan page>", "<ruimte-scan page lang=\"en\">"),
        )
        .unwrap();
        stage.open_file(&page.file()).await;
        Scan::on(stage).start().await;
    });
}

#[test]
fn a_script_that_is_not_in_it_does_not_run() {
    alone(async {
        let page = Page::alone();
        std::fs::write(
            page.file(),
            text("ruimtescan.html").replace("</body>", "<script>window.strange = 1</script></body>"),
        )
        .unwrap();
        let stage = Stage::new(None).await;
        stage.open_file(&page.file()).await;
        assert_eq!(stage.run("return [window.strange ?? null, window.violations.length]").await, json!([null, 1]));
        let connects = "return fetch('http://127.0.0.1/').then(() => true, () => false)";
        assert_eq!(stage.run(connects).await, json!(false));
        assert_eq!(stage.run("return window.violations.length").await, json!(2), "the policy forbids it");
        assert_eq!(stage.requests(), Vec::<String>::new());
    });
}

#[test]
fn its_text_asks_for_nothing() {
    let text = text("ruimtescan.html");
    for asks in ["src=", "href=\"http", "import(", "import \"", "@import", "url(", "import.meta.resolve"] {
        assert!(!text.contains(asks), "{asks}");
    }
}

#[test]
fn it_makes_codes_for_a_workshop() {
    on_stage(async |stage| {
        let page = Page::alone();
        stage.open_file(&page.file()).await;
        let scan = hand::at_result(stage, "").await;
        scan.press(hand::MAKE).await;
        assert_eq!(hand::answers(Code::read(&hand::made(scan, hand::SHORT).await).unwrap()), [3; QUESTIONS]);
        assert_eq!(stage.requests(), Vec::<String>::new());
    });
}
