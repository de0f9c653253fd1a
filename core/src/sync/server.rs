//! The servers that this device talks to: the person's own, and the one of an invite to another, until that is confirmed.

use std::fmt;

use serde::{Deserialize, Serialize};
use tend_protocol::{Hash, MailboxId, ServerKey};

use crate::pairing::Invite;

/// A server, as this device knows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Server {
    /// Its address, without a `/` at its end.
    pub address: String,
    /// Its key: from an invite, or the one that it proved first.
    pub key: Option<ServerKey>,
    /// Whether it has proved that key at this address. Nothing else is sent to it before.
    pub proved: bool,
    /// Whether another server answered at this address instead.
    pub strange: bool,
    /// Whether it knows this device.
    pub registered: bool,
    /// Its operator's access code, if it asks for one.
    pub access_code: Option<String>,
    /// Where it is said to be now. The address is taken over once the server has proved its key there.
    pub moves_to: Option<Destination>,
}

/// Another address, and the access code that was given with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Destination {
    pub address: String,
    pub access_code: Option<String>,
}

impl Server {
    pub fn new(address: &str, key: Option<ServerKey>, access_code: Option<&str>) -> Self {
        Self {
            address: address.trim_end_matches('/').into(),
            key,
            proved: false,
            strange: false,
            registered: false,
            access_code: access_code.map(String::from),
            moves_to: None,
        }
    }

    /// The one of an invite.
    pub fn of(invite: &Invite) -> Self {
        Self::new(invite.server(), invite.server_key(), invite.access_code())
    }

    /// Whether the two are the same: by their keys, or while one of them is not known, by their addresses.
    pub fn is(&self, other: &Self) -> bool {
        match (self.key, other.key) {
            (Some(one), Some(two)) => one == two,
            _ => self.address == other.address,
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("key", &self.key).field("registered", &self.registered).finish_non_exhaustive()
    }
}

/// Which server a request goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// The person's own.
    Home,
    /// The one of this invite, which is another.
    Invite(MailboxId),
    /// The address at which the person's own is said to be now.
    Destination,
}

/// A session with a server. It may be lost: another is opened then.
#[derive(Default)]
pub(super) struct Session {
    /// With whom.
    pub of: Option<(String, Option<ServerKey>)>,
    pub token: Option<String>,
    pub until: i64,
    /// What the server must sign now.
    pub nonce: Option<Hash>,
    /// What this device must sign now.
    pub challenge: Option<Hash>,
    /// How often the server refused to open one, in this round.
    pub refusals: u32,
}
