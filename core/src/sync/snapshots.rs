//! Snapshots: all records so far, for a device that was just added, or for every device of a new generation.
//!
//! A device that adds others owes them a snapshot. It takes the snapshot after the commit was merged, puts it on the server as encrypted
//! pages, and sends the key in the group. The others merge it like operations. A device that finds that the snapshot lacks something owes
//! one in turn, so that all end with the same records, whatever each had missed.

use serde::{Deserialize, Serialize};
use tend_protocol::{BlobId, Bytes, DropBlob, ErrorCode, FoundBlob, GetBlob, PutBlob, SpaceId, decode};

use super::{
    EngineError, Notice, Request, Role, Snapshot, SpaceState,
    devices::ThisDevice,
    engine::Engine,
    error::Answered,
    intents::{blob_key, key, queue},
    later,
    offered::Offered,
    partnership::own_records_changed,
    payload::{Control, SnapshotOffer, open_page},
    request::RequestKind,
};
use crate::{
    identity::Certificate,
    records::RecordId,
    store::{Namespace, StoreError, Transaction},
};

/// Bytes of the longest sealed page that is opened. A value takes more memory than its byte on the page.
const BLOB_BYTES: usize = 1024 * 1024;
/// How long a newcomer waits for its snapshot before it asks again, in seconds.
pub(super) const PATIENCE: u64 = 3600;
/// How long it does not ask again for what none of those that come gives, in seconds.
const DAY: u64 = 24 * 3600;

/// A snapshot that is being fetched.
#[derive(Serialize, Deserialize)]
struct Fetch {
    offer: SnapshotOffer,
    /// Who offered it.
    from: Certificate,
    /// The next page.
    page: usize,
    /// The last record of the pages so far.
    last: Option<RecordId>,
    /// See [`Taken`](super::offered::Taken).
    lacks: bool,
    misses: bool,
}

impl Fetch {
    /// All of a space, those that own devices offer first.
    fn all(tx: &Transaction<'_>, space: SpaceId) -> Result<Vec<Self>, StoreError> {
        let me = ThisDevice::load(tx)?.map(|device| device.person());
        let found = tx.values::<Self>(Namespace::Intent, &key(b"fetch", space))?;
        let mut all: Vec<_> = found.into_iter().map(|(_, fetch)| fetch).collect();
        all.sort_by_key(|fetch| Some(fetch.from.identity) != me);
        Ok(all)
    }

    /// The one that a page is next of.
    fn of(tx: &Transaction<'_>, space: SpaceId, blob: BlobId) -> Result<Option<Self>, StoreError> {
        Ok(Self::all(tx, space)?.into_iter().find(|fetch| fetch.blob() == Some(blob)))
    }

    /// The next page.
    fn blob(&self) -> Option<BlobId> {
        self.offer.blobs.get(self.page).copied()
    }

    fn key(&self, space: SpaceId) -> Vec<u8> {
        [key(b"fetch", space).as_slice(), &self.from.device.0].concat()
    }

    fn save(&self, tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
        tx.put_value(Namespace::Intent, &self.key(space), self)
    }

    fn forget(&self, tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
        tx.delete_value(Namespace::Intent, &self.key(space))
    }
}

impl Engine {
    /// Uploads, offers, fetches or drops, whatever is due.
    pub(super) fn snapshot_request(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
    ) -> Result<Option<Request>, EngineError> {
        let space = state.id;
        if let Some(blob) = Fetch::all(tx, space)?.iter().find_map(Fetch::blob) {
            return Ok(Some(Request::new(&GetBlob { space, blob }, self.token(), RequestKind::GetBlob(space, blob))));
        }
        if let Some((key, ())) = tx.values(Namespace::Intent, &key(b"drop", space))?.into_iter().next() {
            let blob = BlobId::try_from(&key[key.len() - 16..]).map_err(|_| StoreError::Damaged)?;
            return Ok(Some(Request::new(&DropBlob { space, blob }, self.token(), RequestKind::DropBlob(space, blob))));
        }
        self.make_owed(tx, state)?;
        match tx.values::<Bytes>(Namespace::Intent, &key(b"put", space))?.into_iter().next() {
            Some((key, bytes)) if !self.memory.no_blobs.contains(&space) => {
                let blob = BlobId::try_from(&key[key.len() - 16..]).map_err(|_| StoreError::Damaged)?;
                let call = PutBlob { space, blob, bytes };
                return Ok(Some(Request::new(&call, self.token(), RequestKind::PutBlob(space, blob))));
            }
            Some(_) => {}
            None => {
                // Every page is on the server: now the others may be told.
                if let Some(offer) = tx.value::<SnapshotOffer>(Namespace::Intent, &key(b"offer", space))? {
                    queue(tx, space, &Control::Snapshot(offer))?;
                    tx.delete_value(Namespace::Intent, &key(b"offer", space))?;
                }
            }
        }
        self.ask_for_snapshot(tx, state)?;
        Ok(None)
    }

    /// A newcomer whose snapshot does not come asks the group.
    fn ask_for_snapshot(&self, tx: &Transaction<'_>, state: &mut SpaceState) -> Result<(), EngineError> {
        let now = self.memory.at;
        match state.snapshot {
            Snapshot::Awaited { since: Some(since), .. } if now.abs_diff(since) >= PATIENCE => {
                self.want_snapshot(tx, state)?;
            }
            Snapshot::Awaited { since: None, asked } => state.snapshot = Snapshot::Awaited { since: Some(now), asked },
            Snapshot::Here | Snapshot::Awaited { .. } => return Ok(()),
        }
        Ok(state.save(tx)?)
    }

    pub(super) fn blob_put(&mut self, tx: &Transaction<'_>, space: SpaceId, blob: BlobId) -> Result<bool, EngineError> {
        tx.delete_value(Namespace::Intent, &blob_key(b"put", space, blob))?;
        Ok(false)
    }

    /// The server did not take a page. What a person writes goes out all the same; the page is tried again in the next round.
    pub(super) fn blob_refused(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        match code {
            ErrorCode::NotAMember => return self.lost(tx, space),
            ErrorCode::SpaceLeft => return self.look_again(space),
            ErrorCode::QuotaExceeded | ErrorCode::DiskFull => Notice::ServerFull.tell(tx)?,
            _ => {}
        }
        self.memory.no_blobs.insert(space);
        Ok(false)
    }

    pub(super) fn blob_dropped(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        blob: BlobId,
    ) -> Result<bool, EngineError> {
        tx.delete_value(Namespace::Intent, &blob_key(b"drop", space, blob))?;
        Ok(false)
    }

    /// Another device offers a snapshot. It is taken if it is for this device; a later offer of the same device replaces an earlier one. What
    /// one device offers does not stand for what another does: a partner's is no source of one's own words.
    pub(super) fn take_offer(
        &self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        offer: SnapshotOffer,
        from: &Certificate,
    ) -> Result<(), EngineError> {
        let this = ThisDevice::load(tx)?.map(|device| device.id());
        let for_this = this.is_some_and(|this| offer.devices.contains(&this));
        if for_this && offer.key.len() == 32 && !offer.blobs.is_empty() {
            let fetch = Fetch { offer, from: *from, page: 0, last: None, lacks: false, misses: false };
            fetch.save(tx, state.id)?;
        }
        Ok(())
    }

    pub(super) fn blob_found(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        blob: BlobId,
        bytes: &[u8],
    ) -> Result<Answered, EngineError> {
        let Ok(found) = decode::<FoundBlob>(bytes) else { return Ok(Answered::Foreign) };
        let (Some(mut state), Some(mut fetch)) = (SpaceState::load(tx, space)?, Fetch::of(tx, space, blob)?) else {
            return Ok(Answered::Same);
        };
        let secret: Option<&[u8; 32]> = fetch.offer.key[..].try_into().ok();
        let index = u32::try_from(fetch.page).unwrap_or(u32::MAX);
        let page = secret
            .filter(|_| found.bytes.len() <= BLOB_BYTES)
            .and_then(|secret| open_page(found.bytes.0, secret, index));
        let Some((page, unread)) = page else { return Ok(Answered::when(self.blob_missing(tx, space, blob)?)) };
        let is_last = fetch.page + 1 == fetch.offer.blobs.len();
        let taken = Offered::load(tx, self.types, &state, fetch.from)?.merge(&page, fetch.last, is_last)?;
        fetch.lacks |= taken.lacks;
        fetch.misses |= taken.misses;
        later::keep(tx, space, &fetch.from, unread)?;
        fetch.last = page.last().or(fetch.last);
        fetch.page += 1;
        if !is_last {
            fetch.save(tx, space)?;
            return Ok(Answered::Changed);
        }
        fetch.forget(tx, space)?;
        // Not the device that opened the generation may have answered, but another one. What the opener lacks is not known, so all devices
        // get a snapshot.
        let asked = matches!(state.snapshot, Snapshot::Awaited { asked: true, .. });
        fetch.lacks |= asked;
        state.snapshot = Snapshot::Here;
        let me = ThisDevice::load(tx)?.map(|device| device.person());
        state.put_back &= me == Some(fetch.from.identity);
        if fetch.misses && !asked && state.asked_at.is_none_or(|at| self.memory.at.abs_diff(at) >= DAY) {
            self.want_snapshot(tx, &mut state)?;
        }
        state.save(tx)?;
        if fetch.offer.devices.len() == 1 {
            for blob in &fetch.offer.blobs {
                tx.put_value(Namespace::Intent, &blob_key(b"drop", space, *blob), &())?;
            }
        }
        if fetch.lacks {
            self.lacked(tx, space)?;
        }
        if state.role == Role::Own {
            own_records_changed(tx, self.types, &state)?;
        }
        Ok(Answered::Changed)
    }

    /// The snapshot is not on the server any more, or cannot be opened. The group is asked for another one.
    pub(super) fn blob_missing(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        blob: BlobId,
    ) -> Result<bool, EngineError> {
        let fetch = Fetch::of(tx, space, blob)?;
        let fetched = fetch.is_some();
        if let Some(fetch) = fetch {
            fetch.forget(tx, space)?;
        }
        // Also who waited for none was offered it for what they lack.
        if let Some(mut state) =
            SpaceState::load(tx, space)?.filter(|state| fetched || state.snapshot != Snapshot::Here)
        {
            self.want_snapshot(tx, &mut state)?;
            state.save(tx)?;
        }
        Ok(false)
    }

    /// Asks the group for a snapshot until one comes, but not again and again: a server that gives none would have phones make snapshots
    /// without end. The caller saves the state.
    pub(super) fn want_snapshot(&self, tx: &Transaction<'_>, state: &mut SpaceState) -> Result<(), StoreError> {
        let now = self.memory.at;
        match state.snapshot {
            Snapshot::Awaited { since: Some(at), asked: true } if now.abs_diff(at) < PATIENCE => Ok(()),
            _ => {
                state.snapshot = Snapshot::Awaited { since: Some(now), asked: true };
                state.asked_at = Some(now);
                queue(tx, state.id, &Control::WantSnapshot)
            }
        }
    }
}
