//! A message with marks, as a view.

use leptos::prelude::*;

use crate::locale::markup::{Mark, Piece, pieces};

/// The views of a marked text. `place` makes what a mark stands for; without a view from it, `em`, `strong` and `code` are what HTML
/// means by them, `raw` is what no language translates, such as tokens and problems, and any other mark is its words.
pub fn rich(text: &str, place: impl Fn(&Mark) -> Option<AnyView>) -> Vec<AnyView> {
    let view = |piece| match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Mark(mark) => place(&mark).unwrap_or_else(|| plain(mark)),
    };
    pieces(text).into_iter().map(view).collect()
}

fn plain(mark: Mark) -> AnyView {
    let words = mark.words;
    match mark.name.as_str() {
        "em" => view! { <em>{words}</em> }.into_any(),
        "strong" => view! { <strong>{words}</strong> }.into_any(),
        "code" => view! { <code>{words}</code> }.into_any(),
        "raw" => view! { <span translate="no">{words}</span> }.into_any(),
        _ => words.into_any(),
    }
}
