//! A scan on the page, in the words of who uses it: press, choose, read.

use crate::stage::Stage;
use fantoccini::elements::Element;
use serde_json::{Value, json};

/// Tab, Enter and arrows as WebDriver spells them.
pub(crate) const TAB: char = '\u{e004}';
pub(crate) const ENTER: char = '\u{e007}';
pub(crate) const SPACE: char = ' ';
pub(crate) const DOWN: char = '\u{e015}';

/// How many questions the scan has.
pub(crate) const QUESTIONS: usize = 18;

/// The scan at a place among those on the page.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    pub(crate) stage: &'a Stage,
    nth: usize,
}

const IN_ROOT: &str = "const root = document.querySelectorAll('ruimte-scan')[arguments[0]].shadowRoot;
const seen = element => element.checkVisibility({ visibilityProperty: true });
const named = element => (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\\s+/g, ' ');\n";

impl<'a> Scan<'a> {
    pub(crate) fn on(stage: &'a Stage) -> Scan<'a> {
        Scan { stage, nth: 0 }
    }

    /// Opens the first page and goes to the first question.
    pub(crate) async fn started(stage: &'a Stage) -> Scan<'a> {
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan
    }

    pub(crate) fn nth(stage: &'a Stage, nth: usize) -> Scan<'a> {
        Scan { stage, nth }
    }

    /// Runs a script that can use `root`, `seen`, `named`, and `argument`.
    pub(crate) async fn run(&self, script: &str, argument: Value) -> Value {
        let script = format!("{IN_ROOT}const argument = arguments[1];\n{script}");
        self.stage.run_with(&script, vec![json!(self.nth), argument]).await
    }

    /// An element by such a script.
    pub(crate) async fn element(&self, script: &str, argument: Value) -> Option<Element> {
        let script = format!("{IN_ROOT}const argument = arguments[1];\n{script}");
        self.stage.element(&script, vec![json!(self.nth), argument]).await
    }

    /// Waits until such a script gives true.
    pub(crate) async fn until(&self, script: &str, what: &str) {
        let script = format!("{}{script}", IN_ROOT.replace("arguments[0]", &self.nth.to_string()));
        self.stage.until(&script, what).await;
    }

    /// The heading of the screen.
    pub(crate) async fn heading(&self) -> String {
        text(self.run("return named([...root.querySelectorAll('h2')].find(seen));", Value::Null).await)
    }

    /// Waits for a heading.
    pub(crate) async fn wait_for(&self, heading: &str) {
        let script = format!(
            "const h2 = [...root.querySelectorAll('h2')].find(seen); return !!h2 && named(h2) === {};",
            json!(heading)
        );
        self.until(&script, &format!("the heading is '{heading}'")).await;
    }

    /// Waits for a question by its number.
    pub(crate) async fn wait_for_question(&self, number: usize) {
        self.wait_for(&format!("Vraag {number} van {QUESTIONS}")).await;
    }

    /// Waits for the result.
    pub(crate) async fn wait_for_result(&self) {
        self.until("return !!root.querySelector('a[href=\"tel:+31703563550\"]') && !root.querySelector('fieldset input[name]:not([type=file])') && [...root.querySelectorAll('h2')].some(seen) && root.querySelectorAll('svg').length > 0;", "the result is there").await;
    }

    async fn find_button(&self, name: &str) -> Option<Element> {
        self.element("return [...root.querySelectorAll('button')].filter(seen).find(button => named(button) === argument) ?? null;", json!(name)).await
    }

    /// Whether a button of this name can be seen.
    pub(crate) async fn has_button(&self, name: &str) -> bool {
        self.find_button(name).await.is_some()
    }

    /// Presses a button with the mouse.
    pub(crate) async fn press(&self, name: &str) {
        let button = self.find_button(name).await.unwrap_or_else(|| panic!("there is no button '{name}'"));
        self.click(button).await;
    }

    /// Clicks as a person does, who sees what is there first: a second press at once on the same spot is a double press.
    async fn click(&self, element: Element) {
        let centre = "const [element] = arguments;
            element.scrollIntoView({ block: 'nearest' });
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x + width / 2, y + height / 2];";
        let centre = self.stage.run_with(centre, vec![serde_json::to_value(&element).unwrap()]).await;
        let place = [0, 1].map(|axis| centre[axis].as_f64().unwrap_or_default());
        self.stage.as_a_person(place).await;
        element.click().await.unwrap();
        self.stage.pressed(place);
    }

    /// Opens what a summary of this name hides.
    pub(crate) async fn unfold(&self, name: &str) {
        let summary = self
            .element("return [...root.querySelectorAll('summary')].filter(seen).find(summary => named(summary) === argument) ?? null;", json!(name))
            .await
            .unwrap_or_else(|| panic!("there is nothing to unfold called '{name}'"));
        self.click(summary).await;
    }

    /// Chooses an option, counted from 1, by pressing its row.
    pub(crate) async fn choose(&self, option: usize) {
        let row = self
            .element(
                "return root.querySelectorAll('fieldset input[type=radio]')[argument - 1].closest('label');",
                json!(option),
            )
            .await
            .expect("the row of an option is its label");
        self.click(row).await;
    }

    /// The option chosen, counted from 1; 0 when none is.
    pub(crate) async fn chosen(&self) -> u64 {
        let place = self.run("return [...root.querySelectorAll('fieldset input[type=radio]')].findIndex(radio => radio.checked) + 1;", Value::Null).await;
        place.as_u64().unwrap()
    }

    /// Starts and waits for the first question.
    pub(crate) async fn start(&self) {
        self.press("Start de scan").await;
        self.wait_for_question(1).await;
    }

    /// Answers questions from `first` on with these options, the last question's press included.
    pub(crate) async fn answer_from(&self, first: usize, options: &[usize]) {
        for (number, option) in (first..).zip(options) {
            self.wait_for_question(number).await;
            self.choose(*option).await;
            self.press(if number == QUESTIONS { "Bekijk je resultaat" } else { "Volgende" }).await;
        }
    }

    /// Walks the whole scan with one option for every question.
    pub(crate) async fn walk(&self, option: usize) {
        self.start().await;
        self.answer_from(1, &[option; QUESTIONS]).await;
        self.wait_for_result().await;
    }

    /// All text that can be seen.
    pub(crate) async fn text(&self) -> String {
        text(
            self.run(
                "return [...root.children].filter(seen).map(child => child.innerText ?? '').join('\\n');",
                Value::Null,
            )
            .await,
        )
    }

    /// What has the focus inside the scan, as its tag and name.
    pub(crate) async fn focused(&self) -> String {
        text(
            self.run(
                "const active = root.activeElement; return active ? active.localName + ' ' + named(active) : '';",
                Value::Null,
            )
            .await,
        )
    }
}

/// A string out of a script's answer.
pub(crate) fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
