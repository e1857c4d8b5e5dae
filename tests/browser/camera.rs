//! The camera of the board, played by a film of one code: what it sees is counted once, and it stops when it should.

use crate::shipped::questionnaire;
use crate::single::Page;
use crate::single_board::PAGE;
use crate::stage::{Stage, alone};
use qrcodegen::{QrCode, QrCodeEcc};
use scan::answers::{Answer, Answers, Choice};
use scan::code::{Code, SEALED_BYTES, write_sealed};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// No Chromium for Linux has a reader of its own; elsewhere it is taken away.
const WITHOUT_READER: &str = "delete window.BarcodeDetector;";
const START: &str = "Scan met de camera";
const STOP: &str = "Stop de camera";
const MODULE: &str = "ruimtebord-camera.js";

/// The board on a page.
#[derive(Clone, Copy)]
pub(crate) struct Board<'a>(pub(crate) &'a Stage);

impl Board<'_> {
    /// Waits for the program, and begins a workshop with what is filled in.
    pub(crate) async fn begin(self) {
        self.until("return !!root.querySelector('h2')", "the board is there").await;
        self.press("Begin de workshop").await;
        self.until("return !!root.querySelector('#paste')", "it collects").await;
    }

    pub(crate) async fn run(self, script: &str, argument: Value) -> Value {
        self.0.run_with(&in_board(script), vec![argument]).await
    }

    pub(crate) async fn until(self, script: &str, what: &str) {
        self.0.until(&in_board(script), what).await;
    }

    pub(crate) async fn press(self, label: &str) {
        let find = in_board("return [...root.querySelectorAll('button')].find(one => one.textContent === argument)");
        let button = self.0.element(&find, vec![json!(label)]).await;
        let button = button.unwrap_or_else(|| panic!("no button '{label}'"));
        button.click().await.unwrap_or_else(|error| panic!("{label}: {error}"));
    }

    /// Waits until this is said somewhere.
    pub(crate) async fn says(self, text: &str) {
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
}

fn in_board(script: &str) -> String {
    format!(
        "const root = document.querySelector('ruimte-bord').shadowRoot; const argument = arguments[0];
        if (!root) return false; {script}"
    )
}

/// The short code of a person who takes this option everywhere.
pub(crate) fn code(place: u8, nonce: u32) -> String {
    let mut answers = Answers::default();
    for (id, _) in questionnaire().questions() {
        answers.set(id, Choice::new(place).map_or(Answer::Skipped, Answer::Chosen));
    }
    Code::new(questionnaire(), &answers, nonce).expect("a code").short()
}

/// A film in which nothing but a text as QR code is seen.
struct Film(PathBuf);

impl Film {
    fn of(text: &str) -> Film {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let (width, height, pixels) = (640, 480, 8);
        let side = code.size() * pixels;
        let module = |place: i32, all: i32| (place - (all - side) / 2).div_euclid(pixels);
        let dark = |x: i32, y: i32| code.get_module(module(x, width), module(y, height));
        let grey = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let mut frame: Vec<u8> = grey.map(|(x, y)| if dark(x, y) { 30 } else { 220 }).collect();
        // No colour.
        frame.resize(frame.len() * 3 / 2, 128);
        let mut film = b"YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n".to_vec();
        for _ in 0..5 {
            film.extend(b"FRAME\n");
            film.extend(&frame);
        }
        let name = format!("ruimtebord-{}-{:?}.y4m", std::process::id(), Instant::now());
        let path = std::env::temp_dir().join(name.replace([' ', '{', '}', ':', ','], ""));
        std::fs::write(&path, film).unwrap();
        Film(path)
    }

    /// A stage on which the camera shows it, and nobody has to allow that.
    async fn stage(&self) -> Stage {
        let film = format!("--use-file-for-fake-video-capture={}", self.0.display());
        let flags = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", &film];
        Stage::with(None, &[], &flags).await
    }
}

impl Drop for Film {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

async fn open(stage: &Stage) -> Board<'_> {
    stage.client.goto(&format!("{}/bord.html", stage.base)).await.unwrap();
    let board = Board(stage);
    board.begin().await;
    board
}

fn brought(stage: &Stage) -> bool {
    stage.requests().iter().any(|request| request.contains(MODULE))
}

/// Keeps what the camera gives, to see later whether it stopped.
async fn on(board: Board<'_>) {
    board.until("return root.querySelector('video')?.srcObject?.active === true", "the camera is on").await;
    board.run("window.tracks = root.querySelector('video').srcObject.getTracks()", Value::Null).await;
}

async fn off(board: Board<'_>) {
    board.until("return !root.querySelector('video')", "nothing is shown").await;
    let ended = "return [tracks.length > 0, tracks.every(track => track.readyState === 'ended')]";
    assert_eq!(board.run(ended, Value::Null).await, json!([true, true]));
}

#[test]
fn a_code_is_counted_once_by_a_program_that_is_brought_only_then() {
    alone(async {
        let film = Film::of(&code(2, 7));
        let stage = film.stage().await;
        stage.before_each_document(WITHOUT_READER).await;
        let board = open(&stage).await;
        assert!(!brought(&stage), "nobody asked for the camera");
        board.press(START).await;
        board.says("1 van").await;
        assert!(brought(&stage));
        on(board).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        board.says("1 code toegevoegd").await;
        board.press(STOP).await;
        off(board).await;
        // Once more it is counted already, and elsewhere on the board the camera is off.
        board.press(START).await;
        board.says("1 al geteld").await;
        on(board).await;
        board.press("Tik een papieren strook in").await;
        off(board).await;
        stage.assert_clean().await;
    });
}

#[test]
fn a_sealed_code_is_read_though_it_is_dense() {
    alone(async {
        // Of no board here: that it says so shows that all of it was read.
        let mut bytes = [0; SEALED_BYTES];
        for (byte, value) in bytes.iter_mut().zip(3_u8..) {
            *byte = value.wrapping_mul(89);
        }
        let film = Film::of(&write_sealed(&bytes));
        let stage = film.stage().await;
        stage.before_each_document(WITHOUT_READER).await;
        let board = open(&stage).await;
        board.press(START).await;
        board.says("1 van een andere workshop: regel 1").await;
        stage.assert_clean().await;
    });
}

#[test]
fn where_the_browser_reads_codes_itself_nothing_is_brought() {
    alone(async {
        let film = Film::of("film");
        let stage = film.stage().await;
        let reader = format!(
            "window.BarcodeDetector = class {{
                static async getSupportedFormats() {{ return ['aztec', 'qr_code']; }}
                async detect(video) {{ return video.videoWidth > 0 ? [{{ rawValue: {} }}] : []; }}
            }};",
            json!(code(3, 8))
        );
        stage.before_each_document(&reader).await;
        let board = open(&stage).await;
        board.press(START).await;
        board.says("1 van").await;
        assert!(!brought(&stage));
        stage.assert_clean().await;
    });
}

#[test]
fn without_permission_it_says_what_to_do() {
    alone(async {
        let flags = ["--use-fake-device-for-media-stream", "--deny-permission-prompts"];
        let stage = Stage::with(None, &[], &flags).await;
        let board = open(&stage).await;
        board.press(START).await;
        board.says("De camera mag of kan hier niet").await;
        let shown = "return [!!root.querySelector('video'), [...root.querySelectorAll('button')].some(one => one.textContent === argument)]";
        assert_eq!(board.run(shown, json!(START)).await, json!([false, true]), "one may try again");
        assert!(!brought(&stage));
        stage.assert_clean().await;
    });
}

#[test]
fn it_looks_in_the_page_in_one_file_too() {
    alone(async {
        let film = Film::of(&code(1, 9));
        let page = Page::of(PAGE);
        let stage = film.stage().await;
        stage.before_each_document(WITHOUT_READER).await;
        stage.client.goto(url::Url::from_file_path(page.file()).unwrap().as_str()).await.unwrap();
        let board = Board(&stage);
        board.begin().await;
        let asleep = "return document.querySelectorAll('script[type=\"text/plain\"]').length";
        assert_eq!(stage.run(asleep).await, json!(1));
        board.press(START).await;
        board.says("1 van").await;
        assert_eq!(stage.run(asleep).await, json!(0));
        assert_eq!(stage.requests(), Vec::<String>::new());
        stage.assert_clean().await;
    });
}
