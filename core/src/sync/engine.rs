use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use tend_protocol::{DeviceId, ErrorCode, Hash, MailboxId, Problem, SpaceId};

use super::{
    Failure, Handled, Repair, Request, Role, SpaceState, SpaceStatus, beat,
    devices::ThisDevice,
    error::{Answered, EngineError},
    in_flight::InFlight,
    pending_invites::PendingInvite,
    request::RequestKind,
};
use crate::{
    identity::{Entropy, IdentityId},
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

/// What may be lost: it only saves requests.
#[derive(Default)]
pub(super) struct Memory {
    pub token: Option<String>,
    pub token_until: i64,
    pub challenge: Option<Hash>,
    /// Whose key packages were found in stock.
    pub stocked: Option<IdentityId>,
    /// Spaces that the server was told are left, in this session.
    pub told: BTreeSet<SpaceId>,
    /// Spaces in which it was read again what an earlier version could not read.
    pub read_later: BTreeSet<SpaceId>,
    /// Sessions that the server ended in this round.
    pub sessions: u32,
    /// Entries of a space that were sent in this round and did not get through.
    pub tries: BTreeMap<SpaceId, u32>,
    /// Spaces whose log was read to its end in this round.
    pub pulled: BTreeSet<SpaceId>,
    /// Spaces that can do no more in this round.
    pub held: BTreeSet<SpaceId>,
    /// Devices whose key package was not to be had in this round.
    pub unclaimed: BTreeSet<(SpaceId, DeviceId)>,
    /// Key packages that did not fit, by the device that they were said to be of.
    pub misfits: BTreeMap<DeviceId, u32>,
    /// Mailboxes that were read in this round.
    pub read: BTreeSet<MailboxId>,
    /// The person asked to sync now: the own space does not wait for its interval.
    pub now: bool,
    /// The time of the call, in seconds since 1970.
    pub at: i64,
}

impl Engine {
    /// An engine on a store, for records of these types. It does nothing by itself.
    pub fn new(store: Arc<Store>, entropy: Arc<dyn Entropy>, types: RecordTypes) -> Self {
        Self { store, entropy, types, memory: Memory::default() }
    }

    /// Begins a round: everything is looked at again. With `now`, the own space does not wait for its regular interval.
    pub fn begin(&mut self, now: bool) {
        let Memory { token, token_until, stocked, told, read_later, .. } = std::mem::take(&mut self.memory);
        self.memory = Memory { token, token_until, stocked, told, read_later, now, ..Memory::default() };
    }

    /// The session's token, for the stream of events.
    pub fn token(&self) -> Option<&str> {
        self.memory.token.as_deref()
    }

    /// The request that is due, `None` when the round is done. The same question gets the same answer until one is handled, a crash
    /// between or not.
    ///
    /// # Errors
    /// [`EngineError::Store`]; [`EngineError::Space`] when MLS fails on this device's own state.
    pub fn next(&mut self, now: i64) -> Result<Option<Request>, EngineError> {
        self.memory.at = now;
        let store = Arc::clone(&self.store);
        store.write(|tx| {
            let Some(device) = ThisDevice::load(tx)?.filter(|device| device.server.is_some()) else { return Ok(None) };
            if let Some(request) = self.session_request(&device, now) {
                return Ok(Some(request));
            }
            if let Some(request) = self.leave_request(tx)? {
                return Ok(Some(request));
            }
            if let Some(request) = self.meeting_request(tx)? {
                return Ok(Some(request));
            }
            if PendingInvite::becomes_linked(tx)? {
                // What this device published now would name its old person, and it is about to be linked to another one.
                return Ok(None);
            }
            if let Some(request) = self.stock_request(tx, &device)? {
                return Ok(Some(request));
            }
            let mut spaces = SpaceState::all(tx)?;
            spaces.sort_by_key(|state| state.role == Role::Own);
            for state in spaces {
                if self.memory.held.contains(&state.id) {
                    continue;
                }
                beat::note_made(tx, state.id, now)?;
                self.read_later(tx, &state)?;
                match tx.attempt(|| self.space_request(tx, &device, state.clone(), now)) {
                    Ok(Some(request)) => return Ok(Some(request)),
                    Ok(None) => {}
                    Err(error) if error.is_of_one_space() => self.set_aside(tx, state)?,
                    Err(error) => return Err(error),
                }
            }
            Ok(None)
        })
    }

    /// What a space wants next.
    fn space_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        mut state: SpaceState,
        now: i64,
    ) -> Result<Option<Request>, EngineError> {
        match state.status {
            SpaceStatus::Stopped => return Ok(None),
            SpaceStatus::Local => return Ok(Some(self.create_request(&state))),
            SpaceStatus::Joining { .. } | SpaceStatus::Active | SpaceStatus::Repairing { .. } => {}
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
        let bytes = match answer {
            Ok(bytes) => bytes,
            Err(Failure::Unreachable | Failure::Malformed) => return Ok(Handled { changed: false, wait: Some(5) }),
            Err(Failure::Refused(problem)) => match problem.code {
                ErrorCode::Unauthenticated => {
                    // The session ended early: another is opened, but not without end.
                    let again = self.memory.token.take().is_some() && self.memory.sessions < SESSIONS;
                    self.memory.sessions += 1;
                    return Ok(Handled { changed: false, wait: if again { None } else { Some(5) } });
                }
                code if code.retry_helps() => {
                    return Ok(Handled { changed: false, wait: Some(problem.retry_after.unwrap_or(5)) });
                }
                _ => return self.refused(&request.kind, &problem),
            },
        };
        let store = Arc::clone(&self.store);
        let answered = store.write(|tx| self.answered(tx, &request.kind, &bytes, now));
        if let (Err(error), Some(space)) = (&answered, request.kind.space())
            && error.is_of_one_space()
        {
            let state = store.read(|tx| SpaceState::load(tx, space))?;
            store.write(|tx| state.map_or(Ok(()), |state| self.set_aside(tx, state)))?;
            return Ok(Handled { changed: true, wait: None });
        }
        Ok(match answered? {
            Answered::Foreign => Handled { changed: false, wait: Some(5) },
            answered => Handled { changed: answered == Answered::Changed, wait: None },
        })
    }

    fn answered(
        &mut self,
        tx: &Transaction<'_>,
        kind: &RequestKind,
        bytes: &[u8],
        now: i64,
    ) -> Result<Answered, EngineError> {
        match *kind {
            RequestKind::Register => self.registered(tx),
            RequestKind::Challenge => Ok(self.challenged(bytes)),
            RequestKind::OpenSession => Ok(self.session_opened(bytes, now)),
            RequestKind::StockKeyPackages => self.stocked(tx, bytes),
            RequestKind::CreateSpace(space) => self.space_created(tx, space, bytes),
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
    fn refused(&mut self, kind: &RequestKind, problem: &Problem) -> Result<Handled, EngineError> {
        let store = Arc::clone(&self.store);
        let code = problem.code;
        let changed = store.write(|tx| match *kind {
            RequestKind::Register | RequestKind::Challenge | RequestKind::OpenSession => {
                self.session_refused(tx, kind, code)
            }
            RequestKind::StockKeyPackages => {
                self.memory.stocked = ThisDevice::load(tx)?.map(|device| device.person());
                Ok(false)
            }
            RequestKind::CreateSpace(space) => self.hold(space),
            RequestKind::Pull(space) => self.pull_refused(tx, space, problem),
            RequestKind::Append(space) => self.append_refused(tx, space, code),
            RequestKind::OpenGeneration(space) => self.generation_refused(tx, space, problem),
            RequestKind::Claim(space, device) => {
                self.memory.unclaimed.insert((space, device));
                Ok(false)
            }
            RequestKind::PutBlob(space, _) => self.hold(space),
            RequestKind::GetBlob(space, _) => self.blob_missing(tx, space),
            RequestKind::DropBlob(space, blob) => self.blob_dropped(tx, space, blob),
            RequestKind::Leave(space) => Ok(self.leave_sent(space)),
            RequestKind::OpenMailbox(mailbox)
            | RequestKind::JoinMailbox(mailbox)
            | RequestKind::Post(mailbox, _)
            | RequestKind::ReadMailbox(mailbox) => self.mailbox_refused(tx, mailbox, code),
            RequestKind::BurnMailbox(mailbox) => self.mailbox_burned(tx, mailbox),
            RequestKind::SeekCouple(mailbox) => self.couple_not_found(tx, mailbox, code),
        })?;
        let wait =
            matches!(kind, RequestKind::Register | RequestKind::Challenge | RequestKind::OpenSession).then_some(60);
        Ok(Handled { changed, wait })
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
    /// and the other spaces go on at once.
    fn set_aside(&mut self, tx: &Transaction<'_>, mut state: SpaceState) -> Result<(), EngineError> {
        if state.status == SpaceStatus::Active {
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
