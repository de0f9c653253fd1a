use ring::digest::{Context, SHA256, digest};
use serde::{Deserialize, Serialize};

use crate::{Bytes, DeviceId, EntryId, Hash, Incarnation, SignedCertificate, SignedLeave, SpaceId};

/// A place in a log: everything up to an entry, and the running hash there. Position 0 is before the first entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Position {
    /// The sequence number of the last entry: 1 for the first, without gaps, in each generation of a space.
    pub seq: u64,
    /// SHA-256 over the hash before, and the id, kind and hash of the bytes of each entry.
    pub hash: Hash,
}

impl Position {
    /// The position before the first entry of a generation.
    pub fn start(space: SpaceId, generation: u32) -> Self {
        let mut context = Context::new(&SHA256);
        context.update(b"Tend log 1");
        context.update(&space.0);
        context.update(&generation.to_be_bytes());
        Self { seq: 0, hash: finish(context) }
    }

    /// The position after one more entry, whose bytes have the hash `content`.
    pub fn after(self, id: EntryId, kind: EntryKind, content: Hash) -> Self {
        let mut context = Context::new(&SHA256);
        context.update(&self.hash.0);
        context.update(&id.0);
        context.update(&[u8::from(kind)]);
        context.update(&content.0);
        Self { seq: self.seq + 1, hash: finish(context) }
    }
}

fn finish(context: Context) -> Hash {
    let mut hash = Hash([0; 32]);
    hash.0.copy_from_slice(context.finish().as_ref());
    hash
}

impl Hash {
    /// The SHA-256 digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = Self([0; 32]);
        hash.0.copy_from_slice(digest(&SHA256, bytes).as_ref());
        hash
    }
}

/// What an entry is to the server, as a number on the wire, in the running hash and in a server's storage. Only the space's devices know what
/// it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub enum EntryKind {
    /// 1: an MLS application message, as a private message (RFC 9420, section 6.3).
    Message,
    /// 2: an MLS commit, as a private message: the epoch after it is one higher.
    Commit,
    /// Any other number: a kind that only a later version knows. A server takes no such entry; a device passes over it, and its running
    /// hash goes on.
    Later(u8),
}

impl From<u8> for EntryKind {
    fn from(number: u8) -> Self {
        match number {
            1 => Self::Message,
            2 => Self::Commit,
            other => Self::Later(other),
        }
    }
}

impl From<EntryKind> for u8 {
    fn from(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Message => 1,
            EntryKind::Commit => 2,
            EntryKind::Later(number) => number,
        }
    }
}

/// What a commit does to the space's devices, told to the server because it cannot read the commit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// The devices that the commit adds. They may read the log from the commit on, and count as the space's once they have.
    pub added: Vec<DeviceId>,
    /// The devices that the commit removes: in the same transaction the space is closed to them. One that is not there is passed over.
    pub removed: Vec<DeviceId>,
    /// The MLS welcome for those added; it is shown to them alone.
    pub welcome: Option<Bytes>,
}

/// An entry on its way to the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewEntry {
    /// Its id. The same id with the same bytes is the same entry, however often it arrives.
    pub id: EntryId,
    /// The author's count of its entries in this generation: 1 for the first, each one more than the last.
    pub number: u64,
    /// The MLS epoch that it was made in.
    pub epoch: u64,
    /// 1 for a message, 2 for a commit.
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub kind: EntryKind,
    /// The ciphertext.
    pub bytes: Bytes,
    /// For a commit, and for nothing else: what it changes.
    pub change: Option<Change>,
}

/// Creates a space with the caller as its one device, at generation 0 and epoch 0. The same call again, with the same suite, gets the same
/// answer while nothing was written there; from then on the space is refused as [`crate::ErrorCode::SpaceExists`], as it is to anyone else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateSpace {
    /// The new space's id.
    pub space: SpaceId,
    /// The MLS cipher suite's code point (RFC 9420, section 17.1).
    pub suite: u16,
}

/// The answer to [`CreateSpace`] and [`RejoinSpace`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Created {
    /// The log's incarnation.
    pub incarnation: Incarnation,
    /// The space's current generation.
    pub generation: u32,
}

/// Comes back to a space in which a server that lost its file, or was set back, does not know the caller. If it does not know the space either,
/// it is made with the caller as its one device, at the generation given, with an empty log. If it does, the caller is let in when a device
/// that joined the space said that it is the same person's ([`crate::PublishKeyPackages::certificate`]), or when the space has no device any more.
/// One that was taken out of the space is let in only when another person's device did it. Anyone else is let in to a space that was left,
/// where there is nothing but the statement to read. What the caller cannot read yet it gets by [`OpenGeneration`], or by being added
/// ([`AskToBeAdded`]). From a device of the space the call changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RejoinSpace {
    /// The space.
    pub space: SpaceId,
    /// The MLS cipher suite's code point.
    pub suite: u16,
    /// The generation that the caller was in, at most [`RejoinSpace::GENERATION`].
    pub generation: u32,
    /// Shows whose the caller is.
    pub certificate: SignedCertificate,
}

impl RejoinSpace {
    /// The highest generation that a space is made at: far above what a life brings, and far below where counting on would overflow.
    pub const GENERATION: u32 = 1 << 23;
}

/// Asks the devices of a space to add the caller: its certificate is shown to each that pulls ([`LogPage::asking`]), until a commit names the
/// device. They know whether its person belongs there. Whom a device of the same person took out may not ask, and a device that reads the
/// current generation need not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskToBeAdded {
    /// The space.
    pub space: SpaceId,
    /// Shows whose the caller is.
    pub certificate: SignedCertificate,
}

/// Opens the next generation of a space: an empty log whose first entry is the commit that adds the other devices, made in epoch 0.
/// The generation before takes no more entries. The number must be one more than the current generation, and can be opened only once.
/// Devices of the space that it neither adds nor removes stay members: they can open the next generation in their turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenGeneration {
    /// The space.
    pub space: SpaceId,
    /// The new generation: the current one plus 1.
    pub generation: u32,
    /// The MLS cipher suite's code point.
    pub suite: u16,
    /// The first entry: a commit with number 1 and epoch 0. Its `removed` may name up to [`OpenGeneration::REMOVED`] devices; those that
    /// are not in the space are left out of what the log shows.
    pub entry: NewEntry,
}

impl OpenGeneration {
    /// The most removed devices that may be named, more than a space can have: who opens a generation cannot know which of them a
    /// restored server takes for members again.
    pub const REMOVED: usize = 256;
}

/// Appends a batch of entries: all of them or none. Each must carry the epoch that is current when its turn comes, and the author's next number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Append {
    /// The space.
    pub space: SpaceId,
    /// Its generation; an older one than the current is refused.
    pub generation: u32,
    /// The author's cursor: how far it has read.
    pub cursor: u64,
    /// The batch, at least one.
    pub entries: Vec<NewEntry>,
}

/// The answer to [`Append`] and [`OpenGeneration`]: the batch is on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Appended {
    /// The log's incarnation.
    pub incarnation: Incarnation,
    /// The sequence number of each entry, in the batch's order.
    pub seqs: Vec<u64>,
    /// The position at the author's cursor; below it when the log is shorter.
    pub at: Position,
}

/// Reads the log after a cursor, and acknowledges everything up to the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pull {
    /// The space.
    pub space: SpaceId,
    /// The generation to read: the current one, or an older one that the device has not finished.
    pub generation: u32,
    /// The cursor: the sequence number of the last entry that the device has stored.
    pub after: u64,
    /// The running hash that the device has there. If it equals the server's, the pull acknowledges. Without it, or if it differs,
    /// nothing is acknowledged and the answer has no entries.
    pub hash: Option<Hash>,
    /// At most so many entries; the server may answer fewer.
    pub limit: u32,
    /// At most so many bytes of entries, but always one entry: for a link on which a large page would not come through.
    pub bytes: u32,
}

/// The answer to [`Pull`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pulled {
    /// The space is there.
    Log(LogPage),
    /// Somebody left, and the space is dropped: their signed statement.
    Left(SignedLeave),
}

/// A page of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogPage {
    /// The log's incarnation.
    pub incarnation: Incarnation,
    /// The space's current generation.
    pub current_generation: u32,
    /// The epoch after the last entry of the generation asked for.
    pub epoch: u64,
    /// The position at the cursor; the log's head when that is below the cursor.
    pub at: Position,
    /// The sequence number of the log's last entry.
    pub head: u64,
    /// The last number that the caller has used in this generation, 0 for none.
    pub number: u64,
    /// The entries after the cursor, oldest first, without gaps.
    pub entries: Vec<Entry>,
    /// Whether more entries follow these.
    pub more: bool,
    /// The devices that ask to be added to the current generation, no more than a space has room for.
    pub asking: Vec<SignedCertificate>,
    /// What devices that are not in the space signed to leave it, no more than a space has room for: a server that lost it may not know them.
    /// Whether it is theirs to leave, the phone knows.
    pub leaving: Vec<SignedLeave>,
}

/// An entry as a log holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// Its sequence number.
    pub seq: u64,
    /// Its id.
    pub id: EntryId,
    /// The device that appended it, as the server says. Only the signature inside proves who wrote it.
    pub author: DeviceId,
    /// The author's number.
    pub number: u64,
    /// The epoch that it was made in.
    pub epoch: u64,
    /// 1 for a message, 2 for a commit; a phone passes over any other.
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub kind: EntryKind,
    /// The ciphertext, or what is left of it.
    pub content: Content,
    /// For a commit: what it changes; the welcome only for a device that it adds.
    pub change: Option<Change>,
}

/// The bytes of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// They are here.
    Bytes(Bytes),
    /// Their author had them deleted; their hash stays.
    Blanked(Hash),
}

impl Content {
    /// The SHA-256 digest of the bytes.
    pub fn hash(&self) -> Hash {
        match self {
            Self::Bytes(bytes) => Hash::of(bytes),
            Self::Blanked(hash) => *hash,
        }
    }
}

/// Deletes the bytes of the caller's own message entries from the server; their ids and hashes stay. An id that is unknown, or another
/// author's, is passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Blank {
    /// The space.
    pub space: SpaceId,
    /// Its generation.
    pub generation: u32,
    /// The entries.
    pub entries: Vec<EntryId>,
}

/// An event of the stream at `GET /v1/events`, as JSON in `data` with the event name `head`. It is a hint, and may be lost or doubled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Head {
    /// The space, as hexadecimal digits.
    pub space: String,
    /// Its current generation.
    pub generation: u32,
    /// The sequence number of that log's last entry.
    pub head: u64,
}
