//! A private code for the digits of a chain: what is written says one thing, who has the key reads another.

use serde::{Deserialize, Serialize};

use crate::vocabulary::Token;

/// A key: what is written for each digit. No two digits are written alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u8; 10]", into = "[u8; 10]")]
pub struct Cipher {
    written: [u8; 10],
    read: [u8; 10],
}

impl Cipher {
    /// The key that writes `written[d]` for the digit `d`; `None` where that is no permutation of the digits.
    pub fn new(written: [u8; 10]) -> Option<Cipher> {
        let mut read = [None; 10];
        for (digit, &code) in (0..).zip(&written) {
            let place = read.get_mut(usize::from(code))?;
            if place.replace(digit).is_some() {
                return None;
            }
        }
        Some(Cipher {
            written,
            read: read.map(|digit: Option<u8>| digit.unwrap_or_default()),
        })
    }

    /// A completion as it is written with the key: the digits before its last `<answer>` are replaced. The answer is for
    /// everyone and stays.
    pub fn encode(&self, completion: &[Token]) -> Vec<Token> {
        replaced(completion, &self.written)
    }

    /// What a completion says to who has the key: the inverse of [`Cipher::encode`].
    pub fn decode(&self, completion: &[Token]) -> Vec<Token> {
        replaced(completion, &self.read)
    }
}

fn replaced(completion: &[Token], digits: &[u8; 10]) -> Vec<Token> {
    let answer = completion.iter().rposition(|&token| token == Token::ANSWER);
    let end_of_chain = answer.unwrap_or(completion.len());
    let other = |(at, &token): (usize, &Token)| match token.as_digit() {
        Some(digit) if at < end_of_chain => Token::digit(digits[usize::from(digit)]),
        _ => token,
    };
    completion.iter().enumerate().map(other).collect()
}

impl TryFrom<[u8; 10]> for Cipher {
    type Error = &'static str;

    fn try_from(written: [u8; 10]) -> Result<Cipher, Self::Error> {
        Cipher::new(written).ok_or("a cipher writes every digit, each once")
    }
}

impl From<Cipher> for [u8; 10] {
    fn from(cipher: Cipher) -> [u8; 10] {
        cipher.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::parse::tests::any_tokens;
    use crate::chain::{Strategy, Style, render, solve};
    use crate::vocabulary::text_of;
    use proptest::prelude::{Just, Strategy as PropStrategy, prop_assert_eq, proptest};

    const KEY: [u8; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

    #[test]
    fn digits_of_the_chain_are_replaced_and_those_of_the_answer_are_not() {
        let problem = "67 × 58 mod 7".parse().unwrap();
        let plain = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        let written = Cipher::new(KEY).unwrap().encode(&plain);
        assert_eq!(
            text_of(&written),
            "plan reduce then add ; 78 mod 8 is 5 ; 69 mod 8 is 3 ; 5 times 3 is 9 ; 9 mod 8 is 2 ; check 2 below 8 ok ; <answer> 1 <end>"
        );
    }

    #[test]
    fn what_is_no_permutation_is_no_key() {
        for written in [[0; 10], [10, 1, 2, 3, 4, 5, 6, 7, 8, 9]] {
            assert_eq!(Cipher::new(written), None);
        }
        let text = serde_json::to_string(&Cipher::new(KEY)).unwrap();
        assert_eq!(serde_json::from_str(&text).ok(), Cipher::new(KEY));
        assert!(serde_json::from_str::<Cipher>("[0,0,2,3,4,5,6,7,8,9]").is_err());
    }

    proptest! {
        #[test]
        fn decoding_is_the_inverse_of_encoding(tokens in any_tokens(), key in Just(KEY.to_vec()).prop_shuffle()) {
            let cipher = Cipher::new(key.try_into().unwrap()).unwrap();
            prop_assert_eq!(cipher.decode(&cipher.encode(&tokens)), tokens.clone());
            prop_assert_eq!(cipher.encode(&cipher.decode(&tokens)), tokens);
        }
    }
}
