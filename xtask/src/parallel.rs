//! Work on several things at once, on all cores.

use std::sync::Mutex;
use std::thread;

/// What `work` makes of every item, in the order of the items. An item is begun when a core is free.
pub fn map<I: Sync, O: Send>(items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
    let next = Mutex::new(items.iter().enumerate());
    let done = Mutex::new(items.iter().map(|_| None).collect::<Vec<_>>());
    let n_threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(items.len().max(1));
    thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                loop {
                    let Some((idx, item)) = next.lock().expect("no thread panics").next() else {
                        return;
                    };
                    let result = work(item);
                    done.lock().expect("no thread panics")[idx] = Some(result);
                }
            });
        }
    });
    let done = done.into_inner().expect("no thread panics");
    done.into_iter()
        .map(|result| result.expect("every item was worked on"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u64> = (0..200).collect();
        let squares = map(&items, |item| item * item);
        assert_eq!(squares[..4], [0, 1, 4, 9]);
        assert_eq!(squares.len(), 200);
        assert!(map(&[0_u8; 0], |item| *item).is_empty());
    }
}
