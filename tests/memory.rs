//! What the page's framework keeps of effects and memos that are gone: nothing that grows (vendor/README.md).

use leptos::prelude::*;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Reads the signal from so many memos, one after the other, and says how many bytes more are held afterwards.
fn held_after(signal: ArcRwSignal<u32>, n_memos: u32) -> usize {
    let before = MEMORY.current_usage();
    for _ in 0..n_memos {
        let signal = signal.clone();
        let memo = ArcMemo::new(move |_| signal.get() + 1);
        assert_eq!(memo.get(), 1);
    }
    MEMORY.current_usage().saturating_sub(before)
}

#[test]
fn a_signal_forgets_who_read_it_and_is_gone() {
    // Nobody owns the memos: an owner would keep a place for each until it is cleaned up.
    let few = held_after(ArcRwSignal::new(0), 100);
    let signal = ArcRwSignal::new(0);
    let many = held_after(signal.clone(), 100_000);
    assert!(
        many <= few.max(1 << 10),
        "{many} bytes, {few} after a hundred"
    );

    // Those that live are still told.
    let told = {
        let signal = signal.clone();
        ArcMemo::new(move |_| 2 * signal.get())
    };
    assert_eq!(told.get(), 0);
    held_after(signal.clone(), 1000);
    signal.set(4);
    assert_eq!(told.get(), 8);
}
