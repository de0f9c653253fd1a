use serde::{Deserialize, Serialize};

use super::{Slot, Week};
use crate::{
    identity::IdentityId,
    records::{RecordId, tolerant::known_or_default},
    refusal::refusals,
};

/// A time that a person proposes for a session.
///
/// Who wrote it is the author; nobody but the author changes anything of it, except that the other person answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its record. The record itself tells it and never the author, so it is not stored with the rest.
    #[serde(skip, default = "unread")]
    pub id: RecordId,
    /// The week for which it is: the one in which the slot starts. Any other makes it count for nothing.
    pub week: Week,
    /// The time.
    pub slot: Slot,
    /// Its author.
    pub by: IdentityId,
    /// The exercise, by its name in the content.
    #[serde(default)]
    pub exercise: String,
    /// The proposal that it takes the place of. That one comes earlier in the log; a reference to any other counts for nothing.
    #[serde(default)]
    pub instead_of: Option<RecordId>,
    /// The answer.
    #[serde(default, deserialize_with = "known_answer")]
    pub answer: Answer,
    /// Generation and sequence number of the log entry that first brought it; `None` while the server has not taken it. It comes from
    /// the log and never from the author, so it is not stored with the rest.
    #[serde(skip)]
    pub order: Option<(u32, u64)>,
}

/// Stands until the record is known.
fn unread() -> RecordId {
    RecordId([0; 16])
}

/// What was answered to a proposal, and who did. Both are one value, so that two devices that write at once never mix them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Open,
    /// The other person accepted it. By its author it counts for nothing.
    Accepted(IdentityId),
    /// The other person declined it, or called off what was agreed. There is no reason to give. By its author it counts for nothing.
    Declined(IdentityId),
    /// Its author took it back, or called off what was agreed. By the other person it counts for nothing.
    Withdrawn(IdentityId),
    /// Something that only a later version knows: it is answered, and this version can say no more.
    Later,
}

/// The answer; [`Answer::Later`] in the place of one that this version does not know.
fn known_answer<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Answer, D::Error> {
    let answer: Option<Answer> = known_or_default(from)?;
    Ok(answer.unwrap_or(Answer::Later))
}

/// What a person can do about a proposal. To propose another is a proposal of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Accept the other's.
    Accept,
    /// Decline the other's.
    Decline,
    /// Take one's own back.
    Withdraw,
}

impl Reply {
    /// The answer to write into the proposal.
    pub fn by(self, person: IdentityId) -> Answer {
        match self {
            Self::Accept => Answer::Accepted(person),
            Self::Decline => Answer::Declined(person),
            Self::Withdraw => Answer::Withdrawn(person),
        }
    }
}

/// A session on which both agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its week.
    pub week: Week,
    /// Its time: an instant, the same for both. each sees it on their own clock.
    pub slot: Slot,
    /// The exercise, by its name in the content.
    #[serde(default)]
    pub exercise: String,
}

/// How a week stands, for one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has proposed anything that still counts: slots may be offered.
    Nothing,
    /// This person's proposal waits for the other's answer.
    MyProposal(RecordId),
    /// The other person's proposal waits for this one's answer.
    TheirProposal(RecordId),
    /// Both agreed.
    Agreed(Appointment),
    /// One was declined and no other is open. Nothing is offered by itself any more, so that nobody is pressed; either may still propose.
    Quiet,
}

refusals! {
    /// Why something may not be done.
    NotAllowed {
        /// There is no such proposal in the week.
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
        /// Both agreed already. Who wants another time calls that off first.
        AlreadyAgreed = "already_agreed",
    }
}
