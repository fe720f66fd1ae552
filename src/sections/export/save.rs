//! Hands files to the reader. Where a frame may swallow them, they are offered on the page as well.

use js_sys::{Array, Uint8Array, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use crate::sections::export::png::with_text;
use crate::state::{Content, PageState};

/// Pixels of a picture for each of its units, for screens that show two.
const SHARPNESS: f64 = 2.0;
/// More than this many pixels in a row or a column some browsers do not draw.
const MOST_PIXELS: f64 = 8_000.0;

/// Saves a text.
pub(in crate::sections) fn save_text(state: PageState, text: &str, media_type: &str, name: &str) {
    save(state, &Array::of1(&text.into()), media_type, name);
}

/// Saves the parts of a text, one after the other.
pub(in crate::sections) fn save(state: PageState, parts: &Array, media_type: &str, name: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(parts, &options) {
        download(&blob, name);
    }
    if is_download_doubtful() {
        state.offer(name, Content::Text(parts.join("").into()));
    }
}

/// Saves a picture as PNG, with the address that shows the same inside.
pub(in crate::sections) async fn save_picture(state: PageState, svg: &str, link: &str, name: &str) {
    match painted(svg).await {
        Some(canvas) => save_canvas(state, &canvas, link, name).await,
        None => state.offer(name, Content::Refused),
    }
}

/// Saves what stands on a canvas as PNG, with the address inside.
pub(in crate::sections) async fn save_canvas(
    state: PageState,
    canvas: &HtmlCanvasElement,
    link: &str,
    name: &str,
) {
    let Some(bytes) = png_of(canvas).await else {
        return state.offer(name, Content::Refused);
    };
    let bytes = Uint8Array::from(with_text(&bytes, "Source", link).as_slice());
    let options = BlobPropertyBag::new();
    options.set_type("image/png");
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options) {
        download(&blob, name);
    }
    if is_download_doubtful()
        && let Ok(address) = canvas.to_data_url()
    {
        state.offer(name, Content::Picture(address));
    }
}

/// An SVG on a canvas. It is loaded from its own text, so that a page without an origin may read the canvas again.
async fn painted(svg: &str) -> Option<HtmlCanvasElement> {
    let image = HtmlImageElement::new().ok()?;
    let text = String::from(encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{text}"));
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let scale = SHARPNESS.min(MOST_PIXELS / width.max(height).max(1.0));
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width((width * scale) as u32);
    canvas.set_height((height * scale) as u32);
    let on: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (right, bottom) = (canvas.width().into(), canvas.height().into());
    on.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, right, bottom)
        .ok()?;
    Some(canvas)
}

async fn png_of(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let picture = js_sys::Promise::new(&mut |resolve, reject| {
        if canvas.to_blob(&resolve).is_err() {
            // Nobody hears of it but the line below.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let blob: Blob = JsFuture::from(picture).await.ok()?.dyn_into().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn download(blob: &Blob, name: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The download has its data by now; a failure leaves them to the page's end.
    let _ = Url::revoke_object_url(&address);
}

/// Whether a file may be swallowed without a word: in a frame that does not say that downloads are allowed. Nobody is told
/// what the outer page of another origin allows.
fn is_download_doubtful() -> bool {
    let window = window();
    let is_framed = window
        .parent()
        .is_ok_and(|parent| parent.is_some_and(|parent| parent != window));
    let frame = window.frame_element().ok().flatten();
    is_framed
        && frame.is_none_or(|frame| {
            let sandbox = frame.get_attribute("sandbox");
            sandbox.is_some_and(|allowed| !allowed.contains("allow-downloads"))
        })
}
