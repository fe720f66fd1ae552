//! Things that hang together, as boxes and threads. One box is chosen, with Enter or a click.
//!
//! The drawing is one stop of Tab; the arrow keys walk from box to box.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

use super::focus_mark::focus_mark;
use super::scale::attribute;
use super::threads::{Item, Place, Sizes, Thread, curve, layout, walk};

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What is told when it is chosen, and what stands first in it.
    pub id: String,
    /// At most a few lines of words below the id.
    pub lines: Vec<String>,
    /// The language of these words, where it is not that of the page.
    pub lang: Option<&'static str>,
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

/// What the boxes of one drawing share.
#[derive(Clone, Copy)]
struct Board {
    sizes: Sizes,
    is_wide: bool,
    ids: StoredValue<Vec<String>>,
    places: StoredValue<Vec<Place>>,
    chosen: Signal<String>,
    on_choose: Callback<String>,
    /// The box that had the focus last.
    active: RwSignal<Option<usize>>,
    drawing: NodeRef<Svg>,
}

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
    let board = Board {
        sizes,
        is_wide,
        ids: StoredValue::new(ids.clone()),
        places: StoredValue::new(places.clone()),
        chosen,
        on_choose,
        active: RwSignal::new(None),
        drawing: NodeRef::new(),
    };
    let boxes = nodes
        .into_iter()
        .zip(laid_out.places)
        .enumerate()
        .map(|(idx, (node, place))| box_view(board, idx, node, place))
        .collect_view();
    let (width, height) = (laid_out.width + 4.0, laid_out.height + 4.0);
    view! {
        <svg
            class=if is_wide { "threads is-wide" } else { "threads is-narrow" }
            viewBox=format!("-2 -2 {} {}", attribute(width), attribute(height))
            role="group"
            aria-label=summary
            node_ref=board.drawing
        >
            {lines}
            {boxes}
        </svg>
    }
    .into_any()
}

impl Board {
    /// The box that Tab comes to: the one that had the focus last, else the chosen one.
    fn tab_stop(self) -> usize {
        let chosen = || {
            let chosen = self.chosen.get();
            let ids = self.ids.read_value();
            ids.iter().position(|id| *id == chosen)
        };
        self.active.get().or_else(chosen).unwrap_or_default()
    }

    fn choose(self, idx: usize) {
        let id = self.ids.with_value(|ids| ids.get(idx).cloned());
        if let Some(id) = id {
            self.on_choose.run(id);
        }
    }

    fn on_key(self, idx: usize, event: KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let to = self.places.with_value(|places| walk(places, idx, &key));
        if let Some(to) = to {
            let name = self.ids.with_value(|ids| ids.get(to).cloned());
            focus_mark(self.drawing, &name.unwrap_or_default());
        } else if key == "Enter" || key == " " {
            self.choose(idx);
        } else {
            return;
        }
        event.prevent_default();
    }
}

fn box_view(board: Board, idx: usize, node: Node, place: Place) -> impl IntoView {
    let Board { sizes, is_wide, .. } = board;
    let id = node.id.clone();
    let is_chosen = move || board.chosen.with(|chosen| *chosen == id);
    let (x, y) = (place.x, place.y);
    let text_at = |line: usize| attribute(y + LINE + line as f64 * LINE);
    let words = node.lines.iter().enumerate().map(|(idx, line)| {
        let line = line.clone();
        view! { <text class="node-words" lang=node.lang x=attribute(x + 8.0) y=text_at(idx + 1)>{line}</text> }
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
    let name = format!("{}: {}.", node.id, node.lines.join(" "));
    let pressed = is_chosen.clone();
    let (claim, mark) = (node.id.clone(), node.id.clone());
    // The title is its name, for the eye and for the ear, and what is said of it follows for the ear.
    view! {
        <g
            class=move || if is_chosen() { "node is-chosen" } else { "node" }
            role="button"
            tabindex=move || if board.tab_stop() == idx { "0" } else { "-1" }
            aria-pressed=move || pressed().to_string()
            data-claim=claim
            data-mark=mark
            on:click=move |_| board.choose(idx)
            on:focus=move |_| board.active.set(Some(idx))
            on:keydown=move |event| board.on_key(idx, event)
        >
            <title lang=node.lang>{name}</title>
            <desc>{node.said}</desc>
            <rect class="node-box" x=attribute(x) y=attribute(y) width=sizes.box_width height=sizes.box_height rx="6" />
            <text class="node-id" x=attribute(id_x) y=attribute(y + LINE)>{node.id}</text>
            <text class="node-mark" x=attribute(mark_x) y=attribute(mark_y) text-anchor="end">{node.mark}</text>
            {words}
        </g>
    }
    .into_any()
}
