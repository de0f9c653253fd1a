//! Leaving: at once, one-sided, without a reason. Each keeps what they wrote.

use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, Incarnation, Leave, SignedLeave, SpaceId, leave_text};

use super::{
    Request, SpaceState,
    devices::{Partnership, ThisDevice, derived, record_of_space},
    engine::{Engine, EngineError},
    membership,
    request::Purpose,
    sending::InFlight,
    snapshots,
};
use crate::{
    records::{CoupleDesk, OwnDesk},
    romance::Appreciation,
    spaces::{Group, GroupName},
    store::{Area, StoreError, Transaction},
};

/// A leave that the server is to be told: again at every new incarnation, since a restored server has forgotten it.
#[derive(Serialize, Deserialize)]
struct Left {
    statement: SignedLeave,
    told: bool,
    incarnation: Option<Incarnation>,
}

fn key(space: SpaceId) -> Vec<u8> {
    [b"leave".as_slice(), &space.0].concat()
}

/// Leaves the couple space: it is gone from this device at once, and the server is told as soon as it can be reached.
pub(crate) fn leave(tx: &Transaction<'_>, state: &SpaceState, now: i64) -> Result<(), EngineError> {
    let Some(device) = ThisDevice::load(tx)? else { return Ok(()) };
    let signature = device.key.sign(&leave_text(state.id, device.id()));
    let statement = SignedLeave { space: state.id, device: device.id(), signature };
    tx.put_cell(Area::Intent, &key(state.id), &Left { statement, told: false, incarnation: None })?;
    part(tx, state, now)
}

/// Takes a left space off this device. The person's own writings are copied into the own space first; two of their devices make the
/// same copies.
pub(super) fn part(tx: &Transaction<'_>, state: &SpaceState, _now: i64) -> Result<(), EngineError> {
    let Some(device) = ThisDevice::load(tx)? else { return Ok(()) };
    let couple = CoupleDesk::new(tx, state.id, device.id());
    let own = OwnDesk::new(tx, device.own_space, device.id());
    for found in couple.all::<Appreciation>().map_err(|_| StoreError::Damaged)? {
        let id = derived(&state.id.0, &found.id.0);
        if found.value.author == device.person() && tx.record(device.own_space, id)?.is_none() {
            own.put(id, &found.value).map_err(|_| StoreError::Damaged)?;
        }
    }
    if own.find::<Partnership>(record_of_space(state.id)).map_err(|_| StoreError::Damaged)?.is_some() {
        own.delete::<Partnership>(record_of_space(state.id)).map_err(|_| StoreError::Damaged)?;
    }
    forget_space(tx, state)
}

/// Forgets all of a space: records, MLS state, trust, log and what was under way.
pub(super) fn forget_space(tx: &Transaction<'_>, state: &SpaceState) -> Result<(), EngineError> {
    for generation in [Some(state.generation), state.previous, Some(state.server_generation + 1)].into_iter().flatten()
    {
        Group::forget(tx, GroupName { space: state.id, generation })?;
    }
    tx.drop_records(state.id)?;
    tx.forget_log(state.id)?;
    tx.drop_cells(Area::InFlight, &state.id.0)?;
    for what in [b"control".as_slice(), b"package", b"wanted"] {
        tx.drop_cells(Area::Intent, &[what, &state.id.0].concat())?;
    }
    snapshots::forget(tx, state.id)?;
    InFlight::drop(tx, state.id)?;
    membership::forget(tx, state.id)?;
    tx.drop_cell(Area::Space, &state.id.0)?;
    Ok(tx.ask_for_checkpoint()?)
}

/// Whether that device may speak for the space: it is in the group as this device knows it, or one of the person's own.
pub(super) fn may_leave(tx: &Transaction<'_>, state: &SpaceState, device: DeviceId) -> Result<bool, EngineError> {
    if super::devices::is_own(tx, device)? {
        return Ok(true);
    }
    for generation in [Some(state.generation), state.previous].into_iter().flatten() {
        if let Some(group) = Group::load(tx, GroupName { space: state.id, generation })?
            && group.members()?.iter().any(|member| member.device == device)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A new incarnation may have forgotten a leave.
pub(super) fn ask_again(tx: &Transaction<'_>, incarnation: Incarnation) -> Result<(), StoreError> {
    for (key, left) in tx.cells::<Left>(Area::Intent, b"leave")? {
        if left.told && left.incarnation != Some(incarnation) {
            tx.put_cell(Area::Intent, &key, &Left { told: false, incarnation: Some(incarnation), ..left })?;
        } else if !left.told {
            tx.put_cell(Area::Intent, &key, &Left { incarnation: Some(incarnation), ..left })?;
        }
    }
    Ok(())
}

impl Engine {
    pub(super) fn leave_request(&self, tx: &Transaction<'_>) -> Result<Option<Request>, EngineError> {
        let due = tx.cells::<Left>(Area::Intent, b"leave")?.into_iter().find(|(_, left)| !left.told);
        Ok(due.map(|(_, left)| {
            let space = left.statement.space;
            Request::new(&Leave { statement: left.statement }, self.token(), Purpose::Leave(space))
        }))
    }

    /// The server took the statement, or does not know the space any more, which comes to the same.
    pub(super) fn leave_sent(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<Option<bool>, EngineError> {
        if let Some(left) = tx.cell::<Left>(Area::Intent, &key(space))? {
            tx.put_cell(Area::Intent, &key(space), &Left { told: true, ..left })?;
        }
        Ok(Some(false))
    }
}
