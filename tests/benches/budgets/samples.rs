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

    /// Does it so many times, but begins no other one once `at_most` is over.
    pub fn take_until<T>(times: usize, at_most: Duration, mut work: impl FnMut() -> T) -> Self {
        let start = Instant::now();
        let in_time = (0..times).take_while(|done| *done == 0 || start.elapsed() < at_most);
        Self::of(in_time.map(|_| timed(&mut work).1).collect())
    }

    /// The time that so many per cent of them do not exceed (nearest rank), in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        milliseconds(self.0[rank - 1])
    }

    /// The longest, in milliseconds.
    pub fn worst(&self) -> f64 {
        self.percentile(100)
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
