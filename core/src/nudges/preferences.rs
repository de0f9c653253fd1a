use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp,
    civil::{Date, Time, time},
};
use serde::{Deserialize, Serialize};

use super::{NudgeKind, NudgeRefusal};
use crate::records::tolerant::{known_elements, known_entries};

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
    pub off_weeks: BTreeSet<Date>,
    /// Days without any reminder.
    pub gentle_days: Vec<GentleDay>,
    /// Times without any reminder.
    pub pauses: Vec<NudgePause>,
    /// Hours of a kind, in place of those of its rules. They hold as in a rule; hours that end before they begin are left out, and those of
    /// appointments too: an appointment is when it is.
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
    /// dates that a year can have, spans that end after they begin.
    ///
    /// # Errors
    /// [`NudgeRefusal::OutOfRange`].
    pub fn bounded(self) -> Result<Self, NudgeRefusal> {
        let days = self.gentle_days.iter().all(|one| Date::new(2024, one.month as i8, one.day as i8).is_ok());
        let spans = self.pauses.iter().all(|one| one.until.is_none_or(|until| one.from < until));
        let windows = self.windows.values().all(|(from, until)| from <= until);
        let few =
            [self.gentle_days.len(), self.pauses.len(), self.off_weeks.len()].iter().all(|len| *len <= MOST_OF_EACH);
        let bounded = self.routine_a_day <= MOST_A_DAY && days && spans && windows && few;
        if bounded { Ok(self) } else { Err(NudgeRefusal::OutOfRange) }
    }

    /// These with a pause more, from `now` until an instant or until [`Self::resumed`]. Pauses that are over, and those without an end,
    /// are gone then.
    ///
    /// # Errors
    /// [`NudgeRefusal::OutOfRange`] for an instant that is not later than `now`.
    pub fn paused(mut self, now: Timestamp, until: Option<Timestamp>) -> Result<Self, NudgeRefusal> {
        self.pauses.retain(|one| one.until.is_some_and(|until| until > now));
        self.pauses.push(NudgePause { from: now, until });
        self.bounded()
    }

    /// These without any pause.
    pub fn resumed(self) -> Self {
        Self { pauses: Vec::new(), ..self }
    }
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
