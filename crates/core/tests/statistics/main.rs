//! The statistics of the page against references: on random input the definition itself, written in the plainest way, or
//! another road to the same number; on a table what SciPy, scikit-learn and statsmodels say.
//!
//! Random input has a fixed seed. `docs/reliability.md` says what is compared with what.

mod paired;
mod proportion;
mod ranking;
mod ridge;
mod seeds;
mod table;

use proptest::test_runner::{Config, RngSeed};

/// So many random inputs, the same ones every time.
fn inputs(n: u32) -> Config {
    Config {
        rng_seed: RngSeed::Fixed(20_241_228),
        failure_persistence: None,
        ..Config::with_cases(n)
    }
}

/// Whether both are numbers no further apart than `tolerance`, or both are none.
#[track_caller]
fn check(found: Option<f64>, expected: Option<f64>, tolerance: f64) {
    let is_close = match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() <= tolerance,
        (found, expected) => found == expected,
    };
    assert!(is_close, "{found:?}, and the reference says {expected:?}");
}
