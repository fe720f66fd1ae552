//! The tokens of the tiny language, and what each word means in each dialect.
//!
//! A word is a [`Concept`] said in a [`Dialect`]; several words of one dialect may say the same concept (synonyms, the
//! first being canonical). Digits, the operators of a problem and the special tokens belong to no dialect.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// One token, by its id: an index into [`vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Token(pub u8);

impl Token {
    /// Fills the end of a row; never read by a model as text.
    pub const PAD: Token = Token(0);
    /// Starts every document.
    pub const PROBLEM: Token = Token(1);
    /// Ends the problem; what follows is the completion.
    pub const ASK: Token = Token(2);
    /// The token after this one is the answer.
    pub const ANSWER: Token = Token(3);
    /// Ends the completion.
    pub const END: Token = Token(4);
    /// Ends a statement of the chain.
    pub const STOP: Token = Token(5);
    /// Says nothing; used to replace a chain by as many empty tokens.
    pub const FILLER: Token = Token(6);
    /// `+`, in problems and in the dialect of symbols.
    pub const PLUS: Token = Token(17);
    /// `-`: the sign of a number, subtraction in problems and in the dialect of symbols.
    pub const MINUS: Token = Token(18);
    /// `%`, in problems and in the dialect of symbols.
    pub const MOD: Token = Token(19);
    /// `×`, in problems and in the dialect of symbols.
    pub const TIMES: Token = Token(20);

    /// The token of a digit, 0 to 9.
    pub fn digit(digit: u8) -> Token {
        assert!(digit < 10, "a digit is below ten");
        Token(FIRST_DIGIT + digit)
    }

    /// The digit that this token stands for, if any.
    pub fn as_digit(self) -> Option<u8> {
        (FIRST_DIGIT..FIRST_DIGIT + 10)
            .contains(&self.0)
            .then(|| self.0 - FIRST_DIGIT)
    }

    /// The token with this text, if any.
    pub fn from_text(text: &str) -> Option<Token> {
        vocabulary()
            .iter()
            .position(|&known| known == text)
            .map(|id| Token(id as u8))
    }

    /// The text of the token. Ids outside the vocabulary (from a damaged link, say) read as `<unknown>`.
    pub fn text(self) -> &'static str {
        vocabulary()
            .get(usize::from(self.0))
            .copied()
            .unwrap_or("<unknown>")
    }

    /// What the token says in a chain, and in which dialect (`None` where several share it).
    pub fn meaning(self) -> Option<(Concept, Option<Dialect>)> {
        match self {
            Token::PLUS => Some((Concept::Plus, None)),
            Token::MINUS => Some((Concept::Minus, None)),
            Token::MOD => Some((Concept::Mod, None)),
            Token::TIMES => Some((Concept::Times, None)),
            _ => {
                let word = usize::from(self.0).checked_sub(usize::from(FIRST_WORD))?;
                WORDS
                    .get(word)
                    .map(|&(_, concept, dialect)| (concept, Some(dialect)))
            }
        }
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// A way of wording a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dialect {
    /// English words, with the most synonyms.
    English,
    /// German words.
    German,
    /// Spanish words.
    Spanish,
    /// Bare symbols.
    Symbols,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: [Dialect; 4] = [
        Dialect::English,
        Dialect::German,
        Dialect::Spanish,
        Dialect::Symbols,
    ];

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::English => "english",
            Dialect::German => "german",
            Dialect::Spanish => "spanish",
            Dialect::Symbols => "symbols",
        }
    }

    /// The words that say a concept, the canonical one first. Never empty, except for [`Concept::Of`] in symbols.
    pub fn words(self, concept: Concept) -> Vec<Token> {
        let shared = match concept {
            Concept::Plus => Token::PLUS,
            Concept::Minus => Token::MINUS,
            Concept::Mod => Token::MOD,
            Concept::Times => Token::TIMES,
            _ => Token::PAD,
        };
        if self == Dialect::Symbols && shared != Token::PAD {
            return vec![shared];
        }
        let said =
            |&(_, (_, c, d)): &(usize, &(&str, Concept, Dialect))| *c == concept && *d == self;
        let id = |(idx, _): (usize, _)| Token(FIRST_WORD + idx as u8);
        WORDS.iter().enumerate().filter(said).map(id).collect()
    }
}

/// What a word of a chain says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Concept {
    /// Opens the plan.
    Plan,
    /// Take each term modulo m. In a plan only.
    Reduce,
    /// Add: in a plan, or at the head of an addition.
    Add,
    /// Divide digit by digit. In a plan only.
    Divide,
    /// Subtract: in a plan, or at the head of a subtraction.
    Subtract,
    /// Between the two parts of a plan.
    Then,
    /// "modulo".
    Mod,
    /// Between the modulus and the number, where the modulus comes first.
    Of,
    /// "plus".
    Plus,
    /// "minus".
    Minus,
    /// "times".
    Times,
    /// Brings down the next digit.
    Next,
    /// Between a computation and its result.
    Is,
    /// Opens a check.
    Check,
    /// "is smaller than".
    Below,
    /// The check holds.
    Ok,
    /// The check does not hold.
    Wrong,
}

const FIRST_DIGIT: u8 = 7;
const FIRST_WORD: u8 = 21;

/// Every word: text, what it says, in which dialect. The order is the order of ids: models depend on it.
const WORDS: &[(&str, Concept, Dialect)] = {
    use Concept::*;
    use Dialect::*;
    &[
        ("plan", Plan, English),
        ("approach", Plan, English),
        ("reduce", Reduce, English),
        ("simplify", Reduce, English),
        ("add", Add, English),
        ("sum", Add, English),
        ("divide", Divide, English),
        ("subtract", Subtract, English),
        ("remove", Subtract, English),
        ("then", Then, English),
        ("mod", Mod, English),
        ("of", Of, English),
        ("plus", Plus, English),
        ("and", Plus, English),
        ("minus", Minus, English),
        ("less", Minus, English),
        ("times", Times, English),
        ("next", Next, English),
        ("is", Is, English),
        ("gives", Is, English),
        ("makes", Is, English),
        ("check", Check, English),
        ("verify", Check, English),
        ("below", Below, English),
        ("under", Below, English),
        ("ok", Ok, English),
        ("right", Ok, English),
        ("wrong", Wrong, English),
        ("vorhaben", Plan, German),
        ("reduziere", Reduce, German),
        ("addiere", Add, German),
        ("teile", Divide, German),
        ("subtrahiere", Subtract, German),
        ("dann", Then, German),
        ("modulo", Mod, German),
        ("von", Of, German),
        ("und", Plus, German),
        ("weniger", Minus, German),
        ("mal", Times, German),
        ("dazu", Next, German),
        ("ergibt", Is, German),
        ("macht", Is, German),
        ("prüfe", Check, German),
        ("unter", Below, German),
        ("gut", Ok, German),
        ("falsch", Wrong, German),
        ("idea", Plan, Spanish),
        ("reducir", Reduce, Spanish),
        ("sumar", Add, Spanish),
        ("dividir", Divide, Spanish),
        ("restar", Subtract, Spanish),
        ("luego", Then, Spanish),
        ("módulo", Mod, Spanish),
        ("de", Of, Spanish),
        ("más", Plus, Spanish),
        ("menos", Minus, Spanish),
        ("por", Times, Spanish),
        ("sigue", Next, Spanish),
        ("da", Is, Spanish),
        ("resulta", Is, Spanish),
        ("comprobar", Check, Spanish),
        ("bajo", Below, Spanish),
        ("bien", Ok, Spanish),
        ("falso", Wrong, Spanish),
        (":", Plan, Symbols),
        ("↓", Reduce, Symbols),
        ("Σ", Add, Symbols),
        ("÷", Divide, Symbols),
        ("∖", Subtract, Symbols),
        ("→", Then, Symbols),
        ("|", Next, Symbols),
        ("=", Is, Symbols),
        ("!", Check, Symbols),
        ("<", Below, Symbols),
        ("✓", Ok, Symbols),
        ("✗", Wrong, Symbols),
    ]
};

/// The text of every token, by id.
pub fn vocabulary() -> &'static [&'static str] {
    static VOCABULARY: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut tokens = vec!["<pad>", "<problem>", "?", "<answer>", "<end>", ";", "…"];
        tokens.extend([
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "-", "%", "×",
        ]);
        tokens.extend(WORDS.iter().map(|(text, ..)| text));
        tokens
    });
    &VOCABULARY
}

/// Appends a number: `-` where it is negative, then its digits, most significant first.
pub fn push_number(tokens: &mut Vec<Token>, number: i64) {
    if number < 0 {
        tokens.push(Token::MINUS);
    }
    tokens.extend(
        number
            .unsigned_abs()
            .to_string()
            .bytes()
            .map(|byte| Token::digit(byte - b'0')),
    );
}

/// The tokens as text with a space between them, digits of one number together.
pub fn text_of(tokens: &[Token]) -> String {
    let mut text = String::new();
    let mut after_digit = false;
    for token in tokens {
        let is_digit = token.as_digit().is_some();
        if !(text.is_empty() || is_digit && after_digit) {
            text.push(' ');
        }
        text.push_str(token.text());
        after_digit = is_digit;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_has_its_own_text() {
        let mut texts = vocabulary().to_vec();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), vocabulary().len());
        for (id, text) in vocabulary().iter().enumerate() {
            assert_eq!(Token::from_text(text), Some(Token(id as u8)));
        }
    }

    #[test]
    fn named_ids_are_where_they_are_said_to_be() {
        let named = [
            (Token::PAD, "<pad>"),
            (Token::PROBLEM, "<problem>"),
            (Token::ASK, "?"),
            (Token::ANSWER, "<answer>"),
            (Token::END, "<end>"),
            (Token::STOP, ";"),
            (Token::FILLER, "…"),
            (Token::digit(0), "0"),
            (Token::digit(9), "9"),
            (Token::PLUS, "+"),
            (Token::MINUS, "-"),
            (Token::MOD, "%"),
            (Token::TIMES, "×"),
            (Token(FIRST_WORD), "plan"),
        ];
        for (token, text) in named {
            assert_eq!(token.text(), text);
        }
        assert_eq!(Token(255).text(), "<unknown>");
    }

    #[test]
    fn every_dialect_can_say_everything() {
        use Concept::*;
        for dialect in Dialect::ALL {
            for concept in [
                Plan, Reduce, Add, Divide, Subtract, Then, Mod, Plus, Minus, Times, Next, Is,
                Check, Below, Ok, Wrong,
            ] {
                let words = dialect.words(concept);
                assert!(!words.is_empty(), "{concept:?} in {dialect:?}");
                for word in words {
                    let (meaning, spoken) = word.meaning().unwrap();
                    assert_eq!(meaning, concept);
                    assert!(spoken.is_none_or(|spoken| spoken == dialect));
                }
            }
        }
    }
}
