//! The colours of a map as plain data: how dark a cell is and which stroke it bears. Lightness and strokes tell what is
//! right; a hue only tells whose map it is. Pure.

use syw_core::map::{Cell, is_right, outcome};
use syw_core::problem::Outcome;

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
    pub fn label(self) -> &'static str {
        match self {
            Shade::Right => "right or wrong",
            Shade::Convention => "convention followed",
            Shade::Confidence => "confidence",
            Shade::ChainLength => "length of the chain",
            Shade::InvalidStep => "first invalid step",
        }
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
        let named = |levels: &[(f64, &str)]| {
            let of_one = |&(level, name): &(f64, &str)| (level, name.to_owned());
            levels.iter().map(of_one).collect()
        };
        match self {
            Shade::Right => named(&[(0.0, "right"), (1.0, "wrong, or no answer")]),
            Shade::Convention => named(&[
                (0.0, "right, both conventions agree"),
                (0.25, "right, floored (Python)"),
                (0.5, "right, truncated (Rust, C)"),
                (0.75, "sign dropped"),
                (1.0, "something else"),
            ]),
            Shade::Confidence => [100, 75, 50, 25, 0]
                .map(|percent| (1.0 - f64::from(percent) / 100.0, format!("{percent}\u{202f}%")))
                .into(),
            Shade::ChainLength => [0, 32, 64, 96]
                .map(|n| (f64::from(n) / MAX_CHAIN, format!("{n} tokens")))
                .into(),
            Shade::InvalidStep => named(&[
                (0.0, "no invalid step"),
                (0.3, "a late one"),
                (1.0, "the first"),
            ]),
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

    pub fn label(self) -> &'static str {
        match self {
            Pairing::Both => "both right",
            Pairing::OnlyLarge => "only large right",
            Pairing::OnlySmall => "only small right",
            Pairing::Neither => "neither right",
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

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// The colours of a page, light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub large: Rgb,
    pub small: Rgb,
    /// What letters are written in.
    pub ink: Rgb,
    /// What they are written on.
    pub paper: Rgb,
    /// Between the two.
    pub muted: Rgb,
}

impl Default for Palette {
    /// The light one of style.css.
    fn default() -> Palette {
        let colour = |text| rgb(text).unwrap_or_default();
        Palette {
            large: colour("#0072b2"),
            small: colour("#b34e00"),
            ink: colour("#1b1e23"),
            paper: colour("#ffffff"),
            muted: colour("#5b6470"),
        }
    }
}

/// How strong the lightest cell is.
const LIGHTEST: f64 = 0.16;
/// How strong a published cell is drawn while live ones take the places of others.
const FADED: f64 = 0.3;

impl Palette {
    /// A cell of one model's map.
    pub fn cell(&self, hue: Rgb, level: f64) -> Rgb {
        mix(self.paper, hue, LIGHTEST + (1.0 - LIGHTEST) * level)
    }

    /// A cell of the difference.
    pub fn pairing(&self, pairing: Pairing) -> Rgb {
        match pairing {
            Pairing::Both => mix(self.paper, self.muted, LIGHTEST),
            Pairing::OnlyLarge => mix(self.paper, self.large, 0.8),
            Pairing::OnlySmall => mix(self.paper, self.small, 0.8),
            Pairing::Neither => mix(self.paper, self.ink, 0.85),
        }
    }

    /// A published cell while a sweep is shown.
    pub fn faded(&self, colour: Rgb) -> Rgb {
        mix(self.paper, colour, FADED)
    }
}

/// A colour between two: 0 is the first, 1 the second.
pub fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let channel = |idx: usize| {
        let (from, to) = (f64::from(from[idx]), f64::from(to[idx]));
        (from + (to - from) * share).round() as u8
    };
    [channel(0), channel(1), channel(2)]
}

/// Reads `#rrggbb`.
pub fn rgb(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#')?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    (digits.len() == 6).then_some([channel(0)?, channel(2)?, channel(4)?])
}

/// Writes `#rrggbb`.
pub fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The relative luminance of WCAG, 0 to 1.
pub fn luminance(colour: Rgb) -> f64 {
    let linear = |channel: u8| match f64::from(channel) / 255.0 {
        low if low <= 0.04045 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    const DARK: Palette = Palette {
        large: [0x56, 0xb4, 0xe9],
        small: [0xff, 0x8a, 0x3d],
        ink: [0xe9, 0xe7, 0xe2],
        paper: [0x1b, 0x1e, 0x24],
        muted: [0xa2, 0xa9, 0xb4],
    };

    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn right_and_wrong_differ_in_lightness_in_both_hues_and_themes() {
        for palette in [Palette::default(), DARK] {
            for hue in [palette.large, palette.small] {
                let found = contrast(palette.cell(hue, 0.0), palette.cell(hue, 1.0));
                assert!(found > 3.0, "{found}");
            }
            let neither = palette.pairing(Pairing::Neither);
            let found = contrast(palette.pairing(Pairing::Both), neither);
            assert!(found > 7.0, "{found}");
        }
    }

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

    #[test]
    fn colours_are_read_as_they_are_written() {
        assert_eq!(rgb(" #0072b2"), Some([0x00, 0x72, 0xb2]));
        assert_eq!(hex([0x00, 0x72, 0xb2]), "#0072b2");
        for text in ["", "red", "#12", "#12345g", "#äöü"] {
            assert_eq!(rgb(text), None, "{text}");
        }
        assert_eq!(mix([0, 0, 0], [255, 255, 255], 0.5), [128, 128, 128]);
    }
}
