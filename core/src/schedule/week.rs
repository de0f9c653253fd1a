use std::{fmt, str::FromStr};

use jiff::{
    Timestamp,
    civil::{ISOWeekDate, Weekday},
    tz::{Offset, TimeZone},
};
use serde::{Deserialize, Serialize};

/// 29 December 1969, the Monday of 1970-W01, at 00:00 UTC, in seconds since 1970.
const FIRST_MONDAY: i64 = -3 * 86_400;
const WEEK_SECONDS: i64 = 7 * 86_400;
/// 9998-W52.
const LAST: i64 = 418_932;

/// An ISO week, from Monday 00:00 UTC to the next.
///
/// It is counted in UTC and not in anybody's zone, so that two phones agree on it though their clocks may be up to 26 hours apart. What
/// takes place belongs to the week in which it starts. For a person in Auckland the week so begins on Monday at noon or 13:00, for one
/// in Honolulu on Sunday at 14:00.
///
/// It is one of 1970-W01 to 9998-W52, and is written and stored as `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week(i64);

/// Text that is no week: not of the form `2026-W48`, or a week that its year does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAWeek;

impl Week {
    /// The week in which an instant is. What is before the first week counts to it, what is after the last to the last.
    pub fn of(at: Timestamp) -> Self {
        // Before 1970 `as_second` rounds towards zero; the first week has room for that.
        Self((at.as_second() - FIRST_MONDAY).div_euclid(WEEK_SECONDS).clamp(0, LAST))
    }

    /// Its first instant: Monday 00:00 UTC.
    pub fn start(self) -> Timestamp {
        Timestamp::from_second(FIRST_MONDAY + self.0 * WEEK_SECONDS).unwrap_or(Timestamp::MAX)
    }

    /// The first instant after it, which is the start of the next.
    pub fn end(self) -> Timestamp {
        Timestamp::from_second(FIRST_MONDAY + (self.0 + 1) * WEEK_SECONDS).unwrap_or(Timestamp::MAX)
    }

    /// The week after it. The last is followed by itself.
    pub fn next(self) -> Self {
        Self((self.0 + 1).min(LAST))
    }

    /// How many weeks it comes after another; less than zero when it comes before.
    pub fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// Whether an instant is in it.
    pub fn contains(self, at: Timestamp) -> bool {
        (self.start()..self.end()).contains(&at)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let monday = Offset::UTC.to_datetime(self.start()).date().iso_week_date();
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
        let start = TimeZone::UTC.to_timestamp(monday.at(0, 0, 0, 0)).map_err(|_| NotAWeek)?;
        let found = Self::of(start);
        if found.start() == start { Ok(found) } else { Err(NotAWeek) }
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
