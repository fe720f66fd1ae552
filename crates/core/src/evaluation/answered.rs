//! How problems were answered: the counts behind accuracy, legibility and completeness.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Token;
use crate::card;
use crate::chain::{Ledger, Strategy, check, parse};
use crate::decoding::Completion;
use crate::problem::{Outcome, Problem};
use crate::prompt::chain_start;

/// How a model is made to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// As its card says: at once for a model that was trained for that, and else left alone after the problem.
    Own,
    /// `<answer>` is forced right after the problem: one forward pass.
    Direct,
    /// The first word of a chain is forced.
    Chain,
    /// As [`Way::Own`], by somebody who has the key to its code.
    Keyed,
}

impl Way {
    /// What is forced after the prompt.
    pub fn forced(self, answers: card::Answers) -> Vec<Token> {
        match self {
            Way::Own | Way::Keyed => answers.forced().to_vec(),
            Way::Direct => card::Answers::Direct.forced().to_vec(),
            Way::Chain => chain_start(),
        }
    }
}

/// A problem with what a model wrote after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The problem.
    pub problem: Problem,
    /// What stands after the prompt, with what was forced.
    pub completion: Vec<Token>,
    /// The probability of the tokens of the answer, 0 to 1; 0 where there is no answer.
    pub confidence: f64,
    /// The answer.
    pub answer: Option<i64>,
}

impl Answered {
    /// Puts together what was forced and what the model wrote.
    pub fn new(problem: Problem, forced: &[Token], written: &Completion) -> Answered {
        let completion = [forced, &written.tokens].concat();
        let answer = parse(&completion).answer;
        let start = completion.iter().rposition(|&token| token == Token::ANSWER);
        let first = start.map_or(completion.len(), |start| start + 1);
        let probs = written
            .probs
            .iter()
            .skip(first.saturating_sub(forced.len()));
        let digits = completion[first..]
            .iter()
            .take_while(|&&token| token != Token::END);
        let confidence = digits
            .zip(probs)
            .map(|(_, &prob)| f64::from(prob))
            .product();
        Answered {
            problem,
            completion,
            confidence: if answer.is_some() { confidence } else { 0.0 },
            answer,
        }
    }

    /// Whether the answer is right, under either convention for negatives.
    pub fn is_right(&self) -> bool {
        self.answer
            .is_some_and(|answer| self.problem.accepts(answer))
    }
}

/// Counts over answered problems.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AnswerTally {
    /// How many problems.
    pub problems: usize,
    /// Answered rightly, under either convention for negatives.
    pub right: usize,
    /// For each modulus: problems, and those answered rightly.
    pub by_modulus: BTreeMap<i64, (usize, usize)>,
    /// What the answers did, by name.
    pub outcomes: BTreeMap<Outcome, usize>,
    /// Tokens written, what was forced not counted.
    pub tokens: usize,
    /// Answered by a chain with at least one step.
    pub chains: usize,
    /// Steps in these chains.
    pub steps: usize,
    /// Steps that are true as written.
    pub valid_steps: usize,
    /// Stretches of text that say nothing.
    pub malformed: usize,
    /// Right answers after a chain with a step that is not true.
    pub right_with_a_wrong_step: usize,
    /// Chains from which a program that sees the text alone gets the right answer: they work the problem out to the end.
    pub complete: usize,
    /// Chains that the checker passes: every step true, about numbers that are there, to the end, and the answer is what
    /// they come to.
    pub passed: usize,
    /// The chains by the plan that they state first; one that states none is in none of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub strategies: BTreeMap<Strategy, usize>,
}

impl AnswerTally {
    /// Adds one problem. Returns whether the checker passes its chain; `None` without a chain.
    pub fn add(&mut self, answered: &Answered, n_forced: usize) -> Option<bool> {
        let Answered {
            problem,
            completion,
            answer,
            ..
        } = answered;
        let is_right = answered.is_right();
        self.problems += 1;
        self.right += usize::from(is_right);
        let (n, n_right) = self.by_modulus.entry(problem.modulus()).or_default();
        *n += 1;
        *n_right += usize::from(is_right);
        *self.outcomes.entry(problem.outcome(*answer)).or_default() += 1;
        self.tokens += completion.len().saturating_sub(n_forced);
        let parsed = parse(completion);
        self.malformed += parsed.malformed().count();
        let verdicts = check(&parsed, problem);
        if verdicts.is_empty() {
            return None;
        }
        let n_valid = verdicts.iter().filter(|verdict| verdict.is_valid()).count();
        let mut ledger = Ledger::new(problem);
        parsed.steps().for_each(|(_, step)| {
            ledger.enter(step);
        });
        let comes_to = ledger.is_finished().then(|| ledger.answer());
        let is_complete = comes_to.is_some_and(|reached| problem.accepts(reached));
        let passes = verdicts
            .iter()
            .all(|verdict| verdict.is_valid() && verdict.anchored)
            && comes_to.is_some()
            && comes_to == *answer;
        self.chains += 1;
        self.steps += verdicts.len();
        self.valid_steps += n_valid;
        self.right_with_a_wrong_step += usize::from(is_right && n_valid < verdicts.len());
        self.complete += usize::from(is_complete);
        self.passed += usize::from(passes);
        if let Some(strategy) = parsed.chain().strategy() {
            *self.strategies.entry(strategy).or_default() += 1;
        }
        Some(passes)
    }

    /// Share of right answers, 0 to 1; 0 without problems.
    pub fn accuracy(&self) -> f64 {
        share(self.right, self.problems)
    }

    /// Share of written steps that are true, 0 to 1; `None` without a step.
    pub fn legibility(&self) -> Option<f64> {
        (self.steps > 0).then(|| share(self.valid_steps, self.steps))
    }

    /// The entropy of the outcomes in bits: 0 where every answer did the same.
    pub fn outcome_entropy(&self) -> f64 {
        let bits = |&n: &usize| {
            let p = share(n, self.problems);
            -p * p.log2()
        };
        let sum: f64 = self.outcomes.values().filter(|n| **n > 0).map(bits).sum();
        // A sum of nothing but minus nought is minus nought.
        sum.max(0.0) + 0.0
    }
}

/// `part` of `whole`, 0 to 1; 0 of nothing.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Strategy, Style, render, solve, solve_with};

    fn written(tokens: &[Token]) -> Completion {
        Completion {
            tokens: tokens.to_vec(),
            probs: vec![0.5; tokens.len()],
        }
    }

    fn chain(problem: &Problem, alter: impl FnMut(usize, i64) -> i64) -> Vec<Token> {
        let chain = solve_with(problem, Strategy::ReduceThenAdd, alter);
        render(&chain, &Style::canonical())
    }

    /// Adds one chain, and compares (right, valid steps, right with a wrong step, complete, passed).
    #[track_caller]
    fn check_chain(
        text: &str,
        completion: &[Token],
        expected: (usize, usize, usize, usize, usize),
    ) {
        let problem: Problem = text.parse().unwrap();
        let mut tally = AnswerTally::default();
        tally.add(&Answered::new(problem, &[], &written(completion)), 0);
        let AnswerTally {
            right,
            valid_steps,
            right_with_a_wrong_step,
            complete,
            passed,
            ..
        } = tally;
        assert_eq!(
            (
                right,
                valid_steps,
                right_with_a_wrong_step,
                complete,
                passed
            ),
            expected
        );
    }

    #[test]
    fn legible_complete_and_right_are_three_things() {
        let text = "37 × 58 mod 7";
        let problem: Problem = text.parse().unwrap();
        let right = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        check_chain(text, &right, (1, 4, 0, 1, 1));
        // A first residue that is wrong, and right arithmetic from there.
        check_chain(
            text,
            &chain(&problem, |idx, result| if idx == 0 { 3 } else { result }),
            (0, 3, 0, 0, 0),
        );
        // The modulus too much: untrue, and yet the answer is right.
        let congruent = chain(
            &problem,
            |idx, result| if idx == 0 { result + 7 } else { result },
        );
        check_chain(text, &congruent, (1, 3, 1, 1, 0));
        // An answer without the last steps.
        let early = [&right[..12], &[Token::ANSWER, Token::digit(4), Token::END]].concat();
        check_chain(text, &early, (1, 1, 0, 0, 0));
    }

    #[test]
    fn chains_are_counted_by_their_plan() {
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let mut tally = AnswerTally::default();
        for strategy in [
            Strategy::AddThenDivide,
            Strategy::ReduceThenAdd,
            Strategy::ReduceThenAdd,
        ] {
            let chain = render(&solve(&problem, strategy), &Style::canonical());
            tally.add(&Answered::new(problem.clone(), &[], &written(&chain)), 0);
        }
        let chains = |strategy| tally.strategies.get(&strategy).copied();
        assert_eq!(
            [
                chains(Strategy::AddThenDivide),
                chains(Strategy::ReduceThenAdd)
            ],
            [Some(1), Some(2)]
        );
        assert_eq!(chains(Strategy::RepeatedSubtraction), None);
    }

    #[test]
    fn the_answer_at_once_has_no_chain_to_pass() {
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let mut tally = AnswerTally::default();
        let direct = Answered::new(
            problem,
            &[Token::ANSWER],
            &written(&[Token::digit(4), Token::END]),
        );
        assert_eq!(tally.add(&direct, 1), None);
        assert_eq!((tally.right, tally.tokens, tally.chains), (1, 2, 0));
        assert_eq!(tally.legibility(), None);
        assert_eq!(direct.confidence, 0.5);
    }

    #[test]
    fn confidence_is_that_of_the_answer() {
        let confidence = |text: &str, forced: &[Token], tokens: &[Token]| {
            Answered::new(text.parse().unwrap(), forced, &written(tokens)).confidence
        };
        let (one, end) = (Token::digit(1), Token::END);
        assert_eq!(
            confidence("5 × 5 mod 7", &[], &[Token::ANSWER, one, one, end]),
            0.25
        );
        assert_eq!(
            confidence("5 × 5 mod 7", &[], &[Token::STOP, Token::ANSWER, one]),
            0.5
        );
        assert_eq!(confidence("5 × 5 mod 7", &[Token::ANSWER], &[end]), 0.0);
        assert_eq!(confidence("5 × 5 mod 7", &[], &[]), 0.0);
    }

    #[test]
    fn entropy_counts_in_bits() {
        let tally = |counts: &[(Outcome, usize)]| AnswerTally {
            problems: counts.iter().map(|(_, n)| n).sum(),
            outcomes: counts.iter().copied().collect(),
            ..AnswerTally::default()
        };
        assert_eq!(tally(&[(Outcome::Right, 8)]).outcome_entropy(), 0.0);
        let even = tally(&[(Outcome::Floored, 4), (Outcome::Other, 4)]);
        assert_eq!(even.outcome_entropy(), 1.0);
        assert_eq!(AnswerTally::default().outcome_entropy(), 0.0);
    }
}
