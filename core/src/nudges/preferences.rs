use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp, ZonedDateTime,
    civil::{Date, Time, time},
};
use serde::{Deserialize, Serialize};

use super::{
    NudgeKind, NudgeRefusal,
    calendar::{number, week},
};
use crate::{
    days::minutes_between,
    records::tolerant::{known_elements, known_entries},
};

/// More routine reminders than this no day has, whatever was chosen.
pub(super) const MOST_A_DAY: u8 = 3;
/// How many gentle days, pauses and weeks off there may be, of each.
const MOST_OF_EACH: usize = 100;

/// What a person wants of all reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NudgePreferences {
    /// When the quiet hours begin, as local time; at this minute it is quiet. Seconds are dropped. 21:00 unless chosen.
    pub quiet_from: Time,
    /// When they end, as local time; at this minute it is no longer quiet. Earlier than they begin: on the next day. The same: there are
    /// none. 08:00 unless chosen.
    pub quiet_until: Time,
    /// Kinds that never remind.
    #[serde(deserialize_with = "known_elements")]
    pub switched_off: BTreeSet<NudgeKind>,
    /// How many routine reminders a local day may have: 0 to 3, and a larger number is 3. 1 unless chosen.
    pub routine_a_day: u8,
    /// Weeks without routine reminders, each by its Monday (any other day of it will do).
    #[serde(deserialize_with = "known_elements")]
    pub off_weeks: BTreeSet<Date>,
    /// Days without any reminder.
    #[serde(deserialize_with = "known_elements")]
    pub gentle_days: Vec<GentleDay>,
    /// Times without any reminder.
    #[serde(deserialize_with = "known_elements")]
    pub pauses: Vec<NudgePause>,
    /// Hours of a kind, in place of those of its rules. They hold as in a rule; hours that cannot be are left out, and those of appointments
    /// too: an appointment is when it is.
    #[serde(deserialize_with = "known_entries")]
    pub windows: BTreeMap<NudgeKind, (Time, Time)>,
}

impl Default for NudgePreferences {
    fn default() -> Self {
        Self {
            quiet_from: time(21, 0, 0, 0),
            quiet_until: time(8, 0, 0, 0),
            switched_off: BTreeSet::new(),
            routine_a_day: 1,
            off_weeks: BTreeSet::new(),
            gentle_days: Vec::new(),
            pauses: Vec::new(),
            windows: BTreeMap::new(),
        }
    }
}

impl NudgePreferences {
    /// These, if every value is one that can be kept: at most 3 routine reminders a day, at most 100 gentle days, pauses and weeks off,
    /// dates that a year can have, spans that end after they begin. Of what is more than 100, first that goes that is over; and what was
    /// there `before`, as a later version may have set it, may stay.
    ///
    /// # Errors
    /// [`NudgeRefusal::Hours`] for hours that cannot be, and else [`NudgeRefusal::OutOfRange`].
    pub fn bounded(mut self, before: &Self, now: &ZonedDateTime) -> Result<Self, NudgeRefusal> {
        let (today, moment) = (now.date(), now.timestamp());
        self.gentle_days = distinct(self.gentle_days);
        self.pauses = self.pauses.into_iter().map(NudgePause::in_seconds).collect();
        let off_weeks = self.off_weeks.into_iter().collect();
        self.off_weeks = few(off_weeks, |monday| week(number(*monday)) < week(number(today))).into_iter().collect();
        self.gentle_days = few(self.gentle_days, |day| day.year.is_some_and(|year| year < today.year()));
        self.pauses = few(self.pauses, |pause| pause.until.is_some_and(|until| until <= moment));
        let mut windows = self.windows.iter().filter(|(kind, hours)| before.windows.get(kind) != Some(hours));
        if windows.any(|(_, (from, until))| minutes_between(*from, *until).is_none()) {
            return Err(NudgeRefusal::Hours);
        }
        let mut days = self.gentle_days.iter().filter(|one| !before.gentle_days.contains(one));
        let days = days.all(|one| Date::new(2024, one.month as i8, one.day as i8).is_ok());
        let mut spans = self.pauses.iter().filter(|one| !before.pauses.contains(one));
        let spans = spans.all(|one| one.until.is_none_or(|until| one.from < until));
        let routine = self.routine_a_day <= MOST_A_DAY || self.routine_a_day == before.routine_a_day;
        let lengths = |of: &Self| [of.gentle_days.len(), of.pauses.len(), of.off_weeks.len()];
        let few = lengths(&self).into_iter().zip(lengths(before)).all(|(len, before)| len <= MOST_OF_EACH.max(before));
        let bounded = routine && days && spans && few;
        if bounded { Ok(self) } else { Err(NudgeRefusal::OutOfRange) }
    }

    /// These with a pause more, from `now` until an instant or until [`Self::resumed`]. Pauses that are over, and those without an end,
    /// are gone then.
    pub fn paused(mut self, now: Timestamp, until: Option<Timestamp>) -> Self {
        self.pauses.retain(|one| one.until.is_some_and(|until| until > now));
        self.pauses.push(NudgePause { from: now, until });
        self
    }

    /// These without any pause.
    pub fn resumed(self) -> Self {
        Self { pauses: Vec::new(), ..self }
    }
}

impl NudgePause {
    /// A shell gives instants back in whole seconds, and these must say which pause it takes away.
    fn in_seconds(self) -> Self {
        let whole = |at: Timestamp| Timestamp::from_second(at.as_second()).unwrap_or(at);
        Self { from: whole(self.from), until: self.until.map(whole) }
    }
}

/// Each once, in their order.
fn distinct(days: Vec<GentleDay>) -> Vec<GentleDay> {
    let mut kept: Vec<GentleDay> = Vec::new();
    for day in days {
        if !kept.contains(&day) {
            kept.push(day);
        }
    }
    kept
}

/// No more than [`MOST_OF_EACH`] if so many are over, of which the first in the list go.
fn few<T>(mut list: Vec<T>, is_over: impl Fn(&T) -> bool) -> Vec<T> {
    let mut too_many = list.len().saturating_sub(MOST_OF_EACH);
    list.retain(|one| {
        let goes = too_many > 0 && is_over(one);
        too_many -= usize::from(goes);
        !goes
    });
    list
}

/// A local date on which nothing reminds, such as that of a loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GentleDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31. In a year without a 29 February, the days before and after stand for it.
    pub day: u8,
    /// In this year only; without one, in every year.
    #[serde(default)]
    pub year: Option<i16>,
}

/// A time in which nothing reminds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NudgePause {
    /// Its first moment.
    pub from: Timestamp,
    /// The first moment after it; without one, it lasts until the person ends it.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A later version may know more than this one. What it set is no reason to refuse a pause here.
    #[test]
    fn what_was_there_before_may_stay_and_what_is_new_is_judged() {
        let now: ZonedDateTime = "2026-11-28T10:00:00+00:00[UTC]".parse().unwrap();
        let before = NudgePreferences {
            routine_a_day: 5,
            gentle_days: vec![GentleDay { month: 11, day: 0, year: None }],
            windows: [(NudgeKind::Fun, (time(6, 0, 0, 0), time(5, 0, 0, 0)))].into(),
            ..NudgePreferences::default()
        };
        let paused = before.clone().paused(now.timestamp(), None);
        assert!(paused.clone().bounded(&NudgePreferences::default(), &now).is_err(), "nobody sets it so here");
        assert_eq!(paused.bounded(&before, &now).map(|kept| kept.pauses.len()), Ok(1));
        let more = NudgePreferences { routine_a_day: 6, ..before.clone() };
        assert_eq!(more.bounded(&before, &now), Err(NudgeRefusal::OutOfRange));
        let mut day = before.clone();
        day.gentle_days.push(GentleDay { month: 13, day: 1, year: None });
        assert_eq!(day.bounded(&before, &now), Err(NudgeRefusal::OutOfRange));
    }
}
