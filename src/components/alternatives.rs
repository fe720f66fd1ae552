//! What the popover offers in the place of a token: likely tokens first, then every digit. Pure.

use syw_core::Token;

use crate::completion::TokenView;
use crate::t;

/// One token to choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alternative {
    pub token: Token,
    /// How probable the model found it there, where it is among the most probable.
    pub prob: Option<f32>,
}

/// The tokens that the model found likely at this place, most probable first, then the digits that are not among them.
/// The token that stands there is left out, and so are those that only a prompt holds.
pub fn alternatives(view: &TokenView) -> Vec<Alternative> {
    let offered = |token: Token| {
        token != view.token && token != Token::PAD && token != Token::PROBLEM && token != Token::ASK
    };
    let mut found: Vec<Alternative> = view
        .top
        .iter()
        .filter(|(token, _)| offered(*token))
        .map(|&(token, prob)| Alternative {
            token,
            prob: Some(prob),
        })
        .collect();
    for digit in (0..10).map(Token::digit) {
        if offered(digit) && found.iter().all(|alternative| alternative.token != digit) {
            found.push(Alternative {
                token: digit,
                prob: None,
            });
        }
    }
    found
}

/// A token as it is written on the page: the special ones in words, with a visible sign for the end.
pub fn shown(token: Token) -> &'static str {
    match token {
        Token::ANSWER => "answer",
        Token::END => "end",
        token => token.text(),
    }
}

/// A token as it is spoken.
pub fn spoken(token: Token) -> String {
    match token {
        Token::STOP => t!("token-spoken-stop"),
        Token::FILLER => t!("token-spoken-filler"),
        Token::ANSWER => t!("token-spoken-answer"),
        Token::END => t!("token-spoken-end"),
        token => token.text().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::completion::Origin;

    #[test]
    fn likely_tokens_come_first_and_every_digit_is_there_once() {
        let four = Token::digit(4);
        let top = vec![
            (four, 0.9),
            (Token::digit(2), 0.08),
            (Token::PROBLEM, 0.01),
            (Token::STOP, 0.005),
        ];
        let view = TokenView {
            token: four,
            prob: Some(0.9),
            top,
            origin: Origin::Written,
        };
        let found = alternatives(&view);
        assert_eq!(
            (found[0].token, found[0].prob),
            (Token::digit(2), Some(0.08))
        );
        assert_eq!((found[1].token, found[1].prob), (Token::STOP, Some(0.005)));
        assert!(
            found[2..]
                .iter()
                .all(|alternative| alternative.prob.is_none())
        );
        let digits = found
            .iter()
            .filter(|alternative| alternative.token.as_digit().is_some());
        assert_eq!(digits.count(), 9);
        assert!(found.iter().all(|alternative| alternative.token != four));
    }
}
