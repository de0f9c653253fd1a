//! The couple space that a person is in: how it begins, which of two is the one, and what follows from the own space's records.

use tend_protocol::{SpaceId, decode};

use super::{
    EngineError, Notice, Role, SpaceState,
    devices::{Partnership, ThisDevice, announce_went, record_of_space},
    intents::{key, queue},
    membership, parting,
    payload::Control,
};
use crate::{
    identity::{Certificate, IdentityId},
    records::{Couple, Found, Origin, Own, RecordTypes, Records, State},
    spaces::SUITE,
    store::{Namespace, StoreError, Transaction},
};

/// After how long without a sign of the partner the person is told, in seconds: as long as an invite may live.
const SILENCE: i64 = 2 * 24 * 3600;
const AWAITED: &[u8] = b"awaited";

/// The two have paired: pins the partner, gives them what the person wrote for them, and tells the person's other devices.
pub(super) fn partner_with(
    tx: &Transaction<'_>,
    types: RecordTypes,
    device: &ThisDevice,
    space: SpaceId,
    partner: IdentityId,
    now: i64,
) -> Result<(), EngineError> {
    trust_partner(tx, device, space, partner)?;
    let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
    let couple = Records::<Couple>::new(tx, space, &device.certificate);
    for record_type in types.all().filter(|one| one.given_at_pairing) {
        for stored in tx.live_records(device.own_space, record_type.name)? {
            // What the person gave for their partner to see; it travels encrypted, now that both have confirmed.
            let state: State = decode(&stored.state).map_err(|_| StoreError::Damaged)?;
            let Some(shown) = state.shown() else { continue };
            couple.copy(stored.id, record_type, shown)?;
        }
    }
    tx.put_value(Namespace::Intent, &key(AWAITED, space), &now.saturating_add(SILENCE))?;
    Ok(own.put(record_of_space(space), &Partnership { space, partner, since: now })?)
}

/// Whom a new couple space trusts. It begins with the removals that the person's devices know: a removed device stays out of it, too.
fn trust_partner(
    tx: &Transaction<'_>,
    device: &ThisDevice,
    space: SpaceId,
    partner: IdentityId,
) -> Result<(), StoreError> {
    membership::pin(tx, space, device.person())?;
    membership::pin(tx, space, partner)?;
    for removal in membership::removals(tx, device.own_space)? {
        membership::take_removal(tx, space, &removal)?;
    }
    Ok(())
}

/// Something of that person's came in: if they are the partner, they are there.
pub(super) fn is_heard(tx: &Transaction<'_>, state: &SpaceState, person: IdentityId) -> Result<(), StoreError> {
    let key = key(AWAITED, state.id);
    let awaited = tx.value::<i64>(Namespace::Intent, &key)?.is_some();
    if awaited && ThisDevice::load(tx)?.is_some_and(|device| device.person() != person) {
        tx.delete_value(Namespace::Intent, &key)?;
    }
    Ok(())
}

/// Tells the person, once, that nothing has come of a partner since they paired: one of the two may not have learned that it worked.
pub(super) fn tell_of_silence(tx: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    for (key, until) in tx.values::<i64>(Namespace::Intent, AWAITED)? {
        if now >= until {
            Notice::PartnerSilent.tell(tx)?;
            tx.delete_value(Namespace::Intent, &key)?;
        }
    }
    Ok(())
}

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
    for found in records.all::<super::OwnDevice>()? {
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

/// A person has at most one couple space. If their devices paired at once, the first in the own space's log lives, which all of them see
/// alike; the later one is dissolved before it holds anything. The own space's entry also ends the couple space: what one device leaves, all
/// of the person's leave.
fn join_partnership(
    tx: &Transaction<'_>,
    types: RecordTypes,
    device: &ThisDevice,
    own: SpaceId,
) -> Result<(), EngineError> {
    let records = Records::<Own>::new(tx, own, &device.certificate);
    let mut all = Vec::new();
    for found in records.all::<Partnership>()? {
        all.push((place(tx, own, &found)?, found.value.space, found));
    }
    all.sort_by_key(|(place, space, _)| (*place, *space));
    let mut in_order = all.into_iter();
    let first = in_order.next();
    let couple = SpaceState::of_role(tx, Role::Couple)?;
    if first.as_ref().is_some_and(|((_, arrival), ..)| arrival.is_some()) {
        // The device that made a later one may never come back, and the space must not come up when the first is left.
        let surely_later = |((_, arrival), space, _): &(Place, SpaceId, _)| {
            arrival.is_some() && couple.as_ref().is_none_or(|couple| couple.id != *space)
        };
        for (.., later) in in_order.filter(surely_later) {
            records.delete::<Partnership>(later.id)?;
        }
    }
    if let Some(couple) = couple {
        let entry = tx.record(own, records.id::<Partnership>(record_of_space(couple.id)))?;
        let left = entry.is_some_and(|entry| !entry.live);
        let later = first.as_ref().is_some_and(|(_, space, _)| *space != couple.id);
        if !left && !later {
            return Ok(());
        }
        // This one says so too: a restored server may know this device and not the one that left first.
        parting::leave(tx, types, &couple)?;
    }
    let Some((_, space, Found { value, .. })) = first else { return Ok(()) };
    trust_partner(tx, device, space, value.partner)?;
    Ok(SpaceState::joining(space, Role::Couple, SUITE).save(tx)?)
}

/// Whether the log has not got a record yet, and where it has it.
type Place = (bool, Option<(u32, u64)>);

/// Where a partnership stands in the order of the own space's log, and whether the log has not got it yet: then it is after all others. One
/// without a place is of a snapshot, from before this device came.
fn place(tx: &Transaction<'_>, own: SpaceId, found: &Found<Partnership>) -> Result<Place, StoreError> {
    let arrival = tx.arrival(own, found.id)?;
    Ok((arrival.is_none() && tx.is_unsent(own, found.id)?, arrival))
}
