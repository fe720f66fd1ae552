//! The buttons that do to a chain what the literature does to chains. Each makes an edit that the reader can see.

use leptos::prelude::*;
use syw_core::intervention::Intervention;
use syw_core::vocabulary::Dialect;

use crate::locale::named;
use crate::t;

/// The buttons, in page order, by their names in attributes. `tamper-…` says what each does, `tamper-term-…` what the literature calls
/// it (Lanham et al. 2023, or we), `tamper-explained-…` more.
pub const KINDS: [&str; 7] = [
    "added_mistake",
    "congruent_alteration",
    "early_answering",
    "filler_tokens",
    "shuffle",
    "paraphrase",
    "translate",
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
    let button = |kind: &'static str| {
        let on_click = move |_| {
            let draw = n_draws.get_untracked();
            n_draws.set(draw + 1);
            if let Some(intervention) =
                intervention(kind, untrack(chosen_step), draw, dialect.get_untracked())
            {
                on_intervene.run(intervention);
            }
        };
        view! {
            <button
                type="button"
                class="intervention"
                data-intervention=kind
                title=named("tamper-explained", kind)
                disabled=move || !has_steps()
                on:click=on_click
            >
                <span>{named("tamper", kind)}</span>
                <small>{named("tamper-term", kind)}</small>
            </button>
        }
    };
    let steps = move || -> Vec<AnyView> {
        if !has_steps() {
            return vec![
                view! { <option value=0_usize selected=true>{t!("tamper-no-step")}</option> }
                    .into_any(),
            ];
        }
        (0..n_steps.get())
            .map(|idx| view! { <option value=idx selected=move || chosen_step() == idx>{t!("tamper-step", step = (idx + 1).to_string())}</option> }.into_any())
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
            <h3 id="interventions-title">{t!("tamper-title")}</h3>
            <div class="intervention-choices">
                <label>
                    {t!("tamper-at")}
                    " "
                    <select class="field" data-part="intervention-step" disabled=move || !has_steps() on:change=choose_step>{steps}</select>
                </label>
                <label>
                    {t!("tamper-into")}
                    " "
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
            let asked = intervention(kind, 1, 3, Dialect::Spanish).unwrap();
            let named = serde_json::to_string(&asked).unwrap();
            assert!(named.contains(kind), "{named} for {kind}");
        }
        assert_eq!(
            intervention("early_answering", 0, 0, Dialect::German),
            Some(Intervention::EarlyAnswering { n_kept: 1 })
        );
        assert_eq!(intervention("unknown", 0, 0, Dialect::German), None);
    }
}
