//! What can be wanted, and pauses.

use super::support::*;
use crate::nudges::*;

const NOW: &str = "2026-05-04T12:00Z";

fn bounded(change: impl FnOnce(&mut NudgePreferences)) -> bool {
    let mut wanted = NudgePreferences::default();
    change(&mut wanted);
    match wanted.clone().bounded(&NudgePreferences::default(), &now(NOW, "UTC")) {
        Ok(kept) => kept == wanted,
        Err(_) => false,
    }
}

#[test]
fn every_wish_has_its_bounds() {
    let gentle = |month, day| bounded(|one| one.gentle_days = vec![GentleDay { month, day, year: None }]);
    assert!(gentle(2, 29) && gentle(12, 31));
    assert!(![(0, 1), (13, 1), (2, 30), (1, 0), (1, 255)].into_iter().any(|(month, day)| gentle(month, day)));
    let day_of = |year| GentleDay { month: 5, day: 4, year: Some(year) };
    let many = |count: i16| bounded(|one| one.gentle_days = (2026..2026 + count).map(day_of).collect());
    assert!(many(100) && !many(101));
    let off = |weeks: i64| bounded(|one| one.off_weeks = (0..weeks).map(|n| day("2026-05-04") + days(7 * n)).collect());
    assert!(off(100) && !off(101));
    let pause = |until, count| bounded(|one| one.pauses = vec![NudgePause { from: at(NOW), until }; count]);
    assert!(pause(None, 100) && !pause(None, 101) && pause(Some(at(NOW) + hours(1)), 1) && !pause(Some(at(NOW)), 1));
    assert!(bounded(|one| one.routine_a_day = 3) && !bounded(|one| one.routine_a_day = 4));
    let hours = |from, until| bounded(|one| one.windows = [(NudgeKind::Fun, (clock(from), clock(until)))].into());
    assert!(hours("12:00", "12:00") && !hours("12:01", "12:00") && hours("22:00", "01:00") && hours("22:00", "00:00"));
}

#[test]
fn what_is_over_gives_room_and_what_was_too_much_before_hinders_nothing() {
    let weeks = |from: i64, count: i64| (from..from + count).map(|n| day("2026-05-04") + days(7 * n)).collect();
    let now = now(NOW, "UTC");
    let mut before = NudgePreferences { off_weeks: weeks(-300, 300), ..NudgePreferences::default() };
    let kept = before.clone().bounded(&NudgePreferences::default(), &now).unwrap();
    assert_eq!(kept.off_weeks, weeks(-100, 100), "the latest");
    // As two devices can make it that each added some.
    before.off_weeks = weeks(0, 150);
    assert_eq!(before.clone().paused(at(NOW), None).bounded(&before, &now).unwrap().off_weeks, weeks(0, 150));
    let more = NudgePreferences { off_weeks: weeks(0, 151), ..before.clone() };
    assert_eq!(more.bounded(&before, &now), Err(NudgeRefusal::OutOfRange));
    let pause = |from: i64| NudgePause { from: at(NOW) + hours(from), until: Some(at(NOW) + hours(from + 1)) };
    let pauses = NudgePreferences { pauses: (-150..50).map(pause).collect(), ..NudgePreferences::default() };
    assert_eq!(pauses.bounded(&before, &now).unwrap().pauses, (-50..50).map(pause).collect::<Vec<_>>());
    let twice = NudgePreferences { gentle_days: vec![GentleDay { month: 5, day: 4, year: None }; 2], ..before.clone() };
    assert_eq!(twice.bounded(&before, &now).unwrap().gentle_days.len(), 1);
}

#[test]
fn a_pause_takes_the_place_of_those_that_are_over_or_have_no_end() {
    let wanted = NudgePreferences {
        pauses: vec![
            NudgePause { from: at("2026-04-01T12:00Z"), until: Some(at(NOW)) },
            NudgePause { from: at("2026-04-01T12:00Z"), until: None },
            NudgePause { from: at("2026-06-01T12:00Z"), until: Some(at("2026-06-02T12:00Z")) },
        ],
        ..NudgePreferences::default()
    };
    let ahead = wanted.pauses[2];
    for until in [None, Some(at(NOW) + hours(1))] {
        let paused = wanted.clone().paused(at(NOW), until);
        assert_eq!(paused.pauses, [ahead, NudgePause { from: at(NOW), until }]);
        assert_eq!(paused.resumed(), NudgePreferences::default());
    }
    let over = wanted.clone().paused(at(NOW), Some(at(NOW)));
    assert_eq!(over.bounded(&wanted, &now(NOW, "UTC")), Err(NudgeRefusal::OutOfRange));
}

#[test]
fn what_two_devices_choose_while_they_are_apart_all_counts() {
    let gentle = |month, day| GentleDay { month, day, year: None };
    let pause = |from: &str| NudgePause { from: at(from), until: None };
    let known = NudgePreferences { gentle_days: vec![gentle(1, 1)], ..NudgePreferences::default() };
    for known in [None, Some(known)] {
        let before = known.clone().unwrap_or_default();
        let one = |all: &mut NudgePreferences| {
            all.gentle_days.push(gentle(11, 2));
            all.off_weeks.insert(day("2026-05-04"));
            all.pauses.push(pause(NOW));
            all.switched_off.insert(NudgeKind::Fun);
            all.windows.insert(NudgeKind::Caring, (clock("10:00"), clock("11:00")));
        };
        let other = |all: &mut NudgePreferences| {
            all.gentle_days = vec![gentle(3, 14)];
            all.off_weeks.insert(day("2026-05-11"));
            all.pauses.push(pause("2026-06-01T12:00Z"));
            all.switched_off.insert(NudgeKind::Vision);
            all.windows.insert(NudgeKind::Fun, (clock("20:00"), clock("21:00")));
            all.routine_a_day = 2;
        };
        let both = apart::changed(known, [&one, &other]);
        let mut days = both.gentle_days.clone();
        days.sort_by_key(|day| day.month);
        assert_eq!(days, [gentle(3, 14), gentle(11, 2)], "{before:?}");
        assert_eq!(both.off_weeks, [day("2026-05-04"), day("2026-05-11")].into());
        assert_eq!((both.pauses.len(), both.switched_off), (2, [NudgeKind::Fun, NudgeKind::Vision].into()));
        assert_eq!((both.windows.len(), both.routine_a_day), (2, 2));
    }
}

#[test]
fn hours_and_when_a_rule_comes_are_of_one_device() {
    for (first, second) in [("19:00", "10:00"), ("10:00", "19:00")] {
        let quiet = apart::changed::<NudgePreferences>(
            None,
            [&|all| all.quiet_from = clock(first), &|all| all.quiet_until = clock(second)],
        );
        let of_one = [(clock(first), clock("08:00")), (clock("21:00"), clock(second))];
        assert!(of_one.contains(&(quiet.quiet_from, quiet.quiet_until)), "{quiet:?}");
    }
    let known = rule("tea", NudgeKind::Fun, RuleSchedule::Daily, "12:00-14:00");
    let evening = |all: &mut NudgeRule| (all.from, all.until) = (clock("20:00"), clock("21:00"));
    let booked = |all: &mut NudgeRule| {
        all.kind = NudgeKind::Occasion;
        all.recurrence = RuleSchedule::Once { at: at(NOW) };
        all.leads = vec![60];
    };
    let by_chance = |all: &mut NudgeRule| all.recurrence = RuleSchedule::TimesAWeek { times: 2 };
    let both = apart::changed(Some(known.clone()), [&booked, &by_chance]);
    assert_eq!(both.validate(), Ok(()), "a rule that is half of each would remind of nothing");
    let both = apart::changed(Some(known), [&evening, &|all| all.on = false]);
    assert!(!both.on && both.from == clock("20:00"), "switching it off is another thing");
}

#[test]
fn a_hundred_of_each_can_be_kept_however_they_came() {
    let gentle = |n: i64| GentleDay { month: 5, day: 4, year: Some(2026 + n as i16) };
    let add = |all: &mut NudgePreferences, n: i64| {
        all.gentle_days.push(gentle(n));
        all.off_weeks.insert(day("2026-05-04") + days(7 * n));
        let from = at(NOW) + hours(n);
        all.pauses.push(NudgePause { from, until: Some(from + hours(1)) });
    };
    let kept = apart::in_turn::<NudgePreferences>((0..100).map(|n| move |all: &mut NudgePreferences| add(all, n)));
    assert_eq!([kept.gentle_days.len(), kept.off_weeks.len(), kept.pauses.len()], [100; 3]);
}

mod apart {
    use tend_protocol::DeviceId;

    use crate::{
        identity::IdentityId,
        records::{Found, OperationId, Origin, Record, State, typed::set},
    };

    const ORIGIN: Origin = Origin { author: IdentityId::from_bytes([7; 32]), nonce: [7; 16], number: 0 };

    fn read<R: Record>(state: &State) -> Option<R> {
        let record = ORIGIN.record(R::KIND, [0; 4]);
        state.shown().map(|shown| Found::read(record, &shown).unwrap().value)
    }

    /// What comes of it that each changes what both know, in either order.
    pub fn changed<R: Record + std::fmt::Debug>(known: Option<R>, changes: [&dyn Fn(&mut R); 2]) -> R {
        let record = ORIGIN.record(R::KIND, [0; 4]);
        let mut both = State::new(ORIGIN);
        let id = |device, counter| OperationId { device: DeviceId([device; 32]), counter };
        if let Some(known) = &known {
            both.apply(&set(id(9, 1), record, &both, known));
        }
        let made = [(1, changes[0]), (2, changes[1])].map(|(device, change)| {
            let mut value = read::<R>(&both).or_else(R::unwritten).unwrap();
            change(&mut value);
            set(id(device, 1), record, &both, &value)
        });
        let [mut first, mut second] = [both.clone(), both];
        made.iter().for_each(|operation| assert!(first.apply(operation)));
        made.iter().rev().for_each(|operation| assert!(second.apply(operation)));
        assert_eq!(read::<R>(&first), read::<R>(&second));
        read(&first).unwrap()
    }

    /// What comes of changes that two devices make in turn, each as an operation of its own.
    pub fn in_turn<R: Record>(changes: impl Iterator<Item = impl Fn(&mut R)>) -> R {
        let record = ORIGIN.record(R::KIND, [0; 4]);
        let mut state = State::new(ORIGIN);
        for (counter, change) in (1..).zip(changes) {
            let mut value = read::<R>(&state).or_else(R::unwritten).unwrap();
            change(&mut value);
            let id = OperationId { device: DeviceId([1 + (counter % 2) as u8; 32]), counter };
            let operation = set(id, record, &state, &value);
            assert_eq!(operation.validate(), Ok(()), "{counter}");
            state.apply(&operation);
        }
        read(&state).unwrap()
    }
}
