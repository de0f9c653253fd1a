//! Instants cross as whole seconds since 1970; dates as `YYYY-MM-DD`, times of day as `HH:MM`, and what a clock shows as
//! `YYYY-MM-DDTHH:MM`. What is none of them is the error whose code the caller gives.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use tend_core::TendError;

/// The instant of a number of seconds since 1970.
pub(crate) fn instant(seconds: i64, code: &'static str) -> Result<Timestamp, TendError> {
    Timestamp::from_second(seconds).map_err(|_| TendError::new(code))
}

/// The time of day of `HH:MM`, 00:00 to 23:59.
pub(crate) fn time(text: &str, code: &'static str) -> Result<Time, TendError> {
    let parsed = || {
        let (hour, minute) = text.split_once(':')?;
        Time::new(digits(hour, 2)?, digits(minute, 2)?, 0, 0).ok()
    };
    parsed().ok_or(TendError::new(code))
}

/// The text that [`time`] reads.
pub(crate) fn time_text(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The date of `YYYY-MM-DD`.
pub(crate) fn date(text: &str, code: &'static str) -> Result<Date, TendError> {
    let parsed = || {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        Date::new(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?).ok()
    };
    parsed().ok_or(TendError::new(code))
}

/// What a clock shows.
pub(crate) fn local(shown: DateTime) -> String {
    format!("{}T{}", shown.date(), time_text(shown.time()))
}

fn digits<T: std::str::FromStr>(text: &str, count: usize) -> Option<T> {
    let whole = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for text in ["00:00", "09:05", "23:59"] {
            assert_eq!(time_text(time(text, "bad").unwrap()), text);
        }
        for text in ["2024-02-29", "1970-01-01"] {
            assert_eq!(date(text, "bad").unwrap().to_string(), text);
        }
        assert_eq!(local(jiff::civil::date(2026, 3, 1).at(7, 5, 59, 0)), "2026-03-01T07:05");
        assert_eq!(instant(1_700_000_000, "bad").unwrap().as_second(), 1_700_000_000);
    }

    #[test]
    fn what_is_none_has_the_callers_code() {
        for text in ["", "9:05", "09:5", "24:00", "09:60", "09:05:00", "+9:05", "٠٩:٠٥", "09.05", " 09:05"] {
            assert_eq!(time(text, "bad").unwrap_err().code, "bad", "{text}");
        }
        for text in ["", "2025-02-29", "24-01-01", "2024-1-01", "2024-13-01", "20240101", "2024-01-01T00:00"] {
            assert_eq!(date(text, "bad").unwrap_err().code, "bad", "{text}");
        }
        for seconds in [i64::MIN, i64::MAX] {
            assert_eq!(instant(seconds, "bad").unwrap_err().code, "bad");
        }
    }
}
