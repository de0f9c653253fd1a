use serde::{Deserialize, Serialize};

use crate::{
    BlobId, Bytes, DeviceId, Hash, Incarnation, MailboxId, ServerKey, Signature, SignedCertificate, SignedLeave,
    SignedRemoval, SpaceId,
};

/// Asks the server to show that it has its key, before anything is sent to it that it could use elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Identify {
    /// 32 random bytes, used once.
    pub nonce: Hash,
}

/// The answer to [`Identify`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Identified {
    /// The server's key.
    pub key: ServerKey,
    /// By that key, over [`crate::identify_text`].
    pub signature: Signature,
}

impl Identified {
    /// Whether the answer proves the key, for the nonce that was sent.
    ///
    /// # Errors
    /// [`crate::BadSignature`].
    pub fn verify(&self, nonce: Hash) -> Result<(), crate::BadSignature> {
        crate::verify(&self.key.0, &crate::identify_text(self.key, nonce), &self.signature)
    }
}

/// Makes a device known to the server. The same call again gets the same answer. A device that is in no space after a day is forgotten.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Register {
    /// The device.
    pub device: DeviceId,
    /// By the device, over [`crate::register_text`].
    pub signature: Signature,
    /// What the operator gave to those who may register; needed where `access_code_required`.
    pub access_code: Option<String>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register").field("device", &self.device).finish_non_exhaustive()
    }
}

/// Asks for something to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Challenge {
    /// The device that wants a session. An unknown one gets the same kind of answer.
    pub device: DeviceId,
}

/// The answer to [`Challenge`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Challenged {
    /// 32 bytes, good for one session within a minute.
    pub challenge: Hash,
}

/// Opens a session with a signed challenge. A challenge that is over, used or unknown is refused as
/// [`crate::ErrorCode::ChallengeOver`]: another one helps. A device that the server does not know gets
/// [`crate::ErrorCode::UnknownDevice`], and registers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenSession {
    /// The device.
    pub device: DeviceId,
    /// The challenge that it was given.
    pub challenge: Hash,
    /// By the device, over [`crate::session_text`].
    pub signature: Signature,
}

/// The answer to [`OpenSession`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionOpened {
    /// The bearer token (RFC 6750) of every other call.
    pub token: String,
    /// Seconds until it ends.
    pub seconds: u32,
    /// The server's incarnation.
    pub incarnation: Incarnation,
}

impl std::fmt::Debug for SessionOpened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionOpened").field("seconds", &self.seconds).finish_non_exhaustive()
    }
}

/// Puts an encrypted snapshot, or a part of one, where the space's devices can fetch it. The same id with the same bytes gets the same
/// answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutBlob {
    /// The space.
    pub space: SpaceId,
    /// The blob's id.
    pub blob: BlobId,
    /// The ciphertext.
    pub bytes: Bytes,
}

/// Fetches a blob.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GetBlob {
    /// The space.
    pub space: SpaceId,
    /// The blob's id.
    pub blob: BlobId,
}

/// The answer to [`GetBlob`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundBlob {
    /// The ciphertext.
    pub bytes: Bytes,
}

/// Deletes a blob, once every device that it is for has it. An unknown one is no error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DropBlob {
    /// The space.
    pub space: SpaceId,
    /// The blob's id.
    pub blob: BlobId,
}

/// Shuts a lost device out: it has no session any more and gets none, it cannot register or take key packages, and it is in no space.
/// The statement must be by a person whose the device once said that it is ([`PublishKeyPackages::certificate`]); any device may bring it.
/// The same call again gets the same answer, and so does one for a device that the server does not know, which changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevokeDevice {
    /// By the person whose device it is.
    pub removal: SignedRemoval,
}

/// Adds key packages to the caller's stock, or replaces it, and replaces its last-resort one if given. With neither it only asks for the
/// stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishKeyPackages {
    /// Shows whose the device is, as its key packages say too: this person can have it shut out. What a device said once holds for ever, so
    /// that a thief cannot take it back; a device that becomes another person's says so once more. Key packages that were published for
    /// another person go.
    pub certificate: SignedCertificate,
    /// The MLS cipher suite's code point.
    pub suite: u16,
    /// Single-use key packages (RFC 9420, section 10).
    pub packages: Vec<Bytes>,
    /// The one that is handed out when no other is left (RFC 9420, section 16.8).
    pub last_resort: Option<Bytes>,
    /// Whether all that was published before and not taken yet goes: the caller does not have the private keys any more.
    pub replace: bool,
}

/// The answer to [`PublishKeyPackages`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyPackageStock {
    /// Single-use key packages left.
    pub left: u32,
    /// Whether a last-resort one is there that was never handed out.
    pub last_resort_fresh: bool,
}

/// Takes a key package of another device. It is handed out once, unless it is the last-resort one. Who takes many of one device in a day
/// gets the last-resort one from then on, so that nobody can use up another's stock. Anyone who knows the device's id may do
/// this: a restored server may have forgotten which spaces the two are in, and they must find each other again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClaimKeyPackage {
    /// The device to be added.
    pub device: DeviceId,
    /// The MLS cipher suite's code point.
    pub suite: u16,
}

/// The answer to [`ClaimKeyPackage`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClaimedKeyPackage {
    /// The key package, as it was published.
    pub package: Bytes,
}

/// Opens a rendezvous mailbox for an invite. The caller is its inviter. An id that is in use is refused as [`crate::ErrorCode::IdReused`],
/// unless it is the caller's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenMailbox {
    /// Derived from the invite.
    pub mailbox: MailboxId,
    /// Seconds that it is kept.
    pub seconds: u32,
}

/// Joins a mailbox: the caller is its one joiner. A second joiner burns it. The same call again gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JoinMailbox {
    /// The mailbox.
    pub mailbox: MailboxId,
}

/// Posts a message to the other side of a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostToMailbox {
    /// The mailbox.
    pub mailbox: MailboxId,
    /// Its place among the messages of this side: 0 for the first. The same place with the same bytes is the same message; with others it is
    /// refused as [`crate::ErrorCode::IdReused`].
    pub index: u32,
    /// The message.
    pub bytes: Bytes,
}

/// Reads what the other side of a mailbox has posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadMailbox {
    /// The mailbox.
    pub mailbox: MailboxId,
}

/// Closes a mailbox for good: the invite was used, revoked, cancelled or did not match. An unknown one is no error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BurnMailbox {
    /// The mailbox.
    pub mailbox: MailboxId,
}

/// The answer to [`OpenMailbox`], [`JoinMailbox`], [`PostToMailbox`] and [`ReadMailbox`]. A burned mailbox is
/// [`crate::ErrorCode::MailboxBurned`], an unknown or expired one [`crate::ErrorCode::UnknownMailbox`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailboxState {
    /// Whether a joiner has come.
    pub joined: bool,
    /// The other side's messages, in its order.
    pub messages: Vec<MailboxMessage>,
}

/// A message from the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailboxMessage {
    /// Its place among the other side's messages.
    pub index: u32,
    /// The message.
    pub bytes: Bytes,
}

/// Drops a space: its log, blobs and key material are deleted at once, and from then on its devices are shown the signed statement.
/// Never refused for quota or rate. The same call again gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Leave {
    /// By the caller's device.
    pub statement: SignedLeave,
}
