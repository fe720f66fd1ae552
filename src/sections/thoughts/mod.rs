//! Thoughts you cannot read: the same model with vectors in the place of its chain, which a reader can knock out or swap.

pub mod row;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::latent::{Latent, Latents};
use syw_core::vocabulary::text_of;
use syw_core::{Problem, Token};

use crate::components::format::{count, probability};
use crate::components::{InTurn, Near, rich};
use crate::locale::markup::Mark;
use crate::locale::yes_or_no;
use crate::sections::export::TakeAway;
use crate::sections::failure::{notice, once_here};
use crate::sections::provenance::Provenance;
use crate::sections::thoughts::row::ThoughtRow;
use crate::sections::thoughts::words::{Guess, ability, alignment, growth, legibility, verdict};
use crate::state::{PageState, Thought};
use crate::t;
use crate::thinking::{Change, answer, outcome, said, sentence};

const COCONUT: &str = "https://arxiv.org/abs/2412.06769";
/// Over so many problems `cargo xtask evaluate` takes the mean of a thought.
const N_MEAN: u64 = 4000;

/// The question, and the figure once its file has arrived.
#[component]
pub fn Thoughts(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.thoughts.file, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide thoughts" aria-labelledby="thoughts-title" data-part="thoughts">
            <h2 id="thoughts-title">{t!("thoughts-title")}</h2>
            <p class="measure">{rich(&t!("thoughts-lead"), source)}</p>
            <Near on_near=Callback::new(move |()| state.want_thoughts())>{figure}</Near>
        </section>
    }
}

/// The source that a sentence links to.
fn source(mark: &Mark) -> Option<AnyView> {
    let words = mark.words.clone();
    (mark.name == "link").then(|| view! { <a href=COCONUT>{words}</a> }.into_any())
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    Effect::new(move |_| state.think());
    let n_thoughts = Memo::new(move |_| state.thinking_card().map_or(0, |card| card.thoughts));
    let of_file = move |read: fn(&Latents) -> Option<String>| {
        move || state.thoughts.file.with(|file| file.here().and_then(read))
    };
    let has_thought = Signal::derive(move || state.thoughts.thought.with(Option::is_some));
    view! {
        <Question state />
        <figure class="thoughts-figure" data-part="thoughts-figure" data-state=move || standing(state) data-export="thoughts">
            {move || notice(state, state.thoughts.failure.get())}
            <InTurn name="thoughts-columns">
                <div class="thoughts-columns">
                    <div>
                        <h3>{t!("thoughts-in-vectors")}</h3>
                        <p class="then-problem" translate="no">{move || format!("{} ?", state.problem.get())}</p>
                        <ol class="thoughts-list">
                            <For each=move || 0..n_thoughts.get() key=|place| *place children=move |place| view! { <ThoughtRow state place /> } />
                        </ol>
                        <Answers state />
                    </div>
                    <Beside state />
                </div>
            </InTurn>
            <figcaption data-part="thoughts-measured">
                <p>{of_file(ability)}</p>
                <p>{of_file(legibility)} " " {of_file(|file| file.middle().and_then(growth))}</p>
                <p>{of_file(|file| file.middle().and_then(alignment))}</p>
                <p>
                    {t!("thoughts-limits")} " "
                    <a href="results/latent.json">{t!("thoughts-data")}</a>
                </p>
<Provenance state file="latent.json" command="cargo xtask evaluate" arms=&[(Size::Small, "latent"), (Size::Small, "latent_pause")] />
</figcaption>
            <TakeAway state name="thoughts" data="results/latent.json" is_there=has_thought />
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
        <div class="thoughts-question" role="group" aria-label=t!("thoughts-guess")>
            <p class="measure">{t!("thoughts-question")}</p>
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
            <button type="button" class="button" data-part="thoughts-swap-all" on:click=move |_| state.change_all_thoughts(Change::Swap)>{t!("thoughts-swap-all")}</button>
            <button type="button" class="button" data-part="thoughts-noise-all" on:click=move |_| state.change_all_thoughts(Change::Noise)>{t!("thoughts-noise-all")}</button>
            <button type="button" class="button" data-part="thoughts-reset" on:click=move |_| state.change_all_thoughts(Change::Kept)>{t!("thoughts-keep-all")}</button>
        </p>
    }
}

/// The answer with its verdict, and what the changes did to it.
fn told(thought: &Thought) -> (String, String) {
    let (changed, prob) = answer(&thought.changed);
    let (own, other) = (answer(&thought.own).0, answer(&thought.other).0);
    let is_right = changed.is_some_and(|answer| thought.problem.accepts(answer));
    let is_swapped = thought.changes.contains(&Change::Swap);
    (
        t!(
            "thoughts-answer",
            answer = said(changed),
            probability = probability(prob),
            is_right = yes_or_no(is_right)
        ),
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
            let words = other_words(&thought.other_problem, answer(&thought.other).0);
            Some(rich(&words, |_| None))
        })
    };
    view! {
        <div>
            <h3>{t!("thoughts-in-words")}</h3>
            <div class="then">
                <p class="then-problem" translate="no">{move || format!("{} ?", state.problem.get())}</p>
                <p class="then-written" translate="no" data-part="thoughts-chain">{chain}</p>
            </div>
            <p class="note">{t!("thoughts-in-words-note")}</p>
            <h3>{t!("thoughts-other-problem")}</h3>
            <p data-part="thoughts-other">{other}</p>
            <p><button type="button" class="button" data-part="thoughts-next" on:click=move |_| state.next_other_problem()>{t!("thoughts-other-next")}</button></p>
            <p class="note">{rich(&t!("thoughts-changes-note", problems = count(N_MEAN)), |_| None)}</p>
        </div>
    }
}

fn other_words(problem: &Problem, answer: Option<i64>) -> String {
    t!(
        "thoughts-other-answers",
        problem = problem.to_string(),
        answer = said(answer)
    )
}
