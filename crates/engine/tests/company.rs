//! A text is the same text however it is read: alone or in any company, whole or in any parts, written or only read.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use syw_core::Token;
use syw_core::decoding::{BatchModel, LanguageModel, argmax};
use syw_engine::{OnnxModel, load};

/// How far the probability that a batch gives to a token may be from what one text at a time gives, as a share of it. The logits are the
/// same to the bit; the exponential is another one, fast in eight lanes.
const CONFIDENCE_TOLERANCE: f32 = 3e-7;

fn model() -> OnnxModel {
    let card = serde_json::from_str(include_str!("fixtures/tiny.json")).unwrap();
    load(include_bytes!("fixtures/tiny.onnx"), &card).unwrap()
}

fn text(lengths: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Token>> {
    prop::collection::vec((0..97_u8).prop_map(Token), lengths)
}

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

fn inputs(n: u32) -> Config {
    Config {
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        ..Config::with_cases(n)
    }
}

proptest! {
    #![proptest_config(inputs(40))]
    #[test]
    fn in_any_company(
        texts in prop::collection::vec(text(1..30), 1..80), batch in 1..80_usize, max_new in 0..40_usize, seed in any::<u64>()
    ) {
        let model = model();
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.shuffle(&mut Pcg64Mcg::seed_from_u64(seed));
        for places in order.chunks(batch) {
            let company: Vec<Vec<Token>> = places.iter().map(|&place| texts[place].clone()).collect();
            let completions = model.complete(&company, max_new).unwrap();
            let best = model.most_probable_after(&company).unwrap();
            for ((text, together), best) in company.iter().zip(completions).zip(best) {
                let alone = model.complete(std::slice::from_ref(text), max_new).unwrap().remove(0);
                prop_assert_eq!(&together.tokens, &alone.tokens);
                prop_assert_eq!(bits(&together.probs), bits(&alone.probs));
                let greedy = model.greedy(text, max_new).unwrap();
                prop_assert_eq!(&together.tokens, &greedy.tokens);
                for (one, other) in together.probs.iter().zip(&greedy.probs) {
                    prop_assert!((one - other).abs() <= CONFIDENCE_TOLERANCE * other, "{one} and {other}");
                }
                let logits = model.logits(text).unwrap();
                let expected: Vec<Token> = logits.iter().map(|logits| Token(argmax(logits) as u8)).collect();
                prop_assert_eq!(best, expected);
            }
        }
    }
}

proptest! {
    #![proptest_config(inputs(100))]
    #[test]
    fn in_any_parts(
        (text, cuts) in text(1..128).prop_flat_map(|text| {
            let cuts = prop::collection::btree_set(0..text.len(), 0..12);
            (Just(text), cuts)
        })
    ) {
        let model = model();
        let whole = model.logits(&text).unwrap();
        let mut state = None;
        let mut from = 0;
        for end in cuts.into_iter().map(|cut| cut + 1).chain([text.len()]).filter(|&end| end > 0) {
            if end == from {
                continue;
            }
            let (after, logits) = model.read(state.as_ref(), &text[from..end]).unwrap();
            prop_assert_eq!(bits(&logits), bits(&whole[end - 1]));
            (state, from) = (Some(after), end);
        }
    }
}
