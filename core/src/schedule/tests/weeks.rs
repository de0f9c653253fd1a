use super::{
    super::{NotAllowed, ScheduleInput, ScheduleStatus, ScheduleWeekView, proposed, times, weeks},
    given::{at, free, slot},
    input::{Said, alone, evenings, paired, proposal},
    threads::{ANA, BEN, this_week},
};
use crate::{identity::IdentityId, records::RecordId};

/// A Monday.
const NOW: &str = "2026-11-23T09:00Z";

fn first(input: &ScheduleInput<'_>) -> ScheduleWeekView {
    weeks(input).swap_remove(0)
}

fn after(by: IdentityId, answer: Said) -> ScheduleWeekView {
    let proposals = vec![proposal(1, by, slot("2026-11-24T18:00Z", 30), answer)];
    first(&ScheduleInput { proposals, ..paired(NOW) })
}

#[test]
fn a_week_says_how_it_stands() {
    let named = |view: ScheduleWeekView| view.status.name();
    assert_eq!(named(first(&paired(NOW))), "nothing");
    assert_eq!(named(after(ANA, Said::Open)), "mine");
    assert_eq!(named(after(BEN, Said::Open)), "theirs");
    assert_eq!(named(after(BEN, Said::Accepted)), "agreed");
    assert_eq!(named(after(BEN, Said::Declined)), "quiet");
    let weeks = weeks(&paired(NOW)).into_iter().map(|view| view.week);
    assert_eq!(weeks.collect::<Vec<_>>(), [this_week(), this_week().next()]);
}

#[test]
fn what_waits_is_shown_until_its_time_has_come() {
    let waits = after(BEN, Said::Open).proposal.unwrap();
    assert_eq!((waits.id, waits.mine, waits.title.as_str()), (RecordId([1; 16]), false, "Hearing each other out"));
    let proposals = vec![proposal(1, BEN, slot("2026-11-23T09:00Z", 30), Said::Open)];
    let over = first(&ScheduleInput { proposals, ..paired(NOW) });
    assert_eq!((over.status, over.proposal), (ScheduleStatus::Nothing, None));
}

#[test]
fn what_is_agreed_has_its_exercise_and_nothing_else_is_offered() {
    let agreed = after(BEN, Said::Accepted);
    assert_eq!(agreed.exercise.as_deref(), Some("full-dialogue"));
    assert_eq!((agreed.offered, agreed.note), (vec![], None));
    let before = first(&paired(NOW));
    assert_eq!((before.exercise.as_deref(), before.offered.len()), (Some("five-minute-mirror"), 3));
}

#[test]
fn a_time_is_told_by_both_clocks_when_they_differ() {
    let partners = Some(free("Asia/Tokyo", &[3], &["03:00-05:00"]));
    let proposals = vec![proposal(1, BEN, slot("2026-11-24T18:00Z", 30), Said::Accepted)];
    let time = first(&ScheduleInput { proposals, partners, ..paired(NOW) }).agreed.unwrap();
    assert_eq!((time.minutes, time.local.to_string().as_str()), (30, "2026-11-24T19:00:00"));
    assert_eq!(time.in_words, "Tuesday, 24 November, 7:00 pm");
    assert_eq!(time.partners_in_words.as_deref(), Some("Wednesday, 25 November, 3:00 am"));
    assert_eq!(after(BEN, Said::Accepted).agreed.unwrap().partners_in_words, None);
}

#[test]
fn it_is_said_why_nothing_is_offered() {
    let note = |window| {
        let mine = Some(free("Europe/Berlin", &[5], &[window]));
        first(&ScheduleInput { mine, next_exercise: Some("of-a-later-version".into()), ..paired(NOW) }).note
    };
    assert_eq!(note("18:00-19:00"), None);
    let shorter = "You don’t have 30 minutes at the same time this week. A shorter one would fit.";
    assert_eq!(note("18:00-18:10").as_deref(), Some(shorter));
    assert!(note("08:00-09:00").unwrap().starts_with("Your free times don’t overlap"));
    assert!(after(BEN, Said::Declined).note.unwrap().starts_with("There’s nothing planned this week"));
}

#[test]
fn a_person_who_gives_times_is_told_who_sees_them() {
    assert_eq!(times(alone(NOW)).note, "These times stay with you.");
    let both = times(paired(NOW));
    assert!(both.note.contains("are visible to"), "{}", both.note);
    assert_eq!((both.mine, both.partners), (Some(evenings()), Some(evenings())));
}

#[test]
fn what_is_proposed_names_its_exercise_and_has_a_length_that_a_session_can_have() {
    let start = at("2026-11-24T18:00Z");
    let propose = |minutes, exercise| proposed(&paired(NOW), start, minutes, exercise);
    let next = propose(30, None).unwrap();
    assert_eq!((next.week, next.slot), (this_week(), slot("2026-11-24T18:00Z", 30)));
    assert_eq!((next.by, next.exercise.as_str(), next.together), (ANA, "five-minute-mirror", true));
    assert_eq!(propose(30, Some("full-dialogue")).unwrap().exercise, "full-dialogue");
    assert_eq!(propose(30, Some("juggling")), Err(NotAllowed::NotFound));
    for minutes in [0, 241, 65_566, u32::MAX] {
        assert_eq!(propose(minutes, None), Err(NotAllowed::SessionLength), "{minutes}");
    }
    let nothing_next = ScheduleInput { next_exercise: None, ..paired(NOW) };
    assert_eq!(proposed(&nothing_next, start, 30, None), Err(NotAllowed::NotFound));
    assert_eq!(proposed(&paired(NOW), at("2026-11-23T08:00Z"), 30, None), Err(NotAllowed::SlotPast));
}
