//! The camera: it is shown in a video, and every QR code that is held before it is read.
//!
//! By the browser itself where it can, else by a program of ours that is brought only then.

use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, window};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};
use yew::{Callback, NodeRef};

/// Milliseconds between two looks.
const PAUSE: u32 = 150;
/// A text that was out of sight for so many looks is a new one.
const GONE: u32 = 3_000 / PAUSE;
/// A picture is made no wider: a code that is held before a camera is large enough in it.
const WIDEST: f64 = 800.0;
/// The format that is asked of the browser.
const FORMAT: &str = "qr_code";

/// What a camera tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CameraEvent {
    /// It looks.
    Looking,
    /// It may not, or cannot.
    Refused,
    /// It sees a code with this text; once, for as long as that stays in sight.
    Text(String),
}

type Stream = RefCell<Option<MediaStream>>;

/// A camera that is on until this is dropped.
pub struct Camera(Rc<Stream>);

impl Camera {
    /// Asks for a camera, shows it in this video and tells what it sees. `bring` gives a promise of our own reader.
    pub fn start(video: NodeRef, bring: Function, tell: Callback<CameraEvent>) -> Camera {
        let stream = Rc::default();
        let held = Rc::downgrade(&stream);
        spawn_local(async move {
            // Once it is switched off nobody waits for an error.
            if look(&held, &video, &bring, &tell).await.is_err() && held.strong_count() > 0 {
                tell.emit(CameraEvent::Refused);
            }
        });
        Camera(stream)
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        if let Some(stream) = self.0.take() {
            stop(&stream);
        }
    }
}

fn stop(stream: &MediaStream) {
    stream.get_tracks().iter().for_each(|track| track.unchecked_into::<MediaStreamTrack>().stop());
}

/// Ends when the camera is switched off, or with what went wrong.
async fn look(
    held: &Weak<Stream>,
    video: &NodeRef,
    bring: &Function,
    tell: &Callback<CameraEvent>,
) -> Result<(), JsValue> {
    let wanted = MediaStreamConstraints::new();
    wanted.set_video(&object("facingMode", &"environment".into())?);
    let asked = window().navigator().media_devices()?.get_user_media_with_constraints(&wanted)?;
    let stream: MediaStream = JsFuture::from(asked).await?.unchecked_into();
    match held.upgrade() {
        // Not its own `clone`, which makes a second stream that nobody would stop.
        Some(held) => held.replace(Some(Clone::clone(&stream))),
        // Switched off while the browser asked.
        None => {
            stop(&stream);
            return Ok(());
        }
    };
    let video: HtmlVideoElement = video.cast().ok_or(JsValue::NULL)?;
    video.set_src_object(Some(&stream));
    JsFuture::from(video.play()?).await?;
    let reader = Reader::find(bring).await?;
    let (mut last, mut unseen) = (String::new(), 0);
    if held.strong_count() > 0 {
        tell.emit(CameraEvent::Looking);
    }
    while held.strong_count() > 0 {
        if !stream.active() {
            return Err(JsValue::NULL);
        }
        // A picture that cannot be read is followed by another.
        match reader.read(&video).await.ok().and_then(|text| text.as_string()) {
            Some(text) if text == last => unseen = 0,
            Some(text) if held.strong_count() > 0 => {
                (last, unseen) = (text.clone(), 0);
                tell.emit(CameraEvent::Text(text));
            }
            _ if unseen == GONE => last.clear(),
            _ => unseen += 1,
        }
        TimeoutFuture::new(PAUSE).await;
    }
    Ok(())
}

/// What reads a picture.
enum Reader {
    /// The browser's `BarcodeDetector`.
    Browser(JsValue),
    /// Our own, with the canvas that the picture is taken from.
    Ours(Function, HtmlCanvasElement),
}

impl Reader {
    async fn find(bring: &Function) -> Result<Reader, JsValue> {
        if let Ok(detector) = browsers().await {
            return Ok(Reader::Browser(detector));
        }
        let brought: Promise = bring.call0(&JsValue::NULL)?.dyn_into()?;
        let read = JsFuture::from(brought).await?.dyn_into()?;
        Ok(Reader::Ours(read, document().create_element("canvas")?.unchecked_into()))
    }

    /// The text of a code in what the video shows; undefined when there is none.
    async fn read(&self, video: &HtmlVideoElement) -> Result<JsValue, JsValue> {
        match self {
            Reader::Browser(detector) => {
                let detect: Function = Reflect::get(detector, &"detect".into())?.dyn_into()?;
                let found: Promise = detect.call1(detector, video)?.dyn_into()?;
                let found: Array = JsFuture::from(found).await?.dyn_into()?;
                Reflect::get(&found.get(0), &"rawValue".into())
            }
            Reader::Ours(read, canvas) => {
                let (width, height) = (f64::from(video.video_width()), f64::from(video.video_height()));
                let scale = (WIDEST / width).min(1.0);
                let (width, height) = ((width * scale).round(), (height * scale).round());
                let grey = grey(video, canvas, width, height)?;
                read.call3(&JsValue::NULL, &Uint8Array::from(grey.as_slice()), &width.into(), &height.into())
            }
        }
    }
}

/// The browser's own reader, where it has one for these codes.
async fn browsers() -> Result<JsValue, JsValue> {
    let class: Function = Reflect::get(&window(), &"BarcodeDetector".into())?.dyn_into()?;
    let formats: Function = Reflect::get(&class, &"getSupportedFormats".into())?.dyn_into()?;
    let formats: Promise = formats.call0(&class)?.dyn_into()?;
    let formats: Array = JsFuture::from(formats).await?.dyn_into()?;
    if !formats.includes(&FORMAT.into(), 0) {
        return Err(JsValue::NULL);
    }
    let asked = object("formats", &Array::of1(&FORMAT.into()))?;
    Reflect::construct(&class, &Array::of1(&asked))
}

/// An object with one property.
fn object(name: &str, value: &JsValue) -> Result<JsValue, JsValue> {
    let object = Object::new();
    Reflect::set(&object, &name.into(), value)?;
    Ok(object.into())
}

/// What the video shows, a byte per pixel: green is what an eye sees most of.
fn grey(video: &HtmlVideoElement, canvas: &HtmlCanvasElement, width: f64, height: f64) -> Result<Vec<u8>, JsValue> {
    if (f64::from(canvas.width()), f64::from(canvas.height())) != (width, height) {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let often = object("willReadFrequently", &true.into())?;
    let context = canvas.get_context_with_context_options("2d", &often)?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width, height)?;
    let colours = context.get_image_data(0.0, 0.0, width, height)?.data();
    Ok(colours.iter().skip(1).step_by(4).copied().collect())
}
