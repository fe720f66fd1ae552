//! Scroll anchoring where the browser has none (WebKit): what a reader looks at stays where it is while parts above it take their
//! real height, as <https://drafts.csswg.org/css-scroll-anchoring/> has it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, ResizeObserver, Window};

/// From one place where an anchor is looked for to the next one, in CSS pixels.
const STEP: usize = 40;

/// Holds the place of what is looked at, for as long as the page is open. In a browser only.
pub fn hold_scroll() {
    let does_itself = web_sys::css::supports_with_value("overflow-anchor", "auto");
    if !does_itself.unwrap_or(true) {
        hold();
    }
}

/// Nothing where the browser has not what it takes.
fn hold() -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let body = document.body()?;
    let anchor: Rc<RefCell<Option<Anchor>>> = Rc::default();
    let on_scroll = Closure::<dyn FnMut()>::new({
        let (anchor, window, document) = (Rc::clone(&anchor), window.clone(), document.clone());
        move || {
            anchor.replace(Anchor::find(&window, &document));
        }
    });
    let listener = on_scroll.as_ref().unchecked_ref();
    window
        .add_event_listener_with_callback("scroll", listener)
        .ok()?;
    on_scroll.forget();
    let on_resize = Closure::<dyn FnMut()>::new(move || {
        if let Some(anchor) = anchor.take() {
            anchor.hold(&window);
        }
        anchor.replace(Anchor::find(&window, &document));
    });
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
    observer.observe(&body);
    on_resize.forget();
    Some(())
}

/// The first thing that begins in the view.
struct Anchor {
    element: Element,
    /// How far below the top of the view it begins, in CSS pixels.
    top: f64,
}

impl Anchor {
    /// Nothing at the very start of the page, where what comes above is to be seen.
    fn find(window: &Window, document: &Document) -> Option<Anchor> {
        if window.scroll_y().ok()? <= 0.0 {
            return None;
        }
        let side = |length: Result<wasm_bindgen::JsValue, _>| length.ok()?.as_f64();
        let (width, height) = (side(window.inner_width())?, side(window.inner_height())?);
        (0..height as usize).step_by(STEP).find_map(|below| {
            let element = document.element_from_point(width as f32 / 2.0, below as f32 + 1.0)?;
            let top = element.get_bounding_client_rect().top();
            (top >= 0.0).then_some(Anchor { element, top })
        })
    }

    /// Scrolls by as much as it has moved.
    fn hold(self, window: &Window) {
        let moved = self.element.get_bounding_client_rect().top() - self.top;
        if self.element.is_connected() && moved != 0.0 {
            window.scroll_by_with_x_and_y(0.0, moved);
        }
    }
}
