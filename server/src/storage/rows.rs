//! Rows, and what can be done with them. Seconds count from 1970-01-01 UTC.

use tend_protocol::{
    BlobId, Bytes, Change, Content, DeviceId, EntryId, EntryKind, Hash, MailboxId, PersonKey, Position,
    SignedCertificate, SignedLeave, SpaceId,
};

use super::Result;

/// Devices and their sessions.
pub trait Devices {
    /// Makes a device known, or known again, at `now`.
    fn put_device(&self, device: DeviceId, now: u64) -> Result<()>;
    /// Whether a device is known, and not shut out.
    fn has_device(&self, device: DeviceId) -> Result<bool>;
    /// Whether a device is shut out.
    fn is_revoked(&self, device: DeviceId) -> Result<bool>;
    /// Shuts a known device out: its sessions and key packages go, and it asks for no space any more. Its spaces are for the caller to close.
    fn revoke(&self, device: DeviceId) -> Result<()>;
    /// Whose a device said that it is.
    fn persons(&self, device: DeviceId) -> Result<Vec<PersonKey>>;
    /// Notes whose it is.
    fn put_person(&self, device: DeviceId, person: PersonKey) -> Result<()>;
    /// Notes that a challenge was used; `false` if it was before.
    fn spend_challenge(&self, device: DeviceId, challenge: Hash, until: u64) -> Result<bool>;
    /// Starts a session under the hash of its token, and ends the device's oldest ones beyond `keep`.
    fn put_session(&self, device: DeviceId, token: Hash, until: u64, keep: usize) -> Result<()>;
    /// When a session ends; `None` when there is none.
    fn session_until(&self, device: DeviceId, token: Hash) -> Result<Option<u64>>;
    /// Deletes sessions and spent challenges whose time is over at `now`.
    fn expire_sessions(&self, now: u64) -> Result<()>;
    /// Forgets the devices that registered before a moment and are in no space, and all that is theirs.
    fn forget_devices(&self, registered_before: u64) -> Result<()>;
}

/// Key packages.
pub trait KeyPackages {
    /// Adds a single-use one. Bytes that are known, also from one that was claimed, change nothing.
    fn put_key_package(&self, device: DeviceId, suite: u16, package: &Bytes) -> Result<()>;
    /// Single-use ones that are left.
    fn key_packages_left(&self, device: DeviceId, suite: u16) -> Result<usize>;
    /// Replaces the last-resort one; the same bytes change nothing.
    fn put_last_resort(&self, device: DeviceId, suite: u16, package: &Bytes) -> Result<()>;
    /// Whether there is a last-resort one that was never handed out.
    fn last_resort_fresh(&self, device: DeviceId, suite: u16) -> Result<bool>;
    /// The suites that a device has key packages for.
    fn key_package_suites(&self, device: DeviceId) -> Result<Vec<u16>>;
    /// Takes the oldest single-use one.
    fn claim_key_package(&self, device: DeviceId, suite: u16, now: u64) -> Result<Option<Bytes>>;
    /// Hands out the last-resort one.
    fn hand_out_last_resort(&self, device: DeviceId, suite: u16) -> Result<Option<Bytes>>;
    /// Forgets all of a device's that were not claimed.
    fn drop_key_packages(&self, device: DeviceId) -> Result<()>;
    /// Forgets the hashes of those that were claimed before a moment.
    fn expire_claimed(&self, claimed_before: u64) -> Result<()>;
}

/// A space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpaceRow {
    /// The device that created it.
    pub creator: DeviceId,
    /// The suite of generation 0.
    pub suite: u16,
    /// The current generation.
    pub generation: u32,
    /// Set once somebody left.
    pub left: Option<SignedLeave>,
}

impl SpaceRow {
    /// A space at its beginning.
    pub fn new(creator: DeviceId, suite: u16, generation: u32) -> Self {
        Self { creator, suite, generation, left: None }
    }
}

/// How a device belongs to a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Membership {
    /// It asked for the space itself, or created it.
    Joined = 0,
    /// Another device added it. It may come, and until then nothing of the space counts for it.
    Pending = 1,
}

/// Spaces and their devices.
pub trait Spaces {
    /// A space.
    fn space(&self, space: SpaceId) -> Result<Option<SpaceRow>>;
    /// Adds or replaces a space.
    fn put_space(&self, space: SpaceId, row: &SpaceRow) -> Result<()>;
    /// How a device belongs to a space, also to one that was left; `None` when it does not.
    fn membership(&self, space: SpaceId, device: DeviceId) -> Result<Option<Membership>>;
    /// The devices that joined a space, in the order of their ids.
    fn members(&self, space: SpaceId) -> Result<Vec<DeviceId>>;
    /// How many devices a space has, joined or pending.
    fn devices(&self, space: SpaceId) -> Result<usize>;
    /// The spaces that a device joined, also those that were left, in the order of their ids.
    fn spaces_of(&self, device: DeviceId) -> Result<Vec<SpaceId>>;
    /// How many spaces a device joined that nobody left.
    fn open_spaces(&self, device: DeviceId) -> Result<usize>;
    /// The spaces that a device is pending in, in the order of their ids.
    fn pending_spaces(&self, device: DeviceId) -> Result<Vec<SpaceId>>;
    /// Adds a device; one that joined stays so.
    fn put_member(&self, space: SpaceId, device: DeviceId, membership: Membership) -> Result<()>;
    /// Notes which device took another one out of a space. It is forgotten when that one is added again.
    fn note_removed(&self, space: SpaceId, device: DeviceId, by: DeviceId) -> Result<()>;
    /// Which device took that one out of the space; `None` when none did.
    fn removed_by(&self, space: SpaceId, device: DeviceId) -> Result<Option<DeviceId>>;
    /// Notes that a device asks to be added. It is forgotten when the device is in the current generation.
    fn put_asking(&self, space: SpaceId, certificate: &SignedCertificate) -> Result<()>;
    /// The devices that ask to be added, in the order of their ids.
    fn asking(&self, space: SpaceId) -> Result<Vec<SignedCertificate>>;
    /// Forgets that a device asks.
    fn drop_asking(&self, space: SpaceId, device: DeviceId) -> Result<()>;
    /// Keeps what a device that is not in the space signed to leave it.
    fn put_leaving(&self, statement: &SignedLeave) -> Result<()>;
    /// What devices that are not in the space signed to leave it, in the order of their ids.
    fn leaving(&self, space: SpaceId) -> Result<Vec<SignedLeave>>;
    /// Takes a device out, with its readers and the ids kept for it.
    fn remove_member(&self, space: SpaceId, device: DeviceId) -> Result<()>;
    /// Deletes everything of a space but itself and the list of its devices.
    fn drop_contents(&self, space: SpaceId) -> Result<()>;
    /// Bytes of blobs that a device has stored in a space.
    fn usage(&self, space: SpaceId, device: DeviceId) -> Result<u64>;
}

/// One generation's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GenerationRow {
    /// Its suite.
    pub suite: u16,
    /// The epoch after its last entry.
    pub epoch: u64,
    /// After its last entry.
    pub head: Position,
    /// After the last entry that was deleted; the start when none was.
    pub base: Position,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// Its id.
    pub id: EntryId,
    /// The device that appended it.
    pub author: DeviceId,
    /// The author's number.
    pub number: u64,
    /// The epoch it was made in.
    pub epoch: u64,
    /// Message or commit.
    pub kind: EntryKind,
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its bytes, or their hash.
    pub content: Content,
    /// For a commit: what it changes.
    pub change: Option<Change>,
    /// The position after it.
    pub position: Position,
    /// When it was taken.
    pub taken_at: u64,
}

/// What is known of an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEntry {
    /// The sequence number that it got.
    pub seq: u64,
    /// Its author.
    pub author: DeviceId,
    /// Message or commit.
    pub kind: EntryKind,
    /// The hash of its bytes.
    pub hash: Hash,
}

/// A device that reads a generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// It may read what follows.
    pub start: u64,
    /// It has acknowledged up to here.
    pub cursor: u64,
}

/// Logs.
pub trait Log {
    /// A generation.
    fn generation(&self, space: SpaceId, generation: u32) -> Result<Option<GenerationRow>>;
    /// Adds or replaces a generation.
    fn put_generation(&self, space: SpaceId, generation: u32, row: &GenerationRow) -> Result<()>;
    /// What is known of an id; also of a deleted entry's id, as long as it is kept.
    fn known_entry(&self, space: SpaceId, generation: u32, id: EntryId) -> Result<Option<KnownEntry>>;
    /// Adds an entry.
    fn put_entry(&self, space: SpaceId, generation: u32, row: &EntryRow) -> Result<()>;
    /// The position after an entry that is there.
    fn position(&self, space: SpaceId, generation: u32, seq: u64) -> Result<Option<Position>>;
    /// The entries after a sequence number: at most `limit`, and after the first no more than `bytes`.
    fn entries(&self, space: SpaceId, generation: u32, after: u64, limit: usize, bytes: usize)
    -> Result<Vec<EntryRow>>;
    /// The sequence number of the last entry that was taken before a moment.
    fn last_before(&self, space: SpaceId, generation: u32, taken_before: u64) -> Result<Option<u64>>;
    /// The generations whose oldest entry was taken before a moment.
    fn generations_before(&self, taken_before: u64) -> Result<Vec<(SpaceId, u32)>>;
    /// Deletes the entries up to a sequence number. The id of one that its author has not acknowledged is kept.
    fn drop_entries(&self, space: SpaceId, generation: u32, through: u64) -> Result<()>;
    /// Deletes the bytes of a message if `author` is its author.
    fn blank_entry(&self, space: SpaceId, generation: u32, author: DeviceId, id: EntryId) -> Result<()>;
    /// A reader.
    fn reader(&self, space: SpaceId, generation: u32, device: DeviceId) -> Result<Option<Reader>>;
    /// Adds or replaces a reader, and drops the ids kept for it that its cursor has passed.
    fn put_reader(&self, space: SpaceId, generation: u32, device: DeviceId, reader: Reader) -> Result<()>;
    /// The lowest cursor of a generation's readers; `None` without any.
    fn lowest_cursor(&self, space: SpaceId, generation: u32) -> Result<Option<u64>>;
    /// The last number that a device used, 0 for none.
    fn number(&self, space: SpaceId, generation: u32, device: DeviceId) -> Result<u64>;
    /// Sets it.
    fn put_number(&self, space: SpaceId, generation: u32, device: DeviceId, number: u64) -> Result<()>;
    /// Every generation of a space, oldest first.
    fn generations(&self, space: SpaceId) -> Result<Vec<u32>>;
}

/// A blob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBlob {
    /// The device that put it.
    pub author: DeviceId,
    /// Its bytes.
    pub bytes: Bytes,
    /// When it goes.
    pub until: u64,
}

/// Blobs.
pub trait Blobs {
    /// Adds a blob, and its bytes to its author's usage.
    fn put_blob(&self, space: SpaceId, blob: BlobId, row: &StoredBlob) -> Result<()>;
    /// A blob, also one whose time is over.
    fn blob(&self, space: SpaceId, blob: BlobId) -> Result<Option<StoredBlob>>;
    /// Deletes a blob, if it is there.
    fn drop_blob(&self, space: SpaceId, blob: BlobId) -> Result<()>;
    /// Deletes the blobs whose time is over at `now`.
    fn expire_blobs(&self, now: u64) -> Result<()>;
}

/// A side of a mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Side {
    /// It opened the mailbox.
    Inviter = 0,
    /// It came later.
    Joiner = 1,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Inviter => Self::Joiner,
            Self::Joiner => Self::Inviter,
        }
    }
}

/// A mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailboxRow {
    /// The device that opened it.
    pub inviter: DeviceId,
    /// The device that joined it.
    pub joiner: Option<DeviceId>,
    /// Whether it was closed for good.
    pub burned: bool,
    /// When it goes.
    pub until: u64,
}

/// Mailboxes.
pub trait Mailboxes {
    /// A mailbox, also one whose time is over.
    fn mailbox(&self, mailbox: MailboxId) -> Result<Option<MailboxRow>>;
    /// Adds or replaces a mailbox.
    fn put_mailbox(&self, mailbox: MailboxId, row: &MailboxRow) -> Result<()>;
    /// How many mailboxes of an inviter there are whose time was not over at `now`.
    fn open_mailboxes(&self, inviter: DeviceId, now: u64) -> Result<usize>;
    /// A side's messages, in order.
    fn messages(&self, mailbox: MailboxId, side: Side) -> Result<Vec<Bytes>>;
    /// Adds a message at the end of a side's.
    fn put_message(&self, mailbox: MailboxId, side: Side, index: u32, bytes: &Bytes) -> Result<()>;
    /// Deletes all messages of a mailbox.
    fn drop_messages(&self, mailbox: MailboxId) -> Result<()>;
    /// Of the mailboxes whose time is over at `now`, deletes what was posted, and who joined; and those whose time was over at `forgotten`.
    fn expire_mailboxes(&self, now: u64, forgotten: u64) -> Result<()>;
}
