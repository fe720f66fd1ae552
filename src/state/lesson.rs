//! The lesson that the address asks for: its file, where the reader stands, and what they wrote in their own words, which is kept
//! on this machine only.

use leptos::prelude::*;

use super::figures::{fetch, has_failed, is_unasked};
use super::storage::{store, stored};
use super::{Arrival, PageState, RunStatus};
use crate::assets::{self, Cached};
use crate::lesson::facts::{Facts, Quantity, Run};
use crate::lesson::progress::{Kept, Progress};
use crate::lesson::{Lesson, Step};
use crate::query::Figure;
use crate::settings::Settings;

/// What is shown of a lesson.
#[derive(Clone, Copy)]
pub struct Lessons {
    pub file: RwSignal<Arrival<Lesson>>,
    pub progress: RwSignal<Progress>,
    /// Explanations in the reader's own words, one for each step.
    pub own_words: RwSignal<Vec<String>>,
}

impl Lessons {
    pub(super) fn new() -> Lessons {
        Lessons {
            file: RwSignal::new(Arrival::Unasked),
            progress: RwSignal::new(Progress::default()),
            own_words: RwSignal::new(Vec::new()),
        }
    }
}

fn key(lesson: &str) -> String {
    format!("lesson-{lesson}")
}

impl PageState {
    /// Asks for the lesson of the address, unless that was done before.
    pub fn want_lesson(self) {
        if is_unasked(self.lessons.file) {
            self.fetch_lesson(Cached::Allowed);
        }
    }

    fn fetch_lesson(self, cached: Cached) {
        let id = self
            .query
            .with_untracked(|query| query.lesson.clone().or(query.worksheet.clone()));
        if let Some(id) = id {
            let file = async move { assets::lesson(&id, cached).await };
            fetch(self.lessons.file, "The lesson", file);
        }
    }

    pub(super) fn retry_lesson(self) {
        if has_failed(self.lessons.file) {
            self.fetch_lesson(Cached::Refused);
        }
    }

    /// Begins where the reader stood at the last visit, or at the start.
    pub fn begin_lesson(self, lesson: &Lesson) {
        let kept = stored(&key(&lesson.id));
        let kept = Kept::read(kept.as_deref().unwrap_or_default(), lesson);
        self.lessons.own_words.set(kept.own_words);
        self.lessons.progress.set(kept.progress);
        self.show_step();
    }

    /// Forgets what was foreseen and written, and begins anew.
    pub fn restart_lesson(self) {
        let lesson = self
            .lessons
            .file
            .with_untracked(|file| file.here().cloned());
        if let Some(lesson) = lesson {
            store(&key(&lesson.id), "");
            self.begin_lesson(&lesson);
        }
    }

    /// Shows another step; the one after the last is the summary.
    pub fn go_to_step(self, step: usize) {
        let n = self
            .lessons
            .file
            .with_untracked(|file| file.here().map_or(0, |lesson| lesson.steps.len()));
        self.lessons
            .progress
            .update(|progress| progress.step = step.min(n));
        self.show_step();
        self.keep_lesson();
    }

    /// Takes what the reader expects of the step that is shown; `None`: nothing. Then the step is run.
    pub fn predict(self, choice: Option<usize>) {
        self.lessons.progress.update(|progress| {
            let step = progress.step;
            progress.predict(step, choice);
        });
        self.show_step();
        self.keep_lesson();
    }

    /// Notes what came of the step that is shown, once it is known.
    pub fn note_what_came(self) {
        // Not before somebody has said what they expect.
        if !self.is_step_open() {
            return;
        }
        let step = self.lessons.progress.with(|progress| progress.step);
        let came = self.with_step(|step| self.right(step)).flatten();
        let known = self
            .lessons
            .progress
            .with_untracked(|progress| progress.answer(step).right);
        if let Some(right) = came.filter(|right| known != Some(*right)) {
            self.lessons
                .progress
                .update(|progress| progress.come(step, right));
            self.keep_lesson();
        }
    }

    /// Keeps an explanation.
    pub fn explain_step(self, step: usize, text: String) {
        self.lessons.own_words.update(|words| {
            if let Some(place) = words.get_mut(step) {
                *place = text;
            }
        });
        self.keep_lesson();
    }

    /// Something of the step that is shown; nothing at the summary, or while there is no lesson.
    pub fn with_step<T>(self, read: impl FnOnce(&Step) -> T) -> Option<T> {
        let step = self.lessons.progress.with(|progress| progress.step);
        self.lessons
            .file
            .with(|file| file.here()?.steps.get(step).map(read))
    }

    /// Whether the figure of the step may show everything: there is no question, or it is answered.
    pub fn is_step_open(self) -> bool {
        let has_question = self.with_step(|step| step.question.is_some());
        let step = self.lessons.progress.with(|progress| progress.step);
        let is_given = self
            .lessons
            .progress
            .with(|progress| progress.answer(step).is_given);
        has_question.is_some_and(|has_question| !has_question || is_given)
    }

    /// Which answer is right, as far as it can be known now.
    fn right(self, step: &Step) -> Option<usize> {
        let question = step.question.as_ref()?;
        let run = match question.of.is_of_run() {
            true => Some(self.run_for(&step.after())?),
            false => None,
        };
        self.plane.file.with(|plane| {
            self.debate.file.with(|debate| {
                question.right(&Facts {
                    run: run.as_ref(),
                    plane: plane.here(),
                    debate: debate.here(),
                })
            })
        })
    }

    /// The run on the page, once it is that of some settings and has ended.
    pub(super) fn run_for(self, wanted: &Settings) -> Option<Run> {
        let has_ended =
            |status: &RunStatus| matches!(status, RunStatus::Done | RunStatus::Recorded);
        let chosen = self.settings();
        let large_ended = self.large.with(|large| has_ended(&large.status));
        let is_that = wanted.problem == chosen.problem
            && (&wanted.model, wanted.seed) == (&chosen.model, chosen.seed)
            && wanted.temperature == chosen.temperature
            && wanted.edit == chosen.edit;
        if !is_that || !large_ended || !has_ended(&self.small_status.get()) {
            return None;
        }
        let response = self
            .edit
            .with(|edit| edit.as_ref().map(|edit| edit.response));
        let large = self.large.with(super::LargeView::answer);
        let run = self
            .original
            .with(|small| Run::of(&wanted.problem, large, small));
        // An edit that has not been judged yet is no result.
        match response {
            Some(None) => None,
            judged => Some(Run {
                response: judged.flatten(),
                ..run
            }),
        }
    }

    /// Puts the page into the state of the step, and asks for what decides its question.
    fn show_step(self) {
        let is_open = untrack(|| self.is_step_open());
        let step = untrack(|| self.with_step(Clone::clone));
        let Some(step) = step else { return };
        self.take_settings(match is_open {
            true => step.after(),
            false => step.before(),
        });
        match step.question.as_ref().map(|question| question.of) {
            Some(Quantity::Share(_) | Quantity::More(..)) => self.want_plane(),
            Some(Quantity::Verdict(_)) => self.want_debate(),
            _ => {}
        }
        if let Figure::Claim(id) = step.figure() {
            self.choose_claim(id);
        }
    }

    fn keep_lesson(self) {
        let id = self
            .lessons
            .file
            .with_untracked(|file| file.here().map(|lesson| lesson.id.clone()));
        let kept = Kept {
            progress: self.lessons.progress.get_untracked(),
            own_words: self.lessons.own_words.get_untracked(),
        };
        if let (Some(id), Ok(text)) = (id, serde_json::to_string(&kept)) {
            store(&key(&id), &text);
        }
    }
}
