//! What this device sends. An entry is encrypted and stored before its first byte leaves. It is sent again, byte for byte, until the
//! server accepted it or the log shows that it never will.

use tend_protocol::{
    Append, Appended, Bytes, Change, CreateSpace, Created, EntryId, EntryKind, ErrorCode, Hash, NewEntry,
    OpenGeneration, SpaceId, decode, encode,
};

use super::{
    EngineError, Notice, Reading, Repair, Request, Role, SpaceState, SpaceStatus,
    devices::{ThisDevice, announce_came, is_own},
    engine::Engine,
    error::Answered,
    in_flight::InFlight,
    intents::{admitted, forget_package, queued},
    membership, outbox,
    payload::{self, Payload},
    request::RequestKind,
    state::Refreshed,
};
use crate::{
    records::RecordId,
    spaces::{Group, GroupName, SpaceError},
    store::{Namespace, StoreError, Transaction},
};

/// After how many seconds, or how many messages, this device's leaf gets new keys.
const REFRESH_SECONDS: i64 = 7 * 24 * 3600;
const REFRESH_MESSAGES: u32 = 500;

impl Engine {
    pub(super) fn create_request(&self, state: &SpaceState) -> Request {
        let call = CreateSpace { space: state.id, suite: state.suite };
        Request::new(&call, self.token(), RequestKind::CreateSpace(state.id))
    }

    pub(super) fn space_created(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        bytes: &[u8],
    ) -> Result<Answered, EngineError> {
        let Ok(created) = decode::<Created>(bytes) else { return Ok(Answered::Foreign) };
        if let Some(mut state) = SpaceState::load(tx, space)? {
            state.status = SpaceStatus::Active;
            state.incarnation = Some(created.incarnation);
            state.save(tx)?;
        }
        Ok(Answered::Same)
    }

    pub(super) fn send_request(&self, state: &SpaceState, in_flight: &InFlight) -> Request {
        let (space, entry) = (state.id, in_flight.entry.clone());
        if in_flight.opens {
            let call = OpenGeneration { space, generation: in_flight.generation, suite: state.suite, entry };
            return Request::new(&call, self.token(), RequestKind::OpenGeneration(space));
        }
        let call = Append { space, generation: in_flight.generation, cursor: state.cursor.seq, entries: vec![entry] };
        Request::new(&call, self.token(), RequestKind::Append(space))
    }

    /// Makes the next entry, if one is due. Adding and removing devices comes first, then new keys for the leaf, then a message.
    pub(super) fn make_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        mut state: SpaceState,
        now: i64,
    ) -> Result<Option<Request>, EngineError> {
        let name = GroupName { space: state.id, generation: state.generation };
        let Some(mut group) = Group::load(tx, name)? else {
            state.repair(Repair::LeftOut);
            state.save(tx)?;
            return Ok(None);
        };
        let members = group.members()?;
        let missing = self.missing(tx, device, state.id, &members)?;
        for missing_device in &missing {
            if let Some(request) = self.claim_request(tx, &state, *missing_device)? {
                return Ok(Some(request));
            }
        }
        let add = self.packages(tx, state.id, &missing)?;
        let mut remove = Vec::new();
        for member in &members {
            if member.identity == device.person()
                && membership::is_removed(tx, state.id, member.identity, member.device)?
            {
                remove.push(member.device);
            }
        }
        if !add.is_empty() || !remove.is_empty() {
            let trust = membership::trust(tx, state.id)?;
            let packages: Vec<&[u8]> = add.iter().map(Vec::as_slice).collect();
            group.authenticate(encode(&state.cursor));
            let pending = match group.change(&device.key, &packages, &remove, &trust) {
                Err(SpaceError::Refused(_)) => {
                    // A key package that does not fit is not tried twice.
                    for device in missing {
                        forget_package(tx, state.id, device)?;
                        self.memory.unclaimed.insert((state.id, device));
                    }
                    return Ok(None);
                }
                made => made?,
            };
            let change = Change { added: pending.added, removed: remove, welcome: pending.welcome.map(Bytes) };
            return self.enqueue(tx, &state, &group, OutgoingEntry::commit(pending.commit, change));
        }
        if members.len() < 2 {
            return Ok(None);
        }
        self.make_message(tx, device, state, group, now)
    }

    fn make_message(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        mut state: SpaceState,
        mut group: Group,
        now: i64,
    ) -> Result<Option<Request>, EngineError> {
        let controls = outbox::that_fit(queued(tx, state.id)?, state.role);
        let waits = state.role == Role::Own && !self.memory.now && controls.is_empty();
        let upto = if waits { state.beat.upto(state.id, now) } else { u64::MAX };
        let (operations, carried) = outbox::unsent(tx, self.types, device.id(), &state, &controls, upto)?;
        if operations.is_empty() && controls.is_empty() {
            return Ok(None);
        }
        let fresh = |last: Refreshed| {
            let in_time = last.at <= now && now < last.at.saturating_add(REFRESH_SECONDS);
            in_time && last.messages < REFRESH_MESSAGES
        };
        if !state.refreshed.is_some_and(fresh) {
            group.authenticate(encode(&state.cursor));
            let pending = group.refresh(&device.key)?;
            return self.enqueue(tx, &state, &group, OutgoingEntry::commit(pending.commit, Change::default()));
        }
        let (keys, controls) = controls.into_iter().map(|(key, control)| (Bytes(key), control)).unzip();
        let payload = Payload { at: state.cursor, operations, controls };
        let message = group.encrypt(&device.key, &payload::pad(&payload, state.role))?;
        let bytes = payload::fill(&message);
        let said = carried.iter().map(|(_, counter)| *counter).max().unwrap_or_default();
        let outgoing = OutgoingEntry { kind: EntryKind::Message, bytes, change: None, carried, controls: keys };
        if said > state.said {
            state.said = said;
            state.save(tx)?;
            if state.role == Role::Couple {
                // The own space sends in the same round, so that the moment tells nothing about the own space. Only the person brings that
                // about: what others ask for, or lose, does not, or they could look whenever they like.
                self.memory.now = true;
            }
        }
        self.enqueue(tx, &state, &group, outgoing)
    }

    /// Stores the entry as the one in flight, and returns the request that sends it.
    fn enqueue(
        &mut self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        group: &Group,
        outgoing: OutgoingEntry,
    ) -> Result<Option<Request>, EngineError> {
        let entry = NewEntry {
            id: EntryId(self.entropy.bytes()),
            number: state.number + 1,
            // A commit is not merged yet, so this is the epoch that it was made in.
            epoch: group.epoch(),
            kind: outgoing.kind,
            bytes: Bytes(outgoing.bytes),
            change: outgoing.change,
        };
        let in_flight = InFlight {
            generation: state.generation,
            entry,
            carried: outgoing.carried,
            controls: outgoing.controls,
            opens: false,
            refused: false,
        };
        in_flight.save(tx, state.id)?;
        Ok(Some(self.send_request(state, &in_flight)))
    }

    /// The server accepted the entry. If no other entry came before it, it is the next one of the log; otherwise the next pull shows it at
    /// its place.
    pub(super) fn appended(
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
        let follows = state.incarnation == Some(appended.incarnation)
            && appended.at == state.cursor
            && appended.seqs == [state.cursor.seq + 1]
            && in_flight.generation == state.generation
            && state.reading == Reading::Forward;
        if !follows {
            return Ok(Answered::when(self.look_again(space)?));
        }
        let entry = &in_flight.entry;
        state.cursor = state.cursor.after(entry.id, entry.kind, Hash::of(&entry.bytes));
        tx.note_entry(space, state.generation, entry.kind == EntryKind::Commit, state.cursor)?;
        let changed = self.accept(tx, &mut state, &in_flight, now)?;
        state.save(tx)?;
        Ok(Answered::when(changed))
    }

    /// The operations are in the log, with the entry at the cursor.
    pub(super) fn note_carried(
        &self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        carried: &[(RecordId, u64)],
    ) -> Result<(), StoreError> {
        for (record, counter) in carried {
            tx.note_taken(state.id, *record, *counter, state.generation, state.cursor.seq)?;
            if tx.record(state.id, *record)?.is_some_and(|stored| self.types.is_ordered(&stored.kind)) {
                tx.note_arrival(state.id, *record, state.generation, state.cursor.seq)?;
            }
        }
        Ok(())
    }

    /// The entry in flight is in the log, at the cursor.
    pub(super) fn accept(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        in_flight: &InFlight,
        now: i64,
    ) -> Result<bool, EngineError> {
        InFlight::drop(tx, state.id)?;
        state.number = in_flight.entry.number;
        state.doubted = false;
        self.note_carried(tx, state, &in_flight.carried)?;
        for key in &in_flight.controls {
            tx.delete_value(Namespace::Intent, key)?;
        }
        if let Some(refreshed) = &mut state.refreshed {
            refreshed.messages += 1;
        }
        let Some(change) = &in_flight.entry.change else { return Ok(false) };
        let name = GroupName { space: state.id, generation: state.generation };
        if let Some(mut group) = Group::load(tx, name)? {
            group.merge_pending()?;
        }
        state.refreshed = Some(Refreshed { at: now, messages: 0 });
        for device in &change.added {
            admitted(tx, state.id, *device)?;
        }
        self.owe_snapshot(tx, state.id, &change.added)?;
        // The person is told of what this device adds or removes too: another of their devices may have asked for it. What opens a
        // generation names all that were ever removed.
        for device in &change.added {
            announce_came(tx, state.id, *device, is_own(tx, *device)?)?;
        }
        for device in change.removed.iter().filter(|_| !in_flight.opens) {
            Notice::DeviceWent { own: true, device: *device }.tell(tx)?;
        }
        Ok(true)
    }

    pub(super) fn append_refused(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        match code {
            ErrorCode::NotAMember => self.lost(tx, space),
            ErrorCode::SpaceLeft => self.look_again(space),
            ErrorCode::QuotaExceeded | ErrorCode::DiskFull => self.no_room(tx, space),
            _ => {
                // Another epoch, another number, a closed generation, a device that cannot be added: the log tells what happened.
                if let Some(mut in_flight) = InFlight::load(tx, space)? {
                    if code == ErrorCode::BadChange {
                        // A space may be full. What is said goes out all the same.
                        self.memory.unclaimed.extend(in_flight.added().into_iter().map(|device| (space, device)));
                    }
                    in_flight.refused = true;
                    in_flight.save(tx, space)?;
                }
                self.look_again(space)
            }
        }
    }
}

/// An entry that is made, but not stored yet: it has no id and no number.
struct OutgoingEntry {
    kind: EntryKind,
    bytes: Vec<u8>,
    change: Option<Change>,
    carried: Vec<(RecordId, u64)>,
    controls: Vec<Bytes>,
}

impl OutgoingEntry {
    fn commit(bytes: Vec<u8>, change: Change) -> Self {
        Self { kind: EntryKind::Commit, bytes, change: Some(change), carried: Vec::new(), controls: Vec::new() }
    }
}
