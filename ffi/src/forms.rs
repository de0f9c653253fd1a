//! The forms in which the core's own types cross: ids as hexadecimal digits, so that a shell can use them as keys; instants as whole
//! seconds since 1970; dates as `YYYY-MM-DD`, times of day as `HH:MM`, what a clock shows as `YYYY-MM-DDTHH:MM`; numbers as `u32`.
//!
//! What is no id is `not_found`, and what is no date, time or instant is `out_of_range`. A number that is too great for the core's type
//! becomes the greatest of it, never a part of itself; so the core refuses it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use tend_core::{TendError, nudges, records::RecordId, schedule};
use tend_protocol::{DeviceId, MailboxId};

use crate::{NudgeKind, Weekday};

/// What the core gives, in the form in which it crosses.
pub(crate) trait Crosses {
    type Form;
    fn out(self) -> Self::Form;
}

/// What the core takes.
pub(crate) trait ComesBack: Crosses + Sized {
    fn back(form: Self::Form) -> Result<Self, TendError>;
}

/// What crosses as it is.
macro_rules! same {
    ($($ty:ty),+) => {$(
        impl Crosses for $ty {
            type Form = Self;
            fn out(self) -> Self {
                self
            }
        }
        impl ComesBack for $ty {
            fn back(form: Self) -> Result<Self, TendError> {
                Ok(form)
            }
        }
    )+};
}

same!(bool, u32, i64, String);

/// Numbers that are not below zero.
macro_rules! numbers {
    ($($ty:ty),+) => {$(
        impl Crosses for $ty {
            type Form = u32;
            fn out(self) -> u32 {
                u32::try_from(self).unwrap_or_default()
            }
        }
        impl ComesBack for $ty {
            fn back(form: u32) -> Result<Self, TendError> {
                Ok(Self::try_from(form).unwrap_or(Self::MAX))
            }
        }
    )+};
}

numbers!(u8, u16, i16, usize);

/// Ids, and a week, which is one.
macro_rules! ids {
    ($($ty:ty: $write:expr, $read:expr;)+) => {$(
        impl Crosses for $ty {
            type Form = String;
            fn out(self) -> String {
                $write(&self)
            }
        }
        impl ComesBack for $ty {
            fn back(form: String) -> Result<Self, TendError> {
                $read(form.as_str()).ok_or(TendError::new("not_found"))
            }
        }
    )+};
}

ids! {
    RecordId: RecordId::to_hex, RecordId::from_hex;
    DeviceId: DeviceId::to_hex, DeviceId::from_hex;
    MailboxId: MailboxId::to_hex, MailboxId::from_hex;
    schedule::Week: ToString::to_string, |text: &str| text.parse().ok();
    Vec<u8>: |key: &Vec<u8>| key.iter().map(|byte| format!("{byte:02x}")).collect(), bytes;
}

/// The bytes of an id that has no fixed length.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    // Two digits are at most 255.
    let whole = digits.len().is_multiple_of(2);
    whole.then(|| digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect())
}

/// What is written and read as text or number, or is `out_of_range`.
macro_rules! moments {
    ($($ty:ty as $form:ty: $write:expr, $read:expr;)+) => {$(
        impl Crosses for $ty {
            type Form = $form;
            fn out(self) -> $form {
                $write(self)
            }
        }
        impl ComesBack for $ty {
            fn back(form: $form) -> Result<Self, TendError> {
                $read(form).ok_or(TendError::new("out_of_range"))
            }
        }
    )+};
}

moments! {
    Timestamp as i64: Timestamp::as_second, |seconds| Timestamp::from_second(seconds).ok();
    Date as String: |date: Date| date.to_string(), |text: String| date(&text);
    Time as String: |time: Time| format!("{:02}:{:02}", time.hour(), time.minute()), |text: String| time(&text);
}

impl Crosses for DateTime {
    type Form = String;
    fn out(self) -> String {
        format!("{}T{}", self.date(), self.time().out())
    }
}

fn date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    Date::new(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?).ok()
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(digits(hour, 2)?, digits(minute, 2)?, 0, 0).ok()
}

fn digits<T: std::str::FromStr>(text: &str, count: usize) -> Option<T> {
    let whole = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| text.parse().ok()).flatten()
}

impl Crosses for &'static str {
    type Form = String;
    fn out(self) -> String {
        self.to_owned()
    }
}

impl<T: Crosses> Crosses for Option<T> {
    type Form = Option<T::Form>;
    fn out(self) -> Self::Form {
        self.map(T::out)
    }
}

impl<T: ComesBack> ComesBack for Option<T> {
    fn back(form: Self::Form) -> Result<Self, TendError> {
        form.map(T::back).transpose()
    }
}

/// What crosses in a list as it does alone. A byte does not: bytes are an id, or the days of a rule.
pub(crate) trait Listed {}

impl Listed for String {}
impl Listed for u32 {}
impl Listed for Date {}

impl<T: Crosses + Listed> Crosses for Vec<T> {
    type Form = Vec<T::Form>;
    fn out(self) -> Self::Form {
        self.into_iter().map(T::out).collect()
    }
}

impl<T: ComesBack + Listed> ComesBack for Vec<T> {
    fn back(form: Self::Form) -> Result<Self, TendError> {
        form.into_iter().map(T::back).collect()
    }
}

impl<T: Crosses + Listed> Crosses for BTreeSet<T> {
    type Form = Vec<T::Form>;
    fn out(self) -> Self::Form {
        self.into_iter().map(T::out).collect()
    }
}

impl<T: ComesBack + Listed + Ord> ComesBack for BTreeSet<T> {
    fn back(form: Self::Form) -> Result<Self, TendError> {
        form.into_iter().map(T::back).collect()
    }
}

/// The core's rules count days from Monday, 1 to 7.
impl Crosses for BTreeSet<u8> {
    type Form = Vec<Weekday>;
    fn out(self) -> Self::Form {
        self.into_iter().filter_map(|day| schedule::Weekday::try_from(day).ok()).map(Crosses::out).collect()
    }
}

impl ComesBack for BTreeSet<u8> {
    fn back(form: Self::Form) -> Result<Self, TendError> {
        form.into_iter().map(|day| Ok(schedule::Weekday::back(day)?.into())).collect()
    }
}

/// The hours of a kind.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct KindWindow {
    /// Which.
    pub kind: NudgeKind,
    /// Their start, as `HH:MM`.
    pub from: String,
    /// Their end, as `HH:MM`, not before `from`.
    pub until: String,
}

/// Of two for a kind, the later in the list holds.
impl Crosses for BTreeMap<nudges::NudgeKind, (Time, Time)> {
    type Form = Vec<KindWindow>;
    fn out(self) -> Self::Form {
        let window = |(kind, (from, until)): (nudges::NudgeKind, (Time, Time))| KindWindow {
            kind: kind.out(),
            from: from.out(),
            until: until.out(),
        };
        self.into_iter().map(window).collect()
    }
}

impl ComesBack for BTreeMap<nudges::NudgeKind, (Time, Time)> {
    fn back(form: Self::Form) -> Result<Self, TendError> {
        let window = |window: KindWindow| {
            Ok((nudges::NudgeKind::back(window.kind)?, (Time::back(window.from)?, Time::back(window.until)?)))
        };
        form.into_iter().map(window).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn code<T: ComesBack>(form: T::Form) -> &'static str {
        T::back(form).err().unwrap().code
    }

    #[test]
    fn what_is_written_is_read() {
        for text in ["00:00", "09:05", "23:59"] {
            assert_eq!(Time::back(text.into()).unwrap().out(), text);
        }
        for text in ["2024-02-29", "1970-01-01"] {
            assert_eq!(Date::back(text.into()).unwrap().out(), text);
        }
        assert_eq!(Timestamp::back(1_700_000_000).unwrap().out(), 1_700_000_000);
        assert_eq!(jiff::civil::date(2026, 3, 1).at(7, 5, 59, 0).out(), "2026-03-01T07:05");
        let key = vec![0, 1, 0x7f, 0xff];
        assert_eq!(Vec::<u8>::back(key.clone().out()).unwrap(), key);
        let days = vec![Weekday::Monday, Weekday::Sunday];
        assert_eq!(BTreeSet::<u8>::back(days.clone()).unwrap().out(), days);
        let windows = vec![KindWindow { kind: NudgeKind::Caring, from: "12:00".into(), until: "12:00".into() }];
        assert_eq!(BTreeMap::<nudges::NudgeKind, (Time, Time)>::back(windows.clone()).unwrap().out(), windows);
    }

    #[test]
    fn what_is_no_moment_is_out_of_range() {
        for text in ["", "9:05", "09:5", "24:00", "09:60", "09:05:00", "+9:05", "٠٩:٠٥", "09.05", " 09:05"] {
            assert_eq!(code::<Time>(text.into()), "out_of_range", "{text}");
        }
        for text in ["", "2025-02-29", "24-01-01", "2024-1-01", "2024-13-01", "20240101", "2024-01-01T00:00"] {
            assert_eq!(code::<Date>(text.into()), "out_of_range", "{text}");
        }
        for seconds in [i64::MIN, i64::MAX] {
            assert_eq!(code::<Timestamp>(seconds), "out_of_range");
        }
    }

    #[test]
    fn what_is_no_id_is_not_found() {
        for bad in ["", "0", "zz", "ß", "00 00", "0011223344556677889900112233445566"] {
            assert_eq!(code::<RecordId>(bad.into()), "not_found", "{bad}");
            assert_eq!(code::<DeviceId>(bad.into()), "not_found", "{bad}");
            assert_eq!(code::<MailboxId>(bad.into()), "not_found", "{bad}");
            assert_eq!(code::<schedule::Week>(bad.into()), "not_found", "{bad}");
        }
        for bad in ["0", "zz", "ß", "00 00", "+1"] {
            assert_eq!(code::<Vec<u8>>(bad.into()), "not_found", "{bad}");
        }
    }

    #[test]
    fn what_is_too_great_is_the_greatest() {
        assert_eq!((u8::back(255).unwrap(), u8::back(256).unwrap(), u8::back(u32::MAX).unwrap()), (255, 255, 255));
        assert_eq!((u16::back(70_000).unwrap(), i16::back(40_000).unwrap()), (u16::MAX, i16::MAX));
        assert_eq!((31_i16.out(), (-1_i16).out()), (31, 0));
    }
}
