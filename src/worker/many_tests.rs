//! Problems answered by many workers: however they are cut into tiles and dealt out, and whoever dies, every answer comes once, with the
//! same tokens, the same confidence to the bit, and so the same counts.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;
use syw_core::Problem;
use syw_core::evaluation::{AnswerTally, Answered};
use syw_core::prompt::prompt;
use syw_core::split::{Split, problems};

use super::*;
use crate::schedule::{Death, Schedule};
use syw_core::decoding::{BatchModel, Completion};

const MODEL: &str = "small-chain_rl-s0";
const ONNX: &[u8] = include_bytes!("../../public/models/small-chain_rl-s0/model.onnx");
const CARD: &str = include_str!("../../public/models/small-chain_rl-s0/card.json");

/// A schedule gives up after four deaths without a finished tile between them.
const DEATHS_IN_A_ROW: usize = 3;

fn desk() -> Desk {
    let mut desk = Desk::new(|| 0.0);
    let card = serde_json::from_str(CARD).unwrap();
    let loaded = desk.take(Request::Load { id: 1, card }, ONNX);
    assert!(matches!(loaded, Some(Event::Loaded { .. })), "{loaded:?}");
    desk
}

/// What `session/pool.rs` does, without a browser: workers take tiles of places of texts when they are idle and work slice by
/// slice, in any order; now and then one dies, and another takes its seat. The places with their completions, as they come.
fn complete_in_a_pool(
    texts: &[Vec<Token>],
    tiles: Vec<Vec<usize>>,
    n_workers: usize,
    rng: &mut Pcg64Mcg,
) -> Vec<(usize, Completion)> {
    let mut schedule = Schedule::new(tiles.into_iter());
    let mut desks: Vec<Desk> = (0..n_workers).map(|_| desk()).collect();
    let (mut come, mut n_deaths) = (Vec::new(), 0);
    while !schedule.is_over() {
        let worker = rng.random_range(0..n_workers);
        if let Some(tile) = schedule.deal(worker) {
            let request = Request::CompleteMany {
                id: 2,
                model: MODEL.into(),
                prefixes: tile.iter().map(|&place| texts[place].clone()).collect(),
                max_new: 128,
            };
            assert_eq!(desks[worker].take(request, &[]), None);
        }
        if n_deaths < DEATHS_IN_A_ROW && rng.random_bool(0.2) {
            assert_eq!(schedule.lose(worker), Death::Replace);
            desks[worker] = desk();
            n_deaths += 1;
            continue;
        }
        for event in desks[worker].work() {
            let Event::Completed { completions, .. } = event else {
                panic!("{event:?}")
            };
            let tile = schedule.finish(worker).expect("the worker had a tile");
            assert_eq!(completions.len(), tile.len());
            come.extend(tile.into_iter().zip(completions));
            n_deaths = 0;
        }
    }
    come
}

fn tally<'a>(answers: impl Iterator<Item = (&'a Problem, &'a Completion)>) -> AnswerTally {
    let mut tally = AnswerTally::default();
    for (problem, completion) in answers {
        tally.add(&Answered::new(problem.clone(), &[], completion), 0);
    }
    tally
}

/// A completion with the bits of its probabilities.
fn bits(completion: &Completion) -> (&[Token], Vec<u32>) {
    let bits = completion.probs.iter().map(|prob| prob.to_bits());
    (&completion.tokens, bits.collect())
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::with_cases(24)
    })]
    #[test]
    fn whoever_works_and_dies_the_answers_are_the_same(
        n_problems in 1..300_usize, tile in 1..300_usize, n_workers in 1..=8_usize, seed in any::<u64>()
    ) {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let mut asked = problems(Split::HeldOut, 2);
        asked.shuffle(&mut rng);
        asked.truncate(n_problems);
        let texts: Vec<Vec<Token>> = asked.iter().map(prompt).collect();
        let expected = desk().models[MODEL].complete(&texts, 128).unwrap();

        let mut order: Vec<usize> = (0..n_problems).collect();
        order.shuffle(&mut rng);
        let tiles = order.chunks(tile).map(<[usize]>::to_vec).collect();
        let come = complete_in_a_pool(&texts, tiles, n_workers, &mut rng);

        let answers = come.iter().map(|(place, completion)| (&asked[*place], completion));
        prop_assert_eq!(tally(answers), tally(asked.iter().zip(&expected)));
        let mut places: Vec<usize> = come.iter().map(|(place, _)| *place).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..n_problems).collect::<Vec<_>>());
        for (place, completion) in &come {
            prop_assert_eq!(bits(completion), bits(&expected[*place]));
        }
    }
}
