//! What the lightness of a cell of the map tells, and which strokes it bears. Lightness and strokes tell what is right; a hue
//! only tells whose map it is.

use syw_core::map::{Cell, is_right, outcome};
use syw_core::problem::Outcome;

use crate::locale::named;
use crate::t;

/// What the lightness of a cell tells. Always: the darker, the worse or the more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shade {
    /// Right or wrong.
    #[default]
    Right,
    /// Which convention for negative numbers the answer follows.
    Convention,
    /// How probable the model found its answer.
    Confidence,
    /// How many tokens stand before the answer.
    ChainLength,
    /// Which step of the chain is the first that is not true.
    InvalidStep,
}

impl Shade {
    pub const ALL: [Shade; 5] = [
        Shade::Right,
        Shade::Convention,
        Shade::Confidence,
        Shade::ChainLength,
        Shade::InvalidStep,
    ];

    /// The name in links and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Shade::Right => "right",
            Shade::Convention => "convention",
            Shade::Confidence => "confidence",
            Shade::ChainLength => "length",
            Shade::InvalidStep => "step",
        }
    }

    pub fn from_name(name: &str) -> Option<Shade> {
        Shade::ALL.into_iter().find(|shade| shade.name() == name)
    }

    /// The name for readers.
    pub fn label(self) -> String {
        named("shade", self.name())
    }

    /// How dark a cell is, 0 (lightest) to 1.
    pub fn level(self, (a, b): (i64, i64), modulus: i64, cell: &Cell) -> f64 {
        match self {
            Shade::Right => f64::from(!is_right(a, b, modulus, cell.answer)),
            Shade::Convention => match outcome(a, b, modulus, cell.answer) {
                Outcome::Right => 0.0,
                Outcome::Floored => 0.25,
                Outcome::Truncated => 0.5,
                Outcome::SignDropped | Outcome::AbsoluteUsed => 0.75,
                Outcome::Other | Outcome::NoAnswer => 1.0,
            },
            Shade::Confidence => 1.0 - f64::from(cell.confidence) / 100.0,
            Shade::ChainLength => f64::from(cell.n_chain) / MAX_CHAIN,
            Shade::InvalidStep => match cell.invalid_step {
                None => 0.0,
                Some(step) => 1.0 - 0.7 * f64::from(step.min(LAST_STEP)) / f64::from(LAST_STEP),
            },
        }
        .clamp(0.0, 1.0)
    }

    /// The steps of the legend: levels with their names, lightest first.
    pub fn legend(self) -> Vec<(f64, String)> {
        match self {
            Shade::Right => vec![
                (0.0, t!("shade-level-right")),
                (1.0, t!("shade-level-wrong")),
            ],
            Shade::Convention => vec![
                (0.0, t!("shade-level-agreed")),
                (0.25, t!("shade-level-floored")),
                (0.5, t!("shade-level-truncated")),
                (0.75, t!("shade-level-sign")),
                (1.0, t!("shade-level-else")),
            ],
            Shade::Confidence => [100, 75, 50, 25, 0]
                .map(|percent: i32| {
                    let sure = t!("shade-level-sure", percent = percent.to_string());
                    (1.0 - f64::from(percent) / 100.0, sure)
                })
                .into(),
            Shade::ChainLength => [0, 32, 64, 96]
                .map(|n: i32| {
                    let tokens = t!("shade-level-tokens", tokens = n.to_string());
                    (f64::from(n) / MAX_CHAIN, tokens)
                })
                .into(),
            Shade::InvalidStep => vec![
                (0.0, t!("shade-level-none")),
                (0.3, t!("shade-level-late")),
                (1.0, t!("shade-level-first")),
            ],
        }
    }
}

/// The longest chain that has a lightness of its own.
const MAX_CHAIN: f64 = 96.0;
/// From this step on, all are as dark.
const LAST_STEP: u8 = 8;

/// Who is right on one problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairing {
    Both,
    OnlyLarge,
    OnlySmall,
    Neither,
}

impl Pairing {
    pub const ALL: [Pairing; 4] = [
        Pairing::Both,
        Pairing::OnlyLarge,
        Pairing::OnlySmall,
        Pairing::Neither,
    ];

    pub fn of(is_large_right: bool, is_small_right: bool) -> Pairing {
        match (is_large_right, is_small_right) {
            (true, true) => Pairing::Both,
            (true, false) => Pairing::OnlyLarge,
            (false, true) => Pairing::OnlySmall,
            (false, false) => Pairing::Neither,
        }
    }

    pub fn label(self) -> String {
        match self {
            Pairing::Both => t!("pairing-both"),
            Pairing::OnlyLarge => t!("pairing-large"),
            Pairing::OnlySmall => t!("pairing-small"),
            Pairing::Neither => t!("pairing-neither"),
        }
    }

    /// The strokes that a cell bears where there is room: falling, rising.
    pub fn strokes(self) -> (bool, bool) {
        match self {
            Pairing::Both => (false, false),
            Pairing::OnlyLarge => (true, false),
            Pairing::OnlySmall => (false, true),
            Pairing::Neither => (true, true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shade: Shade, place: (i64, i64), cell: Cell, level: f64) {
        let found = shade.level(place, 7, &cell);
        assert!((found - level).abs() < 1e-9, "{found}");
    }

    #[test]
    fn the_worse_the_darker() {
        let answered = |answer| Cell {
            answer: Some(answer),
            n_chain: 48,
            invalid_step: Some(0),
            confidence: 25,
        };
        check(Shade::Right, (3, 3), answered(2), 0.0);
        check(Shade::Right, (3, 3), answered(3), 1.0);
        check(Shade::Right, (3, 3), Cell::default(), 1.0);
        check(Shade::Convention, (-3, 3), answered(5), 0.25);
        check(Shade::Convention, (-3, 3), answered(-2), 0.5);
        check(Shade::Convention, (-3, 3), answered(2), 0.75);
        check(Shade::Confidence, (3, 3), answered(2), 0.75);
        check(Shade::ChainLength, (3, 3), answered(2), 0.5);
        check(Shade::InvalidStep, (3, 3), answered(2), 1.0);
        check(Shade::InvalidStep, (3, 3), Cell::default(), 0.0);
        for shade in Shade::ALL {
            let levels: Vec<f64> = shade.legend().iter().map(|(level, _)| *level).collect();
            assert!(levels.is_sorted(), "{levels:?}");
            assert_eq!(Shade::from_name(shade.name()), Some(shade));
        }
    }
}
