use super::support::*;
use crate::nudges::*;

fn changed(change: impl FnOnce(&mut NudgeRule)) -> Result<(), BadRule> {
    let mut rule = rule("a-1", NudgeKind::Caring, RuleSchedule::Daily, "09:00-17:00");
    change(&mut rule);
    rule.validate()
}

fn recurring(recurrence: RuleSchedule) -> Result<(), BadRule> {
    changed(|rule| rule.recurrence = recurrence)
}

#[test]
fn what_is_wrong_has_its_code() {
    assert_eq!(changed(|_| {}), Ok(()));
    for id in ["", "A", "a b", "a@b", "a~1", "ä", &"a".repeat(65)] {
        assert_eq!(changed(|rule| rule.id = id.into()), Err(BadRule::Id), "{id}");
        assert_eq!(changed(|rule| rule.about = Some(id.into())), Err(BadRule::Id), "{id}");
    }
    assert_eq!(changed(|rule| rule.id = "a".repeat(64)), Ok(()));
    assert_eq!(changed(|rule| rule.about = Some("full-dialogue".into())), Ok(()));
    assert_eq!(changed(|rule| rule.until = clock("08:59")), Err(BadRule::Hours));
    for (until, night) in [("00:00", Ok(())), ("10:00", Ok(())), ("10:01", Err(BadRule::Hours))] {
        let hours = |rule: &mut NudgeRule| (rule.from, rule.until) = (clock("22:00"), clock(until));
        assert_eq!(changed(hours), night, "22:00-{until}");
    }
    assert_eq!(changed(|rule| rule.cue = Some("ä".repeat(80))), Ok(()));
    assert_eq!(changed(|rule| rule.cue = Some("ä".repeat(81))), Err(BadRule::Cue));
    assert_eq!(changed(|rule| rule.cue = Some(String::new())), Err(BadRule::Cue));
    assert_eq!(changed(|rule| rule.leads = vec![60]), Err(BadRule::LeadsOfRoutine));
    assert_eq!(changed(|rule| rule.leads = vec![LONGEST_LEAD + 1]), Err(BadRule::Leads));
    assert_eq!(changed(|rule| rule.leads = vec![1; MOST_LEADS + 1]), Err(BadRule::Leads));
    let booked = |leads| changed(|rule| (rule.kind, rule.leads) = (NudgeKind::Appointment, leads));
    assert_eq!(booked(vec![LONGEST_LEAD; MOST_LEADS]), Ok(()));
    let chance = |rule: &mut NudgeRule| {
        (rule.kind, rule.recurrence) = (NudgeKind::Occasion, RuleSchedule::TimesAWeek { times: 1 })
    };
    assert_eq!(changed(chance), Err(BadRule::ChanceOfBooked));
}

#[test]
fn recurrences_have_bounds() {
    for days in [vec![], vec![0], vec![1, 8]] {
        assert_eq!(recurring(weekly(days)), Err(BadRule::Weekdays));
    }
    assert_eq!(recurring(weekly(1..=7)), Ok(()));
    for (times, good) in [(0, false), (1, true), (7, true), (8, false)] {
        assert_eq!(recurring(RuleSchedule::TimesAWeek { times }).is_ok(), good);
    }
    for (days, good) in [(1, false), (2, true), (365, true), (366, false)] {
        assert_eq!(recurring(RuleSchedule::EveryDays { days, from: day("2026-01-01") }).is_ok(), good);
    }
    for (day, good) in [(0, false), (1, true), (31, true), (32, false)] {
        assert_eq!(recurring(RuleSchedule::Monthly { day }).is_ok(), good);
    }
    let yearly = |month, day| recurring(RuleSchedule::Yearly { month, day, leap: LeapRule::default() });
    for (month, day) in [(0, 1), (13, 1), (2, 30), (4, 31), (1, 32), (1, 0)] {
        assert_eq!(yearly(month, day), Err(BadRule::DayOfYear));
    }
    assert_eq!((yearly(2, 29), yearly(12, 31)), (Ok(()), Ok(())));
    assert_eq!(recurring(RuleSchedule::Once { at: at("2026-01-01T00:00Z") }), Err(BadRule::OnceOfRoutine));
}

#[test]
fn codes_are_words_of_their_own() {
    let all = [
        BadRule::Id,
        BadRule::Hours,
        BadRule::Cue,
        BadRule::Weekdays,
        BadRule::Times,
        BadRule::EveryDays,
        BadRule::DayOfMonth,
        BadRule::DayOfYear,
        BadRule::Leads,
        BadRule::LeadsOfRoutine,
        BadRule::OnceOfRoutine,
        BadRule::ChanceOfBooked,
    ];
    let mut codes: Vec<_> = all.iter().map(|bad| bad.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all.len());
    assert!(codes.iter().all(|code| code.starts_with("rule_")));
}

#[test]
fn rules_that_are_wrong_or_come_twice_are_left_out() {
    let mut wrong = rule("wrong", NudgeKind::Fun, RuleSchedule::Monthly { day: 0 }, "12:00");
    wrong.id = "Wrong".into();
    let list = [
        wrong,
        rule("a", NudgeKind::Fun, weekly([1]), "12:00"),
        rule("a", NudgeKind::Caring, RuleSchedule::Daily, "15:00"),
    ];
    assert_eq!(Planned::of(&open_rules(list)).times("2026-05-04T00:00Z", 14), ["05-04 12:00", "05-11 12:00"]);
}
