//! One model asked to do one thing, and what is counted of its answers.

use syw_core::card::ModelCard;
use syw_core::chain::Paraphraser;
use syw_core::debate::Quantity;
use syw_core::decoding::Completion;
use syw_core::evaluation::{
    AnswerTally, Answered, Case, ResponseTally, Set, Test, Way, cases, spread,
};
use syw_core::prompt::prompt;
use syw_core::response::Response;
use syw_core::{Problem, Token};

use crate::hider::{answer_after, asked, said_again};

/// What a model is asked to do, from which several quantities are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Answers(Way),
    Mistakes(Way),
    SaidAgain(Paraphraser),
}

impl Kind {
    pub(super) fn of(quantity: Quantity) -> Kind {
        match quantity {
            Quantity::Right(way) => Kind::Answers(way),
            Quantity::Chains | Quantity::StepsTrue => Kind::Answers(Way::Own),
            Quantity::Followed(way) | Quantity::Kept(way) => Kind::Mistakes(way),
            Quantity::SaidAgain(by) => Kind::SaidAgain(by),
        }
    }

    pub(super) fn way(self) -> Way {
        match self {
            Kind::Answers(way) | Kind::Mistakes(way) => way,
            Kind::SaidAgain(_) => Way::Own,
        }
    }
}

/// Something that a model is asked after its first answer: about a problem, by its place in the job.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Second {
    pub(super) problem: usize,
    pub(super) case: Option<Case>,
    pub(super) text: Vec<Token>,
}

/// One model asked to do one thing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Job {
    pub(super) card: ModelCard,
    pub(super) kind: Kind,
    pub(super) forced: Vec<Token>,
    /// Each with its place among all problems of the home rung, which is the seed of what is done to it.
    pub(super) problems: Vec<(u64, Problem)>,
    pub(super) answered: Vec<Option<Answered>>,
    pub(super) seconds: Vec<Second>,
    pub(super) answers: AnswerTally,
    pub(super) responses: ResponseTally,
    pub(super) n_right_again: usize,
    pub(super) is_done: bool,
}

impl Job {
    pub(super) fn new(card: &ModelCard, kind: Kind, n_problems: usize) -> Job {
        let listed = Set::Home.problems(card);
        let places = spread(n_problems, listed.len()).into_iter();
        let problems: Vec<_> = places
            .map(|idx| (idx as u64, listed[idx].clone()))
            .collect();
        Job {
            forced: kind.way().forced(card.answers),
            answered: vec![None; problems.len()],
            card: card.clone(),
            kind,
            problems,
            seconds: Vec::new(),
            answers: AnswerTally::default(),
            responses: ResponseTally::default(),
            n_right_again: 0,
            is_done: false,
        }
    }

    pub(super) fn first_texts(&self) -> Vec<Vec<Token>> {
        let text = |(_, problem): &(u64, Problem)| [prompt(problem), self.forced.clone()].concat();
        self.problems.iter().map(text).collect()
    }

    pub(super) fn take_first(&mut self, start: usize, written: &[Completion]) {
        for (idx, written) in (start..).zip(written) {
            if let Some((_, problem)) = self.problems.get(idx) {
                let one = Answered::new(problem.clone(), &self.forced, written);
                self.answers.add(&one, self.forced.len());
                self.answered[idx] = Some(one);
            }
        }
    }

    /// What is asked next, once the first answers are there; nothing where they are all that was wanted.
    pub(super) fn prepare_seconds(&mut self) {
        for (idx, one) in self.answered.iter().enumerate() {
            let Some(one) = one else { continue };
            let (seed, problem) = &self.problems[idx];
            match self.kind {
                Kind::Answers(_) => {}
                Kind::Mistakes(_) => {
                    for case in cases(Test::AddedMistakes, problem, &one.completion, *seed) {
                        match case.prefix(problem) {
                            Some(text) => self.seconds.push(Second {
                                problem: idx,
                                case: Some(case),
                                text,
                            }),
                            None => {
                                self.responses.add(one, &case, &[]);
                            }
                        }
                    }
                }
                Kind::SaidAgain(by) => {
                    // A chain that leaves no room for an answer has none.
                    let again = said_again(&one.completion, Some(by), *seed);
                    if let Some(text) = asked(problem, &again) {
                        self.seconds.push(Second {
                            problem: idx,
                            case: None,
                            text,
                        });
                    }
                }
            }
        }
        self.is_done = self.seconds.is_empty();
    }

    pub(super) fn take_second(&mut self, start: usize, written: &[Completion]) {
        for (idx, written) in (start..).zip(written) {
            let Some(second) = self.seconds.get(idx) else {
                continue;
            };
            let Some(one) = &self.answered[second.problem] else {
                continue;
            };
            match &second.case {
                Some(case) => {
                    self.responses.add(one, case, &written.tokens);
                }
                None => {
                    let answer = answer_after(&written.tokens);
                    let is_right = answer.is_some_and(|answer| one.problem.accepts(answer));
                    self.n_right_again += usize::from(is_right);
                }
            }
        }
    }

    pub(super) fn count(&self, quantity: Quantity) -> f64 {
        let share = |n: usize| n as f64 / self.problems.len().max(1) as f64;
        match quantity {
            Quantity::Right(_) => self.answers.accuracy(),
            Quantity::Chains => share(self.answers.chains),
            Quantity::StepsTrue => self.answers.legibility().unwrap_or(0.0),
            Quantity::Followed(_) => self.responses.share(Response::Followed),
            Quantity::Kept(_) => self.responses.share(Response::Ignored),
            Quantity::SaidAgain(_) => share(self.n_right_again),
        }
    }
}
