//! The board on a page, in the terms of who leads a workshop.

use crate::support::browser::Browser;
use crate::support::scan::{QUESTIONS, Scan, text};
use crate::support::shipped::questionnaire;
use crate::support::words::{BOARD, Wording};
use scan::answers::{Answer, Answers, Choice};
use scan::code::Code;
use serde_json::{Value, json};

/// The board on a page.
#[derive(Clone, Copy)]
pub(crate) struct Board<'a>(pub(crate) &'a Browser);

impl Board<'_> {
    /// Waits for the program, and begins a workshop with what is filled in.
    pub(crate) async fn begin(self) {
        self.until("return !!root.querySelector('h2')", "the board is there").await;
        self.press("begin").await;
        self.until("return !!root.querySelector('#paste')", "it collects").await;
    }

    pub(crate) async fn run(self, script: &str, argument: Value) -> Value {
        self.0.run_with(&in_board(script), vec![argument]).await
    }

    pub(crate) async fn until(self, script: &str, what: &str) {
        self.0.until(&in_board(script), what).await;
    }

    /// Presses the button of this key in `content/board`.
    pub(crate) async fn press(self, button: impl Wording) {
        let label = &*BOARD.say(button);
        let find = in_board("return [...root.querySelectorAll('button')].find(one => one.textContent === argument)");
        let button = self.0.element(&find, vec![json!(label)]).await;
        let button = button.unwrap_or_else(|| panic!("no button '{label}'"));
        button.click().await.unwrap_or_else(|error| panic!("{label}: {error}"));
    }

    /// Waits until the words of this key are said somewhere.
    pub(crate) async fn says(self, said: impl Wording) {
        self.shows(&BOARD.say(said)).await;
    }

    /// Waits until a text that is not the board's own can be read somewhere.
    pub(crate) async fn shows(self, text: &str) {
        let said = format!("return root.querySelector('.sheet').textContent.includes({})", json!(text));
        self.until(&said, text).await;
    }

    /// Hands in a text as one pastes it.
    pub(crate) async fn paste(self, text: &str) {
        let paste = "const data = new DataTransfer(); data.setData('text', argument);
            const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true });
            root.querySelector('#paste').dispatchEvent(event);";
        self.run(paste, json!(text)).await;
    }

    pub(crate) async fn open(browser: &Browser) -> Board<'_> {
        browser.load("/bord.html").await;
        let board = Board(browser);
        board.until("return !!root.querySelector('h2')", "the board is there").await;
        board
    }

    pub(crate) async fn type_in_area(self, written: &str) {
        let script = "return document.querySelector('ruimte-bord').shadowRoot.querySelector('#paste')";
        self.0.element(script, vec![]).await.expect("the field").send_keys(written).await.unwrap();
    }

    /// What the counter says.
    pub(crate) async fn count(self) -> String {
        text(self.run("return root.querySelector('.count')?.textContent ?? ''", Value::Null).await)
    }

    /// Waits until so many are in, of the twelve that are expected.
    pub(crate) async fn counts_to(self, people: usize) {
        let said = match people {
            0 => BOARD.say("count-none"),
            _ => BOARD.say(("count-of", [("n", &*people.to_string()), ("size", "12")])),
        };
        let until = format!("return root.querySelector('.count')?.textContent === {}", json!(said));
        self.until(&until, &said).await;
    }

    pub(crate) async fn unfold(self, key: &str) {
        let open = "const one = [...root.querySelectorAll('details')].find(one => one.querySelector('summary').textContent === argument);
            one.open = true; return !!one";
        assert_eq!(self.run(open, json!(BOARD.say(key))).await, json!(true));
    }

    pub(crate) async fn type_in(self, id: &str, written: &str) {
        let script =
            "const root = document.querySelector('ruimte-bord').shadowRoot; return root.getElementById(arguments[0])";
        let field = self.0.element(script, vec![json!(id)]).await.expect("the field");
        // All of it is chosen and taken away, as a person does.
        field.send_keys(&format!("\u{e009}a\u{e000}\u{e017}{written}")).await.unwrap();
    }

    pub(crate) async fn heading(self) -> String {
        text(self.run("return root.querySelector('h2').textContent", Value::Null).await)
    }

    /// Waits until a screen has opened: it has the heading of this key.
    pub(crate) async fn heads(self, heading: impl Wording) {
        self.heads_named(&BOARD.say(heading)).await;
    }

    pub(crate) async fn heads_named(self, heading: &str) {
        let until = format!("return root.querySelector('h2')?.textContent === {}", json!(heading));
        self.until(&until, heading).await;
    }

    /// The rows of the table under a picture.
    pub(crate) async fn table(self, title: &str) -> Vec<(String, String)> {
        let script = "const figure = [...root.querySelectorAll('.figure')].find(one => one.querySelector('h4').textContent === argument);
            return figure ? [...figure.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent)) : null";
        let rows = self.run(script, json!(title)).await;
        let rows = rows.as_array().unwrap_or_else(|| panic!("no picture of {title}"));
        let cell = |row: &Value, place: usize| row[place].as_str().expect("a cell").to_owned();
        rows.iter().map(|row| (cell(row, 0), cell(row, 1))).collect()
    }

    /// How many discs the picture has.
    pub(crate) async fn discs(self, title: &str) -> usize {
        let script = "const figure = [...root.querySelectorAll('.figure')].find(one => one.querySelector('h4').textContent === argument);
            return figure.querySelectorAll('.spread .disc').length";
        self.run(script, json!(title)).await.as_u64().expect("a number") as usize
    }

    /// Six people who answer alike two by two, and a picture of them.
    pub(crate) async fn with_picture(self) {
        let chat: Vec<String> = (0..6).map(|person| code([0, 0, 0, 4, 4, 2][person], person as u32)).collect();
        self.paste(&chat.join("\n")).await;
        self.counts_to(6).await;
        self.press(("show", 6)).await;
        self.heads("picture-heading").await;
    }
}

fn in_board(script: &str) -> String {
    format!(
        "const root = document.querySelector('ruimte-bord').shadowRoot; const argument = arguments[0];
        if (!root) return false; {script}"
    )
}

/// The short code of a person who takes this option, counted from 0, everywhere.
pub(crate) fn code(option: u8, nonce: u32) -> String {
    let mut answers = Answers::default();
    for (id, _) in questionnaire().questions() {
        answers.set(id, Choice::new(option).map_or(Answer::Skipped, Answer::Chosen));
    }
    Code::new(questionnaire(), &answers, nonce).expect("a code").short()
}

/// A line of a text, as the board names it.
pub(crate) fn line(number: usize) -> String {
    BOARD.say(("at-line", number))
}

/// One person's scan by the link, up to their sealed code.
pub(crate) async fn sealed(browser: &Browser, link: &str, options: &[usize; QUESTIONS]) -> String {
    // A person with a phone of their own.
    browser.run("sessionStorage.clear()").await;
    browser.client.goto("about:blank").await.unwrap();
    browser.client.goto(link).await.unwrap();
    browser.ready().await;
    let scan = Scan::on(browser);
    scan.taken_over().await;
    scan.opens(options).await;
    scan.press("hand-make").await;
    scan.until("return !!root.querySelector('#code')?.value", "the code is there").await;
    text(scan.run("return root.querySelector('#code').value", Value::Null).await)
}
