//! A result as a short text that can be copied, read aloud or typed: `syw1-follows-2103-2113-k7qd`. It holds the lesson, what was
//! foreseen and what came, and a sum over these; no name and no free text.

/// The form, so that a later one can be told from it.
const VERSION: &str = "syw1";
/// What a sum is written with: no letter that is taken for another one, or for a digit.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters of a sum.
const N_SUM: u32 = 4;
/// A lesson has no more questions than this.
const MOST: usize = 40;

/// What a code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultCode {
    /// The lesson's id.
    pub lesson: String,
    /// For each question what was chosen and what was right, where it is known.
    pub answers: Vec<(Option<usize>, Option<usize>)>,
}

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadCode {
    /// It does not have the form of one.
    Form,
    /// A letter is missing, or another one.
    Sum,
}

impl ResultCode {
    /// The text.
    pub fn render(&self) -> String {
        let digit = |choice: Option<usize>| {
            let number = choice.map_or(0, |choice| choice.min(8) as u32 + 1);
            char::from_digit(number, 10).unwrap_or('0')
        };
        let chosen: String = self
            .answers
            .iter()
            .map(|(chosen, _)| digit(*chosen))
            .collect();
        let right: String = self
            .answers
            .iter()
            .map(|(_, right)| digit(*right))
            .collect();
        let body = format!("{VERSION}-{}-{chosen}-{right}", self.lesson);
        let sum = sum(&body);
        format!("{body}-{sum}")
    }

    /// Reads a text, whatever the case of its letters and the spaces in it.
    pub fn parse(text: &str) -> Result<ResultCode, BadCode> {
        // Word processors make longer lines of hyphens.
        let plain = |c: char| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c => c.to_ascii_lowercase(),
        };
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(plain)
            .collect();
        let parts: Vec<&str> = text.split('-').collect();
        let [version, lesson, chosen, right, found] = parts[..] else {
            return Err(BadCode::Form);
        };
        let is_id = !lesson.is_empty() && lesson.bytes().all(|byte| byte.is_ascii_lowercase());
        if version != VERSION || !is_id || chosen.len() > MOST {
            return Err(BadCode::Form);
        }
        if sum(&format!("{version}-{lesson}-{chosen}-{right}")) != found {
            return Err(BadCode::Sum);
        }
        let digits = |text: &str| -> Option<Vec<Option<usize>>> {
            let digit = |c: char| {
                let number = c.to_digit(10)? as usize;
                Some(number.checked_sub(1))
            };
            text.chars().map(digit).collect()
        };
        match (digits(chosen), digits(right)) {
            (Some(chosen), Some(right)) if chosen.len() == right.len() => Ok(ResultCode {
                lesson: lesson.to_owned(),
                answers: chosen.into_iter().zip(right).collect(),
            }),
            _ => Err(BadCode::Form),
        }
    }
}

/// Twenty bits of an FNV-1a hash, so that a slip of the hand is seen.
fn sum(text: &str) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let hash = hash ^ (hash >> 20);
    (0..N_SUM)
        .map(|idx| char::from(LETTERS[(hash >> (5 * idx)) as usize % LETTERS.len()]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn example() -> ResultCode {
        ResultCode {
            lesson: "follows".into(),
            answers: vec![
                (Some(1), Some(1)),
                (Some(0), Some(0)),
                (None, Some(0)),
                (Some(2), None),
            ],
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Result<ResultCode, BadCode>) {
        assert_eq!(ResultCode::parse(text), expected, "{text}");
    }

    #[test]
    fn a_code_is_read_however_it_was_copied() {
        let text = example().render();
        assert!(text.starts_with("syw1-follows-2103-2110-"), "{text}");
        check(&text, Ok(example()));
        check(&format!("  {} \r", text.to_uppercase()), Ok(example()));
        check(&text.replace('-', "\u{2013}"), Ok(example()));
    }

    #[test]
    fn a_slip_is_seen() {
        let text = example().render();
        check(&text.replace("2103", "2113"), Err(BadCode::Sum));
        check(&text.replace("2103", "213"), Err(BadCode::Sum));
        check(&text[..text.len() - 1], Err(BadCode::Sum));
        check("", Err(BadCode::Form));
        check("hello", Err(BadCode::Form));
        check("syw2-follows-1-1-0000", Err(BadCode::Form));
        check(&text.replace("follows", "f\u{f6}llows"), Err(BadCode::Form));
    }

    /// Whether any change of one letter is caught.
    #[test]
    fn every_changed_letter_is_caught() {
        let text = example().render();
        for (idx, _) in text.char_indices() {
            for other in "0123456789abcdefghijklmnopqrstuvwxyz-".chars() {
                let changed = format!("{}{other}{}", &text[..idx], &text[idx + 1..]);
                if changed != text {
                    assert!(ResultCode::parse(&changed).is_err(), "{changed}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_fail(text in "\\PC*|syw1-[a-z]*-[0-9]*-[0-9]*-[0-9a-z]{4}") {
            if let Ok(code) = ResultCode::parse(&text) {
                prop_assert_eq!(ResultCode::parse(&code.render()), Ok(code));
            }
        }

        #[test]
        fn what_is_written_is_read(
            lesson in "[a-z]{1,12}",
            answers in proptest::collection::vec((proptest::option::of(0_usize..9), proptest::option::of(0_usize..9)), 0..40),
        ) {
            let code = ResultCode { lesson, answers };
            prop_assert_eq!(ResultCode::parse(&code.render()), Ok(code));
        }
    }
}
