use jiff::{Timestamp, tz::TimeZone};

/// What time it is, and where.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// The person's time zone.
    fn zone(&self) -> TimeZone;
}

/// The system's clock and time zone.
#[derive(Debug, Default)]
pub struct SystemClock(());

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}
