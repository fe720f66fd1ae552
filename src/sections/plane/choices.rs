//! What a reader chooses of the plane: what is called capability, what is called oversight, and where that is measured.

use leptos::prelude::*;
use syw_core::plane::{Capability, Kind, Oversight, Where};

use crate::sections::plane::names::{capability_label, kind_label, oversight_label, where_label};
use crate::state::PageState;
use crate::t;

/// The three choices, and whether the band is magnified.
#[component]
pub fn Choices(state: PageState, is_magnified: RwSignal<bool>) -> impl IntoView {
    let views = state.plane;
    let now = move || untrack(|| (views.x.get(), views.y.get(), views.at.get()));
    let choose_x = move |event| {
        if let Some(x) = Capability::from_name(&event_target_value(&event)) {
            let (_, y, at) = now();
            state.choose_plane(x, y, at);
        }
    };
    let choose_y = move |event| {
        if let Some(y) = Oversight::from_name(&event_target_value(&event)) {
            let (x, _, at) = now();
            state.choose_plane(x, y, at);
        }
    };
    let choose_at = move |event| {
        let (x, y, _) = now();
        state.choose_plane(x, y, Where::from_name(&event_target_value(&event)));
    };
    let capability = move |x: Capability| {
        let is_chosen = move || views.x.get() == x;
        view! { <option value=x.name() selected=is_chosen prop:selected=is_chosen>{capability_label(x)}</option> }
    };
    let oversight = move |y: Oversight| {
        let is_chosen = move || views.y.get() == y;
        view! { <option value=y.name() selected=is_chosen prop:selected=is_chosen>{oversight_label(y)}</option> }
    };
    let kind = move |kind: Kind| {
        let options: Vec<_> = kind.definitions().map(oversight).collect();
        view! { <optgroup label=kind_label(kind)>{options}</optgroup> }
    };
    let place = move |at: Where| {
        let is_chosen = move || views.choice().at == at;
        view! { <option value=at.name() selected=is_chosen prop:selected=is_chosen>{where_label(at)}</option> }
    };
    let places = move || {
        let y = views.y.get();
        let can = Where::all().filter(|at| y.is_measured(*at));
        can.map(place).collect_view()
    };
    view! {
        <div class="plane-choices">
            <p class="choice-line">
                <label for="plane-y">{t!("plane-upwards")}</label>
                <select id="plane-y" class="field" data-part="plane-y" on:change=choose_y>{Kind::ALL.map(kind)}</select>
            </p>
            <p class="choice-line">
                <label for="plane-at">{t!("plane-measured-on")}</label>
                <select id="plane-at" class="field" data-part="plane-at" on:change=choose_at>{places}</select>
            </p>
            <p class="choice-line">
                <label for="plane-x">{t!("plane-to-the-right")}</label>
                <select id="plane-x" class="field" data-part="plane-x" on:change=choose_x>{Capability::ALL.map(capability)}</select>
            </p>
            <p class="choice-line">
                <label>
                    <input
                        type="checkbox"
                        data-part="plane-magnify"
                        prop:checked=is_magnified
                        on:change=move |event| is_magnified.set(event_target_checked(&event))
                    />
                    " "{t!("plane-magnify")}
                </label>
            </p>
        </div>
    }
    .into_any()
}
