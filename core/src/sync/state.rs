use serde::{Deserialize, Serialize};
use tend_protocol::{Incarnation, Position, SpaceId};

use super::beat::Beat;
use crate::store::{Namespace, StoreError, Transaction};

/// Whose a space is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// A person's own devices.
    Own,
    /// Both people's devices.
    Couple,
}

/// Where a space stands on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpaceStatus {
    /// Made here; the server does not know it yet.
    Local,
    /// This device waits for a welcome to the generation.
    Joining {
        /// The generation that it was in before.
        previous: Option<u32>,
        /// Whether it knows where its part of the log begins.
        placed: bool,
        /// Since when the generation stands without this device, in seconds since 1970.
        left_out_since: Option<i64>,
    },
    /// In use.
    Active,
    /// Only a new generation helps, and is due.
    Repairing {
        /// Why.
        why: Repair,
        /// The generation that it was in before, if it had not joined this one yet.
        previous: Option<u32>,
    },
    /// It goes on in a new generation, as after a copied store, once a day is over.
    Paused,
    /// Another of the person's devices removed this one from it.
    Stopped,
}

/// How this device reads a space's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// What is new.
    Forward,
    /// Again, after the server lost a part: what it had read before is passed over.
    Again {
        /// Where it had been.
        until: u64,
    },
    /// In search of the last position that both know.
    Probing {
        /// Where it had been.
        until: u64,
    },
}

/// Whether this device has the records that were written before it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Snapshot {
    /// It has.
    Here,
    /// It needs a snapshot.
    Awaited {
        /// Since when it waits, or when it last asked, in seconds since 1970.
        since: Option<i64>,
        /// Whether it asked the group, since the one that it should have had did not come.
        asked: bool,
    },
}

/// When this device's leaf last got new keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refreshed {
    /// In seconds since 1970.
    pub at: i64,
    /// Messages since.
    pub messages: u32,
}

/// Why a space goes on in a new generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repair {
    /// The device slept past what the server keeps.
    Slept,
    /// The server was restored, and what it lost held a commit.
    Restored,
    /// Devices saw different logs.
    Fork,
    /// A commit, or a new generation, was refused.
    Refused,
    /// A generation was opened without this device.
    LeftOut,
    /// The log holds something of this device that it did not write: its store was put back to an earlier copy, or a copy of it is used.
    Copied,
}

/// What this device knows of one of its spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceState {
    /// The space.
    pub id: SpaceId,
    /// Whose it is.
    pub role: Role,
    /// Its MLS cipher suite's code point.
    pub suite: u16,
    /// The generation that this device is in.
    pub generation: u32,
    /// The current generation when the server last answered.
    pub server_generation: u32,
    /// Where it stands.
    pub status: SpaceStatus,
    /// How far this device has read the generation's log.
    pub cursor: Position,
    /// The log's incarnation when the server last answered.
    pub incarnation: Option<Incarnation>,
    /// The count of this device's entries in the generation.
    pub number: u64,
    /// The highest count of this device's operations that it ever sent.
    pub said: u64,
    /// How the log is read.
    pub reading: Reading,
    /// Whether the server lost entries of this device. This device then takes over the server's count of them, whatever it is.
    pub renumbers: bool,
    /// Whether the server's count of this device's entries cannot be trusted: it once was smaller than the number of entries that the
    /// server had already accepted in this log. Until the server accepts another entry, a greater count than `number` is not taken as proof
    /// that a copy of this store sends too.
    pub doubted: bool,
    /// Since when the server says that this device is not in the space, in seconds since 1970.
    pub lost_since: Option<i64>,
    /// When the space last went on for this device's own sake, after a copied store or because something stored was broken, in seconds since
    /// 1970.
    pub went_on_at: Option<i64>,
    /// Whether this device may have said more than it remembers: its store was put back to an earlier copy, or the server lacks the log
    /// that would show it. Until the partner's device has offered a snapshot, it takes from there what it lacks of its own.
    pub put_back: bool,
    /// When this device last asked for a snapshot, in seconds since 1970.
    pub asked_at: Option<i64>,
    /// Whether the records from before this device came are here.
    pub snapshot: Snapshot,
    /// When the leaf was refreshed; `None` while it must be before the next message.
    pub refreshed: Option<Refreshed>,
    /// When this device's operations may leave, if the space is a person's own.
    pub beat: Beat,
}

impl SpaceState {
    /// A space at its beginning.
    pub(crate) fn new(id: SpaceId, role: Role, suite: u16, status: SpaceStatus) -> Self {
        Self {
            id,
            role,
            suite,
            generation: 0,
            server_generation: 0,
            status,
            cursor: Position::start(id, 0),
            incarnation: None,
            number: 0,
            said: 0,
            reading: Reading::Forward,
            renumbers: false,
            doubted: false,
            lost_since: None,
            went_on_at: None,
            put_back: false,
            asked_at: None,
            snapshot: Snapshot::Here,
            refreshed: None,
            beat: Beat::default(),
        }
    }

    /// Notes which life of the log the server answered of. Returns whether it is another one than before.
    pub(crate) fn note_incarnation(&mut self, incarnation: Incarnation) -> bool {
        let other = self.incarnation.replace(incarnation).is_some_and(|last| last != incarnation);
        if other {
            self.doubt_memory();
        }
        other
    }

    /// Nothing shows any more that this device remembers all that it said ([`Self::put_back`]).
    pub(crate) fn doubt_memory(&mut self) {
        self.put_back |= self.role == Role::Couple;
    }

    /// The generation that this device was in before the one that it joins, or wanted to join when a repair became due.
    pub(crate) fn previous(&self) -> Option<u32> {
        match self.status {
            SpaceStatus::Joining { previous, .. } | SpaceStatus::Repairing { previous, .. } => previous,
            _ => None,
        }
    }

    /// Whether nothing more is read of the generation.
    pub(crate) fn is_halted(&self) -> bool {
        matches!(self.status, SpaceStatus::Repairing { .. } | SpaceStatus::Paused | SpaceStatus::Stopped)
    }

    /// A new generation is due.
    pub(crate) fn repair(&mut self, why: Repair) {
        self.status = SpaceStatus::Repairing { why, previous: self.previous() };
    }

    /// Another device opened a later generation, which this one must join.
    pub(crate) fn follow(&mut self, generation: u32) {
        let left_out_since = match self.status {
            SpaceStatus::Joining { left_out_since, .. } => left_out_since,
            _ => None,
        };
        let previous = self.previous().or(Some(self.generation));
        self.status = SpaceStatus::Joining { previous, placed: false, left_out_since };
        self.generation = generation;
        self.cursor = Position::start(self.id, generation);
        self.number = 0;
        self.doubted = false;
        self.reading = Reading::Forward;
    }

    /// The space's state, `None` when this device is not in it.
    pub(crate) fn load(tx: &Transaction<'_>, space: SpaceId) -> Result<Option<Self>, StoreError> {
        tx.value(Namespace::Space, &space.0)
    }

    /// All spaces of this device.
    pub(crate) fn all(tx: &Transaction<'_>) -> Result<Vec<Self>, StoreError> {
        Ok(tx.values(Namespace::Space, &[])?.into_iter().map(|(_, state)| state).collect())
    }

    /// The space of that role, if this device is in one.
    pub(crate) fn of_role(tx: &Transaction<'_>, role: Role) -> Result<Option<Self>, StoreError> {
        Ok(Self::all(tx)?.into_iter().find(|state| state.role == role))
    }

    /// A space that this device was told of and waits to be added to.
    pub(crate) fn joining(id: SpaceId, role: Role, suite: u16) -> Self {
        let status = SpaceStatus::Joining { previous: None, placed: false, left_out_since: None };
        let snapshot = Snapshot::Awaited { since: None, asked: false };
        Self { snapshot, ..Self::new(id, role, suite, status) }
    }

    /// Notes when this device's operations in an own space were made, up to the last; `now` in seconds since 1970. In a couple space nothing
    /// waits, and nothing is noted.
    pub(crate) fn note_made(&mut self, tx: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
        let made = tx.value::<u64>(Namespace::Counter, &self.id.0)?.filter(|made| !self.beat.knows(*made));
        let Some(made) = made.filter(|_| self.role == Role::Own) else { return Ok(()) };
        self.beat.made(self.id, made, now);
        self.save(tx)
    }

    pub(crate) fn save(&self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        tx.put_value(Namespace::Space, &self.id.0, self)
    }
}
