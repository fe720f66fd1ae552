//! The page's binary: puts the app in the place of the prerendered view.

fn main() {
    console_error_panic_hook::set_once();
    show_your_work::app::mount();
}
