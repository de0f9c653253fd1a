use std::sync::Arc;

use super::each;
use crate::{TendError, border::call, ids};

/// How an invite reaches the other phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum InviteWay {
    /// Shown as a QR code, to someone who is here.
    InPerson,
    /// Sent as a link.
    Link,
    /// Read out and typed.
    Code,
}

impl From<InviteWay> for tend_core::InviteWay {
    fn from(way: InviteWay) -> Self {
        match way {
            InviteWay::InPerson => Self::InPerson,
            InviteWay::Link => Self::Link,
            InviteWay::Code => Self::Code,
        }
    }
}

/// What an invite waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum WaitingFor {
    /// The other phone.
    OtherPhone,
    /// This person: compare, then confirm or cancel.
    You,
    /// The other person's yes.
    OtherPerson,
    /// Nothing: it worked.
    Nothing,
    /// A new invite: this one came to nothing.
    NewInvite,
}

impl From<tend_core::WaitingFor> for WaitingFor {
    fn from(waiting: tend_core::WaitingFor) -> Self {
        match waiting {
            tend_core::WaitingFor::OtherPhone => Self::OtherPhone,
            tend_core::WaitingFor::You => Self::You,
            tend_core::WaitingFor::OtherPerson => Self::OtherPerson,
            tend_core::WaitingFor::Nothing => Self::Nothing,
            tend_core::WaitingFor::NewInvite => Self::NewInvite,
        }
    }
}

/// A symbol of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Symbol {
    /// The symbol.
    pub emoji: String,
    /// Its name, for a screen reader and the telephone.
    pub name: String,
}

impl From<tend_core::SymbolView> for Symbol {
    fn from(view: tend_core::SymbolView) -> Self {
        let tend_core::SymbolView { emoji, name } = view;
        Self { emoji: emoji.into(), name: name.into() }
    }
}

/// An invite, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Invite {
    /// For the verbs.
    pub id: String,
    /// Whether it links a device of one's own; else it pairs two people.
    pub links: bool,
    /// Whether this person made it.
    pub mine: bool,
    /// What to show, send or read out.
    pub text: String,
    /// What it waits for.
    pub waiting_for: WaitingFor,
    /// What both people compare by voice or face, in order; empty when there is nothing to compare, or not yet.
    pub symbols: Vec<Symbol>,
}

impl From<tend_core::InviteView> for Invite {
    fn from(view: tend_core::InviteView) -> Self {
        Self {
            id: view.id.to_hex(),
            links: view.links,
            mine: view.mine,
            text: view.text,
            waiting_for: view.waiting_for.into(),
            symbols: each(view.symbols),
        }
    }
}

/// Pairing with a partner, linking the person's next device, and leaving.
#[derive(uniffi::Object)]
pub struct Pairing(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Pairing {
    /// Chooses the server, before the first invite. `access_code` is what its operator gave out, if anything.
    ///
    /// # Errors
    /// `bad_server`, `other_server`; `store_…`.
    pub fn use_server(&self, address: String, access_code: Option<String>) -> Result<(), TendError> {
        call(|| self.0.pairing().use_server(&address, access_code.as_deref()))
    }

    /// The server's address, once one is chosen.
    ///
    /// # Errors
    /// `store_…`.
    pub fn server(&self) -> Result<Option<String>, TendError> {
        call(|| self.0.pairing().server())
    }

    /// Invites a partner.
    ///
    /// # Errors
    /// `no_server`, `already_paired`; `store_…`.
    pub fn invite_partner(&self, way: InviteWay) -> Result<Invite, TendError> {
        call(|| Ok(self.0.pairing().invite_partner(way.into())?.into()))
    }

    /// Invites the person's next device. It will hold the person's key: before it does, this device asks.
    ///
    /// # Errors
    /// `no_server`; `store_…`.
    pub fn invite_device(&self, way: InviteWay) -> Result<Invite, TendError> {
        call(|| Ok(self.0.pairing().invite_device(way.into())?.into()))
    }

    /// Takes an invite, scanned or opened: whether it is a partner's or one for this device, it says itself.
    ///
    /// # Errors
    /// `invite_unreadable`, `invite_newer`, `own_invite`, `already_paired`, `other_server`, `phone_in_use`; `store_…`.
    pub fn accept(&self, text: String) -> Result<Invite, TendError> {
        call(|| Ok(self.0.pairing().accept(&text)?.into()))
    }

    /// Takes a partner's code, typed beside the server's address.
    ///
    /// # Errors
    /// `code_mistyped`, `no_server`, `already_paired`; `store_…`.
    pub fn accept_partner_code(&self, code: String) -> Result<Invite, TendError> {
        call(|| Ok(self.0.pairing().accept_partner_code(&code)?.into()))
    }

    /// Takes a code that another of the person's devices shows, typed beside the server's address.
    ///
    /// # Errors
    /// `code_mistyped`, `no_server`, `phone_in_use`; `store_…`.
    pub fn accept_device_code(&self, code: String) -> Result<Invite, TendError> {
        call(|| Ok(self.0.pairing().accept_device_code(&code)?.into()))
    }

    /// The invites under way, and those that came to nothing until they are cancelled.
    ///
    /// # Errors
    /// `store_…`.
    pub fn invites(&self) -> Result<Vec<Invite>, TendError> {
        call(|| self.0.pairing().invites().map(each))
    }

    /// The person says yes: the symbols are the same on both phones, compared by voice or face; or it is their own new device.
    ///
    /// # Errors
    /// `not_found`, `invite_gone`, `nothing_to_confirm`, `already_paired`; `store_…`.
    pub fn confirm(&self, id: String) -> Result<Invite, TendError> {
        call(|| Ok(self.0.pairing().confirm(ids::mailbox(&id)?)?.into()))
    }

    /// The person says no, or takes an invite back. It is off on both phones.
    ///
    /// # Errors
    /// `not_found`, `invite_gone`; `store_…`.
    pub fn cancel(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.pairing().cancel(ids::mailbox(&id)?))
    }

    /// Leaves the couple space: at once, without a reason, also without a network. What this person wrote stays with them.
    ///
    /// # Errors
    /// `not_paired`; `store_…`.
    pub fn leave(&self) -> Result<(), TendError> {
        call(|| self.0.pairing().leave())
    }
}
