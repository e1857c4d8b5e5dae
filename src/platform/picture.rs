//! From an SVG to a PNG to download: drawn by the browser, and nowhere else.

use crate::platform::file;
use gloo::utils::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};
use yew::Callback;

/// Draws it and hands it over; says whether that went.
pub fn offer(name: &str, svg: &str, done: Callback<bool>) {
    if begin(name.to_owned(), svg, done.clone()).is_err() {
        done.emit(false);
    }
}

fn begin(name: String, svg: &str, done: Callback<bool>) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let source = ["data:image/svg+xml;charset=utf-8,", &String::from(js_sys::encode_uri_component(svg))].concat();
    let missed = done.clone();
    let error = Closure::once_into_js(move || missed.emit(false));
    image.set_onerror(Some(error.unchecked_ref()));
    let drawn = image.clone();
    let load = Closure::once_into_js(move || {
        if draw(&name, &drawn, done.clone()).is_err() {
            done.emit(false);
        }
    });
    image.set_onload(Some(load.unchecked_ref()));
    image.set_src(&source);
    Ok(())
}

fn draw(name: &str, image: &HtmlImageElement, done: Callback<bool>) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(image.natural_width());
    canvas.set_height(image.natural_height());
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element(image, 0.0, 0.0)?;
    let name = name.to_owned();
    let ready = Closure::once_into_js(move |blob: Option<Blob>| {
        done.emit(blob.is_some_and(|blob| file::download(&name, &blob).is_ok()));
    });
    canvas.to_blob(ready.unchecked_ref())
}
