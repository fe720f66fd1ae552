//! A choice of one among a few, as radio buttons that look like buttons.

use leptos::prelude::*;

/// A group of radio buttons. Arrow keys walk along it.
#[component]
pub fn Radios(
    /// The question, or the name of what is chosen. No default.
    #[prop(into)]
    legend: String,
    /// The name in `data-part`, and of the group. No default.
    part: &'static str,
    /// The choices, in order. No default.
    options: Vec<String>,
    /// Which one is chosen; `None` before a reader chooses. No default.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Called with the place of what a reader chooses. No default.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(idx, label): (usize, String)| {
        let is_chosen = move || chosen.get() == Some(idx);
        view! {
            <label class="radio">
                <input
                    type="radio"
                    name=part
                    value=idx.to_string()
                    checked=is_chosen
                    prop:checked=is_chosen
                    on:change=move |_| on_choose.run(idx)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="radios" data-part=part>
            <legend>{legend}</legend>
            {options.into_iter().enumerate().map(option).collect_view()}
        </fieldset>
    }
    .into_any()
}
