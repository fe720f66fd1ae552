//! The colours of a map, from those of the page. Pure.

use crate::shade::Pairing;

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
    /// The light one of the style sheet.
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

/// Which of the page's colours a cell is mixed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Large,
    Small,
    Ink,
    Muted,
}

/// How strong the colour of a cell of this level is over the ground, 0 to 1.
pub fn strength(level: f64) -> f64 {
    LIGHTEST + (1.0 - LIGHTEST) * level
}

/// The colour of a cell of the difference, and how strong it is.
pub fn pairing_strength(pairing: Pairing) -> (Ink, f64) {
    match pairing {
        Pairing::Both => (Ink::Muted, LIGHTEST),
        Pairing::OnlyLarge => (Ink::Large, 0.8),
        Pairing::OnlySmall => (Ink::Small, 0.8),
        Pairing::Neither => (Ink::Ink, 0.85),
    }
}

impl Palette {
    /// A cell of one model's map.
    pub fn cell(&self, hue: Rgb, level: f64) -> Rgb {
        mix(self.paper, hue, strength(level))
    }

    /// A cell of the difference.
    pub fn pairing(&self, pairing: Pairing) -> Rgb {
        let (ink, strength) = pairing_strength(pairing);
        let colour = match ink {
            Ink::Large => self.large,
            Ink::Small => self.small,
            Ink::Ink => self.ink,
            Ink::Muted => self.muted,
        };
        mix(self.paper, colour, strength)
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
