use std::{collections::BTreeSet, sync::Arc};

use tend_protocol::{ErrorCode, Problem, SpaceId};

use super::{
    Failure, Handled, Repair, Request, Role, SpaceState, SpaceStatus,
    devices::ThisDevice,
    error::{Answered, EngineError},
    in_flight::InFlight,
    memory::Memory,
    partnership::tell_of_silence,
    pending_invites::PendingInvite,
    request::RequestKind,
    server::{At, Server},
};
use crate::{
    identity::Entropy,
    records::RecordTypes,
    store::{Store, Transaction},
};

/// Sessions that may end within one round.
const SESSIONS: u32 = 3;
/// Entries of one space that the server may not take, or not show, in one round.
const TRIES: u32 = 16;

/// The sync state machine. One request at a time: [`Self::next`], the transport, [`Self::handle`], until there is no next.
pub struct Engine {
    pub(super) store: Arc<Store>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) types: RecordTypes,
    pub(super) memory: Memory,
}

impl Engine {
    /// An engine on a store, for records of these types. It does nothing by itself.
    pub fn new(store: Arc<Store>, entropy: Arc<dyn Entropy>, types: RecordTypes) -> Self {
        Self { store, entropy, types, memory: Memory::default() }
    }

    /// Begins a round: everything is looked at again. With `now`, the own space does not wait for its regular interval.
    pub fn begin(&mut self, now: bool) {
        self.memory = std::mem::take(&mut self.memory).of_next_round(now);
        // A round that broke off may have left a checkpoint due.
        self.store.settle();
    }

    /// The token of the session with the person's server, for the stream of events.
    pub fn token(&self) -> Option<&str> {
        self.memory.home.token.as_deref()
    }

    /// The spaces that could do no more in the last round.
    pub(crate) fn held(&self) -> BTreeSet<SpaceId> {
        self.memory.held.clone()
    }

    /// The request that is due, `None` when the round is done. The same question gets the same answer until one is handled, a crash
    /// between or not.
    ///
    /// # Errors
    /// [`EngineError::Store`]; [`EngineError::Space`] when MLS fails on this device's own state.
    pub fn next(&mut self, now: i64) -> Result<Option<Request>, EngineError> {
        self.memory.at = now;
        let store = Arc::clone(&self.store);
        let next = store.write_of_many(|tx| self.due(tx, now))?;
        if next.is_none() {
            store.settle();
        }
        Ok(next)
    }

    fn due(&mut self, tx: &Transaction<'_>, now: i64) -> Result<Option<Request>, EngineError> {
        let Some(device) = ThisDevice::load(tx)? else { return Ok(None) };
        tell_of_silence(tx, now)?;
        if let Some(request) = self.guest_request(tx, &device, now)? {
            return Ok(Some(request));
        }
        let Some(server) = &device.server else { return Ok(None) };
        if let Some(request) = self.destination_request(server) {
            return Ok(Some(request));
        }
        let request = self.home_request(tx, &device, server, now)?;
        Ok(request.map(|request| request.addressed(At::Home, &server.address)))
    }

    /// What an invite to another server wants. It comes first: a server that is gone must not keep its people from going to another.
    fn guest_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        now: i64,
    ) -> Result<Option<Request>, EngineError> {
        for invite in PendingInvite::all(tx)? {
            let (mailbox, at) = (invite.handshake.mailbox(), At::Invite(invite.handshake.mailbox()));
            let is_of_home = device.server.as_ref().is_some_and(|home| home.is(&invite.server));
            if is_of_home || self.memory.unreached.contains(&mailbox) {
                continue;
            }
            let token = self.memory.session(at, &invite.server).token.clone();
            let Some(request) = self.meeting_request(tx, invite.clone(), token.as_deref())? else { continue };
            let session = self.session_request(device, &invite.server, at, None, now);
            return Ok(Some(session.unwrap_or(request).addressed(at, &invite.server.address)));
        }
        Ok(None)
    }

    /// What the person's own server is asked.
    fn home_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        server: &Server,
        now: i64,
    ) -> Result<Option<Request>, EngineError> {
        let mut invites = PendingInvite::all(tx)?;
        invites.retain(|invite| server.is(&invite.server));
        let access_code = invites.iter().find_map(|invite| invite.server.access_code.as_deref());
        if let Some(request) = self.session_request(device, server, At::Home, access_code, now) {
            return Ok(Some(request));
        }
        if let Some(request) = self.leave_request(tx)? {
            return Ok(Some(request));
        }
        let token = self.token().map(String::from);
        for invite in invites {
            if let Some(request) = self.meeting_request(tx, invite, token.as_deref())? {
                return Ok(Some(request));
            }
        }
        if PendingInvite::becomes_linked(tx)? {
            // What this device published now would name its old person, and it is about to be linked to another one.
            return Ok(None);
        }
        if let Some(request) = self.stock_request(tx, device)? {
            return Ok(Some(request));
        }
        let mut spaces = SpaceState::all(tx)?;
        spaces.sort_by_key(|state| state.role == Role::Own);
        for state in spaces {
            if self.memory.held.contains(&state.id) {
                continue;
            }
            match tx.attempt(|| self.space_request(tx, device, state.clone(), now)) {
                Ok(Some(request)) => return Ok(Some(request)),
                Ok(None) => {}
                Err(error) if error.is_of_one_space() => self.set_aside(tx, state)?,
                Err(error) => return Err(error),
            }
        }
        // Last, so that the spaces' own commits take a removed device out first, and this one can come back by it to a space of a server that
        // was set back.
        self.revoke_request(tx, device)
    }

    /// What a space wants next.
    fn space_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        mut state: SpaceState,
        now: i64,
    ) -> Result<Option<Request>, EngineError> {
        state.note_made(tx, now)?;
        self.read_later(tx, &state)?;
        if self.memory.lost.contains(&state.id) {
            return Ok(Some(self.rejoin_request(device, &state)));
        }
        if self.memory.outside.contains(&state.id) {
            return Ok(Some(self.asking_request(device, &state)));
        }
        if state.status == SpaceStatus::Paused && self.pauses(tx, &mut state)? {
            return Ok(None);
        }
        match state.status {
            SpaceStatus::Stopped => return Ok(None),
            SpaceStatus::Local => return Ok(Some(self.create_request(&state))),
            _ => {}
        }
        if !self.memory.pulled.contains(&state.id) {
            return Ok(Some(self.pull_request(&state)));
        }
        if matches!(state.status, SpaceStatus::Joining { .. }) {
            return Ok(None);
        }
        if let Some(in_flight) = InFlight::load(tx, state.id)? {
            return Ok(Some(self.send_request(&state, &in_flight)));
        }
        if matches!(state.status, SpaceStatus::Repairing { .. }) {
            return self.generation_request(tx, device, &state);
        }
        if let Some(request) = self.snapshot_request(tx, &mut state)? {
            return Ok(Some(request));
        }
        self.make_request(tx, device, state, now)
    }

    /// Takes the answer to a request. All it changes becomes durable together.
    ///
    /// # Errors
    /// As [`Self::next`]; the answer counts as lost.
    pub fn handle(
        &mut self,
        request: &Request,
        answer: Result<Vec<u8>, Failure>,
        now: i64,
    ) -> Result<Handled, EngineError> {
        self.memory.at = now;
        match (self.take(request, answer, now), request.kind.space()) {
            (Err(error), Some(space)) if error.is_of_one_space() => {
                let store = Arc::clone(&self.store);
                store.write_of_many(|tx| match SpaceState::load(tx, space)? {
                    Some(state) => self.set_aside(tx, state),
                    None => Ok(()),
                })?;
                Ok(Handled { changed: true, ..Handled::default() })
            }
            (handled, _) => handled,
        }
    }

    fn take(&mut self, request: &Request, answer: Result<Vec<u8>, Failure>, now: i64) -> Result<Handled, EngineError> {
        let at = request.at;
        let bytes = match answer {
            Ok(bytes) => bytes,
            Err(Failure::Refused(problem)) => match problem.code {
                ErrorCode::Unauthenticated => {
                    // The session ended early: another is opened, but not without end.
                    let again = self.memory.open_session(at).token.take().is_some() && self.memory.sessions < SESSIONS;
                    self.memory.sessions += 1;
                    let over = |engine: &mut Self| engine.cannot_reach(at, 5, problem.into());
                    return Ok(if again { Handled::default() } else { over(self) });
                }
                // Another device's key package is not worth waiting for, nor is a page of a snapshot.
                ErrorCode::RateLimited if matches!(request.kind, RequestKind::Claim(..) | RequestKind::PutBlob(..)) => {
                    return self.refused(request, &problem);
                }
                // What frees room, and what is read, goes on.
                ErrorCode::DiskFull if request.kind.takes_room() => return self.refused(request, &problem),
                code if code.retry_helps() => {
                    return Ok(self.cannot_reach(at, problem.retry_after.unwrap_or(5), problem.into()));
                }
                _ => return self.refused(request, &problem),
            },
            Err(failure) => return self.lost_on_the_way(request, failure),
        };
        let store = Arc::clone(&self.store);
        if request.kind == RequestKind::Identify {
            return store.write_of_many(|tx| self.identified(tx, at, &bytes));
        }
        Ok(match store.write_of_many(|tx| self.answered(tx, request, &bytes, now))? {
            Answered::Foreign => self.cannot_reach(at, 5, Failure::Malformed),
            answered => Handled { changed: answered == Answered::Changed, ..Handled::default() },
        })
    }

    /// There is no answer, or none that can be read.
    fn lost_on_the_way(&mut self, request: &Request, failure: Failure) -> Result<Handled, EngineError> {
        if matches!(request.kind, RequestKind::Pull(_))
            && failure == Failure::BrokenOff
            && let Some(fewer) = self.memory.page_bytes.fewer()
        {
            // Some of the page may come through, and what has come stays.
            self.memory.page_bytes = fewer;
            return Ok(Handled::default());
        }
        if let (At::Invite(_), RequestKind::BurnMailbox(mailbox)) = (request.at, &request.kind) {
            // It goes by itself when its time is over; nobody need wait for that server.
            let store = Arc::clone(&self.store);
            store.write_of_many(|tx| self.mailbox_burned(tx, *mailbox))?;
        }
        Ok(self.cannot_reach(request.at, 5, failure))
    }

    fn answered(
        &mut self,
        tx: &Transaction<'_>,
        request: &Request,
        bytes: &[u8],
        now: i64,
    ) -> Result<Answered, EngineError> {
        let (at, kind) = (request.at, &request.kind);
        match *kind {
            // It has an answer of its own kind.
            RequestKind::Identify => Ok(Answered::Same),
            RequestKind::Register => self.registered(tx, at),
            RequestKind::Challenge => Ok(self.challenged(at, bytes)),
            RequestKind::OpenSession => Ok(self.session_opened(at, bytes, now)),
            RequestKind::RevokeDevice(device) => {
                self.revoked(device);
                Ok(Answered::Same)
            }
            RequestKind::StockKeyPackages => self.stocked(tx, bytes),
            RequestKind::CreateSpace(space) => self.space_created(tx, space, bytes),
            RequestKind::RejoinSpace(space) => self.rejoined(tx, space, bytes),
            RequestKind::AskToBeAdded(space) => Ok(Answered::when(self.hold(space)?)),
            RequestKind::Pull(space) => self.pulled(tx, space, bytes, now),
            RequestKind::Append(space) => self.appended(tx, space, bytes, now),
            RequestKind::OpenGeneration(space) => self.generation_opened(tx, space, bytes, now),
            RequestKind::Claim(space, device) => self.claimed(tx, space, device, bytes),
            RequestKind::PutBlob(space, blob) => Ok(Answered::when(self.blob_put(tx, space, blob)?)),
            RequestKind::GetBlob(space, blob) => self.blob_found(tx, space, blob, bytes),
            RequestKind::DropBlob(space, blob) => Ok(Answered::when(self.blob_dropped(tx, space, blob)?)),
            RequestKind::Leave(space) => Ok(Answered::when(self.leave_sent(space))),
            RequestKind::OpenMailbox(mailbox)
            | RequestKind::JoinMailbox(mailbox)
            | RequestKind::Post(mailbox, _)
            | RequestKind::ReadMailbox(mailbox) => self.mailbox_answered(tx, kind, mailbox, bytes, now),
            RequestKind::BurnMailbox(mailbox) => Ok(Answered::when(self.mailbox_burned(tx, mailbox)?)),
            RequestKind::SeekCouple(mailbox) => self.couple_sought(tx, mailbox, bytes, now),
        }
    }

    /// The server said no, for a reason that another try does not change.
    fn refused(&mut self, request: &Request, problem: &Problem) -> Result<Handled, EngineError> {
        let store = Arc::clone(&self.store);
        let (kind, code) = (&request.kind, problem.code);
        store.write_of_many(|tx| {
            let changed = match *kind {
                RequestKind::Identify | RequestKind::Register | RequestKind::Challenge | RequestKind::OpenSession => {
                    return self.session_refused(tx, request, code);
                }
                RequestKind::RevokeDevice(device) => {
                    self.revoked(device);
                    Ok(false)
                }
                RequestKind::StockKeyPackages => {
                    self.memory.stocked = ThisDevice::load(tx)?.map(|device| device.person());
                    Ok(false)
                }
                RequestKind::CreateSpace(space) | RequestKind::RejoinSpace(space) => {
                    self.space_refused(tx, space, code)
                }
                RequestKind::AskToBeAdded(space) => self.hold(space),
                RequestKind::Pull(space) => self.pull_refused(tx, space, problem),
                RequestKind::Append(space) => self.append_refused(tx, space, code),
                RequestKind::OpenGeneration(space) => self.generation_refused(tx, space, problem),
                RequestKind::Claim(space, device) => {
                    self.memory.unclaimed.insert((space, device));
                    Ok(false)
                }
                RequestKind::PutBlob(space, _) => self.blob_refused(tx, space, code),
                RequestKind::GetBlob(space, blob) => self.blob_missing(tx, space, blob),
                RequestKind::DropBlob(space, blob) => self.blob_dropped(tx, space, blob),
                RequestKind::Leave(space) => Ok(self.leave_sent(space)),
                RequestKind::OpenMailbox(mailbox)
                | RequestKind::JoinMailbox(mailbox)
                | RequestKind::Post(mailbox, _)
                | RequestKind::ReadMailbox(mailbox) => self.mailbox_refused(tx, mailbox, code),
                RequestKind::BurnMailbox(mailbox) => self.mailbox_burned(tx, mailbox),
                RequestKind::SeekCouple(mailbox) => self.couple_not_found(tx, mailbox, code),
            }?;
            Ok(Handled { changed, ..Handled::default() })
        })
    }

    /// The server did not accept an entry, or not at the expected place. The log is read again, which tells why. After too many tries the
    /// space waits for the next round.
    pub(super) fn look_again(&mut self, space: SpaceId) -> Result<bool, EngineError> {
        let tries = self.memory.tries.entry(space).or_default();
        *tries += 1;
        if *tries > TRIES {
            return self.hold(space);
        }
        self.memory.pulled.remove(&space);
        Ok(false)
    }

    /// Something of that space cannot be done on this device: what is stored of it, or its group, is broken. It goes on in a new generation,
    /// and the other spaces go on at once. If that does not mend it, it is not tried again that day.
    fn set_aside(&mut self, tx: &Transaction<'_>, mut state: SpaceState) -> Result<(), EngineError> {
        if state.status == SpaceStatus::Active && !self.went_on_lately(&state) {
            state.went_on_at = Some(self.memory.at);
            state.repair(Repair::Refused);
            state.save(tx)?;
        }
        self.hold(state.id)?;
        Ok(())
    }

    /// Nothing more of that space in this round.
    pub(super) fn hold(&mut self, space: SpaceId) -> Result<bool, EngineError> {
        self.memory.held.insert(space);
        Ok(false)
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Engine")
    }
}
