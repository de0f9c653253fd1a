use std::{fmt, str::FromStr};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, ISOWeekDate, Weekday, date},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};

use crate::days::days_between;

/// The Monday of 1970-W01.
const FIRST_MONDAY: Date = date(1969, 12, 29);
/// 9998-W52.
const LAST: i64 = 418_932;

/// An ISO week: from Monday to Sunday by the calendar.
///
/// When a week begins depends on the clock that one looks at. For a person, it is their own. For a session it is the clock of those who
/// practise together (see [`super::ScheduleInput`]), and the session's proposal says in which week it is: two phones agree on that, though
/// their clocks may be up to 26 hours apart.
///
/// It is one of 1970-W01 to 9998-W52, and is written and stored as `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week(i64);

/// Text that is no week: not of the form `2026-W48`, or a week that its year does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAWeek;

impl Week {
    /// The week in which an instant is, by the clock of a zone. What is before the first week counts to it, what is after the last to the
    /// last.
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        Self::of_date(zone.to_datetime(at).date())
    }

    /// The same of a date.
    pub fn of_date(date: Date) -> Self {
        Self(days_between(FIRST_MONDAY, date).div_euclid(7).clamp(0, LAST))
    }

    /// Its first date.
    pub fn monday(self) -> Date {
        FIRST_MONDAY.saturating_add(SignedDuration::from_hours(self.0 * 7 * 24))
    }

    /// Its first instant, by the clock of a zone.
    pub fn start(self, zone: &TimeZone) -> Timestamp {
        zone.to_ambiguous_timestamp(self.monday().at(0, 0, 0, 0)).compatible().unwrap_or(Timestamp::MAX)
    }

    /// The first instant after it, which is the start of the next.
    pub fn end(self, zone: &TimeZone) -> Timestamp {
        Self(self.0 + 1).start(zone)
    }

    /// The week after it. The last is followed by itself.
    pub fn next(self) -> Self {
        Self((self.0 + 1).min(LAST))
    }

    /// The week before it. Before the first is itself.
    pub fn previous(self) -> Self {
        Self((self.0 - 1).max(0))
    }

    /// How many weeks it comes after another; less than zero when it comes before.
    pub fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// Whether an instant is in it by the clock of any place: no clock is a day away from UTC.
    pub fn is_somewhere(self, at: Timestamp) -> bool {
        let days = days_between(self.monday(), TimeZone::UTC.to_datetime(at).date());
        (-1..=7).contains(&days)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let monday = self.monday().iso_week_date();
        write!(f, "{:04}-W{:02}", monday.year(), monday.week())
    }
}

impl FromStr for Week {
    type Err = NotAWeek;

    fn from_str(text: &str) -> Result<Self, NotAWeek> {
        let (year, week) = text.split_once("-W").ok_or(NotAWeek)?;
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(week, 2) {
            return Err(NotAWeek);
        }
        let (year, week) = (year.parse().map_err(|_| NotAWeek)?, week.parse().map_err(|_| NotAWeek)?);
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).map_err(|_| NotAWeek)?.date();
        let found = Self::of_date(monday);
        if found.monday() == monday { Ok(found) } else { Err(NotAWeek) }
    }
}

impl TryFrom<String> for Week {
    type Error = NotAWeek;

    fn try_from(text: String) -> Result<Self, NotAWeek> {
        text.parse()
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

impl fmt::Display for NotAWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a week like 2026-W48")
    }
}

impl std::error::Error for NotAWeek {}
