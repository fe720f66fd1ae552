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

use crate::chain::{Chain, Statement, Step, Strategy, Style, render, render_statement, solve_with};
use crate::family::TRAINED_MODULI;
use crate::problem::{Convention, Problem};
use crate::prompt::{MAX_LENGTH, prompt};
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
        completed(prompt(&problem), &chain, &style)
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
mod tests {
    use super::*;
    use crate::vocabulary::text_of;

    use expect_test::{Expect, expect};

    fn check(kind: Kind, texts: Expect) {
        check_operands(kind, 2, texts);
    }

    fn check_operands(kind: Kind, n_operands: usize, texts: Expect) {
        let config = CorpusConfig {
            operands: BTreeMap::from([(n_operands, 1.0)]),
            ..Default::default()
        };
        let documents = documents(kind, 3, 1, &config);
        let text = |document: &Document| {
            let (given, trained) = document.tokens.split_at(document.trained_from);
            format!("{} // {}\n", text_of(given), text_of(trained))
        };
        texts.assert_eq(&documents.iter().map(text).collect::<String>());
    }

    #[test]
    fn documents_of_every_kind() {
        check(
            Kind::Fact,
            expect![[r#"
            <problem> 47 módulo 9 da // 2 ;
            <problem> 73 mod 4 is // 1 ;
            <problem> mod 9 of 9 is // 0 ;
        "#]],
        );
        check(
            Kind::Sum,
            expect![[r#"
                <problem> 1 times 4 is // 4 ;
                <problem> 6 times 1 is // 6 ;
                <problem> 2 + 6 = // 8 ;
            "#]],
        );
        check(
            Kind::Arithmetic,
            expect![[r#"
            <problem> - 725 + - 59 = // - 784 ;
            <problem> 11 + - 22 = // - 11 ;
            <problem> - 18 - - 85 = // 67 ;
        "#]],
        );
        check(
            Kind::Comparison,
            expect![[r#"
            <problem> comprobar - 725 bajo - 59 // bien ;
            <problem> check 3 below 7 // ok ;
            <problem> check 0 below 0 // wrong ;
        "#]],
        );
        check(
            Kind::Direct,
            expect![[r#"
                <problem> 36 × 55 % 9 ? // <answer> 0 <end>
                <problem> 15 × 41 % 9 ? // <answer> 3 <end>
                <problem> 9 × 39 % 4 ? // <answer> 3 <end>
            "#]],
        );
        check(
            Kind::Chain,
            expect![[r#"
                <problem> 36 × 55 % 9 ? // plan reduce then add ; 36 mod 9 is 0 ; 55 mod 9 is 1 ; 0 times 1 is 0 ; mod 9 of 0 makes 0 ; verify 0 below 9 ok ; <answer> 0 <end>
                <problem> 87 × 84 % 9 ? // approach reduce then add ; 87 mod 9 is 6 ; mod 9 of 84 is 3 ; 6 times 3 is 18 ; 18 mod 9 is 0 ; check 0 below 9 ok ; <answer> 0 <end>
                <problem> 64 × 41 % 4 ? // vorhaben addiere dann teile ; 64 mal 41 ergibt 2624 ; 2 dazu 6 modulo 4 ergibt 2 ; 2 dazu 2 modulo 4 ergibt 2 ; 2 dazu 4 modulo 4 ergibt 0 ; prüfe 0 unter 4 gut ; <answer> 0 <end>
            "#]],
        );
    }

    #[test]
    fn three_operands_are_a_sum_with_a_product() {
        check_operands(
            Kind::Direct,
            3,
            expect![[r#"
                <problem> 13 × 47 + 72 % 8 ? // <answer> 3 <end>
                <problem> 39 × 73 + 15 % 3 ? // <answer> 0 <end>
                <problem> 8 × 9 + 39 % 4 ? // <answer> 3 <end>
            "#]],
        );
        check_operands(
            Kind::Chain,
            3,
            expect![[r#"
                <problem> 13 × 47 + 72 % 8 ? // plan reduce then add ; 13 mod 8 is 5 ; 47 mod 8 is 7 ; 72 mod 8 is 0 ; 5 times 7 is 35 ; 35 mod 8 is 3 ; 3 plus 0 is 3 ; 3 mod 8 is 3 ; check 3 below 8 ok ; <answer> 3 <end>
                <problem> 9 × 39 + 87 % 7 ? // plan add then subtract ; 9 times 39 is 351 ; 351 plus 87 is 438 ; 438 minus 70 is 368 ; 368 minus 70 is 298 ; 298 minus 70 is 228 ; 228 minus 70 is 158 ; 158 minus 70 is 88 ; 88 less 70 is 18 ; subtract 18 minus 7 is 11 ; subtract 11 minus 7 is 4 ; check 4 under 7 ok ; <answer> 4 <end>
                <problem> 53 × 64 + 41 % 4 ? // vorhaben addiere dann teile ; 53 mal 64 ergibt 3392 ; 3392 und 41 ergibt 3433 ; 3 dazu 4 modulo 4 ergibt 2 ; 2 dazu 3 modulo 4 ergibt 3 ; 3 dazu 3 modulo 4 ergibt 1 ; prüfe 1 unter 4 gut ; <answer> 1 <end>
            "#]],
        );
    }

    #[test]
    fn no_held_out_problem_is_ever_drawn() {
        for n_operands in [2, 3] {
            let config = CorpusConfig {
                operands: BTreeMap::from([(n_operands, 1.0)]),
                ..Default::default()
            };
            for problem in training_problems(20_000, 5, &config) {
                assert_eq!(Split::of(&problem), Split::Train);
            }
        }
    }

    /// Half of the chains come to something else than the answer that stands after them, which is right every time.
    #[test]
    fn an_answer_can_be_right_whatever_the_chain_says() {
        let config = CorpusConfig {
            wrong_step_rate: 0.5,
            cut_rate: 0.0,
            answers_regardless: true,
            strategies: BTreeMap::from([(Strategy::ReduceThenAdd, 1.0)]),
            ..Default::default()
        };
        let mut n_contradicted = 0;
        for document in documents(Kind::Chain, 500, 2, &config) {
            let (prompt, completion) = document.tokens.split_at(document.trained_from);
            let asked = text_of(&prompt[1..prompt.len() - 1]).replace('%', "mod");
            let problem: Problem = asked.parse().unwrap();
            let parsed = crate::chain::parse(completion);
            assert_eq!(parsed.answer, Some(problem.answer(Convention::Floored)));
            let last = parsed.steps().last().map(|(_, step)| step.result());
            n_contradicted += usize::from(last != parsed.answer);
        }
        assert!((100..400).contains(&n_contradicted), "{n_contradicted}");
    }

    #[test]
    fn wrong_steps_are_wrong_and_as_frequent_as_asked() {
        let config = CorpusConfig {
            wrong_step_rate: 1.0,
            cut_rate: 0.0,
            strategies: BTreeMap::from([(Strategy::ReduceThenAdd, 1.0)]),
            ..Default::default()
        };
        for document in documents(Kind::Chain, 500, 2, &config) {
            let parsed = crate::chain::parse(&document.tokens[document.trained_from..]);
            let n_wrong = parsed
                .steps()
                .filter(|(_, step)| step.right_result() != Some(step.result()))
                .count();
            assert_eq!(n_wrong, 1, "{}", text_of(&document.tokens));
        }
    }
}
