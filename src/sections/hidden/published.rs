//! The published figures of hiders: accuracy as written and after each paraphraser, for every arm and seed.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::evaluation;

use crate::bit_meter::habit;
use crate::components::Radios;
use crate::hider::HiderArm;
use crate::sections::export::TakeAway;
use crate::sections::failure::notice;
use crate::sections::frontier::words::capitalised;
use crate::sections::hidden::bars::bar_row;
use crate::sections::hidden::finding_words::{
    in_order, in_order_longer, in_words, shock, side_channel,
};
use crate::sections::hidden::training::InTraining;
use crate::sections::hidden::words::{arms, guessed, options};
use crate::sections::provenance::Provenance;
use crate::state::{Arrival, PageState};
use crate::t;

/// The question, and the figures once they are here and a reader has guessed or run the meter; a file that does not come
/// says so at once.
#[component]
pub fn Published(state: PageState) -> impl IntoView {
    let guess = RwSignal::<Option<usize>>::new(None);
    let meter = state.hidden.meter;
    let is_open = Memo::new(move |was_open: Option<&bool>| {
        was_open == Some(&true)
            || state.needs_no_guess()
            || guess.get().is_some()
            || meter.with(Option::is_some)
    });
    let is_here = Memo::new(move |_| state.hidden.report.with(|report| report.here().is_some()));
    let trained = Memo::new(move |_| state.hidden.training.with(|file| file.here().is_some()));
    let habit = Memo::new(move |_| right_by_habit(state));
    let of_guess = move || {
        let report = state.hidden.report;
        guess
            .get()
            .and_then(|guess| report.with(|report| guessed(guess, report.here()?, habit.get())))
    };
    view! {
        <Radios
            legend=t!("hidden-question")
            part="hider-guess"
            options=options()
            chosen=guess
            on_choose=Callback::new(move |idx| guess.set(Some(idx)))
        />
        <p class="measure" data-part="hider-guessed" role="status">{of_guess}</p>
        {move || notice(state, state.hidden.report.with(Arrival::failure))}
        {move || notice(state, state.hidden.training.with(Arrival::failure))}
        {move || match (is_open.get(), is_here.get()) {
            (true, true) => view! { <Figures state habit /> {move || trained.get().then(|| view! { <InTraining state /> })} }.into_any(),
            (true, false) => ().into_any(),
            (false, _) => view! { <p class="note">{t!("hidden-later")}</p> }.into_any(),
        }}
    }
    .into_any()
}

/// How often the most frequent answer is right on the home rung; 1 while no card is here.
fn right_by_habit(state: PageState) -> f64 {
    let card = state.hidden_card(HiderArm::Plain.arm());
    let modulus = card
        .as_ref()
        .and_then(|card| card.home.as_ref())
        .map(|home| home.modulus);
    match card.zip(modulus) {
        Some((card, modulus)) => habit(evaluation::Set::Home.problems(&card).iter(), modulus),
        None => 1.0,
    }
}

#[component]
fn Figures(state: PageState, habit: Memo<f64>) -> impl IntoView {
    let report = state.hidden.report;
    let words = move || report.with(|report| in_words(report.here()?, habit.get()));
    let order = move || report.with(|report| in_order(report.here()?, habit.get()));
    let longer = move || report.with(|report| in_order_longer(report.here()?, habit.get()));
    let shocked = move || report.with(|report| shock(report.here()?));
    let bits = move || report.with(|report| side_channel(report.here()?));
    let groups = move || {
        report.with(|report| {
            let groups = arms(report.here()?).into_iter().map(|(arm, bars)| {
                view! {
                    <div data-arm=arm.arm()>
                        <p class="curve-title">{capitalised(&arm.label())}</p>
                        <ul class="battery-rows">{bars.into_iter().map(bar_row).collect_view()}</ul>
                    </div>
                }
            });
            Some(groups.collect_view())
        })
    };
    view! {
            <figure class="hidden-figure" data-part="hidden-published" data-export="hidden">
                <p class="finding" data-part="hidden-finding">{words}</p>
                <p class="measure" data-part="hidden-order">{order}</p>
                <p class="measure" data-part="hidden-longer">{longer}</p>
                <p class="measure" data-part="hidden-shock">{shocked}</p>
                <div class="curve-pair hidden-arms">{groups}</div>
                <p class="measure" data-part="hidden-bits">{bits}</p>
                <figcaption>
                    {t!("hidden-caption")} " "
                    <a href="results/hidden.json">{t!("hidden-data")}</a>
    <Provenance state file="hidden.json" command="cargo xtask evaluate" arms=&[(Size::Small, "steganography"), (Size::Small, "steganography_paraphrased"), (Size::Small, "steganography_order"), (Size::Small, "steganography_order_longer"), (Size::Small, "steganography_order_paraphrased"), (Size::Small, "chain_rl")] />
    </figcaption>
                <TakeAway state name="hidden" data="results/hidden.json" />
            </figure>
        }
}
