//! What none of it can show.

use leptos::prelude::*;

use crate::sections::article::Word;

/// The limits.
#[component]
pub fn Cannot() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="cannot-title">
            <h2 id="cannot-title">"What none of this can show"</h2>
            <ul>
                <li>
                    <strong>"Scale. "</strong>
                    "These models have fewer weights than a photograph has pixels. That something happens here shows that it can happen; that it does not happen here shows next to nothing about models \
                    that have room for it. Large models come to their chains from human text and bring its habits along."
                </li>
                <li>
                    <strong>"Training from scratch. "</strong>
                    "Every system here was trained for its part: the hider was taught to hide before it was rewarded, the face was never tempted. Whether such things arise by themselves is the question that \
                    the debate turns on, and only where it says \u{201c}plain reinforcement\u{201d} does this page touch it."
                </li>
                <li>
                    <strong>"The task. "</strong>
                    "Sums and products with a remainder can be done all at once; nothing in them has to be done one after the other. A chain is needed here for want of capacity, not in principle, and with enough training one pass may do without. Where a task is truly serial, notes may be bound more tightly to the work."
                </li>
                <li>
                    <strong>"Intentions. "</strong>
                    "Nobody here wants anything. That reinforcement makes agents of models, or sets them goals, has no test on this page."
                </li>
                <li>
                    <strong>"One recipe. "</strong>
                    "Large has one "<Word term="seed" />", small has several, and each arm one recipe that was found by trying. What was tried and failed is in the log; what nobody tried is not."
                </li>
                <li>
                    <strong>"One answer is no rate, and a rate is no reason. "</strong>
                    "An answer that follows a changed note shows that the note was used. It does not show that the notes are complete, nor that nothing is hidden in them."
                </li>
            </ul>
        </section>
    }
}
