//! Reading a space's log, one page in one transaction.

use tend_protocol::{
    Content, Entry, EntryKind, ErrorCode, Hash, LogPage, Position, Problem, Pull, Pulled, SpaceId, decode,
};

use super::{
    Notice, Repair, Request, SpaceState, Standing,
    engine::{Engine, EngineError},
    leaving,
    request::Purpose,
    rewinding,
    sending::{InFlight, was_sent},
};
use crate::{
    spaces::{Group, GroupName},
    store::Transaction,
};

/// Entries that are asked for in one page.
const PAGE: u32 = 500;
/// Far above what a log reaches in a life, and far below where counting on from a server's word would overflow, here or in the store.
const MAX_COUNT: u64 = 1 << 48;
/// The same for generations.
const MAX_GENERATION: u32 = 1 << 24;
/// How long a device that a generation left out waits to be added, in seconds.
const WELCOME_PATIENCE: u64 = 3600;

impl Engine {
    pub(super) fn pull_request(&self, state: &SpaceState) -> Request {
        let probes = state.standing == Standing::Joining && state.cursor.seq == 0 && !state.placed;
        let (after, hash) = if probes { (0, None) } else { (state.cursor.seq, Some(state.cursor.hash)) };
        // A probe after a rollback asks for a place only.
        let hash = hash.filter(|_| !state.probing);
        let call = Pull { space: state.id, generation: state.generation, after, hash, limit: PAGE };
        Request::new(&call, self.token(), Purpose::Pull(state.id))
    }

    pub(super) fn pulled(
        &mut self,
        tx: &Transaction<'_>,
        space: SpaceId,
        bytes: &[u8],
        now: i64,
    ) -> Result<Option<bool>, EngineError> {
        let Some(mut state) = SpaceState::load(tx, space)? else { return Ok(Some(false)) };
        let page = match decode(bytes) {
            Ok(Pulled::Log(page)) if is_bounded(&page) => page,
            Ok(Pulled::Left(statement)) => return Ok(Some(self.partner_left(tx, &state, &statement)?)),
            _ => return Ok(None),
        };
        if state.standing == Standing::Joining && !state.placed {
            // Who left a generation for one that is not there has nothing to wait for: all may have done so.
            let misled = state.previous.is_some() && page.current_generation < state.generation;
            return if misled { self.regressed(tx, state, &page) } else { self.place(tx, state, &page) };
        }
        if page.at.seq > page.head || page.entries.len() > PAGE as usize || page.current_generation < state.generation {
            return self.regressed(tx, state, &page);
        }
        let restored = state.incarnation.replace(page.incarnation).is_some_and(|last| last != page.incarnation);
        state.server_generation = page.current_generation;
        if state.repair.is_some() {
            // Nothing more is read of this generation: either a later one is open, or this device opens it.
            state.rewind = None;
            state.probing = false;
            self.memory.pulled.insert(space);
            if !self.opens(tx, &state)? {
                self.drop_in_flight(tx, &state)?;
                if page.current_generation > state.generation {
                    state.follow(page.current_generation);
                    self.memory.pulled.remove(&space);
                }
            }
            state.save(tx)?;
            return Ok(Some(false));
        }
        if state.probing || page.at != state.cursor {
            rewinding::find_common(tx, &mut state, page.at)?;
            if state.repair.is_some() {
                // Also who was still to join opens the next: a welcome to this one is waited for no more.
                state.standing = Standing::Active;
            }
            state.save(tx)?;
            return Ok(Some(false));
        }
        if restored && state.rewind.is_none() {
            state.rewind = Some(state.cursor.seq);
        }
        let changed = self.read_page(tx, &mut state, &page, now)?;
        state.save(tx)?;
        Ok(Some(changed))
    }

    /// The server knows less generations than this device has seen: it was restored.
    fn regressed(
        &mut self,
        tx: &Transaction<'_>,
        mut state: SpaceState,
        page: &LogPage,
    ) -> Result<Option<bool>, EngineError> {
        if page.current_generation >= state.generation {
            return Ok(None);
        }
        state.incarnation = Some(page.incarnation);
        state.server_generation = page.current_generation;
        state.repair = Some(Repair::Restored);
        state.standing = Standing::Active;
        self.memory.pulled.insert(state.id);
        self.drop_in_flight(tx, &state)?;
        state.save(tx)?;
        Ok(Some(true))
    }

    /// A joiner learns where its part of the log begins: right before the commit that adds it.
    fn place(
        &mut self,
        tx: &Transaction<'_>,
        mut state: SpaceState,
        page: &LogPage,
    ) -> Result<Option<bool>, EngineError> {
        state.incarnation = Some(page.incarnation);
        state.server_generation = page.current_generation;
        if page.current_generation == state.generation {
            state.cursor = page.at;
            state.placed = true;
        } else {
            // A later generation was looked for that is not there yet.
            if page.current_generation < state.generation {
                self.memory.held.insert(state.id);
            }
            state.generation = page.current_generation;
            state.cursor = Position::start(state.id, state.generation);
        }
        state.save(tx)?;
        Ok(Some(false))
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
            if state.repair.is_some() || state.standing == Standing::Stopped {
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
            if state.repair.is_some() || state.standing == Standing::Stopped {
                // What could not be taken is not acknowledged.
                state.cursor = before;
                break;
            }
            tx.note_entry(state.id, state.generation, entry.kind == EntryKind::Commit, next)?;
        }
        if state.repair.is_some() {
            state.standing = Standing::Active;
        }
        if !page.more {
            self.at_head(tx, state, page)?;
        }
        Ok(changed)
    }

    /// The log was read to its end.
    fn at_head(&mut self, tx: &Transaction<'_>, state: &mut SpaceState, page: &LogPage) -> Result<(), EngineError> {
        rewinding::finish(tx, state)?;
        if InFlight::load(tx, state.id)?.is_some_and(|in_flight| in_flight.refused && !in_flight.opens) {
            self.drop_in_flight(tx, state)?;
        }
        if state.repair.is_none() && state.standing == Standing::Active && page.number != state.number {
            let unseen = InFlight::load(tx, state.id)?.is_some_and(|in_flight| in_flight.entry.number == page.number);
            if page.number > state.number && !state.renumbers && !state.doubted && !unseen {
                return stop(tx, state, &Notice::CopiedStore);
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
        if state.standing == Standing::Active && epoch.is_some_and(|epoch| epoch != page.epoch) {
            // The group and the log have parted, whatever it was: what is sent from here would never be taken.
            state.repair.get_or_insert(Repair::Restored);
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
            super::generations::forget_package(tx, state.id, device)?;
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
        let own = super::devices::ThisDevice::load(tx)?.is_some_and(|device| device.id() == entry.author);
        if let Some(in_flight) = InFlight::load(tx, state.id)?.filter(|in_flight| in_flight.entry.id == entry.id) {
            let same = (entry.kind, entry.content.hash()) == (in_flight.entry.kind, Hash::of(&in_flight.entry.bytes));
            if !same {
                // An id names bytes: no honest log holds others under it.
                state.repair = Some(Repair::Fork);
                return Ok(true);
            }
            if in_flight.opens {
                self.enter_opened(tx, state, &in_flight, now)?;
                return Ok(true);
            }
            return self.accept(tx, state, &in_flight, now);
        }
        if own && was_sent(tx, state.id, entry.id)? {
            // Sent, given up, and taken after all: a copy of the request was under way when the server was restored.
            state.number = entry.number;
            if entry.kind == EntryKind::Commit {
                state.repair = Some(Repair::Restored);
            }
            return Ok(false);
        }
        if own {
            stop(tx, state, &Notice::CopiedStore)?;
            return Ok(true);
        }
        if state.standing == Standing::Joining {
            return self.join(tx, state, entry);
        }
        match (&entry.content, entry.kind) {
            // Only the author may take words away, and for what is to stay none does: the others still have what is missing here.
            (Content::Blanked(_), EntryKind::Message) => {
                self.want_snapshot(tx, state)?;
                Ok(false)
            }
            (Content::Blanked(_), EntryKind::Commit) => {
                state.repair = Some(Repair::Refused);
                Ok(true)
            }
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
        let joins_first = state.standing == Standing::Joining && state.previous.is_none();
        if state.server_generation > state.generation {
            // A later generation may have a welcome for this device.
            state.follow(state.server_generation);
            state.previous = state.previous.filter(|_| !joins_first);
        } else if state.standing == Standing::Joining && self.waits_for_welcome(&mut state) {
            self.memory.held.insert(space);
        } else {
            state.repair = Some(match state.standing {
                Standing::Joining => Repair::LeftOut,
                _ if state.probing || state.rewind.is_some() => Repair::Restored,
                _ => Repair::Slept,
            });
            state.standing = Standing::Active;
            state.probing = false;
            self.memory.pulled.insert(space);
        }
        state.save(tx)?;
        Ok(true)
    }

    /// Those who are in a generation add whom they miss. Only when nobody does, this device opens another: two that do not know of each
    /// other would else leave each other out again and again.
    fn waits_for_welcome(&self, state: &mut SpaceState) -> bool {
        if state.left_out_since == 0 {
            state.left_out_since = self.memory.at;
        }
        let waited = self.memory.at.abs_diff(state.left_out_since);
        if waited >= WELCOME_PATIENCE {
            state.left_out_since = 0;
        }
        waited < WELCOME_PATIENCE
    }

    /// Whoever left is checked: a device of the space, by its own signature.
    fn partner_left(
        &mut self,
        tx: &Transaction<'_>,
        state: &SpaceState,
        statement: &tend_protocol::SignedLeave,
    ) -> Result<bool, EngineError> {
        if !leaving::may_leave(tx, state, statement)? {
            return self.lost(tx, state.id);
        }
        if super::devices::is_own(tx, statement.device)? {
            leaving::leave(tx, state)?;
        } else {
            leaving::part(tx, state)?;
            Notice::PartnerLeft.tell(tx)?;
        }
        Ok(true)
    }
}

fn is_bounded(page: &LogPage) -> bool {
    let counts = [page.epoch, page.at.seq, page.head, page.number];
    let of_entries = page.entries.iter().flat_map(|entry| [entry.seq, entry.number]);
    page.current_generation <= MAX_GENERATION && counts.into_iter().chain(of_entries).all(|count| count <= MAX_COUNT)
}

/// The current generation that comes with a refusal, if it can be one.
pub(super) fn told_generation(problem: &Problem) -> Option<u32> {
    problem.generation.filter(|generation| *generation <= MAX_GENERATION)
}

/// The space stops: nothing heals it by itself, and nothing was deleted.
pub(super) fn stop(tx: &Transaction<'_>, state: &mut SpaceState, why: &Notice) -> Result<(), EngineError> {
    state.standing = Standing::Stopped;
    Ok(why.tell(tx)?)
}
