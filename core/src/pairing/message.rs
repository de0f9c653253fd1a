use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, Hash};

use super::Mismatch;

/// Bytes of the longest message: what a mailbox takes by default.
pub(super) const MESSAGE_BYTES: usize = 32 * 1024;

const VERSION: u8 = 1;
const COMMITMENT: u8 = 1;
const INVITER_KEYS: u8 = 2;
const JOINER_KEYS: u8 = 3;
const SEALED: u8 = 4;

/// What a side shows of itself: 96 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Keys {
    /// Its X25519 public key (RFC 7748), drawn for this handshake.
    pub exchange: Hash,
    /// Its Ed25519 public key that lasts.
    pub signing: Hash,
    /// Random bytes.
    pub nonce: Hash,
}

impl Keys {
    pub(super) fn bytes(&self) -> [u8; 96] {
        let mut bytes = [0; 96];
        for (part, field) in bytes.chunks_exact_mut(32).zip([&self.exchange, &self.signing, &self.nonce]) {
            part.copy_from_slice(&field.0);
        }
        bytes
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let mut fields = bytes.chunks_exact(32).map(Hash::try_from);
        let mut next = || fields.next()?.ok();
        let keys = Self { exchange: next()?, signing: next()?, nonce: next()? };
        (bytes.len() == 96).then_some(keys)
    }
}

/// A message: a byte for the version, one for the kind, then its fields without any frame, as each has one length.
#[derive(Debug)]
pub(super) enum Message<'a> {
    /// The joiner's first.
    Commitment(Hash),
    /// The inviter's first.
    InviterKeys(Keys),
    /// The joiner's second: opens its commitment.
    JoinerKeys(Keys),
    /// All others, of both: ciphertext.
    Sealed(&'a [u8]),
}

impl<'a> Message<'a> {
    pub(super) fn encode(&self) -> Bytes {
        let (kind, body) = match self {
            Self::Commitment(hash) => (COMMITMENT, hash.0.to_vec()),
            Self::InviterKeys(keys) => (INVITER_KEYS, keys.bytes().to_vec()),
            Self::JoinerKeys(keys) => (JOINER_KEYS, keys.bytes().to_vec()),
            Self::Sealed(ciphertext) => (SEALED, ciphertext.to_vec()),
        };
        Bytes([&[VERSION, kind], body.as_slice()].concat())
    }

    pub(super) fn decode(bytes: &'a [u8]) -> Result<Self, Mismatch> {
        if bytes.len() > MESSAGE_BYTES {
            return Err(Mismatch::TooLarge);
        }
        let (version, rest) = bytes.split_first().ok_or(Mismatch::Malformed)?;
        match *version {
            VERSION => Self::of_kind(rest).ok_or(Mismatch::Malformed),
            0 => Err(Mismatch::Malformed),
            _ => Err(Mismatch::NewerVersion),
        }
    }

    fn of_kind(bytes: &'a [u8]) -> Option<Self> {
        let (kind, body) = bytes.split_first()?;
        Some(match *kind {
            COMMITMENT => Self::Commitment(Hash::try_from(body).ok()?),
            INVITER_KEYS => Self::InviterKeys(Keys::of_bytes(body)?),
            JOINER_KEYS => Self::JoinerKeys(Keys::of_bytes(body)?),
            SEALED => Self::Sealed(body),
            _ => return None,
        })
    }
}
