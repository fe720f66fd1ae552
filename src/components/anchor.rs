//! Scroll anchoring where the browser has none (WebKit): what a reader looks at stays where it is while parts above it take their
//! real height, as <https://drafts.csswg.org/css-scroll-anchoring/> has it.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, ResizeObserver, Window};

/// From one place where an anchor is looked for to the next one, in CSS pixels.
const STEP: usize = 40;

/// Holds the place of what is looked at, for as long as the page is open. In a browser only.
pub fn hold_scroll() {
    let does_itself = web_sys::css::supports_with_value("overflow-anchor", "auto");
    if !does_itself.unwrap_or(true) {
        hold();
    }
}

/// Puts back what has moved, and looks for what is to be held from here on. For when the reader scrolls or the page has grown; and before a part
/// of it is put up, since who has just come here has not been noticed yet, and would be taken elsewhere.
pub fn keep_place() {
    HOLDER.with_borrow_mut(|holder| {
        if let Some(holder) = holder {
            holder.keep_place();
        }
    });
}

thread_local! {
    /// There once places are held.
    static HOLDER: RefCell<Option<Holder>> = const { RefCell::new(None) };
}

/// Nothing where the browser has not what it takes.
fn hold() -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let body = document.body()?;
    let on_change = Closure::<dyn FnMut()>::new(keep_place);
    let listener = on_change.as_ref().unchecked_ref();
    let observer = ResizeObserver::new(listener).ok()?;
    window
        .add_event_listener_with_callback("scroll", listener)
        .ok()?;
    observer.observe(&body);
    on_change.forget();
    HOLDER.set(Some(Holder {
        window,
        document,
        body,
        anchor: None,
    }));
    Some(())
}

struct Holder {
    window: Window,
    document: Document,
    body: HtmlElement,
    anchor: Option<Anchor>,
}

impl Holder {
    fn keep_place(&mut self) {
        if let Some(anchor) = self.anchor.take() {
            // Where nothing has grown there is nothing to hold: the reader has scrolled.
            if self.body.scroll_height() != anchor.height {
                anchor.hold(&self.window);
            }
        }
        self.anchor = Anchor::find(self);
    }
}

struct Anchor {
    /// The first thing that begins in the view and scrolls with the page, or else what fills it, and everything that it is in, from the inside out:
    /// each with how far below the start of the page it begins, in CSS pixels, which no scrolling changes. What it is in stays when a part is
    /// replaced by its live view.
    placed: Vec<(Element, f64)>,
    /// How high the page was, in CSS pixels.
    height: i32,
}

impl Anchor {
    /// Nothing at the very start of the page, where what comes above is to be seen: nothing is measured there either.
    fn find(holder: &Holder) -> Option<Anchor> {
        let Holder {
            window, document, ..
        } = holder;
        let scrolled = scrolled(window).filter(|&scrolled| scrolled > 0.0)?;
        let (width, height) = (window.inner_width().ok()?, window.inner_height().ok()?);
        let (middle, height) = (width.as_f64()? / 2.0, height.as_f64()?);
        let at = |below: usize| document.element_from_point(middle as f32, below as f32 + 1.0);
        let is_free = |element: &Element| !is_stuck(window, element);
        let first = (0..height as usize)
            .step_by(STEP)
            .filter_map(at)
            .find(|element| top(element) > -1.0 && is_free(element))
            .or_else(|| at(0).filter(is_free));
        let placed = around(first?).map(|element| (element.clone(), top(&element) + scrolled));
        Some(Anchor {
            placed: placed.collect(),
            height: holder.body.scroll_height(),
        })
    }

    /// Scrolls by as much as it has moved, unless the reader has gone elsewhere meanwhile.
    fn hold(&self, window: &Window) -> Option<()> {
        let still_there = self
            .placed
            .iter()
            .find(|(element, _)| element.is_connected());
        let (element, before) = still_there?;
        let scrolled = scrolled(window)?;
        if (before - scrolled).abs() < window.inner_height().ok()?.as_f64()? {
            // A browser would cut off what is left of a pixel, each time.
            let moved = (top(element) + scrolled - before).round();
            // Even by nothing, scrolling would keep WebKit from bringing into sight what has just got the focus.
            if moved != 0.0 {
                window.scroll_by_with_x_and_y(0.0, moved);
            }
        }
        Some(())
    }
}

/// Whether it does not scroll with the page, or not always.
fn is_stuck(window: &Window, element: &Element) -> bool {
    around(element.clone()).any(|element| {
        let style = window.get_computed_style(&element).ok().flatten();
        let position = style.and_then(|style| style.get_property_value("position").ok());
        position.is_some_and(|position| ["fixed", "sticky"].contains(&position.as_str()))
    })
}

/// The element and all that it is in, from the inside out.
fn around(element: Element) -> impl Iterator<Item = Element> {
    std::iter::successors(Some(element), |element| element.parent_element())
}

/// How far the page is scrolled, in CSS pixels.
fn scrolled(window: &Window) -> Option<f64> {
    window.scroll_y().ok()
}

/// How far below the top of the view it begins, in CSS pixels.
fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}
