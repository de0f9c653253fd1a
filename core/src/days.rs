//! Civil days, counted.

use jiff::civil::Date;

/// Days from one date to another; less than zero when that comes before. No time zone is in it.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_counted_over_leap_days_and_backwards() {
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2027, 1, 1), date(2026, 12, 31)), -1);
        assert_eq!(days_between(date(2027, 1, 1), date(2027, 1, 1)), 0);
    }
}
