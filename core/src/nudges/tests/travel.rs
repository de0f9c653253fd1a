use jiff::tz::TimeZone;

use super::support::*;
use crate::nudges::*;

#[test]
fn rules_by_local_time_follow_the_person_and_moments_do_not() {
    let visit = RuleSchedule::Once { at: at("2026-05-04T12:00Z") };
    let rules = open_rules([
        rule("morning", NudgeKind::Caring, RuleSchedule::Daily, "09:00"),
        rule("visit", NudgeKind::Appointment, visit, "00:00"),
    ]);
    let seen = |zone: &str| -> Vec<(String, String, String)> {
        let found = Planned::of(&rules).in_zone(zone).between(at("2026-05-04T00:00Z"), at("2026-05-05T00:00Z"));
        found.iter().map(|one| (one.rule.clone(), one.at.to_string(), one.local.time().to_string())).collect()
    };
    let one = |rule: &str, at: &str, local: &str| (rule.to_owned(), at.to_owned(), local.to_owned());
    let berlin = [one("morning", "2026-05-04T07:00:00Z", "09:00:00"), one("visit", "2026-05-04T12:00:00Z", "14:00:00")];
    assert_eq!(seen("Europe/Berlin"), berlin);
    let tokyo = [one("morning", "2026-05-04T00:00:00Z", "09:00:00"), one("visit", "2026-05-04T12:00:00Z", "21:00:00")];
    assert_eq!(seen("Asia/Tokyo"), tokyo[1..]);
    let kathmandu =
        [one("morning", "2026-05-04T03:15:00Z", "09:00:00"), one("visit", "2026-05-04T12:00:00Z", "17:45:00")];
    assert_eq!(seen("Asia/Kathmandu"), kathmandu);
}

#[test]
fn an_appointment_is_one_moment_for_both() {
    let visit = RuleSchedule::Once { at: at("2026-07-01T18:00Z") };
    let leads = vec![1440, 60, 0];
    let rules = rules([NudgeRule { leads, ..rule("visit", NudgeKind::Appointment, visit, "00:00") }]);
    let there = |name| Planned::of(&rules).in_zone(name).for_days("2026-06-29T00:00Z", 5);
    let (lisbon, new_york) = (there("Europe/Lisbon"), there("America/New_York"));
    assert_eq!(lisbon.len(), 3);
    let moments = |found: &[Occurrence]| found.iter().map(|one| (one.id.clone(), one.at)).collect::<Vec<_>>();
    assert_eq!(moments(&lisbon), moments(&new_york));
    assert_eq!(lisbon[0].local.to_string(), "2026-06-30T19:00:00");
    assert_eq!(new_york[0].local.to_string(), "2026-06-30T14:00:00");
    assert_eq!(lisbon[1].reason, Reason::Booked { lead: 60 });
    // Seen in Tokyo, where it is night, each comes earlier or at its time, and none twice though the date is another.
    let tokyo = there("Asia/Tokyo");
    assert!(tokyo.iter().all(|one| lisbon.iter().any(|other| other.id == one.id && other.at >= one.at)));
    let history = History { fired: lisbon.iter().map(|one| fired(one, true)).collect(), done: Vec::new() };
    let after = Planned::of(&rules).in_zone("Asia/Tokyo").after(&history).for_days("2026-06-29T00:00Z", 5);
    assert!(after.is_empty());
}

#[test]
fn an_appointment_that_was_moved_reminds_again() {
    let visit = |when| {
        let visit = RuleSchedule::Once { at: at(when) };
        rules([rule("visit", NudgeKind::Appointment, visit, "00:00")])
    };
    let shown = Planned::of(&visit("2026-05-04T10:00Z")).for_days("2026-05-04T00:00Z", 1);
    let history = History { fired: vec![fired(&shown[0], true)], done: Vec::new() };
    let moved = visit("2026-05-04T16:00Z");
    assert_eq!(Planned::of(&moved).after(&history).for_days("2026-05-04T00:00Z", 1).len(), 1);
}

/// Reads the plan hour by hour as time goes by, in the zone of that hour, and remembers what was shown.
fn live_through(rules: &Rules, from: &str, zones: &[(&str, i64)]) -> Vec<Fired> {
    let (mut history, mut now) = (History::default(), at(from));
    for (name, stay) in zones {
        let zone = TimeZone::get(name).unwrap();
        for _ in 0..*stay {
            let plan = plan(rules, &history, now, &zone, SEED);
            let shown: Vec<_> = plan.take_while(|one| one.at <= now + hours(1)).map(|one| fired(&one, true)).collect();
            history.fired.extend(shown);
            now += hours(1);
        }
    }
    history.fired
}

#[test]
fn over_the_date_line_no_day_is_reminded_of_twice() {
    let rules = rules([
        rule("a", NudgeKind::Caring, RuleSchedule::Daily, "09:00-20:00"),
        rule("b", NudgeKind::Fun, weekly([1, 3, 5]), "10:00-18:00"),
        rule("c", NudgeKind::Surprise, RuleSchedule::TimesAWeek { times: 4 }, "10:00-18:00"),
    ]);
    let kiritimati = ("Pacific/Kiritimati", 60);
    let honolulu = ("Pacific/Honolulu", 80);
    // Eastwards the same date comes twice, westwards one is missed.
    for way in [[kiritimati, honolulu, kiritimati], [honolulu, kiritimati, honolulu]] {
        let shown = live_through(&rules, "2026-05-04T00:00Z", &way);
        let mut dates: Vec<_> = shown.iter().map(|fired| fired.day).collect();
        assert!(dates.len() >= 6, "{dates:?}");
        dates.dedup();
        assert_eq!(dates.len(), shown.len(), "{shown:?}");
        let mut ids: Vec<_> = shown.iter().map(|fired| &fired.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), shown.len());
    }
}
