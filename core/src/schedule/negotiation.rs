//! What each of the two may do about the proposals of a week.

use jiff::Timestamp;

use super::{
    LONGEST_MINUTES, Proposal, Reply, ScheduleInput, Slot, Verdict, Week, WeekStatus,
    proposals::unread,
    status::is_taken,
    thread::{State, Thread, WEEKS_AHEAD, belongs, state},
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
        /// The slot is so early that there is no week for it, or more than a year away.
        SlotOutsideWeek = "slot_outside_week",
        /// It is not 1 to [`super::LONGEST_MINUTES`] long.
        SessionLength = "session_length",
        /// Another session that is agreed takes place then.
        SlotTaken = "slot_taken",
        /// Both agreed already. A person who wants another time calls that off first.
        AlreadyAgreed = "already_agreed",
    }
}

/// The proposal that this person makes, without its id: a time for the given exercise or, without one, for the next exercise of their path.
///
/// # Errors
/// [`NotAllowed::NotFound`] for an exercise that there is not; [`NotAllowed::SessionLength`], [`NotAllowed::SlotPast`],
/// [`NotAllowed::SlotOutsideWeek`], [`NotAllowed::AlreadyAgreed`], [`NotAllowed::SlotTaken`].
pub fn proposed(
    input: &ScheduleInput<'_>,
    at: Timestamp,
    minutes: u32,
    exercise: Option<&str>,
) -> Result<Proposal, NotAllowed> {
    if exercise.is_some_and(|id| !catalogue().exercises.contains_key(id)) {
        return Err(NotAllowed::NotFound);
    }
    let minutes = u16::try_from(minutes).ok().filter(|minutes| (1..=LONGEST_MINUTES).contains(minutes));
    let slot = Slot { at, minutes: minutes.ok_or(NotAllowed::SessionLength)? };
    // To propose the very time that the other proposes is a yes, so it is for the same week.
    let same = input.proposals.iter().find(|one| one.slot == slot && belongs(slot, one.week));
    let week = same.map_or_else(|| input.week_of(at), |one| one.week);
    if week.since(Week::of_date(input.now.date())) > WEEKS_AHEAD {
        return Err(NotAllowed::SlotOutsideWeek);
    }
    let instead_of = propose_allowed(&input.proposals, week, slot, input.now.timestamp())?;
    if is_taken(&input.proposals, week, slot, input.me, input.paired) {
        return Err(NotAllowed::SlotTaken);
    }
    let exercise = exercise.map(str::to_owned).or_else(|| input.next_exercise.clone()).ok_or(NotAllowed::NotFound)?;
    Ok(Proposal {
        id: unread(),
        week,
        slot,
        by: input.me,
        exercise,
        instead_of,
        together: input.paired,
        withdrawn: false,
        verdict: Verdict::Open,
        order: None,
    })
}

/// Whether a slot may be proposed at the time `now`. Returns the new proposal's `instead_of`: the open proposal that it replaces, if there
/// is one.
///
/// A person may propose exactly the slot of the other's open proposal; that is an agreement. A person without a partner may always replace
/// their own proposal.
///
/// # Errors
/// [`NotAllowed::SlotOutsideWeek`], [`NotAllowed::SlotPast`], [`NotAllowed::AlreadyAgreed`].
pub(super) fn propose_allowed(
    proposals: &[Proposal],
    week: Week,
    slot: Slot,
    now: Timestamp,
) -> Result<Option<RecordId>, NotAllowed> {
    if slot.at < now {
        return Err(NotAllowed::SlotPast);
    }
    if !belongs(slot, week) {
        return Err(NotAllowed::SlotOutsideWeek);
    }
    let thread = Thread::new(proposals, week);
    if thread.agreed().is_some() {
        return Err(NotAllowed::AlreadyAgreed);
    }
    Ok(thread.open().map(|open| open.id))
}

/// A proposal with the reply of `me` to it, at the time `now`.
///
/// Only the open proposal that counts ([`super::week_status`]) can be accepted. An accepted one can still be declined or taken back, which
/// calls the session off.
///
/// # Errors
/// [`NotAllowed::NotFound`]; [`NotAllowed::OwnProposal`] to accept or decline one's own, [`NotAllowed::NotYours`] to take another's back;
/// [`NotAllowed::SlotPast`]; [`NotAllowed::NotOpen`]; [`NotAllowed::SlotTaken`] to accept what another agreed session reaches into.
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
    if !fits {
        return Err(NotAllowed::NotOpen);
    }
    if reply == Reply::Accept && is_taken(proposals, week, found.slot, me, true) {
        return Err(NotAllowed::SlotTaken);
    }
    Ok(with(found, reply))
}

/// The proposals that this person writes to call off what is agreed in a week by their own clock.
///
/// # Errors
/// [`NotAllowed::NotFound`] when nothing is agreed.
pub fn called_off_in(input: &ScheduleInput<'_>, week: Week) -> Result<Vec<Proposal>, NotAllowed> {
    let agreed = input.proposed_weeks().into_iter().filter(|proposed| match input.status(*proposed) {
        WeekStatus::Agreed(appointment) => input.own_week(appointment.slot.at) == week,
        _ => false,
    });
    let off = agreed.map(|proposed| called_off(&input.proposals, proposed, input.me, input.paired));
    let off: Vec<Proposal> = off.collect::<Result<Vec<_>, _>>()?.concat();
    if off.is_empty() { Err(NotAllowed::NotFound) } else { Ok(off) }
}

/// The proposals that `me` writes, all at once, to call off what is agreed in a week of the two.
///
/// A week can hold several proposals on which both agree, of which one counts. All of them are called off, so that no other one takes its
/// place. For a person who is not `paired`, these are all open proposals. Each is declined if the other person made it and taken back if
/// `me` did. So the week is quiet afterwards if the other person had proposed the slot. If `me` had, the week is as before that proposal.
///
/// # Errors
/// [`NotAllowed::NotFound`] when nothing is agreed.
pub(super) fn called_off(
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
    let off: Vec<Proposal> = agreed.map(|one| with(one, reply(one))).collect();
    if off.is_empty() { Err(NotAllowed::NotFound) } else { Ok(off) }
}

fn with(proposal: &Proposal, reply: Reply) -> Proposal {
    let proposal = proposal.clone();
    match reply {
        Reply::Accept => Proposal { verdict: Verdict::Accepted, ..proposal },
        Reply::Decline => Proposal { verdict: Verdict::Declined, ..proposal },
        Reply::Withdraw => Proposal { withdrawn: true, ..proposal },
    }
}
