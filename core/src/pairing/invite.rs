use std::fmt;

use serde::{Deserialize, Serialize};
use tend_protocol::{MailboxId, ServerKey};

use super::{Code, InviteError, Purpose, Secret, base32};
use crate::{
    address,
    characters::{is_ignorable, narrow},
    identity::{Entropy, IdentityId},
};

/// How an invite begins; then its version, a full stop and its bytes in base 32.
const SCHEME: &str = "tend:";
const VERSION: u32 = 1;
/// Bytes of the longest invite.
const TEXT_BYTES: usize = 1024;
/// Bytes of the longest message in which an invite is looked for.
const PASTED_BYTES: usize = 16 * 1024;
/// How many places of a message are tried, and of how many pieces an invite is put together: lines, and what a program puts between them.
const PLACES: usize = 16;
const PIECES: usize = 64;
/// Characters that what follows another version has at least: prose may have a number after the scheme, too.
const NEWER_PIECE: usize = 8;

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
        let server = address::canonical(server).map_err(|_| InviteError::BadServer)?;
        let access_code = self::access_code(access_code)?.map(str::to_owned);
        Ok(Self { purpose, server, server_key: None, access_code, way })
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

    /// Reads the text of a QR code or a link as people paste it: in either case, with a message around it, broken into lines, with
    /// characters that show nothing. Of several invites the first counts. A code has [`Code::parse`].
    ///
    /// # Errors
    /// [`InviteError`]; [`InviteError::BadCode`] never.
    pub fn parse(text: &str) -> Result<Self, InviteError> {
        if text.len() > PASTED_BYTES {
            return Err(InviteError::TooLong);
        }
        let text: String = text.chars().filter(|c| !is_ignorable(*c)).map(narrow).collect();
        let text = text.to_ascii_lowercase();
        let mut refusal = InviteError::Malformed;
        for (at, _) in text.match_indices(SCHEME).take(PLACES) {
            match Self::read(&text[at + SCHEME.len()..]) {
                Err(InviteError::Malformed) => {}
                Err(error) => refusal = error,
                invite => return invite,
            }
        }
        Err(refusal)
    }

    /// Reads what follows the scheme. Words after an invite look like more of it, so it is tried piece by piece: of what is cut or has too
    /// much, nothing is an invite.
    fn read(rest: &str) -> Result<Self, InviteError> {
        let (version, body) = rest.split_once('.').ok_or(InviteError::Malformed)?;
        let version = version.trim();
        if version.starts_with('0') || !version.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(InviteError::Malformed);
        }
        let mut pieces =
            body.split(|c: char| !c.is_ascii_alphanumeric()).filter(|piece| !piece.is_empty()).take(PIECES);
        let mut text = pieces.next().ok_or(InviteError::Malformed)?.to_owned();
        match version.parse::<u32>() {
            Ok(VERSION) => {}
            Ok(_) if text.len() >= NEWER_PIECE => return Err(InviteError::NewerVersion),
            _ => return Err(InviteError::Malformed),
        }
        while text.len() <= TEXT_BYTES {
            match base32::decode(&text).ok_or(InviteError::Malformed).and_then(|bytes| Self::of_bytes(&bytes)) {
                Err(InviteError::Malformed) => text.push_str(pieces.next().ok_or(InviteError::Malformed)?),
                read => return read,
            }
        }
        Err(InviteError::Malformed)
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
        let invite = Self::checked(purpose, &server, access_code.as_deref(), way)?.with_server_key(server_key);
        // Nor are there two for two spellings of one address or access code.
        match (invite.server == server, invite.access_code == access_code) {
            (false, _) => Err(InviteError::BadServer),
            (_, false) => Err(InviteError::BadAccessCode),
            _ => Ok(invite),
        }
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

/// An access code as it is kept, of what a person typed.
///
/// # Errors
/// [`InviteError::BadAccessCode`] for one that no server has.
pub(crate) fn access_code(typed: Option<&str>) -> Result<Option<&str>, InviteError> {
    typed.map(|code| tend_protocol::access_code(code).ok_or(InviteError::BadAccessCode)).transpose()
}

#[cfg(test)]
mod tests;
