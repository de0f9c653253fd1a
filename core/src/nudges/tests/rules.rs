//! Which rules hold.

use super::support::*;
use crate::nudges::*;

fn own(count: usize) -> Vec<NudgeRule> {
    (0..count).map(|number| rule(&format!("r{number}"), NudgeKind::Fun, RuleSchedule::Daily, "12:00")).collect()
}

fn of(rules: Vec<NudgeRule>) -> OwnRules {
    OwnRules { rules, ..OwnRules::default() }
}

/// They may have switched it off there.
#[test]
fn a_default_rule_that_a_later_version_changed_beyond_reading_does_not_ring() {
    let own = OwnRules { unread: vec!["given-caring".into()], ..OwnRules::default() };
    let ids = |rules: Vec<NudgeRule>| rules.into_iter().map(|rule| rule.id).collect::<Vec<_>>();
    assert_eq!(ids(all_rules(own.clone())), ["given-appreciation", "given-reflection", "given-surprise"]);
    assert_eq!(listed(own).len(), 3);
}

#[test]
fn a_persons_own_rule_takes_the_place_of_a_default_one() {
    let caring = rule("given-caring", NudgeKind::Caring, RuleSchedule::Daily, "12:00");
    let found = all_rules(of(vec![rule("z", NudgeKind::Fun, RuleSchedule::Daily, "12:00"), caring.clone()]));
    let ids: Vec<&str> = found.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["given-appreciation", "given-caring", "given-reflection", "given-surprise", "z"]);
    assert_eq!(found[1], caring);
}

#[test]
fn a_list_says_which_rules_tend_comes_with() {
    let off = |id: &str| NudgeRule { on: false, ..default_rules().into_iter().find(|rule| rule.id == id).unwrap() };
    let same = default_rules().remove(0);
    let listed = listed(of(vec![off("given-caring"), same, rule("z", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]));
    let given: Vec<_> = listed.iter().filter(|one| one.given).map(|one| one.rule.id.as_str()).collect();
    assert_eq!(given, ["given-appreciation", "given-reflection", "given-surprise"]);
    assert_eq!(listed.len(), 5);
}

#[test]
fn there_are_at_most_200_of_ones_own_and_each_can_still_be_changed() {
    let new = rule("new", NudgeKind::Fun, RuleSchedule::Daily, "12:00");
    assert_eq!(may_set(&new, &own(MOST_RULES - 1)), Ok(()));
    assert_eq!(may_set(&new, &own(MOST_RULES)), Err(NudgeRefusal::TooManyRules));
    assert_eq!(may_set(&own(1)[0], &own(MOST_RULES)), Ok(()));
}
