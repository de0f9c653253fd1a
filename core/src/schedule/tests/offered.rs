use super::{
    super::{
        Amount, Availability, ScheduleInput, Slot,
        offered::{Offered, offered},
    },
    given::{free, slot},
    input::{Said, alone, evenings, paired, proposal},
    threads::{ANA, BEN, this_week},
};

const NOW: &str = "2026-11-23T09:00Z";

fn times(input: &ScheduleInput<'_>) -> Vec<Slot> {
    let Offered::Times(times) = offered(input, this_week()) else { panic!("{:?}", offered(input, this_week())) };
    times
}

#[test]
fn nothing_is_offered_before_everybody_said_when_they_have_time() {
    assert_eq!(offered(&alone(NOW), this_week()), Offered::Nothing);
    assert_eq!(times(&ScheduleInput { mine: Some(evenings()), ..alone(NOW) }).len(), 3);
    assert_eq!(offered(&ScheduleInput { partners: None, ..paired(NOW) }, this_week()), Offered::Nothing);
    assert_eq!(offered(&ScheduleInput { mine: None, ..paired(NOW) }, this_week()), Offered::Nothing);
    assert_eq!(times(&paired(NOW)).len(), 3);
}

#[test]
fn nothing_is_offered_once_it_is_agreed_or_declined() {
    let tuesday = slot("2026-11-24T18:00Z", 30);
    let after = |answer| {
        offered(&ScheduleInput { proposals: vec![proposal(1, ANA, tuesday, answer)], ..paired(NOW) }, this_week())
    };
    assert_eq!(after(Said::Accepted), Offered::Nothing);
    assert_eq!(after(Said::Declined), Offered::Quiet);
    assert!(matches!(after(Said::Open), Offered::Times(_)), "another time may be proposed");
}

#[test]
fn anyone_who_wants_little_is_offered_every_second_week() {
    let last_week = proposal(1, ANA, slot("2026-11-17T18:00Z", 30), Said::Accepted);
    let light = Some(Availability { amount: Amount::Light, ..evenings() });
    let input = ScheduleInput { proposals: vec![last_week], partners: light, ..paired(NOW) };
    assert_eq!(offered(&input, this_week()), Offered::Quiet);
    assert!(matches!(offered(&input, this_week().next()), Offered::Times(_)));
    assert_eq!(times(&ScheduleInput { partners: Some(evenings()), ..input }).len(), 3);
}

#[test]
fn a_time_is_as_long_as_the_exercise_and_not_longer_than_is_wanted() {
    let minutes = |exercise: &str, amount| {
        let input = ScheduleInput { next_exercise: Some(exercise.into()), ..alone(NOW) };
        times(&ScheduleInput { mine: Some(Availability { amount, ..evenings() }), ..input })[0].minutes
    };
    let whole = minutes("full-dialogue", Amount::Deep);
    assert!(whole > 30, "{whole}");
    assert_eq!(minutes("full-dialogue", Amount::Light), 30);
    assert_eq!(minutes("of-a-later-version", Amount::Steady), 30);
}

#[test]
fn it_is_said_whether_a_shorter_session_has_room() {
    let of = |window| ScheduleInput {
        mine: Some(free("Europe/Berlin", &[5], &[window])),
        next_exercise: Some("of-a-later-version".into()),
        ..alone(NOW)
    };
    assert!(matches!(offered(&of("18:00-18:30"), this_week()), Offered::Times(_)));
    assert_eq!(offered(&of("18:00-18:10"), this_week()), Offered::Shorter(30));
    assert_eq!(offered(&of("18:00-18:05"), this_week()), Offered::NoTime);
    let waits = vec![proposal(1, ANA, slot("2026-11-27T20:00Z", 30), Said::Open)];
    let input = ScheduleInput { paired: true, partners: Some(evenings()), proposals: waits, ..of("08:00-09:00") };
    assert_eq!(offered(&input, this_week()), Offered::Nothing, "the proposal is there to be answered");
}

#[test]
fn no_time_is_offered_that_what_is_agreed_reaches_into() {
    let mut night = free("UTC", &[7], &["23:00-00:00"]);
    night.windows.extend(free("UTC", &[1], &["00:00-02:00"]).windows);
    let input = ScheduleInput { mine: Some(night), next_exercise: Some("of-a-later-version".into()), ..alone(NOW) };
    // From Sunday night to half past midnight: it belongs to the week before.
    let sunday = slot("2026-11-29T23:30Z", 60);
    let of_the_next = |input| match offered(&input, this_week().next()) {
        Offered::Times(times) => times,
        other => panic!("{other:?}"),
    };
    assert_eq!(of_the_next(input.clone())[0], slot("2026-11-30T00:00Z", 30));
    for answer in [Said::Accepted, Said::Open] {
        let taken = ScheduleInput { proposals: vec![proposal(1, ANA, sunday, answer)], ..input.clone() };
        let times = of_the_next(taken);
        assert!(times[0].at >= sunday.end(), "{times:?}");
    }
}

#[test]
fn what_waits_is_not_offered_again() {
    let before = times(&paired(NOW));
    let waits = |at| ScheduleInput { proposals: vec![proposal(1, BEN, at, Said::Open)], ..paired(NOW) };
    for taken in &before {
        let after = times(&waits(*taken));
        assert!(after.len() == 3 && !after.iter().any(|one| one.overlaps(*taken)), "{taken:?}: {after:?}");
    }
}
