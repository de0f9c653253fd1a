//! How a week stands, by its proposals.
//!
//! The time is only needed to leave out sessions that are over. Which proposal counts follows from the records alone, so both phones see
//! the same. Of two proposals that were written at once, the order in the log decides.

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

/// How a week stands for `me`. The order of `proposals` does not matter, and those for other weeks are ignored.
///
/// Which of several proposals counts:
/// - The first in the order of the log. Those that the server has not accepted yet come after all others, by id.
/// - If another one replaces it (`instead_of`), that one counts instead, and so on.
/// - If the one that counts is taken back, the one that it had replaced counts again, or else the next in the log. If it is declined, the
///   one that it had replaced does not count again; the next in the log does.
/// - An agreed proposal counts before all open ones, until it is called off.
/// - Two proposals for the very same slot, one by each person, are an agreement. The first of the two names the exercise.
/// - A person who is not `paired` asks nobody: what they proposed is agreed.
/// - What was agreed, or proposed by a person alone, does not count while what is agreed in the week before reaches into it.
pub fn week_status(proposals: &[Proposal], week: Week, me: IdentityId, paired: bool) -> WeekStatus {
    let thread = Thread::new(proposals, week);
    let before = Thread::new(proposals, week.previous());
    let reaches =
        |slot: Slot| agreed_in(&before, me, paired).is_some_and(|one| one.week < week && one.slot.overlaps(slot));
    if let Some(agreed) = agreed_in(&thread, me, paired).filter(|one| !reaches(one.slot)) {
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

fn agreed_in<'a>(thread: &Thread<'a>, me: IdentityId, paired: bool) -> Option<&'a Proposal> {
    thread.agreed().or_else(|| thread.open().filter(|open| !paired && open.by == me))
}

/// Whether what is agreed in the week before or after reaches into a slot of a week.
pub(super) fn is_taken(proposals: &[Proposal], week: Week, slot: Slot, me: IdentityId, paired: bool) -> bool {
    let others = [week.previous(), week.next()].into_iter().filter(|one| *one != week);
    others.map(|one| week_status(proposals, one, me, paired)).any(|status| match status {
        WeekStatus::Agreed(appointment) => appointment.slot.overlaps(slot),
        _ => false,
    })
}

/// What is agreed and not over at the time `now`, the next first: at most one a week. One that began before the week ended may reach into the
/// next.
pub fn appointments(proposals: &[Proposal], me: IdentityId, paired: bool, now: Timestamp) -> Vec<Appointment> {
    let weeks: BTreeSet<Week> = proposals.iter().map(|one| one.week).collect();
    let agreed = weeks.into_iter().filter_map(|week| match week_status(proposals, week, me, paired) {
        WeekStatus::Agreed(appointment) => Some(appointment),
        _ => None,
    });
    let mut to_come: Vec<Appointment> = agreed.filter(|appointment| appointment.slot.end() > now).collect();
    to_come.sort_by_key(|appointment| appointment.slot);
    to_come
}
