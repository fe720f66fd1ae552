//! GPT large's stream at the answer, averaged by the remainder that is to come: how far it is known, and whether it lies on a circle.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::family::TRAINED_MODULI;
use syw_core::inside::{Circle, Inside, Order};

use crate::components::format::percent;
use crate::locale::formats::series;
use crate::plots::heat::heat_class;
use crate::plots::{CirclePlot, SpectrumPlot};
use crate::sections::export::TakeAway;
use crate::sections::inside::seen::{circle_words, layer_name};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The modulus of the first look.
const FIRST: i64 = 7;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    modulus: i64,
    order: Order,
    layer: usize,
}

fn of_choice(file: &Inside, choice: Choice) -> Option<&Circle> {
    let circles = &file.large()?.circles;
    let fits = |circle: &&Circle| {
        (circle.modulus, circle.order, circle.layer) == (choice.modulus, choice.order, choice.layer)
    };
    circles.iter().find(fits)
}

/// The last layer for which there is something, and which orders there are.
fn offered(file: &Inside, modulus: i64) -> (usize, Vec<Order>) {
    let circles = file.large().map_or(&[][..], |large| &large.circles);
    let of_modulus = circles.iter().filter(|circle| circle.modulus == modulus);
    let last = of_modulus
        .clone()
        .map(|circle| circle.layer)
        .max()
        .unwrap_or(0);
    let has = |order: &Order| of_modulus.clone().any(|circle| circle.order == *order);
    (
        last,
        [Order::Residue, Order::Logarithm]
            .into_iter()
            .filter(has)
            .collect(),
    )
}

/// The share that is known after each layer, among all remainders and among those with a logarithm.
fn known(file: &Inside, modulus: i64) -> Vec<(usize, f64, Option<f64>)> {
    let (last, _) = offered(file, modulus);
    let share = |order, layer| {
        let choice = Choice {
            modulus,
            order,
            layer,
        };
        of_choice(file, choice).map(|circle| circle.between)
    };
    let layers = (0..=last).filter_map(|layer| {
        Some((
            layer,
            share(Order::Residue, layer)?,
            share(Order::Logarithm, layer),
        ))
    });
    layers.collect()
}

/// The choices, the circle, its spectrum, and what is known after each layer.
#[component]
pub fn Circles(state: PageState) -> impl IntoView {
    let file = move |read: &dyn Fn(&Inside) -> Option<AnyView>| {
        state
            .figures
            .inside
            .with(|arrival| arrival.here().and_then(read))
    };
    let (last, _) = state.figures.inside.with_untracked(|arrival| {
        arrival
            .here()
            .map_or((0, Vec::new()), |file| offered(file, FIRST))
    });
    let choice = RwSignal::new(Choice {
        modulus: FIRST,
        order: Order::Residue,
        layer: last,
    });
    let moduli = TRAINED_MODULI.map(|modulus| {
        let choose = move || {
            choice.update(|now| {
                now.modulus = modulus;
                now.order = Order::Residue;
            })
        };
        radio(
            "inside-modulus",
            modulus.to_string(),
            modulus.to_string(),
            move || choice.get().modulus == modulus,
            choose,
        )
    });
    let layers = move || {
        (0..=last)
            .map(|layer| {
                let name = if layer == 0 {
                    t!("inside-circle-layer-none")
                } else {
                    layer.to_string()
                };
                let choose = move || choice.update(|now| now.layer = layer);
                radio(
                    "inside-layer",
                    layer.to_string(),
                    name,
                    move || choice.get().layer == layer,
                    choose,
                )
            })
            .collect_view()
    };
    let modulus = Memo::new(move |_| choice.get().modulus);
    let orders = move || {
        file(&|file| {
            let (_, orders) = offered(file, modulus.get());
            let names = orders.into_iter().map(|order| {
                let (value, name) = match order {
                    Order::Residue => ("residue", t!("inside-circle-counting")),
                    Order::Logarithm => ("logarithm", t!("inside-circle-powers")),
                };
                let choose = move || choice.update(|now| now.order = order);
                radio(
                    "inside-order",
                    value.into(),
                    name,
                    move || choice.get().order == order,
                    choose,
                )
            });
            Some(names.collect_view().into_any())
        })
    };
    let drawn = move || file(&|file| of_choice(file, choice.get()).map(circle_view));
    let table = move || file(&|file| Some(known_view(&known(file, modulus.get()))));
    view! {
        <figure class="inside-figure large" data-part="circles" aria-labelledby="circles-title" data-export="circles">
            <div class="circle-choices">
                <fieldset class="radios"><legend>{t!("inside-circle-modulus")}</legend>{moduli.into_iter().collect_view()}</fieldset>
                <fieldset class="radios"><legend>{t!("inside-circle-layer")}</legend>{layers}</fieldset>
                <fieldset class="radios"><legend>{t!("inside-circle-order")}</legend>{orders}</fieldset>
            </div>
            {drawn}
            {table}
    <Provenance state file="inside.json" command="cargo xtask evaluate" arms=&[(Size::Large, "direct")] />
            <TakeAway state name="circles" data="results/inside.json" />
            </figure>
    }
    .into_any()
}

fn radio(
    group: &'static str,
    value: String,
    label: String,
    is_chosen: impl Fn() -> bool + Copy + Send + Sync + 'static,
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    let choice = value.clone();
    view! {
        <label class="radio" data-choice=choice>
            <input type="radio" name=group value=value checked=is_chosen prop:checked=is_chosen on:change=move |_| on_choose() />
            <span>{label}</span>
        </label>
    }
}

fn circle_view(circle: &Circle) -> AnyView {
    let names = circle.residues.iter().map(ToString::to_string);
    let points: Vec<_> = circle.points.iter().copied().zip(names).collect();
    let label = match circle.layer {
        0 => t!("inside-circle-before", layer = 1, modulus = circle.modulus),
        layer => t!(
            "inside-circle-after",
            layer = layer,
            modulus = circle.modulus
        ),
    };
    let shares: Vec<String> = circle
        .spectrum
        .iter()
        .map(|share| percent(*share))
        .collect();
    let spectrum = t!(
        "inside-circle-spectrum",
        first = 1,
        shares = series(&shares)
    );
    let has_points = circle.between > 0.0;
    view! {
        <p data-part="circle-words">{circle_words(circle)}</p>
        <div class="circle-columns">
            {has_points.then(|| view! { <CirclePlot points label /> })}
            {has_points.then(|| view! { <SpectrumPlot spectrum=circle.spectrum.clone() chance=circle.spectrum_shuffled label=spectrum /> })}
        </div>
        {has_points.then(|| view! {
            <p class="muted">{t!("inside-circle-note")}</p>
        })}
    }
    .into_any()
}

fn known_view(known: &[(usize, f64, Option<f64>)]) -> AnyView {
    let has_units = known.iter().any(|(.., units)| units.is_some());
    let cell = |share: f64| view! { <td><span class=heat_class(share)><b>{percent(share)}</b></span></td> };
    let row = |&(layer, all, units): &(usize, f64, Option<f64>)| {
        view! { <tr><th scope="row">{layer_name(layer)}</th>{cell(all)}{units.map(cell)}</tr> }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=t!("inside-known-caption") tabindex="0"><table class="known">
            <caption>{t!("inside-known-caption")}</caption>
            <thead>
                <tr><td></td><th scope="col">{t!("inside-known-all")}</th>{has_units.then(|| view! { <th scope="col">{t!("inside-known-units")}</th> })}</tr>
            </thead>
            <tbody>{known.iter().map(row).collect_view()}</tbody>
        </table></div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_can_be_chosen() {
        let text = include_str!("../../../public/results/inside.json");
        let file: Inside = serde_json::from_str(text).unwrap();
        for modulus in TRAINED_MODULI {
            let (last, orders) = offered(&file, modulus);
            assert!(last > 0 && orders[0] == Order::Residue, "{modulus}");
            for layer in 0..=last {
                for &order in &orders {
                    assert!(
                        of_choice(
                            &file,
                            Choice {
                                modulus,
                                order,
                                layer
                            }
                        )
                        .is_some()
                    );
                }
            }
            assert_eq!(known(&file, modulus).len(), last + 1);
        }
        assert_eq!(offered(&file, 6), (0, vec![]));
    }
}
