//! The map to take away: PNG and SVG with caption and address, CSV with one line for each problem in view, and the
//! published files themselves.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::card::Size;
use syw_core::map::{Cell, Region, index, is_right, right_answers};
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use crate::competence::Competence;
use crate::components::Action;
use crate::locale::markup::plain;
use crate::plots::map_paint::{context, draw_map, draw_strokes, palette_of, picture_of};
use crate::plots::palette::{Palette, hex};
use crate::sections::export::picture::{escaped, wrapped};
use crate::sections::export::save::{save, save_canvas};
use crate::sections::map::Board;
use crate::sections::map::drawing::{drawing, shown};
use crate::sections::map::words::{SIZES, caption, finding, name};
use crate::sweep::Sweep;
use crate::t;
use crate::turn::turn;

/// The side of a map in a picture, and the room around it, in pixels.
const MAP: f64 = 602.0;
const GAP: f64 = 24.0;
const HEAD: f64 = 44.0;
const FOOT: f64 = 148.0;
/// Characters in a line of the caption.
const LINE: usize = 200;
/// Lines of CSV that are written before the browser has its turn.
const LINES_AT_ONCE: usize = 2_000;

const COLUMNS: &str = "a,b,modulus,floored,truncated,region,held_out,\
    large_answer,large_right,large_confidence,large_source,\
    small_answer,small_right,small_confidence,small_chain_tokens,small_first_invalid_step,small_source\n";

/// Buttons and links.
#[component]
pub fn Exports(board: Board) -> impl IntoView {
    let is_here = Signal::derive(move || board.is_here());
    // No link while the file is on its way.
    let file = move |size: Size| {
        board.published(|both| {
            let map = both.map(size);
            format!("results/maps/{}-m{}.json", map.model, map.modulus)
        })
    };
    view! {
        <p class="map-exports" data-part="map-exports">
            <Action is_ready=is_here on_press=Callback::new(move |()| spawn_local(save_png(board))) part="map-png">
                <span translate="no">"PNG"</span>
            </Action>
            <Action is_ready=is_here on_press=Callback::new(move |()| spawn_local(save_svg(board))) part="map-svg">
                <span translate="no">"SVG"</span>
            </Action>
            <Action is_ready=is_here on_press=Callback::new(move |()| spawn_local(save_csv(board))) part="map-csv">{t!("map-csv")}</Action>
            <span>
                {t!("map-data")}" "
                <a href=move || file(Size::Large)>{name(Size::Large)}</a>
                ", "
                <a href=move || file(Size::Small)>{name(Size::Small)}</a>
            </span>
        </p>
    }
    .into_any()
}

fn region(a: i64, b: i64) -> &'static str {
    let is_in = |region: Region| region.contains(a, b, false);
    match () {
        () if is_in(Region::TrainingSquare) => "training_square",
        () if is_in(Region::ThreeDigits) => "three_digits",
        () if is_in(Region::OneNegative) => "one_negative",
        () => "both_negative",
    }
}

/// One line of the table.
fn line(both: &Competence, sweep: Option<&Sweep>, (a, b): (i64, i64)) -> String {
    let (modulus, idx) = (both.modulus, index(a, b));
    let (floored, truncated) = right_answers(a, b, modulus);
    let of_model = |size: Size| {
        let cell: &Cell = shown(both, sweep, size, idx);
        let answer = cell
            .answer
            .map_or(String::new(), |answer| answer.to_string());
        let source = match sweep.and_then(|sweep| sweep.cell(size, idx)) {
            Some(_) => "live",
            None => "published",
        };
        let right = is_right(a, b, modulus, cell.answer);
        let chain = match size {
            Size::Large => String::new(),
            Size::Small => {
                let step = cell.invalid_step.map(|step| (step + 1).to_string());
                format!("{},{},", cell.n_chain, step.unwrap_or_default())
            }
        };
        format!("{answer},{right},{},{chain}{source}", cell.confidence)
    };
    let [large, small] = SIZES.map(of_model);
    let (region, held_out) = (region(a, b), both.is_held_out(idx));
    format!("{a},{b},{modulus},{floored},{truncated},{region},{held_out},{large},{small}\n")
}

async fn save_csv(board: Board) {
    let area = board.view.get_untracked().area();
    let parts = Array::of1(&COLUMNS.into());
    let cells: Vec<(i64, i64)> = area
        .b
        .flat_map(|b| area.a.clone().map(move |a| (a, b)))
        .collect();
    for chunk in cells.chunks(LINES_AT_ONCE) {
        let text = untrack(|| {
            board.read(|both, sweep| {
                let lines = chunk.iter().map(|&place| line(both, sweep, place));
                lines.collect::<String>()
            })
        });
        let Some(text) = text else { return };
        parts.push(&text.into());
        turn().await;
    }
    save(
        board.state,
        &parts,
        "text/csv",
        &format!("{}.csv", stem(board)),
    );
}

/// What the files are called.
fn stem(board: Board) -> String {
    let modulus = board.state.maps.modulus.get_untracked();
    format!("competence-map-m{modulus}")
}

/// All three maps on one canvas, as they are in view, without words.
async fn composite(board: Board) -> Option<(HtmlCanvasElement, Palette)> {
    let canvas = document().query_selector("[data-map]").ok()??;
    let palette = palette_of(&canvas.unchecked_into::<HtmlCanvasElement>());
    let whole: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    whole.set_width((3.0 * MAP + 4.0 * GAP) as u32);
    whole.set_height((MAP + HEAD + FOOT) as u32);
    let on = context(&whole)?;
    on.set_fill_style_str(&hex(palette.paper));
    on.fill_rect(0.0, 0.0, whole.width().into(), whole.height().into());
    let sizes = [Some(Size::Large), Some(Size::Small), None];
    let view = board.view.get_untracked();
    for (idx, size) in sizes.into_iter().enumerate() {
        let colours = untrack(|| drawing(board, size).colours.run(palette));
        let picture = picture_of(&colours);
        let corner = (left(idx), HEAD);
        draw_map(&on, picture.as_ref(), corner, MAP, 1.5, view, palette);
        untrack(|| {
            draw_strokes(
                &on,
                corner,
                view,
                MAP,
                palette,
                drawing(board, size).strokes,
            )
        });
        turn().await;
    }
    Some((whole, palette))
}

/// The left border of one of the three maps.
fn left(idx: usize) -> f64 {
    GAP + idx as f64 * (MAP + GAP)
}

/// What stands above the three maps.
fn titles() -> [String; 3] {
    [name(Size::Large), name(Size::Small), t!("map-who-is-right")]
}

/// The words around the maps: finding and caption in lines, then the address that shows the same.
fn words(board: Board) -> Vec<String> {
    let said = untrack(|| board.published(|both| [finding(both), plain(&caption(both))]));
    let mut lines = Vec::new();
    for text in said.into_iter().flatten() {
        lines.extend(wrapped(&text, LINE));
    }
    lines.push(untrack(|| board.state.address()));
    lines
}

async fn save_png(board: Board) {
    let Some((whole, palette)) = composite(board).await else {
        return;
    };
    let Some(on) = context(&whole) else { return };
    on.set_fill_style_str(&hex(palette.ink));
    on.set_font("600 20px system-ui, sans-serif");
    // Text of a finite place is always drawn.
    for (idx, title) in titles().into_iter().enumerate() {
        let _ = on.fill_text(&title, left(idx), HEAD - 14.0);
    }
    on.set_font("16px system-ui, sans-serif");
    for (idx, text) in words(board).iter().enumerate() {
        let _ = on.fill_text(text, GAP, HEAD + MAP + 24.0 + 20.0 * idx as f64);
    }
    let link = untrack(|| board.state.address());
    save_canvas(board.state, &whole, &link, &format!("{}.png", stem(board))).await;
}

async fn save_svg(board: Board) {
    let Some((whole, palette)) = composite(board).await else {
        return;
    };
    let Ok(picture) = whole.to_data_url() else {
        return;
    };
    let (width, height) = (whole.width(), whole.height());
    let ink = hex(palette.ink);
    let text = |x: f64, y: f64, size: u32, text: &str| {
        let text = escaped(text);
        format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{ink}\">{text}</text>\n")
    };
    let titles = titles().into_iter().enumerate();
    let titles = titles.map(|(idx, title)| text(left(idx), HEAD - 14.0, 20, &title));
    let words = words(board);
    let lines = words.iter().enumerate();
    let lines = lines.map(|(idx, line)| text(GAP, HEAD + MAP + 24.0 + 20.0 * idx as f64, 16, line));
    let body: String = titles.chain(lines).collect();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, sans-serif\">\n\
         <title>{}</title>\n\
         <image width=\"{width}\" height=\"{height}\" href=\"{picture}\"/>\n{body}</svg>\n",
        escaped(words.first().map_or("", String::as_str)),
    );
    let parts = Array::of1(&svg.into());
    save(
        board.state,
        &parts,
        "image/svg+xml",
        &format!("{}.svg", stem(board)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::competence::tests::example;

    #[track_caller]
    fn check(place: (i64, i64), expected: &str) {
        let both = example();
        let line = line(&both, None, place);
        assert_eq!(line.trim_end(), expected);
        let n_columns = COLUMNS.matches(',').count();
        assert_eq!(line.matches(',').count(), n_columns, "{line}");
    }

    #[test]
    fn a_line_of_the_table_holds_both_models() {
        check(
            (3, 4),
            "3,4,7,5,5,training_square,false,8,false,90,published,5,true,90,0,,published",
        );
        check(
            (-3, 4),
            "-3,4,7,2,-5,one_negative,false,8,false,90,published,8,false,90,0,,published",
        );
    }
}
