//! From the proposals of a week to how it stands.
//!
//! Nothing here asks for the time, but for what is over: what counts follows from the records alone, so both phones see the same, and
//! two that were written at once are settled by the order in the log.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{
    Proposal, Slot, Week,
    thread::{State, Thread, state},
};
use crate::{identity::IdentityId, records::RecordId};

/// A session that is agreed: by both, or by a person alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The record of the proposal that was agreed on.
    pub id: RecordId,
    /// Its week.
    pub week: Week,
    /// Its time: an instant, the same for both. Each sees it on their own clock.
    pub slot: Slot,
    /// The exercise, by its name in the content.
    pub exercise: String,
}

/// How a week stands, for one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeekStatus {
    /// Nobody has proposed anything that still counts: slots may be offered.
    Nothing,
    /// This person's proposal waits for the other's answer.
    MyProposal(RecordId),
    /// The other person's proposal waits for this one's answer.
    TheirProposal(RecordId),
    /// It is agreed.
    Agreed(Appointment),
    /// One was declined and no other is open. Nothing is offered by itself any more, so that nobody is pressed; either may still propose.
    Quiet,
}

/// How a week stands for `me`. The order of `proposals` does not matter; those for other weeks are not looked at.
///
/// The first in the order of the log counts; those that the server has not taken come after all others, by id. One that is
/// `instead_of` it takes its place, and so on. What was taken back leaves its place to the one whose place it had taken, or to the next;
/// what was declined leaves it to the next alone. What is agreed stands before all that is open, until it is called off. Two proposals
/// of the very same slot, one by each person, are an agreement without another question, of which the first names the exercise. A person
/// who is not `paired` asks nobody: what they proposed is agreed.
pub fn week_status(proposals: &[Proposal], week: Week, me: IdentityId, paired: bool) -> WeekStatus {
    let thread = Thread::new(proposals, week);
    let alone = || thread.open().filter(|open| !paired && open.by == me);
    if let Some(agreed) = thread.agreed().or_else(alone) {
        let Proposal { id, slot, ref exercise, .. } = *agreed;
        return WeekStatus::Agreed(Appointment { id, week, slot, exercise: exercise.clone() });
    }
    match thread.open() {
        Some(open) if open.by == me => WeekStatus::MyProposal(open.id),
        Some(open) => WeekStatus::TheirProposal(open.id),
        None if thread.proposals.iter().any(|one| state(one) == State::Declined) => WeekStatus::Quiet,
        None => WeekStatus::Nothing,
    }
}

/// What is agreed and not over at the time `now`, the next first: at most one a week. One that began before the week ended may reach into the
/// next.
pub fn appointments(proposals: &[Proposal], me: IdentityId, paired: bool, now: Timestamp) -> Vec<Appointment> {
    let weeks: BTreeSet<Week> = proposals.iter().map(|one| one.week).collect();
    let agreed = weeks.into_iter().filter_map(|week| match week_status(proposals, week, me, paired) {
        WeekStatus::Agreed(appointment) => Some(appointment),
        _ => None,
    });
    agreed.filter(|appointment| appointment.slot.end() > now).collect()
}
