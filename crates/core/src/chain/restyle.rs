//! Says a written chain again in other words: paraphrase within a dialect, translation into another.
//!
//! The meaning is preserved by construction: every statement is read and worded anew. What was not understood is kept
//! as it stands, and so is the answer.

use super::render::Wording;
use super::{Style, parse};
use crate::vocabulary::Token;

/// The completion in other words.
pub fn restyle(completion: &[Token], style: &Style) -> Vec<Token> {
    let parsed = parse(completion);
    let mut wording = Wording::new(style);
    let mut tokens = Vec::new();
    for segment in parsed.segments {
        match segment.content {
            Ok(statement) => wording.statement(&mut tokens, statement),
            Err(_) => tokens.extend_from_slice(&completion[segment.span]),
        }
    }
    tokens.extend_from_slice(&completion[parsed.answer_start..]);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::parse::tests::{any_chain, any_style, any_tokens};
    use crate::chain::render;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_meaning_stays(chain in any_chain(), from in any_style(), to in any_style()) {
            prop_assert_eq!(parse(&restyle(&render(&chain, &from), &to)).chain(), chain);
        }

        #[test]
        fn the_meaning_of_arbitrary_tokens_stays(tokens in any_tokens(), style in any_style()) {
            prop_assert_eq!(parse(&restyle(&tokens, &style)).chain(), parse(&tokens).chain());
        }

        #[test]
        fn the_same_seed_gives_the_same_words(tokens in any_tokens(), style in any_style()) {
            prop_assert_eq!(restyle(&tokens, &style), restyle(&tokens, &style));
        }
    }
}
