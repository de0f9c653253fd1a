//! What other devices wrote.

use std::collections::BTreeSet;

use tend_protocol::{Bytes, DeviceId, Entry, Position, decode};

use super::{
    EngineError, Notice, Repair, Role, Snapshot, SpaceState, SpaceStatus,
    bounds::stop,
    devices::{ThisDevice, announce_came, announce_went},
    engine::Engine,
    in_flight::{InFlight, brought, forget_sent, note_brought},
    intents::{admitted, want},
    later, membership,
    partnership::{is_heard, may_be_here, may_write, own_records_changed},
    payload::{Control, Later, Payload, unfill, unpad},
    stock::restock,
};
use crate::{
    Refusal,
    identity::Certificate,
    records::{Operation, RecordId, RecordTypes, State, in_space},
    spaces::{Expected, Group, GroupName, Received, SpaceError, Trust},
    store::{StoreError, Transaction},
};

impl Engine {
    /// A message or commit of another device.
    pub(super) fn receive(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        entry: &Entry,
        bytes: &Bytes,
    ) -> Result<bool, EngineError> {
        let name = GroupName { space: state.id, generation: state.generation };
        let trust = membership::trust(tx, state.id)?;
        let Some(mut group) = Group::load(tx, name)? else {
            state.repair(Repair::LeftOut);
            return Ok(true);
        };
        let is_commit = entry.kind == tend_protocol::EntryKind::Commit;
        // Who may speak is decided by the log alone, so that all devices take the same messages: a removed device is silent from the
        // commit on that removes it.
        let trust = if is_commit { trust } else { Trust { removed: Default::default(), ..trust } };
        let message = if is_commit { Some(&**bytes) } else { unfill(bytes) };
        let expected = Expected { author: entry.author, kind: entry.kind };
        match message.map(|message| group.process(message, expected, &trust)) {
            Some(Ok(Received::Message { sender, plaintext })) => match unpad(&plaintext) {
                Some((payload, later)) => {
                    let records = self.ordered(state, &sender, &payload);
                    note_brought(tx, state.id, state.generation, entry, &records)?;
                    self.take_payload(tx, state, &sender, payload, later)
                }
                None => Ok(false),
            },
            Some(Ok(Received::Commit { added, removed, authenticated, .. })) => {
                match decode(&authenticated) {
                    Ok(at) if !is_of_another_log(tx, state, at)? => {}
                    Ok(_) => state.repair(Repair::Fork),
                    Err(_) => state.repair(Repair::Refused),
                }
                if state.is_halted() {
                    return Ok(true);
                }
                let changed = self.take_commit(tx, state, &added, &removed)?;
                if !agrees(entry, &added, &removed) {
                    state.repair(Repair::Refused);
                }
                Ok(changed)
            }
            Some(Err(SpaceError::Store(error))) => Err(error.into()),
            // A real message under another's name. The running hash does not cover the name: nothing else would tell that it is missing.
            Some(Err(SpaceError::Refused(Refusal::OtherAuthor))) if !is_commit => {
                state.repair(Repair::Fork);
                Ok(true)
            }
            // An invented or damaged message says nothing. One that was read before, lost and sent again has another place now.
            _ if !is_commit => {
                for record in brought(tx, state.id, state.generation, entry)? {
                    tx.note_arrival(state.id, record, state.generation, state.cursor.seq)?;
                }
                Ok(false)
            }
            // A commit moved the server's epoch on, and this group cannot follow.
            _ => {
                state.repair(Repair::Refused);
                Ok(true)
            }
        }
    }

    /// The records of a payload whose place in the log counts.
    fn ordered(&self, state: &SpaceState, sender: &Certificate, payload: &Payload) -> BTreeSet<RecordId> {
        let ordered = payload.operations.iter().filter(|operation| self.types.is_ordered(&operation.kind));
        ordered.filter(|operation| may_say(state, sender, operation)).map(|operation| operation.record).collect()
    }

    fn take_payload(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        sender: &Certificate,
        payload: Payload,
        later: Later,
    ) -> Result<bool, EngineError> {
        if is_of_another_log(tx, state, payload.at)? {
            state.repair(Repair::Fork);
            return Ok(true);
        }
        is_heard(tx, state, sender.identity)?;
        later::keep(tx, state.id, sender, later)?;
        self.take_said(tx, state, sender, payload)
    }

    /// What another device said, heard now or kept from before.
    pub(super) fn take_said(
        &mut self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        sender: &Certificate,
        payload: Payload,
    ) -> Result<bool, EngineError> {
        let mut changed = false;
        for operation in payload.operations {
            changed |= take_operation(tx, self.types, state, sender, &operation)?;
        }
        for control in payload.controls {
            match control {
                Control::Removed(removal) => {
                    let is_new = membership::take_removal(tx, state.id, &removal)?;
                    if is_new && membership::is_met(tx, state.id, removal.device)? {
                        announce_went(tx, &removal)?;
                    }
                }
                Control::Snapshot(offer) => self.take_offer(tx, state, offer, sender)?,
                Control::WantSnapshot => self.owe_asking(tx, state.id, sender.device)?,
            }
        }
        if changed && state.role == Role::Own {
            own_records_changed(tx, self.types, state)?;
        }
        Ok(changed)
    }

    fn take_commit(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        added: &[Certificate],
        removed: &[Certificate],
    ) -> Result<bool, EngineError> {
        // An own commit of the same epoch lost the race; the group has dropped it. What it was for is still to be done.
        if let Some(in_flight) = InFlight::load(tx, state.id)? {
            let in_flight = InFlight { refused: true, ..in_flight };
            in_flight.save(tx, state.id)?;
        }
        let device = ThisDevice::load(tx)?;
        let is_mine =
            |certificate: &Certificate| device.as_ref().is_some_and(|device| device.person() == certificate.identity);
        for certificate in added {
            admitted(tx, state.id, certificate.device)?;
            announce_came(tx, state.id, certificate.device, is_mine(certificate))?;
        }
        for certificate in removed {
            if device.as_ref().is_some_and(|device| device.id() == certificate.device) {
                stop(tx, state, &Notice::Removed)?;
                return Ok(true);
            }
            if !membership::is_removed(tx, state.id, certificate.identity, certificate.device)? {
                Notice::DeviceWent { own: is_mine(certificate), device: certificate.device }.tell(tx)?;
            }
        }
        Ok(!added.is_empty() || !removed.is_empty())
    }

    /// The commit that adds this device, with its welcome.
    pub(super) fn join(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        entry: &Entry,
    ) -> Result<bool, EngineError> {
        let name = GroupName { space: state.id, generation: state.generation };
        let Some(device) = ThisDevice::load(tx)? else { return Ok(false) };
        let trust = membership::trust_at_joining(tx, state.id, device.person())?;
        let welcome = entry.change.as_ref().and_then(|change| change.welcome.as_ref());
        if welcome.is_some() {
            Group::forget(tx, name)?;
        }
        match welcome.map(|welcome| Group::join(tx, welcome, name, &trust)) {
            Some(Ok(group)) => {
                let members = group.members()?;
                for member in &members {
                    is_heard(tx, state, member.identity)?;
                }
                compare_groups(tx, state, &device, entry.author, &members)?;
                for member in &members {
                    membership::meet(tx, state.id, member.device)?;
                }
            }
            Some(Err(SpaceError::Store(error))) => return Err(error.into()),
            Some(Err(error)) => {
                // The device that opens the next one must not be given another whose private key is not here.
                if matches!(error, SpaceError::Refused(Refusal::NoKeyPackage)) {
                    restock(tx)?;
                    self.memory.stocked = None;
                }
                state.repair(Repair::Refused);
                return Ok(true);
            }
            None => {
                state.repair(Repair::LeftOut);
                return Ok(true);
            }
        }
        if let Some(previous) = state.previous().filter(|previous| *previous != state.generation) {
            Group::forget(tx, GroupName { space: state.id, generation: previous })?;
        }
        forget_sent(tx, state.id, state.generation)?;
        tx.forget_other_logs(state.id, state.generation)?;
        state.status = SpaceStatus::Active;
        let asked = matches!(state.snapshot, Snapshot::Awaited { asked: true, .. });
        state.snapshot = Snapshot::Awaited { since: None, asked };
        state.refreshed = None;
        Ok(true)
    }
}

/// Tells of the devices that came with a new generation, and sees to it that nobody is left out by mistake: who opened it may not have
/// known all of the other person's devices. Whom of their own devices they left out, they know best; only a signed removal tells that one
/// went, since a device may be left out because the server has no key package of it yet.
fn compare_groups(
    tx: &Transaction<'_>,
    state: &SpaceState,
    device: &ThisDevice,
    opener: DeviceId,
    now: &[Certificate],
) -> Result<(), EngineError> {
    let Some(generation) = state.previous() else { return Ok(()) };
    let Some(before) = Group::load(tx, GroupName { space: state.id, generation })? else { return Ok(()) };
    let before = before.members()?;
    let is_in = |group: &[Certificate], one: &Certificate| group.iter().any(|member| member.device == one.device);
    for certificate in now.iter().filter(|one| !is_in(&before, one)) {
        announce_came(tx, state.id, certificate.device, certificate.identity == device.person())?;
    }
    let opener = now.iter().find(|member| member.device == opener).map(|member| member.identity);
    for certificate in before.iter().filter(|one| !is_in(now, one)) {
        let is_removed = membership::is_removed(tx, state.id, certificate.identity, certificate.device)?;
        if !is_removed && opener != Some(certificate.identity) {
            want(tx, state.id, certificate)?;
        }
    }
    Ok(())
}

/// Whether the sender of the entry at the cursor had read another log than this device. It had read at most up to its own entry: what it
/// had read beyond was kept from this device, or moved.
fn is_of_another_log(tx: &Transaction<'_>, state: &SpaceState, at: Position) -> Result<bool, StoreError> {
    Ok(at.seq >= state.cursor.seq
        || tx.hash_at(state.id, state.generation, at.seq)?.is_some_and(|hash| hash != at.hash))
}

/// Whether the server was told of the same devices as the commit holds.
fn agrees(entry: &Entry, added: &[Certificate], removed: &[Certificate]) -> bool {
    let said = |devices: &[Certificate], told: &[DeviceId]| {
        let said: BTreeSet<_> = devices.iter().map(|certificate| certificate.device).collect();
        said == told.iter().copied().collect()
    };
    entry.change.as_ref().is_some_and(|change| said(added, &change.added) && said(removed, &change.removed))
}

/// Whether an operation is valid and the sender's to say.
fn may_say(state: &SpaceState, sender: &Certificate, operation: &Operation) -> bool {
    let theirs = operation.id.device == sender.device && may_write(state, sender, operation.origin);
    theirs && operation.validate().is_ok()
}

/// Merges an operation. One that is not valid, not the sender's to say, or that may not be in this space, is passed over, and the person is
/// told of the latter.
pub(super) fn take_operation(
    tx: &Transaction<'_>,
    types: RecordTypes,
    state: &SpaceState,
    sender: &Certificate,
    operation: &Operation,
) -> Result<bool, EngineError> {
    if !may_say(state, sender, operation) {
        return Ok(false);
    }
    if !may_be_here(tx, types, state, &operation.kind)? {
        return Ok(false);
    }
    if types.is_ordered(&operation.kind) {
        tx.note_arrival(state.id, operation.record, state.generation, state.cursor.seq)?;
    }
    let (_, news) = in_space::merge(tx, state.id, operation.record, &operation.kind, &State::of(operation))?;
    Ok(news)
}
