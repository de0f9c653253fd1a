//! A year with Tend, for eight kinds of couple and one person alone: habits under a seed, and everything else by the very functions that a phone
//! calls.
//! What they lived through is printed as a calendar and compared with the snapshot next to it; two of them are in
//! `docs/a-year-with-tend.md`.

#![allow(clippy::unwrap_used)]

mod calendar;
mod couples;
mod year;

use couples::{Life, lives};
use tend_core::practice::{Outcome, PromptOfDay};

#[test]
fn a_year_for_everyone() {
    for life in lives() {
        insta::assert_snapshot!(life.name, calendar::of(&life));
    }
}

#[test]
fn the_page_shows_two_of_them_as_they_are() {
    let page = include_str!("../../../docs/a-year-with-tend.md");
    for life in lives().into_iter().filter(|life| ["busy", "alone"].contains(&life.name)) {
        let calendar = calendar::of(&life);
        assert!(
            page.contains(calendar.trim()),
            "docs/a-year-with-tend.md does not show {} as it is:\n{calendar}",
            life.name
        );
    }
}

#[test]
fn nobody_hears_more_than_they_wanted() {
    for life in lives() {
        for person in &year::lived(&life).people {
            let mut days = std::collections::BTreeMap::new();
            for rang in person.rang.iter().filter(|rang| !rang.kind.is_booked()) {
                *days.entry(rang.local.date()).or_insert(0) += 1;
            }
            assert!(days.values().all(|count| *count <= 1), "{}", life.name);
            let quiet = |rang: &year::Rang| !(8..21).contains(&rang.local.hour());
            assert!(!person.rang.iter().any(quiet), "{}", life.name);
        }
    }
}

#[test]
fn no_prompt_comes_again_within_its_rest() {
    for life in lives() {
        for person in &year::lived(&life).people {
            let shown: Vec<_> = person.prompts.iter().filter(|one| one.outcome == Outcome::Shown).collect();
            for (at, one) in shown.iter().enumerate() {
                let before = shown[..at].iter().rev().find(|other| other.prompt == one.prompt);
                let day = |one: &PromptOfDay| one.day.parse::<jiff::civil::Date>().unwrap();
                let rested = before.is_none_or(|last| day(one).duration_since(day(last)).as_hours() >= 60 * 24);
                assert!(rested, "{}: {} again on {}", life.name, one.prompt, one.day);
            }
        }
    }
}

/// The first fortnight of one person, as the app tells it.
#[test]
fn a_first_fortnight() {
    let life: Life = lives().into_iter().find(|life| life.name == "busy").unwrap();
    insta::assert_snapshot!("a_first_fortnight", calendar::fortnight(&life));
}
