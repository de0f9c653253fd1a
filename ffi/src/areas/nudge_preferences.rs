use tend_core::{TendError as CoreError, nudges};

use super::{each, nudges::NudgeKind};
use crate::{
    numbers::{narrow, wide},
    times,
};

/// What a person wants of all nudges.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NudgePreferences {
    /// When the quiet hours begin, as `HH:MM`; at this minute it is quiet.
    pub quiet_from: String,
    /// When they end, as `HH:MM`; at this minute it is no longer quiet. Earlier than they begin: on the next day. The same: there are none.
    pub quiet_until: String,
    /// Kinds that never remind.
    pub switched_off: Vec<NudgeKind>,
    /// How many a local day may have, besides what the person booked: 0 to 3.
    pub routine_a_day: u32,
    /// Weeks with none but what the person booked, each by its Monday as `YYYY-MM-DD` (any other day of it will do); at most 100.
    pub off_weeks: Vec<String>,
    /// Days without any; at most 100.
    pub gentle_days: Vec<GentleDay>,
    /// Times without any; at most 100.
    pub pauses: Vec<NudgePause>,
    /// Hours of a kind, in place of those of its rules, except for appointments; of two for a kind, the later in the list.
    pub windows: Vec<KindWindow>,
}

/// A local date on which nothing reminds, such as that of a loss.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct GentleDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31. In a year without a 29 February, the days before and after stand for it.
    pub day: u32,
    /// In this year only; without one, in every year.
    pub year: Option<u32>,
}

/// A time without nudges.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NudgePause {
    /// Its first moment, in seconds since 1970.
    pub from: i64,
    /// The first moment after it, in seconds since 1970; without one, it lasts until the person ends it.
    pub until: Option<i64>,
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

impl From<nudges::Preferences> for NudgePreferences {
    fn from(preferences: nudges::Preferences) -> Self {
        Self {
            quiet_from: times::time_text(preferences.quiet_from),
            quiet_until: times::time_text(preferences.quiet_until),
            switched_off: preferences.switched_off.into_iter().map(NudgeKind::from).collect(),
            routine_a_day: preferences.routine_a_day.into(),
            off_weeks: preferences.off_weeks.iter().map(ToString::to_string).collect(),
            gentle_days: each(preferences.gentle_days),
            pauses: each(preferences.pauses),
            windows: preferences.windows.into_iter().map(KindWindow::from).collect(),
        }
    }
}

impl TryFrom<NudgePreferences> for nudges::Preferences {
    type Error = CoreError;

    fn try_from(preferences: NudgePreferences) -> Result<Self, CoreError> {
        let off_weeks = preferences.off_weeks.iter().map(|monday| times::date(monday, BAD));
        let windows = preferences.windows.into_iter().map(window);
        Ok(Self {
            quiet_from: times::time(&preferences.quiet_from, BAD)?,
            quiet_until: times::time(&preferences.quiet_until, BAD)?,
            switched_off: preferences.switched_off.into_iter().map(nudges::Kind::from).collect(),
            routine_a_day: narrow(preferences.routine_a_day),
            off_weeks: off_weeks.collect::<Result<_, _>>()?,
            gentle_days: each(preferences.gentle_days),
            pauses: preferences.pauses.into_iter().map(nudges::Pause::try_from).collect::<Result<_, _>>()?,
            windows: windows.collect::<Result<_, _>>()?,
        })
    }
}

/// What the core says of preferences that cannot be.
const BAD: &str = "out_of_range";

impl From<nudges::GentleDay> for GentleDay {
    fn from(day: nudges::GentleDay) -> Self {
        Self { month: day.month.into(), day: day.day.into(), year: day.year.map(wide) }
    }
}

impl From<GentleDay> for nudges::GentleDay {
    fn from(day: GentleDay) -> Self {
        Self { month: narrow(day.month), day: narrow(day.day), year: day.year.map(narrow) }
    }
}

impl From<nudges::Pause> for NudgePause {
    fn from(pause: nudges::Pause) -> Self {
        Self { from: pause.from.as_second(), until: pause.until.map(|until| until.as_second()) }
    }
}

impl TryFrom<NudgePause> for nudges::Pause {
    type Error = CoreError;

    fn try_from(pause: NudgePause) -> Result<Self, CoreError> {
        let until = pause.until.map(|until| times::instant(until, BAD)).transpose()?;
        Ok(Self { from: times::instant(pause.from, BAD)?, until })
    }
}

type CoreWindow = (nudges::Kind, (jiff::civil::Time, jiff::civil::Time));

impl From<CoreWindow> for KindWindow {
    fn from((kind, (from, until)): CoreWindow) -> Self {
        Self { kind: kind.into(), from: times::time_text(from), until: times::time_text(until) }
    }
}

fn window(window: KindWindow) -> Result<CoreWindow, CoreError> {
    let KindWindow { kind, from, until } = window;
    Ok((kind.into(), (times::time(&from, BAD)?, times::time(&until, BAD)?)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn preferences_that_cross_twice_are_the_same() {
        let preferences = NudgePreferences {
            quiet_from: "22:30".into(),
            quiet_until: "07:00".into(),
            switched_off: vec![NudgeKind::Fun],
            routine_a_day: 2,
            off_weeks: vec!["2026-03-02".into()],
            gentle_days: vec![
                GentleDay { month: 2, day: 29, year: None },
                GentleDay { month: 5, day: 1, year: Some(2027) },
            ],
            pauses: vec![NudgePause { from: 1_800_000_000, until: None }],
            windows: vec![KindWindow { kind: NudgeKind::Caring, from: "12:00".into(), until: "12:00".into() }],
        };
        let core = nudges::Preferences::try_from(preferences.clone()).unwrap();
        assert_eq!(NudgePreferences::from(core), preferences);
    }
}
