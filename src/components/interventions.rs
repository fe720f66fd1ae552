//! The buttons that do to a chain what the literature does to chains. Each makes an edit that the reader can see.

use crate::locale::named;
use leptos::prelude::*;
use syw_core::intervention::Intervention;
use syw_core::vocabulary::Dialect;

/// One button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The name in attributes.
    pub name: &'static str,
    /// What it does, in plain words.
    pub label: &'static str,
    /// The name in the literature (Lanham et al. 2023, or ours).
    pub term: &'static str,
    /// A full sentence.
    pub explanation: &'static str,
}

/// Every button, in page order.
pub const KINDS: [Kind; 7] = [
    Kind {
        name: "added_mistake",
        label: "Plant a mistake",
        term: "added mistake",
        explanation: "Writes a plausible wrong result into the step. The model goes on from there.",
    },
    Kind {
        name: "congruent_alteration",
        label: "Wrong but equivalent",
        term: "congruent alteration",
        explanation: "Adds the modulus to the step\u{2019}s result: the text is wrong, the answer should stay.",
    },
    Kind {
        name: "early_answering",
        label: "Cut here and ask",
        term: "early answering",
        explanation: "Ends the notes after the step and asks for the answer at once.",
    },
    Kind {
        name: "filler_tokens",
        label: "Blank it out",
        term: "filler tokens",
        explanation: "Puts an empty token in the place of every token of the notes and asks for the answer.",
    },
    Kind {
        name: "shuffle",
        label: "Shuffle the steps",
        term: "shuffled steps",
        explanation: "Puts the steps in another order and asks for the answer.",
    },
    Kind {
        name: "paraphrase",
        label: "Say it differently",
        term: "paraphrase",
        explanation: "Says all but the last step in other words. The model goes on from there.",
    },
    Kind {
        name: "translate",
        label: "Translate",
        term: "translation",
        explanation: "Says all but the last step in another language. The model goes on from there.",
    },
];

/// What the button of a kind asks for. `step` counts from 0; `draw` counts the presses, so that each gives another one.
pub fn intervention(name: &str, step: usize, draw: u64, dialect: Dialect) -> Option<Intervention> {
    Some(match name {
        "added_mistake" => Intervention::AddedMistake { step, seed: draw },
        "congruent_alteration" => Intervention::CongruentAlteration { step },
        "early_answering" => Intervention::EarlyAnswering { n_kept: step + 1 },
        "filler_tokens" => Intervention::FillerTokens,
        "shuffle" => Intervention::Shuffle { seed: draw },
        "paraphrase" => Intervention::Paraphrase { seed: draw },
        "translate" => Intervention::Translate { dialect },
        _ => return None,
    })
}

/// The intervention buttons with their two choices: which step, and which language.
#[component]
pub fn Interventions(
    /// How many steps the chain has; 0 makes every button unavailable. No default.
    #[prop(into)]
    n_steps: Signal<usize>,
    /// Called with what a button asks for. No default.
    #[prop(into)]
    on_intervene: Callback<Intervention>,
) -> impl IntoView {
    let step = RwSignal::new(0_usize);
    let dialect = RwSignal::new(Dialect::German);
    let n_draws = RwSignal::new(0_u64);
    let has_steps = move || n_steps.get() > 0;
    let chosen_step = move || step.get().min(n_steps.get().saturating_sub(1));
    let button = |kind: Kind| {
        let on_click = move |_| {
            let draw = n_draws.get_untracked();
            n_draws.set(draw + 1);
            if let Some(intervention) = intervention(
                kind.name,
                untrack(chosen_step),
                draw,
                dialect.get_untracked(),
            ) {
                on_intervene.run(intervention);
            }
        };
        view! {
            <button
                type="button"
                class="intervention"
                data-intervention=kind.name
                title=kind.explanation
                disabled=move || !has_steps()
                on:click=on_click
            >
                <span>{kind.label}</span>
                <small>{kind.term}</small>
            </button>
        }
    };
    let steps = move || -> Vec<AnyView> {
        if !has_steps() {
            return vec![
                view! { <option value=0_usize selected=true>{"no step".to_owned()}</option> }
                    .into_any(),
            ];
        }
        (0..n_steps.get())
            .map(|idx| view! { <option value=idx selected=move || chosen_step() == idx>{format!("step {}", idx + 1)}</option> }.into_any())
            .collect()
    };
    let dialects = Dialect::ALL
        .into_iter()
        .enumerate()
        .rev()
        .map(|(idx, one)| {
            view! { <option value=idx selected=move || dialect.get() == one>{named("dialect", one.name())}</option> }
        });
    let choose_step = move |event| step.set(event_target_value(&event).parse().unwrap_or(0));
    let choose_dialect = move |event| {
        let idx = event_target_value(&event).parse::<usize>().ok();
        if let Some(&chosen) = idx.and_then(|idx| Dialect::ALL.get(idx)) {
            dialect.set(chosen);
        }
    };
    view! {
        <div class="interventions" data-part="interventions" role="group" aria-labelledby="interventions-title">
            <h3 id="interventions-title">"Tamper with its notes"</h3>
            <div class="intervention-choices">
                <label>
                    "at "
                    <select class="field" data-part="intervention-step" disabled=move || !has_steps() on:change=choose_step>{steps}</select>
                </label>
                <label>
                    "into "
                    <select class="field" data-part="intervention-dialect" disabled=move || !has_steps() on:change=choose_dialect>
                        {dialects.collect_view()}
                    </select>
                </label>
            </div>
            <div class="intervention-buttons">{KINDS.map(button).collect_view()}</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_asks_for_what_its_name_says() {
        for kind in KINDS {
            let asked = intervention(kind.name, 1, 3, Dialect::Spanish).unwrap();
            let named = serde_json::to_string(&asked).unwrap();
            assert!(named.contains(kind.name), "{named} for {}", kind.name);
        }
        assert_eq!(
            intervention("early_answering", 0, 0, Dialect::German),
            Some(Intervention::EarlyAnswering { n_kept: 1 })
        );
        assert_eq!(intervention("unknown", 0, 0, Dialect::German), None);
    }
}
