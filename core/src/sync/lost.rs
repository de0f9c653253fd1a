//! Spaces that the server does not know, or does not know this device in: it lost its file, or was set back to an older one. The device comes
//! back to them, or makes them again; what they held is still on the phones. Or its people have gone on without it: it asks those inside to add
//! it.

use tend_protocol::{AskToBeAdded, Created, ErrorCode, RejoinSpace, SignedCertificate, SpaceId, decode};

use super::{
    EngineError, Notice, Repair, Request, Role, SpaceState, SpaceStatus, devices::ThisDevice, engine::Engine,
    error::Answered, intents::want, membership, request::RequestKind,
};
use crate::{
    identity::Certificate,
    store::{StoreError, Transaction},
};

/// How long a device waits to be let in again before its person is told, in seconds.
const PATIENCE: u64 = 3600;

impl Engine {
    /// The server says that this device is in no such space. Without a signed leave that is the server's fault, or another own device's removal
    /// that has not come through: nothing is deleted. The device asks once a round to come back.
    pub(super) fn lost(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<bool, EngineError> {
        let Some(mut state) = SpaceState::load(tx, space)? else { return self.hold(space) };
        if !was_in(&state) {
            // Who waits to be added the first time was never there.
            self.wait_outside(&state);
            return Ok(false);
        }
        if self.memory.rejoined.insert(space) {
            self.memory.lost.insert(space);
            state.lost_since.get_or_insert(self.memory.at);
            state.save(tx)?;
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
        let Some(mut state) = SpaceState::load(tx, space)? else { return Ok(Answered::Same) };
        state.note_incarnation(created.incarnation);
        if state.status == SpaceStatus::Local {
            // What another server has of it is of before this device came from there.
            state.server_generation = created.generation;
            state.repair(Repair::Restored);
        }
        state.save(tx)?;
        Ok(Answered::Same)
    }

    /// The server did not create the space, or did not let this device in.
    pub(super) fn space_refused(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        match code {
            // A person who comes back to a server has an own space there already; a store that was put back to before one was made, any.
            ErrorCode::SpaceExists if self.memory.rejoined.insert(space) => {
                self.memory.lost.insert(space);
                Ok(false)
            }
            ErrorCode::QuotaExceeded | ErrorCode::DiskFull => self.no_room(tx, space),
            _ => self.stays_lost(tx, space),
        }
    }

    /// Others who are in the space may add this device; only when nobody does, the person is told.
    fn stays_lost(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<bool, EngineError> {
        let Some(mut state) = SpaceState::load(tx, space)? else { return self.hold(space) };
        self.memory.lost.remove(&space);
        self.wait_outside(&state);
        let since = *state.lost_since.get_or_insert(self.memory.at);
        state.save(tx)?;
        if self.memory.at.abs_diff(since) >= PATIENCE {
            Notice::ServerLostSpace.tell(tx)?;
        }
        Ok(true)
    }

    /// Asks those inside, and then waits for the next round. Own devices know each other without being asked.
    pub(super) fn wait_outside(&mut self, state: &SpaceState) {
        let waits = if state.role == Role::Couple { &mut self.memory.outside } else { &mut self.memory.held };
        waits.insert(state.id);
    }

    pub(super) fn asking_request(&self, device: &ThisDevice, state: &SpaceState) -> Request {
        let call = AskToBeAdded { space: state.id, certificate: device.certificate.for_server() };
        Request::new(&call, self.token(), RequestKind::AskToBeAdded(state.id))
    }

    /// The server takes no more of what this device wants to put there. It is tried again in the next round.
    pub(super) fn no_room(&mut self, tx: &Transaction<'_>, space: SpaceId) -> Result<bool, EngineError> {
        self.hold(space)?;
        Notice::ServerFull.tell(tx)?;
        Ok(true)
    }
}

/// Devices that ask to be added. The partner's are, by their certificates; the person's own are known by the records of the own space.
pub(super) fn take_asking(
    tx: &Transaction<'_>,
    state: &SpaceState,
    asking: &[SignedCertificate],
) -> Result<(), StoreError> {
    if asking.is_empty() || state.role != Role::Couple {
        return Ok(());
    }
    let Some(device) = ThisDevice::load(tx)? else { return Ok(()) };
    let trust = membership::trust(tx, state.id)?;
    for certificate in asking.iter().copied().map(Certificate::from) {
        let is_partners = certificate.identity != device.person() && trust.check(&certificate).is_ok();
        if is_partners && certificate.verify().is_ok() {
            want(tx, state.id, &certificate)?;
        }
    }
    Ok(())
}

/// Whether this device ever was in the space at the server.
fn was_in(state: &SpaceState) -> bool {
    match state.status {
        SpaceStatus::Active | SpaceStatus::Repairing { .. } => true,
        SpaceStatus::Joining { previous, .. } => previous.is_some(),
        SpaceStatus::Local | SpaceStatus::Paused | SpaceStatus::Stopped => false,
    }
}
