use std::sync::{PoisonError, RwLock};

use jiff::{Timestamp, tz::TimeZone};

/// What time it is, and where.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// The person's time zone. One without a name goes by UTC, and no times can be given in it.
    fn zone(&self) -> TimeZone;
}

/// The system's clock, and its time zone unless the platform names one.
#[derive(Debug, Default)]
pub struct SystemClock {
    named: RwLock<Option<TimeZone>>,
}

impl SystemClock {
    /// Takes the name that the platform has for the zone that the person is in, from the IANA database, such as `Europe/Berlin`. On a phone
    /// there may be no file that tells it. Says whether it is known; a zone with an unknown name is one without a name.
    pub fn set_zone(&self, name: &str) -> bool {
        let zone = TimeZone::get(name).unwrap_or(TimeZone::unknown());
        let known = !zone.is_unknown();
        *self.named.write().unwrap_or_else(PoisonError::into_inner) = Some(zone);
        known
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        let named = self.named.read().unwrap_or_else(PoisonError::into_inner).clone();
        named.unwrap_or_else(TimeZone::system)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platform_names_the_zone() {
        let clock = SystemClock::default();
        for (name, known) in
            [("America/Santiago", true), ("Chile/Continental", true), ("Nowhere/City", false), ("", false)]
        {
            assert_eq!(clock.set_zone(name), known, "{name}");
            assert_eq!(clock.zone().iana_name().filter(|_| known), Some(name).filter(|_| known));
            assert_eq!(clock.zone().is_unknown(), !known);
        }
    }
}
