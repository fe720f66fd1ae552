//! A number with a button on either side.

use crate::t;
use leptos::prelude::*;

/// A whole number that can be typed or stepped.
#[component]
pub fn Stepper(
    /// The number. No default.
    #[prop(into)]
    value: Signal<i64>,
    /// The smallest and the largest number. No default.
    bounds: (i64, i64),
    /// What the number is: "first number", "modulus". No default.
    #[prop(into)]
    label: String,
    /// The name in `data-part`, before `-down` and `-up`. No default.
    #[prop(into)]
    part: String,
    /// Called with the difference to the number that is asked for. No default.
    #[prop(into)]
    on_step: Callback<i64>,
) -> impl IntoView {
    let (min, max) = bounds;
    // What is no number, or out of bounds, changes nothing; the field then shows the number again.
    let typed = move |event: leptos::ev::Event| {
        let number = event_target_value(&event)
            .trim()
            .parse::<i64>()
            .ok()
            .filter(|number| (min..=max).contains(number));
        match number {
            Some(number) => on_step.run(number - value.get_untracked()),
            None => on_step.run(0),
        }
    };
    let step = move |delta: i64| move |_| on_step.run(delta);
    let is_smallest = move || value.get() <= min;
    let is_largest = move || value.get() >= max;
    view! {
        <span class="stepper">
            // Out of the order of Tab: the number itself has the arrow keys.
            <button
                type="button"
                class="stepper-button"
                data-part=format!("{part}-down")
                aria-label=t!("stepper-less", label = label.clone())
                tabindex="-1"
                disabled=is_smallest
                on:click=step(-1)
            >
                "\u{2212}"
            </button>
            <input
                type="number"
                class="stepper-number"
                data-part=part.clone()
                aria-label=label.clone()
                min=min
                max=max
                step="1"
                value=move || value.get()
                prop:value=move || value.get().to_string()
                on:change=typed
            />
            <button
                type="button"
                class="stepper-button"
                data-part=format!("{part}-up")
                aria-label=t!("stepper-more", label = label.clone())
                tabindex="-1"
                disabled=is_largest
                on:click=step(1)
            >
                "+"
            </button>
        </span>
    }
}
