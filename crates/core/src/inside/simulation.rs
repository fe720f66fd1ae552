//! How well a program of at most ten lines foretells what a model answers: on all problems, and on those that it gets wrong. On
//! what it gets right every program that knows the arithmetic agrees with it, so the errors are what tells.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::card::ModelCard;
use crate::chain::parse;
use crate::evaluation::{Answered, Set, spread};
use crate::family::Family;
use crate::off_distribution;
use crate::problem::{Convention, Problem};
use crate::split::{Split, problems_modulo};

/// How many other problems a rule is chosen on, of each set.
const N_OTHER: usize = 1000;
/// Of those of the families: not that of the problems which are judged.
const OTHER_SEED: u64 = 30_000;

/// A program that foretells answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Simulator {
    /// The true residue, of the floored convention: sees the problem alone.
    Residue,
    /// The short rule that stands for the model: sees the problem alone.
    Rule,
    /// The result of the last step that is written; the true residue where none is.
    Chain,
    /// A control: the same of the chain for another problem with the same modulus.
    OtherChain,
}

impl Simulator {
    /// Every program.
    pub const ALL: [Simulator; 4] = [
        Simulator::Residue,
        Simulator::Rule,
        Simulator::Chain,
        Simulator::OtherChain,
    ];
}

/// How often a program foretold the answer. An answer that is none has to be foretold as none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Foretold {
    /// Of all problems.
    pub all: usize,
    /// Of those that were answered wrongly.
    pub errors: usize,
}

/// What was foretold of a model on one set of problems.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetReport {
    /// The problems.
    pub set: Set,
    /// How many.
    pub problems: usize,
    /// How many of them were answered wrongly, under both conventions, or not at all.
    pub errors: usize,
    /// Answers after a chain with at least one step.
    pub chains: usize,
    /// Wrong ones among them: the only errors that a chain can foretell.
    pub chain_errors: usize,
    /// By program.
    pub foretold: BTreeMap<Simulator, Foretold>,
}

/// The sets of problems that are judged: the home rung, then every family.
pub fn sets() -> Vec<Set> {
    let families = Family::ALL.into_iter().map(Set::Family);
    [Set::Home].into_iter().chain(families).collect()
}

/// Other problems like those of a set, on which a rule may be chosen: none of them is in the set. Of the home rung,
/// problems of training.
pub fn other_problems(set: Set, card: &ModelCard) -> Vec<Problem> {
    let others = match (set, &card.home) {
        (Set::Family(family), _) => {
            off_distribution::problems(family, N_OTHER, OTHER_SEED, &card.operands)
        }
        (_, Some(home)) => {
            let listed = problems_modulo(Split::Train, home.operands, &[home.modulus]);
            let places = spread(N_OTHER, listed.len()).into_iter();
            places.map(|idx| listed[idx].clone()).collect()
        }
        (_, None) => Vec::new(),
    };
    let judged: HashSet<String> = set.problems(card).iter().map(ToString::to_string).collect();
    let is_other = |problem: &Problem| !judged.contains(&problem.to_string());
    others.into_iter().filter(is_other).collect()
}

/// The rule that gives most of a model's wrong answers; of equals the one that gives most of all answers, then the one that
/// changes least.
pub fn best_rule(answered: &[Answered]) -> Rule {
    let mut best = (Rule::default(), (0, 0));
    for rule in Rule::all() {
        let fits = |one: &&Answered| rule.answer(&one.problem) == one.answer;
        let fitting = answered.iter().filter(fits);
        let n_errors = fitting.clone().filter(|one| !one.is_right()).count();
        let score = (n_errors, fitting.count());
        if score > best.1 {
            best = (rule, score);
        }
    }
    best.0
}

/// Counts what the programs foretell of a model's answers to a set.
pub fn foretell(set: Set, rule: Rule, answered: &[Answered]) -> SetReport {
    let mut report = SetReport {
        set,
        problems: answered.len(),
        errors: 0,
        chains: 0,
        chain_errors: 0,
        foretold: Simulator::ALL.map(|by| (by, Foretold::default())).into(),
    };
    for (idx, one) in answered.iter().enumerate() {
        let problem = &one.problem;
        let right = problem.answer(Convention::Floored);
        let told = last_result(one);
        let is_error = !one.is_right();
        report.errors += usize::from(is_error);
        report.chains += usize::from(told.is_some());
        report.chain_errors += usize::from(told.is_some() && is_error);
        let other = other_like(answered, idx);
        for by in Simulator::ALL {
            let said = match by {
                Simulator::Residue => Some(right),
                Simulator::Rule => rule.answer(problem),
                Simulator::Chain => told.or(Some(right)),
                Simulator::OtherChain => other.and_then(last_result).or(Some(right)),
            };
            let foretold = report.foretold.entry(by).or_default();
            foretold.all += usize::from(said == one.answer);
            foretold.errors += usize::from(said == one.answer && is_error);
        }
    }
    report
}

/// What the last step of a chain says; `None` where there is none.
fn last_result(answered: &Answered) -> Option<i64> {
    let parsed = parse(&answered.completion);
    parsed.steps().last().map(|(_, step)| step.result())
}

/// The next problem with the same modulus, if there is one.
fn other_like(answered: &[Answered], idx: usize) -> Option<&Answered> {
    let modulus = answered[idx].problem.modulus();
    let (before, after) = answered.split_at(idx);
    let mut others = after[1..].iter().chain(before);
    others.find(|other| other.problem.modulus() == modulus)
}

impl SetReport {
    /// How often a program foretold an answer.
    pub fn by(&self, simulator: Simulator) -> Foretold {
        self.foretold.get(&simulator).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Operators, Sign};
    use super::*;
    use crate::chain::{Strategy, Style, render, solve_with};
    use crate::decoding::Completion;
    use crate::vocabulary::{Token, push_number};

    fn card() -> ModelCard {
        let text = include_str!("../../../../public/models/small-chain_rl-s0/card.json");
        serde_json::from_str(text).unwrap()
    }

    /// An answer at once; none where it is `None`.
    fn direct(text: &str, answer: Option<i64>) -> Answered {
        let mut tokens = vec![Token::ANSWER];
        answer.inspect(|&answer| push_number(&mut tokens, answer));
        let completion = Completion {
            tokens,
            probs: Vec::new(),
        };
        Answered::new(text.parse().unwrap(), &[], &completion)
    }

    #[test]
    fn errors_are_counted_by_themselves() {
        let mistaken = "37 × 58 mod 7".parse().unwrap();
        let chain = solve_with(&mistaken, Strategy::ReduceThenAdd, |idx, result| {
            if idx == 0 { 3 } else { result }
        });
        let tokens = render(&chain, &Style::canonical());
        let completion = Completion {
            tokens,
            probs: Vec::new(),
        };
        let by_chain = Answered::new(mistaken, &[], &completion);
        assert!(!by_chain.is_right());
        let answered = [
            by_chain,
            direct("2 × 3 mod 7", Some(6)),
            direct("-1 × 3 mod 5", Some(3)),
            direct("5 × 3 mod 7", None),
        ];
        let rule = Rule {
            sign: Sign::Dropped,
            ..Rule::default()
        };
        let report = foretell(Set::Home, rule, &answered);
        assert_eq!((report.problems, report.errors), (4, 3));
        assert_eq!((report.chains, report.chain_errors), (1, 1));
        let by = |by| {
            let found = report.by(by);
            (found.all, found.errors)
        };
        assert_eq!(by(Simulator::Residue), (1, 0));
        assert_eq!(by(Simulator::Rule), (2, 1));
        assert_eq!(by(Simulator::Chain), (2, 1));
        // What the chain says is 2 and belongs to another problem: the one before the last stands with its own residue.
        assert_eq!(by(Simulator::OtherChain), (1, 0));
    }

    #[test]
    fn the_best_rule_gives_most_of_the_errors() {
        let dropped = direct("-1 × 3 mod 5", Some(3));
        let as_product = [
            direct("7 - 3 mod 5", Some(1)),
            direct("9 - 2 mod 5", Some(3)),
        ];
        assert_eq!(best_rule(&[]), Rule::default());
        let found = best_rule(&[dropped, as_product[0].clone(), as_product[1].clone()]);
        assert_eq!(
            (found.sign, found.operators, found.n_changes()),
            (Sign::Dropped, Operators::Times, 2)
        );
    }

    #[test]
    fn a_rule_is_chosen_on_other_problems_than_those_judged() {
        let card = card();
        for set in sets() {
            let judged = set.problems(&card);
            let others = other_problems(set, &card);
            assert!(others.len() > N_OTHER / 2, "{set:?}: {}", others.len());
            assert!(others.iter().all(|other| !judged.contains(other)));
        }
    }
}
