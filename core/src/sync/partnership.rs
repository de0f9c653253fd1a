//! What follows from the own space's records: removed devices, and the couple space that a person is in.

use tend_protocol::SpaceId;

use super::{
    EngineError, Notice, Role, SpaceState,
    devices::{Partnership, ThisDevice, announce_went, record_of_space},
    intents::queue,
    membership, parting,
    payload::Control,
};
use crate::{
    identity::Certificate,
    records::{Origin, Own, RecordTypes, Records},
    spaces::SUITE,
    store::{StoreError, Transaction},
};

/// Whether records of that type may be in the space; if not, the person is told.
pub(super) fn may_be_here(
    tx: &Transaction<'_>,
    types: RecordTypes,
    state: &SpaceState,
    kind: &str,
) -> Result<bool, StoreError> {
    let allowed = state.role == Role::Own || !types.is_private(kind);
    if !allowed {
        Notice::ForbiddenRecord.tell(tx)?;
    }
    Ok(allowed)
}

/// Whether a person may write a record there: in the couple space its author, and in the own space all devices are one person's. It follows
/// from the bytes and the sender alone, also of a type that only a later version knows, so all devices judge alike.
pub(super) fn may_write(state: &SpaceState, sender: &Certificate, origin: Origin) -> bool {
    state.role == Role::Own || sender.identity == origin.author
}

/// What follows from the own space's records: removed devices, and the couple space to join.
pub(super) fn own_records_changed(
    tx: &Transaction<'_>,
    types: RecordTypes,
    own: &SpaceState,
) -> Result<(), EngineError> {
    let Some(device) = ThisDevice::load(tx)? else { return Ok(()) };
    let records = Records::<Own>::new(tx, own.id, &device.certificate);
    for found in records.all::<super::OwnDevice>().map_err(|_| StoreError::Damaged)? {
        let Some(removal) = found.value.removal else { continue };
        for space in SpaceState::all(tx)? {
            let trusted = removal.device == found.value.certificate.device;
            if trusted && membership::take_removal(tx, space.id, &removal)? {
                announce_went(tx, &removal)?;
                queue(tx, space.id, &Control::Removed(removal))?;
            }
        }
    }
    join_partnership(tx, types, &device, own.id)
}

/// A person has at most one couple space: the earlier entry wins, and of two at once the lower id. The own space's entry also ends it: what
/// one device leaves, all of the person's leave.
fn join_partnership(
    tx: &Transaction<'_>,
    types: RecordTypes,
    device: &ThisDevice,
    own: SpaceId,
) -> Result<(), EngineError> {
    let records = Records::<Own>::new(tx, own, &device.certificate);
    let mut found = records.all::<Partnership>().map_err(|_| StoreError::Damaged)?;
    found.sort_by_key(|found| (found.value.since, found.value.space));
    let first = found.into_iter().next().map(|found| found.value);
    if let Some(couple) = SpaceState::of_role(tx, Role::Couple)? {
        let entry = tx.record(own, records.id::<Partnership>(record_of_space(couple.id)))?;
        if entry.is_some_and(|entry| !entry.live) {
            // This one says so too: a restored server may know this device and not the one that left first.
            parting::leave(tx, types, &couple)?;
        } else if first.as_ref().is_some_and(|first| first.space != couple.id) {
            // Two of the person's devices paired at once. The later space is dissolved before it holds anything.
            parting::leave(tx, types, &couple)?;
        } else {
            return Ok(());
        }
    }
    let Some(partnership) = first else { return Ok(()) };
    let space = partnership.space;
    membership::pin(tx, space, device.person())?;
    membership::pin(tx, space, partnership.partner)?;
    Ok(SpaceState::joining(space, Role::Couple, SUITE).save(tx)?)
}
