//! The board of a workshop, in Chromium: what it weighs, and how long and how large groups of any size make it.

use crate::measures::median;
use crate::shipped::questionnaire;
use crate::support::browser::Browser;
use crate::walk::{ask, forget, heap, number};
use scan::answers::{Answer, Answers, Choice};
use scan::code::{Code, digits};
use serde_json::{Value, json};

const PROBE: &str = include_str!("board.js");
/// How often each is done.
const ROUNDS: usize = 3;
const PASSWORD: &str = "een lang wachtwoord";
/// As `codes::lock` stretches a password.
const STRETCH: u32 = 600_000;
const NOISE: usize = 5_000_000;

/// A figure of the board, and what it should be at most.
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) unit: &'static str,
    pub(crate) value: f64,
    pub(crate) goal: Option<f64>,
}

impl Row {
    fn new(title: String, unit: &'static str, value: f64, goal: Option<f64>) -> Row {
        let key = title.replace([',', ':'], "").replace([' ', '.'], "-");
        let row = Row { key, title, unit, value, goal };
        eprintln!("{}: {}", row.title, row.written());
        row
    }

    /// The figure with its unit, as it is read.
    pub(crate) fn written(&self) -> String {
        match self.unit {
            "kB" => format!("{:.1} kB", self.value / 1e3),
            "MB" => format!("{:.1} MB", self.value / 1e6),
            unit => format!("{:.0} {unit}", self.value),
        }
    }

    /// Its goal, and whether that was met; empty without one.
    pub(crate) fn judged(&self) -> String {
        let Some(goal) = self.goal else { return String::new() };
        let met = if self.value <= goal { "met" } else { "not met" };
        format!(
            "{}: at most {}",
            met,
            Row { value: goal, goal: None, title: String::new(), key: String::new(), ..*self }.written()
        )
    }
}

/// Measures everything.
pub(crate) async fn measure(browser: &Browser) -> Vec<Row> {
    browser.before_each_document(PROBE).await;
    let mut rows = Vec::new();
    fresh(browser).await;
    for (file, goal) in
        [("ruimtebord.js", Some(120e3)), ("ruimtebord-camera.js", None), ("ruimtescan-workshop.js", None)]
    {
        let weight = number(ask(browser, &format!("board.weight({})", json!(file))).await);
        rows.push(Row::new(format!("{file} with gzip"), "kB", weight, goal));
    }
    let group = chat(30);
    let took = often(browser, async || number(call(browser, "picture", &[json!(group)]).await)).await;
    rows.push(Row::new("30 codes pasted to their picture".into(), "ms", took, Some(100.0)));
    for (count, goal) in [(1_000, Some(1_000.0)), (10_000, Some(1_000.0)), (100_000, None)] {
        let text = chat(count);
        let took = often(browser, async || pasted(browser, &text, count).await.0).await;
        rows.push(Row::new(format!("{count} codes pasted"), "ms", took, goal));
    }
    let many = chat(100_000);
    let still = often(browser, async || pasted(browser, &many, 100_000).await.1).await;
    rows.push(Row::new("100000 codes pasted: longest the page stands still".into(), "ms", still, None));
    let sealed = often(browser, async || {
        let people: Vec<String> = (0..1_000).map(|person| digits(questionnaire(), &answers(person))).collect();
        let text = call(browser, "seal", &[json!(questionnaire().version()), json!(people)]).await;
        pasted(browser, text.as_str().expect("sealed codes"), 1_000).await.0
    });
    rows.push(Row::new("1000 sealed codes opened".into(), "ms", sealed.await, None));
    let noise = noise();
    let still = often(browser, async || pasted(browser, &noise, 0).await.1).await;
    rows.push(Row::new("5 MB of noise pasted: longest the page stands still".into(), "ms", still, Some(200.0)));
    let stretch = often(browser, async || number(call(browser, "stretch", &[json!(STRETCH)]).await)).await;
    rows.push(Row::new("a password alone".into(), "ms", stretch, None));
    for (count, goal) in [(1_000, None), (10_000, None), (100_000, Some(5_000.0))] {
        rows.extend(imported(browser, count, goal).await);
    }
    rows
}

/// Opens a workshop of so many from its locked file: how long, and what is in memory then.
async fn imported(browser: &Browser, count: u32, goal: Option<f64>) -> Vec<Row> {
    fresh(browser).await;
    pasted(browser, &chat(count), count).await;
    let file = call(browser, "lock", &[json!(PASSWORD)]).await;
    let (mut times, mut memories) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        blank(browser).await;
        times.push(number(call(browser, "unlock", &[json!(PASSWORD), file.clone()]).await));
        memories.push(heap(browser).await + number(ask(browser, "board.memory()").await));
    }
    let row = |what: &str, unit, values: &mut Vec<f64>, goal| {
        Row::new(format!("workshop file of {count} opened{what}"), unit, median(values), goal)
    };
    vec![row("", "ms", &mut times, goal), row(": memory", "MB", &mut memories, None)]
}

/// The median over the rounds, each on a fresh board.
async fn often(browser: &Browser, once: impl AsyncFn() -> f64) -> f64 {
    let mut all = Vec::new();
    for _ in 0..ROUNDS {
        fresh(browser).await;
        all.push(once().await);
    }
    median(&mut all)
}

/// A board on which nothing has begun.
async fn blank(browser: &Browser) {
    forget(browser).await;
    browser.client.goto(&format!("{}/bord.html", browser.base)).await.unwrap();
}

/// A board on which a workshop has begun.
async fn fresh(browser: &Browser) {
    blank(browser).await;
    call(browser, "begin", &[]).await;
}

/// Milliseconds, and the longest of them in one piece; exactly so many must be in afterwards.
async fn pasted(browser: &Browser, text: &str, count: u32) -> (f64, f64) {
    let told = call(browser, "paste", &[json!(text)]).await;
    assert_eq!(told[1], json!(count), "{told}");
    (number(told[0].clone()), number(told[2].clone()))
}

async fn call(browser: &Browser, what: &str, arguments: &[Value]) -> Value {
    let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
    ask(browser, &format!("board.{what}({})", arguments.join(","))).await
}

/// A chat in which so many people hand in their code.
fn chat(count: u32) -> String {
    let code = |person| Code::new(questionnaire(), &answers(person), person).expect("a code").short();
    (0..count).map(|person| format!("[12:04] Sam: {}\n", code(person))).collect()
}

/// No two people are quite alike.
fn answers(person: u32) -> Answers {
    let mut answers = Answers::default();
    for (place, (id, _)) in questionnaire().questions().enumerate() {
        let place = (person / 5_u32.pow(place as u32 % 8) + place as u32) % 5;
        answers.set(id, Choice::new(place as u8).map_or(Answer::Skipped, Answer::Chosen));
    }
    answers
}

/// Signs of codes, without order.
fn noise() -> String {
    let signs: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ- \n".chars().collect();
    let mut state = 7_u64;
    let next = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        signs[(state >> 33) as usize % signs.len()]
    };
    (0..NOISE).map(next).collect()
}

/// The rows for the terminal.
pub(crate) fn print(rows: &[Row]) {
    println!("\n== the board; median of {ROUNDS}");
    for row in rows {
        println!("{:<56}{:>12}   {}", row.title, row.written(), row.judged());
    }
}

/// The rows as Markdown.
pub(crate) fn markdown(rows: &[Row]) -> String {
    let mut text = format!("| the board of a workshop; median of {ROUNDS} | | goal |\n|---|---:|---|\n");
    for row in rows {
        text += &format!("| {} | {} | {} |\n", row.title, row.written(), row.judged());
    }
    text
}
