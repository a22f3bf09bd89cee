//! Time as work done, not by the clock: tests run beside one another.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

/// Seconds that this thread works for `run`.
pub fn seconds<T>(run: impl FnOnce() -> T) -> f64 {
    let clock = Instant::now();
    let start = worked(clock);
    black_box(run());
    worked(clock) - start
}

/// Seconds this thread has worked; by the clock where the system does not say.
fn worked(since: Instant) -> f64 {
    let said = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    match said
        .split(' ')
        .next()
        .and_then(|nanoseconds| nanoseconds.parse::<f64>().ok())
    {
        Some(nanoseconds) => nanoseconds / 1e9,
        None => since.elapsed().as_secs_f64(),
    }
}
