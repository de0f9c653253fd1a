//! What was agreed, as nudges.

use super::support::*;
use crate::{nudges::*, records::RecordId};

const FROM: &str = "2026-05-04T00:00Z";

fn agreed(id: u8, moment: &str) -> NudgeRule {
    NudgeRule::appointment(RecordId([id; 16]), at(moment), "full-dialogue")
}

#[test]
fn two_appointments_of_one_exercise_are_each_told() {
    let rules = rules([agreed(1, "2026-05-06T12:00Z"), agreed(2, "2026-05-13T12:00Z")]);
    let found = Planned::of(&rules).times(FROM, 14);
    assert_eq!(found, ["05-05 12:00", "05-06 11:00", "05-12 12:00", "05-13 11:00"]);
}

#[test]
fn a_nudge_knows_the_exercise_and_its_moment() {
    let rules = rules([agreed(0xab, "2026-05-06T12:00Z")]);
    assert_eq!(rules.rules[0].validate(), Ok(()));
    let found = Planned::of(&rules).for_days(FROM, 14);
    assert_eq!(found[0].rule, format!("appointment-{}", "ab".repeat(16)));
    for one in found {
        assert_eq!((one.about.as_deref(), one.moment), (Some("full-dialogue"), Some(at("2026-05-06T12:00Z"))));
    }
}

#[test]
fn one_that_was_snoozed_is_still_of_its_moment() {
    let visit = NudgeRule { leads: vec![60], ..rule("visit", NudgeKind::Appointment, RuleSchedule::Daily, "12:00") };
    for (rule, zone) in [(agreed(1, "2026-05-06T12:00Z"), "UTC"), (visit, "Europe/Berlin")] {
        let rules = rules([rule]);
        let first = Planned::of(&rules).in_zone(zone).for_days("2026-05-05T13:00Z", 1).remove(0);
        let shown = Fired { snoozed_until: Some(first.at + hours(1) / 2), ..fired(&first, false) };
        let history = History { fired: vec![shown], done: Vec::new() };
        let again = Planned::of(&rules).in_zone(zone).after(&history).for_days("2026-05-05T13:00Z", 1).remove(0);
        assert_eq!((again.reason, again.at), (Reason::Snoozed, first.at + hours(1) / 2));
        assert_eq!((again.about, again.moment), (first.about, Some(first.at + hours(1))));
    }
}

#[test]
fn what_is_not_booked_has_no_moment() {
    let rules = rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]);
    let first = Planned::of(&rules).for_days(FROM, 1).remove(0);
    assert_eq!((first.about, first.moment), (None, None));
}
