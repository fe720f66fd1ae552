//! What a teacher, or a step of a lesson, has fixed or left out.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::PageState;
use crate::query::Control;

/// What a step that is not free leaves out: it has chosen already.
const FIXED: [Control; 5] = [
    Control::Problem,
    Control::Presets,
    Control::Sampling,
    Control::Changes,
    Control::Exports,
];

impl PageState {
    /// Whether the problem and the models are fixed.
    pub fn is_locked(self) -> bool {
        let by_link = self.query.with(|query| query.lock);
        by_link || self.with_step(|step| !step.free).unwrap_or(false)
    }

    /// The controls that are left out.
    pub fn hidden_controls(self) -> BTreeSet<Control> {
        let mut hidden = self.query.with(|query| query.hide.clone());
        if let Some((is_free, of_step)) = self.with_step(|step| (step.free, step.hidden())) {
            hidden.extend(of_step);
            // The questions of the figures would come on top of those of the lesson.
            hidden.insert(Control::Guesses);
            if !is_free {
                hidden.extend(FIXED);
            }
        }
        hidden
    }

    /// Whether figures show what came without a guess: the questions are left out.
    pub fn needs_no_guess(self) -> bool {
        self.slide.with(Option::is_some) || self.hidden_controls().contains(&Control::Guesses)
    }

    /// The names of the controls that are left out, for an attribute.
    pub fn hidden_names(self) -> String {
        let hidden = self.hidden_controls();
        let names: Vec<&str> = hidden.iter().map(|control| control.name()).collect();
        names.join(" ")
    }
}
