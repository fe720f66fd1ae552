//! Numbers as readers see them, in their language. Pure.

use crate::locale::formats::{self, decimal, decimal_or_whole};
use crate::t;

/// A count with its digits in groups of three: "27 712".
pub fn count(number: u64) -> String {
    formats::grouped(number)
}

/// A count in two or three characters and a unit, for the axis of a plot: "7.7k", "28k", "1.5M".
pub fn short_count(number: u64) -> String {
    let (scaled, unit) = match number {
        0..1_000 => return number.to_string(),
        1_000..999_500 => (number as f64 / 1e3, 'k'),
        _ => (number as f64 / 1e6, 'M'),
    };
    // Rounding may make a third digit, which needs no decimal.
    let digits = usize::from(scaled < 9.95);
    let text = decimal_or_whole(scaled, digits);
    format!("{text}{unit}")
}

/// A share in percent with one decimal. Never rounded up to 100 % or down to 0 % where it is not exactly that.
pub fn percent(share: f64) -> String {
    match share {
        share if share < 1.0 && share > 0.9995 => t!("format-percent", number = decimal(99.9, 1)),
        share if share > 0.0 && share < 0.0005 => {
            t!("format-percent-below", number = decimal(0.1, 1))
        }
        share => t!(
            "format-percent",
            number = decimal_or_whole(share * 100.0, 1)
        ),
    }
}

/// A probability in percent, short: for a token among many.
pub fn probability(prob: f32) -> String {
    let number = match prob {
        prob if prob < 0.001 => format!("<{}", decimal(0.1, 1)),
        prob if prob > 0.999 && prob < 1.0 => format!(">{}", decimal(99.9, 1)),
        prob if !(0.01..=0.99).contains(&prob) && prob < 1.0 => decimal((prob * 100.0).into(), 1),
        prob => decimal((prob * 100.0).into(), 0),
    };
    t!("format-percent", number = number)
}

/// An answer as it stands large on a card: dots while it is awaited, a dash where there is none.
pub fn answer_text(answer: Option<i64>, is_pending: bool) -> String {
    match answer {
        Some(answer) => answer.to_string().replace('-', "\u{2212}"),
        None if is_pending => "\u{2026}".to_owned(),
        None => "\u{2013}".to_owned(),
    }
}

/// A size in bytes, in kilobytes or megabytes of 1000.
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => t!("format-bytes", number = bytes as f64),
        1_000..1_000_000 => t!("format-kilobytes", number = decimal(bytes as f64 / 1e3, 0)),
        _ => t!("format-megabytes", number = decimal(bytes as f64 / 1e6, 1)),
    }
}

/// How many of `total` a share is: "5 931 of 6 076".
pub fn of_total(share: f64, total: u64) -> String {
    t!(
        "format-of-total",
        number = count((share * total as f64).round() as u64),
        total = count(total)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: String, expected: &str) {
        assert_eq!(text.replace('\u{202f}', " "), expected);
    }

    #[test]
    fn counts_are_grouped() {
        check(count(0), "0");
        check(count(999), "999");
        check(count(6076), "6 076");
        check(count(1_234_567), "1 234 567");
    }

    #[test]
    fn counts_on_an_axis_are_short() {
        check(short_count(640), "640");
        check(short_count(7_712), "7.7k");
        check(short_count(9_960), "10k");
        check(short_count(27_712), "28k");
        check(short_count(452_160), "452k");
        check(short_count(999_600), "1M");
        check(short_count(1_530_000), "1.5M");
    }

    #[test]
    fn rounding_never_claims_all_or_nothing() {
        check(percent(1.0), "100 %");
        check(percent(0.99999), "99.9 %");
        check(percent(0.9766), "97.7 %");
        check(percent(0.5), "50 %");
        check(percent(0.00001), "below 0.1 %");
        check(percent(0.0), "0 %");
    }

    #[test]
    fn probabilities_are_short() {
        check(probability(1.0), "100 %");
        check(probability(0.9999), ">99.9 %");
        check(probability(0.995), "99.5 %");
        check(probability(0.5), "50 %");
        check(probability(0.005), "0.5 %");
        check(probability(0.0), "<0.1 %");
    }

    #[test]
    fn sizes_and_totals() {
        check(bytes(512), "512 bytes");
        check(bytes(49_175), "49 kB");
        check(bytes(2_340_000), "2.3 MB");
        check(of_total(5931.0 / 6076.0, 6076), "5 931 of 6 076");
    }
}
