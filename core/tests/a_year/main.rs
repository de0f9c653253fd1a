//! A year with Tend, for eight kinds of couple and one person alone: habits under a seed, and everything else as the core decides it.
//! What they lived through is printed as a calendar and compared with the snapshot beside it; two of them are in
//! `docs/a-year-with-tend.md`.

#![allow(clippy::unwrap_used)]

mod calendar;
mod couples;
mod year;

use couples::{Life, lives};

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
            for rang in person.rang.iter().filter(|rang| rang.routine) {
                *days.entry(rang.local.date()).or_insert(0) += 1;
            }
            assert!(days.values().all(|count| *count <= 1), "{}", life.name);
            let wanted = tend_core::nudges::Preferences::default();
            let day = wanted.quiet_until..wanted.quiet_from;
            assert!(person.rang.iter().all(|rang| day.contains(&rang.local.time())), "{}", life.name);
        }
    }
}

#[test]
fn no_prompt_comes_again_within_its_rest() {
    for life in lives() {
        for person in &year::lived(&life).people {
            for (at, (day, prompt)) in person.prompts.iter().enumerate() {
                let before = person.prompts[..at].iter().rev().find(|(_, one)| one == prompt);
                let rested = before.is_none_or(|(last, _)| day.duration_since(*last).as_hours() >= 60 * 24);
                assert!(rested, "{}: {prompt} again on {day}", life.name);
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
