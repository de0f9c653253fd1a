use super::{
    super::{AppointmentReason, Proposal, ScheduleInput, Slot, appointment_reason, is_booked, offers},
    given::{free, slot},
    input::{Said, alone, paired, proposal},
    threads::{ANA, BEN},
};
use crate::card::{Card, CardKind};

/// A Monday.
const NOW: &str = "2026-11-23T09:00Z";

fn tuesday() -> Slot {
    slot("2026-11-24T18:00Z", 30)
}

fn with(proposals: &[Proposal], input: ScheduleInput<'static>) -> ScheduleInput<'static> {
    ScheduleInput { proposals: proposals.to_vec(), ..input }
}

fn kinds(input: &ScheduleInput<'_>) -> Vec<CardKind> {
    offers(input).iter().map(|card| card.kind).collect()
}

#[test]
fn an_appointment_is_on_the_first_screen_for_two_days() {
    let agreed = [proposal(1, ANA, tuesday(), Said::Accepted)];
    let [near, far, over] =
        ["2026-11-22T18:00Z", "2026-11-22T17:59Z", "2026-11-24T18:30Z"].map(|now| with(&agreed, paired(now)));
    assert_eq!((kinds(&near), is_booked(&near)), (vec![CardKind::Appointment], true));
    assert_eq!((kinds(&far), is_booked(&far)), (vec![], true));
    assert_eq!((kinds(&over), is_booked(&over)), (vec![], false));
}

#[test]
fn its_words_say_when_and_why_then() {
    let input = with(&[proposal(1, ANA, tuesday(), Said::Accepted)], paired(NOW));
    let card = Card {
        kind: CardKind::Appointment,
        title: "Hearing each other out".into(),
        text: "Tuesday, 24 November, 7:00 pm. You both said yes.".into(),
        reason: "Tuesdays work for you both.".into(),
        about: Some("full-dialogue".into()),
        run: None,
    };
    assert_eq!(offers(&input), [card]);
    let by_chance = ScheduleInput { partners: Some(free("Europe/Berlin", &[3], &["18:00-20:00"])), ..input.clone() };
    assert_eq!(offers(&by_chance)[0].reason, "You both agreed on it.");
    let alone = with(&[proposal(1, ANA, tuesday(), Said::Open)], alone(NOW));
    assert_eq!(offers(&alone)[0].reason, "Tuesdays work for you.");
    assert_eq!(offers(&alone)[0].text, "Tuesday, 24 November, 7:00 pm. This time is yours.");
}

#[test]
fn a_day_is_chosen_by_the_clock_of_the_person_who_chose_it() {
    let late = slot("2026-11-24T23:30Z", 30);
    let reason = |zone: &str| {
        let input = with(&[proposal(1, ANA, late, Said::Accepted)], paired(NOW));
        let input = ScheduleInput { partners: Some(free(zone, &[2], &["08:00-09:00"])), ..input };
        appointment_reason(&input, &input.appointments()[0])
    };
    assert_eq!(reason("Europe/London"), AppointmentReason::BothChoseTheDay);
    assert_eq!(reason("Europe/Berlin"), AppointmentReason::BothAgreed, "there it is Wednesday");
}

#[test]
fn the_partners_proposal_is_there_until_its_time_has_come() {
    let theirs = [proposal(1, BEN, tuesday(), Said::Open)];
    let [open, over] = [NOW, "2026-11-24T18:00Z"].map(|now| with(&theirs, paired(now)));
    assert_eq!((kinds(&open), is_booked(&open)), (vec![CardKind::Proposal], true));
    assert_eq!(
        offers(&open)[0].text.split_once('.').unwrap().0,
        "Does Tuesday, 24 November, 7:00 pm work for you? Yes, another time or no: all good answers"
    );
    assert_eq!((kinds(&over), is_booked(&over)), (vec![], false));
    let mine = with(&[proposal(1, ANA, tuesday(), Said::Open)], paired(NOW));
    assert_eq!((kinds(&mine), is_booked(&mine)), (vec![], false));
    let both =
        [proposal(1, ANA, tuesday(), Said::Accepted), proposal(2, BEN, slot("2026-12-01T18:00Z", 30), Said::Open)];
    assert_eq!(kinds(&with(&both, paired(NOW))), [CardKind::Appointment, CardKind::Proposal]);
}

#[test]
fn a_proposal_whose_time_has_come_hides_none_for_the_next_week() {
    let past = proposal(1, BEN, slot("2026-11-23T08:00Z", 30), Said::Open);
    let next = proposal(2, BEN, slot("2026-12-01T18:00Z", 30), Said::Open);
    assert_eq!(kinds(&with(std::slice::from_ref(&past), paired(NOW))), []);
    assert_eq!(kinds(&with(&[past, next], paired(NOW))), [CardKind::Proposal]);
}

#[test]
fn what_began_before_the_week_ended_is_not_over_with_it() {
    let night = proposal(1, ANA, slot("2026-11-22T23:30Z", 60), Said::Accepted);
    let at = |now| is_booked(&with(std::slice::from_ref(&night), paired(now)));
    assert_eq!((at("2026-11-23T00:10Z"), at("2026-11-23T00:30Z")), (true, false));
}
