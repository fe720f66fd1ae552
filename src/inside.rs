//! What a reader looks at inside a model, as plain data: a text with what was seen of it, a problem with one digit changed, and
//! what came back when the one run was put into the other.

use syw_core::Token;
use syw_core::inside::{Copied, Explanation, Patched, WeightMatrix, copies};
use syw_core::problem::{Convention, Problem, Term};
use syw_core::prompt::{direct_prompt, prompt};

/// A text in a model, and what was seen of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    /// The card id of the model.
    pub model: String,
    pub text: Vec<Token>,
    /// `None` until it has been read.
    pub seen: Option<Explanation>,
    /// Why it could not be.
    pub failure: Option<String>,
}

/// All weights of a model.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// The card id of the model.
    pub model: String,
    /// Empty until they are there.
    pub matrices: Vec<WeightMatrix>,
}

/// A sweep of patches.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchRun {
    pub clean: Problem,
    pub corrupt: Problem,
    pub state: PatchState,
}

/// Where a sweep stands.
#[derive(Debug, Clone, PartialEq)]
pub enum PatchState {
    Running,
    Done(Patched),
    /// Why, for people, lower case.
    Failed(String),
}

impl PatchState {
    /// The name in attributes.
    pub fn name(&self) -> &'static str {
        match self {
            PatchState::Running => "running",
            PatchState::Done(_) => "done",
            PatchState::Failed(_) => "failed",
        }
    }
}

/// A digit of an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigitPlace {
    /// Its position in the prompt.
    pub position: usize,
    pub digit: u8,
    /// Which operand.
    term: usize,
    /// Which of its digits, from the left.
    idx: usize,
    /// How many the operand has.
    n_digits: usize,
    is_negative: bool,
}

/// The digits of a problem's operands, from left to right.
pub fn digit_places(problem: &Problem) -> Vec<DigitPlace> {
    let mut found = Vec::new();
    // The prompt begins with one token, and each operator is one.
    let mut position = 1;
    for (term, Term { value, .. }) in problem.terms().iter().enumerate() {
        position += usize::from(term > 0) + usize::from(*value < 0);
        let digits = value.unsigned_abs().to_string();
        for (idx, digit) in digits.bytes().enumerate() {
            found.push(DigitPlace {
                position,
                digit: digit - b'0',
                term,
                idx,
                n_digits: digits.len(),
                is_negative: *value < 0,
            });
            position += 1;
        }
    }
    found
}

impl DigitPlace {
    /// What may stand there instead, so that the number has as many digits.
    pub fn others(self) -> impl Iterator<Item = u8> {
        // Neither a nought before other digits nor one with a sign is written.
        let is_leading = self.idx == 0 && (self.n_digits > 1 || self.is_negative);
        (u8::from(is_leading)..10).filter(move |digit| *digit != self.digit)
    }

    /// The problem with another digit there; `None` where it is of another problem.
    pub fn replaced(self, problem: &Problem, digit: u8) -> Option<Problem> {
        let mut terms = problem.terms().to_vec();
        let value = &mut terms.get_mut(self.term)?.value;
        let place = 10_i64.pow(u32::try_from(self.n_digits - 1 - self.idx).ok()?);
        let by = (i64::from(digit) - i64::from(self.digit)) * place;
        *value += if *value < 0 { -by } else { by };
        Problem::new(terms, problem.modulus())
    }
}

/// The change that is offered first: of the last digit of the first operand that makes another answer right.
pub fn first_change(problem: &Problem) -> Option<(usize, u8)> {
    let places = digit_places(problem);
    let right = problem.answer(Convention::Floored);
    let changes = places
        .iter()
        .enumerate()
        .filter(|(_, place)| place.idx + 1 == place.n_digits)
        .flat_map(|(idx, place)| place.others().map(move |digit| (idx, digit)));
    let is_another = |(idx, digit): &(usize, u8)| {
        let other = places[*idx].replaced(problem, *digit);
        other.is_some_and(|other| other.answer(Convention::Floored) != right)
    };
    let mut changes = changes.filter(is_another);
    changes.next()
}

/// The text in which GPT large answers: the answer comes after its last token.
pub fn large_text(problem: &Problem) -> Vec<Token> {
    direct_prompt(problem)
}

/// The text that GPT small has read when it has ended.
pub fn small_text(problem: &Problem, completion: &[Token]) -> Vec<Token> {
    [&prompt(problem), completion].concat()
}

/// The position that is looked at first: where the first copy of an earlier result is decided, or the last one.
pub fn first_position(problem: &Problem, text: &[Token]) -> usize {
    let n_prompt = prompt(problem).len().min(text.len());
    let copies = copies(&text[n_prompt..], n_prompt);
    let copy = copies.iter().find(|fetch| fetch.what == Copied::Operand);
    copy.map_or(text.len().saturating_sub(1), |fetch| fetch.query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::chain::{Strategy, Style, render, solve};

    fn problem(text: &str) -> Problem {
        text.parse().unwrap()
    }

    #[test]
    fn digits_are_where_the_prompt_has_them() {
        for text in ["67 × 89 mod 7", "-7 + 120 - 3 mod 12", "5 × 0 mod 3"] {
            let problem = problem(text);
            let tokens = direct_prompt(&problem);
            let places = digit_places(&problem);
            for place in &places {
                assert_eq!(tokens[place.position], Token::digit(place.digit), "{text}");
            }
            let n_of_modulus = problem.modulus().to_string().len();
            let n_digits = tokens
                .iter()
                .filter(|token| token.as_digit().is_some())
                .count();
            assert_eq!(places.len(), n_digits - n_of_modulus);
        }
    }

    #[test]
    fn one_digit_is_changed_and_nothing_else() {
        for text in ["67 × 89 mod 7", "-7 + 120 mod 12"] {
            let problem = problem(text);
            let tokens = direct_prompt(&problem);
            for place in digit_places(&problem) {
                for digit in place.others() {
                    let mut expected = tokens.clone();
                    expected[place.position] = Token::digit(digit);
                    let other = place.replaced(&problem, digit).unwrap();
                    assert_eq!(direct_prompt(&other), expected, "{other}");
                }
            }
        }
        let leading: Vec<u8> = digit_places(&problem("67 × 8 mod 7"))[0].others().collect();
        assert_eq!(leading, [1, 2, 3, 4, 5, 7, 8, 9]);
    }

    #[test]
    fn what_is_offered_first_has_another_answer() {
        assert_eq!(first_change(&problem("67 × 89 mod 7")), Some((1, 1)));
        // Whatever the first number is, the answer is 0.
        assert_eq!(first_change(&problem("67 × 0 mod 7")), Some((2, 1)));
        assert_eq!(first_change(&problem("7 × 7 × 2 mod 7")), None);
    }

    #[test]
    fn a_chain_is_looked_at_where_it_copies() {
        let problem = problem("67 × 89 mod 7");
        let chain = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        let text = small_text(&problem, &chain);
        let position = first_position(&problem, &text);
        assert_eq!(text[position + 1], Token::digit(4));
        assert_eq!(text[position], Token::STOP);
        let large = large_text(&problem);
        assert_eq!(first_position(&problem, &large), large.len() - 1);
    }
}
