//! Another server: a person who is alone on one device may go to it, and takes their own space along.

use super::{
    EngineError, Role, SpaceState, SpaceStatus,
    devices::{ThisDevice, own_devices},
    in_flight::InFlight,
    intents,
    server::Server,
    stock,
};
use crate::{
    spaces::{Group, GroupName, SUITE},
    store::{Namespace, StoreError, Transaction},
};

/// Whether this device may go to another server by itself: nobody else meets it at the one that it has.
pub(crate) fn may_move(tx: &Transaction<'_>, device: &ThisDevice) -> Result<bool, StoreError> {
    Ok(SpaceState::of_role(tx, Role::Couple)?.is_none() && own_devices(tx, device)?.len() <= 1)
}

/// Makes the server of a confirmed invite the person's, if it is not already. Whether that may be.
pub(super) fn settle(tx: &Transaction<'_>, device: &ThisDevice, server: &Server) -> Result<bool, EngineError> {
    match &device.server {
        Some(home) if home.is(server) => {
            ThisDevice { server: Some(chosen(device, server)), ..device.clone() }.save(tx)?;
            Ok(true)
        }
        Some(home) if home.registered && !may_move(tx, device)? => Ok(false),
        _ => {
            move_to(tx, device, server.clone())?;
            Ok(true)
        }
    }
}

/// The server of a confirmed invite. If it is the one that the device has, only its access code may be new.
pub(super) fn chosen(device: &ThisDevice, server: &Server) -> Server {
    match device.server.clone() {
        Some(home) if home.is(server) => {
            Server { access_code: home.access_code.clone().or(server.access_code.clone()), ..home }
        }
        _ => server.clone(),
    }
}

/// Goes to another server. The own space is made there again, under the same id, from the records that are here; all of them must be
/// sent again once another device is there to read them.
pub(super) fn move_to(tx: &Transaction<'_>, device: &ThisDevice, server: Server) -> Result<(), EngineError> {
    ThisDevice { server: Some(server), ..device.clone() }.save(tx)?;
    stock::forget(tx)?;
    let Some(old) = SpaceState::load(tx, device.own_space)? else { return Ok(()) };
    let generations = [Some(0), Some(old.generation), old.previous(), old.server_generation.checked_add(1)];
    for generation in generations.into_iter().flatten() {
        Group::forget(tx, GroupName { space: old.id, generation })?;
    }
    tx.forget_log(old.id)?;
    tx.delete_values(Namespace::InFlight, &old.id.0)?;
    InFlight::drop(tx, old.id)?;
    intents::forget(tx, old.id)?;
    tx.unsend(old.id)?;
    Group::create(tx, GroupName { space: old.id, generation: 0 }, &device.key, &device.certificate)?;
    Ok(SpaceState::new(old.id, Role::Own, SUITE, SpaceStatus::Local).save(tx)?)
}
