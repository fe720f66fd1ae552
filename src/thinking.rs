//! What a reader does to a model's thoughts and what comes of it, as plain data.

use syw_core::Problem;
use syw_core::decoding::argmax;
use syw_core::family::TRAINED_MODULI;
use syw_core::latent::{Latent, Quantity};
use syw_core::problem::Convention;
use syw_core::prompt::answer_of;
use syw_core::split::{Split, problems_modulo};
use syw_core::thoughts::{Alteration, Thinking};
use syw_core::{Family, Token};

use crate::locale::formats::{list, series};
use crate::t;

/// What is done to one thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Change {
    #[default]
    Kept,
    /// Another direction, of the same length.
    Noise,
    /// The mean of that thought over many problems.
    Mean,
    /// The same thought about the other problem.
    Swap,
}

impl Change {
    /// Those that a reader can choose.
    pub const CHOICES: [Change; 3] = [Change::Noise, Change::Mean, Change::Swap];

    /// The name in attributes and of its message.
    pub fn name(self) -> &'static str {
        match self {
            Change::Kept => "keep",
            Change::Noise => "noise",
            Change::Mean => "mean",
            Change::Swap => "swap",
        }
    }
}

/// What the engine does to each thought. What cannot be done, because its vector is missing, is left undone.
pub fn alterations(changes: &[Change], means: &[Vec<f32>], other: &Thinking) -> Vec<Alteration> {
    let given = |vector: Option<&Vec<f32>>| {
        vector.map_or(Alteration::Kept, |vector| Alteration::Given(vector.clone()))
    };
    let alteration = |(at, change): (usize, &Change)| match change {
        Change::Kept => Alteration::Kept,
        Change::Noise => Alteration::Noise { seed: at as u64 },
        Change::Mean => given(means.get(at)),
        Change::Swap => given(other.thoughts.get(at).map(|thought| &thought.vector)),
    };
    changes.iter().enumerate().map(alteration).collect()
}

/// The answer that thoughts led to, and its probability: the most probable token, if that is a digit.
pub fn answer(thinking: &Thinking) -> (Option<i64>, f32) {
    let best = argmax(&thinking.probs);
    let answer = answer_of(&[Token::ANSWER, Token(best as u8)]);
    (answer, thinking.probs.get(best).copied().unwrap_or(0.0))
}

/// The problems whose thoughts can be swapped in: held out, with the same modulus where that was trained on.
#[derive(Debug, Clone)]
pub struct Others {
    modulus: i64,
    listed: Vec<Problem>,
}

impl Others {
    /// Those of a problem. All products are gone through, which takes a while.
    pub fn of(problem: &Problem) -> Others {
        let modulus = Others::modulus(problem);
        Others {
            modulus,
            listed: problems_modulo(Split::HeldOut, 2, &[modulus]),
        }
    }

    /// Whether another problem has the same.
    pub fn are_of(&self, problem: &Problem) -> bool {
        self.modulus == Others::modulus(problem)
    }

    /// One of them whose answer is another than the problem's.
    pub fn nth(&self, problem: &Problem, nth: usize) -> Problem {
        let has_other_answer = |other: &&Problem| {
            *other != problem && !problem.accepts(other.answer(Convention::Floored))
        };
        let others: Vec<&Problem> = self.listed.iter().filter(has_other_answer).collect();
        // A step that shares no divisor with most lengths, so that neighbours in the list do not follow each other.
        let place = (nth + 1).wrapping_mul(317) % others.len().max(1);
        others.get(place).map_or(problem, |other| other).clone()
    }

    fn modulus(problem: &Problem) -> i64 {
        let modulus = problem.modulus();
        if TRAINED_MODULI.contains(&modulus) {
            modulus
        } else {
            7
        }
    }
}

/// What a probe reads off a thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub quantity: Quantity,
    pub value: i64,
    /// Whether that is its value in the problem.
    pub is_right: bool,
}

/// What the probes read off a thought, in the order of a chain's steps: nothing where they were fitted to other problems.
pub fn readings(
    latent: &Latent,
    modulus: i64,
    place: usize,
    vector: &[f32],
    problem: &Problem,
) -> Vec<Reading> {
    let Some(shown) = latent
        .shown
        .as_ref()
        .filter(|_| is_probed(problem, modulus))
    else {
        return Vec::new();
    };
    let of_place = latent
        .probes
        .iter()
        .enumerate()
        .filter(|(_, probe)| probe.place == place);
    let reading = |(idx, probe): (usize, &syw_core::latent::Probe)| {
        let value = shown.read(idx, vector)?;
        Some(Reading {
            quantity: probe.quantity,
            value,
            is_right: probe.quantity.of(problem) == Some(value),
        })
    };
    of_place.filter_map(reading).collect()
}

/// Whether the probes were fitted to problems like this one: products of two numbers as in training, of one modulus.
pub fn is_probed(problem: &Problem, modulus: i64) -> bool {
    problem.modulus() == modulus
        && problem.terms().len() == 2
        && Family::of(problem, &[2]).is_empty()
}

/// What came of a reader's changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The answer is as it was.
    Same,
    /// It is the other problem's.
    Other,
    /// It is a third one.
    Third,
}

/// Compares answers; the other problem's counts as such only where its thoughts were swapped in.
pub fn outcome(
    own: Option<i64>,
    changed: Option<i64>,
    other: Option<i64>,
    is_swapped: bool,
) -> Outcome {
    match changed {
        changed if changed == own => Outcome::Same,
        changed if is_swapped && changed == other => Outcome::Other,
        _ => Outcome::Third,
    }
}

/// What a reader did and what came of it, in a sentence.
pub fn sentence(changes: &[Change], outcome: Outcome, answer: Option<i64>) -> String {
    let of = |wanted: Change| {
        let places = changes
            .iter()
            .enumerate()
            .filter(|(_, change)| **change == wanted);
        let places: Vec<usize> = places.map(|(at, _)| at + 1).collect();
        (!places.is_empty()).then(|| (places.len(), listed(&places)))
    };
    let done = [
        of(Change::Noise).map(|(n, places)| t!("thoughts-made-noise", n = n, places = places)),
        of(Change::Mean).map(|(n, places)| t!("thoughts-made-mean", n = n, places = places)),
        of(Change::Swap).map(|(n, places)| t!("thoughts-swapped", n = n, places = places)),
    ];
    let done: Vec<String> = done.into_iter().flatten().collect();
    if done.is_empty() {
        return t!("thoughts-nothing-changed");
    }
    let outcome = match outcome {
        Outcome::Same => "same",
        Outcome::Other => "other",
        Outcome::Third => "third",
    };
    t!(
        "thoughts-came",
        done = series(&done),
        outcome = outcome,
        answer = said(answer)
    )
}

/// An answer as messages about thoughts take it.
pub fn said(answer: Option<i64>) -> String {
    answer.map_or_else(|| "none".into(), |answer| answer.to_string())
}

/// Numbers as a reader is told of them: "1, 2 and 5".
pub fn listed(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    list(&numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn thinking(best: u8, vectors: &[[f32; 2]]) -> Thinking {
        let mut probs = vec![0.001; 97];
        probs[usize::from(best)] = 0.9;
        let thoughts = vectors.iter().map(|vector| syw_core::thoughts::Thought {
            vector: vector.to_vec(),
            nearest: Vec::new(),
        });
        Thinking {
            thoughts: thoughts.collect(),
            probs,
        }
    }

    #[test]
    fn changes_are_what_the_engine_does() {
        let other = thinking(0, &[[1.0, 2.0], [3.0, 4.0]]);
        let means = [vec![5.0, 6.0]];
        let changes = [Change::Mean, Change::Swap, Change::Noise, Change::Swap];
        let expected = [
            Alteration::Given(vec![5.0, 6.0]),
            Alteration::Given(vec![3.0, 4.0]),
            Alteration::Noise { seed: 2 },
            Alteration::Kept,
        ];
        assert_eq!(alterations(&changes, &means, &other), expected);
    }

    #[test]
    fn the_answer_is_the_most_probable_digit() {
        let five = Token::digit(5);
        assert_eq!(answer(&thinking(five.0, &[])), (Some(5), 0.9));
        assert_eq!(answer(&thinking(Token::END.0, &[])).0, None);
    }

    #[test]
    fn the_other_problem_has_another_answer() {
        for text in [
            "67 × 58 mod 7",
            "3 × 4 × 5 mod 9",
            "30 × 41 mod 13",
            "5 mod 7",
        ] {
            let problem: Problem = text.parse().unwrap();
            let others = Others::of(&problem);
            for nth in 0..20 {
                let other = others.nth(&problem, nth);
                assert_eq!(Split::of(&other), Split::HeldOut);
                assert!(
                    !problem.accepts(other.answer(Convention::Floored)),
                    "{text}: {other}"
                );
            }
            assert!(others.are_of(&problem));
            assert_ne!(others.nth(&problem, 0), others.nth(&problem, 1));
        }
    }

    #[test]
    fn a_change_is_told_with_what_came_of_it() {
        let changes = [Change::Swap, Change::Kept, Change::Noise, Change::Swap];
        assert_eq!(
            sentence(&changes, Outcome::Other, Some(3)),
            "With thought 3 made noise, thoughts 1 and 4 taken from the other problem, the answer becomes 3, the other problem\u{2019}s."
        );
        assert_eq!(
            sentence(&[Change::Kept], Outcome::Same, Some(3)),
            "Nothing is changed."
        );
        assert_eq!(outcome(Some(1), Some(3), Some(3), true), Outcome::Other);
        assert_eq!(outcome(Some(1), Some(3), Some(3), false), Outcome::Third);
        assert_eq!(outcome(Some(1), Some(1), Some(3), true), Outcome::Same);
        assert_eq!(listed(&[1, 2, 5]), "1, 2 and 5");
    }

    #[test]
    fn probes_read_only_what_they_were_fitted_to() {
        let probe = |place: usize| json!({"quantity": "first", "place": place, "right": 1, "shuffled": 0, "common": 0});
        let latent: Latent = serde_json::from_value(json!({
            "model": "m", "sha256": "", "seed": 0, "thoughts": 2, "problems": 1, "right": 1, "right_without": 0, "control": null,
            "nearest": [], "altered": [], "probes": [probe(0), probe(1)],
            // The second probe says 4 to whatever points up.
            "shown": {"means": [], "weights": [[[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0], [0.0, 0.0, -9.0], [0.0, 0.0, -9.0], [0.0, 0.0, -9.0], [0.0, 1.0, 0.0]]]}
        }))
        .unwrap();
        let problem: Problem = "67 × 58 mod 7".parse().unwrap();
        let found = readings(&latent, 7, 1, &[0.0, 1.0], &problem);
        let expected = Reading {
            quantity: Quantity::First,
            value: 4,
            is_right: true,
        };
        assert_eq!(found, [expected]);
        for other in [
            "67 × 58 mod 5",
            "-67 × 58 mod 7",
            "6 × 5 × 4 mod 7",
            "167 × 58 mod 7",
        ] {
            assert_eq!(
                readings(&latent, 7, 1, &[0.0, 1.0], &other.parse().unwrap()),
                [],
                "{other}"
            );
        }
    }
}
