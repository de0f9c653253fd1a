use tend_core::{TendError as CoreError, nudges, schedule};

use super::{nudges::NudgeKind, schedule::Weekday};
use crate::{mirror::mirror, numbers::narrow, times};

mirror! {
    /// What stands for 29 February in a year without one.
    LeapRule = nudges::LeapRule {
        /// The day before.
        February28,
        /// The day after.
        March1,
        /// Both.
        Both,
    }
}

/// What reminds of what, on which days and between which hours.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NudgeRule {
    /// 1 to 64 of `a` to `z`, `0` to `9` and `-`; unique among the rules.
    pub id: String,
    /// What for.
    pub kind: NudgeKind,
    /// Whether it is on.
    pub on: bool,
    /// On which days, or at which moment.
    pub schedule: RuleSchedule,
    /// The start of its hours, as `HH:MM`. With [`RuleSchedule::Once`] it counts for nothing.
    pub from: String,
    /// The end of its hours, as `HH:MM`, not before `from`; it is itself no longer a time of theirs. When the two are equal, the time is
    /// exactly that. An appointment is always at `from`.
    pub until: String,
    /// What it is tied to in the person's day, such as "after the first coffee": 1 to 80 characters.
    pub cue: Option<String>,
    /// For an appointment or an occasion, how long before the moment to remind, in minutes; each is a reminder of its own. At most 8, none
    /// above a leap year. Without any, there is one at the moment itself.
    pub leads: Vec<u32>,
}

impl From<nudges::Rule> for NudgeRule {
    fn from(rule: nudges::Rule) -> Self {
        let nudges::Rule { id, kind, on, schedule, from, until, cue, leads } = rule;
        Self {
            id,
            kind: kind.into(),
            on,
            schedule: schedule.into(),
            from: times::time_text(from),
            until: times::time_text(until),
            cue,
            leads,
        }
    }
}

impl TryFrom<NudgeRule> for nudges::Rule {
    type Error = CoreError;

    fn try_from(rule: NudgeRule) -> Result<Self, CoreError> {
        let NudgeRule { id, kind, on, schedule, from, until, cue, leads } = rule;
        Ok(Self {
            id,
            kind: kind.into(),
            on,
            schedule: schedule.try_into()?,
            from: times::time(&from, "rule_hours")?,
            until: times::time(&until, "rule_hours")?,
            cue,
            leads,
        })
    }
}

/// On which days a rule has nudges.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum RuleSchedule {
    /// Every day.
    Daily,
    /// On these days of every week.
    Weekly {
        /// At least one.
        days: Vec<Weekday>,
    },
    /// On some days of every week, which nobody can foresee.
    TimesAWeek {
        /// On how many: 1 to 7.
        times: u32,
    },
    /// Every so many days.
    EveryDays {
        /// How many: 2 to 365.
        days: u32,
        /// The first of them, as `YYYY-MM-DD`.
        from: String,
    },
    /// Once a month.
    Monthly {
        /// 1 to 31. In a month that is shorter, its last day.
        day: u32,
    },
    /// Once a year.
    Yearly {
        /// 1 to 12.
        month: u32,
        /// 1 to the length of the month, which for February is 29.
        day: u32,
        /// For 29 February, what holds in a year without one.
        leap: LeapRule,
    },
    /// Once, at a moment that is the same for both people, whatever their clocks say.
    Once {
        /// The moment, in seconds since 1970; the seconds of a minute are dropped.
        at: i64,
    },
}

impl From<nudges::Schedule> for RuleSchedule {
    fn from(schedule: nudges::Schedule) -> Self {
        use nudges::Schedule as Core;
        match schedule {
            Core::Daily => Self::Daily,
            Core::Weekly { days } => Self::Weekly { days: days.into_iter().filter_map(weekday).collect() },
            Core::TimesAWeek { times } => Self::TimesAWeek { times: times.into() },
            Core::EveryDays { days, from } => Self::EveryDays { days: days.into(), from: from.to_string() },
            Core::Monthly { day } => Self::Monthly { day: day.into() },
            Core::Yearly { month, day, leap } => {
                Self::Yearly { month: month.into(), day: day.into(), leap: leap.into() }
            }
            Core::Once { at } => Self::Once { at: at.as_second() },
        }
    }
}

impl TryFrom<RuleSchedule> for nudges::Schedule {
    type Error = CoreError;

    fn try_from(schedule: RuleSchedule) -> Result<Self, CoreError> {
        Ok(match schedule {
            RuleSchedule::Daily => Self::Daily,
            RuleSchedule::Weekly { days } => Self::Weekly { days: days.into_iter().map(number).collect() },
            RuleSchedule::TimesAWeek { times } => Self::TimesAWeek { times: narrow(times) },
            RuleSchedule::EveryDays { days, from } => {
                Self::EveryDays { days: narrow(days), from: times::date(&from, "rule_every_days")? }
            }
            RuleSchedule::Monthly { day } => Self::Monthly { day: narrow(day) },
            RuleSchedule::Yearly { month, day, leap } => {
                Self::Yearly { month: narrow(month), day: narrow(day), leap: leap.into() }
            }
            RuleSchedule::Once { at } => Self::Once { at: times::instant(at, "out_of_range")? },
        })
    }
}

/// The core's rules count days from Monday, 1 to 7.
fn weekday(number: u8) -> Option<Weekday> {
    schedule::Weekday::try_from(number).ok().map(Weekday::from)
}

fn number(day: Weekday) -> u8 {
    schedule::Weekday::from(day).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_schedule_that_crosses_twice_is_the_same() {
        for schedule in [
            RuleSchedule::Daily,
            RuleSchedule::Weekly { days: vec![Weekday::Monday, Weekday::Sunday] },
            RuleSchedule::TimesAWeek { times: 3 },
            RuleSchedule::EveryDays { days: 14, from: "2026-03-01".into() },
            RuleSchedule::Monthly { day: 31 },
            RuleSchedule::Yearly { month: 2, day: 29, leap: LeapRule::Both },
            RuleSchedule::Once { at: 1_800_000_000 },
        ] {
            let core = nudges::Schedule::try_from(schedule.clone()).unwrap();
            assert_eq!(RuleSchedule::from(core), schedule);
        }
    }
}
