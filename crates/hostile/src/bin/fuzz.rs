//! `fuzz SEED PART PARTS CASES`: runs a part of the cases of every reader, or of the one named after that, and prints a report a line, as
//! JSON. `cargo xtask fuzz` starts one for each core and puts the reports together. With the number of a case last, only that is run.
//!
//! It is a process of its own because memory is counted by the process, and because a reader that never comes back, or takes the whole
//! stack, ends it: what it says last is then the case.

use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use syw_hostile::run::{Report, keep_panics, run};
use syw_hostile::target::Target;
use syw_hostile::targets;

/// As large as the stack of a page.
const STACK: usize = 1 << 20;
/// A reader that has not come back after so long is taken not to.
const PATIENCE: Duration = Duration::from_secs(60);
/// Cases after which the one at work is told again.
const OFTEN: u64 = 256;

fn main() -> ExitCode {
    let numbers: Option<Vec<u64>> = std::env::args()
        .skip(1)
        .take(4)
        .map(|number| number.parse().ok())
        .collect();
    let Some(&[seed, part, n_parts, cases]) = numbers.as_deref() else {
        eprintln!("usage: fuzz SEED PART PARTS CASES [READER [CASE]]");
        return ExitCode::FAILURE;
    };
    let only = std::env::args().nth(5);
    let is_wanted = |target: &Target| only.as_deref().is_none_or(|only| only == target.name);
    let mut chosen = targets::all();
    chosen.retain(is_wanted);
    if chosen.is_empty() {
        eprintln!("no reader has that name");
        return ExitCode::FAILURE;
    }
    let case: Option<u64> = std::env::args().nth(6).and_then(|case| case.parse().ok());
    let shares: u64 = chosen.iter().map(|target| target.share).sum();
    keep_panics();
    for target in chosen {
        let n = (cases * target.share).div_ceil(shares.max(1) * n_parts.max(1));
        let (first, n) = case.map_or((part * n, n), |case| (case, 1));
        eprintln!("part {part}: {}", target.name);
        match guarded(target, seed, first, n) {
            Ok(report) => println!(
                "{}",
                serde_json::to_string(&report).expect("it is plain data")
            ),
            Err(after) => {
                eprintln!(
                    "{}: no end after {PATIENCE:?}, at case {after} or one of the {OFTEN} after it",
                    target.name
                );
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// Runs the cases in a thread whose stack is that of a page. `Err` with a case shortly before the one that never ended.
fn guarded(target: Target, seed: u64, first: u64, n: u64) -> Result<Report, u64> {
    let (tell, told) = channel();
    let work = move || {
        let before = |case: u64| {
            if case.is_multiple_of(OFTEN) {
                // Should nobody listen any more, there is nothing to tell.
                let _ = tell.send(case);
            }
        };
        run(&target, seed, first, n, before)
    };
    let thread = thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .expect("a thread can be started");
    let mut last = first;
    loop {
        match told.recv_timeout(PATIENCE) {
            Ok(case) => last = case,
            Err(RecvTimeoutError::Timeout) => return Err(last),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok(thread.join().expect("panics of readers are caught"))
}
