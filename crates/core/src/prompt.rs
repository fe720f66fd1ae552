//! A problem as the tokens that a model is given, and an answer read from the tokens that it gives back.

use crate::problem::{Operator, Problem};
use crate::vocabulary::{Concept, Dialect, Token, push_number};

/// The longest prompt and completion together, in tokens: the models' table of positions ends here.
pub const MAX_LENGTH: usize = 128;

/// The prompt of a problem: `<problem> 6 7 + 5 8 % 7 ?`.
pub fn prompt(problem: &Problem) -> Vec<Token> {
    let mut tokens = vec![Token::PROBLEM];
    for (term_idx, term) in problem.terms().iter().enumerate() {
        if term_idx > 0 {
            tokens.push(match term.operator {
                Operator::Plus => Token::PLUS,
                Operator::Minus => Token::MINUS,
                Operator::Times => Token::TIMES,
            });
        }
        push_number(&mut tokens, term.value);
    }
    tokens.push(Token::MOD);
    push_number(&mut tokens, problem.modulus());
    tokens.push(Token::ASK);
    tokens
}

/// The prompt with `<answer>` after it: the very next token is the answer, so one forward pass gives it.
pub fn direct_prompt(problem: &Problem) -> Vec<Token> {
    let mut tokens = prompt(problem);
    tokens.push(Token::ANSWER);
    tokens
}

/// The prompt of no problem, `<problem> ?`: for who is to read a chain without its problem.
pub fn blank_prompt() -> Vec<Token> {
    vec![Token::PROBLEM, Token::ASK]
}

/// What is forced after the prompt to ask for a chain: the word that opens a plan.
pub fn chain_start() -> Vec<Token> {
    vec![Dialect::English.words(Concept::Plan)[0]]
}

/// The answer that a completion gives: the number after its last `<answer>`, if that is a number and nothing but
/// `<end>` or the end of the completion follows.
pub fn answer_of(completion: &[Token]) -> Option<i64> {
    let start = completion
        .iter()
        .rposition(|&token| token == Token::ANSWER)?
        + 1;
    let said = &completion[start..];
    let said = said
        .split(|&token| token == Token::END)
        .next()
        .unwrap_or(said);
    let (negative, digits) = match said.split_first() {
        Some((&Token::MINUS, rest)) => (true, rest),
        _ => (false, said),
    };
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    let digits: Option<Vec<u8>> = digits.iter().map(|token| token.as_digit()).collect();
    let value = digits?
        .into_iter()
        .fold(0, |value, digit| value * 10 + i64::from(digit));
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::text_of;

    #[track_caller]
    fn check(text: &str, tokens: &str) {
        assert_eq!(text_of(&prompt(&text.parse().unwrap())), tokens);
    }

    #[test]
    fn prompts() {
        check("67 + 58 mod 7", "<problem> 67 + 58 % 7 ?");
        check("-7 + 3 mod 5", "<problem> - 7 + 3 % 5 ?");
        check("7 + 3 × 12 mod 5", "<problem> 7 + 3 × 12 % 5 ?");
        check("7 - -3 mod 12", "<problem> 7 - - 3 % 12 ?");
    }

    #[track_caller]
    fn check_answer(texts: &[&str], answer: Option<i64>) {
        let tokens: Vec<Token> = texts
            .iter()
            .map(|text| Token::from_text(text).unwrap())
            .collect();
        assert_eq!(answer_of(&tokens), answer);
    }

    #[test]
    fn answers() {
        check_answer(&["<answer>", "4", "<end>"], Some(4));
        check_answer(&["<answer>", "1", "1"], Some(11));
        check_answer(&["plan", ";", "<answer>", "-", "4", "<end>"], Some(-4));
        check_answer(&["4", "<end>"], None);
        check_answer(&["<answer>", "<end>"], None);
        check_answer(&["<answer>", "4", "plan"], None);
        check_answer(&["<answer>", "1", "1", "1", "1", "1", "1", "1"], None);
        check_answer(&[], None);
    }
}
