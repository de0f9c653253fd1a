//! Whom a space trusts: pinned identities and removed devices.

use tend_protocol::{DeviceId, SpaceId};

use crate::{
    identity::{IdentityId, Removal},
    spaces::Trust,
    store::{Namespace, StoreError, Transaction},
};

fn key(space: SpaceId, what: u8, id: &[u8]) -> Vec<u8> {
    [space.0.as_slice(), &[what], id].concat()
}

/// A removal takes back a certificate of its own person. If it were kept by the device alone, a partner who learns of this person's next
/// device could put it on the list.
fn removal_key(space: SpaceId, person: IdentityId, device: DeviceId) -> Vec<u8> {
    key(space, REMOVAL, &[person.as_bytes().as_slice(), &device.0].concat())
}

const PIN: u8 = 1;
const REMOVAL: u8 = 2;
const MET: u8 = 3;

/// Whom the space trusts now.
pub(super) fn trust(tx: &Transaction<'_>, space: SpaceId) -> Result<Trust, StoreError> {
    let pins = tx.values::<IdentityId>(Namespace::Trust, &[space.0.as_slice(), &[PIN]].concat())?;
    let removed = removals(tx, space)?.into_iter().map(|removal| (removal.identity, removal.device));
    Ok(Trust { pinned: pins.into_iter().map(|(_, identity)| identity).collect(), removed: removed.collect() })
}

/// Whom it trusts when this person's device is added to a group. The group may hold a device that this person removed, if the device that
/// made the group had not learned of the removal. Only its own person can take it out, and does so first. If the group were refused
/// instead, and the other side refused the next one for the same reason, neither would ever learn of the removal.
pub(super) fn trust_at_joining(tx: &Transaction<'_>, space: SpaceId, person: IdentityId) -> Result<Trust, StoreError> {
    let mut trust = trust(tx, space)?;
    for removal in removals(tx, space)?.iter().filter(|removal| removal.identity == person) {
        trust.removed.remove(&(removal.identity, removal.device));
    }
    Ok(trust)
}

/// Pins a person in a space.
pub(crate) fn pin(tx: &Transaction<'_>, space: SpaceId, identity: IdentityId) -> Result<(), StoreError> {
    tx.put_value(Namespace::Trust, &key(space, PIN, identity.as_bytes()), &identity)
}

/// The signed list of the space's removed devices.
pub(super) fn removals(tx: &Transaction<'_>, space: SpaceId) -> Result<Vec<Removal>, StoreError> {
    let removals = tx.values(Namespace::Trust, &[space.0.as_slice(), &[REMOVAL]].concat())?;
    Ok(removals.into_iter().map(|(_, removal)| removal).collect())
}

/// Removals of one person that are kept, besides those of devices that were met: far more than anyone has phones. They can sign any number.
const REMOVALS: usize = 256;

/// Takes a removal over when a pinned person signed it. It concerns that person's certificates alone. Returns whether it is new.
pub(crate) fn take_removal(tx: &Transaction<'_>, space: SpaceId, removal: &Removal) -> Result<bool, StoreError> {
    let pinned = trust(tx, space)?.pinned.contains(&removal.identity);
    if !pinned || removal.verify().is_err() || is_removed(tx, space, removal.identity, removal.device)? {
        return Ok(false);
    }
    let of_person = || removals(tx, space).map(|all| all.iter().filter(|one| one.identity == removal.identity).count());
    if !is_met(tx, space, removal.device)? && of_person()? >= REMOVALS {
        return Ok(false);
    }
    tx.put_value(Namespace::Trust, &removal_key(space, removal.identity, removal.device), removal)?;
    Ok(true)
}

/// Whether that person has removed that device.
pub(super) fn is_removed(
    tx: &Transaction<'_>,
    space: SpaceId,
    person: IdentityId,
    device: DeviceId,
) -> Result<bool, StoreError> {
    Ok(tx.value::<Removal>(Namespace::Trust, &removal_key(space, person, device))?.is_some())
}

/// Notes that a device was met in the space. Returns whether it is new: one that is added again, as to a new generation, is not.
pub(super) fn meet(tx: &Transaction<'_>, space: SpaceId, device: DeviceId) -> Result<bool, StoreError> {
    let key = key(space, MET, &device.0);
    let is_new = tx.value::<()>(Namespace::Trust, &key)?.is_none();
    if is_new {
        tx.put_value(Namespace::Trust, &key, &())?;
    }
    Ok(is_new)
}

/// Whether a device was ever met in the space.
pub(super) fn is_met(tx: &Transaction<'_>, space: SpaceId, device: DeviceId) -> Result<bool, StoreError> {
    Ok(tx.value::<()>(Namespace::Trust, &key(space, MET, &device.0))?.is_some())
}

/// Forgets whom a space trusted.
pub(super) fn forget(tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
    tx.delete_values(Namespace::Trust, &space.0)
}
