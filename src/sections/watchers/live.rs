//! A monitor at work: a chain, statement by statement, with what the monitor and the step checker say of it; a reader chooses whose
//! chain it is and spoils a step.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::vocabulary::text_of;

use crate::components::format::probability;
use crate::components::rich;
use crate::locale::yes_or_no;
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;
use crate::watching::{Author, Judged, Watching};

/// From this probability on, the monitor takes a statement to be sound.
const SOUND: f64 = 0.5;

/// The figure. It runs again whenever the problem, the author or the alteration changes.
#[component]
pub fn Live(state: PageState) -> impl IntoView {
    Effect::new(move |_| state.watch());
    let choices = Author::ALL.map(|author| {
        let is_chosen = move || state.watchers.author.get() == author;
        view! {
            <button
                type="button"
                class="chip"
                data-part=format!("watch-{}", author.arm())
                aria-pressed=move || is_chosen().to_string()
                on:click=move |_| state.watch_author(author)
            >
                {author.label()}
            </button>
        }
    });
    let rows = move || {
        state.watchers.watching.with(|watching| match watching {
            Some(watching) => rows(state, watching).into_any(),
            None => view! { <p class="waiting">{t!("watchers-not-yet")}</p> }.into_any(),
        })
    };
    view! {
        <figure class="watch-figure" data-part="watch-figure" aria-label=t!("watchers-live")>
            <div class="chip-row" role="group" aria-label=t!("watchers-whose")>{choices}</div>
            {rows}
            <figcaption>{t!("watchers-live-caption")}</figcaption>
    <Provenance state file="" command=t!("watchers-again-author") arms=&[(Size::Small, "monitor")] />
        </figure>
    }
}

fn rows(state: PageState, watching: &Watching) -> impl IntoView + use<> {
    let rows = watching.judged.iter().map(|judged| {
        let text = text_of(&watching.chain[judged.span.clone()]);
        row(state, judged, text, watching.altered)
    });
    let on_problem = t!(
        "watchers-on-problem",
        author = watching.author.label(),
        problem = watching.problem.to_string()
    );
    view! {
        <p class="watch-problem">{rich(&on_problem, |_| None)}</p>
        <ol class="watch-rows" data-part="watch-rows">{rows.collect_view()}</ol>
        <p role="status" data-part="watch-verdict">{verdict(watching)}</p>
    }
}

fn row(
    state: PageState,
    judged: &Judged,
    text: String,
    altered: Option<usize>,
) -> impl IntoView + use<> {
    let monitor = judged.monitor.map(|prob| {
        let says = t!(
            "watchers-says",
            is_sound = yes_or_no(prob >= SOUND),
            probability = probability(prob as f32)
        );
        let width = format!("{:.0}", 100.0 * prob.clamp(0.0, 1.0));
        view! {
            <svg class="watch-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="watch-track" width="100" height="8" />
                <rect class="watch-fill" width=width height="8" />
            </svg>
            <span class="watch-number" data-part="watch-number">{says}</span>
        }
    });
    let checker = t!("watchers-checker", is_sound = yes_or_no(judged.is_sound));
    let spoil = judged.step.map(|step| {
        let is_altered = altered == Some(step);
        let (name, label) = match is_altered {
            true => (
                t!("watchers-undo"),
                t!("watchers-undo-step", step = step + 1),
            ),
            false => (
                t!("watchers-spoil"),
                t!("watchers-spoil-step", step = step + 1),
            ),
        };
        view! {
            <button
                type="button"
                class="chip"
                data-part=format!("spoil-{step}")
                aria-pressed=is_altered.to_string()
                aria-label=label
                on:click=move |_| state.alter_watched(step)
            >
                {name}
            </button>
        }
    });
    view! {
        <li class="watch-row" data-sound=judged.is_sound.to_string()>
            <span class="watch-text" translate="no">{text}</span>
            <span class="watch-says">{monitor}</span>
            <span class="watch-checker">{checker}</span>
            <span class="watch-spoil">{spoil}</span>
        </li>
    }
}

/// What the two say of the whole.
fn verdict(watching: &Watching) -> String {
    let least = watching.judged.iter().filter_map(|judged| judged.monitor);
    let monitor = least.reduce(f64::min).is_some_and(|least| least >= SOUND);
    let checker =
        !watching.judged.is_empty() && watching.judged.iter().all(|judged| judged.is_sound);
    match monitor == checker {
        true => t!("watchers-agree", passes = yes_or_no(monitor)),
        false => t!("watchers-disagree", monitor_passes = yes_or_no(monitor)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::Token;

    fn watching(places: &[(bool, Option<f64>)]) -> Watching {
        let judged = places.iter().map(|&(is_sound, monitor)| Judged {
            span: 0..1,
            step: None,
            is_sound,
            monitor,
        });
        Watching {
            author: Author::Reasoner,
            problem: "3 × 4 mod 7".parse().unwrap(),
            chain: vec![Token::STOP],
            altered: None,
            judged: judged.collect(),
        }
    }

    #[test]
    fn two_judges_agree_or_not() {
        let said = |places: &[(bool, Option<f64>)]| verdict(&watching(places));
        assert_eq!(
            said(&[(true, Some(0.9)), (true, Some(0.6))]),
            "Both agree: the notes pass."
        );
        assert_eq!(
            said(&[(true, Some(0.9)), (false, Some(0.1))]),
            "Both agree: the notes do not pass."
        );
        assert_eq!(
            said(&[(true, Some(0.9)), (false, Some(0.8))]),
            "They disagree: the notes pass the monitor and do not pass the checker."
        );
        assert_eq!(said(&[]), "Both agree: the notes do not pass.");
    }
}
