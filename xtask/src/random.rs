//! Which part of published results a check computes anew: seeds, and numbers that follow from one.

use std::time::{SystemTime, UNIX_EPOCH};

/// A seed of this moment.
pub fn any_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| now.as_millis() as u64)
}

/// The finaliser of SplitMix64: neighbouring numbers give unrelated ones.
pub fn mix(number: u64) -> u64 {
    let mut mixed = number;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Puts items in another order, the same for the same seed.
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        state = mix(state.wrapping_add(0x9e37_79b9_7f4a_7c15));
        items.swap(last, (state % (last as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_keeps_every_item_and_no_place() {
        let mut items: Vec<usize> = (0..1000).collect();
        shuffle(&mut items, 5);
        let n_in_place = (0..1000).filter(|&idx| items[idx] == idx).count();
        assert!(n_in_place < 10);
        items.sort_unstable();
        assert_eq!(items, (0..1000).collect::<Vec<_>>());
    }
}
