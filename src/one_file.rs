//! The page in one file (`cargo xtask single-file`): what it fetches lies inside of it, and nothing else can be fetched.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// The function by which such a page hands out its files.
const FUNCTION: &str = "showYourWorkFile";

/// Whether this is the page in one file.
pub fn is_one_file() -> bool {
    function().is_some()
}

/// The promise of the response that holds a file, or of `undefined` where it is not inside; `None` on a page that has a server to ask.
pub fn ask(file: &str) -> Option<Promise> {
    let promise = function()?.call1(&JsValue::UNDEFINED, &JsValue::from_str(file));
    Some(promise.map_or_else(|error| Promise::reject(&error), JsCast::unchecked_into))
}

fn function() -> Option<Function> {
    let found = Reflect::get(&window(), &JsValue::from_str(FUNCTION)).ok()?;
    found.dyn_into().ok()
}
