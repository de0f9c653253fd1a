//! The proposals of a week in the order in which they count, each in the place of another or of none.

use std::collections::BTreeMap;

use super::{Answer, LONGEST_MINUTES, Proposal, Slot, Week};

/// What an answer comes to, when it counts only by the person who may give it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Accepted,
    Declined,
    Withdrawn,
}

/// What the answer to a proposal comes to.
pub(super) fn state(proposal: &Proposal) -> State {
    match proposal.answer {
        Answer::Accepted(by) if by != proposal.by => State::Accepted,
        Answer::Declined(by) if by != proposal.by => State::Declined,
        Answer::Withdrawn(by) if by == proposal.by => State::Withdrawn,
        // It counts for nothing here, and nobody is asked about it again.
        Answer::Later => State::Withdrawn,
        _ => State::Open,
    }
}

/// Whether a slot starts in a week, and is of a length that a session can have.
pub(super) fn belongs(slot: Slot, week: Week) -> bool {
    week.contains(slot.at) && (1..=LONGEST_MINUTES).contains(&slot.minutes)
}

/// The proposals of a week in the order in which they count.
pub(super) struct Thread<'a> {
    pub(super) proposals: Vec<&'a Proposal>,
    /// For each, the place of the one that it takes the place of, if that comes earlier.
    earlier: Vec<Option<usize>>,
}

/// What counts in the place of a proposal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Successor {
    /// Nothing.
    Nobody,
    /// Nothing, because it was declined.
    Declined,
    /// The one at this place.
    At(usize),
}

impl<'a> Thread<'a> {
    pub(super) fn new(proposals: &'a [Proposal], week: Week) -> Self {
        let of_the_week = proposals.iter().filter(|one| one.week == week && belongs(one.slot, week));
        let mut proposals: Vec<&Proposal> = of_the_week.collect();
        proposals.sort_by_key(|one| (one.order.is_none(), one.order, one.id));
        let mut places = BTreeMap::new();
        let mut earlier = Vec::new();
        for (place, proposal) in proposals.iter().enumerate() {
            earlier.push(proposal.instead_of.and_then(|id| places.get(&id).copied()));
            places.insert(proposal.id, place);
        }
        Self { proposals, earlier }
    }

    /// The proposal on which both agreed.
    pub(super) fn agreed(&self) -> Option<&'a Proposal> {
        let successors = self.open_successors();
        // A proposal instead of what is agreed changes nothing by being declined.
        self.counting(&self.successors(|place| match state(self.proposals[place]) {
            State::Accepted => Successor::At(place),
            State::Open if self.has_equal(place, &successors) => Successor::At(place),
            _ => Successor::Nobody,
        }))
    }

    /// The open proposal that counts, if nothing is agreed.
    pub(super) fn open(&self) -> Option<&'a Proposal> {
        self.counting(&self.open_successors())
    }

    fn open_successors(&self) -> Vec<Successor> {
        self.successors(|place| match state(self.proposals[place]) {
            State::Open => Successor::At(place),
            // Who proposed another did not want the one before: when that other is declined, the one before is not asked again.
            State::Declined => Successor::Declined,
            State::Accepted | State::Withdrawn => Successor::Nobody,
        })
    }

    /// Whether an open proposal is followed by one of the other person for the very same slot. Each of the two is still its author's
    /// word; or the later takes the place of the earlier itself, which is no other time but a yes.
    fn has_equal(&self, place: usize, successors: &[Successor]) -> bool {
        let first = self.proposals[place];
        (place + 1..self.proposals.len()).any(|later| {
            let second = self.proposals[later];
            second.by != first.by
                && second.slot == first.slot
                && successors[later] == Successor::At(later)
                && (successors[place] == Successor::At(place) || self.earlier[later] == Some(place))
        })
    }

    /// Of all that take nobody's place, the first in whose place one counts.
    fn counting(&self, successors: &[Successor]) -> Option<&'a Proposal> {
        let mut roots = successors.iter().zip(&self.earlier).filter(|(_, earlier)| earlier.is_none());
        roots.find_map(|(successor, _)| match successor {
            Successor::At(place) => Some(self.proposals[*place]),
            Successor::Nobody | Successor::Declined => None,
        })
    }

    /// For each, what counts in its place: of those that take its place the first that leads to one that counts; else nothing, if one
    /// leads to one that was declined; else what it is by itself.
    fn successors(&self, by_itself: impl Fn(usize) -> Successor) -> Vec<Successor> {
        let mut successors = vec![Successor::Nobody; self.proposals.len()];
        // Who takes a place comes later. So, from the last to the first, each is known when it is needed, and there are no circles.
        for place in (0..self.proposals.len()).rev() {
            if successors[place] == Successor::Nobody {
                successors[place] = by_itself(place);
            }
            let Some(earlier) = self.earlier[place] else { continue };
            match (successors[place], successors[earlier]) {
                (successor @ Successor::At(_), _) | (successor @ Successor::Declined, Successor::Nobody) => {
                    successors[earlier] = successor
                }
                _ => {}
            }
        }
        successors
    }
}
