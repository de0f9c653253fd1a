//! Reading a space's log, one page in one transaction.

use tend_protocol::{
    Content, Entry, EntryKind, ErrorCode, Hash, LogPage, Position, Problem, Pull, Pulled, SignedLeave, SpaceId, decode,
};

use super::{
    EngineError, Notice, Reading, Repair, Request, SpaceState, SpaceStatus,
    bounds::{is_bounded, told_generation},
    devices::{ThisDevice, is_own},
    engine::Engine,
    error::Answered,
    in_flight::{InFlight, sent},
    intents::forget_package,
    lost::take_asking,
    parting,
    request::RequestKind,
    rewinding,
};
use crate::{
    spaces::{Group, GroupName},
    store::Transaction,
};

/// Entries that are asked for in one page.
const PAGE: u32 = 500;
/// Entries of which the running hash is kept. A server that went back by more is found to have another log, and the space goes on in a new
/// generation.
const LOG_KEPT: u64 = 10_000;
/// How long a device that a generation left out waits to be added, in seconds.
const WELCOME_PATIENCE: u64 = 3600;

/// Whether the current generation's log is empty, though it is one that a commit opens: the server lost the space, and it was made again.
fn is_made_again(state: &SpaceState, page: &LogPage) -> bool {
    page.current_generation == state.generation && page.head == 0
}

impl Engine {
    pub(super) fn pull_request(&self, state: &SpaceState) -> Request {
        let probes = matches!(state.status, SpaceStatus::Joining { placed: false, .. }) && state.cursor.seq == 0;
        let (after, hash) = if probes { (0, None) } else { (state.cursor.seq, Some(state.cursor.hash)) };
        // A probe after a rollback asks for a place only.
        let hash = hash.filter(|_| !matches!(state.reading, Reading::Probing { .. }));
        let bytes = self.memory.page_bytes.0;
        let call = Pull { space: state.id, generation: state.generation, after, hash, limit: PAGE, bytes };
        Request::new(&call, self.token(), RequestKind::Pull(state.id))
    }

    pub(super) fn pulled(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        bytes: &[u8],
        now: i64,
    ) -> Result<Answered, EngineError> {
        let Some(mut state) = SpaceState::load(tx, space)? else { return Ok(Answered::Same) };
        let page = match decode(bytes) {
            Ok(Pulled::Log(page)) if is_bounded(&page) => page,
            Ok(Pulled::Left(statement)) => return Ok(Answered::when(self.partner_left(tx, &state, &statement)?)),
            _ => return Ok(Answered::Foreign),
        };
        state.lost_since = None;
        take_asking(tx, &state, &page.asking)?;
        for statement in &page.leaving {
            if parting::may_leave(tx, &state, statement)? {
                return Ok(Answered::when(self.partner_left(tx, &state, statement)?));
            }
        }
        if matches!(state.status, SpaceStatus::Joining { previous: Some(_), .. }) && is_made_again(&state, &page) {
            // Nobody opened this generation, so nobody can add this device to it.
            state.note_incarnation(page.incarnation);
            state.server_generation = page.current_generation;
            state.doubt_memory();
            state.repair(Repair::Restored);
            state.save(tx)?;
            return Ok(Answered::Same);
        }
        if let SpaceStatus::Joining { placed: false, previous, .. } = state.status {
            // A device that left a generation for one that does not exist must not wait: all devices may have done so.
            let misled = previous.is_some() && page.current_generation < state.generation;
            return if misled { self.regressed(tx, state, &page) } else { self.place(tx, state, &page) };
        }
        if page.at.seq > page.head || page.entries.len() > PAGE as usize || page.current_generation < state.generation {
            return self.regressed(tx, state, &page);
        }
        let restored = state.note_incarnation(page.incarnation);
        state.server_generation = page.current_generation;
        if matches!(state.status, SpaceStatus::Repairing { .. }) {
            // Nothing more is read of this generation: either a later one is open, or this device opens it.
            state.reading = Reading::Forward;
            self.memory.pulled.insert(space);
            if !self.opens(tx, &state)? {
                self.drop_in_flight(tx, &state)?;
                if page.current_generation > state.generation {
                    state.follow(page.current_generation);
                    self.memory.pulled.remove(&space);
                }
            }
            state.save(tx)?;
            return Ok(Answered::Same);
        }
        if matches!(state.reading, Reading::Probing { .. }) || page.at != state.cursor {
            // A device that has not joined yet may find here that it must open the next generation. It then stops waiting for a welcome
            // to this one.
            rewinding::find_common(tx, &mut state, page.at)?;
            state.save(tx)?;
            return Ok(Answered::Same);
        }
        if restored && state.reading == Reading::Forward {
            state.reading = Reading::Again { until: state.cursor.seq };
        }
        let changed = self.read_page(tx, &mut state, &page, now)?;
        state.save(tx)?;
        Ok(Answered::when(changed))
    }

    /// The server knows less generations than this device has seen: it was restored.
    fn regressed(
        &mut self,
        tx: &Transaction<'_>,
        mut state: SpaceState,
        page: &LogPage,
    ) -> Result<Answered, EngineError> {
        if page.current_generation >= state.generation {
            return Ok(Answered::Foreign);
        }
        state.note_incarnation(page.incarnation);
        state.server_generation = page.current_generation;
        state.doubt_memory();
        state.repair(Repair::Restored);
        self.memory.pulled.insert(state.id);
        self.drop_in_flight(tx, &state)?;
        state.save(tx)?;
        Ok(Answered::Changed)
    }

    /// A joiner learns where its part of the log begins: right before the commit that adds it.
    fn place(&mut self, tx: &Transaction<'_>, mut state: SpaceState, page: &LogPage) -> Result<Answered, EngineError> {
        state.note_incarnation(page.incarnation);
        state.server_generation = page.current_generation;
        if page.current_generation == state.generation {
            state.cursor = page.at;
            if let SpaceStatus::Joining { placed, .. } = &mut state.status {
                *placed = true;
            }
        } else {
            // A later generation was looked for that is not there yet.
            if page.current_generation < state.generation {
                self.memory.held.insert(state.id);
            }
            state.generation = page.current_generation;
            state.cursor = Position::start(state.id, state.generation);
        }
        state.save(tx)?;
        Ok(Answered::Same)
    }

    fn read_page(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        page: &LogPage,
        now: i64,
    ) -> Result<bool, EngineError> {
        let mut changed = false;
        for entry in &page.entries {
            if state.is_halted() {
                break;
            }
            if entry.seq != state.cursor.seq + 1 {
                return self.hold(state.id);
            }
            let next = state.cursor.after(entry.id, entry.kind, entry.content.hash());
            if rewinding::was_read(tx, state, entry, next)? {
                state.cursor = next;
                continue;
            }
            let before = state.cursor;
            state.cursor = next;
            changed |= self.read_entry(tx, state, entry, now)?;
            if state.is_halted() {
                // What could not be taken is not acknowledged.
                state.cursor = before;
                break;
            }
            tx.note_entry(state.id, state.generation, entry.kind == EntryKind::Commit, next)?;
        }
        if !page.more {
            self.at_head(tx, state, page)?;
        }
        Ok(changed)
    }

    /// The log was read to its end.
    fn at_head(&mut self, tx: &Transaction<'_>, state: &mut SpaceState, page: &LogPage) -> Result<(), EngineError> {
        rewinding::finish(tx, state)?;
        tx.forget_before(state.id, state.generation, state.cursor.seq.saturating_sub(LOG_KEPT))?;
        if InFlight::load(tx, state.id)?.is_some_and(|in_flight| in_flight.refused && !in_flight.opens) {
            self.drop_in_flight(tx, state)?;
        }
        if state.status == SpaceStatus::Active && page.number != state.number {
            let unseen = InFlight::load(tx, state.id)?.is_some_and(|in_flight| in_flight.entry.number == page.number);
            if page.number > state.number && !state.renumbers && !state.doubted && !unseen {
                return self.copied(tx, state);
            }
            if !unseen {
                state.doubted |= page.number < state.number && !state.renumbers;
                state.number = page.number;
                self.drop_in_flight(tx, state)?;
            }
        }
        state.renumbers = false;
        let name = GroupName { space: state.id, generation: state.generation };
        let epoch = Group::load(tx, name)?.map(|group| group.epoch());
        if state.status == SpaceStatus::Active && epoch.is_some_and(|epoch| epoch != page.epoch) {
            // For whatever reason, the group is not in the log's epoch: the server would never accept what is sent from here.
            state.repair(Repair::Restored);
        }
        if page.current_generation > state.generation && !self.opens(tx, state)? {
            self.drop_in_flight(tx, state)?;
            state.follow(page.current_generation);
            return Ok(());
        }
        self.memory.pulled.insert(state.id);
        Ok(())
    }

    /// Whether this device is opening a generation: only the answer to that tells whose the current one is.
    fn opens(&mut self, tx: &Transaction<'_>, state: &SpaceState) -> Result<bool, EngineError> {
        let opens = InFlight::load(tx, state.id)?.is_some_and(|in_flight| in_flight.opens);
        if opens {
            self.memory.pulled.insert(state.id);
        }
        Ok(opens)
    }

    /// Takes back what is in flight: it will be made again from the records, under a new id.
    pub(super) fn drop_in_flight(&mut self, tx: &Transaction<'_>, state: &SpaceState) -> Result<(), EngineError> {
        let Some(in_flight) = InFlight::load(tx, state.id)? else { return Ok(()) };
        let name = GroupName { space: state.id, generation: in_flight.generation };
        if in_flight.opens {
            Group::forget(tx, name)?;
        } else if let Some(mut group) = Group::load(tx, name)? {
            group.discard_pending()?;
        }
        // A key package that was in a welcome is not used again.
        for device in in_flight.added() {
            forget_package(tx, state.id, device)?;
        }
        Ok(InFlight::drop(tx, state.id)?)
    }

    fn read_entry(
        &mut self,
        tx: &Transaction<'_>,
        state: &mut SpaceState,
        entry: &Entry,
        now: i64,
    ) -> Result<bool, EngineError> {
        let own = ThisDevice::load(tx)?.is_some_and(|device| device.id() == entry.author);
        if let Some(in_flight) = InFlight::load(tx, state.id)?.filter(|in_flight| in_flight.entry.id == entry.id) {
            let same = (entry.kind, entry.content.hash()) == (in_flight.entry.kind, Hash::of(&in_flight.entry.bytes));
            if !same {
                // An id names bytes: no honest log holds others under it.
                state.repair(Repair::Fork);
                return Ok(true);
            }
            if in_flight.opens {
                self.enter_opened(tx, state, &in_flight, now)?;
                return Ok(true);
            }
            return self.accept(tx, state, &in_flight, now);
        }
        let sent = if own { sent(tx, state.id, state.generation, entry.id)? } else { None };
        if let Some(carried) = sent {
            // Sent, given up, and taken after all: a copy of the request was under way when the server was restored.
            state.number = entry.number;
            self.note_carried(tx, state, &carried)?;
            if entry.kind == EntryKind::Commit {
                state.repair(Repair::Restored);
            }
            return Ok(false);
        }
        if own {
            self.copied(tx, state)?;
            return Ok(true);
        }
        if matches!(state.status, SpaceStatus::Joining { .. }) {
            return self.join(tx, state, entry);
        }
        match (&entry.content, entry.kind) {
            // Only its author can blank a message, and no author does so with records that should stay. Whatever is missing here, the other
            // devices still have, and a snapshot brings it.
            (Content::Blanked(_), EntryKind::Message) => {
                self.want_snapshot(tx, state)?;
                Ok(false)
            }
            (Content::Blanked(_), EntryKind::Commit) => {
                state.repair(Repair::Refused);
                Ok(true)
            }
            // Only a later version knows what it says.
            (_, EntryKind::Later(_)) => Ok(false),
            (Content::Bytes(bytes), _) => self.receive(tx, state, entry, bytes),
        }
    }

    pub(super) fn pull_refused(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        problem: &Problem,
    ) -> Result<bool, EngineError> {
        let Some(mut state) = SpaceState::load(tx, space)? else { return Ok(false) };
        match problem.code {
            ErrorCode::BehindRetention => {}
            ErrorCode::NotAMember => return self.lost(tx, space),
            _ => return self.hold(space),
        }
        if self.opens(tx, &state)? {
            return Ok(false);
        }
        self.drop_in_flight(tx, &state)?;
        state.server_generation = told_generation(problem).unwrap_or(state.server_generation);
        let joins = matches!(state.status, SpaceStatus::Joining { .. });
        let joins_first = joins && state.previous().is_none();
        if state.server_generation > state.generation {
            // A later generation may have a welcome for this device.
            state.follow(state.server_generation);
            if let (true, SpaceStatus::Joining { previous, .. }) = (joins_first, &mut state.status) {
                *previous = None;
            }
        } else if self.waits_for_welcome(&mut state) {
            self.wait_outside(&state);
        } else {
            // This device slept for a season, or it had read further than it remembers. If it was taken out and came back, it had not: the
            // partner's device can bring that about.
            if !joins && state.lost_since.is_none() {
                state.doubt_memory();
            }
            state.repair(match state.reading {
                _ if joins => Repair::LeftOut,
                Reading::Forward => Repair::Slept,
                Reading::Again { .. } | Reading::Probing { .. } => Repair::Restored,
            });
            state.reading = Reading::Forward;
            self.memory.pulled.insert(space);
        }
        state.save(tx)?;
        Ok(true)
    }

    /// The devices that are in a generation add the ones that are missing. Only when none of them does, this device opens another one:
    /// otherwise two devices that do not know of each other would leave each other out again and again.
    fn waits_for_welcome(&self, state: &mut SpaceState) -> bool {
        let SpaceStatus::Joining { left_out_since, .. } = &mut state.status else { return false };
        let since = *left_out_since.get_or_insert(self.memory.at);
        self.memory.at.abs_diff(since) < WELCOME_PATIENCE
    }

    /// Somebody left the space. The statement must be signed by a device of the space.
    fn partner_left(
        &mut self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        statement: &SignedLeave,
    ) -> Result<bool, EngineError> {
        if !parting::may_leave(tx, state, statement)? {
            return self.lost(tx, state.id);
        }
        if is_own(tx, statement.device)? {
            parting::leave(tx, self.types, state)?;
        } else {
            parting::part(tx, self.types, state)?;
            Notice::PartnerLeft.tell(tx)?;
        }
        Ok(true)
    }
}
