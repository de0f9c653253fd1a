//! What must be sent, made from the records each time.

use tend_protocol::{DeviceId, encode};

use super::{
    EngineError, Role, SpaceState,
    payload::{self, Control},
};
use crate::{
    records::{Operation, OperationId, RecordId, RecordTypes, in_space, operation::MAX_OPERATION},
    store::{StoredRecord, Transaction},
};

/// Records with the counters of their operations.
pub(super) type Carried = Vec<(RecordId, u64)>;

/// Whether a record may leave this device for the space. The code cannot put a private record into the couple space; if one is there all the
/// same, nothing of it goes out, in a message or in a snapshot.
pub(super) fn may_leave(types: RecordTypes, state: &SpaceState, stored: &StoredRecord) -> bool {
    state.role == Role::Own || !types.is_private(&stored.kind)
}

/// The controls that one message holds besides others; the rest is for the next.
pub(super) fn that_fit(mut controls: Vec<(Vec<u8>, Control)>, role: Role) -> Vec<(Vec<u8>, Control)> {
    let mut room = payload::payload_limit(role).saturating_sub(512);
    controls.retain(|(_, control)| {
        let size = encode(control).len();
        let fits = size <= room;
        room -= if fits { size } else { 0 };
        fits
    });
    controls
}

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
        let stored = tx.record(state.id, own.record)?.filter(|stored| may_leave(types, state, stored));
        let operation = stored.map(|stored| in_space::unsent(tx, state.id, id, &stored)).transpose()?.flatten();
        let Some(operation) = operation else {
            // There is nothing left to say, and no place in the log that says it.
            tx.forget_own_operation(state.id, own.record)?;
            continue;
        };
        let size = encode(&operation).len();
        debug_assert!(size <= MAX_OPERATION, "what is written was validated");
        if size > room {
            break;
        }
        room -= size;
        carried.push((own.record, operation.id.counter));
        operations.push(operation);
    }
    Ok((operations, carried))
}
