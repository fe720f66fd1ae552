//! Failures in the place of what is missing: in its card, or once above both cards where both lack the same thing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Notice, keep_place};
use crate::state::{Arrival, EngineStatus, Failure, LargeView, PageState, RunStatus};
use crate::turn::turn;

fn of_run(status: RunStatus) -> Option<Failure> {
    match status {
        RunStatus::Failed(failure) => Some(failure),
        _ => None,
    }
}

/// What keeps the large card from its result, where the small one does not lack the same.
pub(in crate::sections) fn large_failure(state: PageState) -> Option<Failure> {
    let failure = of_run(state.large.with(|large: &LargeView| large.status.clone()))?;
    (shared_failure(state).as_ref() != Some(&failure)).then_some(failure)
}

/// What keeps the small card from its result, where the large one does not lack the same.
pub(in crate::sections) fn small_failure(state: PageState) -> Option<Failure> {
    let failure = of_run(state.small_status.get())?;
    (shared_failure(state).as_ref() != Some(&failure)).then_some(failure)
}

/// What keeps both cards from their results, or what ails the engine where no card says it.
pub(in crate::sections) fn shared_failure(state: PageState) -> Option<Failure> {
    let engine = match state.engine.get() {
        EngineStatus::Failed(failure) => Some(failure),
        _ => None,
    };
    shared(
        of_run(state.large.with(|large| large.status.clone())),
        of_run(state.small_status.get()),
        engine,
    )
}

fn shared(
    large: Option<Failure>,
    small: Option<Failure>,
    engine: Option<Failure>,
) -> Option<Failure> {
    if large.is_some() && large == small {
        return large;
    }
    engine.filter(|engine| large.as_ref() != Some(engine) && small.as_ref() != Some(engine))
}

/// A figure once its file is here; until then its place, with the failure where the file did not arrive.
pub(in crate::sections) fn once_here<T: Send + Sync + 'static>(
    state: PageState,
    arrival: RwSignal<Arrival<T>>,
    figure: fn(PageState) -> AnyView,
) -> impl Fn() -> AnyView + Clone + Send {
    // While another file comes in the place of one, its figure stays, with the choice that asked for it and the focus.
    let is_here = Memo::new(move |was_here: Option<&bool>| {
        arrival.with(|arrival| match arrival {
            Arrival::UnderWay => was_here == Some(&true),
            arrival => arrival.here().is_some(),
        })
    });
    let has_arrived = in_its_turn(move || is_here.get());
    let place = move || notice(state, arrival.with(Arrival::failure));
    move || match has_arrived.get() {
        true => figure(state),
        false => view! { <div class="figure-place">{place}</div> }.into_any(),
    }
}

/// Follows `is_here` in a task of its own: several figures may wait for one file, and are then drawn one after the other.
pub(in crate::sections) fn in_its_turn(is_here: impl Fn() -> bool + 'static) -> ReadSignal<bool> {
    let (is_shown, show) = signal(untrack(&is_here));
    let following = StoredValue::new(Following::new(is_shown.get_untracked()));
    Effect::new(move |_| {
        let is_here = is_here();
        if following.try_update_value(|following| following.turn_to(is_here)) == Some(true) {
            spawn_local(async move {
                turn().await;
                // Nobody may be there any more to be shown it.
                let due = following.try_update_value(Following::catch_up).flatten();
                if let Some(is_here) = due {
                    keep_place();
                    let _ = show.try_set(is_here);
                }
            });
        }
    });
    is_shown
}

/// What follows something later. In between it may change again, and back.
struct Following {
    wanted: bool,
    shown: bool,
    is_under_way: bool,
}

impl Following {
    fn new(shown: bool) -> Self {
        Self {
            wanted: shown,
            shown,
            is_under_way: false,
        }
    }

    /// Whether somebody has to be sent to catch up.
    fn turn_to(&mut self, wanted: bool) -> bool {
        self.wanted = wanted;
        wanted != self.shown && !std::mem::replace(&mut self.is_under_way, true)
    }

    /// What is to be shown instead, if anything, as things stand now.
    fn catch_up(&mut self) -> Option<bool> {
        self.is_under_way = false;
        let was_shown = std::mem::replace(&mut self.shown, self.wanted);
        (was_shown != self.shown).then_some(self.shown)
    }
}

/// A failure with its retry, if there is one.
pub(in crate::sections) fn notice(
    state: PageState,
    failure: Option<Failure>,
) -> Option<impl IntoView> {
    let failure = failure?;
    let on_retry = failure
        .can_retry
        .then(|| Callback::new(move |()| state.retry()));
    Some(
        view! { <Notice message=failure.message kind=failure.cause.name() on_retry on_dismiss=None /> },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Cause;

    /// A figure whose model has read another text before the place was put up stays, and does not wait for ever.
    #[test]
    fn what_follows_later_ends_where_the_other_is() {
        // What it turns to, one after the other, before anybody catches up; and what is shown then.
        let check = |shown: bool, turns: &[bool], n_sent: usize, then: Option<bool>| {
            let mut following = Following::new(shown);
            let sent = turns.iter().filter(|to| following.turn_to(**to)).count();
            assert_eq!(sent, n_sent, "{shown} {turns:?}");
            let due = (n_sent > 0).then(|| following.catch_up()).flatten();
            assert_eq!(due, then, "{shown} {turns:?}");
            let ends = *turns.last().unwrap_or(&shown);
            assert_eq!(following.shown, ends, "{shown} {turns:?}");
            // It goes on from there.
            assert!(following.turn_to(!ends));
            assert_eq!(following.catch_up(), Some(!ends));
        };
        check(false, &[], 0, None);
        check(false, &[false], 0, None);
        check(false, &[true], 1, Some(true));
        check(true, &[false], 1, Some(false));
        check(true, &[false, true], 1, None);
        check(true, &[false, true, false], 1, Some(false));
    }

    #[test]
    fn each_failure_is_said_once_and_in_its_place() {
        let failure = |message: &str| {
            Some(Failure {
                cause: Cause::Model,
                message: message.into(),
                can_retry: true,
            })
        };
        let (one, other) = (failure("one"), failure("other"));
        assert_eq!(shared(one.clone(), one.clone(), one.clone()), one);
        assert_eq!(shared(None, one.clone(), one.clone()), None);
        assert_eq!(shared(one.clone(), other.clone(), None), None);
        assert_eq!(shared(None, None, one.clone()), one);
        assert_eq!(shared(None, None, None), None);
    }
}
