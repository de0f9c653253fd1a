use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{Timestamp, tz::TimeZone};

/// The time of the simulation, in seconds since 1970. Every clock shows it, some wrongly.
#[derive(Debug, Clone)]
pub struct Time(Arc<AtomicI64>);

impl Time {
    /// Begins on a day in 2026.
    pub fn new() -> Self {
        Self(Arc::new(AtomicI64::new(1_790_000_000)))
    }

    /// Goes on by so many seconds.
    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Now.
    pub fn now(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Default for Time {
    fn default() -> Self {
        Self::new()
    }
}

/// A phone's clock: wrong by so many seconds.
#[derive(Debug, Clone)]
pub struct PhoneClock {
    pub(super) time: Time,
    pub(super) wrong_by: i64,
}

impl tend_core::Clock for PhoneClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.time.now() + self.wrong_by).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

impl tend_server::environment::Clock for Time {
    fn now(&self) -> u64 {
        u64::try_from(Self::now(self)).unwrap_or(0)
    }
}
