//! The rules that count, with what every day asks of them.

use std::collections::HashSet;

use jiff::civil::Time;

use super::{NudgeKind, NudgeRule, Rules, calendar::Day, limits::whole_minute};
use crate::chance::chance;

/// A rule that is on.
pub(super) struct ActiveRule<'a> {
    pub(super) rule: &'a NudgeRule,
    /// What its chance depends on: the seed of the plan and its id.
    pub(super) seed: u64,
    pub(super) from: Time,
    pub(super) until: Time,
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
        let of_kind = rules.preferences.windows.get(&rule.kind).copied();
        let of_kind = of_kind.filter(|(from, until)| from <= until && rule.kind != NudgeKind::Appointment);
        let (from, until) = of_kind.unwrap_or((rule.from, rule.until));
        let until = if rule.kind == NudgeKind::Appointment { from } else { until };
        let seed = chance(seed, &[rule.id.as_bytes()]);
        Self { rule, seed, from: whole_minute(from), until: whole_minute(until) }
    }

    /// Its local time on a day: a minute of its hours by chance, each as likely as any other.
    pub(super) fn time(&self, day: &Day) -> Time {
        let minutes = minute_of_day(self.until) - minute_of_day(self.from);
        if minutes == 0 {
            return self.from;
        }
        let drawn = chance(self.seed, &[b"time", &day.number.to_le_bytes()]) % minutes;
        let minute = minute_of_day(self.from) + drawn;
        Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).unwrap_or(self.from)
    }
}

fn minute_of_day(time: Time) -> u64 {
    time.hour() as u64 * 60 + time.minute() as u64
}
