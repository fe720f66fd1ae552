//! Every number of a matrix as a square on a canvas: the hue where it is above nought, ink where it is below, the stronger the
//! larger. To be pointed at; the board around several matrices has the focus.

use leptos::html::Canvas;
use leptos::prelude::*;
use leptos::web_sys::PointerEvent;
use wasm_bindgen::Clamped;
use web_sys::{HtmlCanvasElement, ImageData};

use super::map_paint::{context, palette_of};
use super::matrix::Cells;
use super::palette::{Palette, Rgb, hex, mix};

/// The side of a square, in the canvas's own pixels.
const SIDE: usize = 4;

/// A matrix.
#[component]
pub fn MatrixPlot(
    /// Its numbers. No default.
    cells: StoredValue<Cells>,
    /// What it is, for those who do not see it. No default.
    label: String,
    /// The cell that is told more of, if it is one of this matrix. No default.
    cursor: Signal<Option<usize>>,
    /// Called with the cell that is pointed at. No default.
    on_point: Callback<usize>,
    /// Changes with the page's colours. No default.
    theme: Signal<&'static str>,
) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    Effect::new(move |_| {
        theme.track();
        let cursor = cursor.get();
        if let Some(canvas) = canvas.get() {
            cells.with_value(|cells| draw(&canvas, cells, cursor));
        }
    });
    let point = move |event: PointerEvent| {
        let Some(canvas) = canvas.get_untracked() else {
            return;
        };
        let (columns, rows) = cells.with_value(Cells::drawn);
        let place = |at: i32, size: i32, n: usize| {
            let share = f64::from(at.max(0)) / f64::from(size.max(1));
            ((share * n as f64) as usize).min(n.saturating_sub(1))
        };
        let column = place(event.offset_x(), canvas.client_width(), columns);
        let row = place(event.offset_y(), canvas.client_height(), rows);
        if let Some(idx) = cells.with_value(|cells| cells.at(column, row)) {
            on_point.run(idx);
        }
    };
    let (columns, rows) = cells.with_value(Cells::drawn);
    view! {
        <canvas
            class="matrix"
            role="img"
            aria-label=label
            width=(columns * SIDE).to_string()
            height=(rows * SIDE).to_string()
            node_ref=canvas
            on:pointermove=point
            on:pointerdown=point
        />
    }
}

fn colour(palette: &Palette, value: f32, largest: f32) -> Rgb {
    let hue = if value < 0.0 {
        palette.ink
    } else {
        palette.small
    };
    mix(palette.paper, hue, f64::from(value.abs() / largest))
}

fn draw(canvas: &HtmlCanvasElement, cells: &Cells, cursor: Option<usize>) {
    let palette = palette_of(canvas);
    let (columns, rows) = cells.drawn();
    let largest = cells.largest();
    let mut pixels = vec![u8::MAX; 4 * SIDE * SIDE * columns * rows];
    for (row, line) in pixels.chunks_exact_mut(4 * SIDE * columns).enumerate() {
        for (column, square) in line.chunks_exact_mut(4 * SIDE).enumerate() {
            let value = cells
                .at(column, row / SIDE)
                .map_or(0.0, |idx| cells.values[idx]);
            let colour = colour(&palette, value, largest);
            square
                .chunks_exact_mut(4)
                .for_each(|pixel| pixel[..3].copy_from_slice(&colour));
        }
    }
    let image = ImageData::new_with_u8_clamped_array(Clamped(&pixels), (SIDE * columns) as u32);
    let (Some(context), Ok(image)) = (context(canvas), image) else {
        return;
    };
    // It cannot fail: the numbers are finite.
    let _ = context.put_image_data(&image, 0.0, 0.0);
    if let Some(idx) = cursor {
        let (column, row) = cells.place(idx);
        let side = SIDE as f64;
        let (x, y) = (column as f64 * side, row as f64 * side);
        for (colour, out) in [(palette.paper, 2.0), (palette.ink, 1.0)] {
            context.set_stroke_style_str(&hex(colour));
            context.set_line_width(2.0);
            context.stroke_rect(x - out, y - out, side + 2.0 * out, side + 2.0 * out);
        }
    }
}
