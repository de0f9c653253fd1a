//! Around every change of clocks, in every zone, from 2024 to 2032.

use std::collections::BTreeMap;

use super::{checks::check, support::*};
use crate::nudges::*;

/// Rules at all hours, at those where clocks change, and booked ones.
fn around_the_clock() -> Vec<NudgeRule> {
    let mut list = Vec::new();
    for (number, hours) in
        ["00:00", "00:30", "01:15", "02:00", "02:30", "03:00", "22:45", "23:30", "00:00-23:59"].iter().enumerate()
    {
        list.push(rule(&format!("daily-{number}"), NudgeKind::ALL[number % 8], RuleSchedule::Daily, hours));
        let leads = vec![1440, 75, 0];
        let booked = [NudgeKind::Appointment, NudgeKind::Occasion][number % 2];
        list.push(NudgeRule { leads, ..rule(&format!("booked-{number}"), booked, RuleSchedule::Daily, hours) });
    }
    list
}

#[test]
fn every_change_of_clocks_keeps_what_was_chosen() {
    let mut changes = BTreeMap::new();
    for name in ZONES {
        let zone = zone(name);
        let following = zone.following(at("2024-01-01T00:00Z"));
        for change in following.take_while(|change| change.timestamp() < at("2033-01-01T00:00Z")) {
            *changes.entry(name).or_insert(0) += 1;
            for quiet in [("00:00", "00:00"), ("21:00", "08:00"), ("01:30", "02:15"), ("23:15", "00:45")] {
                let mut rules = open_rules(around_the_clock());
                rules.preferences.quiet_from = clock(quiet.0);
                rules.preferences.quiet_until = clock(quiet.1);
                let from = change.timestamp() - hours(60);
                let plan = Planned { rules: &rules, history: History::default(), zone: zone.clone() };
                let found = plan.between(from, change.timestamp() + hours(48));
                assert!(found.len() > 20, "{name}");
                check(&rules, &plan.history, from, &zone, &found);
            }
        }
    }
    assert!(
        ["Africa/Casablanca", "Australia/Lord_Howe", "Antarctica/Troll"].iter().all(|name| changes.contains_key(name))
    );
    assert!(changes.values().sum::<i32>() > 400);
}

#[test]
fn what_clocks_skip_over_midnight_comes_right_after_and_a_skipped_day_brings_nothing() {
    let rules = open_rules([rule("probe", NudgeKind::Fun, RuleSchedule::Daily, "23:59")]);
    let nuuk = Planned::of(&rules).in_zone("America/Nuuk").for_days("2032-03-27T12:00Z", 2);
    let seen: Vec<_> = nuuk.iter().map(|one| (one.id.as_str(), one.at, one.local.to_string())).collect();
    assert_eq!(
        seen,
        [
            ("probe@2032-03-27", at("2032-03-28T01:59Z"), "2032-03-28T00:59:00".into()),
            ("probe@2032-03-28", at("2032-03-29T00:59Z"), "2032-03-28T23:59:00".into()),
        ]
    );
    let again = History { fired: vec![fired(&nuuk[0], false)], done: Vec::new() };
    assert_eq!(Planned::of(&rules).in_zone("America/Nuuk").after(&again).for_days("2032-03-27T12:00Z", 2), nuuk[1..]);
    // In Apia there was no 30 December 2011.
    let apia = Planned::of(&rules).in_zone("Pacific/Apia").times("2011-12-29T12:00Z", 3);
    assert_eq!(apia, ["12-29 23:59", "12-31 23:59", "01-01 23:59"]);
}

#[test]
fn every_hour_of_every_day_rings_once_in_every_zone() {
    for name in ZONES {
        let zone = zone(name);
        for change in zone.following(at("2026-01-01T00:00Z")).take(6) {
            let date = zone.to_datetime(change.timestamp() - hours(1)).date();
            let skips_a_day = zone.to_datetime(change.timestamp()).date() > date + days(1);
            for hours in ["23:59", "23:30", "00:00", "00:30", "02:30", "22:00-02:00", "23:30-00:00"] {
                let rules = open_rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, hours)]);
                let plan = Planned { rules: &rules, history: History::default(), zone: zone.clone() };
                let found = plan.between(change.timestamp() - days(4), change.timestamp() + days(4));
                let count = found.iter().filter(|one| one.day == date || one.day == date + days(1)).count();
                assert!(count == 2 || skips_a_day, "{name} {date} {hours}: {count}");
            }
        }
    }
}
