use std::collections::BTreeSet;

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

use super::NudgeKind;
use crate::{
    days::minutes_between,
    records::tolerant::known_or_default,
    refusal::refusals,
    written::{self, is_id},
};

/// The longest cue, in characters.
pub const LONGEST_CUE: usize = 80;
/// The longest time that a reminder may come before its moment, in minutes: a leap year.
pub const LONGEST_LEAD: u32 = 366 * 24 * 60;
/// How many reminders one moment may have.
pub const MOST_LEADS: usize = 8;

/// What reminds of what, on which days and between which hours.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NudgeRule {
    /// Its id: 1 to 64 of `a` to `z`, `0` to `9` and `-`. Of two rules with one id, the first counts.
    pub id: String,
    /// What for.
    pub kind: NudgeKind,
    /// Whether it is on.
    #[serde(default = "yes")]
    pub on: bool,
    /// On which days, or at which moment.
    pub recurrence: RuleSchedule,
    /// The start of its hours, as local time wherever the person is; seconds are dropped. With [`RuleSchedule::Once`] it counts for nothing.
    #[serde(default)]
    pub from: Time,
    /// The end of its hours; it is itself not one of them. 00:00 is the end of the day. Before [`NudgeRule::from`]: on the next day, when
    /// they are twelve hours at most. When the two are equal, the time is exactly that. An appointment is always at `from`.
    #[serde(default)]
    pub until: Time,
    /// What it is tied to in the person's day, such as "after the first coffee": one line of 1 to 80 characters.
    #[serde(default)]
    pub cue: Option<String>,
    /// Of an appointment, the id of the exercise: 1 to 64 of `a` to `z`, `0` to `9` and `-`. Its moment is that of [`RuleSchedule::Once`].
    #[serde(default)]
    pub about: Option<String>,
    /// For booked kinds, how long before the moment to remind, in minutes; each is a reminder of its own. Without any, there is one at the
    /// moment itself. Of a recurrence by local dates, each whole day of it is a day of the calendar, so that the hour stays.
    #[serde(default)]
    pub leads: Vec<u32>,
}

opaque!(NudgeRule);

/// On which days a rule is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleSchedule {
    /// Every day.
    Daily,
    /// On these days of every week.
    Weekly {
        /// At least one of 1 (Monday) to 7 (Sunday).
        days: BTreeSet<u8>,
    },
    /// On some days of every week, which nobody can foresee.
    TimesAWeek {
        /// On how many: 1 to 7.
        times: u8,
    },
    /// Every so many days.
    EveryDays {
        /// How many: 2 to 365.
        days: u16,
        /// The first of them.
        from: Date,
    },
    /// Once a month.
    Monthly {
        /// 1 to 31. In a month that is shorter, its last day.
        day: u8,
    },
    /// Once a year.
    Yearly {
        /// 1 to 12.
        month: u8,
        /// 1 to the length of the month, which for February is 29.
        day: u8,
        /// For 29 February, what holds in a year without one.
        #[serde(default, deserialize_with = "known_or_default")]
        leap: LeapRule,
    },
    /// Once, at a moment that is the same for both people, whatever their clocks say.
    Once {
        /// The moment; seconds are dropped.
        at: Timestamp,
    },
}

/// What stands for 29 February in a year without one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeapRule {
    /// The day before.
    #[default]
    February28,
    /// The day after.
    March1,
    /// Both.
    Both,
}

refusals! {
    /// Why a rule is not one.
    BadRule {
        /// The id, or that of what it is about, is empty, too long, or has other characters.
        Id = "rule_id",
        /// The hours end before they begin, and are too long to go on after midnight.
        Hours = "rule_hours",
        /// The cue shows nothing or is too long.
        Cue = "rule_cue",
        /// No weekday, or one that is not 1 to 7.
        Weekdays = "rule_weekdays",
        /// Not 1 to 7 times a week.
        Times = "rule_times",
        /// Not every 2 to 365 days.
        EveryDays = "rule_every_days",
        /// Not a day of a month.
        DayOfMonth = "rule_day_of_month",
        /// Not a date of a year.
        DayOfYear = "rule_day_of_year",
        /// A reminder that comes too long before, or too many of them.
        Leads = "rule_leads",
        /// Reminders before a moment, of a kind that has no moment.
        LeadsOfRoutine = "rule_leads_of_routine",
        /// One moment, of a kind that is not booked.
        OnceOfRoutine = "rule_once_of_routine",
        /// Days by chance, of a kind that is booked.
        ChanceOfBooked = "rule_chance_of_booked",
    }
}

impl NudgeRule {
    /// Whether it says something that can be followed. A rule that does not is left out of every plan.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn validate(&self) -> Result<(), BadRule> {
        ensure(is_id(&self.id) && self.about.as_deref().is_none_or(is_id), BadRule::Id)?;
        ensure(minutes_between(self.from, self.until).is_some(), BadRule::Hours)?;
        let cue = self.cue.as_ref().map(|cue| written::one_line(cue).chars().count());
        ensure(cue.is_none_or(|characters| (1..=LONGEST_CUE).contains(&characters)), BadRule::Cue)?;
        let short = self.leads.iter().all(|lead| *lead <= LONGEST_LEAD);
        ensure(short && self.leads.len() <= MOST_LEADS, BadRule::Leads)?;
        self.recurrence.validate()?;
        if self.kind.is_booked() {
            return ensure(!matches!(self.recurrence, RuleSchedule::TimesAWeek { .. }), BadRule::ChanceOfBooked);
        }
        ensure(self.leads.is_empty(), BadRule::LeadsOfRoutine)?;
        ensure(!matches!(self.recurrence, RuleSchedule::Once { .. }), BadRule::OnceOfRoutine)
    }

    /// Whether it is a session on fixed weekdays: what the week hangs on.
    pub(super) fn is_anchor(&self) -> bool {
        self.kind == NudgeKind::Session && matches!(self.recurrence, RuleSchedule::Weekly { .. })
    }
}

impl RuleSchedule {
    fn validate(&self) -> Result<(), BadRule> {
        match self {
            Self::Daily | Self::Once { .. } => Ok(()),
            Self::Weekly { days } => {
                let known = days.iter().all(|day| (1..=7).contains(day));
                ensure(known && !days.is_empty(), BadRule::Weekdays)
            }
            Self::TimesAWeek { times } => ensure((1..=7).contains(times), BadRule::Times),
            Self::EveryDays { days, .. } => ensure((2..=365).contains(days), BadRule::EveryDays),
            Self::Monthly { day } => ensure((1..=31).contains(day), BadRule::DayOfMonth),
            Self::Yearly { month, day, .. } => {
                let longest = match month {
                    1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
                    4 | 6 | 9 | 11 => 30,
                    2 => 29,
                    _ => 0,
                };
                ensure((1..=longest).contains(day), BadRule::DayOfYear)
            }
        }
    }
}

fn ensure(holds: bool, otherwise: BadRule) -> Result<(), BadRule> {
    if holds { Ok(()) } else { Err(otherwise) }
}

fn yes() -> bool {
    true
}
