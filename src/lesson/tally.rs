//! What a class foresaw, counted from the codes that were pasted, a line each. No server takes part.

use std::collections::HashSet;

use crate::lesson::Lesson;
use crate::lesson::code::{BadCode, ResultCode};

/// The counts of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTally {
    /// The step that asks it, from 0.
    pub step: usize,
    /// How often each answer was chosen.
    pub chosen: Vec<usize>,
    /// How often none was.
    pub skipped: usize,
    /// Which answer was right, by most of the codes that say so.
    pub right: Option<usize>,
}

/// Why a line is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It has not the form of a code.
    Form,
    /// A letter of it was lost or changed.
    Sum,
    /// It is of another lesson.
    Lesson,
    /// It has another number of questions: of another version of the page.
    Length,
}

/// A class.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many codes are counted.
    pub n: usize,
    /// Codes that are equal to an earlier one: they count too, because equal answers have equal codes.
    pub n_equal: usize,
    pub questions: Vec<QuestionTally>,
    /// Lines that are not counted, by their number from 1.
    pub faults: Vec<(usize, String, Fault)>,
}

/// The lesson of the first line that is a code.
pub fn lesson_of(text: &str) -> Option<String> {
    let codes = text.lines().filter_map(|line| ResultCode::parse(line).ok());
    codes.map(|code| code.lesson).next()
}

impl Tally {
    /// Counts what stands in the lines.
    pub fn of(text: &str, lesson: &Lesson) -> Tally {
        let asked = lesson.questions();
        let blank = |(step, question): &(usize, &crate::lesson::Question)| QuestionTally {
            step: *step,
            chosen: vec![0; question.choices.len()],
            skipped: 0,
            right: None,
        };
        let mut tally = Tally {
            questions: asked.iter().map(blank).collect(),
            ..Tally::default()
        };
        let mut counted: Vec<ResultCode> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for (idx, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let fault = match ResultCode::parse(line) {
                Err(BadCode::Form) => Fault::Form,
                Err(BadCode::Sum) => Fault::Sum,
                Ok(code) if code.lesson != lesson.id => Fault::Lesson,
                Ok(code) if !fits(&code, &tally) => Fault::Length,
                Ok(code) => {
                    tally.n_equal += usize::from(!seen.insert(code.render()));
                    counted.push(code);
                    continue;
                }
            };
            let shown: String = line.trim().chars().take(60).collect();
            tally.faults.push((idx + 1, shown, fault));
        }
        tally.count(&counted);
        tally
    }

    fn count(&mut self, codes: &[ResultCode]) {
        self.n = codes.len();
        for (idx, question) in self.questions.iter_mut().enumerate() {
            let mut rights = vec![0; question.chosen.len()];
            for (chosen, right) in codes.iter().map(|code| code.answers[idx]) {
                match chosen {
                    Some(choice) => question.chosen[choice] += 1,
                    None => question.skipped += 1,
                }
                if let Some(right) = right {
                    rights[right] += 1;
                }
            }
            let most = rights.iter().copied().max().filter(|most| *most > 0);
            question.right = most.and_then(|most| rights.iter().position(|n| *n == most));
        }
    }

    /// The counts as CSV, a line for each answer.
    pub fn csv(&self, lesson: &Lesson, language: &str) -> String {
        let mut text = "step,question,answer,chosen,of,right\n".to_owned();
        for (tally, (_, question)) in self.questions.iter().zip(lesson.questions()) {
            let ask = quoted(question.ask.in_language(language));
            let mut line = |answer: &str, n: usize, right: &str| {
                let answer = quoted(answer);
                text.push_str(&format!(
                    "{},{ask},{answer},{n},{},{right}\n",
                    tally.step + 1,
                    self.n
                ));
            };
            for (idx, (choice, n)) in question.choices.iter().zip(&tally.chosen).enumerate() {
                let is_right = tally.right.map(|right| (right == idx).to_string());
                line(
                    choice.says.in_language(language),
                    *n,
                    &is_right.unwrap_or_default(),
                );
            }
            line("", tally.skipped, "");
        }
        text
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Whether a code is about as many questions with as many answers.
fn fits(code: &ResultCode, tally: &Tally) -> bool {
    let is_one = |choice: Option<usize>, n: usize| choice.is_none_or(|choice| choice < n);
    code.answers.len() == tally.questions.len()
        && code
            .answers
            .iter()
            .zip(&tally.questions)
            .all(|(answer, question)| {
                let n = question.chosen.len();
                is_one(answer.0, n) && is_one(answer.1, n)
            })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::tests::example;

    fn code(lesson: &str, answers: &[(usize, usize)]) -> String {
        let answer = |&(chosen, right): &(usize, usize)| (chosen.checked_sub(1), Some(right));
        ResultCode {
            lesson: lesson.into(),
            answers: answers.iter().map(answer).collect(),
        }
        .render()
    }

    #[test]
    fn codes_are_counted_and_bad_ones_are_named() {
        let lesson = example();
        let good = code("example", &[(1, 1), (2, 0)]);
        let other = code("example", &[(2, 1), (0, 0)]);
        let text = format!(
            "{good}\n\n{other}\n{good}\nnonsense\n{}\n{}\n{}",
            good.replace("12", "22"),
            code("follows", &[(1, 1)]),
            code("example", &[(1, 1)]),
        );
        let tally = Tally::of(&text, &lesson);
        assert_eq!((tally.n, tally.n_equal), (3, 1));
        assert_eq!(tally.questions[0].chosen, [2, 1]);
        assert_eq!(tally.questions[0].right, Some(1));
        assert_eq!(tally.questions[1].chosen, [0, 2]);
        assert_eq!(
            (tally.questions[1].skipped, tally.questions[1].right),
            (1, Some(0))
        );
        let faults: Vec<(usize, Fault)> = tally.faults.iter().map(|it| (it.0, it.2)).collect();
        assert_eq!(
            faults,
            [
                (5, Fault::Form),
                (6, Fault::Sum),
                (7, Fault::Lesson),
                (8, Fault::Length)
            ]
        );
        assert_eq!(lesson_of(&text), Some("example".into()));
        let csv = tally.csv(&lesson, "en");
        assert_eq!(csv.lines().count(), 1 + 3 + 3);
        assert!(
            csv.contains("1,\"Q \"\"one\"\"?\",\"no\",1,3,true"),
            "{csv}"
        );
    }

    #[test]
    fn nothing_is_counted_of_nothing() {
        let tally = Tally::of("", &example());
        assert_eq!((tally.n, tally.faults.len()), (0, 0));
        assert_eq!(tally.questions[0].right, None);
        assert_eq!(lesson_of("x"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_counting_fail(text in "(\\PC*|syw1-example-[0-9]{2}-[0-9]{2}-[0-9a-z]{4}|\n){0,5}") {
            Tally::of(&text, &example());
        }
    }
}
