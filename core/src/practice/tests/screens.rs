//! What decides whom something fits, and what the screens show.

use jiff::civil::date;

use super::*;
use crate::content::{Audience, Stage};

#[test]
fn a_person_on_a_path_for_one_is_alone_with_it() {
    let now = noon(date(2027, 1, 20));
    let audience = |paired, path: Option<&str>, apart| {
        let mut input = PracticeInput { paired, ..input(&now) };
        (input.settings.path, input.settings.apart) = (path.map(String::from), apart);
        (input.situation().audience, input.is_alone())
    };
    assert_eq!(audience(true, None, false), (Audience::Together, false));
    assert_eq!(audience(true, None, true), (Audience::Apart, false));
    assert_eq!(audience(true, Some("solo"), true), (Audience::Alone, true));
    assert_eq!(audience(false, None, true), (Audience::Alone, true));
}

#[test]
fn a_path_that_only_a_newer_version_knows_is_none_here() {
    let now = noon(date(2027, 1, 20));
    let mut input = input(&now);
    input.settings.path = Some("thirteen-weeks".into());
    assert_eq!((input.path().0, input.situation().stage), ("tools", Stage::Tools));
    assert!(view::paths(&input).iter().all(|path| path.chosen == (path.id == "tools")));
}

#[test]
fn what_one_did_and_what_both_did_count_by_their_last_day() {
    let practised = |last_on: &str| Practised { exercise: "fun-list".into(), last_on: last_on.into(), settled: 0 };
    let together = |day: &str| TogetherDone { exercise: "fun-list".into(), day: day.into() };
    let done = PracticeInput::done(
        &[practised("2027-01-03")],
        &[together("2027-01-09"), together("no day")],
        date(2027, 1, 20),
    );
    assert_eq!(done.into_iter().collect::<Vec<_>>(), [("fun-list".into(), date(2027, 1, 9))]);
}

#[test]
fn an_exercise_says_why_it_does_not_open_yet() {
    let now = noon(date(2027, 1, 20));
    let mut input = input(&now);
    let closed =
        |input: &PracticeInput<'_>| view::exercises(input).iter().filter(|one| one.opens_later.is_some()).count();
    assert!(closed(&input) > 0);
    input.done.insert("mirroring-practice".into(), date(2027, 1, 1));
    assert_eq!(closed(&input), 0, "any listening practice opens them");
    assert_eq!(view::exercise(&input, "mirroring-practice").unwrap().last_on.as_deref(), Some("2027-01-01"));
    assert_eq!(view::exercise(&input, "no such"), None);
}

#[test]
fn topics_are_the_lightest_first_and_change_from_day_to_day() {
    let (one, other) = (noon(date(2027, 1, 20)), noon(date(2027, 1, 21)));
    let (one, other) = (view::topics(&input(&one)), view::topics(&input(&other)));
    assert!(one.is_sorted_by_key(|topic| topic.depth));
    assert_ne!(one.first(), other.first());
}
