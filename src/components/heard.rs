//! What is told to those who cannot see that something happened.

use leptos::prelude::*;

use crate::t;

/// A sentence that is spoken when it changes, and not shown. It waits until what is being read has ended.
///
/// For the result of what a reader did: its start and its end, and nothing in between.
#[component]
pub fn Heard(
    /// What is told. No default.
    #[prop(into)]
    text: Signal<String>,
    /// The name in `data-part`. No default.
    part: &'static str,
) -> impl IntoView {
    view! { <p class="hidden" role="status" data-part=part>{move || text.get()}</p> }
}

/// What is told of something that takes a while, by whether it is under way: that it has begun, then what came of it.
/// Nothing before it was started.
pub fn start_and_end(is_under_way: Option<bool>, words: impl FnOnce() -> String) -> String {
    match is_under_way {
        None => String::new(),
        Some(true) => t!("run-begun"),
        Some(false) => words(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_start_and_the_end_are_told() {
        let words = || "12 of 12".to_owned();
        assert_eq!(start_and_end(None, words), "");
        let begun = start_and_end(Some(true), || panic!("nothing of it is told in between"));
        assert!(!begun.is_empty());
        assert_eq!(start_and_end(Some(false), words), "12 of 12");
    }
}
