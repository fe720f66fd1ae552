//! What the page is and how its experiment stands, in a few sentences before all else, for those who hear the page; and what
//! is told to them when a run has ended. After PhET's screen summaries: what this is, how it stands, what to do.

use leptos::prelude::*;
use syw_core::Problem;

use crate::completion::verdict;
use crate::components::Heard;
use crate::state::{EngineStatus, PageState, RunStatus};
use crate::t;

/// How one model stands.
#[derive(Debug, Clone, PartialEq)]
enum Standing {
    Pending,
    Failed,
    /// It has ended; `None` where no number was to be read.
    Ended(Option<i64>),
}

/// All that the summary is made of.
#[derive(Debug, Clone, PartialEq)]
struct Situation {
    problem: Problem,
    large: Standing,
    small: Standing,
    /// How many steps there are in the notes.
    n_steps: usize,
    /// What was changed, and what came of it; empty while that is not known.
    edit: Option<(String, String)>,
}

impl Standing {
    fn of(status: &RunStatus, answer: Option<i64>) -> Standing {
        match status {
            RunStatus::Recorded | RunStatus::Done => Standing::Ended(answer),
            RunStatus::Waiting | RunStatus::Running => Standing::Pending,
            RunStatus::Failed(_) => Standing::Failed,
        }
    }
}

impl Situation {
    fn of(state: PageState) -> Situation {
        let shown = state.shown();
        let large = state
            .large
            .with(|large| Standing::of(&large.status, large.answer()));
        let told = |edit: &crate::edit::EditView| (edit.label.clone(), edit.sentence.clone());
        Situation {
            problem: state.problem.get(),
            large,
            small: Standing::of(&state.small_status.get(), shown.answer()),
            n_steps: shown.parsed().steps().count(),
            edit: state.edit.with(|edit| edit.as_ref().map(told)),
        }
    }

    fn large_words(&self) -> String {
        match self.large {
            Standing::Pending => t!("summary-large-pending"),
            Standing::Failed => t!("summary-large-failed"),
            Standing::Ended(answer) => {
                let verdict = verdict(&self.problem, answer);
                match answer {
                    Some(answer) => {
                        t!(
                            "summary-large",
                            answer = answer.to_string(),
                            verdict = verdict
                        )
                    }
                    None => t!("summary-large-none", verdict = verdict),
                }
            }
        }
    }

    fn small_words(&self) -> String {
        let Standing::Ended(answer) = self.small else {
            return match self.small {
                Standing::Failed => t!("summary-small-failed"),
                _ => t!("summary-small-pending"),
            };
        };
        let verdict = verdict(&self.problem, answer);
        let answer = answer.map(|answer| answer.to_string());
        let n = self.n_steps as u64;
        match (answer, n) {
            (Some(answer), 0) => {
                t!("summary-small-silent", answer = answer, verdict = verdict)
            }
            (Some(answer), n) => {
                t!("summary-small", n = n, answer = answer, verdict = verdict)
            }
            (None, n) => t!("summary-small-none", n = n, verdict = verdict),
        }
    }

    /// The problem and both answers.
    fn answers(&self) -> String {
        let problem = t!("summary-problem", problem = self.problem.to_string());
        [problem, self.large_words(), self.small_words()].join(" ")
    }

    /// What was changed, and what came of it.
    fn change(&self) -> String {
        match &self.edit {
            None => t!("summary-unchanged"),
            Some((label, told)) if told.is_empty() => t!("summary-changing", label = label.clone()),
            Some((label, told)) => {
                t!(
                    "summary-changed",
                    label = label.clone(),
                    told = told.clone()
                )
            }
        }
    }

    /// What to do now.
    fn hint(&self) -> String {
        match self.edit {
            None => t!("summary-hint"),
            Some(_) => t!("summary-hint-changed"),
        }
    }

    /// Whether both models have ended, with or without an answer, and what came of an edit is told elsewhere or there is none.
    fn is_settled(&self) -> bool {
        self.large != Standing::Pending && self.small != Standing::Pending && self.edit.is_none()
    }
}

/// What was settled last, and whether the notes were changed since.
#[derive(Debug, Clone, PartialEq, Default)]
struct Last {
    answers: Option<String>,
    is_changed: bool,
}

/// What is told now that things stand so, and what is to be remembered: the answers to another problem than before, and the
/// same ones again after the notes were put back. The first answers are in the summary, and are not told.
fn told(last: Last, now: &Situation) -> (Last, Option<String>) {
    if !now.is_settled() {
        let is_changed = last.is_changed || now.edit.is_some();
        return (Last { is_changed, ..last }, None);
    }
    let answers = now.answers();
    let is_other = last.answers.as_ref().is_some_and(|last| *last != answers);
    let told = (is_other || last.is_changed).then(|| answers.clone());
    let last = Last {
        answers: Some(answers),
        is_changed: false,
    };
    (last, told)
}

/// The summary.
#[component]
pub fn Summary(state: PageState) -> impl IntoView {
    let now = Memo::new(move |_| Situation::of(state));
    let heard = RwSignal::new(String::new());
    Effect::new(move |last: Option<Last>| {
        let (last, told) = now.with(|now| told(last.unwrap_or_default(), now));
        // Emptied in between, so that the same words are heard again.
        heard.set(told.unwrap_or_default());
        last
    });
    let source = move || {
        state.engine.with(|engine| match engine {
            EngineStatus::Recorded | EngineStatus::Loading { .. } => t!("summary-recorded"),
            EngineStatus::Live => t!("summary-live"),
            EngineStatus::Failed(_) => t!("summary-stopped"),
        })
    };
    let words = move |read: fn(&Situation) -> String| move || now.with(read);
    view! {
        <section class="hidden" aria-labelledby="summary-title" data-part="summary">
            <h2 id="summary-title">{t!("summary-title")}</h2>
            <p>{t!("summary-about")}</p>
            <p data-part="summary-answers">{words(Situation::answers)}</p>
            <p data-part="summary-change">{words(Situation::change)}</p>
            <p>{source}</p>
            <p>{words(Situation::hint)}</p>
        </section>
        <Heard text=heard part="heard" />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn situation(problem: &str, large: Standing, small: Standing) -> Situation {
        Situation {
            problem: problem.parse().expect("a problem"),
            large,
            small,
            n_steps: 3,
            edit: None,
        }
    }

    fn ended(answer: i64) -> Standing {
        Standing::Ended(Some(answer))
    }

    #[track_caller]
    fn check(now: &Situation, expected: &str) {
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(now.answers()), expected);
    }

    #[test]
    fn both_answers_are_told_however_they_come_out() {
        let of = |large, small| situation("6 × 3 mod 7", large, small);
        check(
            &of(ended(4), ended(5)),
            "The problem is 6 × 3 mod 7. GPT large answers 4 at once: right. GPT small writes 3 steps and answers 5: wrong: 4 is right.",
        );
        check(
            &of(Standing::Pending, Standing::Failed),
            "The problem is 6 × 3 mod 7. GPT large has not answered yet. GPT small could not run.",
        );
        check(
            &of(Standing::Failed, Standing::Pending),
            "The problem is 6 × 3 mod 7. GPT large could not run. GPT small has not ended yet.",
        );
        check(
            &of(Standing::Ended(None), Standing::Ended(None)),
            "The problem is 6 × 3 mod 7. GPT large: no answer: 4 is right. GPT small writes 3 steps: no answer: 4 is right.",
        );
        let mut silent = of(ended(4), ended(4));
        silent.n_steps = 0;
        check(
            &silent,
            "The problem is 6 × 3 mod 7. GPT large answers 4 at once: right. GPT small writes no notes and answers 4: right.",
        );
        silent.n_steps = 1;
        check(
            &silent,
            "The problem is 6 × 3 mod 7. GPT large answers 4 at once: right. GPT small writes one step and answers 4: right.",
        );
    }

    #[test]
    fn a_change_is_told_with_what_came_of_it() {
        let mut now = situation("6 × 3 mod 7", ended(4), ended(4));
        let (unchanged, hint) = (now.change(), now.hint());
        now.edit = Some(("your own text".into(), String::new()));
        assert!(now.change().contains("your own text"), "{}", now.change());
        assert_ne!(now.change(), unchanged);
        assert_ne!(now.hint(), hint);
        now.edit = Some(("your own text".into(), "The answer follows.".into()));
        assert!(
            now.change().contains("The answer follows."),
            "{}",
            now.change()
        );
    }

    #[test]
    fn only_what_a_reader_brought_about_is_told() {
        let first = situation("6 × 3 mod 7", ended(4), ended(4));
        let pending = |of: &str| situation(of, Standing::Pending, Standing::Pending);
        let second = situation("6 × 4 mod 7", ended(3), ended(3));

        // The first answers, recorded and then the same ones live, are in the summary.
        let (last, said) = told(Last::default(), &first);
        assert_eq!(said, None);
        let (last, said) = told(last, &pending("6 × 3 mod 7"));
        assert_eq!(said, None);
        let (last, said) = told(last, &first);
        assert_eq!(said, None);

        // Another problem is told once both have ended, and once.
        let (last, said) = told(last, &pending("6 × 4 mod 7"));
        assert_eq!(said, None);
        let (last, said) = told(last, &second);
        assert_eq!(said, Some(second.answers()));
        let (last, said) = told(last, &second);
        assert_eq!(said, None);

        // While notes are changed, what came of it is told beside them; afterwards the answers are told again.
        let mut changed = second.clone();
        changed.edit = Some(("your own text".into(), "It follows.".into()));
        let (last, said) = told(last, &changed);
        assert_eq!(said, None);
        let (_, said) = told(last, &second);
        assert_eq!(said, Some(second.answers()));
    }
}
