//! How well a score foretells whether an answer is right, and whether a confidence means what it says.

/// An answer with the score that should foretell it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The higher, the surer. A confidence is 0 to 1.
    pub score: f64,
    /// Whether the answer was right.
    pub is_right: bool,
}

/// The area under the ROC curve: how probable it is that a right answer has the higher score than a wrong one, ties
/// counting half (Hanley and McNeil 1982, Radiology 143:29). `None` where all are right or all are wrong.
pub fn auroc(scored: &[Scored]) -> Option<f64> {
    let sorted = by_score(scored);
    let n_right = scored.iter().filter(|one| one.is_right).count();
    let n_wrong = scored.len() - n_right;
    if n_right == 0 || n_wrong == 0 {
        return None;
    }
    let (mut n_wrong_below, mut wins) = (0, 0.0);
    for tied in sorted.chunk_by(|x, y| x.score == y.score) {
        let right = tied.iter().filter(|one| one.is_right).count();
        let wrong = tied.len() - right;
        wins += right as f64 * (n_wrong_below as f64 + wrong as f64 / 2.0);
        n_wrong_below += wrong;
    }
    Some(wins / (n_right as f64 * n_wrong as f64))
}

/// The share of wrong answers that are found when so low a score raises an alarm that at most `false_alarms`, a share, of the right
/// answers raise one: those with a score below the lowest that is spared, or all where none has to be. `None` where all are right or
/// all are wrong.
pub fn found_at(scored: &[Scored], false_alarms: f64) -> Option<f64> {
    let sorted = by_score(scored);
    let (right, wrong): (Vec<&Scored>, Vec<&Scored>) = sorted.iter().partition(|one| one.is_right);
    if right.is_empty() || wrong.is_empty() {
        return None;
    }
    // The share is compared, and not multiplied: 0.29 times 100 is less than 29.
    let is_too_many = |n: &usize| *n as f64 / right.len() as f64 > false_alarms;
    let n_alarmed = (1..=right.len()).find(is_too_many);
    let spared = n_alarmed.map_or(f64::INFINITY, |n| right[n - 1].score);
    let n_found = wrong.iter().filter(|one| one.score < spared).count();
    Some(n_found as f64 / wrong.len() as f64)
}

/// The area under the generalised risk-coverage curve (Traub et al. 2024, arXiv 2407.01032): the mean, over all shares of
/// answers that are accepted, surest first, of the share of all that is accepted and wrong. 0 is best; half the share of
/// wrong answers is what a score without any information reaches. `None` for no answers.
pub fn generalised_risk(scored: &[Scored]) -> Option<f64> {
    if scored.is_empty() {
        return None;
    }
    let (n, mut accepted_wrong, mut area) = (scored.len() as f64, 0.0, 0.0);
    for tied in by_score(scored).chunk_by(|x, y| x.score == y.score).rev() {
        // Tied answers are accepted in any order: on the average, along a straight line.
        let wrong = tied.iter().filter(|one| !one.is_right).count() as f64;
        area += tied.len() as f64 * (accepted_wrong + wrong / 2.0);
        accepted_wrong += wrong;
    }
    Some(area / (n * n))
}

/// The mean squared difference between a confidence and what came (Brier 1950). 0 is best. `None` for no answers.
pub fn brier(scored: &[Scored]) -> Option<f64> {
    let squared = |one: &Scored| (one.score - f64::from(u8::from(one.is_right))).powi(2);
    mean(scored.iter().map(squared))
}

/// The expected calibration error: answers sorted by confidence and cut into `n_bins` of as many each; the mean, over
/// answers, of the distance between their bin's mean confidence and its share of right ones. Ties across the border of two bins
/// are cut in the order given. `None` for no answers.
pub fn calibration_error(scored: &[Scored], n_bins: usize) -> Option<f64> {
    let sorted = by_score(scored);
    let n = sorted.len();
    let bin = |idx: usize| &sorted[idx * n / n_bins..(idx + 1) * n / n_bins];
    let gap = |bin: &[Scored]| {
        let confidence: f64 = bin.iter().map(|one| one.score).sum();
        let right = bin.iter().filter(|one| one.is_right).count() as f64;
        (confidence - right).abs()
    };
    (n > 0).then(|| (0..n_bins).map(|idx| gap(bin(idx))).sum::<f64>() / n as f64)
}

fn by_score(scored: &[Scored]) -> Vec<Scored> {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|x, y| x.score.total_cmp(&y.score));
    sorted
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let n = values.len();
    (n > 0).then(|| values.sum::<f64>() / n as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(score: f64, n_right: usize, n_wrong: usize) -> Vec<Scored> {
        let one = |is_right| Scored { score, is_right };
        [vec![one(true); n_right], vec![one(false); n_wrong]].concat()
    }

    #[track_caller]
    fn close(found: Option<f64>, expected: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 1e-3, "{found}");
    }

    /// Hanley and McNeil 1982, table I: ratings 1 to 5 of 51 abnormal and 58 normal images; the area is 0.893.
    #[test]
    fn the_published_area() {
        let ratings = [(3, 33), (2, 6), (2, 6), (11, 11), (33, 2)];
        let images: Vec<Scored> = (1..)
            .zip(ratings)
            .flat_map(|(rating, (abnormal, normal))| scored(f64::from(rating), abnormal, normal))
            .collect();
        close(auroc(&images), 0.893);
    }

    #[test]
    fn the_ends_of_the_area() {
        assert_eq!(auroc(&scored(0.5, 3, 0)), None);
        assert_eq!(auroc(&[]), None);
        close(auroc(&scored(0.5, 3, 4)), 0.5);
        close(auroc(&[scored(0.9, 3, 0), scored(0.1, 0, 2)].concat()), 1.0);
    }

    #[test]
    fn risk_by_hand() {
        // Accepted one after the other: 0, 0, 1, 2 wrong of 4, the mean of the trapezes.
        let best = [scored(0.9, 2, 0), scored(0.2, 0, 2)].concat();
        close(generalised_risk(&best), (0.0 + 2.0 / 2.0 * 2.0) / 16.0);
        let worst = [scored(0.9, 0, 2), scored(0.2, 2, 0)].concat();
        close(generalised_risk(&worst), (1.0 * 2.0 + 2.0 * 2.0) / 16.0);
        // Without information: half of the share of wrong answers.
        close(generalised_risk(&scored(0.5, 2, 2)), 0.25);
        assert_eq!(generalised_risk(&[]), None);
    }

    #[test]
    fn wrong_answers_are_found_at_the_price_of_false_alarms() {
        let scored = |score: f64, is_right| Scored { score, is_right };
        let right = (0..100).map(|rank| scored(f64::from(rank), true));
        let wrong = [-1.0, 0.5, 4.5, 200.0].map(|score| scored(score, false));
        let all: Vec<Scored> = right.chain(wrong).collect();
        assert_eq!(
            [0.0, 0.01, 0.05].map(|share| found_at(&all, share)),
            [0.25, 0.5, 0.75].map(Some)
        );
        assert_eq!(found_at(&all[..100], 0.05), None);
        assert_eq!(found_at(&all[100..], 0.05), None);
        // 29 of a hundred may be alarmed, which 0.29 times 100 falls short of.
        assert_eq!(
            found_at(&[&all[..100], &[scored(28.5, false)]].concat(), 0.29),
            Some(1.0)
        );
        assert_eq!(found_at(&all, 1.0), Some(1.0));
        // Scores that are all alike raise no alarm.
        let alike = [scored(1.0, true), scored(1.0, false)];
        assert_eq!(found_at(&alike, 0.05), Some(0.0));
    }

    #[test]
    fn confidence_by_hand() {
        let sure = [scored(1.0, 3, 1), scored(0.5, 2, 2)].concat();
        close(brier(&sure), (1.0 + 4.0 * 0.25) / 8.0);
        close(calibration_error(&sure, 2), (1.0 + 0.0) / 8.0);
        close(calibration_error(&sure, 1), 1.0 / 8.0);
        assert_eq!(calibration_error(&[], 15), None);
    }
}
