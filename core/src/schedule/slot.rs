use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The longest session, in minutes, for which there are slots.
pub const LONGEST_MINUTES: u16 = 240;

/// A time for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// Its start.
    pub at: Timestamp,
    /// Its length in minutes.
    pub minutes: u16,
}

impl Slot {
    /// The instant at which it is over.
    pub fn end(self) -> Timestamp {
        later(self.at, i64::from(self.minutes) * 60)
    }

    /// Whether the two share any time. One that ends when the other starts does not.
    pub fn overlaps(self, other: Self) -> bool {
        self.at.max(other.at) < self.end().min(other.end())
    }
}

/// The instant that is so many seconds later, or the last that there is.
pub(super) fn later(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}
