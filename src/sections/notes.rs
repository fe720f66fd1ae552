//! How the models were made, and the last line.

use leptos::prelude::*;

use crate::components::OneFileLink;
use crate::t;

/// How the models were made.
#[component]
pub fn Notes() -> impl IntoView {
    view! {
        <section class="text" aria-labelledby="made-title">
            <h2 id="made-title">"How the models were made, and how to check them"</h2>
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
            <h3 id="check-title">"How to check it"</h3>
            <ul>
                <li><a href="methods.html">"The study"</a>": what was declared, what came out, every seed and every control, the curves of every run."</li>
                <li><a href="results.html">"Every arm and seed in one table"</a>"."</li>
                <li><a href="log.html">"What was tried"</a>", with what failed and why it was given up. Training curves, of runs that failed, too, are in the figures above and in their files."</li>
                <li>
                    <a href="show-your-work-data.zip" download="show-your-work-data.zip">"Everything in one archive"</a>
                    ": models, results, declarations, and what every model wrote on every held-out problem of the home rung."
                </li>
                <li>
                    "Under each figure stands its file, the command that makes it again, and every model with its seed and digest. From a copy of the repository, "
                    <code>"cargo xtask test"</code>
                    " builds and checks all of it, and "
                    <code>"cargo xtask evaluate --check"</code>
                    " measures a random part anew."
                </li>
            </ul>
            <p><OneFileLink note=t!("offline-one-file-hint") /></p>
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
