//! What one person did with a lesson: where they are, what they foresaw, and what came of it. Own words are apart, because
//! they leave the browser in no form; only what the browser keeps has both.

use serde::{Deserialize, Serialize};

use crate::lesson::Lesson;
use crate::lesson::code::ResultCode;

/// Where somebody stands in a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Progress {
    /// The step that is shown; as many as there are steps: the summary.
    pub step: usize,
    /// One for each step.
    pub answers: Vec<Answer>,
}

/// What came of one step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answer {
    /// Whether a reader has said what they expect, or that they do not.
    pub is_given: bool,
    /// What they expect.
    pub chosen: Option<usize>,
    /// What came, once it is known.
    pub right: Option<usize>,
}

/// What is kept of a lesson between two visits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Kept {
    pub progress: Progress,
    /// Explanations in the reader's own words, one for each step.
    pub own_words: Vec<String>,
}

impl Kept {
    /// Reads what was kept; the start of the lesson where it is not understood or does not fit.
    pub fn read(text: &str, lesson: &Lesson) -> Kept {
        let mut kept: Kept = serde_json::from_str(text).unwrap_or_default();
        kept.own_words.resize(lesson.steps.len(), String::new());
        let progress = kept.progress.fitting(lesson);
        Kept {
            progress: progress.unwrap_or_else(|| Progress::start(lesson)),
            own_words: kept.own_words,
        }
    }
}

impl Progress {
    /// At the start of a lesson.
    pub fn start(lesson: &Lesson) -> Progress {
        Progress {
            step: 0,
            answers: vec![Answer::default(); lesson.steps.len()],
        }
    }

    /// What was kept, where it fits the lesson as it is.
    pub fn fitting(self, lesson: &Lesson) -> Option<Progress> {
        let fits = |(answer, step): (&Answer, &crate::lesson::Step)| {
            let n = step
                .question
                .as_ref()
                .map_or(0, |asked| asked.choices.len());
            let is_one = |choice: Option<usize>| choice.is_none_or(|choice| choice < n);
            is_one(answer.chosen) && is_one(answer.right)
        };
        let is_fine = self.answers.len() == lesson.steps.len()
            && self.step <= lesson.steps.len()
            && self.answers.iter().zip(&lesson.steps).all(fits);
        is_fine.then_some(self)
    }

    /// The answer of a step.
    pub fn answer(&self, step: usize) -> Answer {
        self.answers.get(step).cloned().unwrap_or_default()
    }

    /// Says what is expected of a step, or that nothing is; only the first word counts.
    pub fn predict(&mut self, step: usize, choice: Option<usize>) {
        if let Some(answer) = self.answers.get_mut(step)
            && !answer.is_given
        {
            answer.is_given = true;
            answer.chosen = choice;
        }
    }

    /// Notes what came of a step.
    pub fn come(&mut self, step: usize, right: usize) {
        if let Some(answer) = self.answers.get_mut(step) {
            answer.right = Some(right);
        }
    }

    /// Whether a reader may go on from a step: there is no question, or it is answered.
    pub fn may_leave(&self, lesson: &Lesson, step: usize) -> bool {
        let is_asked = lesson
            .steps
            .get(step)
            .is_some_and(|step| step.question.is_some());
        !is_asked || self.answer(step).is_given
    }

    /// How many questions were foreseen, of how many.
    pub fn foreseen(&self, lesson: &Lesson) -> (usize, usize) {
        let questions = lesson.questions();
        let is_foreseen = |(idx, _): &&(usize, _)| {
            let answer = self.answer(*idx);
            answer.chosen.is_some() && answer.chosen == answer.right
        };
        (
            questions.iter().filter(is_foreseen).count(),
            questions.len(),
        )
    }

    /// The result as a code.
    pub fn code(&self, lesson: &Lesson) -> ResultCode {
        let of = |(idx, _): (usize, _)| {
            let answer = self.answer(idx);
            (answer.chosen, answer.right)
        };
        ResultCode {
            lesson: lesson.id.clone(),
            answers: lesson.questions().into_iter().map(of).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::tests::example;

    #[test]
    fn only_the_first_word_counts() {
        let lesson = example();
        let mut progress = Progress::start(&lesson);
        assert!(!progress.may_leave(&lesson, 0));
        assert!(progress.may_leave(&lesson, 1));
        progress.predict(0, Some(1));
        progress.predict(0, Some(0));
        progress.predict(9, Some(0));
        assert_eq!(progress.answer(0).chosen, Some(1));
        assert!(progress.may_leave(&lesson, 0));
        assert_eq!(progress.foreseen(&lesson), (0, 2));
        progress.come(0, 1);
        assert_eq!(progress.foreseen(&lesson), (1, 2));
        assert_eq!(
            progress.code(&lesson).answers,
            [(Some(1), Some(1)), (None, None)]
        );
    }

    #[test]
    fn a_skipped_question_is_not_foreseen() {
        let lesson = example();
        let mut progress = Progress::start(&lesson);
        progress.predict(0, None);
        progress.come(0, 0);
        assert_eq!(progress.foreseen(&lesson), (0, 2));
        assert!(progress.may_leave(&lesson, 0));
    }

    #[test]
    fn what_was_kept_of_another_lesson_is_dropped() {
        let lesson = example();
        let progress = Progress::start(&lesson);
        assert_eq!(progress.clone().fitting(&lesson), Some(progress.clone()));
        let mut short = progress.clone();
        short.answers.pop();
        assert_eq!(short.fitting(&lesson), None);
        let mut wide = progress.clone();
        wide.answers[0].chosen = Some(5);
        assert_eq!(wide.fitting(&lesson), None);
        let far = Progress {
            step: 17,
            ..progress
        };
        assert_eq!(far.fitting(&lesson), None);
    }
}
