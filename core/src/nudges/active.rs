//! The rules that count, with what every day asks of them.

use std::collections::HashSet;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

use super::{NudgeKind, NudgeRule, Rules, calendar::Day, limits::whole_minute};
use crate::{chance::chance, days::minutes_between};

/// A rule that is on.
pub(super) struct ActiveRule<'a> {
    pub(super) rule: &'a NudgeRule,
    /// What its chance depends on: the seed of the plan and its id.
    pub(super) seed: u64,
    from: Time,
    /// How long its hours are, which may go on after midnight; of one exact time 0.
    minutes: i64,
}

/// The rules that validate, are on, and are of a kind that is on; of those with one id, the first in the list.
pub(super) fn active_rules(rules: &Rules, seed: u64) -> Vec<ActiveRule<'_>> {
    let mut known = HashSet::new();
    let first = rules.rules.iter().filter(|rule| known.insert(rule.id.as_str()));
    let on =
        |rule: &&NudgeRule| rule.on && !rules.preferences.switched_off.contains(&rule.kind) && rule.validate().is_ok();
    first.filter(on).map(|rule| ActiveRule::new(rule, rules, seed)).collect()
}

impl<'a> ActiveRule<'a> {
    fn new(rule: &'a NudgeRule, rules: &Rules, seed: u64) -> Self {
        let appointment = rule.kind == NudgeKind::Appointment;
        let of_kind = rules.preferences.windows.get(&rule.kind).copied().filter(|_| !appointment);
        let hours = |(from, until)| Some((whole_minute(from), minutes_between(from, until)?));
        let own = || (whole_minute(rule.from), minutes_between(rule.from, rule.until).unwrap_or(0));
        let (from, minutes) = of_kind.and_then(hours).unwrap_or_else(own);
        let seed = chance(seed, &[rule.id.as_bytes()]);
        Self { rule, seed, from, minutes: if appointment { 0 } else { minutes } }
    }

    /// Its local time on a day: a minute of its hours by chance, each as likely as any other. After midnight it is on the next date.
    pub(super) fn time(&self, day: &Day) -> DateTime {
        let drawn = match u64::try_from(self.minutes) {
            Ok(minutes @ 1..) => (chance(self.seed, &[b"time", &day.number.to_le_bytes()]) % minutes) as i64,
            _ => 0,
        };
        self.after(day.date, drawn)
    }

    /// The first and the last minute of its hours of a date, and their end.
    pub(super) fn hours(&self, date: Date) -> [DateTime; 3] {
        [0, (self.minutes - 1).max(0), self.minutes].map(|minutes| self.after(date, minutes))
    }

    fn after(&self, date: Date, minutes: i64) -> DateTime {
        date.to_datetime(self.from).saturating_add(SignedDuration::from_mins(minutes))
    }
}
