//! The problem: stepped, typed, or drawn by a preset.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use syw_core::Operator;
use syw_core::problem::{MAX_OPERAND, MODULI};

use crate::components::{Action, Heard, Stepper};
use crate::presets::Preset;
use crate::state::PageState;
use crate::t;

/// Whoever types no letter for so long has stopped.
const TYPING: Duration = Duration::from_secs(1);

/// The bar above the two cards.
#[component]
pub fn ProblemBar(state: PageState) -> impl IntoView {
    let n_terms = move || state.problem.with(|problem| problem.terms().len());
    let term = move |idx: usize| {
        let value = Signal::derive(move || {
            state
                .problem
                .with(|problem| problem.terms().get(idx).map_or(0, |term| term.value))
        });
        let sign = move || {
            let operator = state
                .problem
                .with(|problem| problem.terms().get(idx).map(|term| term.operator));
            match operator {
                Some(Operator::Minus) => "\u{2212}",
                Some(operator) if idx > 0 => operator.sign(),
                _ => "",
            }
        };
        view! {
            <span class="term">
                <span class="operator">{sign}</span>
                <Stepper
                    value
                    bounds=(-MAX_OPERAND, MAX_OPERAND)
                    label=t!("problem-number", number = (idx + 1).to_string())
                    part=format!("term-stepper-{idx}")
                    on_step=Callback::new(move |delta| state.step_term(idx, delta))
                />
            </span>
        }
    };
    let modulus = Signal::derive(move || state.problem.with(|problem| problem.modulus()));
    // A problem that is being typed is wrong at most letters; what is wrong with it is told once the typing has stopped.
    let heard = RwSignal::new(String::new());
    let mut tell = debounce(TYPING, move |error: Option<String>| {
        // Nobody may be there any more to hear it.
        let _ = heard.try_set(error.unwrap_or_default());
    });
    Effect::new(move |_| tell(state.problem_error.get()));
    let is_bad = move || state.problem_error.with(Option::is_some);
    view! {
        <div class="problem-bar">
            <div class="problem-line" inert=move || state.is_locked()>
                <div class="steppers" role="group" aria-label=t!("problem-label")>
                    <For each=move || 0..n_terms() key=|idx| *idx children=term />
                    <span class="term">
                        <span class="operator" title=t!("problem-mod") translate="no">"mod"</span>
                        <Stepper
                            value=modulus
                            bounds=(*MODULI.start(), *MODULI.end())
                            label=t!("problem-modulus")
                            part="term-stepper-modulus"
                            on_step=Callback::new(move |delta| state.step_modulus(delta))
                        />
                    </span>
                    <span class="term">
                        <Action
                            is_ready=Signal::derive(move || state.can_add_term())
                            on_press=Callback::new(move |()| state.add_term())
                            class="tool"
                            part="add-term"
                        >
                            {t!("problem-add")}
                        </Action>
                        <Action
                            is_ready=Signal::derive(move || state.can_remove_term())
                            on_press=Callback::new(move |()| state.remove_term())
                            class="tool"
                            part="remove-term"
                        >
                            {t!("problem-remove")}
                        </Action>
                    </span>
                </div>
                <div class="typed">
                    <label for="problem-input">{t!("problem-type")}</label>
                    <input
                        id="problem-input"
                        class="field"
                        data-part="problem-input"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        value=move || state.problem_text.get()
                        prop:value=move || state.problem_text.get()
                        aria-invalid=move || is_bad().to_string()
                        aria-describedby="problem-error"
                        on:input=move |event| state.set_problem_text(event_target_value(&event))
                    />
                </div>
            </div>
            <p class="field-error" id="problem-error" data-part="problem-error">{move || state.problem_error.get()}</p>
            <Heard text=heard part="problem-heard" />
            <Presets state />
        </div>
    }
}

#[component]
fn Presets(state: PageState) -> impl IntoView {
    let button = move |preset: Preset| {
        view! {
            <button type="button" class="chip" data-preset=preset.name() on:click=move |_| state.preset(preset)>{preset.label()}</button>
        }
    };
    let (outside, usual): (Vec<Preset>, Vec<Preset>) =
        Preset::all().partition(|preset| matches!(preset, Preset::Family(_)));
    view! {
        <div class="presets" data-part="presets" inert=move || state.is_locked() role="group" aria-label=t!("problem-draw")>
            {usual.into_iter().map(button).collect_view()}
            <span class="presets-name">{t!("problem-untrained")}</span>
            {outside.into_iter().map(button).collect_view()}
        </div>
    }
}
