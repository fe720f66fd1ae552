//! What a link says that came out, and whether it comes out again.
//!
//! A shared link holds, beside the settings, for each run of the duel the model (the first 32 bits of its SHA-256), the answer, and a
//! digest of all tokens (the first 32 bits of the SHA-256 of their ids). Who opens it runs the same and compares:
//! `v=3fa9c1d2.4.8b12aa01~77aa01bc.4.19ab34cd~77aa01bc.n.0badcafe`, for large, small, and small after the edit; `n` is no answer.

use std::fmt;

use sha2::{Digest, Sha256};
use syw_core::Token;
use syw_core::outside::quoted;

/// The key of a proof in the hash.
pub const KEY: &str = "v";

/// The runs of the duel, in the order in which a link has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Run {
    Large,
    Small,
    /// Small, after the edit.
    Edited,
}

impl Run {
    const ALL: [Run; 3] = [Run::Large, Run::Small, Run::Edited];

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Run::Large => "large",
            Run::Small => "small",
            Run::Edited => "edited",
        }
    }
}

/// What came out of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The first 32 bits of the digest of the model's file.
    pub model: u32,
    pub answer: Option<i64>,
    /// The first 32 bits of the digest of all tokens.
    pub tokens: u32,
}

impl Outcome {
    /// What came out. `sha256`: the digest of the model's file, as its card has it; `None` where it is not one.
    pub fn of(sha256: &str, answer: Option<i64>, tokens: &[Token]) -> Option<Outcome> {
        let ids: Vec<u8> = tokens.iter().map(|token| token.0).collect();
        let digest = Sha256::digest(&ids);
        Some(Outcome {
            model: u32::from_str_radix(sha256.get(..8)?, 16).ok()?,
            answer,
            tokens: u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]),
        })
    }

    fn parse(text: &str) -> Option<Outcome> {
        let mut fields = text.split('.');
        let digits = |text: &str| {
            let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            let is_whole = text.len() == 8 && text.bytes().all(is_hex);
            is_whole
                .then(|| u32::from_str_radix(text, 16).ok())
                .flatten()
        };
        let model = digits(fields.next()?)?;
        let answer = match fields.next()? {
            "n" => None,
            number => Some(number.parse().ok()?),
        };
        let tokens = digits(fields.next()?)?;
        fields.next().is_none().then_some(Outcome {
            model,
            answer,
            tokens,
        })
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answer = self
            .answer
            .map_or("n".to_owned(), |answer| answer.to_string());
        write!(f, "{:08x}.{answer}.{:08x}", self.model, self.tokens)
    }
}

/// What came out of the duel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    pub large: Outcome,
    pub small: Outcome,
    /// After the edit, where there is one.
    pub edited: Option<Outcome>,
}

impl Proof {
    fn outcome(&self, run: Run) -> Option<Outcome> {
        match run {
            Run::Large => Some(self.large),
            Run::Small => Some(self.small),
            Run::Edited => self.edited,
        }
    }

    /// The value in a hash. `parse` is its inverse.
    pub fn parse(text: &str) -> Option<Proof> {
        let outcomes: Vec<Outcome> = text
            .split('~')
            .take(4)
            .map(Outcome::parse)
            .collect::<Option<_>>()?;
        match *outcomes.as_slice() {
            [large, small] => Some(Proof {
                large,
                small,
                edited: None,
            }),
            [large, small, edited] => Some(Proof {
                large,
                small,
                edited: Some(edited),
            }),
            _ => None,
        }
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.large, self.small)?;
        self.edited.map_or(Ok(()), |edited| write!(f, "~{edited}"))
    }
}

/// The proof in a hash: `None` where it has none, `Some(Err)` with the text, in short, where it is not understood.
pub fn in_hash(hash: &str) -> Option<Result<Proof, String>> {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let pairs = hash
        .split(['&', '?'])
        .filter_map(|part| part.split_once('='));
    let (_, value) = pairs.into_iter().find(|(key, _)| *key == KEY)?;
    Some(Proof::parse(value).ok_or_else(|| quoted(value)))
}

/// The hash of settings with a proof at its end.
pub fn with_proof(hash: &str, proof: &Proof) -> String {
    match hash {
        "" => format!("{KEY}={proof}"),
        hash => format!("{hash}&{KEY}={proof}"),
    }
}

/// One way in which what came out here is not what the link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Another model answered, so that the rest cannot be compared.
    Model { run: Run },
    /// Another answer from the same model.
    Answer {
        run: Run,
        linked: Option<i64>,
        found: Option<i64>,
    },
    /// The same answer, but not word for word.
    Tokens { run: Run },
    /// There is a run on one side only.
    Missing { run: Run },
}

/// What differs between what a link says and what was found; empty where it is reproduced.
pub fn differences(linked: &Proof, found: &Proof) -> Vec<Difference> {
    let of = |run: Run| match (linked.outcome(run), found.outcome(run)) {
        (None, None) => None,
        (Some(linked), Some(found)) if linked.model != found.model => {
            Some(Difference::Model { run })
        }
        (Some(linked), Some(found)) if linked.answer != found.answer => Some(Difference::Answer {
            run,
            linked: linked.answer,
            found: found.answer,
        }),
        (Some(linked), Some(found)) if linked.tokens != found.tokens => {
            Some(Difference::Tokens { run })
        }
        (Some(_), Some(_)) => None,
        _ => Some(Difference::Missing { run }),
    };
    Run::ALL.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LARGE: Outcome = Outcome {
        model: 0x3fa9_c1d2,
        answer: Some(4),
        tokens: 0x8b12_aa01,
    };
    const SMALL: Outcome = Outcome {
        model: 0x00aa_01bc,
        answer: Some(-12),
        tokens: 1,
    };

    fn proof(edited: Option<Outcome>) -> Proof {
        Proof {
            large: LARGE,
            small: SMALL,
            edited,
        }
    }

    #[test]
    fn a_proof_is_written_after_the_settings() {
        let edited = Outcome {
            answer: None,
            ..SMALL
        };
        let hash = with_proof("p=6", &proof(Some(edited)));
        assert_eq!(
            hash,
            "p=6&v=3fa9c1d2.4.8b12aa01~00aa01bc.-12.00000001~00aa01bc.n.00000001"
        );
        assert_eq!(
            in_hash(&format!("#{hash}?secret=1")),
            Some(Ok(proof(Some(edited))))
        );
        assert_eq!(
            in_hash(&with_proof("", &proof(None))),
            Some(Ok(proof(None)))
        );
        assert_eq!(in_hash("#p=6"), None);
    }

    #[track_caller]
    fn check_bad(value: &str) {
        assert_eq!(in_hash(&format!("v={value}")), Some(Err(value.to_owned())));
    }

    #[test]
    fn what_is_no_proof_is_said() {
        for value in [
            "",
            "x",
            "3fa9c1d2.4.8b12aa01",
            "3fa9c1d2.4~3fa9c1d2.4",
            "3fa9c1d2.4.8b12aa01~3fa9c1d2.four.8b12aa01",
            "3FA9C1D2.4.8b12aa01~3fa9c1d2.4.8b12aa01",
            "3fa9c1d2.4.8b12aa01~3fa9c1d2.4.8b12aa01~~",
        ] {
            check_bad(value);
        }
    }

    #[track_caller]
    fn check(change: impl Fn(&mut Proof), expected: &[Difference]) {
        let (linked, mut found) = (proof(Some(SMALL)), proof(Some(SMALL)));
        change(&mut found);
        assert_eq!(differences(&linked, &found), expected);
    }

    #[test]
    fn every_difference_is_named() {
        check(|_| (), &[]);
        check(
            |found| found.small.model = 7,
            &[Difference::Model { run: Run::Small }],
        );
        check(
            |found| found.large.answer = None,
            &[Difference::Answer {
                run: Run::Large,
                linked: Some(4),
                found: None,
            }],
        );
        check(
            |found| found.small.tokens = 7,
            &[Difference::Tokens { run: Run::Small }],
        );
        check(
            |found| found.edited = None,
            &[Difference::Missing { run: Run::Edited }],
        );
    }

    #[test]
    fn a_digest_tells_texts_apart() {
        let of = |tokens: &[Token]| Outcome::of("3fa9c1d2ff", Some(1), tokens).unwrap();
        assert_eq!(of(&[Token(1), Token(2)]), of(&[Token(1), Token(2)]));
        assert_ne!(
            of(&[Token(1), Token(2)]).tokens,
            of(&[Token(2), Token(1)]).tokens
        );
        assert_eq!(of(&[]).model, 0x3fa9_c1d2);
        assert_eq!(Outcome::of("no digest", None, &[]), None);
        assert_eq!(Outcome::of("", None, &[]), None);
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse(model: u32, answer: Option<i64>, tokens: u32, is_edited: bool) {
            let outcome = Outcome { model, answer, tokens };
            let proof = Proof { large: outcome, small: SMALL, edited: is_edited.then_some(outcome) };
            prop_assert_eq!(Proof::parse(&proof.to_string()), Some(proof));
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,60}") {
            let _ = in_hash(&text);
        }
    }
}
