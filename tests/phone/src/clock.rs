//! The clock and the zone that the command line may set.

use jiff::{Timestamp, tz::TimeZone};
use tend_core::{Clock, SystemClock};

use crate::args::Options;

/// The system's clock and zone, each unless the command line gave another.
pub struct ChosenClock {
    now: Option<Timestamp>,
    zone: Option<TimeZone>,
    system: SystemClock,
}

impl ChosenClock {
    pub fn new(options: &Options) -> Self {
        Self { now: options.now, zone: options.zone.clone(), system: SystemClock::default() }
    }
}

impl Clock for ChosenClock {
    fn now(&self) -> Timestamp {
        self.now.unwrap_or_else(|| self.system.now())
    }

    fn zone(&self) -> TimeZone {
        self.zone.clone().unwrap_or_else(|| self.system.zone())
    }
}
