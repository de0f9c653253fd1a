//! Weeks and sessions by the clocks of places far from UTC, and people on a journey.

use jiff::ZonedDateTime;

use super::{
    super::{
        NotAllowed, Proposal, Reply, ScheduleInput, ScheduleStatus, Slot, WeekStatus, answered, appointments,
        availability::zone, called_off_in, is_booked, is_elsewhere, kept, offers, proposed, times, week_status, weeks,
    },
    given::{ZONES, at, free, slot, week},
    input::{Said, alone, paired, proposal},
    threads::{ANA, BEN},
};
use crate::{card::CardKind, records::RecordId};

const ALL: [u8; 7] = [1, 2, 3, 4, 5, 6, 7];

/// Somebody alone in a zone, who has time on all days.
fn alone_in(name: &str, now: &str) -> ScheduleInput<'static> {
    let now = ZonedDateTime::new(at(now), zone(name).unwrap());
    let mine = Some(free(name, &ALL, &["00:00-00:00"]));
    ScheduleInput { now: Box::leak(Box::new(now)), mine, ..alone("2026-11-23T09:00Z") }
}

fn propose(input: &mut ScheduleInput<'_>, slot: Slot) -> Result<Proposal, NotAllowed> {
    let id = RecordId([u8::try_from(input.proposals.len()).unwrap() + 1; 16]);
    let new = Proposal { id, ..proposed(input, slot.at, slot.minutes.into(), None)? };
    input.proposals.push(new.clone());
    Ok(new)
}

#[test]
fn a_week_of_one_place_has_one_session_however_far_from_utc() {
    for name in ZONES.into_iter().chain(["Pacific/Niue", "Asia/Seoul", "Asia/Manila"]) {
        let zone = zone(name).unwrap();
        let monday = week("2026-W49").start(&zone);
        for minutes in [30, 8 * 60 + 30, 13 * 60, 6 * 24 * 60 + 23 * 60] {
            let mut input = alone_in(name, "2026-11-27T00:00Z");
            let first = Slot { at: monday + jiff::SignedDuration::from_mins(minutes), minutes: 60 };
            assert_eq!(propose(&mut input, first).unwrap().week, week("2026-W49"), "{name}");
            let views = weeks(&input);
            let seen: Vec<_> = views.iter().map(|view| (view.week.to_string(), view.status)).collect();
            let expected =
                [("2026-W48".to_owned(), ScheduleStatus::Nothing), ("2026-W49".to_owned(), ScheduleStatus::Agreed)];
            assert_eq!(seen, expected, "{name}");
            assert!(views[0].offered.iter().all(|time| time.at < monday) && views[1].offered.is_empty(), "{name}");
            let later = Slot { at: first.at + jiff::SignedDuration::from_mins(30), minutes: 60 };
            propose(&mut input, later).unwrap();
            let slots: Vec<_> = input.appointments().into_iter().map(|one| one.slot).collect();
            assert_eq!(slots, [later], "{name}: a person alone moves it");
        }
    }
}

#[test]
fn no_session_begins_while_another_goes_on_over_the_end_of_the_week() {
    for name in ZONES {
        let mut input = alone_in(name, "2026-11-27T00:00Z");
        let end = week("2026-W48").end(&zone(name).unwrap());
        let from_the_end = |minutes| end + jiff::SignedDuration::from_mins(minutes);
        propose(&mut input, Slot { at: from_the_end(-30), minutes: 60 }).unwrap();
        let next = |minutes| Slot { at: from_the_end(minutes), minutes: 45 };
        assert!(weeks(&input)[1].offered.iter().all(|time| time.at >= from_the_end(30)), "{name}");
        assert_eq!(propose(&mut input, next(15)), Err(NotAllowed::SlotTaken), "{name}");
        assert!(propose(&mut input, next(30)).is_ok(), "{name}");
    }
}

#[test]
fn of_two_that_were_agreed_at_once_the_week_before_has_the_time() {
    let sunday = proposal(1, ANA, slot("2026-11-29T23:30Z", 60), Said::Open);
    let monday = proposal(2, BEN, slot("2026-11-30T00:15Z", 30), Said::Open);
    let both = [sunday.clone(), monday.clone()];
    let now = at("2026-11-27T00:00Z");
    let accept = |all: &[Proposal], number, me| answered(all, RecordId([number; 16]), me, Reply::Accept, now);
    // Each accepts the other's before they hear of it.
    let agreed = [accept(&both, 1, BEN).unwrap(), accept(&both, 2, ANA).unwrap()];
    for me in [ANA, BEN] {
        assert_eq!(week_status(&agreed, week("2026-W49"), me, true), WeekStatus::Nothing);
        let slots: Vec<_> = appointments(&agreed, me, true, now).into_iter().map(|one| one.slot).collect();
        assert_eq!(slots, [sunday.slot]);
    }
    assert_eq!(accept(&[agreed[0].clone(), monday], 2, ANA), Err(NotAllowed::SlotTaken));
    let off = ScheduleInput { proposals: agreed.to_vec(), ..paired("2026-11-27T00:00Z") };
    let off = called_off_in(&off, week("2026-W49")).unwrap();
    assert_eq!(off[0].id, sunday.id, "in Berlin it is on Monday");
    let left = [off[0].clone(), agreed[1].clone()];
    assert!(matches!(week_status(&left, week("2026-W49"), ANA, true), WeekStatus::Agreed(_)));
}

#[test]
fn what_is_weeks_ahead_is_seen_and_answered() {
    let ahead = proposal(1, BEN, slot("2027-11-28T18:00Z", 30), Said::Open);
    let input = ScheduleInput { proposals: vec![ahead.clone()], ..paired("2026-11-23T09:00Z") };
    let last = weeks(&input).pop().unwrap();
    assert_eq!((last.week, last.status), (week("2027-W47"), ScheduleStatus::Theirs));
    assert_eq!(last.proposal.map(|one| one.id), Some(ahead.id));
    assert_eq!(offers(&input)[0].kind, CardKind::Proposal);
    let yes = answered(&input.proposals, ahead.id, ANA, Reply::Accept, input.now.timestamp()).unwrap();
    let input = ScheduleInput { proposals: vec![yes], ..input };
    assert_eq!(weeks(&input).pop().unwrap().status, ScheduleStatus::Agreed);
    assert!(!is_booked(&input), "the path goes on until then");
}

#[test]
fn two_far_from_each_other_propose_the_same_time_for_one_week() {
    let (tokyo, honolulu) =
        (free("Asia/Tokyo", &[1], &["08:00-12:00"]), free("Pacific/Honolulu", &[7], &["12:00-17:00"]));
    let of = |me, name: &str, mine: &_, partners: &_| ScheduleInput {
        me,
        paired: true,
        mine: Some(Clone::clone(mine)),
        partners: Some(Clone::clone(partners)),
        ..alone_in(name, "2026-11-27T00:00Z")
    };
    let ana = of(ANA, "Asia/Tokyo", &tokyo, &honolulu);
    let ben = of(BEN, "Pacific/Honolulu", &honolulu, &tokyo);
    let offered = |input: &ScheduleInput<'_>| {
        let times =
            weeks(input).into_iter().flat_map(|view| view.offered.into_iter().map(move |time| (view.week, time.at)));
        times.collect::<Vec<_>>()
    };
    let (anas, bens) = (offered(&ana), offered(&ben));
    assert!(!anas.is_empty() && anas.iter().all(|(of, _)| *of == week("2026-W49")));
    // For Ben the same times are on Sunday, the last day of this week; and one week more of them is near.
    assert!(anas.iter().all(|(_, at)| bens.contains(&(week("2026-W48"), *at))), "{anas:?} {bens:?}");
    let one = |input: &ScheduleInput<'_>, number: u8| {
        let id = RecordId([number; 16]);
        Proposal { id, order: Some((1, number.into())), ..proposed(input, anas[0].1, 30, None).unwrap() }
    };
    let both = vec![one(&ana, 1), one(&ben, 2)];
    assert_eq!(both[0].week, both[1].week);
    for input in [ana, ben] {
        let input = ScheduleInput { proposals: both.clone(), ..input };
        assert_eq!(input.appointments().len(), 1, "the same time is an agreement");
        let view = weeks(&input).into_iter().find(|view| view.status == ScheduleStatus::Agreed).unwrap();
        assert_eq!(called_off_in(&input, view.week).unwrap().len(), 2);
    }
}

#[test]
fn on_a_journey_it_is_asked_whether_the_times_still_hold() {
    let here = |name: &str, now: &str| ZonedDateTime::new(at(now), zone(name).unwrap());
    let berlin = free("Europe/Berlin", &[7], &["18:00-21:00"]);
    let elsewhere = |name, now| is_elsewhere(&berlin, &here(name, now));
    assert!(elsewhere("America/New_York", "2026-11-27T00:00Z") && elsewhere("Europe/London", "2026-11-27T00:00Z"));
    for same in ["Europe/Berlin", "Europe/Vienna", "Europe/Madrid", "Africa/Lagos"] {
        assert!(!elsewhere(same, "2026-11-27T00:00Z"), "{same}");
    }
    assert!(elsewhere("Africa/Lagos", "2027-03-20T00:00Z"), "from next week on");
    let there = here("America/New_York", "2026-11-27T00:00Z");
    let input = ScheduleInput { now: &there, mine: Some(berlin.clone()), ..paired("2026-11-27T00:00Z") };
    assert_eq!(offers(&input).into_iter().map(|card| card.kind).collect::<Vec<_>>(), [CardKind::Times]);
    assert!(times(input.clone()).question.unwrap().contains("Berlin"));
    let answered = ScheduleInput { kept: Some(kept(&berlin, &there)), ..input.clone() };
    assert_eq!((offers(&answered), times(answered).question), (vec![], None));
    let further = here("Asia/Tokyo", "2026-11-27T00:00Z");
    let asked = ScheduleInput { kept: Some(kept(&berlin, &there)), now: &further, ..input };
    assert!(times(asked).question.is_some(), "it is another place");
}

#[test]
fn no_hour_is_told_of_a_partner_who_is_elsewhere() {
    let agreed = vec![proposal(1, BEN, slot("2026-11-24T18:00Z", 30), Said::Accepted)];
    let partners = Some(free("Asia/Tokyo", &[3], &["03:00-05:00"]));
    let input = ScheduleInput { proposals: agreed, partners, ..paired("2026-11-23T09:00Z") };
    let told = |input: &ScheduleInput<'_>| weeks(input)[0].agreed.clone().unwrap().partners_in_words;
    assert!(told(&input).is_some() && times(input.clone()).partners_note.is_none());
    let away = ScheduleInput { partners_elsewhere: true, ..input };
    assert!(told(&away).is_none() && times(away).partners_note.is_some());
}

#[test]
fn clocks_at_the_ends_of_time_do_no_harm() {
    for name in ["Pacific/Kiritimati", "UTC", "Pacific/Niue"] {
        for now in ["-009999-01-03T00:00Z", "1969-12-20T00:00Z", "9999-12-28T00:00Z"] {
            let mut input = alone_in(name, now);
            let soon = Slot { at: input.now.timestamp() + jiff::SignedDuration::from_hours(1), minutes: 30 };
            let made = propose(&mut input, soon);
            assert!(made.is_ok() || made == Err(NotAllowed::SlotOutsideWeek), "{name} {now} {made:?}");
            let _ = (weeks(&input), offers(&input), times(input.clone()), called_off_in(&input, week("1970-W01")));
        }
    }
}
