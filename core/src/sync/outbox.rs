//! What must be sent, made from the records each time.

use tend_protocol::{DeviceId, decode, encode};

use super::{
    EngineError, Role, SpaceState,
    payload::{self, Control},
};
use crate::{
    records::{Operation, OperationId, RecordId, RecordTypes, State, operation::MAX_OPERATION},
    store::{StoreError, Transaction},
};

/// Records with the counters of their operations.
pub(super) type Carried = Vec<(RecordId, u64)>;

/// The operations that are due, up to the one with the counter `upto`, as many as one message holds.
pub(super) fn unsent(
    tx: &Transaction<'_>,
    types: RecordTypes,
    device: DeviceId,
    state: &SpaceState,
    controls: &[(Vec<u8>, Control)],
    upto: u64,
) -> Result<(Vec<Operation>, Carried), EngineError> {
    let spoken: usize = controls.iter().map(|(_, control)| encode(control).len()).sum();
    let mut room = payload::payload_limit(state.role).saturating_sub(spoken + 128);
    let (mut operations, mut carried) = (Vec::new(), Vec::new());
    for own in tx.unsent_operations(state.id, 512)?.into_iter().take_while(|own| own.counter <= upto) {
        let id = OperationId { device, counter: own.counter };
        let Some(stored) = tx.record(state.id, own.record)? else { continue };
        if state.role == Role::Couple && types.is_private(&stored.kind) {
            // The code cannot put a private record into the couple space. If one is there all the same, it is never sent.
            continue;
        }
        let merged: State = decode(&stored.state).map_err(|_| StoreError::Damaged)?;
        let Some(operation) = merged.operation(own.record, &stored.kind, id) else {
            // Another operation replaced it: there is nothing left to say.
            tx.note_taken(state.id, own.record, own.counter, state.generation, 0)?;
            continue;
        };
        let size = encode(&operation).len();
        debug_assert!(size <= MAX_OPERATION, "what is written was validated");
        if size > room {
            break;
        }
        room -= size;
        carried.push((own.record, own.counter));
        operations.push(operation);
    }
    Ok((operations, carried))
}
