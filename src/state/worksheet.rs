//! The runs behind a worksheet and its key: problem by problem, then step by step, by the models of the page.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::vocabulary::text_of;

use super::PageState;
use crate::lesson::Lesson;
use crate::lesson::facts::Run;
use crate::settings::Settings;

/// What came of one problem, or of one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRun {
    pub run: Run,
    /// What GPT small wrote, before anything was altered.
    pub notes: String,
}

/// What has to run for a lesson's sheet: its problems, then the steps that ask about a run.
pub fn sheet_settings(lesson: &Lesson) -> Vec<Settings> {
    let of_problem = |text: &String| {
        Some(Settings {
            problem: text.parse().ok()?,
            ..Settings::default()
        })
    };
    let problems = lesson.problems.iter().filter_map(of_problem);
    let asked = lesson.questions().into_iter();
    let of_run = asked.filter(|(_, question)| question.of.is_of_run());
    problems
        .chain(of_run.map(|(step, _)| lesson.steps[step].after()))
        .collect()
}

impl PageState {
    /// Notes the run that has ended, and begins the next one. Called whenever something on the page has changed.
    pub fn go_on_with_sheet(self) {
        let n_done = self.sheet.with(Vec::len);
        let next = self.lessons.file.with(|file| {
            file.here()
                .and_then(|lesson| sheet_settings(lesson).get(n_done).cloned())
        });
        let Some(next) = next else { return };
        match self.run_for(&next) {
            Some(run) => {
                let written: Vec<Token> = self.original.with_untracked(|small| small.tokens());
                let notes = text_of(&written);
                self.sheet
                    .update(|sheet| sheet.push(SheetRun { run, notes }));
            }
            None => {
                if untrack(|| self.settings()) != next {
                    untrack(|| self.take_settings(next));
                }
            }
        }
    }
}
