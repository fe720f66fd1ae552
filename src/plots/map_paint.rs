//! Draws maps on canvases: a picture of one pixel for each cell, scaled, then outlines, names, strokes and the cursor over it.

use crate::t;
use leptos::prelude::*;
use syw_core::family::TRAINED_OPERAND_MAX;
use syw_core::map::{FIRST, LAST, SIDE};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::grid::{GridView, Place, STROKE_WIDTH};
use super::palette::{Palette, Rgb, hex, rgb};

/// What a cell bears over its colour, where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strokes {
    /// A diagonal that falls to the right.
    pub falling: bool,
    /// A diagonal that rises to the right.
    pub rising: bool,
    /// A ring: the problem is held out of training.
    pub ring: bool,
}

/// The colours of the page where a canvas stands.
pub fn palette_of(canvas: &HtmlCanvasElement) -> Palette {
    let light = Palette::default();
    let style = web_sys::window().and_then(|window| window.get_computed_style(canvas).ok()?);
    let colour = |name: &str, otherwise: Rgb| {
        let value = style.as_ref()?.get_property_value(name).ok()?;
        Some(rgb(&value).unwrap_or(otherwise))
    };
    let colour = |name: &str, otherwise: Rgb| colour(name, otherwise).unwrap_or(otherwise);
    Palette {
        large: colour("--large", light.large),
        small: colour("--small", light.small),
        ink: colour("--ink", light.ink),
        paper: colour("--card", light.paper),
        muted: colour("--muted", light.muted),
    }
}

/// A canvas with one pixel for each cell, the largest second operand at the top.
pub fn picture_of(colours: &[Rgb]) -> Option<HtmlCanvasElement> {
    let mut pixels = vec![u8::MAX; 4 * colours.len()];
    let rows = pixels.chunks_exact_mut(4 * SIDE);
    for (row, colours) in rows.zip(colours.chunks(SIDE).rev()) {
        for (pixel, colour) in row.chunks_exact_mut(4).zip(colours) {
            pixel[..3].copy_from_slice(colour);
        }
    }
    let image = ImageData::new_with_u8_clamped_array(Clamped(&pixels), SIDE as u32).ok()?;
    let picture: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    picture.set_width(SIDE as u32);
    picture.set_height(SIDE as u32);
    context(&picture)?.put_image_data(&image, 0.0, 0.0).ok()?;
    Some(picture)
}

/// The drawing context of a canvas.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Draws a map with its cursor, in the canvas's own pixels.
pub(super) fn draw(
    canvas: &HtmlCanvasElement,
    picture: Option<&HtmlCanvasElement>,
    view: GridView,
    cursor: Place,
    strokes: Callback<Place, Strokes>,
) {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    let size = (f64::from(canvas.client_width()) * ratio).round().max(1.0);
    if canvas.width() != size as u32 {
        canvas.set_width(size as u32);
        canvas.set_height(size as u32);
    }
    let Some(context) = context(canvas) else {
        return;
    };
    let palette = palette_of(canvas);
    draw_map(&context, picture, (0.0, 0.0), size, ratio, view, palette);
    draw_strokes(&context, (0.0, 0.0), view, size, palette, strokes);
    if view.contains(cursor) {
        draw_cursor(&context, view, cursor, size, ratio, palette);
    }
}

/// Draws the cells in view, the training square and the names of the regions into a square of a canvas.
pub fn draw_map(
    context: &CanvasRenderingContext2d,
    picture: Option<&HtmlCanvasElement>,
    (left, top): (f64, f64),
    size: f64,
    ratio: f64,
    view: GridView,
    palette: Palette,
) {
    context.save();
    context.begin_path();
    context.rect(left, top, size, size);
    context.clip();
    // Neither call below can fail: numbers are finite, and a move is a move.
    let _ = context.translate(left, top);
    context.set_fill_style_str(&hex(palette.paper));
    context.fill_rect(0.0, 0.0, size, size);
    let width = view.cell_width(size);
    if let Some(picture) = picture {
        // Cells a little larger than a pixel would be of uneven width: they are blended instead.
        context.set_image_smoothing_enabled(width < 3.0 && width.fract() > 0.0);
        let (column, row) = (view.a - FIRST, LAST + 1 - view.b - view.span);
        let (column, row, span) = (column as f64, row as f64, view.span as f64);
        let _ = context
            .draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                picture, column, row, span, span, 0.0, 0.0, size, size,
            );
    }
    // The axes, where operands change their sign, and the square of training.
    let after_last = TRAINED_OPERAND_MAX + 1;
    let (x, y) = view.corner((0, -1), size);
    let (right, upper) = view.corner((after_last, TRAINED_OPERAND_MAX), size);
    let line = |from: (f64, f64), to: (f64, f64)| {
        context.begin_path();
        context.move_to(from.0, from.1);
        context.line_to(to.0, to.1);
        context.stroke();
    };
    for (colour, thickness) in [(palette.paper, 3.0), (palette.ink, 1.0)] {
        context.set_stroke_style_str(&hex(colour));
        context.set_line_width(thickness * ratio);
        line((x, 0.0), (x, size));
        line((0.0, y), (size, y));
    }
    for (colour, thickness) in [(palette.paper, 5.0), (palette.ink, 2.0)] {
        context.set_stroke_style_str(&hex(colour));
        context.set_line_width(thickness * ratio);
        context.stroke_rect(x, upper, right - x, y - upper);
    }
    draw_names(context, size, ratio, view, palette);
    context.restore();
}

/// Names the regions where the whole map is shown.
fn draw_names(
    context: &CanvasRenderingContext2d,
    size: f64,
    ratio: f64,
    view: GridView,
    palette: Palette,
) {
    if view != GridView::all() {
        return;
    }
    let letters = (size / 28.0).clamp(11.0 * ratio, 18.0 * ratio);
    context.set_font(&format!("600 {letters}px system-ui, sans-serif"));
    context.set_text_align("center");
    context.set_text_baseline("middle");
    context.set_line_join("round");
    context.set_line_width(4.0 * ratio);
    context.set_stroke_style_str(&hex(palette.paper));
    context.set_fill_style_str(&hex(palette.ink));
    let names = [
        (t!("plots-map-training"), (50, 50)),
        (t!("plots-map-digits"), (100, 150)),
        (t!("plots-map-one"), (100, -50)),
        (t!("plots-map-both"), (-50, -50)),
        (t!("plots-map-one"), (-50, 100)),
    ];
    for (name, place) in names {
        let (x, y) = view.corner(place, size);
        let _ = context.stroke_text(&name, x, y);
        let _ = context.fill_text(&name, x, y);
    }
}

/// Draws the strokes of the cells in view, where there is room, into a square of a canvas.
pub fn draw_strokes(
    context: &CanvasRenderingContext2d,
    (left, top): (f64, f64),
    view: GridView,
    size: f64,
    palette: Palette,
    strokes: Callback<Place, Strokes>,
) {
    let width = view.cell_width(size);
    if width < STROKE_WIDTH {
        return;
    }
    context.save();
    // It cannot fail: a move is a move.
    let _ = context.translate(left, top);
    let area = view.area();
    let inset = width * 0.22;
    context.set_line_width((width / 9.0).max(1.0));
    context.set_stroke_style_str(&hex(palette.paper));
    context.begin_path();
    let mut rings = Vec::new();
    for b in area.b.clone() {
        for a in area.a.clone() {
            let (x, y) = view.corner((a, b), size);
            let of_cell = strokes.run((a, b));
            let (near, far) = (inset, width - inset);
            if of_cell.falling {
                context.move_to(x + near, y + near);
                context.line_to(x + far, y + far);
            }
            if of_cell.rising {
                context.move_to(x + near, y + far);
                context.line_to(x + far, y + near);
            }
            if of_cell.ring {
                rings.push((x + width / 2.0, y + width / 2.0));
            }
        }
    }
    context.stroke();
    for (colour, thickness) in [(palette.paper, 5.0), (palette.ink, 10.0)] {
        context.set_stroke_style_str(&hex(colour));
        context.set_line_width((width / thickness).max(1.0));
        context.begin_path();
        for (x, y) in &rings {
            context.move_to(x + width * 0.3, *y);
            // A circle of finite radius is always drawn.
            let _ = context.arc(*x, *y, width * 0.3, 0.0, std::f64::consts::TAU);
        }
        context.stroke();
    }
    context.restore();
}

fn draw_cursor(
    context: &CanvasRenderingContext2d,
    view: GridView,
    cursor: Place,
    size: f64,
    ratio: f64,
    palette: Palette,
) {
    let width = view.cell_width(size);
    let (x, y) = view.corner(cursor, size);
    let side = width.max(9.0 * ratio);
    let (x, y) = (x + (width - side) / 2.0, y + (width - side) / 2.0);
    for (colour, thickness) in [(palette.paper, 5.0), (palette.ink, 2.0)] {
        context.set_stroke_style_str(&hex(colour));
        context.set_line_width(thickness * ratio);
        context.stroke_rect(x, y, side, side);
    }
}
