//! Which proposal of a week counts, when there are several.
//!
//! The proposals are ordered by their place in the log; those that the server has not accepted yet come last, by id. A proposal may replace
//! an earlier one (`instead_of`), which may itself replace one before, and so on. Each proposal that replaces none begins such a chain. The
//! one that counts is found in the first chain in which one still counts. [`super::week_status`] has the rules.

use std::collections::BTreeMap;

use super::{LONGEST_MINUTES, Proposal, Slot, Verdict, Week};
use crate::records::RecordId;

/// How a proposal stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Accepted,
    Declined,
    Withdrawn,
}

/// How a proposal stands.
pub(super) fn state(proposal: &Proposal) -> State {
    match proposal.verdict {
        Verdict::Declined => State::Declined,
        // Only a newer version knows this answer. Here the proposal is ignored, and nobody is asked about it again.
        Verdict::Later => State::Withdrawn,
        _ if proposal.withdrawn => State::Withdrawn,
        Verdict::Accepted => State::Accepted,
        Verdict::Open => State::Open,
    }
}

/// Whether a slot can start in a week and has a length that a session can have.
pub(super) fn belongs(slot: Slot, week: Week) -> bool {
    week.is_somewhere(slot.at) && (1..=LONGEST_MINUTES).contains(&slot.minutes)
}

/// Where a proposal stands in the order of the log.
fn place(proposal: &Proposal) -> (bool, Option<(u32, u64)>, RecordId) {
    (proposal.order.is_none(), proposal.order, proposal.id)
}

/// How many weeks ahead something is agreed on: a year, and the week in which it ends.
pub(super) const WEEKS_AHEAD: i64 = 53;
/// Proposals of one person for one week that count: far more than anyone makes.
const OF_A_WEEK: usize = 64;

/// The proposals that can count in `this` week or later. A partner can make any number, and everything that is decided from them takes its
/// time for each: those for weeks that are too far away are left out, and of each person for one week all after the first in the log.
pub(crate) fn that_count(mut all: Vec<Proposal>, this: Week) -> Vec<Proposal> {
    all.retain(|one| one.week.since(this) <= WEEKS_AHEAD && belongs(one.slot, one.week));
    all.sort_by_key(place);
    let mut counts = BTreeMap::<_, usize>::new();
    all.retain(|one| {
        let count = counts.entry((one.week, one.by)).or_default();
        *count += 1;
        *count <= OF_A_WEEK
    });
    all
}

/// The proposals of a week, in the order of the log.
pub(super) struct Thread<'a> {
    pub(super) proposals: Vec<&'a Proposal>,
    /// For each proposal, the index of the one that it replaces, if that one comes earlier.
    earlier: Vec<Option<usize>>,
}

/// Which proposal counts instead of a given one, because it replaces that one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Successor {
    /// None.
    Nobody,
    /// None, because the replacement was declined.
    Declined,
    /// The one at this index, which is the given one itself when nothing replaces it.
    At(usize),
}

impl<'a> Thread<'a> {
    pub(super) fn new(proposals: &'a [Proposal], week: Week) -> Self {
        let of_the_week = proposals.iter().filter(|one| one.week == week && belongs(one.slot, week));
        let mut proposals: Vec<&Proposal> = of_the_week.collect();
        proposals.sort_by_key(|one| place(one));
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
        // Declining a proposal that would have replaced an agreed one does not end the agreement.
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
            // A person who replaced a proposal did not want it: when the replacement is declined, the one before does not count again.
            State::Declined => Successor::Declined,
            State::Accepted | State::Withdrawn => Successor::Nobody,
        })
    }

    /// Whether a later open proposal of the other person has the very same slot, so that the two agree. Both must still stand for
    /// themselves, without a replacement; or the later one replaces the earlier one, which with the same slot means yes.
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

    /// Of all proposals that replace none, the first for which one counts, and which that is.
    fn counting(&self, successors: &[Successor]) -> Option<&'a Proposal> {
        let mut roots = successors.iter().zip(&self.earlier).filter(|(_, earlier)| earlier.is_none());
        roots.find_map(|(successor, _)| match successor {
            Successor::At(place) => Some(self.proposals[*place]),
            Successor::Nobody | Successor::Declined => None,
        })
    }

    /// For each proposal, which one counts instead of it. Of those that replace it, the first counts for which one counts at all. If there
    /// is none but one was declined, none counts. Otherwise it is what `by_itself` says of the proposal.
    fn successors(&self, by_itself: impl Fn(usize) -> Successor) -> Vec<Successor> {
        let mut successors = vec![Successor::Nobody; self.proposals.len()];
        // A replacement comes later than what it replaces. So from the last to the first, each result is known when it is needed, and
        // there are no cycles.
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
