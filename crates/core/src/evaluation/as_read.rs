//! Models that read otherwise than a text says: through a key, or a chain without its problem.

use super::Way;
use crate::card::ModelCard;
use crate::corpus::end_of_reductions;
use crate::decoding::{BatchModel, Completion};
use crate::prompt::blank_prompt;
use crate::vocabulary::Token;

/// A model, with what stands between it and the text that it is given.
///
/// For [`Way::Keyed`], what it is given is put into its code, and what it writes is read with the key: whoever asks and
/// alters does so in plain digits. A model that reads chains without their problem is shown the problem until a chain has
/// reduced its terms, and from there on the chain alone, which it reads anew: nothing of what it knew is kept.
pub struct AsRead<'a, M> {
    model: &'a M,
    card: &'a ModelCard,
    way: Way,
}

impl<'a, M: BatchModel> AsRead<'a, M> {
    /// As a model's card and the way of asking say.
    pub fn new(model: &'a M, card: &'a ModelCard, way: Way) -> AsRead<'a, M> {
        AsRead { model, card, way }
    }

    fn keyed(&self, texts: &[Vec<Token>], max_new: usize) -> Result<Vec<Completion>, M::Error> {
        let Some(cipher) = self.card.cipher else {
            return self.model.complete(texts, max_new);
        };
        let parts = texts.iter().map(|text| text.split_at(end_of_prompt(text)));
        let parts: Vec<(&[Token], &[Token])> = parts.collect();
        let encoded = |(prompt, given): &(&[Token], &[Token])| {
            [prompt, cipher.encode(given).as_slice()].concat()
        };
        let written = self
            .model
            .complete(&parts.iter().map(encoded).collect::<Vec<_>>(), max_new)?;
        let both = parts.iter().zip(written);
        Ok(both
            .map(|((_, given), written)| {
                // What is a digit of the chain and what of the answer, only both together say.
                let whole = [&cipher.encode(given), &written.tokens[..]].concat();
                Completion {
                    tokens: cipher.decode(&whole)[given.len()..].to_vec(),
                    ..written
                }
            })
            .collect())
    }

    fn without_problem(
        &self,
        texts: &[Vec<Token>],
        max_new: usize,
    ) -> Result<Vec<Completion>, M::Error> {
        let first = self.model.complete(texts, max_new)?;
        // A chain that never reduces its terms, or an answer without a chain, is left as it is.
        let mut completions = Vec::with_capacity(texts.len());
        let mut blind = Vec::new();
        for (idx, (text, written)) in texts.iter().zip(first).enumerate() {
            let start = end_of_prompt(text);
            let whole = [&text[start..], &written.tokens].concat();
            let reduced = end_of_reductions(&whole, n_terms(&text[..start]));
            completions.push(written);
            if let Some(end) = reduced {
                let n_given = end.max(text.len() - start);
                let shown = [&blank_prompt()[..], &whole[..n_given]].concat();
                blind.push((idx, n_given - (text.len() - start), shown));
            }
        }
        let shown: Vec<Vec<Token>> = blind.iter().map(|(_, _, shown)| shown.clone()).collect();
        let rest = self.model.complete(&shown, max_new)?;
        for ((idx, n_kept, _), rest) in blind.into_iter().zip(rest) {
            let completion = &mut completions[idx];
            completion.tokens.truncate(n_kept);
            completion.probs.truncate(n_kept);
            completion.tokens.extend(rest.tokens);
            completion.probs.extend(rest.probs);
        }
        Ok(completions)
    }
}

impl<M: BatchModel> BatchModel for AsRead<'_, M> {
    type Error = M::Error;

    fn complete(&self, texts: &[Vec<Token>], max_new: usize) -> Result<Vec<Completion>, M::Error> {
        match self.way {
            Way::Keyed => self.keyed(texts, max_new),
            _ if self.card.reads_chain_only => self.without_problem(texts, max_new),
            _ => self.model.complete(texts, max_new),
        }
    }
}

fn end_of_prompt(text: &[Token]) -> usize {
    let ask = text.iter().position(|&token| token == Token::ASK);
    ask.map_or(0, |ask| ask + 1)
}

/// How many terms a prompt has: one more than it has operators, a sign before a number being none.
fn n_terms(prompt: &[Token]) -> usize {
    let is_operator = |pair: &&[Token]| {
        pair[0].as_digit().is_some() && [Token::PLUS, Token::MINUS, Token::TIMES].contains(&pair[1])
    };
    prompt.windows(2).filter(is_operator).count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Cipher, Strategy, Style, render, solve};
    use crate::problem::Problem;
    use crate::prompt::prompt;
    use crate::vocabulary::text_of;
    use std::cell::RefCell;

    const CARD: &str = include_str!("../../../../public/models/small-chain_rl-s0/card.json");
    const KEY: [u8; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

    /// Goes on with a text that it knows, and remembers what it was asked.
    struct Knows {
        text: Vec<Token>,
        asked: RefCell<Vec<String>>,
    }

    impl BatchModel for Knows {
        type Error = std::convert::Infallible;

        fn complete(&self, texts: &[Vec<Token>], _: usize) -> Result<Vec<Completion>, Self::Error> {
            let continued = |text: &Vec<Token>| {
                self.asked.borrow_mut().push(text_of(text));
                let given = text.len() - end_of_prompt(text);
                let tokens = self.text[given..].to_vec();
                let probs = vec![1.0; tokens.len()];
                Completion { tokens, probs }
            };
            Ok(texts.iter().map(continued).collect())
        }
    }

    fn right() -> (Problem, Vec<Token>) {
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let chain = solve(&problem, Strategy::ReduceThenAdd);
        (problem, render(&chain, &Style::canonical()))
    }

    #[test]
    fn through_the_key_all_is_plain() {
        let (problem, plain) = right();
        let cipher = Cipher::new(KEY).unwrap();
        let card = ModelCard {
            cipher: Some(cipher),
            ..serde_json::from_str(CARD).unwrap()
        };
        let model = Knows {
            text: cipher.encode(&plain),
            asked: RefCell::default(),
        };
        for n_given in [0, 9, plain.len() - 2] {
            let text = [&prompt(&problem), &plain[..n_given]].concat();
            let as_read = AsRead::new(&model, &card, Way::Keyed);
            let written = as_read.complete(&[text], 128).unwrap().remove(0);
            assert_eq!(text_of(&written.tokens), text_of(&plain[n_given..]));
            assert_eq!(written.probs.len(), written.tokens.len());
        }
        let asked = model.asked.borrow();
        assert_eq!(
            asked[1],
            "<problem> 37 × 58 % 7 ? plan reduce then add ; 48 mod 8"
        );
    }

    #[test]
    fn a_reader_of_chains_is_not_shown_the_problem() {
        let (problem, plain) = right();
        let card = ModelCard {
            reads_chain_only: true,
            ..serde_json::from_str(CARD).unwrap()
        };
        let model = Knows {
            text: plain.clone(),
            asked: RefCell::default(),
        };
        for n_given in [0, 14, 22] {
            let text = [&prompt(&problem), &plain[..n_given]].concat();
            let as_read = AsRead::new(&model, &card, Way::Own);
            let written = as_read.complete(&[text], 128).unwrap().remove(0);
            assert_eq!(text_of(&written.tokens), text_of(&plain[n_given..]));
        }
        let asked = model.asked.borrow();
        assert_eq!(
            asked[1],
            "<problem> ? plan reduce then add ; 37 mod 7 is 2 ; 58 mod 7 is 2 ;"
        );
        assert_eq!(
            asked[5],
            "<problem> ? plan reduce then add ; 37 mod 7 is 2 ; 58 mod 7 is 2 ; 2 times 2"
        );
    }

    #[test]
    fn terms_are_counted() {
        for (text, n) in [
            ("7 mod 5", 1),
            ("-7 × -3 mod 5", 2),
            ("1 - 2 × 3 + 4 mod 9", 4),
        ] {
            let problem: Problem = text.parse().unwrap();
            assert_eq!(n_terms(&prompt(&problem)), n);
        }
    }
}
