use ciborium::Value;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tend_protocol::{BlobId, Bytes, DeviceId, OWN_SPACE_CLASS, Position, decode, encode, size_class};

use super::Role;
use crate::{
    identity::{Entropy, Removal},
    records::{Operation, RecordId, State},
};

/// Bytes that an MLS private message adds at most to what it carries, in Tend's suite: header, sender data, signature and tag.
const MLS_OVERHEAD: usize = 288;

/// What an application message says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Payload {
    /// How far the sender had read the log when it wrote this.
    pub at: Position,
    /// Changes of records.
    pub operations: Vec<Operation>,
    /// What devices tell each other about the space.
    pub controls: Vec<Control>,
}

/// What devices tell each other about the space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Control {
    /// A device is removed for ever.
    Removed(Removal),
    /// The server has a snapshot for these devices.
    Snapshot(SnapshotOffer),
    /// The sender joined and has no snapshot.
    WantSnapshot,
}

/// Where on the server a snapshot is, and the key that opens it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct SnapshotOffer {
    /// For whom.
    pub devices: Vec<DeviceId>,
    /// Its pages, in order.
    pub blobs: Vec<BlobId>,
    /// The key of all pages.
    pub key: Bytes,
    /// The sequence number that it was taken at.
    pub seq: u64,
}

impl std::fmt::Debug for SnapshotOffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SnapshotOffer").field("blobs", &self.blobs.len()).finish_non_exhaustive()
    }
}

/// A page of a snapshot.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct SnapshotPage {
    /// The devices that were ever removed; on the first page.
    pub removals: Vec<Removal>,
    /// Records with their merged states, tombstones too.
    pub records: Vec<SnapshotRecord>,
    /// The ids of its records that this version cannot read; they are on it all the same.
    #[serde(skip)]
    pub others: Vec<RecordId>,
}

impl SnapshotPage {
    /// The last record on it; a page has them in the order of their ids.
    pub fn last(&self) -> Option<RecordId> {
        self.records.last().map(|record| record.id).max(self.others.last().copied())
    }
}

/// A record in a snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct SnapshotRecord {
    pub id: RecordId,
    pub kind: String,
    pub state: State,
    /// Generation and sequence number of the entry that first brought it, for a type for which that counts.
    pub arrival: Option<(u32, u64)>,
}

#[derive(Serialize, Deserialize)]
struct Padded(Bytes, Bytes);

/// The largest payload of a message in such a space, in bytes.
pub(super) fn payload_limit(role: Role) -> usize {
    let class = match role {
        Role::Own => OWN_SPACE_CLASS,
        Role::Couple => 65_536,
    };
    class - MLS_OVERHEAD - 16
}

/// The payload filled up so that the encrypted message just fits a size class.
pub(super) fn pad(payload: &Payload, role: Role) -> Vec<u8> {
    let bytes = encode(payload);
    let class = match role {
        Role::Own => OWN_SPACE_CLASS,
        Role::Couple => size_class(bytes.len() + MLS_OVERHEAD + 16).unwrap_or(65_536),
    };
    // Two byte strings in an array cost at most eleven bytes besides what they hold.
    let room = (class - MLS_OVERHEAD).saturating_sub(bytes.len() + 16);
    encode(&Padded(Bytes(bytes), Bytes(vec![0; room])))
}

/// A payload, of which each part may be of a later version.
#[derive(Deserialize)]
struct Parts {
    at: Position,
    operations: Vec<Value>,
    controls: Vec<Value>,
}

/// The same of a page.
#[derive(Deserialize)]
struct PageParts {
    removals: Vec<Value>,
    records: Vec<Value>,
}

/// The parts of a message or a page that this version cannot read.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Later {
    pub operations: Vec<Value>,
    pub controls: Vec<Value>,
    pub removals: Vec<Value>,
    pub records: Vec<Value>,
}

opaque!(Later);

impl Later {
    pub fn parts(&mut self) -> [&mut Vec<Value>; 4] {
        [&mut self.operations, &mut self.controls, &mut self.removals, &mut self.records]
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a message or a page holds several of.
pub(super) trait Part: DeserializeOwned {
    /// Whether it keeps to the rules that this version knows. A later one may have wider bounds.
    fn is_valid(&self) -> bool {
        true
    }
}

impl Part for Control {}

impl Part for Removal {}

impl Part for Operation {
    fn is_valid(&self) -> bool {
        self.validate().is_ok()
    }
}

impl Part for SnapshotRecord {
    fn is_valid(&self) -> bool {
        self.state.validate(self.id, &self.kind).is_ok()
    }
}

/// Those of `values` that this version can read and that keep to its rules; the others go to `later`.
pub(super) fn known<T: Part>(values: Vec<Value>, later: &mut Vec<Value>) -> Vec<T> {
    let mut known = Vec::new();
    for value in values {
        match value.deserialized::<T>() {
            Ok(part) if part.is_valid() => known.push(part),
            _ => later.push(value),
        }
    }
    known
}

/// The payload of a decrypted message, and the parts of it that only a later version can read; `None` when it is not of the expected form.
pub(super) fn unpad(bytes: &[u8]) -> Option<(Payload, Later)> {
    let Padded(bytes, _) = decode(bytes).ok()?;
    let Parts { at, operations, controls } = decode(&bytes).ok()?;
    let mut later = Later::default();
    let operations = known(operations, &mut later.operations);
    let controls = known(controls, &mut later.controls);
    Some((Payload { at, operations, controls }, later))
}

/// An encrypted message with its length before it, filled up with zeros to its size class: not even the header's length tells anything.
pub(super) fn fill(message: &[u8]) -> Vec<u8> {
    let size = message.len() + LENGTH_BYTES;
    fill_to(message, size_class(size).unwrap_or(size))
}

/// Bytes of the length before what is filled up.
const LENGTH_BYTES: usize = 4;

fn fill_to(bytes: &[u8], size: usize) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let mut filled = [length.to_be_bytes().as_slice(), bytes].concat();
    filled.resize(size.max(filled.len()), 0);
    filled
}

/// What [`fill`] or [`fill_to`] filled up; `None` for anything else.
pub(super) fn unfill(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk::<LENGTH_BYTES>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    rest.get(..length).filter(|_| rest[length..].iter().all(|byte| *byte == 0))
}

/// Seals a snapshot's page: ChaCha20-Poly1305 (RFC 8439) with a key that is used for these pages alone, and the page's place as nonce.
pub(super) fn seal_page(page: &SnapshotPage, key: &[u8; 32], index: u32) -> Vec<u8> {
    let bytes = encode(page);
    // Its size tells only roughly how much was ever written.
    let mut sealed = fill_to(&bytes, page_class(bytes.len() + LENGTH_BYTES + TAG_BYTES) - TAG_BYTES);
    let cipher = cipher(key);
    #[allow(clippy::expect_used)]
    cipher
        .seal_in_place_append_tag(nonce(index), Aad::from(b"Tend snapshot 1"), &mut sealed)
        .expect("a page is far below the cipher's bound");
    sealed
}

/// Bytes of the cipher's tag.
const TAG_BYTES: usize = 16;

/// The size that a sealed page of so many bytes is filled up to: 16 KiB and each power of two above, from half a MiB on whole eighths of it.
fn page_class(bytes: usize) -> usize {
    const EIGHTH: usize = 128 * 1024;
    if bytes <= 4 * EIGHTH { bytes.next_power_of_two().max(16 * 1024) } else { bytes.div_ceil(EIGHTH) * EIGHTH }
}

/// Opens a snapshot's page, with the parts of it that only a later version can read; `None` when it is not what was sealed.
pub(super) fn open_page(mut sealed: Vec<u8>, key: &[u8; 32], index: u32) -> Option<(SnapshotPage, Later)> {
    let padded = cipher(key).open_in_place(nonce(index), Aad::from(b"Tend snapshot 1"), &mut sealed).ok()?;
    read_page(padded)
}

fn read_page(filled: &[u8]) -> Option<(SnapshotPage, Later)> {
    let PageParts { removals, records } = decode(unfill(filled)?).ok()?;
    let mut later = Later::default();
    let removals = known(removals, &mut later.removals);
    let records = known(records, &mut later.records);
    let others = later.records.iter().filter_map(record_id).collect();
    Some((SnapshotPage { removals, records, others }, later))
}

/// The id of a record of which nothing else can be read.
fn record_id(record: &Value) -> Option<RecordId> {
    let (_, id) = record.as_map()?.iter().find(|(name, _)| name.as_text() == Some("id"))?;
    id.deserialized().ok()
}

#[allow(clippy::expect_used)]
fn cipher(key: &[u8; 32]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, key).expect("the key has the cipher's length"))
}

fn nonce(index: u32) -> Nonce {
    let mut nonce = [0; 12];
    nonce[8..].copy_from_slice(&index.to_be_bytes());
    Nonce::assume_unique_for_key(nonce)
}

/// A new key for a snapshot.
pub(super) fn snapshot_key(entropy: &dyn Entropy) -> [u8; 32] {
    entropy.bytes()
}

#[cfg(test)]
mod tests;
