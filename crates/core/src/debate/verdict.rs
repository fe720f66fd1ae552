//! What came of a criterion, and what the criteria together say of a claim. The same rules for the page, for docs/study.md and for a
//! test that a reader runs.

use serde::{Deserialize, Serialize};

use super::{Claim, Criterion, Debate, Of};
use crate::statistics::median;

/// What came of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// On the declared side of the line.
    Reached,
    /// On the other side.
    NotReached,
    /// Seeds are missing that could still decide.
    Inconclusive,
}

/// What came of a claim in these models, on this task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All that counts speaks for it.
    Supported,
    /// All that counts speaks against it.
    Contradicted,
    /// Some speaks for it and some against it.
    Mixed,
    /// Nothing that counts has been decided, or something could still change it.
    Inconclusive,
    /// No test here could tell.
    NotTestable,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 5] = [
        Verdict::Supported,
        Verdict::Contradicted,
        Verdict::Mixed,
        Verdict::Inconclusive,
        Verdict::NotTestable,
    ];

    /// The name in files, links and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::Contradicted => "contradicted",
            Verdict::Mixed => "mixed",
            Verdict::Inconclusive => "inconclusive",
            Verdict::NotTestable => "not_testable",
        }
    }
}

/// A criterion as it bears on a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// What came of it.
    pub outcome: Outcome,
    /// Whether it speaks for the claim; `None` where it is undecided, is shown beside it only, or its control was not reached.
    pub speaks_for: Option<bool>,
    /// Whether it is to count at all.
    pub is_counted: bool,
    /// The control that was not reached.
    pub failed_control: Option<&'a Criterion>,
}

/// What comes of a criterion with these values, one a seed. With every seed to hold, one that does not decides; else all that are
/// declared have to be there.
pub fn outcome(criterion: &Criterion, values: &[f64]) -> Outcome {
    let holds = |value: &f64| criterion.comparison.holds(*value, criterion.threshold);
    if criterion.of == Of::EverySeed && !values.iter().all(holds) {
        return Outcome::NotReached;
    }
    if values.len() < criterion.n_wanted.max(1) {
        return Outcome::Inconclusive;
    }
    let is_reached = match criterion.of {
        Of::EverySeed => true,
        Of::MedianSeed => median(values).is_some_and(|middle| holds(&middle)),
    };
    if is_reached {
        Outcome::Reached
    } else {
        Outcome::NotReached
    }
}

impl Debate {
    /// What came of a criterion as measured.
    pub fn outcome(&self, criterion: &Criterion) -> Outcome {
        outcome(criterion, &criterion.values)
    }

    /// Every criterion of a claim, those that count first.
    pub fn evidence<'a>(&'a self, claim: &'a Claim) -> Vec<Evidence<'a>> {
        let groups = [
            (&claim.in_favour, Some(true)),
            (&claim.against, Some(false)),
            (&claim.beside, None),
        ];
        let all = groups
            .into_iter()
            .flat_map(|(ids, is_for)| ids.iter().map(move |id| (id, is_for)));
        let evidence = |(id, is_for): (&'a String, Option<bool>)| {
            let criterion = self.criterion(id)?;
            let outcome = self.outcome(criterion);
            let failed_control = is_for.and_then(|_| self.failed_control(id));
            let speaks_for = match (is_for, outcome, failed_control) {
                (Some(is_for), Outcome::Reached, None) => Some(is_for),
                (Some(is_for), Outcome::NotReached, None) => Some(!is_for),
                _ => None,
            };
            Some(Evidence {
                criterion,
                outcome,
                speaks_for,
                is_counted: is_for.is_some() && failed_control.is_none(),
                failed_control,
            })
        };
        all.filter_map(evidence).collect()
    }

    /// A control of a criterion that was not reached.
    fn failed_control(&self, id: &str) -> Option<&Criterion> {
        let controls = self.controls.iter().filter(|control| control.of == id);
        let mut found = controls.filter_map(|control| self.criterion(&control.control));
        found.find(|control| self.outcome(control) != Outcome::Reached)
    }

    /// What came of a claim.
    pub fn verdict(&self, claim: &Claim) -> Verdict {
        if claim.in_favour.is_empty() && claim.against.is_empty() {
            return Verdict::NotTestable;
        }
        let evidence = self.evidence(claim);
        let counted = || evidence.iter().filter(|one| one.is_counted);
        let speaks = |what| counted().any(|one| one.speaks_for == what);
        match (speaks(Some(true)), speaks(Some(false)), speaks(None)) {
            (true, true, _) => Verdict::Mixed,
            (true, false, false) => Verdict::Supported,
            (false, true, false) => Verdict::Contradicted,
            _ => Verdict::Inconclusive,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Comparison, Control, Side, Unit};
    use super::*;

    fn criterion(id: &str, of: Of, values: &[f64]) -> Criterion {
        Criterion {
            id: id.into(),
            says: String::new(),
            test: String::new(),
            measure: String::new(),
            comparison: Comparison::AtLeast,
            threshold: 0.5,
            of,
            unit: Unit::Share,
            late: false,
            n_wanted: 3,
            values: values.to_vec(),
        }
    }

    fn claim(in_favour: &[&str], against: &[&str]) -> Claim {
        let ids = |ids: &[&str]| ids.iter().map(|id| id.to_string()).collect();
        Claim {
            id: "P1".into(),
            side: Side::For,
            name: String::new(),
            says: String::new(),
            held_by: String::new(),
            in_favour: ids(in_favour),
            against: ids(against),
            beside: Vec::new(),
            not_testable: None,
            would_change: String::new(),
        }
    }

    #[test]
    fn a_line_is_reached_or_not() {
        use Outcome::{Inconclusive, NotReached, Reached};
        let check = |of, values: &[f64], expected| {
            assert_eq!(outcome(&criterion("c", of, values), values), expected);
        };
        check(Of::EverySeed, &[0.5, 0.9, 0.6], Reached);
        check(Of::EverySeed, &[0.4, 0.9, 0.6], NotReached);
        check(Of::EverySeed, &[0.4], NotReached);
        check(Of::EverySeed, &[0.9], Inconclusive);
        check(Of::EverySeed, &[], Inconclusive);
        check(Of::MedianSeed, &[0.1, 0.5, 0.9], Reached);
        check(Of::MedianSeed, &[0.1, 0.4, 0.9], NotReached);
        check(Of::MedianSeed, &[0.1, 0.4], Inconclusive);
    }

    fn debate() -> Debate {
        let [high, low] = [[0.9; 3], [0.1; 3]];
        Debate {
            criteria: vec![
                criterion("yes", Of::EverySeed, &high),
                criterion("no", Of::EverySeed, &low),
                criterion("open", Of::EverySeed, &high[..1]),
                criterion("spoiled", Of::EverySeed, &high),
            ],
            controls: vec![Control {
                of: "spoiled".into(),
                control: "no".into(),
            }],
            ..Debate::default()
        }
    }

    #[track_caller]
    fn check(in_favour: &[&str], against: &[&str], expected: Verdict) {
        assert_eq!(debate().verdict(&claim(in_favour, against)), expected);
    }

    #[test]
    fn a_claim_can_come_out_in_every_way() {
        check(&["yes"], &[], Verdict::Supported);
        check(&["yes"], &["no"], Verdict::Supported);
        check(&["no"], &[], Verdict::Contradicted);
        check(&["no"], &["yes"], Verdict::Contradicted);
        check(&["yes", "no"], &[], Verdict::Mixed);
        check(&["yes"], &["yes"], Verdict::Mixed);
        check(&["yes", "open", "no"], &[], Verdict::Mixed);
        check(&["yes", "open"], &[], Verdict::Inconclusive);
        check(&["open"], &[], Verdict::Inconclusive);
        check(&[], &[], Verdict::NotTestable);
    }

    #[test]
    fn without_its_control_a_criterion_does_not_count() {
        check(&["spoiled"], &[], Verdict::Inconclusive);
        check(&["spoiled", "yes"], &[], Verdict::Supported);
        let debate = debate();
        let claim = claim(&["spoiled"], &[]);
        let evidence = debate.evidence(&claim);
        assert_eq!(evidence[0].outcome, Outcome::Reached);
        assert_eq!(
            evidence[0].failed_control.map(|control| &control.id[..]),
            Some("no")
        );
    }

    #[test]
    fn a_threshold_decides() {
        let mut debate = debate();
        let claim = claim(&["yes"], &[]);
        assert_eq!(debate.verdict(&claim), Verdict::Supported);
        debate.criteria[0].threshold = 0.95;
        assert_eq!(debate.verdict(&claim), Verdict::Contradicted);
        debate.criteria[0].comparison = Comparison::AtMost;
        assert_eq!(debate.verdict(&claim), Verdict::Supported);
    }
}
