//! What can be wanted, and pauses.

use super::support::*;
use crate::nudges::*;

const NOW: &str = "2026-05-04T12:00Z";

fn bounded(change: impl FnOnce(&mut NudgePreferences)) -> bool {
    let mut wanted = NudgePreferences::default();
    change(&mut wanted);
    match wanted.clone().bounded() {
        Ok(kept) => kept == wanted,
        Err(refusal) => refusal != NudgeRefusal::OutOfRange,
    }
}

#[test]
fn every_wish_has_its_bounds() {
    let gentle = |month, day| bounded(|one| one.gentle_days = vec![GentleDay { month, day, year: None }]);
    assert!(gentle(2, 29) && gentle(12, 31));
    assert!(![(0, 1), (13, 1), (2, 30), (1, 0), (1, 255)].into_iter().any(|(month, day)| gentle(month, day)));
    let many = |count| bounded(|one| one.gentle_days = vec![GentleDay { month: 5, day: 4, year: None }; count]);
    assert!(many(100) && !many(101));
    let off = |weeks: i64| bounded(|one| one.off_weeks = (0..weeks).map(|n| day("2026-05-04") + days(7 * n)).collect());
    assert!(off(100) && !off(101));
    let pause = |until, count| bounded(|one| one.pauses = vec![NudgePause { from: at(NOW), until }; count]);
    assert!(pause(None, 100) && !pause(None, 101) && pause(Some(at(NOW) + hours(1)), 1) && !pause(Some(at(NOW)), 1));
    assert!(bounded(|one| one.routine_a_day = 3) && !bounded(|one| one.routine_a_day = 4));
    let hours = |from, until| bounded(|one| one.windows = [(NudgeKind::Fun, (clock(from), clock(until)))].into());
    assert!(hours("12:00", "12:00") && !hours("12:01", "12:00"));
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
        let paused = wanted.clone().paused(at(NOW), until).unwrap();
        assert_eq!(paused.pauses, [ahead, NudgePause { from: at(NOW), until }]);
        assert_eq!(paused.resumed(), NudgePreferences::default());
    }
    assert_eq!(wanted.paused(at(NOW), Some(at(NOW))), Err(NudgeRefusal::OutOfRange));
}
