//! What the person wants of all reminders.

use std::collections::BTreeMap;

use super::support::*;
use crate::nudges::*;

fn of_every_kind() -> Vec<NudgeRule> {
    NudgeKind::ALL.map(|kind| rule(kind.name(), kind, RuleSchedule::Daily, "09:00-17:00")).into()
}

#[test]
fn a_day_has_as_many_routine_reminders_as_chosen() {
    let kinds = &NudgeKind::ALL[..8];
    let many =
        (0..200).map(|number| rule(&format!("r{number}"), kinds[number % 8], RuleSchedule::Daily, "09:00-17:00"));
    let mut rules = rules(many);
    for (chosen, most) in [(0, 0), (1, 1), (2, 2), (3, 3), (200, 3)] {
        rules.preferences.routine_a_day = chosen;
        let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 30);
        assert_eq!(found.len(), 30 * most);
        for of_day in found.chunks(most.max(1)) {
            let mut of_day: Vec<_> = of_day.iter().map(|one| (one.day, one.kind)).collect();
            of_day.sort();
            of_day.dedup_by_key(|one| one.1);
            assert_eq!(of_day.len(), most.max(1), "each of another kind");
        }
    }
}

#[test]
fn a_second_of_a_kind_gets_a_place_that_is_left() {
    let mut rules = rules(["a", "b"].map(|id| rule(id, NudgeKind::Caring, RuleSchedule::Daily, "09:00-17:00")));
    rules.preferences.routine_a_day = 3;
    assert_eq!(Planned::of(&rules).for_days("2026-05-04T00:00Z", 5).len(), 10);
}

#[test]
fn every_kind_gets_its_turn_and_booked_ones_take_no_place() {
    let rules = rules(of_every_kind());
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 160);
    let mut turns: BTreeMap<NudgeKind, usize> = BTreeMap::new();
    found.iter().for_each(|one| *turns.entry(one.kind).or_default() += 1);
    assert_eq!((turns.remove(&NudgeKind::Appointment), turns.remove(&NudgeKind::Occasion)), (Some(160), Some(160)));
    assert_eq!(turns.values().sum::<usize>(), 160);
    assert!(turns.len() == 8 && turns.values().all(|turns| (8..40).contains(turns)), "{turns:?}");
}

#[test]
fn the_session_comes_first_on_its_day() {
    let mut list = of_every_kind();
    list.retain(|rule| rule.kind != NudgeKind::Session);
    list.push(rule("session", NudgeKind::Session, weekly([3]), "19:00"));
    let rules = rules(list);
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 70);
    let sessions: Vec<_> = found.iter().filter(|one| one.kind == NudgeKind::Session).collect();
    assert_eq!(sessions.len(), 10);
    assert!(sessions.iter().all(|one| one.day.weekday() == jiff::civil::Weekday::Wednesday));
}

#[test]
fn a_place_that_one_cannot_take_goes_to_another() {
    let rules = rules([
        rule("late", NudgeKind::Session, weekly(1..=7), "22:00"),
        rule("early", NudgeKind::Fun, RuleSchedule::Daily, "10:00"),
    ]);
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 10);
    assert!(found.len() == 10 && found.iter().all(|one| one.rule == "early"));
}

#[test]
fn what_is_switched_off_does_not_remind() {
    let mut rules = open_rules(of_every_kind());
    rules.preferences.switched_off = [NudgeKind::Fun, NudgeKind::Occasion].into();
    rules.rules[0].on = false;
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 60);
    assert!(found.len() > 100);
    assert!(found.iter().all(|one| ![NudgeKind::Fun, NudgeKind::Occasion, rules.rules[0].kind].contains(&one.kind)));
}

#[test]
fn a_plan_in_which_nothing_can_come_ends() {
    let all_off = {
        let mut rules = rules(of_every_kind());
        rules.preferences.switched_off = NudgeKind::ALL.into();
        rules
    };
    let all_quiet = {
        let mut rules = rules(of_every_kind());
        rules.preferences.quiet_from = clock("08:00");
        rules.preferences.quiet_until = clock("07:59");
        rules
    };
    let all_gentle = {
        let yearly = RuleSchedule::Yearly { month: 2, day: 29, leap: LeapRule::Both };
        let mut rules = rules([rule("a", NudgeKind::Occasion, yearly, "12:00")]);
        rules.preferences.gentle_days = vec![GentleDay { month: 2, day: 29, year: None }];
        rules
    };
    let all_over =
        rules([rule("a", NudgeKind::Appointment, RuleSchedule::Once { at: at("2020-01-01T00:00Z") }, "00:00")]);
    for rules in [all_off, all_quiet, all_gentle, all_over, rules([])] {
        let history = History::default();
        assert_eq!(plan(&rules, &history, at("2026-05-04T00:00Z"), &zone("Asia/Gaza"), SEED).count(), 0);
    }
}

#[test]
fn at_the_ends_of_time_a_plan_ends_too() {
    let mut list = of_every_kind();
    let ends = [jiff::Timestamp::MIN, jiff::Timestamp::MAX];
    for (number, end) in ends.into_iter().enumerate() {
        let leads = vec![LONGEST_LEAD, 0];
        let once = RuleSchedule::Once { at: end };
        list.push(NudgeRule { leads, ..rule(&format!("once-{number}"), NudgeKind::Appointment, once, "00:00") });
        let date = jiff::tz::TimeZone::UTC.to_datetime(end).date();
        let recurrence = RuleSchedule::EveryDays { days: 365, from: date };
        list.push(rule(&format!("every-{number}"), NudgeKind::Listening, recurrence, "12:00"));
    }
    let mut rules = rules(list);
    rules.preferences.pauses = vec![NudgePause { from: ends[1], until: Some(ends[0]) }];
    rules.preferences.off_weeks = [jiff::civil::Date::MIN, jiff::civil::Date::MAX].into();
    for end in ends {
        let date = jiff::tz::TimeZone::UTC.to_datetime(end).date();
        let one =
            Fired { id: "fun@x".into(), rule: "fun".into(), at: end, day: date, snoozed_until: Some(end), ..shown() };
        let fired = (0..5).map(|number| Fired { id: format!("fun@{number}"), ..one.clone() }).collect();
        let history = History { fired, done: vec![Done { kind: NudgeKind::Caring, at: end, day: date }] };
        for name in ["Pacific/Kiritimati", "UTC", "Pacific/Honolulu"] {
            let zone = zone(name);
            let plan = plan(&rules, &history, end, &zone, SEED);
            assert!(plan.take(500).is_sorted_by_key(|one| one.at));
        }
    }
}

fn shown() -> Fired {
    let rules = rules([rule("fun", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]);
    fired(&Planned::of(&rules).for_days("2026-05-04T00:00Z", 1)[0], false)
}

#[test]
fn a_moment_is_found_however_far_it_is() {
    let rules = rules([rule("a", NudgeKind::Appointment, RuleSchedule::Once { at: at("2080-01-01T12:00Z") }, "00:00")]);
    let plan = plan(&rules, &History::default(), at("2026-05-04T00:00Z"), &zone("UTC"), SEED).count();
    assert_eq!(plan, 1);
}

#[test]
fn a_pause_holds_for_all_until_it_ends() {
    let mut rules = open_rules(of_every_kind());
    let (from, until) = (at("2026-05-10T00:00Z"), at("2026-05-20T12:00Z"));
    rules.preferences.pauses = vec![NudgePause { from, until: Some(until) }];
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 30);
    assert!(found.iter().all(|one| one.at < from || one.at >= until));
    assert!(found.iter().any(|one| one.at >= until));
    rules.preferences.pauses = vec![NudgePause { from, until: None }];
    let all: Vec<_> = plan(&rules, &History::default(), at("2026-05-04T00:00Z"), &zone("UTC"), SEED).collect();
    assert!(all.len() > 20 && all.iter().all(|one| one.at < from));
}

#[test]
fn a_gentle_day_has_none_and_a_week_off_no_routine_ones() {
    let mut rules = open_rules(of_every_kind());
    rules.preferences.gentle_days = vec![
        GentleDay { month: 5, day: 6, year: None },
        GentleDay { month: 5, day: 8, year: Some(2026) },
        GentleDay { month: 5, day: 9, year: Some(2027) },
    ];
    // Given by its Wednesday; it is the week from the 11th.
    rules.preferences.off_weeks = [day("2026-05-13")].into();
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 21);
    let (routine, booked): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.routine);
    let dates = |found: &[Occurrence]| -> Vec<i8> {
        let mut dates: Vec<_> = found.iter().map(|one| one.local.day()).collect();
        dates.dedup();
        dates
    };
    assert_eq!(dates(&booked), (4..=24).filter(|day| ![6, 8].contains(day)).collect::<Vec<_>>());
    assert_eq!(
        dates(&routine),
        (4..=24).filter(|day| ![6, 8].contains(day) && !(11..18).contains(day)).collect::<Vec<_>>()
    );
}

#[test]
fn a_kind_can_have_hours_of_its_own() {
    let mut rules = open_rules(of_every_kind());
    rules.preferences.windows = NudgeKind::ALL.map(|kind| (kind, (clock("18:00"), clock("19:00")))).into();
    rules.preferences.windows.insert(NudgeKind::Fun, (clock("19:00"), clock("18:00")));
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 60);
    for one in found {
        let evening = one.local.hour() == 18;
        assert_eq!(evening, ![NudgeKind::Fun, NudgeKind::Appointment].contains(&one.kind), "{one:?}");
        assert!(one.kind != NudgeKind::Appointment || one.local.time() == clock("09:00"));
    }
}
