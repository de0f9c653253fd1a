//! From the proposals of a week to how it stands.
//!
//! Nothing here asks for the time: what counts follows from the records alone, so both phones see the same, and two that were written
//! at once are settled by the order in the log.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Answer, Appointment, LONGEST_MINUTES, NotAllowed, Proposal, Reply, Slot, Standing, Week};
use crate::{identity::IdentityId, records::RecordId};

/// How a week stands for `me`. The order of `proposals` does not matter; those for other weeks are not looked at.
///
/// The first in the order of the log counts; those that the server has not taken come after all others, by id. One that is
/// `instead_of` it takes its place, and so on. What was taken back leaves its place to the one whose place it had taken, or to the next;
/// what was declined leaves it to the next alone. What is agreed stands before all that is open, until it is called off. Two proposals
/// of the very same slot, one by each person, are an agreement without another question, of which the first names the exercise.
pub fn standing(proposals: &[Proposal], week: Week, me: IdentityId) -> Standing {
    let talk = Talk::new(proposals, week);
    if let Some(agreed) = talk.agreed() {
        return Standing::Agreed(Appointment { week, slot: agreed.slot, exercise: agreed.exercise.clone() });
    }
    match talk.open() {
        Some(open) if open.by == me => Standing::MyProposal(open.id),
        Some(open) => Standing::TheirProposal(open.id),
        None if talk.said.iter().any(|said| matches!(state(said), State::Declined)) => Standing::Quiet,
        None => Standing::Nothing,
    }
}

/// Whether a slot may be proposed, at the time `now`. What comes back is the `instead_of` of the new proposal: the one whose place it
/// takes. To propose the very slot of the other's open proposal is allowed, and an agreement.
///
/// # Errors
/// `slot_outside_week`, `slot_past`, `already_agreed`.
pub fn propose_allowed(
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
    let talk = Talk::new(proposals, week);
    if talk.agreed().is_some() {
        return Err(NotAllowed::AlreadyAgreed);
    }
    Ok(talk.open().map(|open| open.id))
}

/// Whether `me` may reply so to a proposal, at the time `now`. What then is to be written into it is [`Reply::by`].
///
/// Only the proposal that counts can be accepted. What was accepted can still be declined or taken back, which calls it off.
///
/// # Errors
/// `not_found`; `own_proposal` to accept or decline one's own, `not_yours` to take another's back; `slot_past`; `not_open`.
pub fn answer_allowed(
    proposals: &[Proposal],
    week: Week,
    id: RecordId,
    me: IdentityId,
    reply: Reply,
    now: Timestamp,
) -> Result<(), NotAllowed> {
    let talk = Talk::new(proposals, week);
    let said = talk.said.iter().find(|said| said.id == id).ok_or(NotAllowed::NotFound)?;
    match (reply, said.by == me) {
        (Reply::Accept | Reply::Decline, true) => return Err(NotAllowed::OwnProposal),
        (Reply::Withdraw, false) => return Err(NotAllowed::NotYours),
        _ => {}
    }
    if said.slot.at < now {
        return Err(NotAllowed::SlotPast);
    }
    let fits = match (reply, state(said)) {
        (Reply::Accept, State::Open) => talk.agreed().is_none() && talk.open().is_some_and(|open| open.id == id),
        (Reply::Decline | Reply::Withdraw, State::Open | State::Accepted) => true,
        _ => false,
    };
    if fits { Ok(()) } else { Err(NotAllowed::NotOpen) }
}

/// What `me` writes, all at once, to call off what is agreed: by proposal, the answer. Empty when nothing is agreed.
///
/// It takes all on which both agree, also where another agreement stands before it, so that none comes up in its place. Afterwards the
/// week is quiet when the other person had proposed the slot; when `me` had, it is as if `me` had not.
pub fn call_off(proposals: &[Proposal], week: Week, me: IdentityId) -> Vec<(RecordId, Answer)> {
    let talk = Talk::new(proposals, week);
    if talk.agreed().is_none() {
        return Vec::new();
    }
    let open = |said: &Proposal| state(said) == State::Open;
    let agreed = talk.said.iter().filter(|said| {
        let mut others = talk.said.iter().filter(|other| open(other) && other.by != said.by);
        state(said) == State::Accepted || open(said) && others.any(|other| other.slot == said.slot)
    });
    agreed.map(|said| (said.id, if said.by == me { Reply::Withdraw } else { Reply::Decline }.by(me))).collect()
}

/// What an answer comes to, when only those count whose it is to give.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Accepted,
    Declined,
    Withdrawn,
}

fn state(proposal: &Proposal) -> State {
    match proposal.answer {
        Answer::Accepted(by) if by != proposal.by => State::Accepted,
        Answer::Declined(by) if by != proposal.by => State::Declined,
        Answer::Withdrawn(by) if by == proposal.by => State::Withdrawn,
        // It counts for nothing here, and nobody is asked about it again.
        Answer::Later => State::Withdrawn,
        _ => State::Open,
    }
}

fn belongs(slot: Slot, week: Week) -> bool {
    week.contains(slot.at) && (1..=LONGEST_MINUTES).contains(&slot.minutes)
}

/// The proposals of a week in the order in which they count.
struct Talk<'a> {
    said: Vec<&'a Proposal>,
    /// For each, the place of the one that it takes the place of, if that comes earlier.
    earlier: Vec<Option<usize>>,
}

/// What counts in the place of a proposal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heir {
    /// Nothing.
    Nobody,
    /// Nothing, because it was declined.
    Declined,
    /// The one at this place.
    At(usize),
}

impl<'a> Talk<'a> {
    fn new(proposals: &'a [Proposal], week: Week) -> Self {
        let of_the_week = proposals.iter().filter(|said| said.week == week && belongs(said.slot, week));
        let mut said: Vec<&Proposal> = of_the_week.collect();
        said.sort_by_key(|said| (said.order.is_none(), said.order, said.id));
        let mut places = BTreeMap::new();
        let mut earlier = Vec::new();
        for (place, proposal) in said.iter().enumerate() {
            earlier.push(proposal.instead_of.and_then(|id| places.get(&id).copied()));
            places.insert(proposal.id, place);
        }
        Self { said, earlier }
    }

    /// The proposal on which both agreed.
    fn agreed(&self) -> Option<&'a Proposal> {
        let heirs = self.open_heirs();
        // A proposal instead of what is agreed changes nothing by being declined.
        self.counting(&self.heirs(|place| match state(self.said[place]) {
            State::Accepted => Heir::At(place),
            State::Open if self.has_equal(place, &heirs) => Heir::At(place),
            _ => Heir::Nobody,
        }))
    }

    /// The open proposal that counts, if nothing is agreed.
    fn open(&self) -> Option<&'a Proposal> {
        self.counting(&self.open_heirs())
    }

    fn open_heirs(&self) -> Vec<Heir> {
        self.heirs(|place| match state(self.said[place]) {
            State::Open => Heir::At(place),
            // Whoever proposed another did not want the one before: when that other is declined, the one before is not asked again.
            State::Declined => Heir::Declined,
            State::Accepted | State::Withdrawn => Heir::Nobody,
        })
    }

    /// Whether an open proposal is followed by one of the other person for the very same slot. Each of the two is still its author's
    /// word; or the later takes the place of the earlier itself, which is no other time but a yes.
    fn has_equal(&self, place: usize, heirs: &[Heir]) -> bool {
        let first = self.said[place];
        (place + 1..self.said.len()).any(|later| {
            let second = self.said[later];
            second.by != first.by
                && second.slot == first.slot
                && heirs[later] == Heir::At(later)
                && (heirs[place] == Heir::At(place) || self.earlier[later] == Some(place))
        })
    }

    /// Of all that take nobody's place, the first in whose place one counts.
    fn counting(&self, heirs: &[Heir]) -> Option<&'a Proposal> {
        let mut roots = heirs.iter().zip(&self.earlier).filter(|(_, earlier)| earlier.is_none());
        roots.find_map(|(heir, _)| match heir {
            Heir::At(place) => Some(self.said[*place]),
            Heir::Nobody | Heir::Declined => None,
        })
    }

    /// For each, what counts in its place: of those that take its place the first that leads to one that counts; else nothing, if one
    /// leads to one that was declined; else what it is by itself.
    fn heirs(&self, by_itself: impl Fn(usize) -> Heir) -> Vec<Heir> {
        let mut heirs = vec![Heir::Nobody; self.said.len()];
        // Who takes a place comes later. So, from the last to the first, each is known when it is needed, and there are no circles.
        for place in (0..self.said.len()).rev() {
            if heirs[place] == Heir::Nobody {
                heirs[place] = by_itself(place);
            }
            let Some(earlier) = self.earlier[place] else { continue };
            match (heirs[place], heirs[earlier]) {
                (heir @ Heir::At(_), _) | (heir @ Heir::Declined, Heir::Nobody) => heirs[earlier] = heir,
                _ => {}
            }
        }
        heirs
    }
}
