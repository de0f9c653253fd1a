//! What the practice offers for the first screen, and the small thing of the day.

use jiff::civil::{Date, date};

use super::*;
use crate::card::CardKind;

const DAY: Date = Date::constant(2027, 1, 20);

fn kinds(input: &PracticeInput<'_>, week: ThisWeek) -> Vec<CardKind> {
    offers(input, week).into_iter().map(|card| card.kind).collect()
}

fn small(day: Date, prompt: &str, outcome: Outcome) -> PromptOfDay {
    PromptOfDay { day: day.to_string(), prompt: prompt.into(), outcome }
}

#[test]
fn a_first_day_has_a_small_thing_and_the_first_exercise() {
    let now = noon(DAY);
    assert_eq!(kinds(&input(&now), ThisWeek::default()), [CardKind::Prompt, CardKind::Next]);
    let booked = ThisWeek { booked: true, off: false };
    assert_eq!(kinds(&input(&now), booked), [CardKind::Prompt], "the path offers nothing next to what is agreed");
    assert_eq!(kinds(&input(&now), ThisWeek { booked: false, off: true }), [], "an off week is one");
}

#[test]
fn a_week_has_one_exercise_of_the_path() {
    let now = noon(DAY);
    let mut input = input(&now);
    let first = input.next_exercise().unwrap();
    input.done.insert(first.clone(), date(2027, 1, 15));
    assert_eq!(kinds(&input, ThisWeek::default()), [CardKind::Prompt], "five days ago");
    input.done.insert(first.clone(), date(2027, 1, 14));
    let next = offers(&input, ThisWeek::default()).into_iter().find(|card| card.kind == CardKind::Next).unwrap();
    assert_ne!(next.about, Some(first));
    assert!(!next.reason.is_empty() && !next.text.is_empty());
}

#[test]
fn a_date_that_a_wrong_clock_noted_does_not_hold_the_path_back() {
    for (now, offered) in [(date(2026, 12, 10), true), (date(2027, 11, 23), false), (date(2027, 12, 2), true)] {
        let now = noon(now);
        let mut input = input(&now);
        let first = input.next_exercise().unwrap();
        input.done.insert(first, date(2027, 11, 24));
        assert_eq!(kinds(&input, ThisWeek::default()).contains(&CardKind::Next), offered, "{now}");
    }
}

#[test]
fn somebody_who_was_away_is_welcomed_for_a_whole_day_and_nothing_else_is_said_of_it() {
    let now = noon(DAY);
    let welcomed = |opened_on: &str, opened_before: &str| {
        let mut input = input(&now);
        (input.settings.opened_on, input.settings.opened_before) = (opened_on.into(), opened_before.into());
        kinds(&input, ThisWeek { booked: true, off: true }) == [CardKind::WelcomeBack]
    };
    assert!(welcomed("2027-01-06", "2027-01-05"));
    assert!(!welcomed("2027-01-07", "2026-01-01"));
    assert!(welcomed("2027-01-20", "2027-01-06"), "also when it was opened once today");
    assert!(!welcomed("", ""), "nobody is welcomed back at the beginning");
    assert!(!welcomed("2027-03-01", ""), "a clock that was set back welcomes nobody");
}

#[test]
fn the_small_thing_stays_until_it_is_done_or_another_is_asked_for() {
    let now = noon(DAY);
    let mut input = input(&now);
    let (first, none) = prompt_of_today(&input).unwrap();
    assert_eq!(none, None);
    let shown = note_prompt(&input, Outcome::Shown).unwrap().unwrap();
    assert_eq!(shown, small(DAY, &first, Outcome::Shown));
    input.prompts.push(shown);
    assert_eq!(note_prompt(&input, Outcome::Shown), Ok(None), "it is noted once");
    assert_eq!(prompt_of_today(&input), Some((first.clone(), Some(Outcome::Shown))));
    input.prompts.push(note_prompt(&input, Outcome::Another).unwrap().unwrap());
    let (second, _) = prompt_of_today(&input).unwrap();
    assert_ne!(second, first);
    input.prompts.push(small(DAY, &second, Outcome::Done));
    assert_eq!(prompt_of_today(&input), Some((second, Some(Outcome::Done))));
    assert!(!kinds(&input, ThisWeek::default()).contains(&CardKind::Prompt), "what is done is no longer offered");
    assert_eq!(note_prompt(&input, Outcome::Done), Ok(None));
}

#[test]
fn opening_is_noted_once_a_day() {
    let settings = PracticeSettings::default().opened(DAY).unwrap();
    assert_eq!((settings.opened_on.as_str(), settings.opened_before.as_str()), ("2027-01-20", ""));
    assert_eq!(settings.opened(DAY), None);
    let next = settings.opened(DAY.tomorrow().unwrap()).unwrap();
    assert_eq!((next.opened_on.as_str(), next.opened_before.as_str()), ("2027-01-21", "2027-01-20"));
}
