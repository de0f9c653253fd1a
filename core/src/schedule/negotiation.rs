//! What each of the two may do about the proposals of a week.

use jiff::Timestamp;

use super::{
    Answer, Proposal, Reply, ScheduleInput, Slot, Week,
    thread::{State, Thread, belongs, state},
};
use crate::{content::catalogue, identity::IdentityId, records::RecordId, refusal::refusals};

refusals! {
    /// Why something may not be done.
    NotAllowed {
        /// There is no such proposal in the week, no such exercise, or nothing that is agreed.
        NotFound = "not_found",
        /// The proposal is answered, or another has taken its place.
        NotOpen = "not_open",
        /// Nobody accepts or declines their own proposal.
        OwnProposal = "own_proposal",
        /// Only its author takes a proposal back.
        NotYours = "not_yours",
        /// The slot has started.
        SlotPast = "slot_past",
        /// The slot does not start in the week, or is not 1 to [`super::LONGEST_MINUTES`] long.
        SlotOutsideWeek = "slot_outside_week",
        /// Both agreed already. A person who wants another time calls that off first.
        AlreadyAgreed = "already_agreed",
    }
}

/// What this person proposes: a time for an exercise or, without one, for the one that is next.
///
/// # Errors
/// [`NotAllowed::NotFound`] for an exercise that there is not; [`NotAllowed::SlotOutsideWeek`] for minutes that are not 1 to
/// [`super::LONGEST_MINUTES`]; [`NotAllowed::SlotPast`], [`NotAllowed::AlreadyAgreed`].
pub fn proposed(
    input: &ScheduleInput<'_>,
    id: RecordId,
    at: Timestamp,
    minutes: u32,
    exercise: Option<&str>,
) -> Result<Proposal, NotAllowed> {
    if exercise.is_some_and(|id| !catalogue().exercises.contains_key(id)) {
        return Err(NotAllowed::NotFound);
    }
    let minutes = u16::try_from(minutes).map_err(|_| NotAllowed::SlotOutsideWeek)?;
    let (week, slot) = (Week::of(at), Slot { at, minutes });
    let instead_of = propose_allowed(&input.proposals, week, slot, input.now.timestamp())?;
    let exercise = exercise.map(str::to_owned).or_else(|| input.next_exercise.clone()).ok_or(NotAllowed::NotFound)?;
    Ok(Proposal { id, week, slot, by: input.me, exercise, instead_of, answer: Answer::Open, order: None })
}

/// Whether a slot may be proposed, at the time `now`. What comes back is the `instead_of` of the new proposal: the one whose place it
/// takes. To propose the very slot of the other's open proposal is allowed, and an agreement. A person alone may propose another in the
/// place of what they agreed with themselves.
///
/// # Errors
/// [`NotAllowed::SlotOutsideWeek`], [`NotAllowed::SlotPast`], [`NotAllowed::AlreadyAgreed`].
pub(super) fn propose_allowed(
    proposals: &[Proposal],
    week: Week,
    slot: Slot,
    now: Timestamp,
) -> Result<Option<RecordId>, NotAllowed> {
    if !belongs(slot, week) {
        return Err(NotAllowed::SlotOutsideWeek);
    }
    if slot.at < now {
        return Err(NotAllowed::SlotPast);
    }
    let thread = Thread::new(proposals, week);
    if thread.agreed().is_some() {
        return Err(NotAllowed::AlreadyAgreed);
    }
    Ok(thread.open().map(|open| open.id))
}

/// A proposal with the reply of `me` to it, at the time `now`.
///
/// Only the proposal that counts can be accepted. What was accepted can still be declined or taken back, which calls it off.
///
/// # Errors
/// [`NotAllowed::NotFound`]; [`NotAllowed::OwnProposal`] to accept or decline one's own, [`NotAllowed::NotYours`] to take another's back;
/// [`NotAllowed::SlotPast`]; [`NotAllowed::NotOpen`].
pub fn answered(
    proposals: &[Proposal],
    id: RecordId,
    me: IdentityId,
    reply: Reply,
    now: Timestamp,
) -> Result<Proposal, NotAllowed> {
    let week = proposals.iter().find(|one| one.id == id).ok_or(NotAllowed::NotFound)?.week;
    let thread = Thread::new(proposals, week);
    let found = *thread.proposals.iter().find(|one| one.id == id).ok_or(NotAllowed::NotFound)?;
    match (reply, found.by == me) {
        (Reply::Accept | Reply::Decline, true) => return Err(NotAllowed::OwnProposal),
        (Reply::Withdraw, false) => return Err(NotAllowed::NotYours),
        _ => {}
    }
    if found.slot.at < now {
        return Err(NotAllowed::SlotPast);
    }
    let fits = match (reply, state(found)) {
        (Reply::Accept, State::Open) => thread.agreed().is_none() && thread.open().is_some_and(|open| open.id == id),
        (Reply::Decline | Reply::Withdraw, State::Open | State::Accepted) => true,
        _ => false,
    };
    if fits { Ok(with(found, reply.by(me))) } else { Err(NotAllowed::NotOpen) }
}

/// The proposals that `me` writes, all at once, to call off what is agreed in a week.
///
/// They are all on which both agree, also where another agreement stands before it, so that none comes up in its place; of a person who
/// is not `paired`, all that are open. Afterwards the week is quiet when the other person had proposed the slot; when `me` had, it is as
/// if `me` had not.
///
/// # Errors
/// [`NotAllowed::NotFound`] when nothing is agreed.
pub fn called_off(
    proposals: &[Proposal],
    week: Week,
    me: IdentityId,
    paired: bool,
) -> Result<Vec<Proposal>, NotAllowed> {
    let thread = Thread::new(proposals, week);
    let both_agree = thread.agreed().is_some();
    let open = |one: &Proposal| state(one) == State::Open;
    let agreed = thread.proposals.iter().filter(|one| {
        let mut others = thread.proposals.iter().filter(|other| open(other) && other.by != one.by);
        let by_both = state(one) == State::Accepted || open(one) && others.any(|other| other.slot == one.slot);
        both_agree && by_both || !paired && open(one)
    });
    let reply = |one: &Proposal| if one.by == me { Reply::Withdraw } else { Reply::Decline };
    let off: Vec<Proposal> = agreed.map(|one| with(one, reply(one).by(me))).collect();
    if off.is_empty() { Err(NotAllowed::NotFound) } else { Ok(off) }
}

fn with(proposal: &Proposal, answer: Answer) -> Proposal {
    Proposal { answer, ..proposal.clone() }
}
