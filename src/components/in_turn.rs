//! Views that take the place of their prerendered HTML, each in a task of its own: until then what was there stays, to be read.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};

use js_sys::{Function, Promise};
use leptos::html::Div;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use crate::components::keep_place;
use crate::place::give_focus;
use crate::turn::turn;

/// The name of the place of an [`InTurn`].
const PLACE: &str = "data-turn";

/// Told on a place whose view lives.
const LIVE: &str = "data-live";

/// A piece of a part that is mounted in a task of its own, because the whole part would take too long at once.
#[component]
pub fn InTurn(
    /// The name of its place, which must be the only one of that name. No default.
    #[prop(into)]
    name: String,
    /// The piece. No default.
    children: Children,
) -> impl IntoView {
    if cfg!(not(feature = "page")) {
        return view! { <div class="in-turn" data-turn=name>{children()}</div> }.into_any();
    }
    let place = NodeRef::<Div>::new();
    let waiting = StoredValue::new_local(Some(children));
    // It goes when the place does; else it would still follow what went with the place.
    let mounted = StoredValue::new_local(None::<Box<dyn Any>>);
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let owner = owner.clone();
        wait_for_turn(move || {
            // Nothing is left to mount where the part is gone.
            if let Some(children) = waiting.try_update_value(Option::take).flatten() {
                let view = owner.with(|| put(&place, children));
                // It stands: nothing has run since it was asked for.
                let _ = mounted.try_set_value(Some(Box::new(view)));
            }
        });
    });
    view! { <div class="in-turn" data-turn=name node_ref=place></div> }.into_any()
}

/// The pieces that wait. What was found in the piece that was mounted last comes before all else, so that a part is whole before the
/// next one begins.
#[derive(Default)]
struct Queue {
    pieces: VecDeque<Box<dyn FnOnce()>>,
    /// How many pieces the one that was mounted last has added.
    n_inner: usize,
    is_running: bool,
    /// Called once no piece waits.
    when_empty: Vec<Function>,
}

thread_local! {
    static QUEUE: RefCell<Queue> = RefCell::default();
}

/// Mounts a piece in a task of its own.
fn wait_for_turn(piece: impl FnOnce() + 'static) {
    let is_running = QUEUE.with_borrow_mut(|queue| {
        queue.pieces.insert(queue.n_inner, Box::new(piece));
        queue.n_inner += 1;
        std::mem::replace(&mut queue.is_running, true)
    });
    if !is_running {
        spawn_local(take_turns());
    }
}

async fn take_turns() {
    loop {
        turn().await;
        let next = QUEUE.with_borrow_mut(|queue| {
            queue.n_inner = 0;
            let next = queue.pieces.pop_front();
            queue.is_running = next.is_some();
            next
        });
        // The queue is free while a piece is mounted.
        let Some(mount) = next else { break };
        mount();
    }
    let waiting = QUEUE.with_borrow_mut(|queue| std::mem::take(&mut queue.when_empty));
    for tell in waiting {
        // The function of a promise does not throw.
        let _ = tell.call0(&JsValue::NULL);
    }
}

/// Waits until every piece that waits is mounted.
pub async fn all_mounted() {
    let promise = Promise::new(&mut |resolve, _| {
        let is_running = QUEUE.with_borrow_mut(|queue| {
            if queue.is_running {
                queue.when_empty.push(resolve.clone());
            }
            queue.is_running
        });
        if !is_running {
            // The function of a promise does not throw.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // Such a promise is never refused.
    let _ = JsFuture::from(promise).await;
}

/// Mounts a view in the place of what is there. Who has the focus there keeps it. What stands in the places of pieces that wait for
/// their turn stays until then. The view is gone once the handle is dropped.
pub fn put<V: IntoView + 'static>(
    place: &HtmlElement,
    view: impl FnOnce() -> V + 'static,
) -> UnmountHandle<V::State> {
    keep_place();
    let focused = document()
        .active_element()
        .filter(|active| place.contains(Some(active)))
        .map(|active| path_of(place, active));
    let mut before: HashMap<String, Element> = pieces(place).collect();
    place.set_inner_html("");
    // Cannot fail: the name is a fixed, legal one.
    let _ = place.set_attribute(LIVE, "");
    let mounted = mount_to(place.clone(), view);
    for (name, piece) in pieces(place) {
        if let Some(before) = before.remove(&name) {
            while let Some(child) = before.first_child() {
                // Cannot fail: the piece is not inside its own child.
                let _ = piece.append_child(&child);
            }
        }
    }
    if let Some(element) = focused.and_then(|path| at(place, &path)) {
        give_focus(element);
    }
    mounted
}

/// The places of pieces below a place, by name.
fn pieces(place: &HtmlElement) -> impl Iterator<Item = (String, Element)> {
    let found = place.query_selector_all(&format!("[{PLACE}]")).ok();
    let nodes = found.into_iter().flat_map(|found| {
        let nodes = (0..found.length()).map(move |idx| found.item(idx));
        nodes.flatten()
    });
    nodes
        .filter_map(|node| node.dyn_into::<Element>().ok())
        .filter_map(|piece| Some((piece.get_attribute(PLACE)?, piece)))
}

/// Where an element below `root` is: which child at each level, from the innermost.
fn path_of(root: &Element, mut element: Element) -> Vec<u32> {
    let mut path = Vec::new();
    while element != *root {
        let before = std::iter::successors(element.previous_element_sibling(), |sibling| {
            sibling.previous_element_sibling()
        });
        path.push(before.count() as u32);
        let Some(parent) = element.parent_element() else {
            break;
        };
        element = parent;
    }
    path
}

/// The element at a path, where there still is one.
fn at(root: &Element, path: &[u32]) -> Option<Element> {
    let mut element = root.clone();
    for idx in path.iter().rev() {
        element = element.children().item(*idx)?;
    }
    Some(element)
}
