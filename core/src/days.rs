//! Civil days, and hours of a day, counted.

use jiff::civil::{Date, Time};

/// The longest hours that go on after midnight, in minutes. Longer ones are rather a mistake.
const LONGEST_NIGHT: i64 = 12 * 60;

/// Days from one date to another; less than zero when that comes before. No time zone is in it.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// By how many days the dates of two places can differ at one moment: their clocks are up to 26 hours apart.
const PLACES_APART: i64 = 2;

/// How many days before today something was, by the local date that was noted of it. A date that is ahead only as another place's can be
/// counts as today. `None` for one further ahead: a clock was wrong then, or is now, and nobody knows when it was. Nothing may wait for
/// such a date to come.
pub(crate) fn days_ago(noted: Date, today: Date) -> Option<i64> {
    let days = days_between(noted, today);
    (days >= -PLACES_APART).then_some(days.max(0))
}

/// The minutes from one time of day until another, without seconds: 00:00 is the end of the day, and what ends before it begins goes on
/// after midnight. `None` for a night of over twelve hours.
pub(crate) fn minutes_between(from: Time, until: Time) -> Option<i64> {
    let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    let minutes = minute(until) - minute(from);
    match minutes {
        0.. => Some(minutes),
        _ if minute(until) == 0 || minutes + 24 * 60 <= LONGEST_NIGHT => Some(minutes + 24 * 60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn days_are_counted_over_leap_days_and_backwards() {
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2027, 1, 1), date(2026, 12, 31)), -1);
        assert_eq!(days_between(date(2027, 1, 1), date(2027, 1, 1)), 0);
    }

    #[test]
    fn hours_go_on_after_midnight_for_half_a_day() {
        let minutes = |from, until| minutes_between(time(from, 0, 0, 0), time(until, 0, 0, 0));
        assert_eq!(
            [minutes(9, 17), minutes(9, 9), minutes(9, 0), minutes(0, 0)],
            [Some(480), Some(0), Some(900), Some(0)]
        );
        assert_eq!([minutes(22, 2), minutes(22, 10), minutes(22, 11)], [Some(240), Some(720), None]);
    }

    #[test]
    fn a_date_of_another_place_is_today_and_one_of_a_wrong_clock_is_unknown() {
        let today = date(2026, 12, 31);
        for (noted, ago) in [(date(2026, 12, 1), 30), (today, 0), (date(2027, 1, 1), 0), (date(2027, 1, 2), 0)] {
            assert_eq!(days_ago(noted, today), Some(ago), "{noted}");
        }
        for noted in [date(2027, 1, 3), date(2027, 12, 31), Date::MAX] {
            assert_eq!(days_ago(noted, today), None, "{noted}");
        }
        assert_eq!(days_ago(Date::MIN, Date::MAX), Some(7_304_483));
    }
}
