//! What a reader holds of the claims, before and after: kept on the reader's machine only, as one short text.

use std::collections::BTreeMap;

use crate::locale::named;

/// What a reader holds of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    Holds,
    DoesNot,
    Unsure,
}

impl Stance {
    pub const ALL: [Stance; 3] = [Stance::Holds, Stance::DoesNot, Stance::Unsure];

    /// The name in attributes and messages.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Holds => "holds",
            Stance::DoesNot => "does_not",
            Stance::Unsure => "unsure",
        }
    }

    /// In a few words, for a button.
    pub fn label(self) -> String {
        named("stance", self.name())
    }

    fn letter(self) -> char {
        match self {
            Stance::Holds => 'h',
            Stance::DoesNot => 'n',
            Stance::Unsure => 'u',
        }
    }

    fn from_letter(letter: char) -> Option<Stance> {
        Stance::ALL
            .into_iter()
            .find(|stance| stance.letter() == letter)
    }
}

/// A stance before the verdict was seen, and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stances {
    pub before: Stance,
    pub after: Option<Stance>,
}

/// By the id of the claim.
pub type AllStances = BTreeMap<String, Stances>;

/// Takes a stance: the first one on a claim is that of before, each later one that of after.
pub fn take(stances: &mut AllStances, claim: &str, stance: Stance) {
    let first = Stances {
        before: stance,
        after: None,
    };
    stances
        .entry(claim.to_owned())
        .and_modify(|held| held.after = Some(stance))
        .or_insert(first);
}

/// One text: `P3:hn O1:u`.
pub fn encode(stances: &AllStances) -> String {
    let one = |(claim, held): (&String, &Stances)| {
        let after = held.after.map(|after| after.letter());
        let letters: String = [Some(held.before.letter()), after]
            .into_iter()
            .flatten()
            .collect();
        format!("{claim}:{letters}")
    };
    stances.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Reads what [`encode`] wrote. What is not understood is left out.
pub fn decode(text: &str) -> AllStances {
    let one = |part: &str| {
        let (claim, letters) = part.split_once(':')?;
        let mut letters = letters.chars();
        let before = Stance::from_letter(letters.next()?)?;
        let after = letters.next().and_then(Stance::from_letter);
        let is_id = !claim.is_empty() && claim.len() <= 8;
        is_id.then(|| (claim.to_owned(), Stances { before, after }))
    };
    text.split_whitespace().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn the_first_stance_is_that_of_before() {
        let mut stances = AllStances::new();
        take(&mut stances, "P3", Stance::Holds);
        take(&mut stances, "O1", Stance::Unsure);
        take(&mut stances, "P3", Stance::Unsure);
        take(&mut stances, "P3", Stance::DoesNot);
        assert_eq!(encode(&stances), "O1:u P3:hn");
        assert_eq!(decode(&encode(&stances)), stances);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".{0,80}") {
            let read = decode(&text);
            prop_assert_eq!(decode(&encode(&read)), read);
        }
    }
}
