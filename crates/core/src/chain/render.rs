//! Words a chain in a dialect, plainly or with seeded synonyms and word orders.

use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

use super::{Chain, Statement, Step, Strategy};
use crate::vocabulary::{Concept, Dialect, Token, push_number};

/// How a chain is worded.
#[derive(Debug, Clone)]
pub struct Style {
    /// The dialect.
    pub dialect: Dialect,
    /// The probability, 0 to 1, that a word is drawn among the synonyms, and that a statement's order is drawn among
    /// the orders, instead of the canonical one being taken.
    pub variation: f64,
    /// The source of the draws.
    pub seed: u64,
}

impl Style {
    /// Plain English.
    pub fn canonical() -> Style {
        Style::plain(Dialect::English)
    }

    /// A dialect's canonical words.
    pub fn plain(dialect: Dialect) -> Style {
        Style {
            dialect,
            variation: 0.0,
            seed: 0,
        }
    }

    /// Synonyms and word orders drawn for every word and statement.
    pub fn varied(dialect: Dialect, seed: u64) -> Style {
        Style {
            dialect,
            variation: 1.0,
            seed,
        }
    }
}

/// The tokens of a chain: its statements, each ended by `;`, then `<answer>`, the answer and `<end>` where it has one.
pub fn render(chain: &Chain, style: &Style) -> Vec<Token> {
    let mut wording = Wording::new(style);
    let mut tokens = Vec::new();
    for &statement in &chain.statements {
        wording.statement(&mut tokens, statement);
    }
    if let Some(answer) = chain.answer {
        tokens.push(Token::ANSWER);
        push_number(&mut tokens, answer);
        tokens.push(Token::END);
    }
    tokens
}

/// The tokens of one statement with its closing `;`.
pub fn render_statement(statement: Statement, style: &Style) -> Vec<Token> {
    let mut tokens = Vec::new();
    Wording::new(style).statement(&mut tokens, statement);
    tokens
}

/// A style with its draws under way.
pub(super) struct Wording {
    dialect: Dialect,
    variation: f64,
    rng: Pcg64Mcg,
}

impl Wording {
    pub(super) fn new(style: &Style) -> Self {
        let rng = Pcg64Mcg::seed_from_u64(style.seed);
        Self {
            dialect: style.dialect,
            variation: style.variation,
            rng,
        }
    }

    fn varies(&mut self) -> bool {
        self.variation > 0.0 && self.rng.random_bool(self.variation)
    }

    fn word(&mut self, concept: Concept) -> Token {
        let words = self.dialect.words(concept);
        if self.varies() {
            words[self.rng.random_range(0..words.len())]
        } else {
            words[0]
        }
    }

    /// Whether the statement takes its second order. Symbols have only one.
    fn reordered(&mut self) -> bool {
        self.varies() && self.dialect != Dialect::Symbols && self.rng.random_bool(0.5)
    }

    /// Strategies, drawn.
    pub(super) fn strategies(&mut self, n: usize) -> Vec<Strategy> {
        let any = |_| Strategy::ALL[self.rng.random_range(0..Strategy::ALL.len())];
        (0..n).map(any).collect()
    }

    pub(super) fn statement(&mut self, tokens: &mut Vec<Token>, statement: Statement) {
        match statement {
            Statement::Plan(strategy) => self.plan(tokens, strategy),
            Statement::Step(step) => self.step(tokens, step),
            Statement::Check {
                value,
                modulus,
                holds,
            } => {
                tokens.push(self.word(Concept::Check));
                push_number(tokens, value);
                tokens.push(self.word(Concept::Below));
                push_number(tokens, modulus);
                tokens.push(self.word(if holds { Concept::Ok } else { Concept::Wrong }));
            }
        }
        tokens.push(Token::STOP);
    }

    fn plan(&mut self, tokens: &mut Vec<Token>, strategy: Strategy) {
        let (first, second) = match strategy {
            Strategy::ReduceThenAdd => (Concept::Reduce, Concept::Add),
            Strategy::AddThenDivide => (Concept::Add, Concept::Divide),
            Strategy::RepeatedSubtraction => (Concept::Add, Concept::Subtract),
        };
        for concept in [Concept::Plan, first, Concept::Then, second] {
            tokens.push(self.word(concept));
        }
    }

    fn step(&mut self, tokens: &mut Vec<Token>, step: Step) {
        match step {
            Step::Reduce { value, modulus, .. } => {
                self.modulo(tokens, modulus, |_, tokens| push_number(tokens, value));
            }
            Step::Divide {
                carry,
                digit,
                modulus,
                ..
            } => self.modulo(tokens, modulus, |wording, tokens| {
                push_number(tokens, carry);
                tokens.push(wording.word(Concept::Next));
                push_number(tokens, digit);
            }),
            Step::Add { left, right, .. } => {
                self.sum(tokens, left, Concept::Plus, right, Concept::Add)
            }
            Step::Subtract { left, right, .. } => {
                self.sum(tokens, left, Concept::Minus, right, Concept::Subtract)
            }
            Step::Multiply { left, right, .. } => {
                push_number(tokens, left);
                tokens.push(self.word(Concept::Times));
                push_number(tokens, right);
            }
        }
        tokens.push(self.word(Concept::Is));
        push_number(tokens, step.result());
    }

    /// `value mod m`, or `mod m of value`.
    fn modulo(
        &mut self,
        tokens: &mut Vec<Token>,
        modulus: i64,
        value: impl FnOnce(&mut Self, &mut Vec<Token>),
    ) {
        if self.reordered() {
            tokens.push(self.word(Concept::Mod));
            push_number(tokens, modulus);
            tokens.push(self.word(Concept::Of));
            value(self, tokens);
        } else {
            value(self, tokens);
            tokens.push(self.word(Concept::Mod));
            push_number(tokens, modulus);
        }
    }

    /// `left plus right`, or `add left plus right`.
    fn sum(
        &mut self,
        tokens: &mut Vec<Token>,
        left: i64,
        sign: Concept,
        right: i64,
        verb: Concept,
    ) {
        if self.reordered() {
            tokens.push(self.word(verb));
        }
        push_number(tokens, left);
        tokens.push(self.word(sign));
        push_number(tokens, right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::solve;
    use crate::vocabulary::text_of;

    #[track_caller]
    fn check(style: Style, chain: &str) {
        let problem = "67 + 58 mod 7".parse().unwrap();
        assert_eq!(
            text_of(&render(&solve(&problem, Strategy::ReduceThenAdd), &style)),
            chain
        );
    }

    #[test]
    fn the_same_chain_in_other_words() {
        check(
            Style::plain(Dialect::German),
            "vorhaben reduziere dann addiere ; 67 modulo 7 ergibt 4 ; 58 modulo 7 ergibt 2 ; 4 und 2 ergibt 6 ; 6 modulo 7 ergibt 6 ; prüfe 6 unter 7 gut ; <answer> 6 <end>",
        );
        check(
            Style::plain(Dialect::Spanish),
            "idea reducir luego sumar ; 67 módulo 7 da 4 ; 58 módulo 7 da 2 ; 4 más 2 da 6 ; 6 módulo 7 da 6 ; comprobar 6 bajo 7 bien ; <answer> 6 <end>",
        );
        check(
            Style::plain(Dialect::Symbols),
            ": ↓ → Σ ; 67 % 7 = 4 ; 58 % 7 = 2 ; 4 + 2 = 6 ; 6 % 7 = 6 ; ! 6 < 7 ✓ ; <answer> 6 <end>",
        );
        check(
            Style::varied(Dialect::English, 3),
            "approach simplify then add ; mod 7 of 67 gives 4 ; 58 mod 7 makes 2 ; sum 4 plus 2 makes 6 ; 6 mod 7 gives 6 ; check 6 under 7 ok ; <answer> 6 <end>",
        );
    }
}
