//! A scan on the page, in the terms of who uses it: press, choose, read.

use crate::support::browser::Browser;
use crate::support::shipped::questionnaire;
use crate::support::words::{DUTCH, Wording, Words};
use fantoccini::elements::Element;
use scan::answers::{Answer, Choice};
use scan::saved::{Saved, encode};
use serde_json::{Value, json};
use std::path::Path;

/// Tab, Enter and arrows as WebDriver spells them.
pub(crate) const TAB: char = '\u{e004}';
pub(crate) const ENTER: char = '\u{e007}';
pub(crate) const SPACE: char = ' ';
pub(crate) const DOWN: char = '\u{e015}';

/// How many questions the scan has.
pub(crate) const QUESTIONS: usize = 18;

/// Unsure in step 3 only; leaning to leeway; little backing.
pub(crate) const MIXED: [usize; QUESTIONS] = [5, 1, 4, 2, 5, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 4, 5, 2];

/// One of the scans on the page. What is pressed, read and waited for is named by its key in `content/text`.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    pub(crate) browser: &'a Browser,
    nth: usize,
    words: &'static Words,
}

const IN_ROOT: &str = "const root = document.querySelectorAll('ruimte-scan')[arguments[0]].shadowRoot;
const seen = element => element.checkVisibility({ visibilityProperty: true });
const named = element => (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\\s+/g, ' ');\n";

impl<'a> Scan<'a> {
    /// The first scan on the page.
    pub(crate) fn on(browser: &'a Browser) -> Scan<'a> {
        Scan::nth(browser, 0)
    }

    /// The scan at an index among those on the page.
    pub(crate) fn nth(browser: &'a Browser, nth: usize) -> Scan<'a> {
        Scan { browser, nth, words: &DUTCH }
    }

    /// The same scan in another language.
    pub(crate) fn speaks(self, words: &'static Words) -> Scan<'a> {
        Scan { words, ..self }
    }

    /// Opens the first page and goes to the first question.
    pub(crate) async fn started(browser: &'a Browser) -> Scan<'a> {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.start().await;
        scan
    }

    /// Opens the first page and a sitting of these answers in it: the result.
    pub(crate) async fn at_result(browser: &'a Browser, options: &[usize; QUESTIONS]) -> Scan<'a> {
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.opens(options).await;
        scan
    }

    /// Runs a script that can use `root`, `seen`, `named`, and `argument`.
    pub(crate) async fn run(&self, script: &str, argument: Value) -> Value {
        let script = format!("{IN_ROOT}const argument = arguments[1];\n{script}");
        self.browser.run_with(&script, vec![json!(self.nth), argument]).await
    }

    /// An element by such a script.
    pub(crate) async fn element(&self, script: &str, argument: Value) -> Option<Element> {
        let script = format!("{IN_ROOT}const argument = arguments[1];\n{script}");
        self.browser.element(&script, vec![json!(self.nth), argument]).await
    }

    /// Waits until such a script gives true.
    pub(crate) async fn until(&self, script: &str, what: &str) {
        let script = format!("{}{script}", IN_ROOT.replace("arguments[0]", &self.nth.to_string()));
        self.browser.until(&script, what).await;
    }

    /// The heading of the screen.
    pub(crate) async fn heading(&self) -> String {
        text(self.run("return named([...root.querySelectorAll('h2')].find(seen));", Value::Null).await)
    }

    /// Waits until a screen has opened: it has the heading of this key.
    pub(crate) async fn wait_for(&self, heading: impl Wording) {
        self.heads(&self.words.say(heading)).await;
    }

    /// Waits for a question by its number.
    pub(crate) async fn wait_for_question(&self, number: usize) {
        self.heads(&self.question(number)).await;
    }

    /// The heading of a question.
    pub(crate) fn question(&self, number: usize) -> String {
        let blanks = [("n", &*number.to_string()), ("total", &*QUESTIONS.to_string())];
        self.words.say(("question-heading", blanks))
    }

    async fn heads(&self, heading: &str) {
        let script = format!(
            "const h2 = [...root.querySelectorAll('h2')].find(seen); return !!h2 && named(h2) === {};",
            json!(heading)
        );
        self.until(&script, &format!("the heading is '{heading}'")).await;
    }

    /// Waits for the result.
    pub(crate) async fn wait_for_result(&self) {
        self.until("return !!root.querySelector('a[href=\"tel:+31703563550\"]') && !root.querySelector('fieldset input[name]:not([type=file])') && [...root.querySelectorAll('h2')].some(seen) && root.querySelectorAll('svg').length > 0;", "the result is there").await;
    }

    /// Waits for all of the result: it is drawn in two times.
    pub(crate) async fn wait_for_all_of_the_result(&self) {
        self.wait_for_result().await;
        self.until("return !!root.querySelector('.foot');", "all of the result is drawn").await;
    }

    /// Waits until the program has taken the place of the first screen.
    pub(crate) async fn taken_over(&self) {
        self.until("return !!root.querySelector('h2') && !root.querySelector('.arrival');", "the program took over")
            .await;
    }

    async fn find_button(&self, name: &str) -> Option<Element> {
        self.element("return [...root.querySelectorAll('button')].filter(seen).find(button => named(button) === argument) ?? null;", json!(name)).await
    }

    /// Whether the button of this key can be seen.
    pub(crate) async fn has_button(&self, button: impl Wording) -> bool {
        self.find_button(&self.words.say(button)).await.is_some()
    }

    /// Waits until it can be.
    pub(crate) async fn offers(&self, button: impl Wording) {
        let name = self.words.say(button);
        let script = format!(
            "return [...root.querySelectorAll('button')].some(button => seen(button) && named(button) === {});",
            json!(name)
        );
        self.until(&script, &format!("'{name}' is offered")).await;
    }

    /// Presses the button of this key with the mouse.
    pub(crate) async fn press(&self, button: impl Wording) {
        self.press_named(&self.words.say(button)).await;
    }

    /// Presses a button whose name is not ours.
    pub(crate) async fn press_named(&self, name: &str) {
        let button = self.find_button(name).await.unwrap_or_else(|| panic!("there is no button '{name}'"));
        self.click(button).await;
    }

    /// Presses what goes on from a question: the last one leads to the result.
    pub(crate) async fn press_next(&self, question: usize) {
        self.press(if question == QUESTIONS { "see-result" } else { "next" }).await;
    }

    /// Clicks as a person does, who sees what is there first: a second press at once on the same spot is a double press.
    async fn click(&self, element: Element) {
        let centre = "const [element] = arguments;
            element.scrollIntoView({ block: 'nearest' });
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x + width / 2, y + height / 2];";
        let centre = self.browser.run_with(centre, vec![serde_json::to_value(&element).unwrap()]).await;
        let spot = [0, 1].map(|axis| centre[axis].as_f64().unwrap_or_default());
        self.browser.as_a_person(spot).await;
        element.click().await.unwrap();
        self.browser.pressed(spot);
    }

    /// Opens or closes what the summary of this key hides.
    pub(crate) async fn unfold(&self, key: &str) {
        let summary = self
            .element("return [...root.querySelectorAll('summary')].filter(seen).find(summary => named(summary) === argument) ?? null;", json!(self.words.say(key)))
            .await
            .unwrap_or_else(|| panic!("there is nothing to unfold called '{key}'"));
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
        let index = self.run("return [...root.querySelectorAll('fieldset input[type=radio]')].findIndex(radio => radio.checked) + 1;", Value::Null).await;
        index.as_u64().unwrap()
    }

    /// Starts and waits for the first question.
    pub(crate) async fn start(&self) {
        self.press("start").await;
        self.wait_for_question(1).await;
    }

    /// Answers questions from `first` on with these options and goes on from the last: by keys, which are never held back.
    pub(crate) async fn answer_from(&self, first: usize, options: &[usize]) {
        for (number, option) in (first..).zip(options) {
            self.wait_for_question(number).await;
            self.run("[...root.querySelectorAll('h2')].find(seen).focus();", Value::Null).await;
            self.browser.keys(&format!("{option}{ENTER}")).await;
        }
    }

    /// Walks the whole scan with one option for every question.
    pub(crate) async fn walk(&self, option: usize) {
        self.start().await;
        self.answer_from(1, &[option; QUESTIONS]).await;
        self.wait_for_result().await;
    }

    /// Comes to the result at once, by a file of a sitting with these answers.
    pub(crate) async fn opens(&self, options: &[usize; QUESTIONS]) {
        let mut saved = Saved::default();
        for ((id, _), option) in questionnaire().questions().zip(options) {
            let choice = u8::try_from(option - 1).ok().and_then(Choice::new).expect("an option from 1 to 5");
            saved.record.answers.set(id, Answer::Chosen(choice));
        }
        let file = self.browser.folder().join("sitting.txt");
        std::fs::write(&file, encode(questionnaire(), &saved)).unwrap();
        self.give_file(&file).await;
        self.wait_for_all_of_the_result().await;
    }

    /// Gives a file to the intro.
    pub(crate) async fn give_file(&self, file: &Path) {
        let input = self.element("return root.querySelector('input[type=file]')", Value::Null).await;
        input.expect("a file can be opened").send_keys(&file.to_string_lossy()).await.unwrap();
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

    /// Whether the words of this key can be seen, up to their first blank.
    pub(crate) async fn shows(&self, key: &str) -> bool {
        self.text().await.contains(&self.words.say(key))
    }

    /// Waits until a message says the words of this key, up to their first blank.
    pub(crate) async fn says(&self, key: &str) {
        let script = format!(
            "return [...root.querySelectorAll('[role=status], [role=alert]')].some(one => named(one).includes({}));",
            json!(self.words.say(key))
        );
        self.until(&script, &format!("'{key}' is said")).await;
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

    /// Tabs until the focus is on the element of this tag whose name is the words of this key.
    pub(crate) async fn tab_to(&self, tag: &str, key: &str) {
        self.tab_to_named(&format!("{tag} {}", self.words.say(key))).await;
    }

    /// The same for a name that is not ours: a number to call.
    pub(crate) async fn tab_to_named(&self, wanted: &str) {
        let mut passed = Vec::new();
        for _ in 0..80 {
            let focused = self.focused().await;
            if focused.starts_with(wanted)
                || focused.contains(&wanted[2..]) && wanted.starts_with("a ") && focused.starts_with("a ")
            {
                return;
            }
            passed.push(focused);
            self.browser.keys(&TAB.to_string()).await;
        }
        panic!("Tab never reaches '{wanted}', only {passed:?}");
    }

    /// Waits until the focus is on the heading of the screen, where a step leads: soon after it is drawn, not at once.
    pub(crate) async fn is_focused(&self) {
        self.until("return root.activeElement?.localName === 'h2';", "the focus is on the heading").await;
    }
}

/// A string out of a script's answer.
pub(crate) fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
