//! What the page is, what it cannot show, where the question comes from, and how the models were made.

use leptos::prelude::*;

/// The prose at the end.
#[component]
pub fn Notes() -> impl IntoView {
    view! {
        <section class="text" aria-labelledby="what-title">
            <h2 id="what-title">"What this is"</h2>
            <p>
                "An argument that you can run. Suppose two language models are equally good at a task. One answers in a single pass. The other was "
                "too weak for that, so it was trained to reason step by step, rewarded when the answer at the end was right. Which of the two would you "
                "rather have to trust? "
                <a href="https://www.lesswrong.com/users/jack-edwards">"The LessWrong user purple fire"</a>
                ", who asked this in December 2024 under the post \u{201c}AGI with RL is Bad News for Safety\u{201d}, says: the second, because its "
                "reasoning can be read and tested. Others answer that notes written for a reward need not be the real reasoning, and could "
                "hide things. Both agree that it must be tested, and the first test that they name stands above: if a note is changed to "
                "something plausible but wrong, does the answer follow?"
            </p>
            <p>
                "The names of the tests are those of "
                <a href="https://arxiv.org/abs/2307.13702">"Lanham et al. 2023, Measuring Faithfulness in Chain-of-Thought Reasoning"</a>
                ": added mistakes, early answering, filler tokens, paraphrases."
            </p>
        </section>
        <section class="text" aria-labelledby="limits-title">
            <h2 id="limits-title">"What it cannot show"</h2>
            <ul>
                <li>"These are toys, trained on one kind of arithmetic. What they do says nothing certain about large models."</li>
                <li>"One answer that follows one change is one observation. It is not a rate, and a rate is not a reason."</li>
                <li>
                    "An answer that depends on the notes shows that the notes are used. It does not show that they are complete, "
                    "nor that nothing is hidden in them."
                </li>
            </ul>
        </section>
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
