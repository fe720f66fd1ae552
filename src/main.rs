//! The page's binary: puts the app in the place of the prerendered view.

fn main() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(show_your_work::slices::mount());
}
