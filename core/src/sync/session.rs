//! What a server must prove, registering, sessions, and shutting removed devices out.

use tend_protocol::{
    Challenge, Challenged, DeviceId, ErrorCode, Hash, Identified, Identify, OpenSession, Register, RevokeDevice,
    ServerKey, SessionOpened, decode, register_text, session_text,
};

use super::{
    EngineError, Failure, Handled, Notice, Request,
    devices::{ThisDevice, own_removals},
    engine::Engine,
    error::Answered,
    moving,
    pending_invites::PendingInvite,
    request::RequestKind,
    server::{At, Server, Session},
};
use crate::{
    identity::{Entropy, SystemEntropy},
    store::Transaction,
};

/// Bytes of the longest token that is taken.
const TOKEN_BYTES: usize = 1024;
/// The shortest session, in seconds: one that ends earlier is opened again when the server says so.
const SESSION_SECONDS: u32 = 60;
/// How often a server may refuse to open a session, in one round, before it is left alone.
const REFUSALS: u32 = 3;

/// Asks a server for the proof of its key. The nonce is always the system's: nothing but the proof depends on it.
fn identify(session: &mut Session) -> Request {
    let entropy: &dyn Entropy = &SystemEntropy::default();
    let nonce = *session.nonce.get_or_insert_with(|| Hash(entropy.bytes()));
    Request::new(&Identify { nonce }, None, RequestKind::Identify)
}

impl Engine {
    /// Lets a server prove its key, registers there, or opens a session, whichever is due. `access_code` is what an invite to the same
    /// server brought along.
    pub(super) fn session_request(
        &mut self,
        device: &ThisDevice,
        server: &Server,
        at: At,
        access_code: Option<&str>,
        now: i64,
    ) -> Option<Request> {
        let id = device.id();
        let session = self.memory.session(at, server);
        // Without a key it has not proved one either.
        let Some(key) = server.key.filter(|_| server.proved) else {
            return Some(identify(session).addressed(at, &server.address));
        };
        if !server.registered {
            let signature = device.key.sign(&register_text(key, id));
            let access_code = server.access_code.as_deref().or(access_code).map(String::from);
            let call = Register { device: id, signature, access_code };
            return Some(Request::new(&call, None, RequestKind::Register).addressed(at, &server.address));
        }
        if session.token.is_some() && now < session.until {
            return None;
        }
        let Some(challenge) = session.challenge else {
            return Some(
                Request::new(&Challenge { device: id }, None, RequestKind::Challenge).addressed(at, &server.address),
            );
        };
        let signature = device.key.sign(&session_text(key, id, challenge));
        let call = OpenSession { device: id, challenge, signature };
        Some(Request::new(&call, None, RequestKind::OpenSession).addressed(at, &server.address))
    }

    /// Asks for the proof at the address where the person's server is said to be now.
    pub(super) fn destination_request(&mut self, server: &Server) -> Option<Request> {
        let destination = server.moves_to.as_ref().filter(|_| !self.memory.destination_tried)?;
        let session = self.memory.session(At::Destination, server);
        Some(identify(session).addressed(At::Destination, &destination.address))
    }

    /// What the server showed of its key.
    pub(super) fn identified(&mut self, tx: &Transaction<'_>, at: At, bytes: &[u8]) -> Result<Handled, EngineError> {
        let Some(device) = ThisDevice::load(tx)? else { return Ok(Handled::default()) };
        let Some(server) = self.server_at(tx, at, &device)? else { return Ok(Handled::default()) };
        let nonce = self.memory.session(at, &server).nonce.take();
        let Ok(identified) = decode::<Identified>(bytes) else { return Ok(self.foreign(at)) };
        let proven = nonce.is_some_and(|nonce| identified.verify(nonce).is_ok());
        let fits = proven && server.key.is_none_or(|known| known == identified.key);
        if at == At::Destination {
            return self.arrived(tx, &device, server, proven.then_some(identified.key));
        }
        let server = match fits {
            true => Server { key: Some(identified.key), proved: true, strange: false, ..server },
            false => Server { proved: false, strange: true, ..server },
        };
        self.save_server(tx, at, device, server)?;
        Ok(if fits { Handled::default() } else { self.not_the_same(at) })
    }

    /// The server at the other address is the person's own, or one that they may go to, or it is passed over.
    fn arrived(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        home: Server,
        key: Option<ServerKey>,
    ) -> Result<Handled, EngineError> {
        let Some(destination) = home.moves_to.clone() else { return Ok(Handled::default()) };
        let access_code = destination.access_code.or(home.access_code.clone().filter(|_| key == home.key));
        let there = Server { proved: true, ..Server::new(&destination.address, key, access_code.as_deref()) };
        if key.is_some() && key == home.key {
            let server = Server { registered: home.registered, ..there };
            ThisDevice { server: Some(server), ..device.clone() }.save(tx)?;
        } else if key.is_some() && moving::may_move(tx, device)? {
            moving::move_to(tx, device, there)?;
        } else {
            ThisDevice { server: Some(Server { moves_to: None, ..home }), ..device.clone() }.save(tx)?;
            return Ok(self.not_the_same(At::Destination));
        }
        Ok(Handled { changed: true, ..Handled::default() })
    }

    pub(super) fn registered(&mut self, tx: &Transaction<'_>, at: At) -> Result<Answered, EngineError> {
        if let Some(device) = ThisDevice::load(tx)?
            && let Some(server) = self.server_at(tx, at, &device)?
        {
            self.save_server(tx, at, device, Server { registered: true, ..server })?;
        }
        Ok(Answered::Same)
    }

    pub(super) fn challenged(&mut self, at: At, bytes: &[u8]) -> Answered {
        let Ok(challenged) = decode::<Challenged>(bytes) else { return Answered::Foreign };
        self.memory.open_session(at).challenge = Some(challenged.challenge);
        Answered::Same
    }

    pub(super) fn session_opened(&mut self, at: At, bytes: &[u8], now: i64) -> Answered {
        let Ok(opened) = decode::<SessionOpened>(bytes) else { return Answered::Foreign };
        if opened.token.is_empty()
            || opened.token.len() > TOKEN_BYTES
            || !opened.token.bytes().all(|b| b.is_ascii_graphic())
        {
            // No request could carry it.
            return Answered::Foreign;
        }
        let session = self.memory.open_session(at);
        session.challenge = None;
        session.token = Some(opened.token);
        // A phone's clock may jump. If the token ends earlier than it says, the server answers 401 and another session is opened.
        session.until = now.saturating_add(i64::from(opened.seconds.max(SESSION_SECONDS)) * 9 / 10);
        if at == At::Home {
            // The server may have been restored from a backup since the last session, so it is asked again what it has.
            self.memory.stocked = None;
            self.memory.told.clear();
            self.memory.revoked.clear();
        }
        Answered::Same
    }

    /// The server opens no session now. What it says why decides what is tried next, a few times in a round.
    pub(super) fn session_refused(
        &mut self,
        tx: &Transaction<'_>,
        request: &Request,
        code: ErrorCode,
    ) -> Result<Handled, EngineError> {
        let at = request.at;
        let session = self.memory.open_session(at);
        session.challenge = None;
        session.nonce = None;
        session.refusals += 1;
        let again = session.refusals <= REFUSALS;
        let failure = Failure::Refused(code.into());
        let give_up = |engine: &mut Self| engine.cannot_reach(at, 60, failure);
        let Some(device) = ThisDevice::load(tx)? else { return Ok(Handled::default()) };
        let Some(server) = self.server_at(tx, at, &device)? else { return Ok(Handled::default()) };
        match (&request.kind, code) {
            (RequestKind::OpenSession, ErrorCode::ChallengeOver) => {}
            // A server that was restored from a backup may not know this device any more.
            (RequestKind::OpenSession, ErrorCode::UnknownDevice) => {
                self.save_server(tx, at, device, Server { registered: false, ..server })?;
            }
            // Another server may have come in the place of the one that this device knows: it must prove its key again.
            (RequestKind::OpenSession | RequestKind::Register, ErrorCode::BadSignature) => {
                self.save_server(tx, at, device, Server { proved: false, ..server })?;
            }
            // Whether it is true that another of the person's devices removed this one, it cannot tell. Nothing is deleted for a server's word.
            (_, ErrorCode::DeviceRevoked) if at == At::Home => {
                Notice::ServerLostSpace.tell(tx)?;
                return Ok(give_up(self));
            }
            (RequestKind::Identify, _) if at == At::Destination => {
                return self.arrived(tx, &device, server, None);
            }
            _ => return Ok(give_up(self)),
        }
        Ok(if again { Handled::default() } else { give_up(self) })
    }

    /// Another server than the one whose key this device knows.
    fn not_the_same(&mut self, at: At) -> Handled {
        self.cannot_reach(at, 60, Failure::OtherServer)
    }

    fn foreign(&mut self, at: At) -> Handled {
        self.cannot_reach(at, 5, Failure::Malformed)
    }

    /// A server cannot be used now. Without the person's own the round is over; without another one, what needs it waits.
    pub(super) fn cannot_reach(&mut self, at: At, wait: u32, failure: Failure) -> Handled {
        let wait = match at {
            At::Home => Some(wait),
            At::Invite(mailbox) => {
                self.memory.unreached.insert(mailbox);
                None
            }
            At::Destination => {
                self.memory.destination_tried = true;
                None
            }
        };
        Handled { changed: false, wait, failure: Some(failure) }
    }

    fn server_at(&self, tx: &Transaction<'_>, at: At, device: &ThisDevice) -> Result<Option<Server>, EngineError> {
        Ok(match at {
            At::Home | At::Destination => device.server.clone(),
            At::Invite(mailbox) => PendingInvite::load(tx, mailbox)?.map(|invite| invite.server),
        })
    }

    fn save_server(
        &mut self,
        tx: &Transaction<'_>,
        at: At,
        device: ThisDevice,
        server: Server,
    ) -> Result<(), EngineError> {
        self.memory.open_session(at).of = Some((server.address.clone(), server.key));
        match at {
            At::Home | At::Destination => ThisDevice { server: Some(server), ..device }.save(tx)?,
            At::Invite(mailbox) => {
                if let Some(invite) = PendingInvite::load(tx, mailbox)? {
                    PendingInvite { server, ..invite }.save(tx)?;
                }
            }
        }
        Ok(())
    }

    /// Has each of the person's removed devices shut out, once a session: a server that was restored has forgotten it.
    pub(super) fn revoke_request(
        &self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
    ) -> Result<Option<Request>, EngineError> {
        let due = own_removals(tx, device)?.into_iter().find(|removal| !self.memory.revoked.contains(&removal.device));
        Ok(due.map(|removal| {
            let call = RevokeDevice { removal: removal.for_server() };
            Request::new(&call, self.token(), RequestKind::RevokeDevice(removal.device))
        }))
    }

    /// The server did so, or never will.
    pub(super) fn revoked(&mut self, device: DeviceId) {
        self.memory.revoked.insert(device);
    }
}
