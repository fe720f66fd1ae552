//! The battery: every chain of the home rung altered in every way, and what the answers then did.

pub mod choices;
pub mod chosen;
mod control;
pub mod curves;
pub mod export;
pub mod imitation;
pub mod live;
pub mod live_curve;
pub mod live_words;
pub mod names;
pub mod rows;
mod shock;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::statistics::{CONFIDENCE, Interval};

use crate::components::format::percent;
use crate::components::{InTurn, Near};
use crate::plots::StackPlot;
use crate::sections::battery::choices::{FamilyChoice, ModelChoice};
use crate::sections::battery::chosen::{Chosen, is_exact, models};
use crate::sections::battery::control::control;
use crate::sections::battery::curves::Curves;
use crate::sections::battery::export::{bar_table, curve_table};
use crate::sections::battery::live::LivePanel;
use crate::sections::battery::names::{Kind, test_name, test_note};
use crate::sections::battery::rows::{Row, rows};
use crate::sections::battery::shock::shock;
use crate::sections::battery::words::{between, finding, reservations};
use crate::sections::export::Exports;
use crate::sections::failure::once_here;
use crate::sections::provenance::Provenance;
use crate::sections::training::measures::RlMeasures;
use crate::state::PageState;
use crate::t;

/// The question, and the figure once its file has arrived.
#[component]
pub fn Battery(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.evaluations, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide battery" aria-labelledby="battery-title" data-part="battery">
            <h2 id="battery-title">{t!("battery-title")}</h2>
            <p class="measure">
                {t!("battery-question")}
            </p>
            <Near on_near=Callback::new(move |()| state.want_evaluations())>{figure}</Near>
        </section>
    }
}

/// What `read` makes of the file, the chosen model and the chosen problems; the default while the file is missing.
pub(in crate::sections) fn of_chosen<T: Default + Send + Sync + 'static>(
    state: PageState,
    read: impl Fn(Chosen<'_>) -> T + Send + Sync + 'static,
) -> Signal<T> {
    Signal::derive(move || {
        state
            .figures
            .evaluations
            .with(|arrival| {
                let file = arrival.here()?;
                let chosen = state.figures.battery_model.get();
                let chosen = chosen.or_else(|| state.followed_model());
                let model = chosen.as_deref().and_then(|id| file.of(id));
                let model = model.or_else(|| models(file).first().copied())?;
                let set = state.battery_set();
                Some(read(Chosen { file, model, set }))
            })
            .unwrap_or_default()
    })
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let said = of_chosen(state, finding);
    let more = of_chosen(state, reservations);
    let tested = of_chosen(state, |chosen| control(chosen).unwrap_or_default());
    let shocked = of_chosen(state, |chosen| shock(chosen).unwrap_or_default());
    let drawn = of_chosen(state, rows);
    let drawn = Memo::new(move |_| drawn.get());
    let is_exact = of_chosen(state, |chosen| is_exact(chosen.set));
    let has_others = move || drawn.with(|rows| rows.iter().any(|row| !row.others.is_empty()));
    let sure = move || match is_exact.get() {
        true => t!("battery-caption-exact"),
        false => t!("battery-caption-sampled", level = percent(CONFIDENCE)),
    };
    let has_rows = Memo::new(move |_| drawn.with(|rows| !rows.is_empty()));
    let bars = move || {
        has_rows.get().then(|| {
            view! {
                <ul class="key">
                    {Kind::ALL.map(|kind| view! {
                        <li><span class=format!("patch {}", kind.class()) aria-hidden="true"></span>{kind.label()}</li>
                    }).collect_view()}
                    {move || has_others().then(|| view! {
                        <li><span class="patch patch-dot" aria-hidden="true"></span>{t!("battery-other-seeds")}</li>
                    })}
                </ul>
                <InTurn name="battery-bars">
                    <ul class="battery-rows" data-export="battery-bars">{move || drawn.get().into_iter().map(row_view).collect_view()}</ul>
                </InTurn>
                <figcaption>
                    {t!("battery-caption")}
                    " "
                    {sure}
                    " "
                    {t!("battery-caption-unread")}
                    " "
                    <a href="results/evaluation.json">{t!("battery-data")}</a>
<Provenance state file="evaluation.json" command="cargo xtask evaluate" arms=&[(Size::Small, "chain_rl"), (Size::Small, "chain_prompted"), (Size::Small, "chain_imitation"), (Size::Large, "chain_rl"), (Size::Large, "chain_prompted"), (Size::Large, "chain_imitation"), (Size::Large, "rationaliser")] />
</figcaption>
            }
        })
    };
    view! {
        <figure data-part="battery-figure" aria-labelledby="battery-finding">
            <ModelChoice state />
            <FamilyChoice state />
            <p class="finding" id="battery-finding" data-part="battery-finding">{said}</p>
            <p class="measure finding-more" data-part="battery-reservations">{more}</p>
            {bars}
            <Exports state name="battery-bars" table=of_chosen(state, bar_table) />
            <h3 hidden=move || tested.with(String::is_empty)>{t!("battery-trust")}</h3>
            <p class="measure" data-part="battery-control">{tested}</p>
            <p class="measure" data-part="battery-shock">{shocked}</p>
            <InTurn name="battery-live"><LivePanel state /></InTurn>
            <InTurn name="battery-curves">
                <Curves state />
                <Exports state name="battery-curves" table=of_chosen(state, curve_table) />
            </InTurn>
        </figure>
        <InTurn name="battery-measures"><RlMeasures state /></InTurn>
    }
}

fn row_view(row: Row) -> impl IntoView {
    let shares = row.shares().into_iter().zip(Kind::ALL);
    let shares = shares.map(|(share, kind)| (share, kind.class())).collect();
    let name = test_name(row.test);
    let number = percent(row.as_needed());
    let sure = row.interval().map(between).unwrap_or_default();
    let title = format!("{name}: {number}{sure}");
    let interval = row.interval().map(|interval| {
        let Interval { low, high } = interval;
        view! { <small class="battery-interval">{format!("{:.0}\u{2013}{:.0}", 100.0 * low, 100.0 * high)}</small> }
    });
    view! {
        <li class="battery-row" data-test=name.clone() data-title=title>
            <div class="battery-name">
                <strong>{name.clone()}</strong>
                <small>{test_note(row.test)}</small>
            </div>
            <StackPlot shares others=row.others.clone() summary=format!("{name}. {}", row.summary()) />
            <span class="battery-number">{number}{interval}</span>
        </li>
    }
}
