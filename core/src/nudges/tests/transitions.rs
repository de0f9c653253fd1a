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
