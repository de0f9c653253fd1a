//! What a device with a later version said, in a message or a snapshot, and this version cannot read. It is passed over alone, and kept until
//! a version can.

use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, SpaceId, decode, encode};

use super::{
    EngineError, Role, SpaceState,
    engine::Engine,
    intents::key,
    offered::Offered,
    partnership::own_records_changed,
    payload::{Control, Later, Payload, SnapshotRecord, known},
};
use crate::{
    identity::Certificate,
    store::{Namespace, StoreError, Transaction},
};

/// Bytes that are kept for a space, about: somebody who does not keep to the rules may send anything without end.
const KEPT_BYTES: usize = 512 * 1024;

#[derive(PartialEq, Serialize, Deserialize)]
struct Kept {
    sender: Certificate,
    /// A [`Later`] on its own: in a list it would be nested deeper than it came, and perhaps too deep to be read.
    later: Bytes,
}

/// Keeps what could not be read, as much of it as there is room for.
pub(super) fn keep(
    tx: &Transaction<'_>,
    space: SpaceId,
    sender: &Certificate,
    mut later: Later,
) -> Result<(), StoreError> {
    if later.is_empty() {
        return Ok(());
    }
    let key = key(b"later", space);
    let mut all: Vec<Kept> = tx.value(Namespace::Intent, &key)?.unwrap_or_default();
    let mut room = KEPT_BYTES.saturating_sub(encode(&all).len());
    for part in later.parts() {
        part.retain(|value| {
            let size = encode(value).len();
            let fits = size <= room;
            room -= if fits { size } else { 0 };
            fits
        });
    }
    let kept = Kept { sender: *sender, later: Bytes(encode(&later)) };
    // What several snapshots show is kept once.
    if !later.is_empty() && !all.contains(&kept) {
        all.push(kept);
        tx.put_value(Namespace::Intent, &key, &all)?;
    }
    Ok(())
}

impl Engine {
    /// Reads again what an earlier version has kept: once each time that Tend is opened.
    pub(super) fn read_later(&mut self, tx: &Transaction<'_>, state: &SpaceState) -> Result<(), EngineError> {
        if !self.memory.read_later.insert(state.id) {
            return Ok(());
        }
        let key = key(b"later", state.id);
        let all: Vec<Kept> = tx.value(Namespace::Intent, &key)?.unwrap_or_default();
        let (mut kept, mut said) = (Vec::new(), Vec::new());
        for Kept { sender, later } in all {
            let Later { operations, controls, removals, records } = decode(&later).map_err(|_| StoreError::Damaged)?;
            let mut rest = Later::default();
            let operations = known(operations, &mut rest.operations);
            let mut controls = known(controls, &mut rest.controls);
            controls.extend(known(removals, &mut rest.removals).into_iter().map(Control::Removed));
            let records: Vec<SnapshotRecord> = known(records, &mut rest.records);
            said.push((sender, Payload { at: state.cursor, operations, controls }, records));
            if !rest.is_empty() {
                kept.push(Kept { sender, later: Bytes(encode(&rest)) });
            }
        }
        if !said.is_empty() {
            tx.put_value(Namespace::Intent, &key, &kept)?;
        }
        for (sender, payload, records) in said {
            self.take_said(tx, state, &sender, payload)?;
            self.take_shown(tx, state, sender, &records)?;
        }
        Ok(())
    }

    /// Records that stood in a snapshot.
    fn take_shown(
        &self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        from: Certificate,
        records: &[SnapshotRecord],
    ) -> Result<(), EngineError> {
        if records.is_empty() {
            return Ok(());
        }
        Offered::load(tx, self.types, state, from)?.take_all(records)?;
        if state.role == Role::Own {
            own_records_changed(tx, self.types, state)?;
        }
        Ok(())
    }
}
