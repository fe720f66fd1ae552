//! Thoughts you cannot read: the same model with vectors in the place of its chain, which a reader can knock out or swap.

pub mod row;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::latent::{Latent, Latents};
use syw_core::vocabulary::text_of;
use syw_core::{Problem, Token};

use crate::components::Near;
use crate::components::format::probability;
use crate::sections::failure::{notice, once_here};
use crate::sections::provenance::Provenance;
use crate::sections::thoughts::row::ThoughtRow;
use crate::sections::thoughts::words::{Guess, ability, alignment, growth, legibility, verdict};
use crate::state::{PageState, Thought};
use crate::thinking::{Change, answer, outcome, sentence};

/// The question, and the figure once its file has arrived.
#[component]
pub fn Thoughts(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.thoughts.file, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide thoughts" aria-labelledby="thoughts-title" data-part="thoughts">
            <h2 id="thoughts-title">"Thoughts you cannot read?"</h2>
            <p class="measure">
                "A chain need not be made of words. Here GPT small was trained to feed its own last vector back in the place of each word (continuous thoughts, after "
                <a href="https://arxiv.org/abs/2412.06769">"Coconut, Hao et al. 2024"</a>
                "): the digits of its chain were taken away one by one, until five vectors stood in their place. Those who want chains that can be checked hold that this gives "
                "them up and is to be avoided. What is lost, and what is not?"
            </p>
            <Near on_near=Callback::new(move |()| state.want_thoughts())>{figure}</Near>
        </section>
    }
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    Effect::new(move |_| state.think());
    let n_thoughts = Memo::new(move |_| state.thinking_card().map_or(0, |card| card.thoughts));
    let of_file = move |read: fn(&Latents) -> Option<String>| {
        move || state.thoughts.file.with(|file| file.here().and_then(read))
    };
    view! {
        <Question state />
        <figure class="thoughts-figure" data-part="thoughts-figure" data-state=move || standing(state)>
            {move || notice(state, state.thoughts.failure.get())}
            <div class="thoughts-columns">
                <div>
                    <h3>"In vectors"</h3>
                    <p class="then-problem">{move || format!("{} ?", state.problem.get())}</p>
                    <ol class="thoughts-list">
                        <For each=move || 0..n_thoughts.get() key=|place| *place children=move |place| view! { <ThoughtRow state place /> } />
                    </ol>
                    <Answers state />
                </div>
                <Beside state />
            </div>
            <figcaption data-part="thoughts-measured">
                <p>{of_file(ability)}</p>
                <p>{of_file(legibility)} " " {of_file(|file| file.middle().and_then(growth))}</p>
                <p>{of_file(|file| file.middle().and_then(alignment))}</p>
                <p>
                    "Bars are the numbers of a vector, up for positive ones; \u{201c}nearest words\u{201d} are those that the model would write if it read the vector as the end of a text. Not measured: whether a probe that is given no "
                    "labels could find these steps, and whether any of this holds at a size at which chains are long. These are toys, trained from scratch. "
                    <a href="results/latent.json">"The data"</a>
                </p>
<Provenance state file="latent.json" command="cargo xtask evaluate" arms=&[(Size::Small, "latent"), (Size::Small, "latent_pause")] />
</figcaption>
        </figure>
    }
    .into_any()
}

/// Where the figure stands, for attributes: `waiting` before the model has thought, then `done`.
fn standing(state: PageState) -> &'static str {
    let is_current = state.thoughts.thought.with(|thought| {
        let chosen = state.thoughts.changes.get();
        thought.as_ref().is_some_and(|thought| {
            thought.changes == chosen && thought.problem == state.problem.get()
        })
    });
    if is_current { "done" } else { "waiting" }
}

/// What a reader expects, and what came of it.
#[component]
fn Question(state: PageState) -> impl IntoView {
    let guess = RwSignal::new(None::<Guess>);
    let button = move |choice: Guess| {
        view! {
            <button
                type="button"
                class="chip"
                data-part=format!("thoughts-guess-{}", choice.name())
                aria-pressed=move || (guess.get() == Some(choice)).to_string()
                on:click=move |_| guess.set(Some(choice))
            >
                {choice.words()}
            </button>
        }
    };
    let said = move || {
        let guess = guess.get()?;
        let of_middle = |file: &Latents| {
            file.middle()
                .and_then(|latent: &Latent| verdict(latent, guess))
        };
        state
            .thoughts
            .file
            .with(|file| file.here().and_then(of_middle))
    };
    view! {
        <div class="thoughts-question" role="group" aria-label="Your guess">
            <p class="measure">"A guess first. The first of the five thoughts is taken from another problem, and the other four are left to follow. Whose answer comes out?"</p>
            <p class="thoughts-guesses">{Guess::ALL.map(button).collect_view()}</p>
            <p class="measure" role="status" data-part="thoughts-verdict">{said}</p>
        </div>
    }
}

/// What came of the changes.
#[component]
fn Answers(state: PageState) -> impl IntoView {
    let told = move || {
        state
            .thoughts
            .thought
            .with(|thought| thought.as_ref().map(told))
    };
    let came = move || told().map(|(_, came)| came);
    let answered = move || told().map(|(answered, _)| answered);
    view! {
        <p class="thoughts-answer" data-part="thoughts-answer">{answered}</p>
        <p role="status" data-part="thoughts-came">{came}</p>
        <p class="thoughts-all">
            <button type="button" class="button" data-part="thoughts-swap-all" on:click=move |_| state.change_all_thoughts(Change::Swap)>"Swap all"</button>
            <button type="button" class="button" data-part="thoughts-noise-all" on:click=move |_| state.change_all_thoughts(Change::Noise)>"Noise for all"</button>
            <button type="button" class="button" data-part="thoughts-reset" on:click=move |_| state.change_all_thoughts(Change::Kept)>"As they were"</button>
        </p>
    }
}

/// The answer with its verdict, and what the changes did to it.
fn told(thought: &Thought) -> (String, String) {
    let (changed, prob) = answer(&thought.changed);
    let (own, other) = (answer(&thought.own).0, answer(&thought.other).0);
    let is_right = changed.is_some_and(|answer| thought.problem.accepts(answer));
    let shown = changed.map_or_else(|| "no number".into(), |answer| answer.to_string());
    let sign = if is_right {
        "\u{2713} right"
    } else {
        "\u{2717} wrong"
    };
    let is_swapped = thought.changes.contains(&Change::Swap);
    (
        format!("answer {shown} ({}) {sign}", probability(prob)),
        sentence(
            &thought.changes,
            outcome(own, changed, other, is_swapped),
            changed,
        ),
    )
}

/// Beside the vectors: the chain in words of the same problem, and the problem whose thoughts can be swapped in.
#[component]
fn Beside(state: PageState) -> impl IntoView {
    let chain = move || {
        let tokens: Vec<Token> = state.original.with(|original| original.tokens());
        let shown: Vec<Token> = tokens
            .into_iter()
            .filter(|&token| token != Token::END)
            .collect();
        match shown.is_empty() {
            true => "\u{2026}".to_owned(),
            false => text_of(&shown).replace("<answer>", "answer"),
        }
    };
    let other = move || {
        state.thoughts.thought.with(|thought| {
            let thought = thought.as_ref()?;
            Some(other_words(
                &thought.other_problem,
                answer(&thought.other).0,
            ))
        })
    };
    view! {
        <div>
            <h3>"In words"</h3>
            <div class="then">
                <p class="then-problem">{move || format!("{} ?", state.problem.get())}</p>
                <p class="then-written" data-part="thoughts-chain">{chain}</p>
            </div>
            <p class="note">"The chain of GPT small as it stands in the duel: each step can be read, checked and changed. In the vectors no word can be changed: they can be exchanged as a whole, or destroyed."</p>
            <h3>"The other problem"</h3>
            <p data-part="thoughts-other">{other}</p>
            <p><button type="button" class="button" data-part="thoughts-next" on:click=move |_| state.next_other_problem()>"Take another one"</button></p>
            <p class="note">
                <em>"swap"</em>" puts in the same thought about that problem, "<em>"noise"</em>" another direction of the same length, "<em>"mean"</em>
                " the average of that thought over 4\u{202f}000 problems. What comes after is thought anew."
            </p>
        </div>
    }
}

fn other_words(problem: &Problem, answer: Option<i64>) -> String {
    let answer = answer.map_or_else(|| "no number".into(), |answer| answer.to_string());
    format!("{problem}, to which this model answers {answer}")
}
