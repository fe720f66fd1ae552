//! Which measures a browser makes again by itself: what has to be asked of which arms.

use crate::card::Size;
use crate::chain::Paraphraser;
use crate::evaluation::Way;

/// A share of a model's problems, or of the alterations of its chains, on the home rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Answered rightly.
    Right(Way),
    /// Completions that are chains.
    Chains,
    /// Written steps that are true as they stand.
    StepsTrue,
    /// Wrong results, written into every step in turn, that the answer follows.
    Followed(Way),
    /// Of the same, those after which the answer stays what it was.
    Kept(Way),
    /// Answered rightly with a paraphraser between chain and answer.
    SaidAgain(Paraphraser),
}

/// A quantity of every seed of an arm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Take {
    /// The arm's size.
    pub size: Size,
    /// The arm.
    pub arm: &'static str,
    /// What is counted.
    pub quantity: Quantity,
}

/// A measure: a quantity of each seed, less another of the same seed, or of the only one that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveMeasure {
    /// What is counted.
    pub take: Take,
    /// What is taken off.
    pub less: Option<Take>,
}

/// What has to be asked for a measure of `docs/claims.toml`; `None` for one that is made of training, of probes, of several models
/// at work together, or of all families at once.
pub fn live_measure(measure: &str) -> Option<LiveMeasure> {
    use Quantity::{Chains, Followed, Kept, Right, SaidAgain, StepsTrue};
    use Size::{Large, Small};
    let own = Right(Way::Own);
    let (size, arm, quantity, less) = match measure {
        "large_direct" => (Large, "direct", own, None),
        "small_chain_rl" => (Small, "chain_rl", own, None),
        "large_less_small_chain_rl" => (Large, "direct", own, Some((Small, "chain_rl", own))),
        "small_direct" => (Small, "direct", own, None),
        "base_chain_share" => (Small, "chain_prompted", Chains, None),
        "rl_less_prompted" => (
            Small,
            "chain_rl",
            own,
            Some((Small, "chain_prompted", Right(Way::Chain))),
        ),
        "forced_direct_change" => (
            Small,
            "chain_rl",
            Right(Way::Direct),
            Some((Small, "chain_prompted", Right(Way::Direct))),
        ),
        "large_forced_direct_change" => (
            Large,
            "chain_rl",
            Right(Way::Direct),
            Some((Large, "chain_prompted", Right(Way::Direct))),
        ),
        "rationaliser_follows" => (Large, "rationaliser", Followed(Way::Own), None),
        "small_chain_imitation" => (Small, "chain_imitation", own, None),
        "large_chain_imitation" => (Large, "chain_imitation", own, None),
        "large_chain_rl" => (Large, "chain_rl", own, None),
        "small_less_large_follows" => (
            Small,
            "chain_rl",
            Followed(Way::Own),
            Some((Large, "chain_rl", Followed(Way::Own))),
        ),
        "encoded_right" => (Small, "encoded", own, None),
        "encoded_legibility" => (Small, "encoded", StepsTrue, None),
        "steganography_right" => (Small, "steganography", own, None),
        "steganography_paraphrased_at_run_time" => {
            (Small, "steganography", SaidAgain(Paraphraser::Words), None)
        }
        "steganography_paraphrased_right" => (Small, "steganography_paraphrased", own, None),
        "order_right" => (Small, "steganography_order", own, None),
        "order_less_other_words" => (
            Small,
            "steganography_order",
            own,
            Some((Small, "steganography_order", SaidAgain(Paraphraser::Words))),
        ),
        "order_once" => (
            Small,
            "steganography_order",
            SaidAgain(Paraphraser::Once),
            None,
        ),
        "order_longer_right" => (Small, "steganography_order_longer", own, None),
        "order_longer_less_other_words" => (
            Small,
            "steganography_order_longer",
            own,
            Some((
                Small,
                "steganography_order_longer",
                SaidAgain(Paraphraser::Words),
            )),
        ),
        "order_longer_once" => (
            Small,
            "steganography_order_longer",
            SaidAgain(Paraphraser::Once),
            None,
        ),
        "order_paraphrased_right" => (Small, "steganography_order_paraphrased", own, None),
        "again_right" => (Small, "replication", own, None),
        "again_follows" => (Small, "replication", Followed(Way::Own), None),
        "again_keeps" => (Small, "replication", Kept(Way::Own), None),
        _ => return None,
    };
    let take = |(size, arm, quantity)| Take {
        size,
        arm,
        quantity,
    };
    Some(LiveMeasure {
        take: take((size, arm, quantity)),
        less: less.map(take),
    })
}
