//! Things that hang together, as boxes and threads. One box is chosen.

use leptos::prelude::*;

use super::scale::attribute;
use super::threads::{Item, Place, Sizes, Thread, curve, layout};

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What is told when it is chosen, and what stands first in it.
    pub id: String,
    /// At most a few lines of words below the id.
    pub lines: Vec<String>,
    /// The mark of what came of it, and that in words.
    pub mark: &'static str,
    pub said: String,
    pub is_below: bool,
}

/// Boxes with their words, for a wide view, or with ids and marks alone, for a narrow one.
const WIDE: Sizes = Sizes {
    column: 152.0,
    row: 82.0,
    box_width: 136.0,
    box_height: 68.0,
    gap: 44.0,
};
const NARROW: Sizes = Sizes {
    column: 50.0,
    row: 50.0,
    box_width: 42.0,
    box_height: 40.0,
    gap: 26.0,
};
const LINE: f64 = 16.0;

/// Boxes and threads. Each box is a button.
#[component]
pub fn ThreadsPlot(
    /// The boxes. No default.
    nodes: Vec<Node>,
    /// The threads, by the places of their boxes, each with the class that says of which kind it is. No default.
    threads: Vec<(Thread, &'static str)>,
    /// Whether there is room for words. No default.
    is_wide: bool,
    /// The id of the chosen box. No default.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the id of what a reader chooses. No default.
    on_choose: Callback<String>,
    /// What it shows, in words. No default.
    summary: String,
) -> impl IntoView {
    let sizes = if is_wide { WIDE } else { NARROW };
    let items: Vec<Item> = nodes
        .iter()
        .map(|node| Item {
            is_below: node.is_below,
        })
        .collect();
    let plain: Vec<Thread> = threads.iter().map(|(thread, _)| *thread).collect();
    let laid_out = layout(&items, &plain, sizes);
    let places = laid_out.places.clone();
    let ids: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let lines = threads.into_iter().map(|(thread, class)| {
        let d = curve(places[thread.from], places[thread.to], sizes);
        let ends = [ids[thread.from].clone(), ids[thread.to].clone()];
        let class = move || {
            let is_chosen = chosen.with(|chosen| ends.contains(chosen));
            format!(
                "thread {class}{}",
                if is_chosen { " is-chosen" } else { "" }
            )
        };
        view! { <path class=class d=d /> }
    });
    let lines = lines.collect_view();
    let boxes = nodes
        .into_iter()
        .zip(laid_out.places)
        .map(|(node, place)| box_view(node, place, sizes, is_wide, chosen, on_choose))
        .collect_view();
    let (width, height) = (laid_out.width + 4.0, laid_out.height + 4.0);
    view! {
        <svg
            class=if is_wide { "threads is-wide" } else { "threads is-narrow" }
            viewBox=format!("-2 -2 {} {}", attribute(width), attribute(height))
            role="group"
            aria-label=summary
        >
            {lines}
            {boxes}
        </svg>
    }
    .into_any()
}

fn box_view(
    node: Node,
    place: Place,
    sizes: Sizes,
    is_wide: bool,
    chosen: Signal<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let id = node.id.clone();
    let is_chosen = {
        let id = id.clone();
        move || chosen.with(|chosen| *chosen == id)
    };
    let choose = {
        let id = id.clone();
        move || on_choose.run(id.clone())
    };
    let (on_click, on_key) = (choose.clone(), choose);
    let (x, y) = (place.x, place.y);
    let text_at = |line: usize| attribute(y + LINE + line as f64 * LINE);
    let words = node.lines.iter().enumerate().map(|(idx, line)| {
        let line = line.clone();
        view! { <text class="node-words" x=attribute(x + 8.0) y=text_at(idx + 1)>{line}</text> }
    });
    let words = is_wide.then(|| words.collect_view());
    let (id_x, mark_x, mark_y) = match is_wide {
        true => (x + 8.0, x + sizes.box_width - 8.0, y + LINE),
        false => (
            x + 5.0,
            x + sizes.box_width - 4.0,
            y + sizes.box_height - 7.0,
        ),
    };
    let label = format!("{}: {}. {}", node.id, node.lines.join(" "), node.said);
    let title = label.clone();
    let data_id = node.id.clone();
    let pressed = is_chosen.clone();
    view! {
        <g
            class=move || if is_chosen() { "node is-chosen" } else { "node" }
            role="button"
            tabindex="0"
            aria-pressed=move || pressed().to_string()
            aria-label=label
            data-claim=data_id
            on:click=move |_| on_click()
            on:keydown=move |event| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    on_key();
                }
            }
        >
            <title>{title}</title>
            <rect class="node-box" x=attribute(x) y=attribute(y) width=sizes.box_width height=sizes.box_height rx="6" />
            <text class="node-id" x=attribute(id_x) y=attribute(y + LINE)>{node.id}</text>
            <text class="node-mark" x=attribute(mark_x) y=attribute(mark_y) text-anchor="end">{node.mark}</text>
            {words}
        </g>
    }
    .into_any()
}
