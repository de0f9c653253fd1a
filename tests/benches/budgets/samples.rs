//! Many times of the same thing.

use std::time::{Duration, Instant};

/// Times, shortest first.
pub struct Samples(Vec<Duration>);

impl Samples {
    /// Of these times, at least one.
    pub fn of(mut times: Vec<Duration>) -> Self {
        assert!(!times.is_empty(), "something was timed");
        times.sort();
        Self(times)
    }

    /// Does it so many times.
    pub fn take<T>(times: usize, mut work: impl FnMut() -> T) -> Self {
        Self::of((0..times).map(|_| timed(&mut work).1).collect())
    }

    /// Does it once, and again as long as `more` says so.
    pub fn take_while<T>(more: impl Fn() -> bool, mut work: impl FnMut() -> T) -> Self {
        let mut times = vec![timed(&mut work).1];
        while more() {
            times.push(timed(&mut work).1);
        }
        Self::of(times)
    }

    /// The time that so many per cent of them do not exceed (nearest rank), in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        milliseconds(self.0[rank - 1])
    }

    /// The middle, the 95th per cent and the longest, in words.
    pub fn words(&self) -> String {
        let [median, p95, worst] = [50, 95, 100].map(|percent| self.percentile(percent));
        format!("median {median:.1} ms, p95 {p95:.1} ms, worst {worst:.1} ms")
    }
}

/// Does something, and says how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The middle of some figures, at least one.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
