//! What none of it can show.

use leptos::prelude::*;

use crate::sections::article::prose;
use crate::t;

/// The limits.
#[component]
pub fn Cannot() -> impl IntoView {
    let limits = [
        t!("cannot-scale"),
        t!("cannot-scratch"),
        t!("cannot-task"),
        t!("cannot-intentions"),
        t!("cannot-recipe"),
        t!("cannot-rate"),
    ];
    view! {
        <section class="text part" aria-labelledby="cannot-title">
            <h2 id="cannot-title">{t!("cannot-title")}</h2>
            <ul>{limits.map(|limit| view! { <li>{prose(limit, &[])}</li> })}</ul>
        </section>
    }
}
