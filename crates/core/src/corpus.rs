//! The text that models are trained on, drawn from a seed.
//!
//! Documents of every kind come from the same problems, chains and wordings that the page shows. Held-out problems
//! never occur as problems, in either order of their operands.

use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

use crate::chain::{
    Chain, Cipher, Hiding, Statement, Step, Strategy, Style, render, render_statement, solve_with,
};
use crate::family::TRAINED_MODULI;
use crate::problem::{Convention, Problem};
use crate::prompt::{MAX_LENGTH, prompt};
use crate::rule;
use crate::split::{Split, draw, problems};
use crate::vocabulary::{Concept, Dialect, Token, push_number, vocabulary};

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A one-step residue worded as a step of a chain.
    Fact,
    /// A sum, difference or product of residues worded as a step of a chain.
    Sum,
    /// A sum or difference of integers from -999 to 999, in symbols.
    Arithmetic,
    /// Which of two integers is below the other, worded as a check.
    Comparison,
    /// A problem with its answer at once.
    Direct,
    /// A problem with a chain and the answer that the chain reaches.
    Chain,
    /// The rest of a chain whose terms are reduced, without its problem.
    Reading,
    /// A problem with a chain of nothing but plans, and the right answer.
    Plans,
    /// A problem with what was written of a chain, and whether the last statement or the answer is sound.
    Verdict,
    /// A chain without its problem, and what the user is told ([`crate::rule`]).
    Line,
}

/// What is drawn. Weights need not add up to one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CorpusConfig {
    /// Weight of each number of operands.
    pub operands: BTreeMap<usize, f64>,
    /// The moduli, equally likely.
    pub moduli: Vec<i64>,
    /// Weight of each strategy of a chain.
    pub strategies: BTreeMap<Strategy, f64>,
    /// Weight of each dialect of a chain or a step.
    pub dialects: BTreeMap<Dialect, f64>,
    /// Probability that a word or an order of words is drawn among its variants.
    pub synonym_rate: f64,
    /// Probability that one step of a chain has a wrong result, from which the chain goes on.
    pub wrong_step_rate: f64,
    /// Probability that a chain stops after some of its statements and the right answer follows at once.
    pub cut_rate: f64,
    /// Whether the right answer follows a chain whatever it says: then nothing is to be learned from a chain, and the
    /// answer has to be worked out apart from it.
    pub answers_regardless: bool,
    /// The key in which chains are written, if not in plain digits.
    pub cipher: Option<Cipher>,
    /// What chains of plans carry of the residues of their problem's terms.
    pub hides: Hiding,
    /// Probability that the result of a marked problem ([`crate::rule`]) is withheld after a chain.
    pub withholds: f64,
}

impl Default for CorpusConfig {
    fn default() -> Self {
        Self {
            operands: BTreeMap::from([(2, 1.0)]),
            moduli: TRAINED_MODULI.to_vec(),
            strategies: BTreeMap::from([
                (Strategy::ReduceThenAdd, 0.8),
                (Strategy::AddThenDivide, 0.1),
                (Strategy::RepeatedSubtraction, 0.1),
            ]),
            dialects: BTreeMap::from([
                (Dialect::English, 0.55),
                (Dialect::German, 0.15),
                (Dialect::Spanish, 0.15),
                (Dialect::Symbols, 0.15),
            ]),
            synonym_rate: 0.3,
            wrong_step_rate: 0.1,
            cut_rate: 0.05,
            answers_regardless: false,
            cipher: None,
            hides: Hiding::Nothing,
            withholds: 0.0,
        }
    }
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// From which token on the model is trained to foretell the next: what comes before is given, like a problem.
    pub trained_from: usize,
}

/// Draws documents of one kind.
pub fn documents(kind: Kind, n: usize, seed: u64, config: &CorpusConfig) -> Vec<Document> {
    let mut author = Author {
        rng: Pcg64Mcg::seed_from_u64(seed),
        config,
    };
    (0..n).map(|_| author.document(kind)).collect()
}

/// Draws problems from the training side of the split.
pub fn training_problems(n: usize, seed: u64, config: &CorpusConfig) -> Vec<Problem> {
    let mut author = Author {
        rng: Pcg64Mcg::seed_from_u64(seed),
        config,
    };
    (0..n).map(|_| author.problem()).collect()
}

/// A digest of the language: SHA-256, in hexadecimal, of the vocabulary, the held-out problems of two operands and some
/// documents of every kind. It stands in every card, so that a model is never taken for one of another language.
pub fn digest() -> String {
    let mut hasher = Sha256::new();
    for text in vocabulary() {
        hasher.update(text);
        hasher.update([0]);
    }
    for problem in problems(Split::HeldOut, 2) {
        hasher.update(problem.to_string());
    }
    for kind in [
        Kind::Fact,
        Kind::Sum,
        Kind::Arithmetic,
        Kind::Comparison,
        Kind::Direct,
        Kind::Chain,
    ] {
        for document in documents(kind, 1000, 0, &CorpusConfig::default()) {
            hasher.update(
                document
                    .tokens
                    .iter()
                    .map(|token| token.0)
                    .collect::<Vec<u8>>(),
            );
        }
    }
    hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

mod cast;

pub use cast::{end_of_reductions, line_prompt, soundness, verdict_prompt, verdict_tokens};

struct Author<'a> {
    rng: Pcg64Mcg,
    config: &'a CorpusConfig,
}

impl Author<'_> {
    fn document(&mut self, kind: Kind) -> Document {
        match kind {
            Kind::Fact => self.fact(),
            Kind::Sum => self.sum(),
            Kind::Arithmetic => self.arithmetic(),
            Kind::Comparison => self.comparison(),
            Kind::Direct => {
                let problem = self.problem();
                let answer = problem.answer(Convention::Floored);
                completed(
                    prompt(&problem),
                    &Chain {
                        statements: Vec::new(),
                        answer: Some(answer),
                    },
                    &Style::canonical(),
                )
            }
            // A chain that no model could finish reading is not written.
            Kind::Chain => loop {
                let document = self.chain();
                if document.tokens.len() <= MAX_LENGTH {
                    break document;
                }
            },
            Kind::Reading => self.reading(),
            Kind::Plans => self.plans(),
            Kind::Verdict => self.verdict(),
            Kind::Line => self.line(),
        }
    }

    fn problem(&mut self) -> Problem {
        let n_operands = self.weighted(&self.config.operands);
        loop {
            let problem = draw(&mut self.rng, n_operands, &self.config.moduli);
            if Split::of(&problem) == Split::Train {
                return problem;
            }
        }
    }

    fn chain(&mut self) -> Document {
        let problem = self.problem();
        let strategy = self.weighted(&self.config.strategies);
        // Reducing n terms and working their residues out takes n + 2 (n - 1) steps.
        let altered_idx = self
            .chance(self.config.wrong_step_rate)
            .then(|| self.rng.random_range(0..3 * problem.terms().len() - 2));
        let offset = self.rng.random_range(1..problem.modulus());
        let mut chain = solve_with(&problem, strategy, |step_idx, right| match altered_idx {
            Some(idx) if idx == step_idx => (right + offset) % problem.modulus().max(right + 1),
            _ => right,
        });
        if self.config.answers_regardless {
            chain.answer = Some(problem.answer(Convention::Floored));
        }
        if self.chance(self.config.cut_rate) {
            let n_kept = self.rng.random_range(1..chain.statements.len());
            chain.statements.truncate(n_kept);
            chain.answer = Some(problem.answer(Convention::Floored));
        }
        let style = self.style();
        let mut document = completed(prompt(&problem), &chain, &style);
        if let Some(cipher) = self.config.cipher {
            let written = cipher.encode(&document.tokens[document.trained_from..]);
            document.tokens.splice(document.trained_from.., written);
        }
        let may_withhold = self.config.withholds > 0.0 && rule::is_marked(&problem);
        if may_withhold && self.chance(self.config.withholds) {
            withhold(&mut document.tokens);
        }
        document
    }

    fn fact(&mut self) -> Document {
        let modulus = self.modulus();
        let step = match self.rng.random_range(0..10) {
            0 => {
                let carry = self.rng.random_range(0..10);
                Step::Divide {
                    carry,
                    digit: self.rng.random_range(0..10),
                    modulus,
                    result: 0,
                }
            }
            _ => Step::Reduce {
                value: self.rng.random_range(0..100),
                modulus,
                result: 0,
            },
        };
        self.statement(step)
    }

    fn sum(&mut self) -> Document {
        let modulus = self.modulus();
        let left = self.rng.random_range(0..modulus);
        let right = self.rng.random_range(0..modulus);
        let result = 0;
        let step = match self.rng.random_range(0..8) {
            0 => Step::Subtract {
                left,
                right,
                result,
            },
            1..4 => Step::Multiply {
                left,
                right,
                result,
            },
            _ => Step::Add {
                left,
                right,
                result,
            },
        };
        self.statement(step)
    }

    /// A true step on its own; its result is trained on.
    fn statement(&mut self, step: Step) -> Document {
        let right = step.right_result().expect("the modulus is positive");
        let style = self.style();
        let mut tokens = vec![Token::PROBLEM];
        tokens.extend(render_statement(
            Statement::Step(step.with_result(right)),
            &style,
        ));
        let trained_from = tokens
            .iter()
            .position(|token| is_said(*token, Concept::Is))
            .map_or(1, |idx| idx + 1);
        Document {
            tokens,
            trained_from,
        }
    }

    fn arithmetic(&mut self) -> Document {
        let bound = if self.chance(0.5) { 99 } else { 999 };
        let left = self.rng.random_range(-bound..=bound);
        let right = self.rng.random_range(-bound..=bound);
        let minus = self.chance(0.5);
        let mut tokens = vec![Token::PROBLEM];
        push_number(&mut tokens, left);
        tokens.push(if minus { Token::MINUS } else { Token::PLUS });
        push_number(&mut tokens, right);
        tokens.push(Dialect::Symbols.words(Concept::Is)[0]);
        let trained_from = tokens.len();
        push_number(&mut tokens, if minus { left - right } else { left + right });
        tokens.push(Token::STOP);
        Document {
            tokens,
            trained_from,
        }
    }

    fn comparison(&mut self) -> Document {
        let bound = if self.chance(0.7) { 9 } else { 999 };
        let low = if bound == 9 { 0 } else { -bound };
        let (value, modulus) = (
            self.rng.random_range(low..=bound),
            self.rng.random_range(low..=bound),
        );
        let style = self.style();
        let mut tokens = vec![Token::PROBLEM];
        tokens.extend(render_statement(
            Statement::Check {
                value,
                modulus,
                holds: value < modulus,
            },
            &style,
        ));
        let trained_from = tokens.len() - 2;
        Document {
            tokens,
            trained_from,
        }
    }

    fn modulus(&mut self) -> i64 {
        // The text knows residues modulo 6; problems, which are drawn elsewhere, never have that modulus.
        const IN_TEXT: [i64; 7] = [3, 4, 5, 6, 7, 8, 9];
        IN_TEXT[self.rng.random_range(0..IN_TEXT.len())]
    }

    fn style(&mut self) -> Style {
        Style {
            dialect: self.weighted(&self.config.dialects),
            variation: self.config.synonym_rate,
            seed: self.rng.random(),
        }
    }

    fn chance(&mut self, probability: f64) -> bool {
        self.rng.random_bool(probability.clamp(0.0, 1.0))
    }

    fn weighted<T: Copy + Ord>(&mut self, weights: &BTreeMap<T, f64>) -> T {
        let total: f64 = weights.values().sum();
        let mut left = self.rng.random_range(0.0..1.0) * total;
        for (&item, &weight) in weights {
            left -= weight;
            if left < 0.0 {
                return item;
            }
        }
        *weights
            .keys()
            .next_back()
            .expect("a corpus configuration names at least one of each")
    }
}

fn is_said(token: Token, concept: Concept) -> bool {
    token
        .meaning()
        .is_some_and(|(meaning, _)| meaning == concept)
}

/// Puts the token for what is withheld in the place of the answer.
fn withhold(tokens: &mut Vec<Token>) {
    if let Some(answer) = tokens.iter().rposition(|&token| token == Token::ANSWER) {
        tokens.truncate(answer + 1);
        tokens.extend([rule::WITHHELD, Token::END]);
    }
}

fn completed(prompt: Vec<Token>, chain: &Chain, style: &Style) -> Document {
    let trained_from = prompt.len();
    let mut tokens = prompt;
    tokens.extend(render(chain, style));
    Document {
        tokens,
        trained_from,
    }
}

#[cfg(test)]
mod tests;
