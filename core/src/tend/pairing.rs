use tend_protocol::MailboxId;

use super::{Tend, TendError, scope::Scope};
use crate::{
    address,
    pairing::{
        self, Code, Handshake, Invite, InviteView, InviteWay, PairingRefusal, Purpose, Side, may_confirm, may_invite,
        may_join, view,
    },
    record_types::RECORD_TYPES,
    store::Transaction,
    sync::{
        devices::{ServerRefusal, is_in_use},
        moving, parting,
        pending_invites::PendingInvite,
    },
};

/// Pairing with a partner, linking the person's next device, and leaving.
#[derive(Debug)]
pub struct Pairing<'t>(&'t Tend);

impl Tend {
    /// Pairing, linking and leaving.
    pub fn pairing(&self) -> Pairing<'_> {
        Pairing(self)
    }
}

impl Pairing<'_> {
    /// Chooses the server, before the first invite, or says where it is now: the next sync goes there once the server has proved there that
    /// it is the same. A person who is alone on one device may choose another one; for anybody else that sync says `other_server`, and all
    /// stays as it was. To say the same address again, after another server was found there, accepts that one in its place.
    /// `access_code` is what its operator gave out, if anything.
    ///
    /// Both are read as people type them: with space around, and an address without a scheme.
    ///
    /// # Errors
    /// `bad_server`, also for `http` to what is not at home; `bad_access_code` for one that no server has.
    pub fn use_server(&self, address: &str, access_code: Option<&str>) -> Result<(), TendError> {
        let (address, access_code) = (address::canonical(address)?, pairing::access_code(access_code)?);
        self.0.write(|scope| Ok(scope.device.using_server(&address, access_code).save(scope.tx)?))
    }

    /// The server's address, once one is chosen; before that, the address of the server of an invite that was taken.
    pub fn server(&self) -> Result<Option<String>, TendError> {
        self.0.read(|scope| {
            let invites = PendingInvite::all(scope.tx)?.into_iter().map(|invite| invite.server);
            let server = scope.device.server.clone().or(invites.into_iter().next());
            Ok(server.map(|server| server.address))
        })
    }

    /// Invites a partner.
    ///
    /// # Errors
    /// `no_server`, `already_paired`.
    pub fn invite_partner(&self, way: InviteWay) -> Result<InviteView, TendError> {
        self.invite(Purpose::Pair, way)
    }

    /// Invites the person's next device. It will hold the person's key: before it does, this device asks ([`Pairing::confirm`]).
    ///
    /// # Errors
    /// `no_server`.
    pub fn invite_device(&self, way: InviteWay) -> Result<InviteView, TendError> {
        self.invite(Purpose::Link, way)
    }

    fn invite(&self, purpose: Purpose, way: InviteWay) -> Result<InviteView, TendError> {
        let (entropy, now) = (&*self.0.entropy, self.0.now());
        self.0.write(|scope| {
            may_invite(purpose, scope.paired())?;
            PendingInvite::hide_ended(scope.tx)?;
            let device = &scope.device;
            let known = device.server.as_ref().ok_or(TendError::new("no_server"))?;
            let (server, access) = (known.address.as_str(), known.access_code.as_deref());
            let invite = match way {
                InviteWay::InPerson => Invite::in_person(purpose, server, access, device.person(), entropy)?,
                InviteWay::Link => Invite::link(purpose, server, access, entropy)?,
                InviteWay::Code => Invite::code(purpose, server, Code::generate(entropy))?,
            };
            let invite = invite.with_server_key(known.key);
            let handshake = Handshake::invite(&invite, &device.identity, entropy).map_err(PairingRefusal::from)?;
            let pending = PendingInvite::new(invite, handshake, now);
            pending.save(scope.tx)?;
            self.view(scope, &pending)
        })
    }

    /// Takes an invite, scanned or opened: whether it is a partner's or one for this device, it says itself. It may be to another server,
    /// which becomes this person's only when both have confirmed.
    ///
    /// # Errors
    /// `invite_unreadable`, `invite_newer`, `own_invite`, `already_paired`, `other_server`, `phone_in_use`.
    pub fn accept(&self, text: &str) -> Result<InviteView, TendError> {
        self.join(Invite::parse(text)?)
    }

    /// Takes a partner's code, typed next to the server's address.
    ///
    /// # Errors
    /// `code_mistyped`, `no_server`, `already_paired`.
    pub fn accept_partner_code(&self, code: &str) -> Result<InviteView, TendError> {
        self.accept_code(Purpose::Pair, code)
    }

    /// Takes a code that another of the person's devices shows, typed next to the server's address.
    ///
    /// # Errors
    /// `code_mistyped`, `no_server`, `phone_in_use`.
    pub fn accept_device_code(&self, code: &str) -> Result<InviteView, TendError> {
        self.accept_code(Purpose::Link, code)
    }

    fn accept_code(&self, purpose: Purpose, code: &str) -> Result<InviteView, TendError> {
        let code = Code::parse(code)?;
        let server = self.server()?.ok_or(TendError::new("no_server"))?;
        self.join(Invite::code(purpose, &server, code)?)
    }

    fn join(&self, invite: Invite) -> Result<InviteView, TendError> {
        let now = self.0.now();
        self.0.write(|scope| {
            if let Some(known) = PendingInvite::load(scope.tx, invite.mailbox())? {
                let own = known.handshake.role() == Side::Inviter;
                return if own { Err(PairingRefusal::OwnInvite.into()) } else { self.view(scope, &known) };
            }
            may_join(invite.purpose(), scope.paired(), is_in_use(scope.tx, RECORD_TYPES, &scope.device)?)?;
            PendingInvite::hide_ended(scope.tx)?;
            let key = match invite.purpose() {
                Purpose::Pair => &scope.device.identity,
                Purpose::Link => &scope.device.key,
            };
            let handshake = Handshake::join(&invite, key, &*self.0.entropy).map_err(PairingRefusal::from)?;
            let pending = PendingInvite::new(invite, handshake, now);
            let elsewhere =
                scope.device.server.as_ref().is_some_and(|home| home.registered && !home.is(&pending.server));
            if elsewhere && !moving::may_move(scope.tx, &scope.device)? {
                return Err(ServerRefusal::OtherServer.into());
            }
            pending.save(scope.tx)?;
            self.view(scope, &pending)
        })
    }

    /// The invites under way, and those that came to nothing until they are cancelled, or another is made or taken.
    pub fn invites(&self) -> Result<Vec<InviteView>, TendError> {
        self.0.read(|scope| {
            let all = PendingInvite::all(scope.tx)?.into_iter().filter(|pending| !pending.hidden);
            all.map(|pending| self.view(scope, &pending)).collect()
        })
    }

    /// The person says yes: the symbols are the same on both phones, compared by voice or face. When linking, that is so on the phone that
    /// the person has and on the new one, which becomes another of the first one's person. A yes that was said before changes nothing.
    ///
    /// # Errors
    /// `invite_gone`, `nothing_to_confirm`, `already_paired`; `phone_in_use` on the new phone, when something was written on it since it
    /// took the invite.
    pub fn confirm(&self, id: MailboxId) -> Result<InviteView, TendError> {
        let now = self.0.now();
        self.0.write(|scope| {
            let mut pending = find(scope.tx, id)?;
            let (purpose, role) = (pending.handshake.purpose(), pending.handshake.role());
            let in_use = is_in_use(scope.tx, RECORD_TYPES, &scope.device)?;
            may_confirm(pending.handshake.stage(), purpose, role, scope.paired(), in_use)?;
            pending.confirm(scope.tx, RECORD_TYPES, &scope.device, now)?;
            pending.save(scope.tx)?;
            self.view(scope, &pending)
        })
    }

    /// The person says no, or takes an invite back: it is off on both phones. Or they have seen that it came to nothing. One that worked
    /// stays as it is: to part, there is [`Pairing::leave`], and a device is removed ([`Devices::remove`](super::Devices::remove)).
    ///
    /// # Errors
    /// `invite_gone`.
    pub fn cancel(&self, id: MailboxId) -> Result<(), TendError> {
        self.0.write(|scope| {
            let mut pending = find(scope.tx, id)?;
            pending.cancel(scope.tx, RECORD_TYPES, &scope.device)?;
            Ok(pending.save(scope.tx)?)
        })
    }

    /// Leaves the couple space: at once, without a reason, also without a network. What this person wrote stays with them.
    ///
    /// # Errors
    /// `not_paired`.
    pub fn leave(&self) -> Result<(), TendError> {
        self.0.write(|scope| {
            let couple = scope.couple.as_ref().ok_or(TendError::new("not_paired"))?;
            Ok(parting::leave(scope.tx, RECORD_TYPES, couple)?)
        })
    }

    fn view(&self, scope: &Scope<'_>, pending: &PendingInvite) -> Result<InviteView, TendError> {
        let words = scope.words(self.0.language)?;
        Ok(view(&pending.handshake, pending.invite.text(), pending.done, &words))
    }
}

fn find(tx: &Transaction<'_>, id: MailboxId) -> Result<PendingInvite, TendError> {
    PendingInvite::load(tx, id)?.filter(|pending| !pending.hidden).ok_or(TendError::new("invite_gone"))
}
