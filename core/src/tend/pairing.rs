use tend_protocol::MailboxId;

use super::{Room, Tend, TendError};
use crate::{
    nudges,
    pairing::{Code, Handshake, Invite, Mismatch, Purpose, Refused, Role as Side, Stage},
    practice,
    records::Record,
    romance::{Appreciation, SurpriseIdea},
    schedule,
    store::{Area, Transaction},
    sync::{leaving, meetings::Meeting},
};

/// Pairing with a partner, linking the person's next device, and leaving.
#[derive(Debug)]
pub struct Pairing<'t>(&'t Tend);

/// How an invite reaches the other phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteWay {
    /// Shown as a QR code, to someone who is here.
    InPerson,
    /// Sent as a link.
    Link,
    /// Read out and typed.
    Code,
}

/// An invite as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviteView {
    /// For the verbs.
    pub id: MailboxId,
    /// Whether it links a device of one's own; else it pairs two people.
    pub links: bool,
    /// Whether this person made it.
    pub mine: bool,
    /// What to show, send or read out.
    pub text: String,
    /// What it waits for.
    pub waiting_for: WaitingFor,
    /// What both people compare by voice or face, in order; empty when there is nothing to compare, or not yet.
    pub symbols: Vec<SymbolView>,
}

/// What an invite waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingFor {
    /// The other phone.
    OtherPhone,
    /// This person: compare, then [`Pairing::confirm`] or [`Pairing::cancel`].
    You,
    /// The other person's yes.
    OtherPerson,
    /// Nothing: it worked.
    Nothing,
    /// A new invite: this one came to nothing.
    NewInvite,
}

/// A symbol of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SymbolView {
    /// The symbol.
    pub emoji: &'static str,
    /// Its name, for a screen reader and the telephone.
    pub name: &'static str,
}

impl Tend {
    /// Pairing, linking another device, and leaving.
    pub fn pairing(&self) -> Pairing<'_> {
        Pairing(self)
    }
}

impl Pairing<'_> {
    /// Chooses the server, before the first invite. `access_code` is what its operator gave out, if anything.
    ///
    /// # Errors
    /// `bad_server`, `other_server`; `store_…`.
    pub fn use_server(&self, address: &str, access_code: Option<&str>) -> Result<(), TendError> {
        crate::sync::http::Http::new(address, &self.0.roots)?;
        self.0.write(|room| set_server(room, address, access_code))
    }

    /// The server's address, once one is chosen.
    ///
    /// # Errors
    /// `store_…`.
    pub fn server(&self) -> Result<Option<String>, TendError> {
        self.0.read(|room| Ok(room.device.server.clone()))
    }

    /// Invites a partner.
    ///
    /// # Errors
    /// `no_server`, `already_paired`; `store_…`.
    pub fn invite_partner(&self, way: InviteWay) -> Result<InviteView, TendError> {
        self.invite(Purpose::Pair, way)
    }

    /// Invites the person's next device. It will hold the person's key: before it does, this device asks ([`Pairing::confirm`]).
    ///
    /// # Errors
    /// `no_server`; `store_…`.
    pub fn invite_device(&self, way: InviteWay) -> Result<InviteView, TendError> {
        self.invite(Purpose::Link, way)
    }

    fn invite(&self, purpose: Purpose, way: InviteWay) -> Result<InviteView, TendError> {
        let (entropy, now) = (&*self.0.entropy, self.0.now());
        self.0.write(|room| {
            if purpose == Purpose::Pair && room.couple.is_some() {
                return Err(TendError::new("already_paired"));
            }
            let device = &room.device;
            let server = device.server.as_deref().ok_or(TendError::new("no_server"))?;
            let access = device.access_code.as_deref();
            let invite = match way {
                InviteWay::InPerson => Invite::in_person(purpose, server, access, device.person(), entropy)?,
                InviteWay::Link => Invite::link(purpose, server, access, entropy)?,
                InviteWay::Code => Invite::code(purpose, server, Code::generate(entropy))?,
            };
            let handshake = Handshake::invite(&invite, &device.identity, entropy).map_err(refused)?;
            let meeting = Meeting::new(invite, handshake, now);
            meeting.save(room.tx)?;
            Ok(view(&meeting))
        })
    }

    /// Takes an invite, scanned or opened: whether it is a partner's or one for this device, it says itself.
    ///
    /// # Errors
    /// `invite_unreadable`, `invite_newer`, `own_invite`, `already_paired`, `other_server`, `phone_in_use`; `store_…`.
    pub fn accept(&self, text: &str) -> Result<InviteView, TendError> {
        self.join(Invite::parse(text)?)
    }

    /// Takes a partner's code, typed next to the server's address.
    ///
    /// # Errors
    /// `code_mistyped`, `no_server`, `already_paired`; `store_…`.
    pub fn accept_partner_code(&self, code: &str) -> Result<InviteView, TendError> {
        self.accept_code(Purpose::Pair, code)
    }

    /// Takes a code that another of the person's devices shows, typed next to the server's address.
    ///
    /// # Errors
    /// `code_mistyped`, `no_server`, `phone_in_use`; `store_…`.
    pub fn accept_device_code(&self, code: &str) -> Result<InviteView, TendError> {
        self.accept_code(Purpose::Link, code)
    }

    fn accept_code(&self, purpose: Purpose, code: &str) -> Result<InviteView, TendError> {
        let code = Code::parse(code)?;
        let server = self.server()?.ok_or(TendError::new("no_server"))?;
        self.join(Invite::code(purpose, &server, code)?)
    }

    fn join(&self, invite: Invite) -> Result<InviteView, TendError> {
        crate::sync::http::Http::new(invite.server(), &self.0.roots)?;
        let now = self.0.now();
        self.0.write(|room| {
            if let Some(known) = Meeting::load(room.tx, invite.mailbox())? {
                let own = known.handshake.role() == Side::Inviter;
                return if own { Err(TendError::new("own_invite")) } else { Ok(view(&known)) };
            }
            let key = match invite.purpose() {
                Purpose::Pair if room.couple.is_some() => return Err(TendError::new("already_paired")),
                Purpose::Pair => &room.device.identity,
                Purpose::Link if !is_fresh(room)? => return Err(TendError::new("phone_in_use")),
                Purpose::Link => &room.device.key,
            };
            let handshake = Handshake::join(&invite, key, &*self.0.entropy).map_err(refused)?;
            set_server(room, invite.server(), invite.access_code())?;
            let meeting = Meeting::new(invite, handshake, now);
            meeting.save(room.tx)?;
            Ok(view(&meeting))
        })
    }

    /// The invites under way, and those that came to nothing until they are cancelled.
    ///
    /// # Errors
    /// `store_…`.
    pub fn invites(&self) -> Result<Vec<InviteView>, TendError> {
        self.0.read(|room| Ok(Meeting::all(room.tx)?.iter().map(view).collect()))
    }

    /// The person says yes: the symbols are the same on both phones, compared by voice or face; or it is their own new device.
    ///
    /// # Errors
    /// `invite_gone`, `nothing_to_confirm`, `already_paired`; `store_…`.
    pub fn confirm(&self, id: MailboxId) -> Result<InviteView, TendError> {
        let now = self.0.now();
        self.0.write(|room| {
            let mut meeting = find(room.tx, id)?;
            match meeting.handshake.stage() {
                Stage::Meeting => return Err(TendError::new("nothing_to_confirm")),
                Stage::Ended(_) => return Err(TendError::new("invite_gone")),
                Stage::Comparing | Stage::Confirmed | Stage::Open => {}
            }
            if meeting.handshake.purpose() == Purpose::Pair && room.couple.is_some() && !meeting.done {
                return Err(TendError::new("already_paired"));
            }
            meeting.confirm(room.tx, &room.device, now)?;
            meeting.save(room.tx)?;
            Ok(view(&meeting))
        })
    }

    /// The person says no, or takes an invite back. It is off on both phones.
    ///
    /// # Errors
    /// `invite_gone`; `store_…`.
    pub fn cancel(&self, id: MailboxId) -> Result<(), TendError> {
        self.0.write(|room| {
            let mut meeting = find(room.tx, id)?;
            if meeting.done {
                return Ok(room.tx.drop_cell(Area::Invite, &id.0)?);
            }
            meeting.cancel();
            Ok(meeting.save(room.tx)?)
        })
    }

    /// Leaves the couple space: at once, without a reason, also without a network. What this person wrote stays with them.
    ///
    /// # Errors
    /// `not_paired`; `store_…`.
    pub fn leave(&self) -> Result<(), TendError> {
        self.0.write(|room| {
            let couple = room.couple.as_ref().ok_or(TendError::new("not_paired"))?;
            Ok(leaving::leave(room.tx, couple)?)
        })
    }
}

fn find(tx: &Transaction<'_>, id: MailboxId) -> Result<Meeting, TendError> {
    Meeting::load(tx, id)?.ok_or(TendError::new("invite_gone"))
}

fn refused(refused: Refused) -> TendError {
    TendError::new(match refused {
        Refused::OwnInvite => "own_invite",
        _ => "invite_unreadable",
    })
}

/// One person, one server, until moving to another is possible.
fn set_server(room: &Room<'_>, address: &str, access_code: Option<&str>) -> Result<(), TendError> {
    let address = address.trim_end_matches('/');
    let mut device = room.device.clone();
    let used = device.registered && room.couple.is_some();
    if device.server.as_deref().is_some_and(|known| known != address) && used {
        return Err(TendError::new("other_server"));
    }
    if device.server.as_deref() != Some(address) {
        device.registered = false;
    }
    device.server = Some(address.into());
    device.access_code = access_code.map(String::from).or(device.access_code);
    Ok(device.save(room.tx)?)
}

/// Whether a person has nothing on this device that would be lost when it becomes another person's.
fn is_fresh(room: &Room<'_>) -> Result<bool, TendError> {
    let linked = room.own().all::<crate::sync::OwnDevice>()?.len() > 1;
    let written = [
        Appreciation::KIND,
        SurpriseIdea::KIND,
        practice::Run::KIND,
        nudges::Rule::KIND,
        schedule::TimeForUs::KIND,
        schedule::Proposal::KIND,
    ];
    let mut fresh = room.couple.is_none() && !linked;
    for kind in written {
        fresh &= room.tx.live_records(room.device.own_space, kind)?.is_empty();
    }
    Ok(fresh)
}

fn view(meeting: &Meeting) -> InviteView {
    let handshake = &meeting.handshake;
    let waiting_for = match handshake.stage() {
        Stage::Ended(Mismatch::Cancelled) | Stage::Ended(_) => WaitingFor::NewInvite,
        _ if meeting.done => WaitingFor::Nothing,
        Stage::Meeting => WaitingFor::OtherPhone,
        Stage::Comparing => WaitingFor::You,
        Stage::Confirmed | Stage::Open => WaitingFor::OtherPerson,
    };
    let symbols = handshake.comparison().filter(|_| waiting_for == WaitingFor::You);
    let symbols = symbols.map(|comparison| comparison.symbols().to_vec()).unwrap_or_default();
    InviteView {
        id: handshake.mailbox(),
        links: handshake.purpose() == Purpose::Link,
        mine: handshake.role() == Side::Inviter,
        text: meeting.invite.text(),
        waiting_for,
        symbols: symbols.into_iter().map(|symbol| SymbolView { emoji: symbol.emoji, name: symbol.name }).collect(),
    }
}
