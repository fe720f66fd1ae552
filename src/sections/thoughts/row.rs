//! One thought: its numbers, the tokens nearest to it, what the probes read off it, and what can be done to it.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::latent::{Quantity, digits};
use syw_core::thoughts::Thought as Vector;
use syw_core::vocabulary::text_of;

use crate::components::format::probability;
use crate::locale::formats::{decimal, series};
use crate::locale::named;
use crate::plots::StripPlot;
use crate::plots::strip::largest;
use crate::state::{PageState, Thought};
use crate::t;
use crate::thinking::{Change, Reading, readings};

/// How many of the nearest tokens are told.
const N_NEAREST: usize = 3;

/// In whose place so many thoughts about a product of two numbers stand.
const N_PLACES: usize = 5;

/// What a thought stands in the place of, from 0.
fn place_name(place: usize) -> Option<String> {
    (place < N_PLACES).then(|| named("thoughts-place", &(place + 1).to_string()))
}

/// The tokens nearest to a thought; a sign after the first tells whether it is the digit in whose place the thought stands, where one does.
pub(in crate::sections) fn nearest(vector: &Vector, digit: Option<u8>) -> String {
    let sign = |at: usize, token: Token| match digit {
        Some(digit) if at == 0 && token == Token::digit(digit) => " \u{2713}",
        Some(_) if at == 0 => " \u{2717}",
        _ => "",
    };
    let named = vector.nearest.iter().take(N_NEAREST).enumerate();
    let named = named.map(|(at, (token, prob))| {
        format!(
            "{} {}{}",
            text_of(&[*token]),
            probability(*prob),
            sign(at, *token)
        )
    });
    series(&named.collect::<Vec<String>>())
}

/// What the probes read, each with its sign.
pub(in crate::sections) fn read_off(readings: &[Reading]) -> String {
    let one = |reading: &Reading| {
        let value = reading.value.to_string();
        let sign = if reading.is_right {
            "\u{2713}"
        } else {
            "\u{2717}"
        };
        match reading.quantity {
            Quantity::First => t!("thoughts-reading-first", value = value, sign = sign),
            Quantity::Second => t!("thoughts-reading-second", value = value, sign = sign),
            Quantity::Product => t!("thoughts-reading-product", value = value, sign = sign),
            Quantity::Answer => t!("thoughts-reading-answer", value = value, sign = sign),
        }
    };
    let said: Vec<String> = readings.iter().map(one).collect();
    match said.is_empty() {
        true => t!("thoughts-probes-not-fitted"),
        false => series(&said),
    }
}

/// The row of the thought in a place.
#[component]
pub fn ThoughtRow(state: PageState, place: usize) -> impl IntoView {
    let of = move |read: &dyn Fn(&Thought, &Vector) -> AnyView| {
        state.thoughts.thought.with(|thought| {
            let thought = thought.as_ref()?;
            let vector = thought.changed.thoughts.get(place)?;
            Some(read(thought, vector))
        })
    };
    let strip = move || {
        of(&|thought, vector| {
            let all = [&thought.own, &thought.other].map(|thinking| &thinking.thoughts);
            let most = largest(
                all.into_iter()
                    .flatten()
                    .map(|thought| thought.vector.as_slice()),
            );
            let summary = t!(
                "thoughts-strip",
                number = place + 1,
                numbers = vector.vector.len(),
                least = decimal(least(vector).into(), 1),
                most = decimal((-least_of(vector, -1.0)).into(), 1)
            );
            view! { <StripPlot numbers=vector.vector.clone() most summary /> }.into_any()
        })
    };
    let words = move || {
        of(&|thought, vector| {
            let digit = digits(&thought.problem).and_then(|digits| digits.get(place).copied());
            nearest(vector, digit).into_any()
        })
    };
    let read = move || {
        of(&|thought, vector| {
            let said = state.thoughts.file.with(|file| {
                let latent = file.here()?.middle()?;
                let modulus = state.thinking_card()?.home?.modulus;
                Some(read_off(&readings(
                    latent,
                    modulus,
                    place,
                    &vector.vector,
                    &thought.problem,
                )))
            });
            said.into_any()
        })
    };
    let change = Memo::new(move |_| {
        state
            .thoughts
            .changes
            .with(|changes| changes.get(place).copied().unwrap_or_default())
    });
    let button = move |choice: Change| {
        let name = named("thoughts-change", choice.name());
        let label = t!(
            "thoughts-change-thought",
            number = place + 1,
            change = name.as_str()
        );
        let is_on = move || change.get() == choice;
        view! {
            <button
                type="button"
                class="chip"
                data-part=format!("thought-{}", choice.name())
                aria-pressed=move || is_on().to_string()
                aria-label=label
                on:click=move |_| state.change_thought(place, choice)
            >
                {name}
            </button>
        }
    };
    view! {
        <li class="thought" data-part="thought" data-place=place data-change=move || change.get().name()>
            <div class="thought-head">
                <span class="thought-name">
                    {t!("thoughts-thought", number = place + 1)} " " <small>{place_name(place)}</small>
                </span>
                <span class="thought-buttons" role="group" aria-label=t!("thoughts-do", number = place + 1)>
                    {Change::CHOICES.map(button).collect_view()}
                </span>
            </div>
            {strip}
            <p class="thought-words">{t!("thoughts-nearest")} " "<span class="thought-nearest" translate="no" data-part="thought-nearest">{words}</span></p>
            <p class="thought-words">{t!("thoughts-probes")} " "<span data-part="thought-probes">{read}</span></p>
        </li>
    }
    .into_any()
}

fn least(vector: &Vector) -> f32 {
    least_of(vector, 1.0)
}

/// The least of the numbers times a sign.
fn least_of(vector: &Vector, sign: f32) -> f32 {
    vector
        .vector
        .iter()
        .map(|x| sign * x)
        .fold(f32::INFINITY, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_thought_is_told_by_its_words_and_its_probes() {
        let vector = Vector {
            vector: vec![1.0, -2.0],
            nearest: vec![(Token::ANSWER, 0.5), (Token::digit(4), 0.25)],
        };
        let said = |digit| nearest(&vector, digit).replace('\u{202f}', " ");
        assert_eq!(said(None), "<answer> 50 %, 4 25 %");
        assert_eq!(said(Some(4)), "<answer> 50 % \u{2717}, 4 25 %");
        let reading = |value: i64, is_right: bool| Reading {
            quantity: Quantity::Product,
            value,
            is_right,
        };
        assert_eq!(
            read_off(&[reading(8, true), reading(9, false)]),
            "product 8 \u{2713}, product 9 \u{2717}"
        );
        assert!(read_off(&[]).starts_with("fitted"));
        assert_eq!((least(&vector), -least_of(&vector, -1.0)), (-2.0, 1.0));
    }
}
