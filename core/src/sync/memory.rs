//! What the engine remembers between two requests.

use std::collections::{BTreeMap, BTreeSet};

use tend_protocol::{DeviceId, MailboxId, SpaceId};

use super::server::{At, Server, Session};
use crate::identity::IdentityId;

/// What may be lost: it only saves requests.
#[derive(Default)]
pub(super) struct Memory {
    /// With the person's server.
    pub home: Session,
    /// With the servers of invites to others.
    pub guests: BTreeMap<MailboxId, Session>,
    /// For the address where the person's server is said to be.
    pub destination: Session,
    /// Whether that was asked in this round.
    pub destination_tried: bool,
    /// Invites whose server could not be used in this round.
    pub unreached: BTreeSet<MailboxId>,
    /// Removed devices that the server was told of, in this session.
    pub revoked: BTreeSet<DeviceId>,
    /// Bytes of a log that are asked for at once: fewer after a page that did not come through.
    pub page_bytes: PageBytes,
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
    /// Spaces that the server does not know this device in: it asks to come back.
    pub lost: BTreeSet<SpaceId>,
    /// Spaces that it asked to come back to in this round.
    pub rejoined: BTreeSet<SpaceId>,
    /// Spaces whose current generation this device is not in: it asks to be added, and waits.
    pub outside: BTreeSet<SpaceId>,
    /// Spaces that can do no more in this round.
    pub held: BTreeSet<SpaceId>,
    /// Spaces whose snapshots the server does not take in this round.
    pub no_blobs: BTreeSet<SpaceId>,
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

/// See [`Memory::page_bytes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PageBytes(pub u32);

impl PageBytes {
    /// What a day brings, and some twenty seconds on the slowest link that one may meet.
    const MOST: u32 = 256 * 1024;
    /// About one entry.
    const LEAST: u32 = 16 * 1024;

    /// Fewer; `None` when one entry alone is already all.
    pub fn fewer(self) -> Option<Self> {
        (self.0 > Self::LEAST).then_some(Self(self.0 / 4))
    }
}

impl Default for PageBytes {
    fn default() -> Self {
        Self(Self::MOST)
    }
}

impl Memory {
    /// What of it lasts from one round to the next.
    pub fn of_next_round(self, now: bool) -> Self {
        let Self { mut home, mut guests, stocked, told, read_later, revoked, page_bytes, .. } = self;
        for session in guests.values_mut().chain([&mut home]) {
            *session = Session { nonce: None, challenge: None, refusals: 0, ..std::mem::take(session) };
        }
        Self { home, guests, stocked, told, read_later, revoked, page_bytes, now, ..Self::default() }
    }

    /// The session at a server. What is known of one with another is forgotten.
    pub fn session(&mut self, at: At, server: &Server) -> &mut Session {
        let of = Some((server.address.clone(), server.key));
        if self.open_session(at).of != of {
            if at == At::Home && self.home.of.is_some() {
                *self = Self { now: self.now, at: self.at, ..Self::default() };
            }
            *self.open_session(at) = Session { of, ..Session::default() };
        }
        self.open_session(at)
    }

    /// The session there, with whomever it is.
    pub fn open_session(&mut self, at: At) -> &mut Session {
        match at {
            At::Home => &mut self.home,
            At::Invite(mailbox) => self.guests.entry(mailbox).or_default(),
            At::Destination => &mut self.destination,
        }
    }
}
