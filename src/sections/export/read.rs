//! Reads a figure off the page: its drawings with their looks, its tables, and what it says.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, SvgElement};

use crate::sections::export::picture::{Drawing, Ground, escaped};
use crate::sections::export::shown::{Cell, ShownTable};

/// What the style sheet decides about a drawing, and a file of its own would lack.
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

fn figure(name: &str) -> Option<Element> {
    let found = document().query_selector(&format!("[data-export=\"{name}\"]"));
    found.ok().flatten()
}

/// The drawings of the figure, in the order of the page, and the colours below and around them. They are what is marked with
/// `data-title` in the element that is marked with `data-export` and the name; where nothing is marked, every drawing that
/// can be seen there.
pub(super) fn panels(name: &str) -> (Vec<Drawing>, Ground) {
    let mut parts = Vec::new();
    if let Some(figure) = figure(name) {
        below(&figure, &mut parts);
    }
    let titled = parts.iter().filter(|part| part.has_attribute("data-title"));
    let mut drawings: Vec<Drawing> = titled.filter_map(drawing).collect();
    if drawings.is_empty() {
        drawings = parts.iter().filter_map(lone).collect();
    }
    (drawings, ground())
}

/// The colours of the page.
pub(super) fn ground() -> Ground {
    let body = document().body().map(Element::from);
    let colour = |what: &str| body.as_ref().map_or(String::new(), |body| look(body, what));
    Ground {
        paper: colour("background-color"),
        ink: colour("color"),
    }
}

/// The tables of the figure, folded ones too.
pub(super) fn tables(name: &str) -> Vec<ShownTable> {
    let mut parts = Vec::new();
    if let Some(figure) = figure(name) {
        below(&figure, &mut parts);
    }
    let is_table = |part: &&Element| part.local_name() == "table";
    parts.iter().filter(is_table).map(table).collect()
}

/// What the figure found, in its own words.
pub(super) fn said(name: &str) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(figure) = figure(name) {
        below(&figure, &mut parts);
    }
    let is_finding = |part: &&Element| part.class_list().contains("finding");
    let texts = parts.iter().filter(is_finding).map(text_of);
    texts.filter(|text| !text.is_empty()).collect()
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

/// The text of an element; what is small stands apart.
fn text_of(element: &Element) -> String {
    let mut text = String::new();
    let nodes = element.child_nodes();
    for node in (0..nodes.length()).filter_map(|idx| nodes.item(idx)) {
        match node.dyn_ref::<Element>() {
            Some(element) => {
                if element.local_name() == "small" {
                    text.push(' ');
                }
                text.push_str(&text_of(element));
            }
            None => text.push_str(&node.node_value().unwrap_or_default()),
        }
    }
    text.trim().to_owned()
}

fn table(table: &Element) -> ShownTable {
    let rows_in = |place: &str| -> Vec<Vec<Cell>> {
        let mut parts = Vec::new();
        below(table, &mut parts);
        let is_row = |part: &&Element| {
            let parent = part.parent_element();
            part.local_name() == "tr" && parent.is_some_and(|parent| parent.local_name() == place)
        };
        parts.iter().filter(is_row).map(cells).collect()
    };
    let region = table.closest("[aria-label]").ok().flatten();
    let named = region.and_then(|region| region.get_attribute("aria-label"));
    let caption = table.query_selector("caption").ok().flatten();
    let title = caption.map(|caption| text_of(&caption)).or(named);
    ShownTable::of(
        title.unwrap_or_default(),
        &rows_in("thead"),
        &rows_in("tbody"),
    )
}

fn cells(row: &Element) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut next = row.first_element_child();
    while let Some(cell) = next {
        let over = |name: &str| {
            let number = cell.get_attribute(name);
            number.and_then(|number| number.parse().ok()).unwrap_or(1)
        };
        cells.push(Cell {
            text: text_of(&cell),
            n_columns: over("colspan"),
            n_rows: over("rowspan"),
        });
        next = cell.next_element_sibling();
    }
    cells
}

fn look(element: &Element, what: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    let value = style.and_then(|style| style.get_property_value(what).ok());
    value.unwrap_or_default()
}

/// What is drawn in a panel that has a title.
fn drawing(panel: &Element) -> Option<Drawing> {
    let drawn = panel.query_selector("svg[role], canvas").ok()??;
    let title = panel.get_attribute("data-title").unwrap_or_default();
    of_element(&drawn, title)
}

/// A drawing without a title, where it can be seen.
fn lone(element: &Element) -> Option<Drawing> {
    let is_drawing = match element.local_name().as_str() {
        "svg" => element.has_attribute("role"),
        name => name == "canvas",
    };
    let is_seen = element.get_bounding_client_rect().width() > 0.0;
    (is_drawing && is_seen).then(|| of_element(element, String::new()))?
}

fn of_element(drawn: &Element, title: String) -> Option<Drawing> {
    let words = drawn.get_attribute("aria-label").unwrap_or_default();
    if let Some(canvas) = drawn.dyn_ref::<HtmlCanvasElement>() {
        let picture = canvas.to_data_url().ok()?;
        let (width, height) = (canvas.width(), canvas.height());
        let picture = escaped(&picture);
        return Some(Drawing {
            title,
            words,
            svg: format!(
                "<svg viewBox=\"0 0 {width} {height}\"><image width=\"{width}\" height=\"{height}\" style=\"image-rendering:pixelated\" href=\"{picture}\"/></svg>"
            ),
            size: (width.into(), height.into()),
        });
    }
    let copy: Element = drawn.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (mut shown, mut copied) = (Vec::new(), Vec::new());
    below(drawn, &mut shown);
    below(&copy, &mut copied);
    for (shown, copied) in shown.iter().zip(copied) {
        let style = window().get_computed_style(shown).ok().flatten()?;
        // Not as an attribute: the page's policy allows none, and Firefox then drops its text as well.
        let own = copied.dyn_ref::<SvgElement>()?.style();
        for what in LOOKS {
            let value = style.get_property_value(what).unwrap_or_default();
            own.set_property(what, &value).ok()?;
        }
    }
    let view_box = drawn.get_attribute("viewBox").unwrap_or_default();
    let numbers: Vec<f64> = view_box
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    Some(Drawing {
        title,
        words,
        // The one entity of HTML in what the page writes that XML does not know.
        svg: copy.outer_html().replace("&nbsp;", "\u{a0}"),
        size: (*numbers.get(2)?, *numbers.get(3)?),
    })
}
