//! What was decided and is not done yet: each is a small value in the store until it is, whatever happens to the app between.

use tend_protocol::{BlobId, Bytes, DeviceId, Hash, SpaceId, encode};

use super::payload::Control;
use crate::{
    identity::{Certificate, Removal},
    store::{Namespace, StoreError, Transaction},
};

/// The key of something that a space wants: `what` says what.
pub(super) fn key(what: &[u8], space: SpaceId) -> Vec<u8> {
    [what, &space.0].concat()
}

/// The same of one blob.
pub(super) fn blob_key(what: &[u8], space: SpaceId, blob: BlobId) -> Vec<u8> {
    [what, &space.0, &blob.0].concat()
}

/// Forgets all that was still to be done for a space, but not that it is left.
pub(super) fn forget(tx: &Transaction<'_>, space: SpaceId) -> Result<(), StoreError> {
    for what in [
        b"control".as_slice(),
        b"package",
        b"wanted",
        b"awaited",
        b"owe",
        b"answered",
        b"lacked",
        b"offered",
        b"put",
        b"offer",
        b"fetch",
        b"drop",
        b"later",
    ] {
        tx.delete_values(Namespace::Intent, &key(what, space))?;
    }
    Ok(())
}

/// Queues something for the space's other devices.
pub(super) fn queue(tx: &Transaction<'_>, space: SpaceId, control: &Control) -> Result<(), StoreError> {
    let key = [key(b"control", space).as_slice(), &Hash::of(&encode(control)).0].concat();
    tx.put_value(Namespace::Intent, &key, control)
}

/// What is queued, with its keys. What only a later version can say stays for that one.
pub(super) fn queued(tx: &Transaction<'_>, space: SpaceId) -> Result<Vec<(Vec<u8>, Control)>, StoreError> {
    tx.known_values(Namespace::Intent, &key(b"control", space))
}

/// Tells the space's other devices that one is removed.
pub(crate) fn announce_removal(tx: &Transaction<'_>, space: SpaceId, removal: Removal) -> Result<(), StoreError> {
    queue(tx, space, &Control::Removed(removal))
}

/// Where a device's key package is kept.
pub(super) fn package_key(space: SpaceId, device: DeviceId) -> Vec<u8> {
    [key(b"package", space).as_slice(), &device.0].concat()
}

/// Notes that a device belongs in the space, until it is a member. If the commit that was to add it is refused, or its key package does not
/// fit, another one is taken from the server.
pub(super) fn want(tx: &Transaction<'_>, space: SpaceId, certificate: &Certificate) -> Result<(), StoreError> {
    let key = [wanted_prefix(space).as_slice(), &certificate.device.0].concat();
    tx.put_value(Namespace::Intent, &key, certificate)
}

/// Keeps a device's key package until it was used.
pub(super) fn keep_package(
    tx: &Transaction<'_>,
    space: SpaceId,
    device: DeviceId,
    package: &Bytes,
) -> Result<(), StoreError> {
    tx.put_value(Namespace::Intent, &package_key(space, device), package)
}

/// How the keys of the devices begin that the space is to have as members.
pub(super) fn wanted_prefix(space: SpaceId) -> Vec<u8> {
    key(b"wanted", space)
}

/// The device's key package was used, or does not fit.
pub(super) fn forget_package(tx: &Transaction<'_>, space: SpaceId, device: DeviceId) -> Result<(), StoreError> {
    tx.delete_value(Namespace::Intent, &package_key(space, device))
}

/// The device is in the space.
pub(super) fn admitted(tx: &Transaction<'_>, space: SpaceId, device: DeviceId) -> Result<(), StoreError> {
    tx.delete_value(Namespace::Intent, &[wanted_prefix(space).as_slice(), &device.0].concat())?;
    forget_package(tx, space, device)
}
