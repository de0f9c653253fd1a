//! A screen is saved on which less is shown than is there by now: what came in between stands.

use tend_core::{
    content::{Phones, Place},
    nudges::{GentleDay, NudgeKind, NudgeRule, RuleSchedule},
    practice::Filters,
};

use super::phone;

const ONE: GentleDay = GentleDay { month: 11, day: 2, year: None };
const OTHER: GentleDay = GentleDay { month: 3, day: 14, year: None };

#[test]
fn preferences_that_came_in_between_stand() {
    let (_folder, tend) = phone();
    let seen = tend.nudges().preferences().unwrap();
    let mut wanted = seen.clone();
    wanted.gentle_days.push(OTHER);
    wanted.quiet_from = jiff::civil::time(22, 0, 0, 0);
    tend.nudges().set_preferences(&seen, &wanted).unwrap();
    tend.nudges().pause(None).unwrap();
    // From the screen of before.
    let mut wanted = seen.clone();
    wanted.gentle_days.push(ONE);
    wanted.switched_off.insert(NudgeKind::Fun);
    tend.nudges().set_preferences(&seen, &wanted).unwrap();
    let now = tend.nudges().preferences().unwrap();
    assert_eq!((now.gentle_days.as_slice(), now.pauses.len()), ([OTHER, ONE].as_slice(), 1));
    assert_eq!((now.quiet_from.hour(), now.switched_off.len()), (22, 1));
    // What is taken away on a screen that shows it goes, a pause too, which a shell knows by its seconds.
    let mut wanted = now.clone();
    wanted.gentle_days.retain(|day| *day != OTHER);
    wanted.pauses.clear();
    tend.nudges().set_preferences(&now, &wanted).unwrap();
    assert_eq!(tend.nudges().preferences().unwrap(), wanted);
    assert!(now.pauses.iter().all(|pause| pause.from.subsec_nanosecond() == 0));
}

#[test]
fn what_is_more_than_can_be_kept_is_refused_whatever_was_seen() {
    let (_folder, tend) = phone();
    let seen = tend.nudges().preferences().unwrap();
    let with = |years: std::ops::Range<i16>| {
        let mut wanted = seen.clone();
        wanted.gentle_days = years.map(|year| GentleDay { month: 5, day: 4, year: Some(year) }).collect();
        tend.nudges().set_preferences(&seen, &wanted)
    };
    with(2100..2160).unwrap();
    assert_eq!(with(2200..2260).unwrap_err().code, "out_of_range");
    assert_eq!(tend.nudges().preferences().unwrap().gentle_days.len(), 60);
}

#[test]
fn a_rule_is_switched_off_as_it_is_by_now() {
    let (_folder, tend) = phone();
    let noon = jiff::civil::time(12, 0, 0, 0);
    let seen = NudgeRule {
        id: "tea".into(),
        kind: NudgeKind::Fun,
        on: true,
        recurrence: RuleSchedule::Daily,
        from: noon,
        until: noon,
        cue: None,
        about: None,
        leads: vec![],
    };
    let of = |id: &str| {
        let rules = tend.nudges().rules().unwrap();
        rules.into_iter().map(|listed| listed.rule).find(|rule| rule.id == id).unwrap()
    };
    tend.nudges().set_rule(&seen, None).unwrap();
    let evening = jiff::civil::time(19, 0, 0, 0);
    tend.nudges().set_rule(&NudgeRule { from: evening, until: evening, ..seen.clone() }, Some(seen.clone())).unwrap();
    tend.nudges().set_rule(&NudgeRule { on: false, ..seen.clone() }, Some(seen.clone())).unwrap();
    assert_eq!((of("tea").from, of("tea").until, of("tea").on), (evening, evening, false));
    // Without what was seen, it is as it is given.
    tend.nudges().set_rule(&seen, None).unwrap();
    assert_eq!(of("tea"), seen);
    // One that Tend comes with, and one that is gone by now.
    let given = of("given-caring");
    tend.nudges().set_rule(&NudgeRule { on: false, ..given.clone() }, Some(given.clone())).unwrap();
    assert_eq!(of("given-caring"), NudgeRule { on: false, ..given });
    tend.nudges().remove_rule("tea").unwrap();
    tend.nudges().set_rule(&NudgeRule { on: false, ..seen.clone() }, Some(seen.clone())).unwrap();
    assert_eq!(of("tea"), NudgeRule { on: false, ..seen });
}

#[test]
fn each_filter_is_chosen_by_itself() {
    let (_folder, tend) = phone();
    let seen = tend.practice().settings().unwrap().filters;
    tend.practice().set_filters(seen.clone(), Filters { minutes: 20, ..seen.clone() }).unwrap();
    tend.practice().set_children(true).unwrap();
    tend.practice().set_filters(seen.clone(), Filters { place: Place::Home, ..seen.clone() }).unwrap();
    tend.practice().set_apart(true).unwrap();
    let now = tend.practice().settings().unwrap();
    assert_eq!(now.filters, Filters { minutes: 20, place: Place::Home, ..seen });
    assert!(now.apart && now.children);
}

#[test]
fn a_name_and_pronouns_are_each_as_they_were_set_last() {
    let (_folder, tend) = phone();
    tend.people().set_me("Alex", "", None).unwrap();
    let seen = tend.people().me().unwrap();
    tend.people().set_me("Alex", "they/them", seen.clone()).unwrap();
    tend.people().set_me("Alexa", "", seen).unwrap();
    let me = tend.people().me().unwrap().unwrap();
    assert_eq!((me.name.as_str(), me.pronouns.as_str()), ("Alexa", "they/them"));
}

/// A screen that is slow is tapped twice.
#[test]
fn a_second_tap_skips_no_step() {
    let (_folder, tend) = phone();
    let run = tend.runs().begin("full-dialogue", None, Phones::Two, true).unwrap();
    let at = || tend.runs().get(run).unwrap();
    let first = at().step.unwrap();
    for _ in 0..2 {
        assert!(!tend.runs().next(run, &first.version).unwrap());
        assert_eq!(at().step_number, 2);
    }
    let second = at().step.unwrap();
    for _ in 0..2 {
        tend.runs().back(run, &second.version).unwrap();
        assert_eq!(at().step_number, 1);
    }
}

/// Another device goes on while the person writes: their words stay in the step in which they wrote them.
#[test]
fn words_are_written_in_the_step_that_was_seen() {
    let (_folder, tend) = phone();
    let run = tend.runs().begin("caring-list", None, Phones::Two, true).unwrap();
    tend.runs().next(run, &[]).unwrap();
    let seen = tend.runs().get(run).unwrap().step.unwrap();
    tend.runs().next(run, &[]).unwrap();
    let by_now = tend.runs().get(run).unwrap().step.unwrap();
    assert!(seen.id != by_now.id && by_now.writes.is_some());
    tend.runs().write(run, "tea in bed", &seen.version).unwrap();
    tend.runs().write(run, "a walk", &by_now.version).unwrap();
    // Two screens that both saw no words yet: both are kept.
    tend.runs().write(run, "tea and toast", &seen.version).unwrap();
    let drafts = tend.runs().drafts(run).unwrap();
    let drafts: Vec<_> = drafts.iter().map(|one| (one.step.as_str(), one.text.as_str())).collect();
    assert_eq!(drafts, [(seen.id.as_str(), "tea and toast"), (by_now.id.as_str(), "a walk")]);
    tend.runs().back(run, &[]).unwrap();
    let again = tend.runs().get(run).unwrap().step.unwrap();
    assert_eq!(again.other_versions, ["tea in bed"]);
    tend.runs().write(run, "tea", &again.version).unwrap();
    let settled = tend.runs().get(run).unwrap().step.unwrap();
    assert_eq!((settled.draft.as_deref(), settled.other_versions.len()), (Some("tea"), 0));
}

/// What was shredded is over for good; the step is not.
#[test]
fn after_shredding_a_step_can_be_written_in_again() {
    let (_folder, tend) = phone();
    let run = tend.runs().begin("caring-list", None, Phones::Two, true).unwrap();
    tend.runs().next(run, &[]).unwrap();
    let step = tend.runs().get(run).unwrap().step.unwrap();
    for text in ["first", "second", "third"] {
        tend.runs().write(run, text, &tend.runs().get(run).unwrap().step.unwrap().version).unwrap();
        assert_eq!(tend.runs().drafts(run).unwrap()[0].text, text);
        assert_eq!(tend.runs().get(run).unwrap().step.unwrap().draft.as_deref(), Some(text));
        tend.runs().shred(run, &step.id).unwrap();
        assert!(tend.runs().drafts(run).unwrap().is_empty());
    }
    assert_eq!(tend.runs().shred(run, &step.id).unwrap_err().code, "not_found");
}
