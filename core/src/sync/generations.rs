//! Which devices belong in a space's group, and opening the space's next generation, which is the only way to repair it.

use std::collections::BTreeMap;

use tend_protocol::{
    Appended, Bytes, Change, ClaimKeyPackage, ClaimedKeyPackage, DeviceId, EntryId, EntryKind, ErrorCode, Hash,
    NewEntry, Position, Problem, SpaceId, decode,
};

use super::{
    EngineError, Notice, OwnDevice, Reading, Request, Snapshot, SpaceState, SpaceStatus,
    bounds::told_generation,
    devices::ThisDevice,
    engine::Engine,
    error::Answered,
    in_flight::InFlight,
    intents::{forget_package, keep_package, package_key, want, wanted_prefix},
    membership,
    request::RequestKind,
};
use crate::{
    identity::Certificate,
    records::{Own, Records},
    spaces::{Group, GroupName, SpaceError},
    store::{Namespace, StoreError, Transaction},
};

/// Key packages of one device that are tried in a round.
const MISFITS: u32 = 32;

/// The person's devices that were not removed, by the records of the own space.
fn own_devices(tx: &Transaction<'_>, device: &ThisDevice) -> Result<Certificates, EngineError> {
    let records = Records::<Own>::new(tx, device.own_space, &device.certificate);
    let found = records.all::<OwnDevice>().map_err(|_| StoreError::Damaged)?;
    let own = found.into_iter().filter(|found| found.value.removal.is_none()).map(|found| found.value.certificate);
    // A record says nothing that its certificate does not prove.
    let own = own.filter(|own| own.identity == device.person() && own.verify().is_ok());
    Ok(own.map(|own| (own.device, own)).collect())
}

type Certificates = BTreeMap<DeviceId, Certificate>;

/// The devices that belong in the space, whether they are members or not: the person's own, and those that are to be added.
fn wanted(tx: &Transaction<'_>, device: &ThisDevice, space: SpaceId) -> Result<Certificates, EngineError> {
    let mut wanted = own_devices(tx, device)?;
    for (_, certificate) in tx.values::<Certificate>(Namespace::Intent, &wanted_prefix(space))? {
        wanted.entry(certificate.device).or_insert(certificate);
    }
    Ok(wanted)
}

impl Engine {
    /// The devices that must be added to the group: those of the person that are not in it yet, and those that meet at pairing.
    pub(super) fn missing(
        &self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        space: SpaceId,
        members: &[Certificate],
    ) -> Result<Vec<DeviceId>, EngineError> {
        let mut missing = Vec::new();
        for (wanted, certificate) in wanted(tx, device, space)? {
            let is_member = members.iter().any(|member| member.device == wanted);
            if !is_member && !membership::is_removed(tx, space, certificate.identity, wanted)? {
                missing.push(wanted);
            }
        }
        Ok(missing)
    }

    /// Asks for a device's key package, unless it is here, or the server had none in this round.
    pub(super) fn claim_request(
        &self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        device: DeviceId,
    ) -> Result<Option<Request>, EngineError> {
        let here = tx.value::<Bytes>(Namespace::Intent, &package_key(state.id, device))?.is_some();
        if here || self.memory.unclaimed.contains(&(state.id, device)) {
            return Ok(None);
        }
        let call = ClaimKeyPackage { device, suite: state.suite };
        Ok(Some(Request::new(&call, self.token(), RequestKind::Claim(state.id, device))))
    }

    pub(super) fn claimed(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        device: DeviceId,
        bytes: &[u8],
    ) -> Result<Answered, EngineError> {
        let Ok(claimed) = decode::<ClaimedKeyPackage>(bytes) else { return Ok(Answered::Foreign) };
        let trust = membership::trust(tx, space)?;
        match crate::spaces::key_packages::read(&claimed.package, crate::spaces::SUITE, Some(&trust)) {
            Ok(certificate) if certificate.device == device => keep_package(tx, space, device, &claimed.package)?,
            // One of another person, from before the device was linked, is used up so; the next may fit.
            _ => {
                let misfits = self.memory.misfits.entry(device).or_default();
                *misfits += 1;
                if *misfits > MISFITS {
                    self.memory.unclaimed.insert((space, device));
                }
            }
        }
        Ok(Answered::Same)
    }

    /// The key packages that are here for these devices.
    pub(super) fn packages(
        &self,
        tx: &Transaction<'_>,
        space: SpaceId,
        devices: &[DeviceId],
    ) -> Result<Vec<Vec<u8>>, EngineError> {
        let mut packages = Vec::new();
        for device in devices {
            if let Some(Bytes(package)) = tx.value(Namespace::Intent, &package_key(space, *device))? {
                packages.push(package);
            }
        }
        Ok(packages)
    }

    /// Opens the next generation: claims every other device's key package, then adds all of them to a new group at once.
    pub(super) fn generation_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        state: &SpaceState,
    ) -> Result<Option<Request>, EngineError> {
        let mut wanted = wanted(tx, device, state.id)?;
        let old = GroupName { space: state.id, generation: state.previous().unwrap_or(state.generation) };
        if let Some(group) = Group::load(tx, old)? {
            wanted.extend(group.members()?.into_iter().map(|member| (member.device, member)));
        }
        wanted.remove(&device.id());
        let mut others = Vec::new();
        for (other, certificate) in wanted {
            if !membership::is_removed(tx, state.id, certificate.identity, other)? {
                // A device whose key package the server does not have now is added later.
                want(tx, state.id, &certificate)?;
                others.push(other);
            }
        }
        for other in &others {
            if let Some(request) = self.claim_request(tx, state, *other)? {
                return Ok(Some(request));
            }
        }
        let (name, this) = (GroupName { space: state.id, generation: state.server_generation + 1 }, device.id());
        Group::forget(tx, name)?;
        let mut group = Group::create(tx, name, &device.key, &device.certificate)?;
        let packages = self.packages(tx, state.id, &others)?;
        let trust = membership::trust(tx, state.id)?;
        let packages: Vec<&[u8]> = packages.iter().map(Vec::as_slice).collect();
        let pending = match group.change(&device.key, &packages, &[], &trust) {
            Err(SpaceError::Refused(_)) => {
                // One of the key packages does not fit. All are claimed again, and a device that has none that fits is added later.
                for other in others {
                    forget_package(tx, state.id, other)?;
                }
                self.hold(state.id)?;
                return Ok(None);
            }
            made => made?,
        };
        // A person can remove what they certified: whoever is in the new group stays, whatever another says of that device.
        let stays = |device: &DeviceId| others.contains(device) || *device == this;
        let removed = membership::removals(tx, state.id)?.into_iter().map(|removal| removal.device);
        let removed = removed.filter(|device| !stays(device)).collect();
        let change = Change { added: pending.added, removed, welcome: pending.welcome.map(Bytes) };
        let entry = NewEntry {
            id: EntryId(self.entropy.bytes()),
            number: 1,
            epoch: 0,
            kind: EntryKind::Commit,
            bytes: Bytes(pending.commit),
            change: Some(change),
        };
        let in_flight = InFlight {
            generation: name.generation,
            entry,
            carried: Vec::new(),
            controls: Vec::new(),
            opens: true,
            refused: false,
        };
        in_flight.save(tx, state.id)?;
        Ok(Some(self.send_request(state, &in_flight)))
    }

    /// The server took the new generation: it is this device's from now on.
    pub(super) fn generation_opened(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        bytes: &[u8],
        now: i64,
    ) -> Result<Answered, EngineError> {
        let Ok(appended) = decode::<Appended>(bytes) else { return Ok(Answered::Foreign) };
        let (Some(mut state), Some(in_flight)) = (SpaceState::load(tx, space)?, InFlight::load(tx, space)?) else {
            return Ok(Answered::Same);
        };
        state.incarnation = Some(appended.incarnation);
        self.enter_opened(tx, &mut state, &in_flight, now)?;
        state.save(tx)?;
        Ok(Answered::Changed)
    }

    /// Goes over to the generation that this device opened.
    pub(super) fn enter_opened(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        in_flight: &InFlight,
        now: i64,
    ) -> Result<(), EngineError> {
        for old in [Some(state.generation), state.previous()].into_iter().flatten() {
            if old != in_flight.generation {
                Group::forget(tx, GroupName { space: state.id, generation: old })?;
            }
        }
        state.generation = in_flight.generation;
        state.server_generation = in_flight.generation;
        let entry = &in_flight.entry;
        let start = Position::start(state.id, state.generation);
        tx.forget_after(state.id, state.generation, 0)?;
        state.cursor = start.after(entry.id, EntryKind::Commit, Hash::of(&entry.bytes));
        tx.note_entry(state.id, state.generation, true, state.cursor)?;
        if let SpaceStatus::Repairing { why, .. } = state.status {
            Notice::Repaired { why }.tell(tx)?;
        }
        state.reading = Reading::Forward;
        state.status = SpaceStatus::Active;
        state.snapshot = Snapshot::Here;
        self.accept(tx, state, in_flight, now)?;
        Ok(())
    }

    /// Another device opened the generation first, or it cannot be opened with this commit. The log tells which.
    pub(super) fn generation_refused(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        problem: &Problem,
    ) -> Result<bool, EngineError> {
        if let (Some(mut state), Some(generation)) = (SpaceState::load(tx, space)?, told_generation(problem)) {
            state.server_generation = generation;
            state.save(tx)?;
        }
        if let Some(in_flight) = InFlight::load(tx, space)? {
            Group::forget(tx, GroupName { space, generation: in_flight.generation })?;
            InFlight::drop(tx, space)?;
            for device in in_flight.added() {
                forget_package(tx, space, device)?;
            }
        }
        match problem.code {
            ErrorCode::NotAMember => self.lost(tx, space),
            ErrorCode::WrongGeneration | ErrorCode::SpaceLeft => self.look_again(space),
            _ => self.hold(space),
        }
    }
}
