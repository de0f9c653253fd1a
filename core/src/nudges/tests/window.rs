use tend_protocol::DeviceId;

use super::support::*;
use crate::nudges::*;

const NOW: &str = "2026-05-04T00:00Z";

fn appointments(count: i64, apart_minutes: i64) -> Rules {
    let moment = |number| at("2026-05-04T00:30Z") + jiff::SignedDuration::from_mins(number * apart_minutes);
    let of_moment = |number| {
        rule(&format!("r{number}"), NudgeKind::Appointment, RuleSchedule::Once { at: moment(number) }, "00:00")
    };
    open_rules((0..count).map(of_moment))
}

fn held(rules: &Rules, platform: Platform, device: DeviceId) -> Vec<PendingNudge> {
    let history = History::default();
    let utc = jiff::tz::TimeZone::UTC;
    window(plan(rules, &history, at(NOW), &utc, SEED), platform, device, at(NOW))
}

#[test]
fn ios_holds_the_soonest_48() {
    let found = held(&appointments(100, 120), Platform::Ios, PHONE);
    assert_eq!(found.len(), 48);
    assert!(found.iter().all(|pending| matches!(pending, PendingNudge::Nudge { window_minutes: 0, .. })));
    assert!(found.is_sorted_by_key(PendingNudge::at));
}

#[test]
fn ios_asks_to_open_tend_when_the_places_end_soon() {
    let found = held(&appointments(100, 60), Platform::Ios, PHONE);
    assert_eq!(found.len(), 48);
    assert_eq!(found[47], PendingNudge::KeepGoing { at: at("2026-05-05T23:30Z") });
    assert_eq!(found[47].id(), "keep-going");
    assert!(found[..47].iter().all(|pending| matches!(pending, PendingNudge::Nudge { .. })));
    // With nothing more to come, it is not needed.
    let all = held(&appointments(48, 60), Platform::Ios, PHONE);
    assert!(all.len() == 48 && matches!(all[47], PendingNudge::Nudge { .. }));
    // Nor when there are three days until then.
    let far = held(&appointments(100, 95), Platform::Ios, PHONE);
    assert!(far.len() == 48 && matches!(far[47], PendingNudge::Nudge { .. }));
}

#[test]
fn android_has_windows_that_end_before_quiet_hours() {
    let windows = |hours: &str, kind| {
        let mut rules = rules([rule("a", kind, RuleSchedule::Daily, hours)]);
        rules.preferences.pauses =
            vec![NudgePause { from: at("2026-05-04T11:00Z"), until: Some(at("2026-05-04T11:03Z")) }];
        let found = held(&rules, Platform::Android, PHONE);
        assert_eq!(found.len(), 48);
        let PendingNudge::Nudge { at, window_minutes, occurrence } = &found[0] else { panic!("a reminder") };
        let start = jiff::tz::TimeZone::UTC.to_datetime(*at).time();
        (start.to_string(), *window_minutes, occurrence.local.time().to_string())
    };
    let expect = |start: &str, minutes: u32, local: &str| (start.to_owned(), minutes, local.to_owned());
    assert_eq!(windows("12:00", NudgeKind::Fun), expect("12:00:00", 15, "12:00:00"));
    assert_eq!(windows("12:00", NudgeKind::Appointment), expect("12:00:00", 10, "12:00:00"));
    assert_eq!(windows("20:59", NudgeKind::Fun), expect("20:45:00", 15, "20:59:00"));
    assert_eq!(windows("20:52", NudgeKind::Appointment), expect("20:50:00", 10, "20:52:00"));
    // What a moved one gets is whole again.
    assert_eq!(windows("22:00", NudgeKind::Appointment), expect("20:45:00", 10, "20:45:00"));
    assert_eq!(windows("10:50", NudgeKind::Fun), expect("10:45:00", 15, "10:50:00"));
    assert_eq!(windows("11:05", NudgeKind::Fun), expect("11:05:00", 15, "11:05:00"));
}

#[test]
fn a_window_that_cannot_be_whole_is_shorter() {
    let mut rules = open_rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:04")]);
    rules.preferences.quiet_from = clock("12:08");
    rules.preferences.quiet_until = clock("12:01");
    let PendingNudge::Nudge { at: start, window_minutes, .. } = &held(&rules, Platform::Android, PHONE)[0] else {
        panic!("a reminder")
    };
    assert_eq!((*start, *window_minutes), (at("2026-05-04T12:01Z"), 7));
}

#[test]
fn only_one_of_two_devices_rings() {
    let mut rules = appointments(30, 60);
    assert_eq!((held(&rules, Platform::Ios, PHONE).len(), held(&rules, Platform::Ios, TABLET).len()), (30, 0));
    rules.device = Some(TABLET);
    assert_eq!((held(&rules, Platform::Ios, PHONE).len(), held(&rules, Platform::Ios, TABLET).len()), (0, 30));
}

#[test]
fn a_plan_of_another_device_that_never_ends_is_left() {
    let rules = open_rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]);
    assert_eq!(held(&rules, Platform::Android, TABLET), []);
}
