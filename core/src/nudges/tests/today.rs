//! What the first screen is offered.

use super::support::*;
use crate::{Card, CardKind, nudges::*};

const NOW: &str = "2026-05-10T23:30Z";

/// Four of a kind that were left alone.
fn left_alone(kind: NudgeKind) -> Vec<Fired> {
    let rules = open_rules([rule(kind.name(), kind, RuleSchedule::Daily, "12:00")]);
    Planned::of(&rules).for_days("2026-05-04T00:00Z", 4).iter().map(|one| fired(one, false)).collect()
}

fn offered(change: impl FnOnce(&mut NudgesInput<'_>)) -> Vec<Card> {
    let now = now(NOW, "Europe/Berlin");
    let history = History { fired: [NudgeKind::Caring, NudgeKind::Fun].map(left_alone).concat(), done: Vec::new() };
    let mut input = input(&now, rules([]), history);
    change(&mut input);
    offers(&input)
}

#[test]
fn of_one_kind_that_is_left_alone_it_asks_whether_it_is_still_wanted() {
    let cards = offered(|_| {});
    let seen: Vec<_> = cards.iter().map(|card| (card.kind, card.about.as_deref())).collect();
    assert_eq!(seen, [(CardKind::Asks, Some("caring"))]);
    assert_eq!(cards[0].title, "Are these reminders still helpful?");
    assert!(cards[0].text.starts_with("They come less often now.") && cards[0].reason == "Maybe the timing is off.");
    assert_eq!(offered(|input| input.history.fired.clear()), []);
}

#[test]
fn a_kind_that_is_switched_off_is_not_asked_about() {
    let off = |kinds: &[NudgeKind]| {
        let kinds = kinds.iter().copied().collect();
        let cards = offered(|input| input.rules.preferences.switched_off = kinds);
        cards.first().and_then(|card| card.about.clone())
    };
    assert_eq!((off(&[NudgeKind::Caring]).as_deref(), off(&[NudgeKind::Caring, NudgeKind::Fun])), (Some("fun"), None));
}

#[test]
fn a_gentle_day_has_a_quiet_word_and_nothing_else() {
    let gentle = |day| {
        let cards =
            offered(|input| input.rules.preferences.gentle_days = vec![GentleDay { month: 5, day, year: None }]);
        cards.iter().map(|card| (card.kind, card.title.clone(), card.about.clone())).collect::<Vec<_>>()
    };
    // In Berlin it is the 11th.
    assert_eq!(gentle(11), [(CardKind::Gentle, "A gentle day".into(), None)]);
    assert_eq!(gentle(10)[0].0, CardKind::Asks);
}

#[test]
fn a_week_off_is_that_of_the_local_date() {
    let now = now(NOW, "Europe/Berlin");
    let off = |monday| {
        let mut rules = rules([]);
        rules.preferences.off_weeks = [day(monday)].into();
        is_off_week(&input(&now, rules, History::default()))
    };
    assert!(off("2026-05-11") && off("2026-05-17"), "any day of it will do");
    assert!(!off("2026-05-10") && !off("2026-05-18"));
}
