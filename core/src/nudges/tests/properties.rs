use jiff::Timestamp;
use proptest::prelude::*;

use super::{
    checks::check,
    random::case,
    support::{PHONE, TABLET, days, input},
};
use crate::nudges::{changes::changes, *};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_keeps_to_what_was_chosen(case in case()) {
        let plan = case.plan(case.now, 45);
        check(&case.rules, &case.history, case.now, &case.zone, &plan);
    }

    #[test]
    fn the_same_gives_the_same(case in case()) {
        let mut shuffled = case.clone();
        shuffled.history.fired.reverse();
        shuffled.history.done.reverse();
        prop_assert_eq!(case.plan(case.now, 30), shuffled.plan(case.now, 30));
    }

    #[test]
    fn a_later_plan_is_the_rest_of_an_earlier_one(case in case(), minutes in 1..40_000i64) {
        let later = case.now + jiff::SignedDuration::from_mins(minutes);
        let mut earlier_plan = case.plan(case.now, 45);
        earlier_plan.retain(|occurrence| occurrence.at > later);
        prop_assert_eq!(earlier_plan, case.plan(later, 45));
    }

    #[test]
    fn a_plan_made_before_what_was_shown_agrees_too(case in case(), back in 1..60i64) {
        let before = case.now - days(back);
        let mut earlier_plan = case.plan(before, 20);
        earlier_plan.retain(|occurrence| occurrence.at > case.now);
        prop_assert_eq!(earlier_plan, case.plan(case.now, 20));
    }

    #[test]
    fn one_of_two_devices_rings(case in case()) {
        let held = |device| {
            let plan = plan(&case.rules, &case.history, case.now, &case.zone, case.seed);
            window(plan, Platform::Android, device, case.now)
        };
        let (phone, tablet) = (held(PHONE), held(TABLET));
        prop_assert!(phone.is_empty() || tablet.is_empty());
    }

    #[test]
    fn what_a_platform_holds_is_allowed(case in case(), late in 0..40i64) {
        let plan = case.plan(case.now, 200);
        // The plan was made a little before it is looked at.
        let now = plan.first().map_or(case.now, |first| case.now.max(first.at - jiff::SignedDuration::from_mins(late)));
        for platform in [Platform::Ios, Platform::Android] {
            let held = window(plan.clone(), platform, case.rules.device.unwrap(), now);
            prop_assert!(held.len() <= 48);
            prop_assert!(held.iter().all(|pending| pending.at() >= now));
            for pending in &held {
                let PendingNudge::Nudge { at, window_minutes, occurrence } = pending else { continue };
                let end = *at + jiff::SignedDuration::from_mins(i64::from(*window_minutes));
                prop_assert!(*at >= occurrence.earliest && end <= occurrence.latest && *at <= occurrence.at);
            }
        }
    }

    #[test]
    fn changes_lead_from_what_is_held_to_what_should_be(case in case(), minutes in 0..20_000i64) {
        let hold = |now: Timestamp| {
            let now = now.to_zoned_datetime(case.zone.clone());
            let input = NudgesInput { seed: case.seed, ..input(&now, case.rules.clone(), case.history.clone()) };
            pending(&NudgesInput { this_device: case.rules.device.unwrap(), ..input }, Platform::Ios)
        };
        let (old, new) = (hold(case.now), hold(case.now + jiff::SignedDuration::from_mins(minutes)));
        let told = |one: &PendingNudgeView| HeldNudge { id: one.id.clone(), at: one.at };
        let held: Vec<_> = old.iter().map(told).collect();
        let changes = changes(&held, new.clone());
        let mut result = held;
        result.retain(|one| !changes.remove.contains(&one.id));
        result.extend(changes.add.iter().map(told));
        let mut wanted: Vec<_> = new.iter().map(told).collect();
        for list in [&mut result, &mut wanted] {
            list.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        }
        prop_assert_eq!(result, wanted);
    }
}
