use super::{ScheduleInput, Slot, Week, WeekStatus, slots};
use crate::content::catalogue;

/// The length that is offered for an exercise that the content does not know, in minutes.
const USUAL_MINUTES: u16 = 30;
/// The shortest session that is offered, in minutes, however short the exercise.
const LEAST_MINUTES: u16 = 5;
/// A session shorter than this, in minutes, is not spoken of when a longer one has no room.
const SHORTER_MINUTES: u16 = 10;

/// What is offered to a person in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offered {
    /// Nothing, and nothing is said of it: something is agreed or waits, or not everybody has said when they have time.
    Nothing,
    /// Nothing, so that nobody is pressed.
    Quiet,
    /// These times: one to three.
    Times(Vec<Slot>),
    /// Nothing of the wanted length, which is so many minutes. A shorter session would have room.
    Shorter(u16),
    /// Nothing: there is no time.
    NoTime,
}

/// What is offered in a week of this person's for the exercise that is next. By another clock, the first and the last of its hours may be of
/// the weeks before and after it.
pub(super) fn offered_in(input: &ScheduleInput<'_>, week: Week) -> Offered {
    if input.zone() == *input.now.time_zone() {
        return offered(input, week);
    }
    let of_week = |week| match offered(input, week) {
        Offered::Times(times) => times,
        _ => Vec::new(),
    };
    let mut times: Vec<Slot> = [week.previous(), week, week.next()].into_iter().flat_map(of_week).collect();
    times.retain(|slot| input.own_week(slot.at) == week);
    match (times.is_empty(), offered(input, week)) {
        (true, Offered::Times(_)) => Offered::Nothing,
        (true, other) => other,
        (false, _) => Offered::Times(times),
    }
}

/// What is offered in a week of those who practise together.
pub(super) fn offered(input: &ScheduleInput<'_>, week: Week) -> Offered {
    match input.status(week) {
        WeekStatus::Agreed(_) => return Offered::Nothing,
        WeekStatus::Quiet => return Offered::Quiet,
        WeekStatus::Nothing | WeekStatus::MyProposal(_) | WeekStatus::TheirProposal(_) => {}
    }
    let (Some(mine), partners) = (&input.mine, input.partners.as_ref()) else { return Offered::Nothing };
    // With a partner, only what both gave is offered.
    if input.paired && partners.is_none() {
        return Offered::Nothing;
    }
    let amount = partners.map_or(mine.amount, |partner| mine.amount.shared(partner.amount));
    if !amount.is_due(week, last_agreed(input, week)) {
        return Offered::Quiet;
    }
    let minutes = wanted(input).min(amount.longest_first()).max(LEAST_MINUTES);
    let taken = taken(input);
    let times = |minutes| slots(mine, partners, minutes, week, input.now.timestamp(), &taken);
    let found = times(minutes);
    if !found.is_empty() {
        Offered::Times(found)
    } else if input.waiting(week).is_some() {
        Offered::Nothing
    } else if !times(SHORTER_MINUTES).is_empty() {
        Offered::Shorter(minutes)
    } else {
        Offered::NoTime
    }
}

/// What is agreed or waits, also in other weeks: it may reach into this one. The time does not matter, so that what is offered stays.
fn taken(input: &ScheduleInput<'_>) -> Vec<Slot> {
    let slot_of = |id| input.proposals.iter().find(|one| one.id == id).map(|one| one.slot);
    let taken = input.proposed_weeks().into_iter().filter_map(|week| match input.status(week) {
        WeekStatus::Agreed(appointment) => Some(appointment.slot),
        WeekStatus::MyProposal(id) | WeekStatus::TheirProposal(id) => slot_of(id),
        WeekStatus::Nothing | WeekStatus::Quiet => None,
    });
    taken.collect()
}

/// The last week before a week in which something was agreed.
fn last_agreed(input: &ScheduleInput<'_>, week: Week) -> Option<Week> {
    let before = input.proposals.iter().map(|one| one.week).filter(|one| *one < week);
    before.filter(|one| matches!(input.status(*one), WeekStatus::Agreed(_))).max()
}

/// How long the exercise that is next takes, in minutes.
fn wanted(input: &ScheduleInput<'_>) -> u16 {
    let exercise = input.next_exercise.as_ref().and_then(|id| catalogue().exercises.get(id));
    exercise.and_then(|one| u16::try_from(one.minutes).ok()).unwrap_or(USUAL_MINUTES)
}
