//! What holds of every plan, written down once more without the code under test.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Weekday},
    tz::TimeZone,
};

use crate::nudges::*;

/// Panics unless the start of a plan is as every plan has to be.
pub(super) fn check(rules: &Rules, history: &History, now: Timestamp, zone: &TimeZone, plan: &[Occurrence]) {
    let mut ids = BTreeSet::new();
    for occurrence in plan {
        assert!(occurrence.at > now, "in the past: {occurrence:?}");
        assert!(ids.insert(&occurrence.id), "an id comes twice: {occurrence:?}");
        assert_eq!(occurrence.at.to_zoned_datetime(zone.clone()).datetime(), occurrence.local);
        assert!(allowed(rules, zone, occurrence.at), "at a forbidden time: {occurrence:?}");
        check_rule(rules, zone, occurrence);
        check_history(rules, history, occurrence);
        check_slack(rules, zone, occurrence);
    }
    assert!(plan.is_sorted_by_key(|occurrence| (occurrence.at, &occurrence.id)), "not in order");
    check_budget(rules, history, plan);
    for kind in NudgeKind::ALL {
        let asking = plan.iter().filter(|occurrence| occurrence.kind == kind && occurrence.asks);
        assert!(asking.count() <= 1, "{kind:?} asks twice");
    }
}

/// Whether it is no quiet hour, pause or gentle day.
pub(super) fn allowed(rules: &Rules, zone: &TimeZone, at: Timestamp) -> bool {
    let preferences = &rules.preferences;
    let local = zone.to_datetime(at);
    let minute = |time: jiff::civil::Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    let (from, until) = (minute(preferences.quiet_from), minute(preferences.quiet_until));
    let quiet = (minute(local.time()) - from).rem_euclid(1440) < (until - from).rem_euclid(1440);
    let paused = |pause: &NudgePause| at >= pause.from && pause.until.is_none_or(|until| at < until);
    let gentle = |day: &GentleDay| {
        let same = day.month == local.month() as u8 && day.day == local.day() as u8;
        same && day.year.is_none_or(|year| year == local.year())
    };
    !quiet && !preferences.pauses.iter().any(paused) && !preferences.gentle_days.iter().any(gentle)
}

fn check_rule(rules: &Rules, zone: &TimeZone, occurrence: &Occurrence) {
    let rule = rules.rules.iter().find(|rule| rule.id == occurrence.rule).unwrap();
    assert!(rule.on && !rules.preferences.switched_off.contains(&rule.kind), "off: {occurrence:?}");
    assert_eq!(rule.validate(), Ok(()));
    assert_eq!((rule.kind, &rule.cue), (occurrence.kind, &occurrence.cue));
    let snoozed = occurrence.reason == Reason::Snoozed;
    assert_eq!(occurrence.routine, !rule.kind.is_booked() && !snoozed);
    assert!(!occurrence.asks || occurrence.routine);
    if let (RuleSchedule::Once { at }, Some(lead)) = (&rule.recurrence, occurrence.lead) {
        let meant = *at - SignedDuration::from_mins(i64::from(lead));
        assert!(occurrence.at <= meant, "later than it was booked: {occurrence:?}");
    }
    if occurrence.routine {
        let date = occurrence.local.date();
        if date != occurrence.day {
            let (from, until) = rules.preferences.windows.get(&rule.kind).copied().unwrap_or((rule.from, rule.until));
            // Of hours that cannot be, those of the rule hold.
            let night = until < from || rule.until < rule.from;
            let skipped = zone.to_ambiguous_timestamp(occurrence.day.at(23, 59, 0, 0)).is_ambiguous();
            assert_eq!(date, occurrence.day.tomorrow().unwrap(), "on another day: {occurrence:?}");
            assert!(night || skipped, "on the next day: {occurrence:?}");
        }
        for monday in [monday(occurrence.day), monday(date)] {
            assert!(!rules.preferences.off_weeks.contains(&monday), "in a week off: {occurrence:?}");
        }
    }
}

fn check_history(rules: &Rules, history: &History, occurrence: &Occurrence) {
    assert!(history.fired.iter().all(|fired| fired.id != occurrence.id), "again: {occurrence:?}");
    let rule = rules.rules.iter().find(|rule| rule.id == occurrence.rule).unwrap();
    let weekly = rule.kind == NudgeKind::Session && matches!(rule.recurrence, RuleSchedule::Weekly { .. });
    for done in history.done.iter().filter(|done| done.kind == occurrence.kind) {
        let same_week = monday(done.day) == monday(occurrence.day);
        assert!(done.day != occurrence.day && !(weekly && same_week), "done: {occurrence:?}");
    }
}

fn check_slack(rules: &Rules, zone: &TimeZone, occurrence: &Occurrence) {
    let minute = SignedDuration::from_mins(1);
    assert!(occurrence.earliest <= occurrence.at && occurrence.at < occurrence.latest);
    assert!(occurrence.latest.duration_since(occurrence.at) <= minute * 15);
    assert!(occurrence.at.duration_since(occurrence.earliest) <= minute * 15);
    let mut then = occurrence.earliest;
    while then < occurrence.latest {
        assert!(allowed(rules, zone, then), "its window has forbidden times: {occurrence:?}");
        then += minute;
    }
}

fn check_budget(rules: &Rules, history: &History, plan: &[Occurrence]) {
    let most = usize::from(rules.preferences.routine_a_day.min(3));
    let mut a_day: BTreeMap<Date, usize> = BTreeMap::new();
    for occurrence in plan.iter().filter(|occurrence| occurrence.routine) {
        *a_day.entry(occurrence.day).or_default() += 1;
    }
    for (date, planned) in a_day {
        let routine = |fired: &&Fired| fired.day == date && !fired.kind.is_booked() && !fired.id.contains('~');
        let shown = history.fired.iter().filter(routine).count();
        assert!(planned <= most.saturating_sub(shown), "{planned} more on {date}, with {shown} already");
    }
}

fn monday(date: Date) -> Date {
    if date.weekday() == Weekday::Monday { date } else { date.nth_weekday(-1, Weekday::Monday).unwrap() }
}
