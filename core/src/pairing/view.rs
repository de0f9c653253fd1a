use tend_protocol::MailboxId;

use super::{Handshake, Mismatch, Purpose, Side, Stage};
use crate::content::Words;

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
#[derive(Clone, PartialEq, Eq)]
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
    /// What both people compare by voice or face, in order; empty when there is nothing to compare, or not yet. When linking, the person
    /// compares their two phones: nothing else says whose the new one becomes.
    pub symbols: Vec<SymbolView>,
    /// Why it came to nothing; `None` while it did not.
    pub end: Option<InviteEnd>,
    /// The same in words, and what to do now; empty while it did not.
    pub why: String,
}

/// Why an invite came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteEnd {
    /// Not both people said yes in time.
    RanOut,
    /// One of the two took it back or said no, or a third phone used it.
    TakenBack,
    /// The phone that was to become another of the person's holds what its own person would miss. Nothing of it is lost.
    PhoneInUse,
    /// One of the two has a partner in Tend.
    AlreadyPaired,
    /// The other phone has a newer Tend.
    NewerVersion,
    /// The person opened their own invite.
    OwnInvite,
    /// The two phones did not see the same, or the other did what no phone should.
    NotTheSame,
}

impl InviteEnd {
    fn of(why: Mismatch) -> Self {
        match why {
            Mismatch::RanOut => Self::RanOut,
            Mismatch::Cancelled | Mismatch::Closed => Self::TakenBack,
            Mismatch::PhoneInUse => Self::PhoneInUse,
            Mismatch::AlreadyPaired => Self::AlreadyPaired,
            Mismatch::NewerVersion => Self::NewerVersion,
            Mismatch::OwnIdentity => Self::OwnInvite,
            _ => Self::NotTheSame,
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::RanOut => "invite-ran-out",
            Self::TakenBack => "invite-taken-back",
            Self::PhoneInUse => "invite-phone-in-use",
            Self::AlreadyPaired => "invite-already-paired",
            Self::NewerVersion => "invite-newer",
            Self::OwnInvite => "error-own-invite",
            Self::NotTheSame => "invite-not-the-same",
        }
    }
}

/// What an invite waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingFor {
    /// The other phone.
    OtherPhone,
    /// This person: compare, then [`Pairing::confirm`](crate::Pairing::confirm) or [`Pairing::cancel`](crate::Pairing::cancel).
    You,
    /// The other person's yes.
    OtherPerson,
    /// Nothing: it worked.
    Nothing,
    /// A new invite: this one came to nothing.
    NewInvite,
}

/// A symbol of the comparison.
#[derive(Clone, PartialEq, Eq)]
pub struct SymbolView {
    /// The symbol.
    pub emoji: String,
    /// Its name in the person's language, for a screen reader and the telephone.
    pub name: String,
}

opaque!(InviteView, SymbolView);

/// The invite of a handshake; `done` says that this side has nothing left to do.
pub fn view(handshake: &Handshake, text: String, done: bool, words: &Words) -> InviteView {
    let (waiting_for, end) = match handshake.stage() {
        _ if done => (WaitingFor::Nothing, None),
        Stage::Ended(why) => (WaitingFor::NewInvite, Some(InviteEnd::of(why))),
        Stage::Meeting => (WaitingFor::OtherPhone, None),
        Stage::Comparing => (WaitingFor::You, None),
        Stage::Confirmed | Stage::Open => (WaitingFor::OtherPerson, None),
    };
    let symbols = handshake.comparison().filter(|_| waiting_for == WaitingFor::You);
    let symbols = symbols.map(|comparison| comparison.symbols().to_vec()).unwrap_or_default().into_iter();
    let named = symbols
        .map(|symbol| SymbolView { emoji: symbol.emoji.into(), name: words.text(&format!("symbol-{}", symbol.name)) });
    InviteView {
        id: handshake.mailbox(),
        links: handshake.purpose() == Purpose::Link,
        mine: handshake.role() == Side::Inviter,
        text,
        waiting_for,
        symbols: named.collect(),
        end,
        why: end.map(|end| words.text(end.message())).unwrap_or_default(),
    }
}
