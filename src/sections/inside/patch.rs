//! One run put into another, place by place: which of them the answer hangs on.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::{Problem, Token};

use crate::components::alternatives::shown;
use crate::components::{RunButton, rich};
use crate::inside::{PatchRun, PatchState, digit_places, first_change, large_text};
use crate::plots::heat::heat_class;
use crate::sections::export::TakeAway;
use crate::sections::inside::seen::{layer_name, patch_words};
use crate::sections::provenance::Provenance;
use crate::state::{EngineStatus, LargeView, PageState, RunStatus};
use crate::t;

/// The choice of a digit, the button, and the grid.
#[component]
pub fn Patching(state: PageState) -> impl IntoView {
    let change = RwSignal::new(None::<(usize, u8)>);
    let problem = Memo::new(move |_| state.problem.get());
    Effect::new(move |_| {
        change.set(problem.with(first_change));
        state.forget_patches();
    });
    // A worker that dies takes its patches with it.
    let has_failed = Memo::new(move |_| {
        let failed = |large: &LargeView| matches!(large.status, RunStatus::Failed(_));
        state.large.with(failed)
    });
    Effect::new(move |_| {
        if has_failed.get() {
            state.forget_patches();
        }
    });
    let corrupt = move || {
        let (idx, digit) = change.get()?;
        let problem = problem.get();
        digit_places(&problem).get(idx)?.replaced(&problem, digit)
    };
    let corrupt = Memo::new(move |_| corrupt());
    let places = move || {
        let options = problem.with(digit_places).into_iter().enumerate().map(|(idx, place)| {
            let is_chosen = move || change.get().is_some_and(|(chosen, _)| chosen == idx);
            let name = t!("inside-patch-option", digit = place.digit, place = idx + 1);
            view! { <option value=idx.to_string() selected=is_chosen prop:selected=is_chosen>{name}</option> }
        });
        options.collect_view()
    };
    let digits = move || {
        let place = change
            .get()
            .and_then(|(idx, _)| problem.with(digit_places).get(idx).copied());
        let options = place.into_iter().flat_map(|place| place.others()).map(|digit| {
            let is_chosen = move || change.get().is_some_and(|(_, chosen)| chosen == digit);
            view! { <option value=digit.to_string() selected=is_chosen prop:selected=is_chosen>{digit.to_string()}</option> }
        });
        options.collect_view()
    };
    let choose_place = move |event| {
        let idx = event_target_value(&event).parse::<usize>().ok();
        let place = idx.and_then(|idx| {
            problem
                .with_untracked(digit_places)
                .get(idx)
                .copied()
                .zip(Some(idx))
        });
        if let Some((place, idx)) = place {
            state.forget_patches();
            change.set(place.others().next().map(|digit| (idx, digit)));
        }
    };
    let choose_digit = move |event| {
        if let Ok(digit) = event_target_value(&event).parse::<u8>() {
            state.forget_patches();
            change.update(|change| *change = change.map(|(idx, _)| (idx, digit)));
        }
    };
    let is_running = Signal::derive(move || {
        state.inside.patch.with(|run| {
            run.as_ref()
                .is_some_and(|run| run.state == PatchState::Running)
        })
    });
    let is_ready = Signal::derive(move || {
        state.engine.get() == EngineStatus::Live && corrupt.with(Option::is_some)
    });
    let start = move |()| {
        if let Some(corrupt) = corrupt.get_untracked() {
            state.start_patches(problem.get_untracked(), corrupt);
        }
    };
    let said = move || {
        corrupt.with(|corrupt| {
            let corrupt = corrupt.as_ref()?.to_string();
            let clean = problem.get().to_string();
            let said = t!("inside-patch-runs", clean = clean, corrupt = corrupt);
            Some(rich(&said, |_| None))
        })
    };
    let outcome = move || {
        state
            .inside
            .patch
            .with(|run| run.as_ref().map(outcome_view))
    };
    let name = move || {
        state
            .inside
            .patch
            .with(|run| run.as_ref().map_or("none", |run| run.state.name()))
    };
    let is_done = Signal::derive(move || {
        state.inside.patch.with(|run| {
            run.as_ref()
                .is_some_and(|run| matches!(run.state, PatchState::Done(_)))
        })
    });
    view! {
        <figure class="inside-figure large" data-part="patching" aria-labelledby="patching-title" data-state=name data-export="patching">
            <div class="live-form">
                <label>
                    {t!("inside-patch-place")}
                    <select class="field" data-part="patch-place" on:change=choose_place>{places}</select>
                </label>
                <label>{t!("inside-patch-digit")} <select class="field" data-part="patch-digit" on:change=choose_digit>{digits}</select></label>
                <RunButton
                    is_under_way=is_running
                    is_ready
                    parts=("patch-run", "patch-cancel")
                    label=t!("inside-patch-run")
                    on_run=Callback::new(start)
                    on_cancel=Callback::new(move |()| state.forget_patches())
                />
            </div>
            <p class="muted">{said}</p>
            {outcome}
    <Provenance state file="" command=t!("inside-patch-again") arms=&[(Size::Large, "direct")] />
            <TakeAway state name="patching" is_there=is_done />
        </figure>
    }
    .into_any()
}

fn outcome_view(run: &PatchRun) -> AnyView {
    match &run.state {
        PatchState::Running => view! { <p class="muted" role="status">{t!("inside-patch-reading")}</p> }.into_any(),
        PatchState::Failed(reason) => {
            view! { <p role="status" data-part="patch-failure">{t!("inside-patch-failed", reason = reason.as_str())}</p> }.into_any()
        }
        PatchState::Done(patched) => {
            let clean = large_text(&run.clean);
            let said = rich(&patch_words(patched, &clean), |_| None);
            let heads = heads(&run.clean, &run.corrupt);
            let row = |(layer, restored): (usize, &Vec<f32>)| {
                let name = layer_name(layer);
                let cell = |share: &f32| {
                    let class = heat_class(f64::from(*share));
                    view! { <td data-restored=share.to_string()><span class=class><b>{per_cent(*share)}</b></span></td> }
                };
                view! { <tr data-layer=layer.to_string()><th scope="row">{name}</th>{restored.iter().map(cell).collect_view()}</tr> }
            };
            let rows = patched.restored.iter().enumerate().map(row).collect_view();
            view! {
                <p role="status" data-part="patch-words">{said}</p>
                <p class="muted">{t!("inside-patch-note", none = per_cent(0.0), all = per_cent(1.0))}</p>
                <div class="table-scroll" role="region" aria-label=t!("inside-patch-table") tabindex="0">
                    <table class="patch-grid">
                        <thead><tr><td></td>{heads.into_iter().map(|head| view! { <th scope="col">{rich(&head, |_| None)}</th> }).collect_view()}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any()
        }
    }
}

/// A share as a whole number of per cent, with a sign where it is below nought.
fn per_cent(share: f32) -> String {
    let rounded = (share * 100.0).round();
    match rounded < 0.0 {
        true => format!("\u{2212}{}", -rounded),
        // Minus nought is nought.
        false => format!("{}", rounded.abs()),
    }
}

/// The tokens over the columns, with marks; both where they differ.
fn heads(clean: &Problem, corrupt: &Problem) -> Vec<String> {
    let pair = |(clean, corrupt): (Token, Token)| match clean == corrupt {
        true => format!("<raw>{}</raw>", shown(clean)),
        false => t!(
            "inside-patch-for",
            clean = shown(clean),
            corrupt = shown(corrupt)
        ),
    };
    large_text(clean)
        .into_iter()
        .zip(large_text(corrupt))
        .map(pair)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::markup::plain;

    #[test]
    fn cells_are_whole_numbers() {
        let said = [1.034, 0.0, -0.001, -0.05].map(per_cent);
        assert_eq!(said, ["103", "0", "0", "\u{2212}5"]);
    }

    #[test]
    fn columns_name_what_was_changed() {
        let problem = |text: &str| text.parse::<Problem>().unwrap();
        let found = heads(&problem("67 × 9 mod 7"), &problem("61 × 9 mod 7"));
        let found: Vec<String> = found.iter().map(|head| plain(head)).collect();
        assert_eq!(
            found,
            [
                "<problem>",
                "6",
                "7 for 1",
                "×",
                "9",
                "%",
                "7",
                "?",
                "answer"
            ]
        );
    }
}
