//! How GPT small picks its words: the likeliest each time, or by chance with a seed.

use leptos::prelude::*;

use crate::locale::formats::decimal;
use crate::state::PageState;
use crate::t;

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
            let text = temperature.to_string();
            let n_decimals = text.split_once('.').map_or(0, |(_, after)| after.len());
            let text = decimal(temperature.into(), n_decimals);
            t!("sampling-chance-at", temperature = text)
        }
        _ => t!("sampling-chance"),
    };
    view! {
        <div class="sampling" inert=move || state.is_locked()>
            <label>
                {t!("sampling-picks")}
                " "
                <select class="field" data-part="sampling" on:change=choose>
                    <option value="greedy" selected=is_greedy prop:selected=is_greedy>{t!("sampling-likeliest")}</option>
                    <option value="chance" selected=move || !is_greedy() prop:selected=move || !is_greedy()>{by_chance}</option>
                </select>
            </label>
            {move || {
                (!is_greedy()).then(|| {
                    let draw = move |_| state.set_seed(state.seed.get_untracked().wrapping_add(1));
                    view! { <button type="button" class="button" data-part="draw-again" on:click=draw>{t!("sampling-again")}</button> }
                })
            }}
        </div>
    }
}
