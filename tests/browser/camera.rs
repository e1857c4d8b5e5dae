//! The camera of the board, played by a film of one code: what it sees is counted once, and it stops when it should.

use crate::single_board::PAGE;
use crate::support::board::{Board, code, line};
use crate::support::browser::{Browser, block_on};
use crate::support::file::Page;
use crate::support::words::BOARD;
use qrcodegen::{QrCode, QrCodeEcc};
use scan::code::{SEALED_BYTES, write_sealed};
use serde_json::{Value, json};
use tempfile::NamedTempFile;

/// No Chromium for Linux has a reader of its own; elsewhere it is taken away.
const WITHOUT_READER: &str = "delete window.BarcodeDetector;";
const START: &str = "camera";
const STOP: &str = "camera-stop";
const MODULE: &str = "ruimtebord-camera.js";

/// A film in which nothing but a text as QR code is seen.
struct Film(NamedTempFile);

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
        let file = tempfile::Builder::new().suffix(".y4m").tempfile().unwrap();
        std::fs::write(&file, film).unwrap();
        Film(file)
    }

    /// A browser on which the camera shows it, and nobody has to allow that.
    async fn browser(&self) -> Browser {
        let film = format!("--use-file-for-fake-video-capture={}", self.0.path().display());
        let flags = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", &film];
        Browser::with(&[], &flags).await
    }
}

async fn open(browser: &Browser) -> Board<'_> {
    browser.load("/bord.html").await;
    let board = Board(browser);
    board.begin().await;
    board
}

fn brought(browser: &Browser) -> bool {
    browser.requests().iter().any(|request| request.contains(MODULE))
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
    block_on(async {
        let film = Film::of(&code(2, 7));
        let browser = film.browser().await;
        browser.before_each_document(WITHOUT_READER).await;
        let board = open(&browser).await;
        assert!(!brought(&browser), "nobody asked for the camera");
        board.press(START).await;
        board.counts_to(1).await;
        assert!(brought(&browser));
        on(board).await;
        let more = "return root.querySelector('video').getVideoPlaybackQuality().totalVideoFrames > 12";
        board.until(more, "the camera has seen it many times").await;
        board.says("added-one").await;
        board.press(STOP).await;
        off(board).await;
        // Once more it is counted already, and elsewhere on the board the camera is off.
        board.press(START).await;
        board.says(("twice", 1)).await;
        on(board).await;
        board.press("sheet-open").await;
        off(board).await;
        browser.assert_clean().await;
    });
}

#[test]
fn a_sealed_code_is_read_though_it_is_dense() {
    block_on(async {
        // Of no board here: that it says so shows that all of it was read.
        let mut bytes = [0; SEALED_BYTES];
        for (byte, value) in bytes.iter_mut().zip(3_u8..) {
            *byte = value.wrapping_mul(89);
        }
        let film = Film::of(&write_sealed(&bytes));
        let browser = film.browser().await;
        browser.before_each_document(WITHOUT_READER).await;
        let board = open(&browser).await;
        board.press(START).await;
        board.says(("other-board", [("n", "1"), ("places", &line(1))])).await;
        browser.assert_clean().await;
    });
}

#[test]
fn where_the_browser_reads_codes_itself_nothing_is_brought() {
    block_on(async {
        let film = Film::of("film");
        let browser = film.browser().await;
        let reader = format!(
            "window.BarcodeDetector = class {{
                static async getSupportedFormats() {{ return ['aztec', 'qr_code']; }}
                async detect(video) {{ return video.videoWidth > 0 ? [{{ rawValue: {} }}] : []; }}
            }};",
            json!(code(3, 8))
        );
        browser.before_each_document(&reader).await;
        let board = open(&browser).await;
        board.press(START).await;
        board.counts_to(1).await;
        assert!(!brought(&browser));
        browser.assert_clean().await;
    });
}

#[test]
fn without_permission_it_says_what_to_do() {
    block_on(async {
        let flags = ["--use-fake-device-for-media-stream", "--deny-permission-prompts"];
        let browser = Browser::with(&[], &flags).await;
        let board = open(&browser).await;
        board.press(START).await;
        board.says("camera-refused").await;
        let shown = "return [!!root.querySelector('video'), [...root.querySelectorAll('button')].some(one => one.textContent === argument)]";
        assert_eq!(board.run(shown, json!(BOARD.get(START))).await, json!([false, true]), "one may try again");
        assert!(!brought(&browser));
        browser.assert_clean().await;
    });
}

#[test]
fn it_looks_in_the_page_in_one_file_too() {
    block_on(async {
        let film = Film::of(&code(1, 9));
        let page = Page::of(PAGE);
        let browser = film.browser().await;
        browser.before_each_document(WITHOUT_READER).await;
        browser.client.goto(url::Url::from_file_path(page.file()).unwrap().as_str()).await.unwrap();
        let board = Board(&browser);
        board.begin().await;
        let asleep = "return document.querySelectorAll('script[type=\"text/plain\"]').length";
        assert_eq!(browser.run(asleep).await, json!(1));
        board.press(START).await;
        board.counts_to(1).await;
        assert_eq!(browser.run(asleep).await, json!(0));
        assert_eq!(browser.requests(), Vec::<String>::new());
        browser.assert_clean().await;
    });
}
