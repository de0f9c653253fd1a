//! Which devices belong in a space's group, and opening the space's next generation, which is the only way to repair it.

use std::collections::BTreeSet;

use tend_protocol::{
    Appended, Bytes, Change, ClaimKeyPackage, ClaimedKeyPackage, DeviceId, EntryId, EntryKind, ErrorCode, Hash,
    NewEntry, OpenGeneration, Position, Problem, SpaceId, decode,
};

use super::{
    EngineError, Notice, Reading, Repair, Request, Snapshot, SpaceState, SpaceStatus,
    bounds::told_generation,
    devices::{Certificates, ThisDevice, own_devices},
    engine::Engine,
    error::Answered,
    in_flight::{InFlight, forget_sent},
    intents::{forget_package, keep_package, package_key, want, wanted_prefix},
    membership,
    request::RequestKind,
};
use crate::{
    identity::Certificate,
    spaces::{Group, GroupName, SpaceError},
    store::{Namespace, StoreError, Transaction},
};

/// Key packages of one device that are tried in a round.
const MISFITS: u32 = 32;

/// The devices that belong in the space, whether they are members or not: the person's own, and those that must be added.
fn wanted(tx: &Transaction<'_>, device: &ThisDevice, space: SpaceId) -> Result<Certificates, EngineError> {
    let mut wanted = own_devices(tx, device)?;
    for (_, certificate) in tx.values::<Certificate>(Namespace::Intent, &wanted_prefix(space))? {
        wanted.entry(certificate.device).or_insert(certificate);
    }
    Ok(wanted)
}

/// The removed devices that the server may take for members: those of the old group first, then the person's own, then any others, as
/// far as the server takes names. So however many were ever removed, a generation can be opened.
fn removed_members(
    tx: &Transaction<'_>,
    state: &SpaceState,
    device: &ThisDevice,
    old_members: &BTreeSet<DeviceId>,
    stay: &[DeviceId],
) -> Result<Vec<DeviceId>, StoreError> {
    let mut removals = membership::removals(tx, state.id)?;
    // A person can remove what they certified: who is in the new group stays, whatever another says of that device.
    removals.retain(|removal| removal.device != device.id() && !stay.contains(&removal.device));
    removals.sort_by_key(|removal| (!old_members.contains(&removal.device), removal.identity != device.person()));
    Ok(removals.into_iter().map(|removal| removal.device).take(OpenGeneration::REMOVED).collect())
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
        let mut old_members = BTreeSet::new();
        if let Some(group) = Group::load(tx, old)? {
            for member in group.members()? {
                old_members.insert(member.device);
                wanted.insert(member.device, member);
            }
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
        let name = GroupName { space: state.id, generation: state.server_generation + 1 };
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
        let removed = removed_members(tx, state, device, &old_members, &others)?;
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
        state.note_incarnation(appended.incarnation);
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
        match state.status {
            SpaceStatus::Repairing { why: Repair::Copied, .. } => Notice::StorePutBack.tell(tx)?,
            SpaceStatus::Repairing { why, .. } => Notice::Repaired { why }.tell(tx)?,
            _ => {}
        }
        forget_sent(tx, state.id, state.generation)?;
        tx.forget_other_logs(state.id, state.generation)?;
        state.reading = Reading::Forward;
        state.status = SpaceStatus::Active;
        // Who waited for what was there before still has not got it.
        if let Snapshot::Awaited { asked, .. } = state.snapshot {
            state.snapshot = Snapshot::Awaited { since: None, asked };
        }
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
        let mut without = false;
        if let Some(in_flight) = InFlight::load(tx, space)? {
            Group::forget(tx, GroupName { space, generation: in_flight.generation })?;
            InFlight::drop(tx, space)?;
            let own = ThisDevice::load(tx)?.map(|device| own_devices(tx, &device)).transpose()?.unwrap_or_default();
            for device in in_flight.added() {
                forget_package(tx, space, device)?;
                // A space may be full. It goes on without the other person's devices, which are added later as far as there is room.
                if problem.code == ErrorCode::BadChange && !own.contains_key(&device) {
                    without |= self.memory.unclaimed.insert((space, device));
                }
            }
        }
        match problem.code {
            ErrorCode::BadChange if without => Ok(false),
            ErrorCode::QuotaExceeded | ErrorCode::DiskFull => self.no_room(tx, space),
            ErrorCode::NotAMember => self.lost(tx, space),
            ErrorCode::WrongGeneration | ErrorCode::SpaceLeft => self.look_again(space),
            _ => self.hold(space),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{
        identity::{Removal, SigningKey},
        spaces::SUITE,
        store::{Store, StoreKey},
        sync::Role,
    };

    /// A partner may sign any number of removals; what the server needs to hear comes first, and the rest does not block it.
    #[test]
    fn a_generation_names_no_more_removed_devices_than_a_server_takes() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), &StoreKey::new([7; 32])).unwrap();
        let [identity, partner, key] = [1, 2, 3].map(|n| SigningKey::from_seed([n; 32]));
        let certificate = Certificate::issue(&identity, key.device());
        let own_space = SpaceId([9; 16]);
        let device = ThisDevice { certificate, key, identity, own_space, server: None };
        let state = SpaceState::joining(SpaceId([1; 16]), Role::Couple, SUITE);
        let [mine, in_group] = [200, 201].map(|n| DeviceId([n; 32]));
        let removed = store.write(|tx| {
            for person in [&device.identity, &partner] {
                membership::pin(tx, state.id, person.identity())?;
            }
            membership::meet(tx, state.id, in_group)?;
            let many = (0..300_u16).map(|n| DeviceId(Hash::of(&n.to_be_bytes()).0));
            for other in many.chain([in_group]) {
                membership::take_removal(tx, state.id, &Removal::issue(&partner, other))?;
            }
            membership::take_removal(tx, state.id, &Removal::issue(&device.identity, mine))?;
            removed_members(tx, &state, &device, &BTreeSet::from([in_group]), &[])
        });
        let removed = removed.unwrap();
        assert_eq!((removed.len(), &removed[..2]), (OpenGeneration::REMOVED, &[in_group, mine][..]));
    }
}
