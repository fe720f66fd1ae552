//! The question that the page is about, and where on it each part of the answer is looked for.

use leptos::prelude::*;
use syw_core::Family;
use syw_core::intervention::Intervention;

use crate::components::{SideNote, WordButton};
use crate::presets::Preset;
use crate::sections::article::{Cite, Word, to_duel};
use crate::state::PageState;

/// The parts, by their anchors.
const CONTENTS: [(&str, &str); 7] = [
    ("#work-title", "Is the work done in the notes?"),
    ("#deceit-title", "Can notes deceive?"),
    ("#readers-title", "Who reads them?"),
    ("#minds-title", "What if there are no words?"),
    ("#home-title", "Far from home"),
    ("#weighing-title", "Weighing it"),
    ("#cannot-title", "What none of this can show"),
];

/// The thought experiment, both sides, and what can be done about it.
#[component]
pub fn Question(state: PageState) -> impl IntoView {
    let alter = Callback::new(move |()| {
        state.apply_intervention(Intervention::AddedMistake { step: 1, seed: 0 });
        to_duel();
    });
    let cut = Callback::new(move |()| {
        state.apply_intervention(Intervention::EarlyAnswering { n_kept: 0 });
        to_duel();
    });
    let negative = Callback::new(move |()| {
        state.preset(Preset::Family(Family::NegativeOperand));
        to_duel();
    });
    let links = CONTENTS.map(|(anchor, name)| view! { <li><a href=anchor>{name}</a></li> });
    view! {
        <section class="text" aria-labelledby="what-title">
            <h2 id="what-title">"Which would you rather have to trust?"</h2>
            <p>
                "Suppose two language models are equally good at a task. GPT large answers in a single "<Word term="forward pass" />": the problem goes in, the answer comes out, and between them \
                there is nothing to read. GPT small was too weak for that. So it was trained by "<Word term="reinforcement" />" to take notes, a "<Word term="chain of thought" />
                ", and whenever the answer at their end was right, everything that it had written on the way was rewarded. It is now as good as the other. Which of the two would you rather have to trust?"
            </p>
            <p>
                <Cite key="purplefire2024" />
                " asked this under a post that held reinforcement to be bad news for safety, and said: the small one. What it thinks stands on the page; it can be read, tested and watched, and a weak \
                forward pass has little room for schemes. The post saw it the other way round: whoever is paid for results gets better at results, and notes that are paid for by results need not be \
                what the model thinks. They may be decoration, or worse, carry a message past the reader. On one thing both agree: that notes are "<Word term="faithful" />
                " has to be shown and cannot be assumed."
            </p>
            <p>
                "With a large model nobody can settle that at a desk. With two very small ones, trained from scratch on one kind of arithmetic and open to the last weight, each claim of the debate becomes \
                an experiment, and you can run it. Change something: "
                <WordButton words="put a mistake into the second step" part="word-mistake" on_click=alter />
                ", "
                <WordButton words="take its notes away" part="word-cut" on_click=cut />
                ", or ask for something that neither was ever asked, "
                <WordButton words="a negative number" part="word-negative" on_click=negative />
                ". The notes that you see are written while you look, by a model in your browser."
            </p>
            <SideNote>
                "Tests and their lines were written down and committed before the models that they judge were trained; where that was not so, it says so beside the number. Baselines get the best of a \
                sweep, the model that we would like to win gets its seed in the middle, and no problem that is asked below was in any training."
            </SideNote>
            <nav aria-label="Parts of this page">
                <ol class="contents">{links}</ol>
            </nav>
        </section>
    }
}
