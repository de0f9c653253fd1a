//! The snapshots that this device owes: to devices that it added or that ask, and to all when one lacks something that is here.

use tend_protocol::{BlobId, Bytes, DeviceId, Hash, SpaceId, encode};

use super::{
    EngineError, SpaceState,
    devices::ThisDevice,
    engine::Engine,
    intents::{blob_key, key},
    membership,
    outbox::may_leave,
    payload::{SnapshotOffer, SnapshotPage, SnapshotRecord, seal_page, snapshot_key},
    snapshots::PATIENCE,
};
use crate::{
    records::in_space,
    spaces::{Group, GroupName},
    store::{Namespace, StoreError, StoredRecord, Transaction},
};

/// Bytes of records on one page, unless one record alone has more; the largest stays below what a server takes.
const PAGE_BYTES: usize = 512 * 1024;

impl Engine {
    /// Notes that this device owes these devices a snapshot.
    pub(super) fn owe_snapshot(
        &self,
        tx: &Transaction<'_>,
        space: SpaceId,
        devices: &[DeviceId],
    ) -> Result<(), EngineError> {
        if devices.is_empty() {
            return Ok(());
        }
        let mut owed: Vec<DeviceId> = tx.value(Namespace::Intent, &key(b"owe", space))?.unwrap_or_default();
        owed.extend(devices.iter().filter(|device| !owed.contains(device)).copied().collect::<Vec<_>>());
        Ok(tx.put_value(Namespace::Intent, &key(b"owe", space), &owed)?)
    }

    /// A device asks for one. It is answered once an hour: a snapshot is large, and whose app was changed can ask without end.
    pub(super) fn owe_asking(&self, tx: &Transaction<'_>, space: SpaceId, device: DeviceId) -> Result<(), EngineError> {
        let answered = [key(b"answered", space).as_slice(), &device.0].concat();
        let last: Option<i64> = tx.value(Namespace::Intent, &answered)?;
        if last.is_some_and(|last| self.memory.at.abs_diff(last) < PATIENCE) {
            return Ok(());
        }
        tx.put_value(Namespace::Intent, &answered, &self.memory.at)?;
        self.owe_snapshot(tx, space, &[device])
    }

    /// A snapshot of another device lacks something that is here.
    pub(super) fn lacked(&self, tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
        tx.put_value(Namespace::Intent, &key(b"lacked", space), &())
    }

    /// Makes the snapshot that is owed. What all were offered already is not offered to them again because one device lacks it: that one does
    /// not take it, and the two would offer each other what they have for ever.
    pub(super) fn make_owed(&self, tx: &Transaction<'_>, state: &SpaceState) -> Result<(), EngineError> {
        let (owed, lacked, offered) = (key(b"owe", state.id), key(b"lacked", state.id), key(b"offered", state.id));
        let mut devices: Vec<DeviceId> = tx.value(Namespace::Intent, &owed)?.unwrap_or_default();
        if tx.value::<()>(Namespace::Intent, &lacked)?.is_some() {
            tx.delete_value(Namespace::Intent, &lacked)?;
            let now = (state.generation, state.incarnation, self.digest(tx, state)?);
            if tx.value(Namespace::Intent, &offered)? != Some(now) {
                tx.put_value(Namespace::Intent, &offered, &now)?;
                devices = others(tx, state)?;
            }
        }
        if devices.is_empty() {
            return Ok(());
        }
        tx.delete_value(Namespace::Intent, &owed)?;
        self.take_snapshot(tx, state, devices)
    }

    /// Of everything that a snapshot would hold now.
    fn digest(&self, tx: &Transaction<'_>, state: &SpaceState) -> Result<Hash, EngineError> {
        let mut digest = Hash::of(&encode(&membership::removals(tx, state.id)?));
        self.each_record(tx, state, |stored| {
            let arrival = tx.arrival(state.id, stored.id)?;
            digest = Hash::of(&encode(&(digest, stored.id, Hash::of(&stored.state), arrival)));
            Ok(())
        })?;
        Ok(digest)
    }

    /// Goes through the records that may leave, in the order of their ids.
    fn each_record(
        &self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        mut with: impl FnMut(StoredRecord) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        let mut last = None;
        loop {
            let records = tx.records_after(state.id, last, 256)?;
            let Some(end) = records.last() else { return Ok(()) };
            last = Some(end.id);
            for stored in records {
                if may_leave(self.types, state, &stored) {
                    with(stored)?;
                }
            }
        }
    }

    /// Makes the pages for these devices, and the offer that goes out when the server has them.
    pub(super) fn take_snapshot(
        &self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        devices: Vec<DeviceId>,
    ) -> Result<(), EngineError> {
        let (space, key_bytes) = (state.id, snapshot_key(&*self.entropy));
        let mut offer =
            SnapshotOffer { devices, blobs: Vec::new(), key: Bytes(key_bytes.to_vec()), seq: state.cursor.seq };
        let mut page = SnapshotPage { removals: membership::removals(tx, space)?, ..SnapshotPage::default() };
        let mut size = 0;
        self.each_record(tx, state, |stored| {
            if size + stored.state.len() > PAGE_BYTES && !page.records.is_empty() {
                self.keep_page(tx, space, &mut offer, &std::mem::take(&mut page))?;
                size = 0;
            }
            size += stored.state.len();
            let (state, arrival) = (in_space::state(&stored)?, tx.arrival(space, stored.id)?);
            page.records.push(SnapshotRecord { id: stored.id, kind: stored.kind, state, arrival });
            Ok(())
        })?;
        self.keep_page(tx, space, &mut offer, &page)?;
        // An offer that was not made yet is taken back: this one holds all of it.
        if let Some(before) = tx.value::<SnapshotOffer>(Namespace::Intent, &key(b"offer", space))? {
            let more: Vec<_> = before.devices.into_iter().filter(|device| !offer.devices.contains(device)).collect();
            offer.devices.extend(more);
            for blob in before.blobs {
                tx.delete_value(Namespace::Intent, &blob_key(b"put", space, blob))?;
            }
        }
        Ok(tx.put_value(Namespace::Intent, &key(b"offer", space), &offer)?)
    }

    fn keep_page(
        &self,
        tx: &Transaction<'_>,
        space: SpaceId,
        offer: &mut SnapshotOffer,
        page: &SnapshotPage,
    ) -> Result<(), EngineError> {
        let blob = BlobId(self.entropy.bytes());
        let secret = offer.key[..].try_into().map_err(|_| StoreError::Damaged)?;
        let index = u32::try_from(offer.blobs.len()).unwrap_or(u32::MAX);
        offer.blobs.push(blob);
        Ok(tx.put_value(Namespace::Intent, &blob_key(b"put", space, blob), &Bytes(seal_page(page, secret, index)))?)
    }
}

/// The group's other devices.
fn others(tx: &Transaction<'_>, state: &SpaceState) -> Result<Vec<DeviceId>, EngineError> {
    let name = GroupName { space: state.id, generation: state.generation };
    let this = ThisDevice::load(tx)?.map(|device| device.id());
    let Some(group) = Group::load(tx, name)? else { return Ok(Vec::new()) };
    Ok(group.members()?.iter().map(|member| member.device).filter(|id| Some(*id) != this).collect())
}
