//! Failures in the place of what is missing: in its card, or once above both cards where both lack the same thing.

use leptos::prelude::*;

use crate::components::Notice;
use crate::state::{EngineStatus, Failure, LargeView, PageState, RunStatus};

fn of_run(status: RunStatus) -> Option<Failure> {
    match status {
        RunStatus::Failed(failure) => Some(failure),
        _ => None,
    }
}

/// What keeps the large card from its result, where the small one does not lack the same.
pub(super) fn large_failure(state: PageState) -> Option<Failure> {
    let failure = of_run(state.large.with(|large: &LargeView| large.status.clone()))?;
    (shared_failure(state).as_ref() != Some(&failure)).then_some(failure)
}

/// What keeps the small card from its result, where the large one does not lack the same.
pub(super) fn small_failure(state: PageState) -> Option<Failure> {
    let failure = of_run(state.small_status.get())?;
    (shared_failure(state).as_ref() != Some(&failure)).then_some(failure)
}

/// What keeps both cards from their results.
pub(super) fn shared_failure(state: PageState) -> Option<Failure> {
    if let EngineStatus::Failed(failure) = state.engine.get() {
        return Some(failure);
    }
    let large = of_run(state.large.with(|large| large.status.clone()))?;
    (of_run(state.small_status.get()).as_ref() == Some(&large)).then_some(large)
}

/// A failure with its retry, if there is one.
pub(super) fn notice(state: PageState, failure: Option<Failure>) -> Option<impl IntoView> {
    let failure = failure?;
    let on_retry = failure.can_retry.then(|| Callback::new(move |()| state.retry()));
    Some(view! { <Notice message=failure.message kind=failure.cause.name() on_retry on_dismiss=None /> })
}
