//! Adds up the result lines that Rust's test harness and wasm-bindgen's test runner print.

use std::fmt;
use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// What one line of output adds: `test result: ok. 5 passed; 1 failed; ...`, anything else adds nothing.
    pub fn of_line(line: &str) -> Tally {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return Tally::default();
        };
        let count = |name: &str| {
            let words: Vec<&str> = counts
                .split([' ', ';', '.'])
                .filter(|word| !word.is_empty())
                .collect();
            words
                .windows(2)
                .find(|pair| pair[1] == name)
                .and_then(|pair| pair[0].parse().ok())
                .unwrap_or(0)
        };
        Tally {
            passed: count("passed"),
            failed: count("failed"),
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(output: &str, expected: &str) {
        let mut tally = Tally::default();
        output
            .lines()
            .for_each(|line| tally += Tally::of_line(line));
        assert_eq!(tally.to_string(), expected);
    }

    #[test]
    fn result_lines_are_summed() {
        check("", "0 passed, 0 failed");
        check(
            "running 3 tests\ntest a ... ok\n3 passed",
            "0 passed, 0 failed",
        );
        check(
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s",
            "5 passed, 0 failed",
        );
        check(
            "test result: FAILED. 4 passed; 2 failed; 1 ignored; 0 filtered out",
            "4 passed, 2 failed",
        );
        check(
            "test result: ok. 5 passed; 0 failed; 0 ignored\ntest result: FAILED. 1 passed; 3 failed; 0 ignored",
            "6 passed, 3 failed",
        );
    }
}
