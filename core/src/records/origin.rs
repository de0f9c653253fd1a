use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tend_protocol::Hash;

use super::RecordId;
use crate::identity::IdentityId;

/// Whose a record is, and what its id is made from. Every operation carries it and every state keeps it, so that each device judges by the
/// bytes alone who may write the record: in the couple space its author, and nobody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The person who made the record.
    pub author: IdentityId,
    /// What tells it from the author's other records of the type.
    #[serde(with = "serde_bytes")]
    pub nonce: [u8; 16],
    /// How many operations the author's device had made in the space when it made the record: of a day's records it says which came later,
    /// and no more. 0 of a record that several devices may make.
    pub number: u64,
}

impl Origin {
    /// The record's id. Nobody can make another record with that id, since it holds a hash of all of this; `day` is what the id begins with.
    pub fn record(&self, kind: &str, day: [u8; 4]) -> RecordId {
        let text = [
            b"Tend record 1".as_slice(),
            kind.as_bytes(),
            self.author.as_bytes(),
            &day,
            &self.nonce,
            &self.number.to_be_bytes(),
        ];
        let mut id = [0; 16];
        id[..4].copy_from_slice(&day);
        id[4..].copy_from_slice(&Hash::of(&text.concat()).0[..12]);
        RecordId(id)
    }

    /// Whether the id of a record of that type is made from this.
    pub(super) fn is_of(&self, record: RecordId, kind: &str) -> bool {
        self.record(kind, record.day()) == record
    }
}

/// What a record's id is made from besides its author and its type: random for a new record, derived for one that there is once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nonce {
    pub(super) day: [u8; 4],
    pub(super) bytes: [u8; 16],
}

impl Nonce {
    /// Of a new record.
    pub fn random(bytes: [u8; 16]) -> Self {
        Self { day: [0; 4], bytes }
    }

    /// Of a record that each of a person's devices comes to by itself: the label says what it is for, and the bytes tell one from another.
    pub(crate) fn derived(label: &[u8], bytes: &[u8]) -> Self {
        Self { day: [0; 4], bytes: RecordId::derived(label, bytes).0 }
    }

    /// As [`Self::derived`], of a record about another one. Its id begins as that one's does, so a list by days finds both.
    pub(crate) fn about(label: &[u8], record: RecordId) -> Self {
        Self { day: record.day(), ..Self::derived(label, &record.0) }
    }

    /// The same, for an id that begins with a day ([`RecordId::on_day`]).
    pub fn on(self, day: Date) -> Self {
        Self { day: RecordId::on_day(day, [0; 12]).day(), ..self }
    }
}

/// Which record is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one with this id.
    Id(RecordId),
    /// This person's own with this derived nonce. To write it makes it, if it is not there.
    Derived(Nonce),
}

impl From<RecordId> for Which {
    fn from(id: RecordId) -> Self {
        Self::Id(id)
    }
}

impl From<Nonce> for Which {
    fn from(nonce: Nonce) -> Self {
        Self::Derived(nonce)
    }
}
