//! A QR code as SVG, dark on white in every theme, because readers expect it so.

use leptos::prelude::*;

use super::qr::squares;

/// A QR code; nothing where the text is too long for one.
#[component]
pub fn QrPlot(
    /// What it holds. No default.
    #[prop(into)]
    text: Signal<String>,
    /// What it is, for readers who do not see it. No default.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    move || {
        let squares = squares(&text.read())?;
        let side = squares.whole();
        let label = label.clone();
        Some(view! {
            <svg
                class="qr"
                role="img"
                aria-label=label
                data-text=text.get()
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
            >
                <rect width=side height=side fill="#ffffff" />
                <path d=squares.path() fill="#000000" />
            </svg>
        })
    }
}
