//! The geometry of a bar plot of shares: one upright bar for each label. Pure.

use super::scale::Scale;
use crate::locale::formats::decimal;
use crate::t;

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 300.0;
pub const HEIGHT: f64 = 132.0;
/// Room above the tallest bar for its number, and below the bars for the labels.
pub const TOP: f64 = 18.0;
pub const BOTTOM: f64 = 20.0;
/// The share of its slot that a bar fills.
const FILL: f64 = 0.7;
/// A bar that is there at all is at least this tall.
const MIN_HEIGHT: f64 = 1.0;
/// Bars above this share are told by number as well.
const NAMED_FROM: f32 = 0.05;

/// One bar of shares that together are at most 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// What stands under the bar.
    pub label: String,
    /// 0 to 1.
    pub share: f32,
}

/// Where a bar stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// The middle of the bar, for its texts.
    pub middle: f64,
    /// Whether the bar is told by number as well.
    pub is_named: bool,
}

/// The bars of some shares, in order, from left to right. Shares outside 0 to 1 are brought inside.
pub fn bars(shares: &[Share]) -> Vec<Bar> {
    let slot = WIDTH / shares.len().max(1) as f64;
    let y = Scale {
        domain: (0.0, 1.0),
        range: (HEIGHT - BOTTOM, TOP),
    };
    let bar = |(idx, share): (usize, &Share)| {
        let number = if share.share.is_nan() {
            0.0
        } else {
            share.share.clamp(0.0, 1.0)
        };
        let bottom = y.at(0.0);
        let height =
            (bottom - y.at(f64::from(number))).max(if number > 0.0 { MIN_HEIGHT } else { 0.0 });
        let middle = (idx as f64 + 0.5) * slot;
        let width = slot * FILL;
        Bar {
            x: middle - width / 2.0,
            y: bottom - height,
            width,
            height,
            middle,
            is_named: number >= NAMED_FROM,
        }
    };
    shares.iter().enumerate().map(bar).collect()
}

/// The distribution in words: the labels with at least one percent, largest share first.
pub fn summary(shares: &[Share]) -> String {
    let mut sorted: Vec<&Share> = shares.iter().filter(|share| share.share >= 0.01).collect();
    sorted.sort_by(|x, y| y.share.total_cmp(&x.share));
    let said: Vec<String> = sorted
        .iter()
        .map(|share| {
            t!(
                "plots-bar",
                label = share.label.clone(),
                percent = decimal(f64::from(share.share) * 100.0, 0)
            )
        })
        .collect();
    match said.is_empty() {
        true => t!("plots-nothing-yet"),
        false => said.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(numbers: &[f32]) -> Vec<Share> {
        numbers
            .iter()
            .enumerate()
            .map(|(idx, &share)| Share {
                label: idx.to_string(),
                share,
            })
            .collect()
    }

    #[test]
    fn bars_stand_on_one_line_and_fill_the_width() {
        let bars = bars(&shares(&[0.0, 0.25, 1.0]));
        assert_eq!(
            bars.iter().map(|bar| bar.middle).collect::<Vec<_>>(),
            [50.0, 150.0, 250.0]
        );
        assert!(
            bars.iter()
                .all(|bar| (bar.y + bar.height - (HEIGHT - BOTTOM)).abs() < 1e-9)
        );
        assert_eq!(bars[0].height, 0.0);
        assert_eq!(bars[2].y, TOP);
        assert_eq!(
            bars.iter().map(|bar| bar.is_named).collect::<Vec<_>>(),
            [false, true, true]
        );
    }

    #[test]
    fn a_tiny_share_is_still_seen_and_a_bad_one_is_harmless() {
        let bars = bars(&shares(&[1e-6, f32::NAN, 7.0]));
        assert_eq!(bars[0].height, MIN_HEIGHT);
        assert_eq!(bars[1].height, 0.0);
        assert_eq!(bars[2].y, TOP);
    }

    #[test]
    fn the_summary_starts_with_the_most_probable() {
        assert_eq!(
            summary(&shares(&[0.004, 0.2, 0.79])),
            "2 with 79 percent, 1 with 20 percent"
        );
        assert_eq!(summary(&[]), "nothing yet");
    }
}
