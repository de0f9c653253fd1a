//! What a device with a later version said, and this version cannot read. It is passed over alone, and kept until a version can.

use serde::{Deserialize, Serialize};
use tend_protocol::{SpaceId, encode};

use super::{
    EngineError, SpaceState,
    engine::Engine,
    intents::key,
    payload::{Later, Payload, known},
};
use crate::{
    identity::Certificate,
    store::{Namespace, StoreError, Transaction},
};

/// Bytes that are kept for a space at most: somebody who does not keep to the rules may send anything without end.
const KEPT_BYTES: usize = 256 * 1024;

#[derive(Serialize, Deserialize)]
struct Kept {
    sender: Certificate,
    later: Later,
}

/// Keeps what could not be read of a message.
pub(super) fn keep(tx: &Transaction<'_>, space: SpaceId, sender: &Certificate, later: Later) -> Result<(), StoreError> {
    if later.is_empty() {
        return Ok(());
    }
    let key = key(b"later", space);
    let mut all: Vec<Kept> = tx.value(Namespace::Intent, &key)?.unwrap_or_default();
    all.push(Kept { sender: *sender, later });
    if encode(&all).len() <= KEPT_BYTES {
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
            let mut rest = Later::default();
            let operations = known(later.operations, &mut rest.operations);
            let controls = known(later.controls, &mut rest.controls);
            said.push((sender, Payload { at: state.cursor, operations, controls }));
            if !rest.is_empty() {
                kept.push(Kept { sender, later: rest });
            }
        }
        if !said.is_empty() {
            tx.put_value(Namespace::Intent, &key, &kept)?;
        }
        for (sender, payload) in said {
            self.take_said(tx, state, &sender, payload)?;
        }
        Ok(())
    }
}
