use serde::{Deserialize, Serialize};

use super::{Slot, Week};
use crate::{
    identity::IdentityId,
    records::{RecordId, tolerant::known_or_default},
};

/// A time that a person proposes for a session.
///
/// Who wrote it is the author; nobody but the author changes anything of it, except that the other person answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its record. The record itself tells it and never the author, so it is not stored with the rest.
    #[serde(skip, default = "unread")]
    pub id: RecordId,
    /// The week for which it is: the one in which the slot starts by the clock of those who practise together, as its author knew it. One
    /// in which the slot starts nowhere makes it count for nothing.
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
