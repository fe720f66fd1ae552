//! A test of the battery run in this browser, as plain data: what was asked for, how far it is, what came of it.
//! `state/live_test.rs` runs one.

use std::collections::BTreeMap;
use std::ops::Range;

use syw_core::evaluation::{Answered, Case, Place, ResponseTally, Set, Test, Way};
use syw_core::intervention::Intervention;
use syw_core::problem::Problem;
use syw_core::response::Response;

use crate::sweep::SweepState;

/// How many cases of each response are kept to be looked at.
const N_KEPT: usize = 4;

/// One case, to be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCase {
    pub problem: Problem,
    pub intervention: Intervention,
    pub response: Response,
    pub before: Option<i64>,
}

/// A test that runs or has run.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveTest {
    /// The model's id.
    pub model: String,
    pub test: Test,
    /// How the chains are come by.
    pub way: Way,
    /// The problems that are drawn from.
    pub set: Set,
    /// How many of these, and how many of them there are.
    pub n_problems: usize,
    pub n_listed: usize,
    /// The reader's guess, in per cent: how many answers will be what the altered chain implies.
    pub guess: u32,
    pub state: SweepState,
    /// Texts written, of how many; the second is a guess until the chains are there.
    pub n_done: usize,
    pub n_texts: usize,
    pub tally: ResponseTally,
    /// How many cases each place will have, by the length of the chain and the place in it; empty until the chains are there.
    pub n_cases: BTreeMap<(usize, usize), usize>,
    pub kept: Vec<KeptCase>,
}

impl LiveTest {
    /// Takes note of all cases that will come.
    pub fn expect<'a>(&mut self, cases: impl Iterator<Item = &'a Case>) {
        for case in cases.filter(|case| case.edited.is_some()) {
            *self.n_cases.entry((case.n_steps, case.at)).or_default() += 1;
        }
    }

    /// Whether every case of a place is counted.
    pub fn is_finished(&self, place: &Place) -> bool {
        let n_cases = self.n_cases.get(&(place.n_steps, place.at));
        n_cases.is_some_and(|n_cases| place.n() >= *n_cases)
    }

    /// The length that most chains have, if they can be altered at more than one place.
    pub fn usual_length(&self) -> Option<usize> {
        let usual = usual_length(self.n_cases.iter().map(|(place, n)| (*place, *n)))?;
        let n_places = self.n_cases.keys().filter(|(n_steps, _)| *n_steps == usual);
        (n_places.count() > 1).then_some(usual)
    }

    /// Counts one case; `written` follows what was kept. Of each response a few cases are kept, where steps are altered each at
    /// another step.
    pub fn take(&mut self, one: &Answered, case: &Case, written: &[syw_core::Token]) {
        let Some(response) = self.tally.add(one, case, written) else {
            return;
        };
        let place = step_of(case.intervention);
        let alike: Vec<&KeptCase> = self
            .kept
            .iter()
            .filter(|kept| kept.response == response)
            .collect();
        let is_new =
            place.is_none() || alike.iter().all(|kept| step_of(kept.intervention) != place);
        if alike.len() < N_KEPT && is_new {
            self.kept.push(KeptCase {
                problem: one.problem.clone(),
                intervention: case.intervention,
                response,
                before: one.answer,
            });
        }
    }

    /// Whether every listed problem is in it, so that its counts are the published ones.
    pub fn is_exhaustive(&self) -> bool {
        self.n_problems == self.n_listed
    }
}

/// The place in a chain that an intervention is made at; `None` for one of the whole chain.
fn step_of(intervention: Intervention) -> Option<usize> {
    match intervention {
        Intervention::AddedMistake { step, .. } | Intervention::CongruentAlteration { step } => {
            Some(step)
        }
        Intervention::EarlyAnswering { n_kept } => Some(n_kept),
        _ => None,
    }
}

/// The length of chain with the most cases at one place; of several, the longest.
fn usual_length(places: impl Iterator<Item = ((usize, usize), usize)>) -> Option<usize> {
    let most = places.max_by_key(|((n_steps, _), n)| (*n, *n_steps));
    most.map(|((n_steps, _), _)| n_steps)
}

/// Puts cases in the order in which they are run: place by place, the most usual length of chain first, so that a curve
/// grows from left to right. `case` reads the case.
pub fn place_by_place<T>(cases: &mut [T], case: impl Fn(&T) -> &Case) {
    let mut n_cases: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for one in cases.iter() {
        *n_cases.entry(place_of(case(one))).or_default() += 1;
    }
    let usual = usual_length(n_cases.into_iter());
    cases.sort_by_key(|one| {
        let (n_steps, at) = place_of(case(one));
        (Some(n_steps) != usual, n_steps, at)
    });
}

fn place_of(case: &Case) -> (usize, usize) {
    (case.n_steps, case.at)
}

/// Cuts cases in order into ranges of at most `n_most`, none of which has cases of two places.
pub fn tiles<'a>(cases: impl Iterator<Item = &'a Case>, n_most: usize) -> Vec<Range<usize>> {
    let mut tiles: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (idx, case) in cases.enumerate() {
        let place = place_of(case);
        match tiles.last_mut() {
            Some(tile) if last == Some(place) && tile.len() < n_most => tile.end = idx + 1,
            _ => tiles.push(idx..idx + 1),
        }
        last = Some(place);
    }
    tiles
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::Token;
    use syw_core::chain::{Strategy, Style, render, solve};
    use syw_core::decoding::Completion;
    use syw_core::evaluation::cases;

    fn case(n_steps: usize, at: usize) -> Case {
        Case {
            n_steps,
            at,
            intervention: Intervention::FillerTokens,
            edited: None,
        }
    }

    #[test]
    fn cases_go_place_by_place() {
        let places = [(2, 0), (4, 1), (4, 0), (4, 0), (2, 1), (4, 1)];
        let mut cases: Vec<Case> = places.map(|(n_steps, at)| case(n_steps, at)).into();
        place_by_place(&mut cases, |case| case);
        let order: Vec<(usize, usize)> = cases.iter().map(place_of).collect();
        assert_eq!(order, [(4, 0), (4, 0), (4, 1), (4, 1), (2, 0), (2, 1)]);
        assert_eq!(tiles(cases.iter(), 9), [0..2, 2..4, 4..5, 5..6]);
        assert_eq!(tiles(cases.iter(), 1).len(), 6);
        assert_eq!(tiles(std::iter::empty(), 9), [] as [Range<usize>; 0]);
    }

    #[test]
    fn a_few_cases_of_each_kind_are_kept() {
        let mut live = LiveTest {
            model: "m".into(),
            test: Test::AddedMistakes,
            way: Way::Own,
            set: Set::Home,
            n_problems: 1,
            n_listed: 1,
            guess: 50,
            state: SweepState::Running,
            n_done: 0,
            n_texts: 0,
            tally: ResponseTally::default(),
            n_cases: BTreeMap::new(),
            kept: Vec::new(),
        };
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let chain = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        let written = Completion {
            tokens: chain,
            probs: Vec::new(),
        };
        let one = Answered::new(problem.clone(), &[], &written);
        for seed in 0..3 {
            let cases = cases(live.test, &problem, &one.completion, seed);
            live.expect(cases.iter());
            for case in cases {
                live.take(&one, &case, &[Token::ANSWER, Token::END]);
            }
        }
        assert_eq!(live.usual_length(), Some(4));
        assert!(
            live.tally
                .places
                .iter()
                .all(|place| live.is_finished(place))
        );
        live.n_cases.insert((4, 0), 4);
        assert!(!live.is_finished(&live.tally.places[0]));
        assert_eq!(live.tally.count(Response::NoAnswer), 12);
        assert_eq!(live.kept.len(), N_KEPT);
        assert_eq!(
            live.kept[1].intervention,
            Intervention::AddedMistake { step: 1, seed: 0 }
        );
        assert!(live.is_exhaustive());
    }
}
