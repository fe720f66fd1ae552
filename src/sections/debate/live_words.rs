//! What of a claim can be run in this browser, and what comes of it, in words.

use syw_core::card::Size;
use syw_core::debate::{Claim, Debate, LiveMeasure, Take, Verdict};

use crate::claim_run::{ClaimRun, live_criteria};
use crate::components::format::count;
use crate::sections::debate::words::verdict_name;
use crate::sweep::SweepState;
use crate::t;

/// What of a claim can be run in this browser.
pub fn can_run(debate: &Debate, claim: &Claim) -> String {
    let n_live = live_criteria(debate, &claim.id).len();
    let n_all = claim.in_favour.len() + claim.against.len();
    match (n_live, n_all) {
        (_, 0) => String::new(),
        (0, _) => t!("run-none"),
        (n, all) if n == all => t!("run-every"),
        (n, all) => t!("run-some", n = n.to_string(), all = all.to_string()),
    }
}

/// Which models a criterion is about, where the page can ask them: sizes and arms, as cards name them.
pub fn arms_of(measure: &LiveMeasure) -> String {
    let name = |take: &Take| {
        let size = match take.size {
            Size::Small => "small",
            Size::Large => "large",
        };
        format!("{size} {}", take.arm.replace('_', " "))
    };
    let mut names = vec![name(&measure.take)];
    let less = measure.less.as_ref().map(name);
    names.extend(less.filter(|less| *less != names[0]));
    names.join("; ")
}

/// How far a run is, or what came of it.
pub fn run_words(debate: &Debate, run: &ClaimRun) -> String {
    let sample = if run.is_exhaustive() { "all" } else { "some" };
    let problems = count(run.n_problems as u64);
    let listed = count(run.n_listed as u64);
    let (n_done, n_models) = run.progress();
    let (done, models) = (n_done.to_string(), n_models.to_string());
    match &run.state {
        SweepState::Failed(reason) => t!("run-failed", reason = reason.clone()),
        SweepState::Cancelled => t!("run-cancelled", done = done, models = models),
        SweepState::Ended => {
            let verdict = run.verdict(debate).unwrap_or(Verdict::Inconclusive);
            let claim = debate.claim(&run.claim);
            let published = claim.map_or(Verdict::Inconclusive, |claim| debate.verdict(claim));
            let compared = match (verdict == published, run.is_exhaustive()) {
                (true, true) => "same",
                (true, false) => "same-sample",
                (false, true) => "other",
                (false, false) => "other-sample",
            };
            t!(
                "run-ended",
                sample = sample,
                problems = problems,
                listed = listed,
                verdict = verdict_name(verdict),
                compared = compared,
                published = verdict_name(published)
            )
        }
        _ => t!(
            "run-going",
            sample = sample,
            problems = problems,
            listed = listed,
            done = done,
            models = models,
            texts = count(run.n_done as u64)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::debate::words::tests::debate;

    #[test]
    fn what_can_be_run_is_said() {
        let debate = debate(&[0.9], 1.0);
        let said = |id: &str| can_run(&debate, debate.claim(id).unwrap());
        assert!(said("P1").starts_with("1 of its 2 tests"), "{}", said("P1"));
        assert_eq!(said("O1"), "");
    }

    #[test]
    fn the_models_of_a_criterion_are_named() {
        let said = |measure| arms_of(&syw_core::debate::live_measure(measure).unwrap());
        assert_eq!(said("small_chain_rl"), "small chain rl");
        assert_eq!(
            said("large_less_small_chain_rl"),
            "large direct; small chain rl"
        );
        assert_eq!(said("order_less_other_words"), "small steganography order");
    }
}
