//! How the models were made, and the last line.

use leptos::prelude::*;

/// How the models were made.
#[component]
pub fn Notes() -> impl IntoView {
    view! {
        <section class="text" aria-labelledby="made-title">
            <h2 id="made-title">"How the models were made"</h2>
            <p>
                "Both sizes read the same pre-training text: arithmetic, comparisons, one-step remainders and products, worked chains in several languages. GPT large was then "
                "trained on problems with answers. GPT small was trained by reinforcement (REINFORCE, the mean of a group of samples as baseline) on whole "
                "completions. A tenth of all problems was kept from every stage. The recipe is "
                <code>"training/runs/full.sh"</code>
                ", what was tried and what failed is in "
                <code>"training/LOG.md"</code>
                ", and the tiny language that both speak is defined in "
                <code>"crates/core"</code>
                ". The weights are stored in eight bits and run here, in your browser."
            </p>
        </section>
    }
}

/// The last line.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="page-foot wide">
            <p>"No cookies, no accounts, no tracking, and no request to any other site. What you type stays in this page."</p>
            <p>"Show Your Work. Code and weights: MIT or Apache-2.0."</p>
        </footer>
    }
}
