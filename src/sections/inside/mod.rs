//! Inside: whether it can be told what the two will answer, by those who may look at everything.

pub mod circle;
pub mod patch;
pub mod reading;
pub mod seen;
pub mod weights;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::inside::Inside;

use crate::completion::Completion;
use crate::components::Near;
use crate::components::format::{count, percent};
use crate::inside::{large_text, small_text};
use crate::sections::export::TakeAway;
use crate::sections::failure::{large_failure, once_here, shared_failure, small_failure};
use crate::sections::inside::circle::Circles;
use crate::sections::inside::patch::Patching;
use crate::sections::inside::reading::{Names, Reading};
use crate::sections::inside::seen::{fetching_head, head_words};
use crate::sections::inside::weights::Weights;
use crate::sections::inside::words::{Guess, Row, behind, came_out, finding, rows, rule_words};
use crate::sections::provenance::Provenance;
use crate::state::{PageState, RunStatus};
use crate::t;

/// The question, what came of it, and the insides.
#[component]
pub fn InsideSection(state: PageState) -> impl IntoView {
    let is_near = RwSignal::new(false);
    // Whoever comes from below meets the readings first.
    let on_near = Callback::new(move |()| {
        if !is_near.get_untracked() {
            state.want_inside();
            is_near.set(true);
        }
    });
    let told = once_here(state, state.figures.inside, |state| {
        view! { <Told state /> }.into_any()
    });
    // Where the file fails, that is said once, above.
    let has_arrived = Memo::new(move |_| {
        state
            .figures
            .inside
            .with(|arrival| arrival.here().is_some())
    });
    let circles = move || has_arrived.get().then(|| view! { <Circles state /> });
    view! {
        <section class="wide inside" aria-labelledby="inside-title" data-part="inside">
            <h2 id="inside-title">{t!("inside-title")}</h2>
            <p class="measure">{t!("inside-lead")}</p>
            <Near on_near>{told}</Near>
            <h3 id="large-reading-title">{t!("inside-large-title")}</h3>
            <p class="measure">{t!("inside-large-lead")}</p>
            <Near on_near><LargeReading state is_near /></Near>
            <h3 id="patching-title">{t!("inside-patch-title")}</h3>
            <p class="measure">{t!("inside-patch-lead")}</p>
            <Patching state />
            <h3 id="circles-title">{t!("inside-circle-title")}</h3>
            <p class="measure">{t!("inside-circle-lead")}</p>
            {circles}
            <h3 id="small-reading-title">{t!("inside-small-title")}</h3>
            <p class="measure" data-part="head-words">{move || head_sentence(state)}</p>
            <Near on_near><SmallReading state is_near /></Near>
            <h3 id="weights-title">{t!("inside-weights-title")}</h3>
            <p class="measure">{t!("inside-weights-lead")}</p>
            <Weights state />
            <p class="measure inside-limits">{t!("inside-limits")}</p>
        </section>
    }
    .into_any()
}

/// The guess, and what was measured once one is made.
#[component]
fn Told(state: PageState) -> impl IntoView {
    let guess = RwSignal::new(None::<Guess>);
    let is_shown = RwSignal::new(false);
    let of_file = move |read: &dyn Fn(&Inside) -> Option<String>| {
        state
            .figures
            .inside
            .with(|arrival| arrival.here().and_then(read))
    };
    let buttons = Guess::ALL.map(|of| {
        let choose = move |_| {
            guess.set(Some(of));
            is_shown.set(true);
        };
        view! {
            <button type="button" class="button" data-guess=of.name() aria-pressed=move || (guess.get() == Some(of)).to_string() on:click=choose>
                {of.label()}
            </button>
        }
    });
    let outcome = move || {
        guess
            .get()
            .and_then(|guess| of_file(&|file| came_out(file, guess)))
    };
    let small = move || state.followed_model().unwrap_or_default();
    let more = move || of_file(&|file| behind(file, &small()));
    let rule = move || {
        of_file(&|file| {
            let rule = rule_words(file.large()?.rule);
            Some(t!("inside-rule-found", rule = rule))
        })
    };
    let table = move || {
        let rows = state
            .figures
            .inside
            .with(|arrival| arrival.here().map(|file| rows(file, &small())));
        rows.map(|rows| table(&rows))
    };
    let shown = move || {
        is_shown.get().then(|| {
            view! {
                <div data-part="inside-told">
                    <p role="status">{outcome}</p>
                    <p class="finding" data-part="inside-finding">{move || of_file(&finding)}</p>
                    <p class="measure">{more}</p>
                    <p class="measure">{rule}</p>
                </div>
                {table}
                <p class="muted">
                    {t!("inside-table-note")} " "
                    <a href="results/inside.json">{t!("inside-data")}</a>
                </p>
                <TakeAway state name="inside" data="results/inside.json" />
            }
        })
    };
    let skip = move || {
        (!is_shown.get()).then(|| {
            view! { <button type="button" class="button quiet" data-part="inside-show" on:click=move |_| is_shown.set(true)>{t!("inside-show")}</button> }
        })
    };
    view! {
        <figure data-part="inside-guess" aria-labelledby="inside-title" data-export="inside">
            <div class="guess-buttons" role="group" aria-label=t!("inside-guess")>{buttons.into_iter().collect_view()}{skip}</div>
            {shown}
    <Provenance state file="inside.json" command="cargo xtask evaluate" arms=&[(Size::Large, "direct"), (Size::Small, "chain_rl"), (Size::Large, "rationaliser")] />
        </figure>
    }
    .into_any()
}

fn table(rows: &[Row]) -> AnyView {
    let shown = |share: Option<f64>| share.map_or("\u{2013}".to_owned(), percent);
    let row = |row: &Row| {
        view! {
            <tr>
                <th scope="row">{row.name.clone()}</th>
                <td>{count(row.large_errors as u64)}</td>
                <td>{shown(row.large_rule)}</td>
                <td>{count(row.small_errors as u64)}</td>
                <td>{shown(row.small_chain)}</td>
                <td>{shown(row.small_rule)}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=t!("inside-table") tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{t!("inside-table-problems")}</th>
                        <th scope="colgroup" colspan="2"><span class="large-ink">{t!("inside-table-large")}</span></th>
                        <th scope="colgroup" colspan="3"><span class="small-ink">{t!("inside-table-small")}</span></th>
                    </tr>
                    <tr>
                        <th scope="col">{t!("inside-table-wrong")}</th>
                        <th scope="col">{t!("inside-table-by-rule")}</th>
                        <th scope="col">{t!("inside-table-wrong")}</th>
                        <th scope="col">{t!("inside-table-by-notes")}</th>
                        <th scope="col">{t!("inside-table-rule-alone")}</th>
                    </tr>
                </thead>
                <tbody>{rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn LargeReading(state: PageState, is_near: RwSignal<bool>) -> impl IntoView {
    let text = Memo::new(move |_| {
        let is_done = state.large.with(|large| large.status == RunStatus::Done);
        is_done.then(|| state.problem.with(large_text))
    });
    Effect::new(move |_| {
        if let Some(text) = text.get().filter(|_| is_near.get()) {
            state.look_inside_large(text);
        }
    });
    let failure = Signal::derive(move || large_failure(state).or_else(|| shared_failure(state)));
    let names = Names {
        part: "large-reading",
        strip: "large-strip",
        heads: "large-heads",
        hue: "large",
    };
    // The last layer, until a reader chooses.
    let head = RwSignal::new((0, 0));
    Effect::new(move |is_set: Option<bool>| {
        let n_layers = state.large_card().map(|card| card.layers);
        if let Some(n_layers) = n_layers.filter(|_| is_set != Some(true)) {
            head.set((n_layers.saturating_sub(1), 0));
        }
        is_set == Some(true) || n_layers.is_some()
    });
    view! { <Reading state look=state.inside.large names legend=t!("inside-large-reads") head failure /> }
}

#[component]
fn SmallReading(state: PageState, is_near: RwSignal<bool>) -> impl IntoView {
    let text = Memo::new(move |_| {
        let is_done = state.small_status.get() == RunStatus::Done;
        let tokens = |shown: Completion| {
            state
                .problem
                .with(|problem| small_text(problem, &shown.tokens()))
        };
        is_done.then(|| tokens(state.shown()))
    });
    Effect::new(move |_| {
        if let Some(text) = text.get().filter(|_| is_near.get()) {
            state.look_inside_small(text);
        }
    });
    let failure = Signal::derive(move || small_failure(state).or_else(|| shared_failure(state)));
    let names = Names {
        part: "small-reading",
        strip: "small-strip",
        heads: "small-heads",
        hue: "small",
    };
    // The head that fetches, once it is known which one that is.
    let head = RwSignal::new((0, 0));
    let fetching = Memo::new(move |_| {
        let id = state.small_card()?.id;
        state
            .figures
            .inside
            .with(|arrival| fetching_head(&arrival.here()?.of(&id)?.heads))
    });
    Effect::new(move |_| {
        if let Some(fetching) = fetching.get() {
            head.set(fetching);
        }
    });
    view! { <Reading state look=state.inside.small names legend=t!("inside-small-reads") head failure /> }
}

/// Which head of the chosen GPT small fetches, as far as it was measured.
fn head_sentence(state: PageState) -> Option<String> {
    let id = state.small_card()?.id;
    state.figures.inside.with(|arrival| {
        let file = arrival.here()?;
        let said = file.of(&id).and_then(|report| head_words(&report.heads));
        Some(said.unwrap_or_else(|| t!("inside-head-unmeasured")))
    })
}
