//! Hands files to the reader, and reads the drawings of a figure off the page with their looks.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, Url};

use crate::sections::export::{Drawing, Ground};

/// What style.css decides about a drawing, and a file of its own would lack.
const LOOKS: [&str; 12] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "vector-effect",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "paint-order",
];

/// The drawings of the figure, in the order of the page, and the colours below and around them. They are what is marked with
/// `data-title` in the element that is marked with `data-export` and the name.
pub(in crate::sections) fn panels(name: &str) -> (Vec<Drawing>, Ground) {
    let figure = document().query_selector(&format!("[data-export=\"{name}\"]"));
    let mut parts = Vec::new();
    if let Some(figure) = figure.ok().flatten() {
        below(&figure, &mut parts);
    }
    let drawings = parts.iter().filter(|part| part.has_attribute("data-title"));
    let drawings = drawings.filter_map(drawing).collect();
    let body = document().body().map(Element::from);
    let colour = |what: &str| body.as_ref().map_or(String::new(), |body| look(body, what));
    let ground = Ground {
        paper: colour("background-color"),
        ink: colour("color"),
    };
    (drawings, ground)
}

/// Every element inside of one, in the order of the document.
fn below(element: &Element, found: &mut Vec<Element>) {
    let mut next = element.first_element_child();
    while let Some(child) = next {
        next = child.next_element_sibling();
        found.push(child.clone());
        below(&child, found);
    }
}

fn look(element: &Element, what: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    let value = style.and_then(|style| style.get_property_value(what).ok());
    value.unwrap_or_default()
}

fn drawing(panel: &Element) -> Option<Drawing> {
    let svg = panel.query_selector("svg[role]").ok()??;
    let copy: Element = svg.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (mut shown, mut copied) = (Vec::new(), Vec::new());
    below(&svg, &mut shown);
    below(&copy, &mut copied);
    for (shown, copied) in shown.iter().zip(copied) {
        let style = window().get_computed_style(shown).ok().flatten()?;
        let looks = LOOKS.map(|what| {
            let value = style.get_property_value(what).unwrap_or_default();
            format!("{what}:{value};")
        });
        copied.set_attribute("style", &looks.concat()).ok()?;
    }
    let view_box = svg.get_attribute("viewBox").unwrap_or_default();
    let numbers: Vec<f64> = view_box
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    Some(Drawing {
        title: panel.get_attribute("data-title").unwrap_or_default(),
        words: svg.get_attribute("aria-label").unwrap_or_default(),
        // The one entity of HTML in what the page writes that XML does not know.
        svg: copy.outer_html().replace("&nbsp;", "\u{a0}"),
        size: (*numbers.get(2)?, *numbers.get(3)?),
    })
}

/// Saves a text.
pub(in crate::sections) fn save_text(text: &str, media_type: &str, name: &str) {
    save(&Array::of1(&text.into()), media_type, name);
}

/// Saves the parts of a text, one after the other.
pub(in crate::sections) fn save(parts: &JsValue, media_type: &str, name: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(parts, &options) {
        save_blob(&blob, name);
    }
}

pub(in crate::sections) fn save_blob(blob: &Blob, name: &str) {
    if let Ok(address) = Url::create_object_url_with_blob(blob) {
        download(&address, name);
        // The download has its data by now; a failure leaves them to the page's end.
        let _ = Url::revoke_object_url(&address);
    }
}

fn download(address: &str, name: &str) {
    let Ok(link) = document().create_element("a") else {
        return;
    };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
}
