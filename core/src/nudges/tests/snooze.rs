//! What was put off.

use super::support::*;
use crate::nudges::*;

const FROM: &str = "2026-05-04T13:00Z";

fn caring() -> Rules {
    let mut rules = rules([rule("a", NudgeKind::Caring, weekly([1]), "12:00")]);
    rules.preferences.routine_a_day = 1;
    rules
}

/// A reminder of Monday at noon that was put off.
fn put_off(until: &str) -> Fired {
    Fired {
        id: "a@2026-05-04".into(),
        rule: "a".into(),
        kind: NudgeKind::Caring,
        at: at("2026-05-04T12:00Z"),
        day: day("2026-05-04"),
        answered: false,
        snoozed_until: Some(at(until)),
        asked: false,
    }
}

fn plan_after(fired: impl IntoIterator<Item = Fired>, done: impl IntoIterator<Item = Done>) -> Vec<(String, String)> {
    let history = History { fired: fired.into_iter().collect(), done: done.into_iter().collect() };
    let found = Planned::of(&caring()).after(&history).for_days(FROM, 6);
    found.iter().map(|one| (one.id.clone(), one.local.to_string())).collect()
}

fn pair(id: &str, local: &str) -> (String, String) {
    (id.into(), local.into())
}

#[test]
fn it_comes_once_when_wanted() {
    assert_eq!(plan_after([put_off("2026-05-04T15:00Z")], []), [pair("a@2026-05-04~1", "2026-05-04T15:00:00")]);
    let rules = caring();
    let history = History { fired: vec![put_off("2026-05-04T15:00Z")], done: Vec::new() };
    let found = Planned::of(&rules).after(&history).for_days(FROM, 6).remove(0);
    assert_eq!((found.reason, found.routine, found.day), (Reason::Snoozed, false, day("2026-05-04")));
    // Once shown, it does not come back; put off again, it has a number of its own.
    let shown = Fired { snoozed_until: None, at: found.at, ..fired(&found, false) };
    assert_eq!(plan_after([put_off("2026-05-04T15:00Z"), shown.clone()], []), []);
    let again = Fired { snoozed_until: Some(at("2026-05-05T09:00Z")), ..shown };
    let expected = [pair("a@2026-05-04~2", "2026-05-05T09:00:00")];
    assert_eq!(plan_after([put_off("2026-05-04T15:00Z"), again], []), expected);
}

#[test]
fn it_moves_later_out_of_quiet_hours() {
    assert_eq!(plan_after([put_off("2026-05-04T21:00Z")], []), [pair("a@2026-05-04~1", "2026-05-05T08:00:00")]);
    assert_eq!(plan_after([put_off("2026-05-05T07:59Z")], []), [pair("a@2026-05-04~1", "2026-05-05T08:00:00")]);
}

#[test]
fn it_comes_at_the_end_of_quiet_hours_and_not_at_a_quarter() {
    let mut rules = caring();
    rules.preferences.quiet_until = clock("08:10");
    let history = History { fired: vec![put_off("2026-05-04T22:00Z")], done: Vec::new() };
    assert_eq!(Planned::of(&rules).after(&history).times(FROM, 2), ["05-05 08:10"]);
}

#[test]
fn it_is_not_needed_once_answered_or_done() {
    assert_eq!(plan_after([Fired { answered: true, ..put_off("2026-05-05T15:00Z") }], []), []);
    assert_eq!(plan_after([put_off("2026-05-05T15:00Z")], [done(NudgeKind::Caring, "2026-05-04")]), []);
    assert_eq!(plan_after([put_off("2026-05-05T15:00Z")], [done(NudgeKind::Caring, "2026-05-05")]), []);
    assert_eq!(plan_after([put_off("2026-05-05T15:00Z")], [done(NudgeKind::Caring, "2026-05-03")]).len(), 1);
    assert_eq!(plan_after([put_off("2026-05-05T15:00Z")], [done(NudgeKind::Caring, "2026-05-06")]).len(), 1);
    assert_eq!(plan_after([put_off("2026-05-05T15:00Z")], [done(NudgeKind::Fun, "2026-05-05")]).len(), 1);
}

#[test]
fn it_takes_no_place_of_its_day_and_goes_with_its_rule() {
    let mut rules = rules([
        rule("a", NudgeKind::Caring, weekly([1]), "12:00"),
        rule("b", NudgeKind::Fun, RuleSchedule::Daily, "12:00"),
    ]);
    let history = History { fired: vec![put_off("2026-05-05T15:00Z")], done: Vec::new() };
    let times = |rules: &Rules| Planned::of(rules).after(&history).times(FROM, 2);
    assert_eq!(times(&rules), ["05-05 12:00", "05-05 15:00", "05-06 12:00"]);
    rules.rules[0].on = false;
    assert_eq!(times(&rules), ["05-05 12:00", "05-06 12:00"]);
}

#[test]
fn putting_off_is_not_leaving_alone() {
    let rules = open_rules([rule("a", NudgeKind::Caring, RuleSchedule::Daily, "12:00")]);
    let found = Planned::of(&rules).for_days("2026-04-20T00:00Z", 8);
    let put_off = |one: &Occurrence| Fired { snoozed_until: Some(one.at + hours(1)), ..fired(one, false) };
    let history = History { fired: found.iter().map(put_off).collect(), done: Vec::new() };
    assert_eq!(Planned::of(&rules).after(&history).for_days(FROM, 28).len(), 28);
}

#[test]
fn what_was_put_off_takes_one_place_of_its_day() {
    let list =
        [rule("a", NudgeKind::Caring, weekly([1]), "12:00"), rule("b", NudgeKind::Surprise, weekly([1]), "17:00")];
    let mut rules = rules(list);
    rules.preferences.routine_a_day = 2;
    let shown =
        Fired { id: "a@2026-05-04~1".into(), snoozed_until: None, at: at("2026-05-04T15:00Z"), ..put_off(FROM) };
    let history = History { fired: vec![put_off("2026-05-04T15:00Z"), shown], done: Vec::new() };
    let found = Planned::of(&rules).after(&history).for_days("2026-05-04T15:30Z", 1);
    assert_eq!(found.iter().map(|one| one.rule.as_str()).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn what_any_note_says_was_answered_does_not_come_again() {
    let open = put_off("2026-05-04T15:00Z");
    let answered = Fired { answered: true, ..open.clone() };
    assert_eq!(plan_after([answered.clone(), open.clone()], []), []);
    assert_eq!(plan_after([open, answered], []), []);
}
