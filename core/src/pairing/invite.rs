use std::fmt;

use serde::{Deserialize, Serialize};
use tend_protocol::{MailboxId, ServerKey};

use super::{Code, InviteError, Purpose, Secret, base32};
use crate::identity::{Entropy, IdentityId};

/// How an invite begins; then its version, a full stop and its bytes in base 32.
const SCHEME: &str = "tend:";
const VERSION: u32 = 1;
/// Bytes of the longest invite.
const TEXT_BYTES: usize = 1024;
/// Bytes of the longest address of a server, and of the longest access code.
const SERVER_BYTES: usize = 200;
const ACCESS_CODE_BYTES: usize = 128;

/// How an invite reaches the other side.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// As a QR code on one screen before the other's camera. What it carries authenticates both sides: no comparison.
    InPerson {
        /// Where to meet.
        mailbox: MailboxId,
        /// Who invites.
        inviter: IdentityId,
        /// Known only to who saw the QR code.
        secret: Secret,
    },
    /// As a link, through a chat that may be read by others: the comparison authenticates.
    Link {
        /// Where to meet.
        mailbox: MailboxId,
    },
    /// As a code that is read out and typed: the comparison authenticates.
    Code(Code),
}

impl Way {
    /// Tells the ways apart in what both sides hash.
    pub(super) fn byte(&self) -> u8 {
        match self {
            Self::InPerson { .. } => 1,
            Self::Link { .. } => 2,
            Self::Code(_) => 3,
        }
    }
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InPerson { .. } => "InPerson",
            Self::Link { .. } => "Link",
            Self::Code(_) => "Code",
        })
    }
}

/// An invite: where to meet and how. Single use. `Debug` tells only its purpose and way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    purpose: Purpose,
    server: String,
    /// The key that the server must prove; `None` where the inviter does not know it yet, and in a code.
    server_key: Option<ServerKey>,
    access_code: Option<String>,
    way: Way,
}

/// What an invite's text holds: purpose, server, its key, access code, mailbox and, given in person, inviter and secret.
type Fields = (u8, String, Option<ServerKey>, Option<String>, MailboxId, Option<(IdentityId, Secret)>);

impl Invite {
    /// Seconds that an invite lives that is shown as a QR code.
    pub const IN_PERSON_SECONDS: u32 = 10 * 60;
    /// Seconds that a link lives.
    pub const LINK_SECONDS: u32 = 2 * 24 * 60 * 60;
    /// Seconds that a code lives.
    pub const CODE_SECONDS: u32 = 10 * 60;

    /// A new invite to show as a QR code. `access_code` lets the other side register at the server, where the operator asks for one.
    ///
    /// # Errors
    /// [`InviteError::BadServer`], [`InviteError::BadAccessCode`].
    pub fn in_person(
        purpose: Purpose,
        server: &str,
        access_code: Option<&str>,
        inviter: IdentityId,
        entropy: &dyn Entropy,
    ) -> Result<Self, InviteError> {
        let (mailbox, secret) = (MailboxId(entropy.bytes()), Secret::generate(entropy));
        Self::checked(purpose, server, access_code, Way::InPerson { mailbox, inviter, secret })
    }

    /// A new invite to send as a link.
    ///
    /// # Errors
    /// [`InviteError::BadServer`], [`InviteError::BadAccessCode`].
    pub fn link(
        purpose: Purpose,
        server: &str,
        access_code: Option<&str>,
        entropy: &dyn Entropy,
    ) -> Result<Self, InviteError> {
        Self::checked(purpose, server, access_code, Way::Link { mailbox: MailboxId(entropy.bytes()) })
    }

    /// The invite of a code, new ([`Code::generate`]) or typed ([`Code::parse`]). The code does not hold the server, which the person is
    /// told separately.
    ///
    /// # Errors
    /// [`InviteError::BadServer`].
    pub fn code(purpose: Purpose, server: &str, code: Code) -> Result<Self, InviteError> {
        Self::checked(purpose, server, None, Way::Code(code))
    }

    fn checked(purpose: Purpose, server: &str, access_code: Option<&str>, way: Way) -> Result<Self, InviteError> {
        if !is_server(server) {
            return Err(InviteError::BadServer);
        }
        if access_code.is_some_and(|code| code.is_empty() || code.len() > ACCESS_CODE_BYTES) {
            return Err(InviteError::BadAccessCode);
        }
        let access_code = access_code.map(str::to_owned);
        Ok(Self { purpose, server: server.to_owned(), server_key: None, access_code, way })
    }

    /// The same invite, to the server with this key alone.
    #[must_use]
    pub fn with_server_key(self, server_key: Option<ServerKey>) -> Self {
        Self { server_key, ..self }
    }

    /// What to show, send or read out: for a code the code itself, else an address of the scheme `tend`. That of a QR code is in
    /// capitals, which make the picture smaller; that of a link in small letters, which systems know as an address.
    pub fn text(&self) -> String {
        let (mailbox, person) = match &self.way {
            Way::InPerson { mailbox, inviter, secret } => (*mailbox, Some((*inviter, secret.clone()))),
            Way::Link { mailbox } => (*mailbox, None),
            Way::Code(code) => return code.text(),
        };
        let in_person = person.is_some();
        let (server, access_code) = (self.server.clone(), self.access_code.clone());
        let fields: Fields = (self.purpose.byte(), server, self.server_key, access_code, mailbox, person);
        let text = format!("{SCHEME}{VERSION}.{}", base32::encode(&tend_protocol::encode(&fields)));
        if in_person { text.to_ascii_uppercase() } else { text.to_ascii_lowercase() }
    }

    /// Reads the text of a QR code or a link, in either case, with or without space around it. A code has [`Code::parse`].
    ///
    /// # Errors
    /// [`InviteError`]; [`InviteError::BadCode`] never.
    pub fn parse(text: &str) -> Result<Self, InviteError> {
        if text.len() > TEXT_BYTES {
            return Err(InviteError::TooLong);
        }
        let text = text.trim();
        let (scheme, rest) = text.split_at_checked(SCHEME.len()).ok_or(InviteError::Malformed)?;
        let (version, body) = rest.split_once('.').ok_or(InviteError::Malformed)?;
        let digits = !version.starts_with('0') && version.bytes().all(|byte| byte.is_ascii_digit());
        if !scheme.eq_ignore_ascii_case(SCHEME) || !digits {
            return Err(InviteError::Malformed);
        }
        match version.parse::<u32>() {
            Ok(VERSION) => Self::of_bytes(&base32::decode(body).ok_or(InviteError::Malformed)?),
            Ok(_) => Err(InviteError::NewerVersion),
            Err(_) => Err(InviteError::Malformed),
        }
    }

    fn of_bytes(bytes: &[u8]) -> Result<Self, InviteError> {
        let fields: Fields = tend_protocol::decode(bytes).map_err(|_| InviteError::Malformed)?;
        // One invite has one text: CBOR has several for the same fields (RFC 8949, section 4.2), and only ours is taken.
        if tend_protocol::encode(&fields) != bytes {
            return Err(InviteError::Malformed);
        }
        let (purpose, server, server_key, access_code, mailbox, person) = fields;
        let purpose = Purpose::of_byte(purpose).ok_or(InviteError::Malformed)?;
        let way = match person {
            Some((inviter, secret)) => Way::InPerson { mailbox, inviter, secret },
            None => Way::Link { mailbox },
        };
        Ok(Self::checked(purpose, &server, access_code.as_deref(), way)?.with_server_key(server_key))
    }

    #[cfg(test)]
    pub(super) fn with_way(self, way: Way) -> Self {
        Self { way, ..self }
    }

    /// What it is for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The address of the server where the two sides meet.
    pub fn server(&self) -> &str {
        &self.server
    }

    /// The key that the server must prove before anything is sent to it.
    pub fn server_key(&self) -> Option<ServerKey> {
        self.server_key
    }

    /// What the server's operator gave to those who may register.
    pub fn access_code(&self) -> Option<&str> {
        self.access_code.as_deref()
    }

    /// How it reaches the other side.
    pub fn way(&self) -> &Way {
        &self.way
    }

    /// The mailbox where the two sides meet.
    pub fn mailbox(&self) -> MailboxId {
        match &self.way {
            Way::InPerson { mailbox, .. } | Way::Link { mailbox } => *mailbox,
            Way::Code(code) => code.mailbox(self.purpose),
        }
    }

    /// Seconds that it lives.
    pub fn seconds(&self) -> u32 {
        match self.way {
            Way::InPerson { .. } => Self::IN_PERSON_SECONDS,
            Way::Link { .. } => Self::LINK_SECONDS,
            Way::Code(_) => Self::CODE_SECONDS,
        }
    }
}

impl fmt::Debug for Invite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invite").field("purpose", &self.purpose).field("way", &self.way).finish_non_exhaustive()
    }
}

/// Of two crossing invites (two people invited and joined each other at once), the one that lives. Both phones know both, and
/// decide alike.
pub fn survivor(one: MailboxId, other: MailboxId) -> MailboxId {
    one.min(other)
}

/// Whether `text` is an address that a phone may call: scheme, host, perhaps a port and a path, and nothing that could carry
/// more. Whether `http` is good enough, the transport decides.
fn is_server(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    text.len() <= SERVER_BYTES
        && host.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte))
}

#[cfg(test)]
mod tests;
