//! Runs cases of a reader, and finds what must never come of one: a panic, a second of work, memory beyond its bound, a refusal
//! without a message, a message without end.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::measure::measure;
use crate::mutate::Maker;
use crate::target::{Said, Target};

/// No case takes longer.
const MOST_WORK: Duration = Duration::from_secs(1);
/// No message is longer, in characters.
const MOST_SAID: usize = 1000;
/// No input is answered with more messages.
const MOST_MESSAGES: usize = 40;
/// Of one reader so many faults are told, no two of one kind.
const MOST_FOUND: usize = 5;
/// Bytes of an input that are told.
const MOST_SHOWN: usize = 400;

/// What came of the cases of a reader.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The reader's name.
    pub target: String,
    /// How many cases were run.
    pub cases: u64,
    /// Cases that were not understood, each with a message.
    pub refused: u64,
    /// All bytes of the inputs.
    pub bytes: u64,
    /// Time of the processor that the reader took, in nanoseconds.
    pub work: u64,
    /// The same of the case that took longest.
    pub longest: u64,
    /// Most bytes of memory that a case held at once.
    pub memory: u64,
    /// What must not be, at most [`MOST_FOUND`] of a run.
    pub found: Vec<Found>,
}

/// A case that came out as none may.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The reader's name.
    pub target: String,
    /// With this seed and number the same case is made again.
    pub seed: u64,
    /// As above.
    pub case: u64,
    /// What is wrong with what came of it.
    pub fault: String,
    /// The input, cut and with escapes.
    pub input: String,
}

/// Runs `cases` cases of a reader, those from number `first` on. `before` is told the number of each before it is run.
pub fn run(
    target: &Target,
    seed: u64,
    first: u64,
    cases: u64,
    mut before: impl FnMut(u64),
) -> Report {
    let mut report = Report {
        target: target.name.into(),
        cases,
        ..Report::default()
    };
    let found = |case: u64, fault: String, input: &[u8]| Found {
        target: target.name.into(),
        seed,
        case,
        fault,
        input: shown(input),
    };
    let samples = (target.samples)();
    // Read before anything is measured: English, and whatever else a reader reads once and keeps, is no case's own.
    let _ = show_your_work::locale::language();
    for sample in &samples {
        let fault = match caught(|| (target.read)(sample)) {
            Ok(Ok(_)) => continue,
            Ok(Err(message)) => format!("it refuses its own sample: {message}"),
            Err(panic) => panic,
        };
        report.found.push(found(first, fault, sample));
    }
    let maker = Maker::new(target.form, samples);
    for case in first..first.saturating_add(cases) {
        before(case);
        let mut rng = Pcg64Mcg::seed_from_u64(seed ^ case.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let input = maker.make(&mut rng);
        let fault = try_out(target, &input, &mut report);
        if let Some(fault) = fault.filter(|fault| is_news(fault, &report.found)) {
            report.found.push(found(case, fault, &input));
        }
    }
    report
}

/// Gives an input to a reader, counts what it cost, and returns what is wrong with what came of it.
fn try_out(target: &Target, input: &[u8], report: &mut Report) -> Option<String> {
    let (said, cost) = measure(|| caught(|| (target.read)(input)));
    report.bytes += input.len() as u64;
    report.work += cost.work.as_nanos() as u64;
    report.longest = report.longest.max(cost.work.as_nanos() as u64);
    report.memory = report.memory.max(cost.memory as u64);
    let said = match said {
        Ok(said) => said,
        Err(panic) => return Some(panic),
    };
    report.refused += u64::from(said.is_err());
    let room = target.room.of(input.len());
    if cost.work > MOST_WORK {
        return Some(format!("it took {:.1} s", cost.work.as_secs_f64()));
    }
    if cost.memory > room {
        return Some(format!(
            "it held {} bytes, of {room} that {} bytes of input may take",
            cost.memory,
            input.len()
        ));
    }
    wrong_message(&said)
}

/// Whether no fault of its kind is among those found: no panic in the same line, or none that says the same of other numbers.
fn is_news(fault: &str, found: &[Found]) -> bool {
    let kind = |fault: &str| match fault.split_once('\n') {
        Some((place, _)) => place.to_owned(),
        None => fault.replace(|c: char| c.is_ascii_digit(), ""),
    };
    let is_other = |found: &Found| kind(&found.fault) != kind(fault);
    found.len() < MOST_FOUND && found.iter().all(is_other)
}

fn wrong_message(said: &Said) -> Option<String> {
    let messages = match said {
        Ok(notices) => notices.as_slice(),
        Err(message) => std::slice::from_ref(message),
    };
    if messages.len() > MOST_MESSAGES {
        return Some(format!("it says {} things", messages.len()));
    }
    messages.iter().find_map(|message| {
        let n = message.chars().count();
        match n {
            0 => Some("it says nothing".into()),
            n if n > MOST_SAID => Some(format!("it says {n} characters")),
            _ => None,
        }
    })
}

thread_local! {
    /// Whether a panic of this thread is caught.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
    /// What the last of those said, and where it was.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps what panics of readers say for the report, in the place of printing it. For the whole process.
pub fn keep_panics() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if IS_CAUGHT.get() {
            PANIC.with_borrow_mut(|last| *last = Some(format!("it panicked: {info}")));
        } else {
            others(info);
        }
    }));
}

fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    IS_CAUGHT.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(run)).map_err(|_| {
        let kept = PANIC.with_borrow_mut(Option::take);
        kept.unwrap_or_else(|| "it panicked".into())
    });
    IS_CAUGHT.set(false);
    result
}

fn shown(input: &[u8]) -> String {
    let part = &input[..input.len().min(MOST_SHOWN)];
    let more = input.len() - part.len();
    let text = part.escape_ascii();
    match more {
        0 => text.to_string(),
        more => format!("{text} and {more} bytes more"),
    }
}
