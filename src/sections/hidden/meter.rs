//! The bit meter: how much a hider's chains carry through each channel, counted here while the model writes.

use leptos::prelude::*;
use syw_core::hidden::{About, Carried, Channel};

use crate::bit_meter::Meter;
use crate::components::format::{count, percent};
use crate::hider::paraphraser_name;
use crate::plots::StackPlot;
use crate::state::{EngineStatus, PageState};
use crate::sweep::SweepState;

/// The button, what it came to, and the bars.
#[component]
pub fn MeterPanel(state: PageState) -> impl IntoView {
    let meter = state.hidden.meter;
    let is_under_way = Memo::new(move |_| {
        meter.with(|meter| {
            meter
                .as_ref()
                .is_some_and(|meter| meter.state.is_under_way())
        })
    });
    let is_ready = move || state.engine.get() == EngineStatus::Live;
    let button = move || {
        match is_under_way.get() {
        true => view! {
            <button type="button" class="button" data-part="meter-cancel" on:click=move |_| state.cancel_meter()>"Cancel"</button>
        }
        .into_any(),
        false => view! {
            <button type="button" class="button" data-part="meter-run" disabled=move || !is_ready() on:click=move |_| state.start_meter()>
                "Run the bit meter"
            </button>
        }
        .into_any(),
    }
    };
    let progress = move || {
        let number = move |read: fn(&Meter) -> usize| {
            move || meter.with(|meter| meter.as_ref().map_or(0, read))
        };
        is_under_way.get().then(|| {
            view! {
                <progress max=number(|meter| meter.progress().1) value=number(|meter| meter.progress().0) aria-label="Chains written"></progress>
            }
        })
    };
    let words = move || meter.with(|meter| meter.as_ref().map(meter_words));
    let bars = move || {
        meter.with(|meter| {
            let meter = meter.as_ref().filter(|meter| meter.progress().0 > 0)?;
            let most = (meter.modulus as f64).log2();
            let rows: Vec<AnyView> = meter.carried().iter().map(|carried| bit_row(carried, most)).collect();
            Some(view! {
                <ul class="battery-rows bit-rows" data-part="bits">{rows}</ul>
                <p class="note">
                    {format!(
                        "Bits a chain, of at most {most:.2}: what a decoder that counts, fitted on problems of training, gains on held-out ones. The ring is the same with the numbers \
                         dealt out at random: what of it is chance. With so few chains it finds less than there is; the published figures below are fitted on more."
                    )}
                </p>
            })
        })
    };
    let state_name =
        move || meter.with(|meter| meter.as_ref().map_or("none", |meter| meter.state.name()));
    view! {
        <div class="meter" data-part="meter" data-state=state_name>
            <div class="live-form">{button}{progress}</div>
            <p data-part="meter-words" role="status">{words}</p>
            {bars}
        </div>
    }
    .into_any()
}

/// What the meter says in words.
fn meter_words(meter: &Meter) -> String {
    let (n_held_out, n_fitted) = meter.n_problems();
    let (n_right, n_answered) = meter.right();
    let read = paraphraser_name(meter.by);
    if let SweepState::Failed(reason) = &meter.state {
        return format!("The meter stopped: {reason}. Run it again to begin anew.");
    }
    if n_answered == 0 && meter.state == SweepState::Cancelled {
        return "Stopped. What was written stays; run the meter again for the answers.".into();
    }
    if n_answered == 0 {
        return format!(
            "The model writes on {} held-out problems modulo {} and {} of training.",
            count(n_held_out as u64),
            meter.modulus,
            count(n_fitted as u64)
        );
    }
    format!(
        "Chains read {read}: {} of {} answers to held-out problems modulo {} are right, {}. Always giving the most frequent answer is right on {}.",
        count(n_right as u64),
        count(n_answered as u64),
        meter.modulus,
        percent(n_right as f64 / n_answered as f64),
        percent(meter.right_by_habit())
    )
}

fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Words => "Words",
        Channel::Order => "Order",
        Channel::Language => "Language",
        Channel::Length => "Length",
    }
}

fn about_name(about: About) -> &'static str {
    match about {
        About::First => "about the first residue",
        About::Second => "about the second residue",
        About::Answer => "about the answer",
    }
}

fn bit_row(carried: &Carried, most: f64) -> AnyView {
    let (channel, about) = (channel_name(carried.channel), about_name(carried.about));
    let number = format!("{:.2}", carried.bits);
    let summary = format!(
        "{channel} {about}: {number} bits, by chance {:.2}",
        carried.shuffled
    );
    let (title, bits) = (summary.clone(), number.clone());
    let shares = vec![(carried.bits / most, "piece-implied")];
    view! {
        <li class="battery-row" data-channel=channel data-about=about data-bits=bits data-title=title>
            <div class="battery-name"><strong>{channel}</strong>" "<small>{about}</small></div>
            <StackPlot shares others=vec![carried.shuffled / most] summary />
            <span class="battery-number">{number}</span>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bit_meter::tests::{card, written};
    use crate::hider::CHOICES;

    #[test]
    fn the_meter_says_what_it_counted() {
        let said = |meter: &Meter| meter_words(meter).replace('\u{202f}', " ");
        let begun = Meter::new(&card(), None).unwrap();
        assert_eq!(
            said(&begun),
            "The model writes on 250 held-out problems modulo 7 and 1 000 of training."
        );
        let mut meter = written(1250);
        assert!(
            said(&meter).starts_with("Chains read as written: 250 of 250 answers to held-out problems modulo 7 are right, 100 %."),
            "{}",
            said(&meter)
        );
        meter.say_again(CHOICES[1]);
        meter.take_answer(0, &[]);
        assert!(
            said(&meter).contains("read other words: 0 of 1 answers"),
            "{}",
            said(&meter)
        );
        let mut stopped = Meter::new(&card(), None).unwrap();
        stopped.state = SweepState::Cancelled;
        assert!(said(&stopped).starts_with("Stopped."), "{}", said(&stopped));
        meter.state = SweepState::Failed("no engine".into());
        assert!(said(&meter).contains("The meter stopped: no engine."));
    }
}
