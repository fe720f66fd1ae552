//! Every kind of fault is found in a reader that has it, and none in one that has none.
//!
//! One test, because memory is counted for the whole process.

use std::time::Duration;

use cpu_time::ThreadTime;
use syw_hostile::run::{keep_panics, run};
use syw_hostile::target::{Form, Room, Said, Target};

/// Enough for several inputs that a reader below is wrong about.
const N_CASES: u64 = 300;

/// A reader that is only wrong where a text has no `a` left.
fn reader(read: fn(&[u8]) -> Said) -> Target {
    Target {
        name: "a reader",
        form: Form::Text,
        samples: || vec![b"a sample".to_vec()],
        read,
        share: 1,
        room: Room {
            fixed: 64 << 10,
            per_byte: 10,
        },
    }
}

/// Runs cases until one is told, and compares what is told of it.
#[track_caller]
fn check(read: fn(&[u8]) -> Said, fault: Option<&str>) {
    let target = reader(read);
    let report = run(&target, 1, 0, N_CASES, |_| ());
    let found = report.found.first();
    let told = found.map(|found| found.fault.as_str());
    match fault {
        None => assert_eq!(told, None),
        Some(fault) => assert!(
            told.is_some_and(|told| told.contains(fault)),
            "{told:?} instead of {fault}"
        ),
    }
    if let Some(found) = found {
        let again = run(&target, found.seed, found.case, 1, |_| ());
        assert_eq!(
            again.found.first().map(|again| &again.input),
            Some(&found.input),
            "the case is made again"
        );
    }
}

fn is_odd(input: &[u8]) -> bool {
    !input.contains(&b'a')
}

#[test]
fn each_fault_is_found() {
    keep_panics();
    check(|_| Ok(Vec::new()), None);
    check(
        |input| {
            if is_odd(input) {
                Err("it has no a".into())
            } else {
                Ok(Vec::new())
            }
        },
        None,
    );
    check(
        |input| {
            assert!(!is_odd(input), "there is no a");
            Ok(Vec::new())
        },
        Some("there is no a"),
    );
    check(
        |input| {
            if is_odd(input) {
                Err(String::new())
            } else {
                Ok(Vec::new())
            }
        },
        Some("it says nothing"),
    );
    check(
        |input| Ok(vec!["x".repeat(if is_odd(input) { 2000 } else { 1 })]),
        Some("it says 2000 characters"),
    );
    check(
        |input| Ok(vec!["x".into(); if is_odd(input) { 200 } else { 1 }]),
        Some("it says 200 things"),
    );
    check(
        |input| {
            let held = vec![1_u8; if is_odd(input) { 1 << 20 } else { 1 }];
            Ok(vec![format!("{}", held.len())])
        },
        Some("it held 10"),
    );
    check(
        |input| {
            let start = ThreadTime::now();
            while input.starts_with(b"a sa")
                && input.len() == 4
                && start.elapsed() < Duration::from_millis(1100)
            {}
            Ok(Vec::new())
        },
        Some("it took 1.1 s"),
    );
}
