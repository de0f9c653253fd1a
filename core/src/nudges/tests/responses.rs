//! What was done, left alone, or put off.

use super::support::*;
use crate::nudges::*;

const FROM: &str = "2026-05-04T00:00Z";

fn caring(recurrence: RuleSchedule) -> Rules {
    open_rules([rule("a", NudgeKind::Caring, recurrence, "12:00")])
}

/// What was shown on the days before [`FROM`], each answered or not.
fn shown(rules: &Rules, answered: &[bool]) -> History {
    let start = at(FROM) - days(answered.len() as i64);
    let found = Planned::of(rules).between(start, at(FROM));
    assert_eq!(found.len(), answered.len());
    let fired = found.iter().zip(answered).map(|(one, answered)| fired(one, *answered));
    History { fired: fired.collect(), done: Vec::new() }
}

fn done_on(dates: impl IntoIterator<Item = i64>) -> History {
    let of_day = |ahead| done(NudgeKind::Caring, &(day("2026-05-04") + days(ahead)).to_string());
    History { fired: Vec::new(), done: dates.into_iter().map(of_day).collect() }
}

#[test]
fn what_was_done_is_not_reminded_of_that_day() {
    let rules = caring(RuleSchedule::Daily);
    let mut history = done_on([1]);
    history.done.push(done(NudgeKind::Fun, "2026-05-06"));
    assert_eq!(Planned::of(&rules).after(&history).times(FROM, 3), ["05-04 12:00", "05-06 12:00"]);
}

#[test]
fn a_session_is_done_for_its_week() {
    let rules = open_rules([rule("a", NudgeKind::Session, weekly([4]), "12:00")]);
    let times = |date| {
        let history = History { fired: Vec::new(), done: vec![done(NudgeKind::Session, date)] };
        Planned::of(&rules).after(&history).times(FROM, 14)
    };
    assert_eq!(times("2026-05-03"), ["05-07 12:00", "05-14 12:00"]);
    assert_eq!(times("2026-05-04"), ["05-14 12:00"]);
    assert_eq!(times("2026-05-10"), ["05-14 12:00"]);
}

#[test]
fn three_left_alone_bring_half_as_many_and_one_question() {
    let rules = caring(RuleSchedule::Daily);
    let plan = |history: &History| Planned::of(&rules).after(history).for_days(FROM, 28);
    // The last may still be answered: two are left alone.
    assert_eq!(plan(&shown(&rules, &[false; 3])).len(), 28);
    let history = shown(&rules, &[false; 4]);
    let backed_off = plan(&history);
    assert_eq!(backed_off.len(), 14);
    assert!(backed_off.windows(2).all(|two| two[1].at - two[0].at == days(2)));
    assert!(backed_off.iter().all(|one| one.reason == Reason::HalfAsOften));
    let asks: Vec<_> = backed_off.iter().map(|one| one.asks).collect();
    assert!(asks[0] && !asks[1..].contains(&true));
    // The question stays with its reminder, also when that one is over without having been shown.
    let later = Planned::of(&rules).after(&history).between(backed_off[0].at, at(FROM) + days(28));
    assert!(later.len() == 13 && later.iter().all(|one| !one.asks));
}

#[test]
fn it_asks_once_until_something_was_answered() {
    let rules = caring(RuleSchedule::Daily);
    let mut history = shown(&rules, &[false; 4]);
    let asking = Planned::of(&rules).after(&history).for_days(FROM, 28).remove(0);
    history.fired.push(fired(&asking, false));
    let next = Planned::of(&rules).after(&history).for_days(FROM, 28);
    assert!(next.len() == 13 && next.iter().all(|one| !one.asks));
    // An answer, or the thing done, ends it.
    let mut answered = history.clone();
    answered.fired.last_mut().unwrap().answered = true;
    assert!(Planned::of(&rules).after(&answered).for_days(FROM, 28).len() >= 26);
    let by_doing =
        History { done: vec![Done { at: asking.at + hours(3), ..done(NudgeKind::Caring, "2026-05-05") }], ..history };
    assert!(Planned::of(&rules).after(&by_doing).for_days(FROM, 28).len() >= 26);
}

#[test]
fn only_the_last_in_a_row_count() {
    let rules = caring(RuleSchedule::Daily);
    let plan = |answered: &[bool]| Planned::of(&rules).after(&shown(&rules, answered)).for_days(FROM, 28).len();
    assert_eq!(plan(&[false, false, true, false, false, false]), 28);
    assert_eq!(plan(&[true, false, false, false, false]), 14);
    assert_eq!(plan(&[false, false, false, false, true]), 28);
}

#[test]
fn a_session_left_alone_comes_every_second_week() {
    let rules = open_rules([rule("a", NudgeKind::Session, weekly([4]), "12:00")]);
    let found = Planned::of(&rules).between(at(FROM) - days(28), at(FROM));
    let history = History { fired: found.iter().map(|one| fired(one, false)).collect(), done: Vec::new() };
    // Over the end of a year of 53 weeks too.
    let next = Planned::of(&rules).after(&history).for_days(FROM, 52 * 7);
    assert_eq!(next.len(), 26);
    assert!(next.windows(2).all(|two| two[1].at.duration_since(two[0].at) == days(14)));
}

#[test]
fn booked_ones_come_whatever_was_left_alone() {
    let rules = open_rules([rule("a", NudgeKind::Appointment, RuleSchedule::Daily, "12:00")]);
    let found = Planned::of(&rules).between(at(FROM) - days(9), at(FROM));
    let history = History { fired: found.iter().map(|one| fired(one, false)).collect(), done: Vec::new() };
    let next = Planned::of(&rules).after(&history).for_days(FROM, 10);
    assert!(next.len() == 10 && next.iter().all(|one| !one.asks));
}

#[test]
fn a_practice_that_holds_needs_fewer() {
    let count = |rules: &Rules, history: &History| {
        let found = Planned::of(rules).after(history).between(at(FROM), at(FROM) + days(1));
        found.len()
    };
    // Many rules see one day each in its own way: how many of them are left says how often each comes.
    let many = |recurrence: RuleSchedule, cue: bool| {
        let kinds = (0..300).map(move |number| {
            let cue = cue.then(|| "after the first coffee".to_owned());
            NudgeRule { cue, ..rule(&format!("r{number}"), NudgeKind::Caring, recurrence.clone(), "12:00") }
        });
        kinds.map(|rule| open_rules([rule])).collect::<Vec<_>>()
    };
    let share = |recurrence: RuleSchedule, cue, history: &History| {
        many(recurrence, cue).iter().map(|rules| count(rules, history)).sum::<usize>()
    };
    assert_eq!(share(RuleSchedule::Daily, false, &done_on(-11..0)), 300);
    assert!((110..190).contains(&share(RuleSchedule::Daily, false, &done_on(-12..0))));
    assert!((110..190).contains(&share(RuleSchedule::Daily, false, &done_on(-19..0))));
    assert!((20..70).contains(&share(RuleSchedule::Daily, false, &done_on(-20..0))));
    assert_eq!(share(weekly([1]), false, &done_on(-20..0)), 300);
    assert!((110..190).contains(&share(weekly([1]), true, &done_on(-20..0))));
    // Twice on a day is one day, and before 28 days it is long ago.
    assert_eq!(share(RuleSchedule::Daily, false, &done_on((-11..0).chain(-11..0))), 300);
    assert_eq!(share(RuleSchedule::Daily, false, &done_on(-40..-17)), 300);
}

#[test]
fn it_comes_back_when_the_practice_thins_out() {
    let rules = caring(RuleSchedule::Daily);
    let found = Planned::of(&rules).after(&done_on(-28..0)).for_days(FROM, 42);
    let between = |from: i64, until: i64| {
        let dates = day("2026-05-04") + days(from)..day("2026-05-04") + days(until);
        found.iter().filter(|one| dates.contains(&one.day)).collect::<Vec<_>>()
    };
    // 20 days or more are in sight until the 9th, 12 or more until the 17th.
    assert!((1..=2).contains(&between(0, 9).len()));
    assert_eq!(between(9, 17).len(), 4);
    assert_eq!(between(17, 42).len(), 25);
    assert!(between(0, 17).iter().all(|one| one.reason == Reason::CueTaper));
    assert!(between(17, 42).iter().all(|one| one.reason == Reason::ChosenDays));
}
