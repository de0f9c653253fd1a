#![allow(clippy::unwrap_used)]

use super::*;
use crate::content::{Exercise, Phones, Turn, Who, catalogue};

const HOUR: i64 = 3600;

fn exercise(id: &str) -> &'static Exercise {
    &catalogue().exercises[id]
}

fn begin(id: &str, phones: Phones, first: bool) -> Run {
    Run::begin(id, exercise(id), None, phones, first, 0)
}

#[test]
fn every_exercise_is_walked_from_its_first_step_to_its_last() {
    for (id, exercise) in &catalogue().exercises {
        let variants = [None].into_iter().chain(exercise.variants.iter().map(|variant| Some(variant.as_str())));
        for variant in variants {
            for phones in &exercise.phones {
                let mut run = Run::begin(id, exercise, variant, *phones, true, 0);
                let mut steps = 1;
                run.now(exercise).unwrap();
                while !run.next(exercise, None, 1).unwrap() {
                    run.now(exercise).unwrap();
                    steps += 1;
                }
                assert_eq!(steps, exercise.way(variant).len(), "{id}");
                run.finish(exercise, 2, "2027-01-01".into()).unwrap();
                assert_eq!(run.next(exercise, None, 3), Err(RunRefusal::Over));
            }
        }
    }
}

#[test]
fn in_the_second_round_the_other_one_speaks() {
    let exercise = exercise("mirroring-practice");
    let mut run = begin("mirroring-practice", Phones::Two, true);
    let mut speakers = Vec::new();
    loop {
        let now = run.now(exercise).unwrap();
        if now.step.turn == Turn::Sender {
            speakers.push(now.speaker);
        }
        if run.next(exercise, None, 1).unwrap() {
            break;
        }
    }
    let half = speakers.len() / 2;
    assert!(half > 0 && speakers[..half].iter().all(|speaker| *speaker == Speaker::Me));
    assert!(speakers[half..].iter().all(|speaker| *speaker == Speaker::Partner));
}

#[test]
fn one_phone_is_handed_over_where_the_turn_changes_and_takes_no_words() {
    for (id, exercise) in catalogue().exercises.iter().filter(|(_, one)| one.who != Who::Alone) {
        for phones in &exercise.phones {
            let mut run = Run::begin(id, exercise, None, *phones, true, 0);
            let mut holder = Speaker::Me;
            loop {
                let now = run.now(exercise).unwrap();
                let holds = if now.speaker == Speaker::Partner { Speaker::Partner } else { Speaker::Me };
                assert_eq!(now.hand_over, *phones == Phones::One && holds != holder, "{id}");
                assert_eq!(now.writes, *phones == Phones::Two && now.step.words.is_some(), "{id}");
                holder = holds;
                if run.next(exercise, None, 1).unwrap() {
                    break;
                }
            }
        }
    }
}

#[test]
fn it_can_be_left_at_any_step_and_no_reason_is_asked() {
    let exercise = exercise("full-dialogue");
    for steps in 0..exercise.way(None).len() {
        let mut run = begin("full-dialogue", Phones::Two, false);
        for _ in 0..steps {
            run.next(exercise, None, 1).unwrap();
        }
        run.let_go(2).unwrap();
        assert_eq!(run.go_on(exercise, 3), Err(RunRefusal::Over));
    }
}

#[test]
fn it_is_taken_up_within_its_time_and_begins_anew_after() {
    let exercise = exercise("relationship-vision");
    let hours = i64::from(exercise.resume_within_hours.unwrap());
    let mut run = begin("relationship-vision", Phones::Two, true);
    run.next(exercise, None, HOUR).unwrap();
    run.pause(exercise, 2 * HOUR).unwrap();
    assert_eq!(run.status, RunStatus::Paused);
    let mut late = run.clone();
    run.go_on(exercise, (2 + hours) * HOUR).unwrap();
    assert_eq!((run.status, run.step), (RunStatus::Running, 1));
    assert_eq!(late.go_on(exercise, (2 + hours) * HOUR + 1), Err(RunRefusal::TooOld));
    late.let_go((3 + hours) * HOUR).unwrap();
}

#[test]
fn what_is_done_in_one_go_is_not_paused() {
    let id = catalogue().exercises.iter().find(|(_, one)| one.resume_within_hours.is_none()).unwrap().0;
    let mut run = begin(id, exercise(id).phones[0], true);
    assert_eq!(run.pause(exercise(id), 1), Err(RunRefusal::NotPausable));
    assert!(run.is_open(exercise(id), 5 * HOUR), "an evening is left to it");
    assert!(!run.is_open(exercise(id), 7 * HOUR));
}

#[test]
fn a_changed_exercise_begins_anew() {
    let mut changed = exercise("full-dialogue").clone();
    changed.version += 1;
    let mut run = begin("full-dialogue", Phones::Two, true);
    assert_eq!(run.next(&changed, None, 1), Err(RunRefusal::TooOld));
}

#[test]
fn a_clock_that_was_set_back_takes_nothing_away() {
    let exercise = exercise("full-dialogue");
    let mut run = Run::begin("full-dialogue", exercise, None, Phones::Two, true, 1_000_000);
    assert_eq!(run.next(exercise, None, 5), Ok(false));
    assert_eq!(run.back(exercise, None, 4), Ok(()));
    assert_eq!(run.back(exercise, None, 4), Err(RunRefusal::NoStep));
}

#[test]
fn a_run_begins_only_as_its_exercise_allows() {
    let none = std::collections::BTreeMap::new();
    let begun = |id, variant, phones| super::begin(id, variant, phones, true, &none, 0).map(|run| run.exercise);
    assert_eq!(begun("mirroring-practice", None, Phones::Two), Ok("mirroring-practice".into()));
    assert_eq!(begun("no such", None, Phones::Two), Err(RunRefusal::NotFound));
    assert_eq!(begun("mirroring-practice", Some("no such"), Phones::Two), Err(RunRefusal::NotFound));
    let (id, later) = catalogue().exercises.iter().find(|(_, one)| one.frustration).unwrap();
    assert_eq!(begun(id, None, later.phones[0]), Err(RunRefusal::OpensLater));
    let listened = [("mirroring-practice".to_owned(), jiff::civil::date(2027, 1, 1))].into();
    assert!(super::begin(id, None, later.phones[0], true, &listened, 0).is_ok());
}

#[test]
fn how_it_felt_is_said_once_it_is_done_and_on_its_scale() {
    let mut run = begin("mirroring-practice", Phones::Two, true);
    assert_eq!(felt(run.clone(), 5), Err(RunRefusal::NotFound));
    run.finish(exercise("mirroring-practice"), 1, "2027-01-01".into()).unwrap();
    assert_eq!(felt(run, 10).map(|run| run.feeling), Ok(Some(10)));
    assert_eq!(
        (on_scale(10), on_scale(11), on_scale(256)),
        (Ok(10), Err(RunRefusal::NotOnScale), Err(RunRefusal::NotOnScale))
    );
}

#[test]
fn only_what_is_meant_for_both_is_given_and_its_author_takes_it_back() {
    use crate::content::StepWords;
    let of = |words| {
        let all = catalogue().exercises.values();
        all.flat_map(|one| one.steps.iter().map(move |step| (one, step))).find(|(_, step)| step.words == words).unwrap()
    };
    for (words, allowed) in [
        (Some(StepWords::Share), Ok(())),
        (Some(StepWords::Private), Err(RunRefusal::OnlyYours)),
        (None, Err(RunRefusal::OnlyYours)),
    ] {
        let (exercise, step) = of(words);
        assert_eq!(may_release(exercise, &step.id), allowed);
        assert_eq!(may_release(exercise, "no such"), Err(RunRefusal::NotFound));
    }
    let me = crate::identity::IdentityId::from_bytes([1; 32]);
    let words = |author| crate::records::Found {
        id: crate::records::RecordId([1; 16]),
        origin: crate::records::Origin { author, nonce: [1; 16], number: 1 },
        value: SharedWords {
            exercise: "fun-list".into(),
            step: "write".into(),
            text: "dancing".into(),
            released_on: "2027-01-01".into(),
        },
        conflicts: Default::default(),
        version: Default::default(),
        revived: false,
    };
    let them = crate::identity::IdentityId::from_bytes([2; 32]);
    assert_eq!((may_take_back(&words(me), me), may_take_back(&words(them), me)), (Ok(()), Err(RunRefusal::NotYours)));
}

#[test]
fn what_one_does_alone_is_told_nobody() {
    let day = jiff::civil::date(2027, 1, 1);
    for (id, exercise) in &catalogue().exercises {
        let run = Run::begin(id, exercise, None, exercise.phones[0], true, 0);
        assert_eq!(together(exercise, &run, day).is_none(), exercise.who == Who::Alone, "{id}");
    }
}

#[test]
fn the_runs_that_can_be_gone_on_with_come_with_the_latest_first() {
    let found = |id, run| crate::records::Found {
        id: crate::records::RecordId([id; 16]),
        origin: crate::records::Origin {
            author: crate::identity::IdentityId::from_bytes([1; 32]),
            nonce: [id; 16],
            number: 1,
        },
        value: run,
        conflicts: Default::default(),
        version: Default::default(),
        revived: false,
    };
    let at = |touched_at| Run { touched_at, ..begin("mirroring-practice", Phones::Two, true) };
    let unknown = Run { exercise: "of a newer version".into(), ..at(90) };
    let over = Run { status: RunStatus::LetGo, ..at(95) };
    let all = vec![found(1, at(10)), found(2, at(80)), found(3, unknown), found(4, over)];
    let open: Vec<u8> = open(all, 100).iter().map(|found| found.id.0[0]).collect();
    assert_eq!(open, [2, 1]);
}
