//! Some cases of every reader, the same ones every time. `cargo xtask fuzz` runs as many as one likes, others every time.
//!
//! One test, because memory is counted for the whole process.

use syw_hostile::run::{keep_panics, run};
use syw_hostile::targets;

/// Of all readers together.
const CASES: u64 = 30_000;
const SEED: u64 = 15;

#[test]
fn nothing_from_outside_does_harm() {
    keep_panics();
    let targets = targets::all();
    let shares: u64 = targets.iter().map(|target| target.share).sum();
    let mut found = Vec::new();
    for target in targets {
        let cases = (CASES * target.share).div_ceil(shares).max(100);
        let report = run(&target, SEED, 0, cases, |_| ());
        found.extend(report.found);
    }
    assert!(found.is_empty(), "{found:#?}");
}
