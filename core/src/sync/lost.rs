//! Spaces that the server does not know, or does not know this device in: it lost its file, or was set back to an older one. The device comes
//! back to them, or makes them again; what they held is still on the phones.

use tend_protocol::{Created, ErrorCode, RejoinSpace, SpaceId, decode};

use super::{
    EngineError, Notice, Repair, Request, Role, SpaceState, SpaceStatus, devices::ThisDevice, engine::Engine,
    error::Answered, request::RequestKind,
};
use crate::store::Transaction;

/// How long a device waits to be let in again before its person is told, in seconds.
const PATIENCE: u64 = 3600;

impl Engine {
    /// The server says that this device is in no such space. Without a signed leave that is the server's fault, or another own device's removal
    /// that has not come through: nothing is deleted. The device asks once a round to come back.
    pub(super) fn lost(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<bool, EngineError> {
        let state = SpaceState::load(tx, space)?;
        if !state.is_some_and(|state| was_in(&state)) {
            // Who waits to be added the first time was never there.
            return self.hold(space);
        }
        if self.memory.rejoined.insert(space) {
            self.memory.lost.insert(space);
            return Ok(false);
        }
        self.stays_lost(tx, space)
    }

    pub(super) fn rejoin_request(&self, device: &ThisDevice, state: &SpaceState) -> Request {
        let call = RejoinSpace {
            space: state.id,
            suite: state.suite,
            generation: state.generation.min(RejoinSpace::GENERATION),
            certificate: device.certificate.for_server(),
        };
        Request::new(&call, self.token(), RequestKind::RejoinSpace(state.id))
    }

    /// This device is in the space again, as far as the server goes. What it reads there tells the rest.
    pub(super) fn rejoined(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        bytes: &[u8],
    ) -> Result<Answered, EngineError> {
        let Ok(created) = decode::<Created>(bytes) else { return Ok(Answered::Foreign) };
        self.memory.lost.remove(&space);
        self.memory.pulled.remove(&space);
        if let Some(mut state) = SpaceState::load(tx, space)?.filter(|state| state.status == SpaceStatus::Local) {
            // What another server has of it is of before this device came from there.
            state.incarnation = Some(created.incarnation);
            state.server_generation = created.generation;
            state.repair(Repair::Restored);
            state.save(tx)?;
        }
        Ok(Answered::Same)
    }

    /// The server did not create the space, or did not let this device in.
    pub(super) fn space_refused(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        let own = SpaceState::load(tx, space)?.is_some_and(|state| state.role == Role::Own);
        match code {
            // A person who comes back to a server has an own space there already.
            ErrorCode::SpaceExists if own && self.memory.rejoined.insert(space) => {
                self.memory.lost.insert(space);
                Ok(false)
            }
            ErrorCode::QuotaExceeded => self.no_room(tx, space),
            _ => self.stays_lost(tx, space),
        }
    }

    /// Others who are in the space may add this device; only when nobody does, the person is told.
    fn stays_lost(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<bool, EngineError> {
        self.hold(space)?;
        let Some(mut state) = SpaceState::load(tx, space)? else { return Ok(false) };
        let since = *state.lost_since.get_or_insert(self.memory.at);
        state.save(tx)?;
        if self.memory.at.abs_diff(since) >= PATIENCE {
            Notice::ServerLostSpace.tell(tx)?;
        }
        Ok(true)
    }

    /// The server takes no more of what this device wants to put there. It is tried again in the next round.
    pub(super) fn no_room(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<bool, EngineError> {
        self.hold(space)?;
        Notice::ServerFull.tell(tx)?;
        Ok(true)
    }
}

/// Whether this device ever was in the space at the server.
fn was_in(state: &SpaceState) -> bool {
    match state.status {
        SpaceStatus::Active | SpaceStatus::Repairing { .. } => true,
        SpaceStatus::Joining { previous, .. } => previous.is_some(),
        SpaceStatus::Local | SpaceStatus::Paused | SpaceStatus::Stopped => false,
    }
}
