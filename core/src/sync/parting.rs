//! Parting from a space: leaving it, and forgetting it. Each person keeps what they wrote.

use std::collections::BTreeSet;

use tend_protocol::{Bytes, SignedLeave, SpaceId, decode, encode, leave_text};

use super::{
    EngineError, Role, SpaceState,
    devices::{Partnership, ThisDevice, record_of_space},
    in_flight::InFlight,
    intents, membership,
};
use crate::{
    identity::Certificate,
    records::{Own, RecordError, RecordTypes, Records, State, in_space},
    spaces::{Group, GroupName},
    store::{Namespace, StoreError, Transaction},
};

/// Leaves the couple space: it is gone from this device at once, and the server is told as soon as it can be reached.
pub(crate) fn leave(tx: &Transaction<'_>, types: RecordTypes, state: &SpaceState) -> Result<(), EngineError> {
    let Some(device) = ThisDevice::load(tx)? else { return Ok(()) };
    let signature = device.key.sign(&leave_text(state.id, device.id()));
    let proof = Bytes(encode(&device.certificate));
    let statement = SignedLeave { space: state.id, device: device.id(), signature, proof };
    tx.put_value(Namespace::Intent, &intents::key(b"leave", state.id), &statement)?;
    part(tx, types, state)
}

/// Takes a left space off this device. The person's own writings are copied into the own space first; two of their devices make the
/// same copies.
pub(super) fn part(tx: &Transaction<'_>, types: RecordTypes, state: &SpaceState) -> Result<(), EngineError> {
    let Some(device) = ThisDevice::load(tx)? else { return Ok(()) };
    let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
    keep_own_writings(tx, types, state.id, &device, &own).map_err(|_| StoreError::Damaged)?;
    // A deletion for good is valid whatever was written there.
    match own.purge::<Partnership>(record_of_space(state.id)) {
        Ok(()) | Err(RecordError::NotFound) => forget_space(tx, state),
        Err(_) => Err(StoreError::Damaged.into()),
    }
}

/// A person keeps all that they wrote, of every type, and what the other replied to it. The records of both spaces are merged as they are,
/// so that two own devices that had seen different things come to the same.
fn keep_own_writings(
    tx: &Transaction<'_>,
    types: RecordTypes,
    space: SpaceId,
    device: &ThisDevice,
    own: &Records<'_, Own>,
) -> Result<(), RecordError> {
    let (mut last, mut replied) = (None, BTreeSet::new());
    loop {
        let records = tx.records_after(space, last, 256)?;
        let Some(end) = records.last() else { return Ok(()) };
        last = Some(end.id);
        for stored in &records {
            let state = in_space::state(stored)?;
            let is_mine = |state: &State| state.origin().author == device.person();
            let mut replies_to_mine = || -> Result<bool, StoreError> {
                let shown = state.shown();
                let of = shown.and_then(|shown| types.find(&stored.kind)?.reply_to(&shown));
                let of = of.map(|of| tx.record(space, of)).transpose()?.flatten();
                let Some(of) = of.filter(|of| replied.insert((stored.kind.clone(), of.id))) else { return Ok(false) };
                Ok(is_mine(&in_space::state(&of)?))
            };
            // One reply of a kind to a record, as an app makes it; anything else that only looks like one would fill the own space.
            if is_mine(&state) || state.origin().number == 0 && replies_to_mine()? {
                own.adopt(stored.id, &stored.kind, &state)?;
            }
        }
    }
}

/// Forgets all of a space: records, MLS state, trust, log and what was under way.
pub(super) fn forget_space(tx: &Transaction<'_>, state: &SpaceState) -> Result<(), EngineError> {
    for generation in
        [Some(state.generation), state.previous(), Some(state.server_generation + 1)].into_iter().flatten()
    {
        Group::forget(tx, GroupName { space: state.id, generation })?;
    }
    tx.drop_records(state.id)?;
    tx.forget_log(state.id)?;
    tx.delete_values(Namespace::InFlight, &state.id.0)?;
    intents::forget(tx, state.id)?;
    InFlight::drop(tx, state.id)?;
    membership::forget(tx, state.id)?;
    tx.delete_value(Namespace::Space, &state.id.0)?;
    Ok(tx.ask_for_checkpoint()?)
}

/// Whether the statement is by a device of one of the two people, by its certificate. A removed device has no say, and a person's own
/// space cannot be left at all.
pub(super) fn may_leave(
    tx: &Transaction<'_>,
    state: &SpaceState,
    statement: &SignedLeave,
) -> Result<bool, EngineError> {
    let Ok(certificate) = decode::<Certificate>(&statement.proof) else { return Ok(false) };
    let signed = statement.space == state.id && certificate.device == statement.device && statement.verify().is_ok();
    let trusted = membership::trust(tx, state.id)?.check(&certificate).is_ok();
    Ok(state.role == Role::Couple && signed && certificate.verify().is_ok() && trusted)
}
