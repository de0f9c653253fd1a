use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, Hash, encode};

use super::{Slot, Week};
use crate::{
    identity::IdentityId,
    records::{RecordId, tolerant::known_or_default},
};

/// A time that a person proposes for a session. Nobody but its author changes anything of it; the other person's [`Answer`] is a record of
/// its own.
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
    /// Its author. The record itself tells it, so it is not stored with the rest.
    #[serde(skip, default = "nobody")]
    pub by: IdentityId,
    /// The exercise, by its name in the content.
    #[serde(default)]
    pub exercise: String,
    /// The proposal that it takes the place of. That one comes earlier in the log; a reference to any other counts for nothing.
    #[serde(default)]
    pub instead_of: Option<RecordId>,
    /// Whether its author had a partner when they made it. After the two parted it is kept, and is no appointment with oneself.
    #[serde(default)]
    pub together: bool,
    /// Whether its author took it back, or called off what was agreed.
    #[serde(default)]
    pub withdrawn: bool,
    /// What the other person answered. It comes from their record, so it is not stored with the rest.
    #[serde(skip)]
    pub verdict: Verdict,
    /// Generation and sequence number of the log entry that first brought it; `None` while the server has not taken it. It comes from
    /// the log and never from the author, so it is not stored with the rest.
    #[serde(skip)]
    pub order: Option<(u32, u64)>,
}

impl Proposal {
    /// A digest of what a person says yes or no to: the time, the exercise, and what it takes the place of.
    pub(crate) fn said(&self) -> Bytes {
        Bytes(Hash::of(&encode(&(self.slot, &self.exercise, self.instead_of))).0.to_vec())
    }
}

/// Stands until the record is known.
pub(super) fn unread() -> RecordId {
    RecordId([0; 16])
}

/// Stands until the author is known.
fn nobody() -> IdentityId {
    IdentityId::from_bytes([0; 32])
}

/// What a person answered to the other's proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which.
    pub proposal: RecordId,
    /// What.
    #[serde(deserialize_with = "known_verdict")]
    pub verdict: Verdict,
    /// What the proposal said when it was answered ([`Proposal::said`]). A yes to a time is none to another one.
    pub to: Bytes,
}

/// What is said to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing yet.
    #[default]
    Open,
    /// Yes.
    Accepted,
    /// No, or what was agreed is called off. There is no reason to give.
    Declined,
    /// Something that only a later version knows: it is answered, and this version can say no more.
    Later,
}

/// The verdict; [`Verdict::Later`] in the place of one that this version does not know.
fn known_verdict<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Verdict, D::Error> {
    let verdict: Option<Verdict> = known_or_default(from)?;
    Ok(verdict.unwrap_or(Verdict::Later))
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
