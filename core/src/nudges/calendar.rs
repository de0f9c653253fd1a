//! Days as numbers, and which of them a recurrence names.

use jiff::civil::{Date, date};

use super::{LeapRule, RuleSchedule};
use crate::{chance::chance, days::days_between};

/// A Monday, so that weeks are the number of a day by seven.
const FIRST: Date = date(1970, 1, 5);

/// How many days a date is after Monday, 5 January 1970.
pub(super) fn number(date: Date) -> i32 {
    // Dates span 20,000 years, so the number fits.
    days_between(FIRST, date) as i32
}

/// The week that a day with this number is in, counted without end, so that every second one is.
pub(super) fn week(number: i32) -> i32 {
    number.div_euclid(7)
}

/// A date, with what recurrences ask of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) number: i32,
    year: i16,
    month: u8,
    of_month: u8,
}

impl Day {
    pub(super) fn new(date: Date) -> Self {
        let (month, of_month) = (date.month() as u8, date.day() as u8);
        Self { date, number: number(date), year: date.year(), month, of_month }
    }

    /// The day after, until dates end.
    pub(super) fn next(&self) -> Option<Self> {
        self.date.tomorrow().ok().map(Self::new)
    }

    pub(super) fn week(&self) -> i32 {
        week(self.number)
    }

    /// 1 (Monday) to 7 (Sunday).
    fn weekday(&self) -> u8 {
        self.number.rem_euclid(7) as u8 + 1
    }

    /// Whether it is this date of the year, where both 28 February and 1 March stand for a missing 29 February.
    pub(super) fn is_or_stands_for(&self, month: u8, day: u8) -> bool {
        self.is_yearly(month, day, LeapRule::Both)
    }

    fn is_yearly(&self, month: u8, day: u8, leap: LeapRule) -> bool {
        let missing = month == 2 && day == 29 && !self.date.in_leap_year();
        let today = (self.month, self.of_month);
        match leap {
            _ if !missing => today == (month, day),
            LeapRule::February28 => today == (2, 28),
            LeapRule::March1 => today == (3, 1),
            LeapRule::Both => today == (2, 28) || today == (3, 1),
        }
    }
}

impl RuleSchedule {
    /// Which one of its days this is, counted without end from somewhere, or nothing if it is none of them. `seed` draws days by chance.
    pub(super) fn ordinal(&self, seed: u64, day: &Day) -> Option<i64> {
        let week = i64::from(day.week());
        let ordinal = match self {
            Self::Daily => i64::from(day.number),
            Self::Weekly { days } => {
                let weekday = day.weekday();
                days.contains(&weekday).then(|| week * days.len() as i64 + days.range(..weekday).count() as i64)?
            }
            Self::TimesAWeek { times } => week * i64::from(*times) + drawn(seed, day, *times)?,
            Self::EveryDays { days, from } => {
                let (past, days) = (i64::from(day.number - number(*from)), i64::from(*days));
                (past >= 0 && past % days == 0).then_some(past / days)?
            }
            Self::Monthly { day: wanted } => {
                // Only the days from 28 on can be a month's last, and its length is only asked for then.
                let last =
                    day.of_month >= 28 && *wanted > day.of_month && day.of_month == day.date.days_in_month() as u8;
                (last || *wanted == day.of_month).then(|| i64::from(day.year) * 12 + i64::from(day.month))?
            }
            Self::Yearly { month, day: wanted, leap } => {
                day.is_yearly(*month, *wanted, *leap).then_some(i64::from(day.year))?
            }
            Self::Once { .. } => return None,
        };
        Some(ordinal)
    }

    /// How many of its days a week has, about, and at least 1.
    pub(super) fn days_a_week(&self) -> i64 {
        match self {
            Self::Daily => 7,
            Self::Weekly { days } => days.len() as i64,
            Self::TimesAWeek { times } => i64::from(*times),
            Self::EveryDays { days, .. } => (7 / i64::from(*days)).max(1),
            Self::Monthly { .. } | Self::Yearly { .. } | Self::Once { .. } => 1,
        }
    }
}

/// Which one of the `times` days drawn for this week the day is, from 0. Each choice of days is as likely as any other.
fn drawn(seed: u64, day: &Day, times: u8) -> Option<i64> {
    let mut rest = chance(seed, &[b"week", &day.week().to_le_bytes()]);
    let mut wanted = u64::from(times);
    for weekday in 1..=day.weekday() {
        // Of the days that are left, `wanted` are taken.
        let left = 8 - u64::from(weekday);
        let taken = rest % left < wanted;
        rest /= left;
        if weekday == day.weekday() {
            return taken.then(|| i64::from(times) - wanted as i64);
        }
        wanted -= u64::from(taken);
    }
    None
}
