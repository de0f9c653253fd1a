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
