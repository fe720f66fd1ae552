//! The fixed step checker: is each written step true, about this problem's modulus, and about numbers that are there?

use super::{Ledger, Parsed, Step};
use crate::problem::{Convention, Problem, residue};

/// What the checker says of one step. The three findings are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepVerdict {
    /// Index into [`Parsed::segments`].
    pub segment_idx: usize,
    /// The step.
    pub step: Step,
    /// What the result should be; `None` where the written modulus is not positive.
    pub right_result: Option<i64>,
    /// The written result is right, by either convention where a negative number is reduced.
    pub arithmetic: bool,
    /// The step names no modulus, or the problem's.
    pub modulus: bool,
    /// The step works on numbers of the problem or of earlier steps that were not used up.
    pub anchored: bool,
}

impl StepVerdict {
    /// Whether the step is true as written: its arithmetic and its modulus.
    pub fn is_valid(&self) -> bool {
        self.arithmetic && self.modulus
    }
}

/// Judges every step of a completion.
pub fn check(parsed: &Parsed, problem: &Problem) -> Vec<StepVerdict> {
    let mut ledger = Ledger::new(problem);
    let segments = parsed.segments.iter().enumerate();
    let steps = segments.filter_map(|(segment_idx, segment)| match segment.content {
        Ok(super::Statement::Step(step)) => Some((segment_idx, step)),
        _ => None,
    });
    steps
        .map(|(segment_idx, step)| {
            let right_result = step.right_result();
            StepVerdict {
                segment_idx,
                step,
                right_result,
                arithmetic: right_result == Some(step.result()) || is_truncated_residue(step),
                modulus: step
                    .modulus()
                    .is_none_or(|modulus| modulus == problem.modulus()),
                anchored: ledger.enter(step),
            }
        })
        .collect()
}

fn is_truncated_residue(step: Step) -> bool {
    matches!(step, Step::Reduce { value, modulus, result }
        if modulus > 0 && residue(value, modulus, Convention::Truncated) == result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Chain, Statement, Strategy, Style, parse, render, solve};
    use crate::split::{Split, problems};

    #[test]
    fn every_solution_passes() {
        for problem in problems(Split::HeldOut, 2) {
            for strategy in Strategy::ALL {
                let parsed = parse(&render(&solve(&problem, strategy), &Style::canonical()));
                for verdict in check(&parsed, &problem) {
                    assert!(
                        verdict.is_valid() && verdict.anchored,
                        "{problem}: {verdict:?}"
                    );
                }
            }
        }
    }

    /// Renders one step about `problem`, and compares (arithmetic, modulus, anchored).
    #[track_caller]
    fn check_step(problem: &str, step: Step, findings: (bool, bool, bool)) {
        let chain = Chain {
            statements: vec![Statement::Step(step)],
            answer: None,
        };
        let verdicts = check(
            &parse(&render(&chain, &Style::canonical())),
            &problem.parse().unwrap(),
        );
        let verdict = &verdicts[0];
        assert_eq!(
            (verdict.arithmetic, verdict.modulus, verdict.anchored),
            findings
        );
    }

    #[test]
    fn the_three_findings_are_kept_apart() {
        let reduce = |value, modulus, result| Step::Reduce {
            value,
            modulus,
            result,
        };
        check_step("67 + 58 mod 7", reduce(67, 7, 4), (true, true, true));
        check_step("67 + 58 mod 7", reduce(67, 7, 5), (false, true, true));
        check_step("67 + 58 mod 7", reduce(67, 9, 4), (true, false, true));
        check_step("67 + 58 mod 7", reduce(66, 7, 3), (true, true, false));
        check_step("67 + 58 mod 7", reduce(67, 0, 3), (false, false, true));
        check_step("-7 + 3 mod 5", reduce(-7, 5, 3), (true, true, true));
        check_step("-7 + 3 mod 5", reduce(-7, 5, -2), (true, true, true));
        check_step("-7 + 3 mod 5", reduce(-7, 5, 2), (false, true, true));
    }
}
