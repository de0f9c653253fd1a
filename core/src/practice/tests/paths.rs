use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::date};

use super::super::*;
use crate::content::{Exercise, Stage, catalogue};

#[test]
fn every_exercise_of_a_path_is_reached_in_its_order() {
    for (id, path) in &catalogue().paths {
        let mut done = BTreeMap::new();
        let mut reached = Vec::new();
        while let Some(place) = next_place(catalogue(), path, &done, path.stage == Stage::Solo) {
            let day = date(2027, 1, 1).checked_add((7 * reached.len() as i64).days()).unwrap();
            assert_eq!(done.insert(place.exercise.clone(), day), None, "{id}: {} comes again", place.exercise);
            reached.push(place.exercise);
        }
        let anchors: Vec<_> = path.weeks.iter().map(|week| week.anchor.clone()).collect();
        assert_eq!(reached, anchors, "{id}");
    }
}

#[test]
fn every_exercise_is_on_a_path_or_found_by_looking() {
    let on_paths: BTreeSet<&String> = catalogue()
        .paths
        .values()
        .flat_map(|path| &path.weeks)
        .flat_map(|week| [&week.anchor].into_iter().chain(&week.also))
        .collect();
    let left: Vec<_> = catalogue().exercises.keys().filter(|id| !on_paths.contains(id)).collect();
    // These wait for who looks for them: deep, on a frustration, or optional.
    for id in left {
        let exercise = &catalogue().exercises[id];
        let waits = exercise.optional || exercise.frustration || exercise.risk > crate::content::Risk::Low;
        assert!(waits, "{id} is on no path");
    }
}

#[test]
fn nothing_piles_up_while_somebody_is_away() {
    let path = &catalogue().paths["twelve-weeks"];
    let done: BTreeMap<_, _> = [("safety-and-intentions".to_owned(), date(2020, 1, 1))].into();
    let next = next_place(catalogue(), path, &done, false).unwrap();
    assert_eq!((next.week, next.exercise.as_str()), (2, "appreciation-dialogue"));
}

#[test]
fn work_on_a_frustration_opens_with_any_listening() {
    let request = &catalogue().exercises["a-request-as-a-gift"];
    assert!(request.frustration);
    let done = |id: &str| BTreeMap::from([(id.to_owned(), date(2027, 1, 1))]);
    assert!(!is_open(catalogue(), request, &BTreeMap::new()));
    assert!(!is_open(catalogue(), request, &done("fun-list")));
    assert!(is_open(catalogue(), request, &done("mirroring-practice")));
    let closed = |exercise: &Exercise| !is_open(catalogue(), exercise, &BTreeMap::new());
    assert!(catalogue().exercises.values().filter(|one| closed(one)).all(|one| one.frustration), "no other lock");
}

#[test]
fn listening_is_taken_up_again_after_ever_longer_rests() {
    let day = date(2027, 1, 1);
    let mut practised: Option<Practised> = None;
    let (mut on, mut rests) = (day, Vec::new());
    for _ in 0..6 {
        let now = Practised::again(practised.as_ref(), "mirroring-practice", on);
        let due = |later: i64| {
            let then = on.checked_add(later.days()).unwrap();
            rehearsal_due(catalogue(), std::slice::from_ref(&now), then, false, Stage::Default).is_some()
        };
        let rest = (0..200).find(|later| due(*later)).unwrap();
        rests.push(rest);
        on = on.checked_add(rest.days()).unwrap();
        practised = Some(now);
    }
    assert_eq!(rests, [3, 7, 14, 30, 60, 90]);
}

#[test]
fn twice_on_one_day_settles_once() {
    let day = date(2027, 1, 1);
    let once = Practised::again(None, "mirroring-practice", day);
    assert_eq!(Practised::again(Some(&once), "mirroring-practice", day).settled, 0);
}

#[test]
fn who_is_alone_is_offered_nothing_for_two() {
    let practised = [Practised { exercise: "mirroring-practice".into(), last_on: "2020-01-01".into(), settled: 0 }];
    assert_eq!(rehearsal_due(catalogue(), &practised, date(2027, 1, 1), true, Stage::Solo), None);
    let path = &catalogue().paths["twelve-weeks"];
    assert_eq!(
        next_place(catalogue(), path, &BTreeMap::new(), true).map(|place| place.exercise),
        None.or(path
            .weeks
            .iter()
            .map(|week| &week.anchor)
            .find(|id| catalogue().exercises[*id].who == crate::content::Who::Alone
                && is_open(catalogue(), &catalogue().exercises[*id], &BTreeMap::new()))
            .cloned())
    );
}

#[test]
fn whoever_is_through_a_path_has_a_change_and_nothing_within_its_rest() {
    let path = &catalogue().paths["twelve-weeks"];
    let mut done: BTreeMap<String, jiff::civil::Date> =
        path.weeks.iter().map(|week| (week.anchor.clone(), date(2026, 12, 1))).collect();
    let mut taken = Vec::new();
    for week in 0..40 {
        let day = date(2027, 1, 1).checked_add((7 * week as i64).days()).unwrap();
        let Some(id) = again(catalogue(), path, &done, day, false) else { continue };
        let rest = i64::from(catalogue().exercises[&id].rest_days);
        let last = done.insert(id.clone(), day);
        assert!(last.is_none_or(|last| day.duration_since(last).as_hours() / 24 >= rest), "{id} again on {day}");
        taken.push(id);
    }
    let different: BTreeSet<_> = taken.iter().collect();
    assert!(different.len() > 10, "{different:?}");
    assert!(taken.windows(2).all(|two| two[0] != two[1]));
}

#[test]
fn nothing_rests_until_a_date_that_a_wrong_clock_noted() {
    let (day, wrong) = (date(2027, 1, 1), date(2028, 1, 1));
    let one = Practised { exercise: "mirroring-practice".into(), last_on: wrong.to_string(), settled: 5 };
    let due =
        |one: &Practised| rehearsal_due(catalogue(), std::slice::from_ref(one), day, false, Stage::Default).is_some();
    assert!(due(&one));
    assert!(!due(&Practised { last_on: "2027-01-02".into(), ..one }), "tomorrow is another place's today");
    let path = &catalogue().paths["twelve-weeks"];
    let all = path.weeks.iter().flat_map(|week| [&week.anchor].into_iter().chain(&week.also));
    let done: BTreeMap<_, _> = all.map(|id| (id.clone(), wrong)).collect();
    assert!(again(catalogue(), path, &done, day, false).is_some());
}

#[test]
fn of_two_dates_the_one_that_is_not_ahead_counts() {
    let practised = |on: &str| [Practised { exercise: "fun-list".into(), last_on: on.into(), settled: 0 }];
    let together = |on: &str| [TogetherDone { exercise: "fun-list".into(), day: on.into() }];
    let done = |mine: &str, ours: &str| {
        PracticeInput::done(&practised(mine), &together(ours), date(2027, 1, 5))["fun-list"].to_string()
    };
    assert_eq!(done("2027-01-01", "2028-01-01"), "2027-01-01");
    assert_eq!(done("2028-01-01", "2027-01-01"), "2027-01-01");
    assert_eq!(done("2027-01-01", "2027-01-04"), "2027-01-04");
    assert_eq!(done("2028-01-01", "2029-01-01"), "2029-01-01", "done it was, nobody knows when");
}

#[test]
fn what_has_rested_is_offered_on_that_very_day() {
    let path = &catalogue().paths["twelve-weeks"];
    let all = path.weeks.iter().flat_map(|week| [&week.anchor].into_iter().chain(&week.also));
    let day = date(2027, 1, 1);
    let done: BTreeMap<_, _> = all.map(|id| (id.clone(), day)).collect();
    let first = done.keys().filter(|id| catalogue().exercises[*id].cadence != crate::content::Cadence::Once);
    let first = first.map(|id| i64::from(catalogue().exercises[id].rest_days)).min().unwrap();
    assert!(first > 0);
    let at = |days: i64| again(catalogue(), path, &done, day.checked_add(days.days()).unwrap(), false);
    assert_eq!((at(first - 1).is_some(), at(first).is_some()), (false, true));
}

#[test]
fn nothing_is_rehearsed_before_its_own_rest_is_over() {
    let day = date(2027, 1, 1);
    let listening = catalogue().exercises.iter().filter(|(_, exercise)| exercise.is_listening());
    let mut longer = 0;
    for (id, exercise) in listening {
        let rest = i64::from(exercise.rest_days).max(3);
        longer += i64::from(rest > 3);
        let one = [Practised { exercise: id.clone(), last_on: day.to_string(), settled: 0 }];
        let due = |later: i64| {
            let then = day.checked_add(later.days()).unwrap();
            rehearsal_due(catalogue(), &one, then, false, Stage::Default).is_some()
        };
        assert_eq!((due(rest - 1), due(rest)), (false, true), "{id}");
    }
    assert!(longer > 1, "some rest longer than the first rehearsal waits");
}
