//! The geometry of a bar that is divided into shares, with dots where the first share of other measurements ends. Pure.

use super::scale::Scale;

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 400.0;
pub const HEIGHT: f64 = 22.0;
/// Room above and below the bar, for the dots.
const MARGIN: f64 = 4.0;
/// Room at both ends, so that a dot at 0 or 1 is whole.
const SIDE: f64 = 4.0;

/// A piece of the bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// From a share to its place.
pub fn x() -> Scale {
    Scale {
        domain: (0.0, 1.0),
        range: (SIDE, WIDTH - SIDE),
    }
}

/// The pieces of shares that together are at most 1, from left to right, in order. Shares outside 0 to 1 are brought inside.
pub fn pieces(shares: &[f64]) -> Vec<Piece> {
    let x = x();
    let mut from = 0.0;
    let piece = |share: &f64| {
        let share = if share.is_nan() { 0.0 } else { share.max(0.0) };
        let to = (from + share).min(1.0);
        let piece = Piece {
            x: x.at(from),
            y: MARGIN,
            width: x.at(to) - x.at(from),
            height: HEIGHT - 2.0 * MARGIN,
        };
        from = to;
        piece
    };
    shares.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_lie_side_by_side() {
        let found = pieces(&[0.5, 0.0, 0.25, 0.25]);
        assert_eq!(
            (found[0].x, found[3].x + found[3].width),
            (SIDE, WIDTH - SIDE)
        );
        for pair in found.windows(2) {
            assert_eq!(pair[0].x + pair[0].width, pair[1].x);
        }
        assert_eq!(found[1].width, 0.0);
    }

    #[test]
    fn bad_shares_are_harmless() {
        let found = pieces(&[f64::NAN, -3.0, 7.0, 0.5]);
        let widths: Vec<f64> = found.iter().map(|piece| piece.width).collect();
        assert_eq!(widths, [0.0, 0.0, WIDTH - 2.0 * SIDE, 0.0]);
        assert_eq!(pieces(&[]), []);
    }
}
