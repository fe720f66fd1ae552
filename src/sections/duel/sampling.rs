//! How GPT small picks its words: the likeliest each time, or by chance with a seed.

use leptos::prelude::*;

use crate::state::PageState;

/// The temperature of "by chance": the model's probabilities as they are.
const BY_CHANCE: f32 = 1.0;

/// The choice, and another draw where chance decides.
#[component]
pub fn Sampling(state: PageState) -> impl IntoView {
    let is_greedy = move || state.temperature.get() <= 0.0;
    let choose = move |event| {
        state.set_temperature(if event_target_value(&event) == "greedy" {
            0.0
        } else {
            BY_CHANCE
        });
    };
    let by_chance = move || match state.temperature.get() {
        temperature if temperature > 0.0 && temperature != BY_CHANCE => {
            format!("by chance, temperature {temperature}")
        }
        _ => "by chance".to_owned(),
    };
    view! {
        <div class="sampling">
            <label>
                "picks "
                <select class="field" data-part="sampling" on:change=choose>
                    <option value="greedy" selected=is_greedy prop:selected=is_greedy>"the likeliest token"</option>
                    <option value="chance" selected=move || !is_greedy() prop:selected=move || !is_greedy()>{by_chance}</option>
                </select>
            </label>
            {move || {
                (!is_greedy()).then(|| {
                    let draw = move |_| state.set_seed(state.seed.get_untracked().wrapping_add(1));
                    view! { <button type="button" class="button" data-part="draw-again" on:click=draw>"Draw again"</button> }
                })
            }}
        </div>
    }
}
