//! Clocks that change, quiet hours, and clocks that are wrong.

use super::support::*;
use crate::nudges::*;

fn daily(hours: &str) -> Rules {
    open_rules([rule("a", NudgeKind::Caring, RuleSchedule::Daily, hours)])
}

#[test]
fn a_time_that_clocks_skip_is_as_much_later() {
    let rules = daily("02:30");
    let plan = Planned::of(&rules).in_zone("Europe/Berlin");
    assert_eq!(plan.times("2026-03-28T12:00Z", 2), ["03-29 03:30", "03-30 02:30"]);
    let half_an_hour = daily("02:10");
    let plan = Planned::of(&half_an_hour).in_zone("Australia/Lord_Howe");
    assert_eq!(plan.times("2026-10-02T20:00Z", 2), ["10-04 02:40", "10-05 02:10"]);
}

#[test]
fn a_time_that_comes_twice_reminds_the_first_time() {
    let rules = daily("02:30");
    let found = Planned::of(&rules).in_zone("Europe/Berlin").for_days("2026-10-24T12:00Z", 2);
    let moments: Vec<_> = found.iter().map(|occurrence| occurrence.at).collect();
    assert_eq!(moments, [at("2026-10-25T00:30Z"), at("2026-10-26T01:30Z")]);
}

#[test]
fn a_day_that_a_zone_skips_has_none() {
    let mut rules = daily("09:00");
    rules.rules.push(NudgeRule { leads: vec![0], ..rule("b", NudgeKind::Occasion, RuleSchedule::Daily, "10:00") });
    let plan = Planned::of(&rules).in_zone("Pacific/Apia");
    let times = plan.times("2011-12-29T12:00Z", 3);
    // The occasion of the day that is missing is a day later, as that day's own.
    assert_eq!(
        times,
        ["12-29 09:00", "12-29 10:00", "12-31 09:00", "12-31 10:00", "12-31 10:00", "01-01 09:00", "01-01 10:00"]
    );
}

#[test]
fn quiet_is_what_clocks_show_after_they_changed() {
    let mut rules = daily("02:30");
    rules.preferences.quiet_from = clock("03:00");
    rules.preferences.quiet_until = clock("05:00");
    let plan = Planned::of(&rules).in_zone("Europe/Berlin");
    // 02:30 would be 03:30, which is quiet; 05:00 is not among its hours.
    assert_eq!(plan.times("2026-03-27T12:00Z", 3), ["03-28 02:30", "03-30 02:30"]);
}

#[test]
fn quiet_hours_go_through_midnight() {
    let times = |hours| {
        let mut rules = daily(hours);
        rules.preferences = NudgePreferences::default();
        Planned::of(&rules).times("2026-05-03T23:00Z", 1)
    };
    let none: [&str; 0] = [];
    assert_eq!(times("08:00"), ["05-04 08:00"]);
    assert_eq!(times("20:59"), ["05-04 20:59"]);
    assert_eq!(times("21:00"), none);
    assert_eq!(times("23:59"), none);
    // All its hours are quiet: right after them, on the same day.
    assert_eq!(times("07:59"), ["05-04 08:00"]);
    assert_eq!(times("05:00-07:30"), ["05-04 08:00"]);
    assert_eq!(times("00:00"), ["05-04 08:00"]);
    // Their end is among its hours.
    assert_eq!(times("07:58-08:00"), ["05-04 08:00"]);
}

#[test]
fn a_time_moves_later_only_among_its_hours() {
    let mut rules = daily("11:00-13:00");
    rules.preferences.quiet_from = clock("12:00");
    rules.preferences.quiet_until = clock("14:00");
    let times = Planned::of(&rules).times("2026-05-01T00:00Z", 40);
    assert!((10..30).contains(&times.len()), "about half of them");
    assert!(times.iter().all(|time| time.contains(" 11:")));
    rules.preferences.quiet_until = clock("12:30");
    let times = Planned::of(&rules).times("2026-05-01T00:00Z", 40);
    assert_eq!(times.len(), 40);
    assert!(times.iter().filter(|time| time.ends_with(" 12:30")).count() > 4);
}

#[test]
fn hours_go_on_until_midnight_and_after_it() {
    let mut rules = open_rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "22:00-00:00")]);
    let times = Planned::of(&rules).times("2026-05-01T00:00Z", 40);
    assert_eq!(times.len(), 40);
    assert!(times.iter().all(|time| time.contains(" 22:") || time.contains(" 23:")), "{times:?}");
    rules.rules[0].until = clock("01:00");
    let found = Planned::of(&rules).for_days("2026-05-01T12:00Z", 40);
    assert_eq!(found.len(), 40);
    let after: Vec<_> = found.iter().filter(|one| one.local.hour() == 0).collect();
    assert!((5..25).contains(&after.len()), "about a third");
    assert!(after.iter().all(|one| one.day.tomorrow().unwrap() == one.local.date()));
    // Hours of the kind take their place, and quiet hours end among them.
    rules.preferences.windows.insert(NudgeKind::Fun, (clock("23:00"), clock("00:30")));
    (rules.preferences.quiet_from, rules.preferences.quiet_until) = (clock("23:15"), clock("00:15"));
    let times = Planned::of(&rules).times("2026-05-01T12:00Z", 40);
    assert_eq!(times.len(), 40);
    assert!(times.iter().all(|time| time.contains(" 23:0") || time.contains(" 23:1") || time.contains(" 00:")));
    assert!(times.iter().filter(|time| time.ends_with(" 00:15")).count() > 15);
    // Nothing comes on the first date of a week off.
    rules.preferences.off_weeks = [day("2026-05-11")].into();
    let dates = Planned::of(&rules).times("2026-05-10T12:00Z", 1);
    assert!(dates.iter().all(|time| time.starts_with("05-10")), "{dates:?}");
}

#[test]
fn what_is_booked_comes_before_quiet_hours_and_never_later() {
    let visit = RuleSchedule::Once { at: at("2026-05-04T06:30Z") };
    let leads = vec![1440, 60, 0];
    let mut rules = rules([NudgeRule { leads, ..rule("visit", NudgeKind::Appointment, visit, "00:00") }]);
    let found = Planned::of(&rules).for_days("2026-05-01T00:00Z", 5);
    let found: Vec<_> = found.iter().map(|one| (one.id.as_str(), one.local.to_string())).collect();
    // Both that are in the same quiet hours would come at one moment: the shorter is enough.
    let day_before = ("visit@2026-05-04T06:30Z/1440", "2026-05-02T20:45:00".to_owned());
    assert_eq!(found, [day_before, ("visit@2026-05-04T06:30Z/0", "2026-05-03T20:45:00".to_owned())]);
    // With all day quiet but for one minute, nothing is near enough.
    rules.preferences.quiet_from = clock("08:00");
    rules.preferences.quiet_until = clock("07:59");
    assert_eq!(Planned::of(&rules).for_days("2026-05-01T00:00Z", 5), []);
}

#[test]
fn what_is_booked_is_not_later_where_clocks_skip_the_start_of_quiet_hours() {
    let mut rules = open_rules([rule("visit", NudgeKind::Appointment, RuleSchedule::Daily, "03:05")]);
    rules.preferences.quiet_from = clock("02:30");
    rules.preferences.quiet_until = clock("03:12");
    let plan = Planned::of(&rules).in_zone("Europe/Berlin");
    // 02:30 is 03:30 that day: a quarter of an hour before it is after the visit, and the one before that is quiet.
    assert_eq!(plan.times("2026-03-27T12:00Z", 3), ["03-28 02:15", "03-29 01:45", "03-30 02:15"]);
}

#[test]
fn a_clock_set_back_brings_nothing_back() {
    let rules = daily("09:00-20:00");
    let plan = Planned::of(&rules);
    let shown = plan.for_days("2026-05-04T00:00Z", 3);
    assert_eq!(shown.len(), 3);
    let history = History { fired: shown.iter().map(|one| fired(one, true)).collect(), done: Vec::new() };
    let again = Planned::of(&rules).after(&history).for_days("2026-05-03T00:00Z", 5);
    let dates: Vec<_> = again.iter().map(|one| one.day).collect();
    assert_eq!(dates, [day("2026-05-03"), day("2026-05-07")]);
}

#[test]
fn a_routine_reminder_that_was_shown_takes_the_place_of_its_day() {
    let mut rules = rules([
        rule("a", NudgeKind::Caring, RuleSchedule::Daily, "09:00"),
        rule("b", NudgeKind::Fun, RuleSchedule::Daily, "18:00"),
        rule("c", NudgeKind::Vision, RuleSchedule::Daily, "19:00"),
    ]);
    let first = Planned::of(&rules).for_days("2026-05-04T00:00Z", 1);
    assert_eq!(first.len(), 1);
    let history = History { fired: vec![fired(&first[0], true)], done: Vec::new() };
    assert_eq!(Planned::of(&rules).after(&history).for_days("2026-05-04T00:00Z", 1), []);
    rules.preferences.routine_a_day = 2;
    let second = Planned::of(&rules).after(&history).for_days("2026-05-04T00:00Z", 1);
    assert_eq!(second.len(), 1);
    assert_ne!(second[0].kind, first[0].kind);
}
