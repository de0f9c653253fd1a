use std::sync::LazyLock;

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Serialize};

use super::Week;
use crate::{
    days::minutes_between,
    records::tolerant::{known_elements, known_or_default},
    refusal::refusals,
};

/// The bundled rules, the same on both phones. A phone's system may have older ones.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A day of the week, stored as 1 to 7 from Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Weekday {
    /// Stored as 1.
    Monday = 1,
    /// Stored as 2.
    Tuesday = 2,
    /// Stored as 3.
    Wednesday = 3,
    /// Stored as 4.
    Thursday = 4,
    /// Stored as 5.
    Friday = 5,
    /// Stored as 6.
    Saturday = 6,
    /// Stored as 7.
    Sunday = 7,
}

impl Weekday {
    /// All seven, from Monday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The weekday of a date.
    pub fn of(date: Date) -> Self {
        Self::ALL[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
    }
}

impl TryFrom<u8> for Weekday {
    type Error = &'static str;

    fn try_from(monday_is_one: u8) -> Result<Self, Self::Error> {
        let found = Self::ALL.into_iter().find(|day| u8::from(*day) == monday_is_one);
        found.ok_or("a weekday is 1 to 7")
    }
}

impl From<Weekday> for u8 {
    fn from(day: Weekday) -> Self {
        day as Self
    }
}

/// Time that a person has every week, by the clock on their wall. In the normal form it does not cross midnight: a night is two windows,
/// and a session may still reach from the one into the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TimeWindow {
    /// The day that it is on.
    pub day: Weekday,
    /// Its start, by the clock.
    pub from: Time,
    /// Its end, by the clock; 00:00 is the end of the day. Before `from`: on the next day, when the window is twelve hours at most.
    pub until: Time,
}

impl TimeWindow {
    /// It as windows that do not cross midnight: one or two. `None` when it does not end after it starts.
    fn parts(self) -> Option<Vec<Self>> {
        let minutes = minutes_between(self.from, self.until)?;
        match self.until {
            until if until == Time::midnight() || self.from < until => Some(vec![self]),
            until if minutes > 0 => {
                let day = Weekday::ALL[usize::from(u8::from(self.day)) % 7];
                Some(vec![Self { until: Time::midnight(), ..self }, Self { day, from: Time::midnight(), until }])
            }
            _ => None,
        }
    }

    /// Its start on a date, by the clock.
    pub(super) fn start_on(self, date: Date) -> DateTime {
        date.to_datetime(self.from)
    }

    /// Its end on a date, by the clock: of one until 00:00 the start of the next date.
    pub(super) fn end_on(self, date: Date) -> DateTime {
        let ends_with_the_day = self.until == Time::midnight();
        let date = if ends_with_the_day { date.tomorrow().unwrap_or(Date::MAX) } else { date };
        date.to_datetime(self.until)
    }

    /// Whether it ends before the later `next` starts, so that there is time between them.
    fn ends_before(self, next: Self) -> bool {
        self.day != next.day || (self.until != Time::midnight() && self.until < next.from)
    }

    /// Both, where the later `next` starts before this ends.
    fn joined(self, next: Self) -> Self {
        let reaches_midnight = [self.until, next.until].contains(&Time::midnight());
        let until = if reaches_midnight { Time::midnight() } else { self.until.max(next.until) };
        Self { until, ..self }
    }
}

/// How much a person wants to practise. Of a couple the smaller wish counts: nobody is pulled along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// A session every second week; of up to 30 minutes first.
    Light,
    /// A session a week; of up to 60 minutes first.
    #[default]
    Steady,
    /// A session a week; of 60 to 90 minutes first.
    Deep,
}

impl Amount {
    /// What counts for two people: the smaller wish.
    pub fn shared(self, partner: Self) -> Self {
        self.min(partner)
    }

    /// The longest session, in minutes, that is offered first. A person may still choose a longer one.
    pub fn longest_first(self) -> u16 {
        match self {
            Self::Light => 30,
            Self::Steady => 60,
            Self::Deep => 90,
        }
    }

    /// Whether a week should have a session. `last` is the latest week before it that had one, or in which one was agreed: shared
    /// records tell it, so both phones say the same.
    pub fn is_due(self, week: Week, last: Option<Week>) -> bool {
        let weeks_between = if self == Self::Light { 2 } else { 1 };
        last.is_none_or(|last| week.since(last) >= weeks_between)
    }
}

/// When a person has time, and how much they want. It is one value: of windows that were moved on two devices, both together would offer
/// hours that neither of them gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// Their windows, 1 to [`Availability::MOST_WINDOWS`].
    #[serde(deserialize_with = "known_elements")]
    pub windows: Vec<TimeWindow>,
    /// The zone that their windows are in, by its name in the IANA database, as `Europe/Berlin`.
    pub zone: String,
    /// How much they want.
    #[serde(default, deserialize_with = "known_or_default")]
    pub amount: Amount,
}

refusals! {
    /// Why an availability is not valid.
    BadAvailability {
        /// It has no window.
        NoWindows = "no_windows",
        /// It has more than [`Availability::MOST_WINDOWS`].
        TooManyWindows = "too_many_windows",
        /// A window does not end after it starts, and is too long for a night.
        WindowBackwards = "window_backwards",
        /// The bundled database does not know the zone.
        ZoneUnknown = "zone_unknown",
    }
}

impl Availability {
    /// Four a day.
    pub const MOST_WINDOWS: usize = 28;

    /// The same in its normal form: windows in order from Monday, none over midnight, and those of a day that overlap or touch as one.
    ///
    /// # Errors
    /// See [`BadAvailability`].
    pub fn validate(&self) -> Result<Self, BadAvailability> {
        if self.windows.is_empty() {
            return Err(BadAvailability::NoWindows);
        }
        if self.windows.len() > Self::MOST_WINDOWS {
            return Err(BadAvailability::TooManyWindows);
        }
        let parts: Option<Vec<_>> = self.windows.iter().map(|window| window.parts()).collect();
        let windows = merged(parts.ok_or(BadAvailability::WindowBackwards)?.concat());
        if windows.len() > Self::MOST_WINDOWS {
            return Err(BadAvailability::TooManyWindows);
        }
        zone(&self.zone).ok_or(BadAvailability::ZoneUnknown)?;
        Ok(Self { windows, zone: self.zone.clone(), amount: self.amount })
    }

    /// Whether a window is on the day of the week of an instant, in the person's zone; the time of day does not matter.
    pub(super) fn has_day_of(&self, at: Timestamp) -> bool {
        let day = zone(&self.zone).map(|zone| Weekday::of(zone.to_datetime(at).date()));
        self.windows.iter().any(|window| Some(window.day) == day)
    }
}

fn merged(mut windows: Vec<TimeWindow>) -> Vec<TimeWindow> {
    windows.sort_unstable();
    let mut merged: Vec<TimeWindow> = Vec::new();
    for window in windows {
        match merged.last_mut() {
            Some(last) if !last.ends_before(window) => *last = last.joined(window),
            _ => merged.push(window),
        }
    }
    merged
}

/// The zone of an IANA name, by the bundled rules.
pub(crate) fn zone(name: &str) -> Option<TimeZone> {
    ZONES.get(name).ok().filter(|zone| !zone.is_unknown())
}
