//! What a case costs: how long its thread works, whatever else the machine does meanwhile, and how much memory it holds at once.
//!
//! Memory is counted for the whole process, so that only one thing may run in it while it is measured.

use std::time::Duration;

use cpu_time::ThreadTime;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What something cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Time of the processor.
    pub work: Duration,
    /// Bytes held at once, at most, beside those held before.
    pub memory: usize,
}

/// Runs something and says what it cost. What it returns is still held when its memory is counted.
pub fn measure<T>(run: impl FnOnce() -> T) -> (T, Cost) {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = ThreadTime::now();
    let result = run();
    let work = start.elapsed();
    let memory = MEMORY.peak_usage().saturating_sub(before);
    (result, Cost { work, memory })
}
