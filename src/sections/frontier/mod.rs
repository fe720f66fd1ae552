//! The frontier: what one forward pass can do and what a chain buys, by size of model and number of operands.

pub mod detail;
pub mod panel;
pub mod table;
pub mod words;

use leptos::prelude::*;
use syw_core::family::TRAINED_MODULI;
use syw_core::frontier::Arm;

use crate::components::{InTurn, Near};
use crate::place::go_to;
use crate::plots::panel::{MarkShape, Panel, Place};
use crate::plots::{PanelPlot, Swatch};
use crate::sections::export::TakeAway;
use crate::sections::failure::once_here;
use crate::sections::frontier::detail::Detail;
use crate::sections::frontier::panel::{Cell, panel, stroke, untrained};
use crate::sections::frontier::table::Table;
use crate::sections::frontier::words::{alone, capitalised, caption, finding, form, numbers};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The question, and the figure once it has arrived.
#[component]
pub fn Frontier(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.frontier, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide frontier" aria-labelledby="frontier-title" data-part="frontier">
            <h2 id="frontier-title">{t!("frontier-title")}</h2>
            <p class="measure">
                {t!("frontier-question")}
            </p>
            <Near on_near=Callback::new(move |()| state.want_frontier())>{figure}</Near>
        </section>
    }
}

/// Everything that is drawn from the file.
#[component]
fn Figure(state: PageState) -> impl IntoView {
    let modulus = state.figures.frontier_modulus;
    let looked_at = RwSignal::new(None::<Cell>);
    // Only drawn once the file is here, so what is read is never the default.
    let of_file = move |read: fn(&syw_core::frontier::Frontier, Option<i64>) -> String| {
        Signal::derive(move || {
            state
                .figures
                .frontier
                .with(|arrival| arrival.here().map(|file| read(file, modulus.get())))
                .unwrap_or_default()
        })
    };
    let rungs = Memo::new(move |_| {
        let rungs = |arrival: &crate::state::Arrival<_>| {
            arrival
                .here()
                .map(syw_core::frontier::Frontier::operands)
                .unwrap_or_default()
        };
        state.figures.frontier.with(rungs)
    });
    let on_choose = Callback::new(move |cell: Cell| try_one(state, cell));
    view! {
        <figure class="frontier-figure" data-export="frontier">
            <p class="finding" data-part="frontier-finding">{of_file(finding)}</p>
            <p class="finding-more measure" data-part="frontier-alone">{of_file(alone)}</p>
            <Moduli state />
            <Key />
            <div class="frontier-columns">
                <div class="panels">
                    <For each=move || rungs.get() key=|n| *n children=move |n_operands| view! {
                        <InTurn name=format!("frontier-{n_operands}")><Rung state n_operands looked_at on_choose /></InTurn>
                    } />
                </div>
                <Detail state looked_at on_choose />
            </div>
            <figcaption data-part="frontier-caption">{of_file(caption)}</figcaption>
            <InTurn name="frontier-table"><Table state /></InTurn>
    <Provenance state file="frontier.json" command="training/runs/frontier.sh, then python training/collect.py" arms=&[] />
            <TakeAway state name="frontier" data="results/frontier.json" />
            </figure>
    }
}

/// Sets a problem of the kind that a cell was measured on, and shows it.
fn try_one(state: PageState, cell: Cell) {
    state.draw_held_out(
        cell.operands,
        state.figures.frontier_modulus.get_untracked(),
    );
    go_to("duel");
}

/// The panel of one number of operands.
#[component]
fn Rung(
    state: PageState,
    n_operands: usize,
    looked_at: RwSignal<Option<Cell>>,
    on_choose: Callback<Cell>,
) -> impl IntoView {
    let modulus = state.figures.frontier_modulus;
    let of_file = move |arrival: &crate::state::Arrival<_>| {
        arrival
            .here()
            .map(|file| panel(file, n_operands, modulus.get()))
            .unwrap_or_default()
    };
    let shown_panel: Memo<Panel> = Memo::new(move |_| state.figures.frontier.with(of_file));
    let shown = Signal::derive(move || {
        let cell = looked_at.get().filter(|cell| cell.operands == n_operands);
        cell.map(|cell| cell.place)
    });
    let cell = move |place: Place| Cell {
        operands: n_operands,
        place,
    };
    let missing = move || {
        state
            .figures
            .frontier
            .with(|arrival| arrival.here().and_then(|file| untrained(file, n_operands)))
    };
    view! {
        <div class="panel" data-operands=n_operands>
            <p class="panel-title">{capitalised(&numbers(n_operands))}" "<small translate="no">{form(n_operands)}</small></p>
            <PanelPlot
                panel=shown_panel
                shown
                on_show=Callback::new(move |place| looked_at.set(Some(cell(place))))
                on_choose=Callback::new(move |place| on_choose.run(cell(place)))
            />
            <p class="panel-note">{missing}</p>
        </div>
    }
    .into_any()
}

/// Which problems count: those with one modulus, or all.
#[component]
fn Moduli(state: PageState) -> impl IntoView {
    let chosen = state.figures.frontier_modulus;
    let option = move |modulus: Option<i64>| {
        let name = modulus.map_or("all".to_owned(), |modulus| modulus.to_string());
        let value = name.clone();
        let shown = match modulus {
            None => t!("frontier-moduli-all"),
            Some(modulus) => modulus.to_string(),
        };
        let is_chosen = move || chosen.get() == modulus;
        view! {
            <label class="radio" data-modulus=name>
                <input
                    type="radio"
                    name="frontier-modulus"
                    value=value
                    checked=is_chosen
                    prop:checked=is_chosen
                    on:change=move |_| state.choose_frontier_modulus(modulus)
                />
                <span>{shown}</span>
            </label>
        }
    };
    let options = std::iter::once(None).chain(TRAINED_MODULI.map(Some));
    view! {
        <fieldset class="radios" data-part="frontier-moduli">
            <legend>{t!("frontier-moduli")}</legend>
            {options.map(option).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// What the lines and marks are.
#[component]
fn Key() -> impl IntoView {
    let of_arm = |(arm, name): (Arm, String)| {
        let (class, mark) = stroke(arm);
        view! { <li><Swatch class=format!("panel-line {class}") mark />{name}</li> }
    };
    let names = [t!("frontier-arm-direct"), t!("frontier-key-chain")];
    view! {
        <ul class="key">
            {Arm::ALL.into_iter().zip(names).map(of_arm).collect_view()}
            <li><Swatch class="" mark=MarkShape::Circle is_open=true /><Swatch class="" mark=MarkShape::Diamond is_open=true />{t!("frontier-still-gaining")}</li>
        </ul>
    }
    .into_any()
}
