//! Which days a recurrence names.

use std::collections::BTreeSet;

use super::support::*;
use crate::nudges::*;

fn dates(kind: NudgeKind, recurrence: RuleSchedule, from: &str, count: i64) -> Vec<String> {
    let rules = open_rules([rule("a", kind, recurrence, "12:00")]);
    Planned::of(&rules).for_days(from, count).iter().map(|one| one.day.to_string()).collect()
}

#[test]
fn weekdays_begin_with_monday() {
    let found = dates(NudgeKind::Fun, weekly([1, 7]), "2026-05-04T00:00Z", 14);
    assert_eq!(found, ["2026-05-04", "2026-05-10", "2026-05-11", "2026-05-17"]);
}

#[test]
fn every_so_many_days_from_the_first() {
    let recurrence = RuleSchedule::EveryDays { days: 10, from: day("2026-05-20") };
    assert_eq!(dates(NudgeKind::Fun, recurrence, "2026-05-01T00:00Z", 40), ["2026-05-20", "2026-05-30", "2026-06-09"]);
}

#[test]
fn the_31st_of_a_shorter_month_is_its_last_day() {
    let found = dates(NudgeKind::Vision, RuleSchedule::Monthly { day: 31 }, "2028-01-01T00:00Z", 130);
    assert_eq!(found, ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
    let found = dates(NudgeKind::Vision, RuleSchedule::Monthly { day: 29 }, "2026-01-30T00:00Z", 60);
    assert_eq!(found, ["2026-02-28", "2026-03-29"]);
}

#[test]
fn the_29th_of_february_is_as_chosen() {
    let yearly = |leap| {
        let recurrence = RuleSchedule::Yearly { month: 2, day: 29, leap };
        dates(NudgeKind::Occasion, recurrence, "2024-01-01T00:00Z", 9 * 366)
    };
    let leap_years = |year: &i32| year % 4 == 0;
    let expected = |in_others: &[&str]| -> Vec<String> {
        let of_year = |year: i32| match leap_years(&year) {
            true => vec![format!("{year}-02-29")],
            false => in_others.iter().map(|date| format!("{year}-{date}")).collect(),
        };
        (2024..=2032).flat_map(of_year).collect()
    };
    assert_eq!(yearly(LeapRule::February28), expected(&["02-28"]));
    assert_eq!(yearly(LeapRule::March1), expected(&["03-01"]));
    assert_eq!(yearly(LeapRule::Both), expected(&["02-28", "03-01"]));
}

#[test]
fn a_yearly_date_is_reminded_of_before_and_on_it() {
    let recurrence = RuleSchedule::Yearly { month: 3, day: 30, leap: LeapRule::default() };
    let leads = vec![7 * 1440, 1440, 0];
    let rules = rules([NudgeRule { leads, ..rule("us", NudgeKind::Occasion, recurrence, "09:00") }]);
    let plan = Planned::of(&rules).in_zone("Europe/Berlin");
    // Clocks change on the 29th; the hour stays.
    assert_eq!(plan.times("2026-03-01T00:00Z", 60), ["03-23 09:00", "03-29 09:00", "03-30 09:00"]);
    let found = plan.for_days("2026-03-01T00:00Z", 60);
    assert!(found.iter().all(|one| one.day == day("2026-03-30") && one.reason == Reason::Yearly && !one.routine));
    assert_eq!(found[0].id, "us@2026-03-30/10080");
}

#[test]
fn some_days_a_week_are_as_many_as_chosen_and_cannot_be_foreseen() {
    let mut choices = BTreeSet::new();
    let mut times = BTreeSet::new();
    let rules = open_rules([rule("a", NudgeKind::Surprise, RuleSchedule::TimesAWeek { times: 3 }, "10:00-18:00")]);
    let found = Planned::of(&rules).for_days("2026-05-04T00:00Z", 7 * 40);
    assert_eq!(found.len(), 3 * 40);
    for week in found.chunks(3) {
        let first = week[0].day.iso_week_date().week();
        assert!(week.iter().all(|one| one.day.iso_week_date().week() == first && one.reason == Reason::Surprise));
        choices.insert(week.iter().map(|one| one.day.weekday().to_monday_one_offset()).collect::<Vec<_>>());
        times.extend(week.iter().map(|one| one.local.time()));
    }
    assert!(choices.len() > 15, "{choices:?}");
    assert!(times.len() > 80);
    assert!(times.iter().all(|time| (10..18).contains(&time.hour())));
}

#[test]
fn times_spread_over_the_hours() {
    let rules = open_rules([rule("a", NudgeKind::Caring, RuleSchedule::Daily, "09:00-21:00")]);
    let found = Planned::of(&rules).for_days("2026-01-01T00:00Z", 720);
    assert_eq!(found.len(), 720);
    for hour in 9..21 {
        let in_it = found.iter().filter(|one| one.local.hour() == hour).count();
        assert!((35..90).contains(&in_it), "{in_it} at {hour}");
    }
}

#[test]
fn what_chance_gives_never_changes() {
    let rules = open_rules([
        rule("a", NudgeKind::Caring, RuleSchedule::Daily, "09:00-21:00"),
        rule("b", NudgeKind::Surprise, RuleSchedule::TimesAWeek { times: 2 }, "09:00-21:00"),
    ]);
    let times = Planned::of(&rules).times("2026-05-04T00:00Z", 4);
    assert_eq!(times, ["05-04 12:41", "05-05 16:17", "05-06 11:24", "05-07 14:35", "05-07 17:38"]);
}
