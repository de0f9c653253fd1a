//! What the schedule has for the first screen.

use jiff::Timestamp;

use super::{Appointment, Proposal, ScheduleInput, journey};
use crate::card::{Card, CardKind};

/// Hours before an appointment from which on it is on the first screen.
const APPOINTMENT_HOURS: i32 = 48;

/// Why an appointment is when it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppointmentReason {
    /// Both have given windows on that day of the week.
    BothChoseTheDay,
    /// Both said yes to it.
    BothAgreed,
    /// A person alone chose it.
    Alone,
}

/// What the schedule offers for the first screen: the next appointment, when it is near, what the partner proposes, and after a journey
/// whether the person's times still hold.
pub fn offers(input: &ScheduleInput<'_>) -> Vec<Card> {
    let appointment = input.appointments().into_iter().next().filter(|one| is_near(input, one.slot.at));
    let cards = appointment.map(|one| appointment_card(input, &one)).into_iter();
    cards.chain(partners_proposal(input).map(|one| proposal_card(input, one))).chain(journey::card(input)).collect()
}

/// Whether something is agreed for this week or the next, or the partner's proposal waits for an answer: the path offers nothing next to it.
pub fn is_booked(input: &ScheduleInput<'_>) -> bool {
    let [_, next] = input.weeks();
    let soon = |one: Appointment| input.own_week(one.slot.at) <= next;
    input.appointments().into_iter().any(soon) || partners_proposal(input).is_some()
}

/// Why an appointment is when it is.
pub fn appointment_reason(input: &ScheduleInput<'_>, appointment: &Appointment) -> AppointmentReason {
    let chosen =
        [&input.mine, &input.partners].map(|one| one.as_ref().is_some_and(|one| one.has_day_of(appointment.slot.at)));
    match chosen {
        _ if !input.paired => AppointmentReason::Alone,
        [true, true] => AppointmentReason::BothChoseTheDay,
        _ => AppointmentReason::BothAgreed,
    }
}

/// The partner's proposal that waits for an answer: the soonest, however far ahead. One whose time has come hides no other.
fn partners_proposal<'i>(input: &'i ScheduleInput<'_>) -> Option<&'i Proposal> {
    input.all_waiting().into_iter().find(|one| one.by != input.me)
}

/// Whether it is soon, by the clock on the wall.
fn is_near(input: &ScheduleInput<'_>, at: Timestamp) -> bool {
    let near = input.now.datetime().saturating_add(jiff::Span::new().hours(APPOINTMENT_HOURS));
    near >= input.now.time_zone().to_datetime(at)
}

fn appointment_card(input: &ScheduleInput<'_>, of: &Appointment) -> Card {
    let (text, reason) = match appointment_reason(input, of) {
        AppointmentReason::BothChoseTheDay => ("text", "reason-both-chose"),
        AppointmentReason::BothAgreed => ("text", "reason-agreed"),
        AppointmentReason::Alone => ("text-alone", "reason-alone"),
    };
    let days = input.words.weekdays(input.now.time_zone().to_datetime(of.slot.at).date());
    let reason = input.words.attribute_with("today-appointment", reason, &[("days", days.into())]);
    Card {
        kind: CardKind::Appointment,
        title: input.words.exercise(&of.exercise),
        text: timed(input, "today-appointment", text, of.slot.at),
        reason: reason.unwrap_or_default(),
        about: Some(of.exercise.clone()),
        run: None,
    }
}

fn proposal_card(input: &ScheduleInput<'_>, of: &Proposal) -> Card {
    Card {
        kind: CardKind::Proposal,
        title: input.words.exercise(&of.exercise),
        text: timed(input, "today-proposal", "text", of.slot.at),
        reason: input.words.attribute("today-proposal", "reason").unwrap_or_default(),
        about: Some(of.exercise.clone()),
        run: None,
    }
}

fn timed(input: &ScheduleInput<'_>, message: &str, part: &str, at: Timestamp) -> String {
    let when = input.words.when(input.now.time_zone().to_datetime(at));
    input.words.attribute_with(message, part, &[("when", when.into())]).unwrap_or_default()
}
