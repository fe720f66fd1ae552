//! What a reader can choose of the battery: the model whose chains are altered, and the problems.

use leptos::prelude::*;
use syw_core::family::Family;

use crate::sections::battery::chosen::{model_name, models, set_label};
use crate::sections::battery::of_chosen;
use crate::state::PageState;
use crate::t;

/// Whose chains are altered.
#[component]
pub fn ModelChoice(state: PageState) -> impl IntoView {
    let names = of_chosen(state, |chosen| {
        let shown = models(chosen.file).into_iter();
        let named = shown.map(|found| (found.model.clone(), model_name(found)));
        named.collect::<Vec<_>>()
    });
    let chosen = of_chosen(state, |chosen| chosen.model.model.clone());
    // Every option asks.
    let chosen = Memo::new(move |_| chosen.get());
    let option = move |(id, name): (String, String)| {
        let is_chosen = {
            let id = id.clone();
            move || chosen.with(|chosen| *chosen == id)
        };
        view! { <option value=id selected=is_chosen.clone() prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |event| state.choose_battery_model(event_target_value(&event));
    view! {
        <p class="choice-line">
            <label for="battery-model">{t!("battery-whose")}</label>
            <select id="battery-model" class="field" data-part="battery-model" on:change=choose>
                {move || names.get().into_iter().map(option).collect_view()}
            </select>
        </p>
    }
}

/// The problems whose chains are altered: the home rung, or a family outside of training.
#[component]
pub fn FamilyChoice(state: PageState) -> impl IntoView {
    let families = [None].into_iter().chain(Family::ALL.map(Some));
    let option = move |family: Option<Family>| {
        let is_chosen = move || state.figures.battery_family.get() == family;
        let value = family.map_or("", Family::name);
        view! { <option value=value selected=is_chosen prop:selected=is_chosen>{set_label(family)}</option> }
    };
    let choose =
        move |event| state.choose_battery_family(Family::from_name(&event_target_value(&event)));
    view! {
        <p class="choice-line">
            <label for="battery-family">{t!("battery-problems")}</label>
            <select id="battery-family" class="field" data-part="battery-family" on:change=choose>
                {families.map(option).collect_view()}
            </select>
        </p>
    }
}
