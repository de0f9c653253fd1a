//! What is on its way to the server.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, DeviceId, Entry, EntryId, NewEntry, SpaceId};

use crate::{
    records::RecordId,
    store::{Namespace, StoreError, Transaction},
};

/// An entry on its way. At most one for each space.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct InFlight {
    pub generation: u32,
    pub entry: NewEntry,
    /// The records whose operations it carries, and their counters.
    pub carried: Vec<(RecordId, u64)>,
    /// The keys of the controls that it carries.
    pub controls: Vec<Bytes>,
    /// Whether the entry opens a new generation of the space: it is the commit that adds all devices to a new group.
    pub opens: bool,
    /// Whether the server refused it. It is then dropped as soon as the log was read to its end and does not hold it.
    pub refused: bool,
}

impl InFlight {
    pub fn load(tx: &Transaction<'_>, space: SpaceId) -> Result<Option<Self>, StoreError> {
        tx.value(Namespace::InFlight, &space.0)
    }

    pub fn save(&self, tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
        tx.put_value(Namespace::InFlight, &sent_key(space, self.generation, self.entry.id), &self.carried)?;
        tx.put_value(Namespace::InFlight, &space.0, self)
    }

    pub fn drop(tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
        tx.delete_value(Namespace::InFlight, &space.0)
    }

    pub fn added(&self) -> Vec<DeviceId> {
        self.entry.change.as_ref().map(|change| change.added.clone()).unwrap_or_default()
    }
}

/// Of so many generations before the current one it is known which entries this device made: a copy of a request may arrive late.
const GENERATIONS_KEPT: u32 = 4;

fn sent_prefix(space: SpaceId, generation: u32) -> Vec<u8> {
    [space.0.as_slice(), &generation.to_be_bytes()].concat()
}

fn sent_key(space: SpaceId, generation: u32, entry: EntryId) -> Vec<u8> {
    [sent_prefix(space, generation).as_slice(), &entry.0].concat()
}

/// What the entry carries, if this device made it.
pub(super) fn sent(
    tx: &Transaction<'_>,
    space: SpaceId,
    generation: u32,
    entry: EntryId,
) -> Result<Option<Vec<(RecordId, u64)>>, StoreError> {
    tx.value(Namespace::InFlight, &sent_key(space, generation, entry))
}

/// Where the records are kept that an entry of another device brought, of those whose place in the log counts.
fn brought_key(space: SpaceId, generation: u32, entry: EntryId, author: DeviceId) -> Vec<u8> {
    [sent_key(space, generation, entry).as_slice(), &author.0].concat()
}

/// Notes what an entry of another device brought: if the server loses it and gets it again byte for byte, it cannot be opened again.
pub(super) fn note_brought(
    tx: &Transaction<'_>,
    space: SpaceId,
    generation: u32,
    entry: &Entry,
    records: &BTreeSet<RecordId>,
) -> Result<(), StoreError> {
    if records.is_empty() {
        return Ok(());
    }
    tx.put_value(Namespace::InFlight, &brought_key(space, generation, entry.id, entry.author), records)
}

/// What it brought when it was first read.
pub(super) fn brought(
    tx: &Transaction<'_>,
    space: SpaceId,
    generation: u32,
    entry: &Entry,
) -> Result<BTreeSet<RecordId>, StoreError> {
    let found = tx.value(Namespace::InFlight, &brought_key(space, generation, entry.id, entry.author))?;
    Ok(found.unwrap_or_default())
}

/// Forgets which entries were made or read in generations that are long over, now that `generation` is the current one.
pub(super) fn forget_sent(tx: &Transaction<'_>, space: SpaceId, generation: u32) -> Result<(), StoreError> {
    let kept = generation.saturating_sub(GENERATIONS_KEPT);
    for over in kept.saturating_sub(2 * GENERATIONS_KEPT)..kept {
        tx.delete_values(Namespace::InFlight, &sent_prefix(space, over))?;
    }
    Ok(())
}
