//! The tests of a claim run in this browser, as plain data: which models are asked what, and what came of it. `state/debate.rs` runs them.
//!
//! Every seed of an arm is asked, on the same problems of the home rung that the published numbers come from, or on some of them, evenly
//! spread. What comes of it is judged by the same code and the same lines.

mod job;

use syw_core::Token;
use syw_core::card::{ModelCard, Size};
use syw_core::debate::{Criterion, Debate, LiveMeasure, Take, Verdict, live_measure};
use syw_core::decoding::Completion;
use syw_core::evaluation::Set;

use crate::sweep::SweepState;
use job::{Job, Kind};

/// The tests of a claim, run here.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimRun {
    /// The claim, by its id.
    pub claim: String,
    /// Problems that each model is asked, of how many there are.
    pub n_problems: usize,
    pub n_listed: usize,
    pub state: SweepState,
    /// Texts written so far.
    pub n_done: usize,
    jobs: Vec<Job>,
    at: usize,
    is_second: bool,
}

/// What is written next.
pub struct Texts {
    pub card: ModelCard,
    pub texts: Vec<Vec<Token>>,
}

/// The models of a take, by seed.
fn models(cards: &[ModelCard], take: Take) -> Vec<&ModelCard> {
    let mut found = syw_core::card::last_of(cards, take.size, take.arm);
    found.sort_by_key(|card| card.seed);
    found
}

/// The criteria of a claim that count and can be run here.
pub fn live_criteria<'a>(debate: &'a Debate, claim: &str) -> Vec<(&'a Criterion, LiveMeasure)> {
    let Some(claim) = debate.claim(claim) else {
        return Vec::new();
    };
    let ids = claim.in_favour.iter().chain(&claim.against);
    let criteria = ids.filter_map(|id| debate.criterion(id));
    criteria
        .filter_map(|criterion| Some((criterion, live_measure(&criterion.measure)?)))
        .collect()
}

impl ClaimRun {
    /// A run that has not begun. Nothing where no test of the claim can be run here, or its models are not shipped.
    pub fn new(
        debate: &Debate,
        claim: &str,
        cards: &[ModelCard],
        n_problems: usize,
    ) -> Option<ClaimRun> {
        let mut jobs: Vec<Job> = Vec::new();
        for (_, measure) in live_criteria(debate, claim) {
            for take in [Some(measure.take), measure.less].into_iter().flatten() {
                let kind = Kind::of(take.quantity);
                for card in models(cards, take) {
                    let is_there = |job: &Job| job.card.id == card.id && job.kind == kind;
                    if !jobs.iter().any(is_there) {
                        jobs.push(Job::new(card, kind, n_problems));
                    }
                }
            }
        }
        let n_listed = jobs
            .first()
            .map(|job| Set::Home.problems(&job.card).len())?;
        // Large writes tens of times as slowly: what small says is there first.
        jobs.sort_by_key(|job| job.card.size == Size::Large);
        Some(ClaimRun {
            claim: claim.to_owned(),
            n_problems: jobs.first().map_or(0, |job| job.problems.len()),
            n_listed,
            state: SweepState::Starting,
            n_done: 0,
            jobs,
            at: 0,
            is_second: false,
        })
    }

    /// Whether all problems are asked, so that the numbers are to be the published ones.
    pub fn is_exhaustive(&self) -> bool {
        self.n_problems == self.n_listed
    }

    /// What has to be written next; nothing at the end.
    pub fn texts(&self) -> Option<Texts> {
        let job = self.jobs.get(self.at)?;
        let texts = match self.is_second {
            false => job.first_texts(),
            true => job
                .seconds
                .iter()
                .map(|second| second.text.clone())
                .collect(),
        };
        Some(Texts {
            card: job.card.clone(),
            texts,
        })
    }

    /// Takes what was written after the texts from a place on.
    pub fn take(&mut self, start: usize, written: &[Completion]) {
        self.n_done += written.len();
        let is_second = self.is_second;
        if let Some(job) = self.jobs.get_mut(self.at) {
            match is_second {
                false => job.take_first(start, written),
                true => job.take_second(start, written),
            }
        }
    }

    /// Goes on to what is written next, once all texts are.
    pub fn advance(&mut self) {
        let Some(job) = self.jobs.get_mut(self.at) else {
            return;
        };
        if self.is_second {
            job.is_done = true;
        } else {
            job.prepare_seconds();
        }
        self.is_second = !job.is_done;
        self.at += usize::from(job.is_done);
        if self.at == self.jobs.len() {
            self.state = SweepState::Ended;
        }
    }

    /// How many of the models are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.jobs.len())
    }

    /// A measure, a number a seed, of the seeds that are done. `None` before the first is.
    pub fn values(&self, measure: &LiveMeasure) -> Option<Vec<f64>> {
        let taken = |take: &Take| -> Vec<(u64, f64)> {
            let kind = Kind::of(take.quantity);
            let of_arm = self.jobs.iter().filter(|job| {
                job.is_done
                    && job.kind == kind
                    && job.card.size == take.size
                    && job.card.arm == take.arm
            });
            let mut found: Vec<_> = of_arm
                .map(|job| (job.card.seed, job.count(take.quantity)))
                .collect();
            found.sort_by_key(|(seed, _)| *seed);
            found
        };
        let first = taken(&measure.take);
        let values: Vec<f64> = match &measure.less {
            None => first.into_iter().map(|(_, value)| value).collect(),
            Some(less) => {
                let second = taken(less);
                match (&first[..], &second[..]) {
                    ([(_, only)], many) if many.len() > 1 => {
                        many.iter().map(|(_, value)| only - value).collect()
                    }
                    (many, [(_, only)]) if many.len() > 1 => {
                        many.iter().map(|(_, value)| value - only).collect()
                    }
                    (one, other) => {
                        let of_seed = |seed| other.iter().find(|(it, _)| *it == seed);
                        let pairs = one.iter().filter_map(|(seed, value)| {
                            of_seed(*seed).map(|(_, less)| value - less)
                        });
                        pairs.collect()
                    }
                }
            }
        };
        (!values.is_empty()).then_some(values)
    }

    /// The verdict with what was measured here in the place of what was published, where the run has come to its end.
    pub fn verdict(&self, debate: &Debate) -> Option<Verdict> {
        if self.state != SweepState::Ended {
            return None;
        }
        let mut here = debate.clone();
        for criterion in &mut here.criteria {
            let measure = live_measure(&criterion.measure);
            if let Some(values) = measure.and_then(|measure| self.values(&measure)) {
                criterion.values = values;
            }
        }
        here.claim(&self.claim).map(|claim| here.verdict(claim))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::Problem;
    use syw_core::chain::{Strategy, Style, render, solve};
    use syw_core::problem::Convention;
    use syw_core::prompt::prompt;
    use syw_core::vocabulary::push_number;

    fn cards() -> Vec<ModelCard> {
        let text = include_str!("../../public/models/small-chain_rl-s0/card.json");
        let card: ModelCard = serde_json::from_str(text).unwrap();
        let of = |id: &str, arm: &str, seed| ModelCard {
            id: id.into(),
            arm: arm.into(),
            seed,
            ..card.clone()
        };
        vec![
            of("small-replication-s5", "replication", 5),
            of("small-replication-s6", "replication", 6),
        ]
    }

    /// P3 as declared, of two seeds.
    fn debate(values: [f64; 2]) -> Debate {
        let criterion = |id: &str, measure: &str, comparison: &str, threshold: f64| {
            serde_json::json!({"id": id, "says": "", "test": "", "measure": measure, "comparison": comparison, "threshold": threshold,
                "of": "every seed", "unit": "share", "n_wanted": 2, "values": values})
        };
        serde_json::from_value(serde_json::json!({
            "claims_sha256": "", "controls": [], "relations": [],
            "criteria": [criterion("follows", "again_follows", ">=", 0.8), criterion("keeps", "again_keeps", "<=", 0.1)],
            "claims": [{"id": "P3", "side": "for", "name": "", "says": "", "held_by": "", "would_change": "", "for": ["follows", "keeps"],
                "against": [], "beside": []}],
        }))
        .unwrap()
    }

    /// A model that works problems out and follows what stands in its chain, or gives the right answer whatever stands there.
    fn completed(
        text: &[Token],
        problem: &Problem,
        is_follower: bool,
        altered: Option<i64>,
    ) -> Completion {
        let mut tokens = Vec::new();
        if text.len() == prompt(problem).len() {
            tokens = render(
                &solve(problem, Strategy::ReduceThenAdd),
                &Style::canonical(),
            );
        } else {
            let right = problem.answer(Convention::Floored);
            let answer = altered.filter(|_| is_follower).unwrap_or(right);
            tokens.push(Token::ANSWER);
            push_number(&mut tokens, answer);
            tokens.push(Token::END);
        }
        let probs = vec![1.0; tokens.len()];
        Completion { tokens, probs }
    }

    fn run(is_follower: bool, n_problems: usize) -> ClaimRun {
        let mut run = ClaimRun::new(&debate([0.0; 2]), "P3", &cards(), n_problems).unwrap();
        while let Some(next) = run.texts() {
            let job = run.jobs[run.at].clone();
            let written: Vec<Completion> = (0..next.texts.len())
                .map(|idx| {
                    let (problem, altered) = match run.is_second {
                        false => (&job.problems[idx].1, None),
                        true => {
                            let second = &job.seconds[idx];
                            let case = second.case.as_ref().unwrap();
                            let altered = match case.edited.as_ref().unwrap().expectation {
                                syw_core::response::Expectation::Becomes(answer) => Some(answer),
                                _ => None,
                            };
                            (&job.problems[second.problem].1, altered)
                        }
                    };
                    completed(&next.texts[idx], problem, is_follower, altered)
                })
                .collect();
            run.take(0, &written);
            run.advance();
        }
        run
    }

    #[test]
    fn a_claim_is_judged_by_what_was_run_here() {
        let follower = run(true, 10);
        assert_eq!(follower.progress(), (2, 2));
        assert!(!follower.is_exhaustive());
        assert_eq!(
            follower.verdict(&debate([0.0; 2])),
            Some(Verdict::Supported)
        );
        let rationaliser = run(false, 10);
        assert_eq!(
            rationaliser.verdict(&debate([0.9; 2])),
            Some(Verdict::Contradicted)
        );
        let measure = live_measure("again_follows").unwrap();
        assert_eq!(follower.values(&measure), Some(vec![1.0, 1.0]));
        assert_eq!(rationaliser.values(&measure), Some(vec![0.0, 0.0]));
    }

    #[test]
    fn more_problems_than_there_are_stand_for_all() {
        let run = ClaimRun::new(&debate([0.0; 2]), "P3", &cards(), usize::MAX).unwrap();
        assert!(run.is_exhaustive());
        assert_eq!(run.verdict(&debate([0.0; 2])), None);
        assert_eq!(ClaimRun::new(&debate([0.0; 2]), "P9", &cards(), 10), None);
        assert_eq!(ClaimRun::new(&debate([0.0; 2]), "P3", &[], 10), None);
    }

    #[test]
    fn one_large_model_is_compared_with_every_seed_of_small() {
        let mut cards = cards();
        for card in &mut cards {
            card.arm = "chain_rl".into();
        }
        cards.push(ModelCard {
            size: Size::Large,
            arm: "direct".into(),
            id: "large-direct-s0".into(),
            seed: 0,
            ..cards[0].clone()
        });
        let mut debate = debate([0.0; 2]);
        debate.criteria[0].measure = "large_less_small_chain_rl".into();
        debate.criteria.truncate(1);
        let mut run = ClaimRun::new(&debate, "P3", &cards, 3).unwrap();
        assert_eq!(run.progress(), (0, 3));
        while let Some(next) = run.texts() {
            let problems = run.jobs[run.at].problems.clone();
            let each = next.texts.iter().zip(&problems);
            let written: Vec<Completion> = each
                .map(|(text, (_, problem))| completed(text, problem, true, None))
                .collect();
            run.take(0, &written);
            run.advance();
        }
        let measure = live_measure("large_less_small_chain_rl").unwrap();
        assert_eq!(run.values(&measure), Some(vec![0.0, 0.0]));
    }
}
