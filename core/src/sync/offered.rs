//! What is taken of a snapshot that another device offers.
//!
//! A snapshot is as good as who made it. An own device may give everything. The partner's device gives the partner's records. Of this
//! person's own it gives only what no device of theirs can give any more, and the person is told; everything else of their own that it
//! shows is passed over, and what they have of it is offered in turn.

use std::collections::BTreeSet;

use tend_protocol::DeviceId;

use super::{
    EngineError, Notice, Role, Snapshot, SpaceState,
    devices::{ThisDevice, announce_went, is_own},
    membership,
    outbox::may_leave,
    partnership::{may_be_here, may_write},
    payload::{SnapshotPage, SnapshotRecord},
};
use crate::{
    identity::{Certificate, IdentityId},
    records::{RecordId, RecordTypes, in_space},
    spaces::{Group, GroupName},
    store::{StoredRecord, Transaction},
};

/// A snapshot, with what decides what is taken of it.
pub(super) struct Offered<'a> {
    tx: &'a Transaction<'a>,
    types: RecordTypes,
    state: &'a SpaceState,
    from: Certificate,
    this: Certificate,
    pinned: BTreeSet<IdentityId>,
    members: Vec<Certificate>,
}

/// How what is here compares with what was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Taken {
    /// This device has something that the snapshot lacks.
    pub lacks: bool,
    /// The snapshot shows something of this person's own that is not here, and that another of their devices may give.
    pub misses: bool,
}

impl<'a> Offered<'a> {
    /// A snapshot of the space that the device `from` offers.
    pub fn load(
        tx: &'a Transaction<'a>,
        types: RecordTypes,
        state: &'a SpaceState,
        from: Certificate,
    ) -> Result<Self, EngineError> {
        let group = Group::load(tx, GroupName { space: state.id, generation: state.generation })?;
        let members = group.map(|group| group.members()).transpose()?.unwrap_or_default();
        let this = ThisDevice::load(tx)?.map_or(from, |device| device.certificate);
        let pinned = membership::trust(tx, state.id)?.pinned.into_iter().collect();
        Ok(Self { tx, types, state, from, this, pinned, members })
    }

    /// Merges a page, which begins after the record `after`.
    pub fn merge(&self, page: &SnapshotPage, after: Option<RecordId>, is_last: bool) -> Result<Taken, EngineError> {
        for removal in &page.removals {
            let is_new = membership::take_removal(self.tx, self.state.id, removal)?;
            // Who went before this device came, or before the two paired, is no news.
            if is_new && membership::is_met(self.tx, self.state.id, removal.device)? {
                announce_went(self.tx, removal)?;
            }
        }
        let (mut taken, mut shown) = self.take_all(&page.records)?;
        // What this version cannot read is there; whether it has all, a later one finds out.
        shown.extend(&page.others);
        taken.lacks |= self.has_besides(&shown, after, page.last().filter(|_| !is_last))?;
        Ok(taken)
    }

    /// Merges records of a page, and says which of them may be here.
    pub fn take_all(&self, records: &[SnapshotRecord]) -> Result<(Taken, BTreeSet<RecordId>), EngineError> {
        let (mut taken, mut shown) = (Taken::default(), BTreeSet::new());
        for record in records {
            let valid = record.state.validate(record.id, &record.kind).is_ok();
            if !valid || !may_be_here(self.tx, self.types, self.state, &record.kind)? {
                continue;
            }
            shown.insert(record.id);
            let one = self.take(record)?;
            let lacks = one.lacks || self.take_arrival(record)?;
            taken = Taken { lacks: taken.lacks || lacks, misses: taken.misses || one.misses };
        }
        Ok((taken, shown))
    }

    fn take(&self, record: &SnapshotRecord) -> Result<Taken, EngineError> {
        let (tx, space) = (self.tx, self.state.id);
        let here = tx.record(space, record.id)?;
        if self.may_take(record, here.as_ref())? {
            let (merged, news) = in_space::merge(tx, space, record.id, &record.kind, &record.state)?;
            let by_partner = self.from.identity != self.this.identity;
            let partners_copy = news && by_partner && record.state.origin().author == self.this.identity;
            if partners_copy {
                Notice::PartnersCopy.tell(tx)?;
            }
            // The person's other devices do not take it from there.
            let lacks = merged != record.state || partners_copy && self.has_own_member();
            return Ok(Taken { lacks, misses: false });
        }
        let Some(here) = here else { return Ok(Taken { lacks: false, misses: self.has_own_member() }) };
        // What they have besides may be lies, and is no reason to say anything again: only what they lack is.
        let mine = in_space::state(&here)?;
        let (mut all, mut theirs) = (mine.clone(), record.state.clone());
        Ok(Taken { lacks: theirs.join(&mine), misses: all.join(&record.state) && self.has_own_member() })
    }

    fn may_take(&self, record: &SnapshotRecord, here: Option<&StoredRecord>) -> Result<bool, EngineError> {
        let origin = record.state.origin();
        let own_gives = self.from.identity == self.this.identity && self.pinned.contains(&origin.author);
        if own_gives || may_write(self.state, &self.from, origin) {
            return Ok(true);
        }
        // Of two deletions for good the first stays, no matter who tells of it. Nothing else that is here does the partner's device change.
        if here.map(in_space::state).transpose()?.is_some_and(|mine| mine.is_purged()) && record.state.is_purged() {
            return Ok(true);
        }
        let waits = here.is_none() && (self.state.put_back || self.state.snapshot != Snapshot::Here);
        let waits = waits && origin.author == self.this.identity;
        // A record that there is once must stay open to this device: made up and ended, it would be in the way for ever.
        let is_open = origin.number > 0 || record.state.leaves_room();
        let mut gone = waits && self.state.role == Role::Couple && is_open;
        let mut devices = record.state.devices().peekable();
        gone &= devices.peek().is_some();
        for device in devices {
            gone = gone && self.is_gone(device)?;
        }
        Ok(gone)
    }

    /// Whether it is an own device that can no longer give what it wrote: another one that is not in the group, or this one, put back.
    fn is_gone(&self, device: DeviceId) -> Result<bool, EngineError> {
        if device == self.this.device {
            return Ok(self.state.put_back);
        }
        let is_member = self.members.iter().any(|member| member.device == device);
        Ok(!is_member && is_own(self.tx, device)?)
    }

    fn has_own_member(&self) -> bool {
        let other = |member: &Certificate| member.device != self.this.device && member.device != self.from.device;
        self.members.iter().any(|member| member.identity == self.this.identity && other(member))
    }

    /// Takes a place in the log that this device can have read, if it is before the one that this device knows. Where this device has read
    /// the log itself, it needs no partner to know better. Returns whether this device knows of a place before theirs: all must go by the
    /// same order, no matter who wrote the record.
    fn take_arrival(&self, record: &SnapshotRecord) -> Result<bool, EngineError> {
        let (tx, space) = (self.tx, self.state.id);
        if !self.types.is_ordered(&record.kind) || tx.record(space, record.id)?.is_none() {
            return Ok(false);
        }
        let now = (self.state.generation, self.state.cursor.seq);
        let theirs = record.arrival.filter(|at| *at <= now && at.1 <= i64::MAX.unsigned_abs());
        if let Some((generation, seq)) = theirs {
            let by_own = self.from.identity == self.this.identity;
            if by_own || tx.arrival(space, record.id)?.is_none() || tx.hash_at(space, generation, seq)?.is_none() {
                tx.note_arrival(space, record.id, generation, seq)?;
            }
        }
        Ok(tx.arrival(space, record.id)? != theirs)
    }

    /// Whether this device has a record after one, and up to another, that is not among those.
    fn has_besides(
        &self,
        shown: &BTreeSet<RecordId>,
        after: Option<RecordId>,
        last: Option<RecordId>,
    ) -> Result<bool, EngineError> {
        let mut at = after;
        loop {
            let stored = self.tx.records_after(self.state.id, at, 256)?;
            let inside = || stored.iter().take_while(|stored| last.is_none_or(|last| stored.id <= last));
            let besides =
                |stored: &StoredRecord| !shown.contains(&stored.id) && may_leave(self.types, self.state, stored);
            if inside().any(besides) {
                return Ok(true);
            }
            if inside().count() < 256 {
                return Ok(false);
            }
            at = stored.last().map(|stored| stored.id);
        }
    }
}
