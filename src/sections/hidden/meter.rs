//! The bit meter: how much a hider's chains carry through each channel, counted here while the model writes.

use leptos::prelude::*;
use syw_core::hidden::{About, Carried, Channel};

use crate::bit_meter::Meter;
use crate::components::format::{count, percent};
use crate::components::{Heard, RunButton, start_and_end};
use crate::hider::paraphraser_name;
use crate::locale::formats::decimal;
use crate::plots::StackPlot;
use crate::state::{EngineStatus, PageState};
use crate::sweep::SweepState;
use crate::t;

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
    let progress = move || {
        let number = move |read: fn(&Meter) -> usize| {
            move || meter.with(|meter| meter.as_ref().map_or(0, read))
        };
        is_under_way.get().then(|| {
            view! {
                <progress max=number(|meter| meter.progress().1) value=number(|meter| meter.progress().0) aria-label=t!("hidden-meter-progress")></progress>
            }
        })
    };
    let words = move || meter.with(|meter| meter.as_ref().map(meter_words));
    let heard = move || {
        meter.with(|meter| {
            let is_under_way = meter.as_ref().map(|meter| meter.state.is_under_way());
            start_and_end(is_under_way, || {
                meter.as_ref().map(meter_words).unwrap_or_default()
            })
        })
    };
    let bars = move || {
        meter.with(|meter| {
            let meter = meter.as_ref().filter(|meter| meter.progress().0 > 0)?;
            let most = (meter.modulus as f64).log2();
            let rows: Vec<AnyView> = meter
                .carried()
                .iter()
                .map(|carried| bit_row(carried, most))
                .collect();
            Some(view! {
                <ul class="battery-rows bit-rows" data-part="bits">{rows}</ul>
                <p class="note">{t!("hidden-meter-note", most = decimal(most, 2))}</p>
            })
        })
    };
    let state_name =
        move || meter.with(|meter| meter.as_ref().map_or("none", |meter| meter.state.name()));
    view! {
        <div class="meter" data-part="meter" data-state=state_name>
            <div class="live-form">
                <RunButton
                    is_under_way
                    is_ready=Signal::derive(is_ready)
                    parts=("meter-run", "meter-cancel")
                    label=t!("hidden-meter-run")
                    on_run=Callback::new(move |()| state.start_meter())
                    on_cancel=Callback::new(move |()| state.cancel_meter())
                />
                {progress}
            </div>
            <p data-part="meter-words">{words}</p>
            <Heard text=Signal::derive(heard) part="meter-heard" />
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
        return t!("hidden-meter-failed", reason = reason.as_str());
    }
    if n_answered == 0 && meter.state == SweepState::Cancelled {
        return t!("hidden-meter-stopped");
    }
    if n_answered == 0 {
        return t!(
            "hidden-meter-writes",
            held_out = count(n_held_out as u64),
            modulus = meter.modulus,
            fitted = count(n_fitted as u64)
        );
    }
    t!(
        "hidden-meter-right",
        read = read,
        right = count(n_right as u64),
        answered = count(n_answered as u64),
        modulus = meter.modulus,
        share = percent(n_right as f64 / n_answered as f64),
        habit = percent(meter.right_by_habit())
    )
}

/// The channel's name in attributes, and for readers.
fn channel_name(channel: Channel) -> (&'static str, String) {
    match channel {
        Channel::Words => ("words", t!("hidden-channel-words")),
        Channel::Order => ("order", t!("hidden-channel-order")),
        Channel::Language => ("language", t!("hidden-channel-language")),
        Channel::Length => ("length", t!("hidden-channel-length")),
    }
}

/// The same of what is told.
fn about_name(about: About) -> (&'static str, String) {
    match about {
        About::First => ("first", t!("hidden-about-first")),
        About::Second => ("second", t!("hidden-about-second")),
        About::Answer => ("answer", t!("hidden-about-answer")),
    }
}

fn bit_row(carried: &Carried, most: f64) -> AnyView {
    let (data_channel, channel) = channel_name(carried.channel);
    let (data_about, about) = about_name(carried.about);
    let number = decimal(carried.bits, 2);
    let summary = t!(
        "hidden-meter-bits",
        channel = channel.as_str(),
        about = about.as_str(),
        bits = number.as_str(),
        chance = decimal(carried.shuffled, 2)
    );
    let (title, bits) = (summary.clone(), format!("{:.2}", carried.bits));
    let shares = vec![(carried.bits / most, "piece-implied")];
    view! {
        <li class="battery-row" data-channel=data_channel data-about=data_about data-bits=bits data-title=title>
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
