//! Numbers as readers see them. Pure.

/// Between groups of three digits: a narrow space that does not break.
const THIN_SPACE: char = '\u{202f}';

/// A count with its digits in groups of three: "27 712".
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) && digits.len() > 3 {
            text.push(THIN_SPACE);
        }
        text.push(digit);
    }
    text
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
    let text = format!("{scaled:.digits$}");
    format!("{}{unit}", text.strip_suffix(".0").unwrap_or(&text))
}

/// A share in percent with one decimal. Never rounded up to 100 % or down to 0 % where it is not exactly that.
pub fn percent(share: f64) -> String {
    let text = match share {
        share if share < 1.0 && share > 0.9995 => "99.9".to_owned(),
        share if share > 0.0 && share < 0.0005 => "below 0.1".to_owned(),
        share => format!("{:.1}", share * 100.0),
    };
    format!("{}{THIN_SPACE}%", text.strip_suffix(".0").unwrap_or(&text))
}

/// A probability in percent, short: for a token among many.
pub fn probability(prob: f32) -> String {
    match prob {
        prob if prob < 0.001 => format!("<0.1{THIN_SPACE}%"),
        prob if prob > 0.999 && prob < 1.0 => format!(">99.9{THIN_SPACE}%"),
        prob if !(0.01..=0.99).contains(&prob) && prob < 1.0 => {
            format!("{:.1}{THIN_SPACE}%", prob * 100.0)
        }
        prob => format!("{:.0}{THIN_SPACE}%", prob * 100.0),
    }
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
        0..1_000 => format!("{bytes}{THIN_SPACE}bytes"),
        1_000..1_000_000 => format!("{:.0}{THIN_SPACE}kB", bytes as f64 / 1e3),
        _ => format!("{:.1}{THIN_SPACE}MB", bytes as f64 / 1e6),
    }
}

/// How many of `total` a share is: "5 931 of 6 076".
pub fn of_total(share: f64, total: u64) -> String {
    format!(
        "{} of {}",
        count((share * total as f64).round() as u64),
        count(total)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: String, expected: &str) {
        assert_eq!(text.replace(THIN_SPACE, " "), expected);
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
