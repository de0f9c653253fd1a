use serde::{Deserialize, Serialize};
use tend_protocol::{Incarnation, Position, SpaceId};

use crate::store::{Area, StoreError, Transaction};

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
pub enum Standing {
    /// Made here; the server does not know it yet.
    Local,
    /// This device is to be in it and waits for a welcome.
    Joining,
    /// In use.
    Active,
    /// Something does not fit, and nothing heals it by itself.
    Stopped,
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
    /// The generation before, while this device joins the next.
    pub previous: Option<u32>,
    /// The current generation when the server last answered.
    pub server_generation: u32,
    /// Where it stands.
    pub standing: Standing,
    /// How far this device has read the generation's log.
    pub cursor: Position,
    /// The log's incarnation when the server last answered.
    pub incarnation: Option<Incarnation>,
    /// The count of this device's entries in the generation.
    pub number: u64,
    /// While the log is read again after the server lost a part: where this device had been.
    pub rewind: Option<u64>,
    /// While the last common position is looked for.
    pub probing: bool,
    /// The server's count of this device's entries counts, since it lost some.
    pub renumbers: bool,
    /// The server named less of this device's entries than it had taken in this very log. Until it takes another, its count is no sign of
    /// a copied store.
    pub doubted: bool,
    /// A joiner knows where its part of the log begins.
    pub placed: bool,
    /// A new generation is due.
    pub repair: Option<Repair>,
    /// This device joined and has no snapshot yet.
    pub awaits_snapshot: bool,
    /// Since when it asked for one, in seconds since 1970; 0 for not yet.
    pub asked_at: i64,
    /// It asked the group for a snapshot, since the one that it was to have did not come.
    pub asked: bool,
    /// Since when a generation stands without this device, in seconds since 1970; 0 for not.
    pub left_out_since: i64,
    /// The leaf is to be refreshed before the next message.
    pub refresh_due: bool,
    /// Messages since the leaf was refreshed.
    pub messages: u32,
    /// When the leaf was refreshed, in seconds since 1970.
    pub refreshed_at: i64,
    /// When this device last sent something, in seconds since 1970.
    pub sent_at: i64,
}

impl SpaceState {
    /// A space at its beginning.
    pub(crate) fn new(id: SpaceId, role: Role, suite: u16, standing: Standing) -> Self {
        Self {
            id,
            role,
            suite,
            generation: 0,
            previous: None,
            server_generation: 0,
            standing,
            cursor: Position::start(id, 0),
            incarnation: None,
            number: 0,
            rewind: None,
            probing: false,
            renumbers: false,
            doubted: false,
            placed: false,
            repair: None,
            awaits_snapshot: false,
            asked_at: 0,
            asked: false,
            left_out_since: 0,
            refresh_due: true,
            messages: 0,
            refreshed_at: 0,
            sent_at: 0,
        }
    }

    /// Another device opened a later generation: this one is to join it.
    pub(crate) fn follow(&mut self, generation: u32) {
        self.previous = self.previous.or(Some(self.generation));
        self.generation = generation;
        self.cursor = Position::start(self.id, generation);
        self.number = 0;
        self.doubted = false;
        self.rewind = None;
        self.probing = false;
        self.placed = false;
        self.repair = None;
        self.standing = Standing::Joining;
    }

    /// The space's state, `None` when this device is not in it.
    pub(crate) fn load(tx: &Transaction<'_>, space: SpaceId) -> Result<Option<Self>, StoreError> {
        tx.cell(Area::Space, &space.0)
    }

    /// All spaces of this device.
    pub(crate) fn all(tx: &Transaction<'_>) -> Result<Vec<Self>, StoreError> {
        Ok(tx.cells(Area::Space, &[])?.into_iter().map(|(_, state)| state).collect())
    }

    /// The space of that role, if this device is in one.
    pub(crate) fn of_role(tx: &Transaction<'_>, role: Role) -> Result<Option<Self>, StoreError> {
        Ok(Self::all(tx)?.into_iter().find(|state| state.role == role))
    }

    pub(crate) fn save(&self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        tx.put_cell(Area::Space, &self.id.0, self)
    }
}
