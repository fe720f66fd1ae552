//! The presentation: one figure, or one step of a lesson, at a time.

use leptos::prelude::*;

use super::{PageState, Theme};
use crate::lesson::slides::{Slide, Stride, slides};

impl PageState {
    /// Begins to present, in colours for a wall.
    pub fn present(self) {
        self.slide.set(Some(0));
        self.theme.set(Theme::Projector);
    }

    /// The place among the slides; a lesson is shown where it stands.
    pub fn slide_idx(self) -> Option<usize> {
        let at = self.slide.get()?;
        Some(match self.query.with(|query| query.lesson.is_some()) {
            true => self.lessons.progress.with(|progress| progress.step),
            false => at,
        })
    }

    /// What the presentation goes through.
    pub fn slides(self) -> Vec<Slide> {
        let is_lesson = self.query.with(|query| query.lesson.is_some());
        let n_steps = self
            .lessons
            .file
            .with(|file| file.here().map(|lesson| lesson.steps.len()));
        slides(is_lesson.then(|| n_steps.unwrap_or(0)))
    }

    /// Goes to another slide, or ends the presentation.
    pub fn stride(self, stride: Stride) {
        let (n, at) = untrack(|| (self.slides().len(), self.slide_idx()));
        let Some(at) = at else { return };
        let is_lesson = self.query.with_untracked(|query| query.lesson.is_some());
        match stride.from(at, n) {
            Some(to) if to == at => {}
            Some(to) if is_lesson => self.go_to_step(to),
            Some(to) => self.slide.set(Some(to)),
            None => {
                self.slide.set(None);
                self.leave_wall();
            }
        }
    }

    /// Back to the colours that the reader has chosen.
    fn leave_wall(self) {
        let given = self.query.with_untracked(|query| query.theme);
        self.theme
            .set(given.or_else(|| self.stored_theme()).unwrap_or(Theme::Auto));
    }
}
