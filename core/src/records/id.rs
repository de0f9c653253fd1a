use std::{collections::BTreeMap, fmt};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, EntryId, Hash};

use crate::days::days_between;

/// A record, by 16 bytes that are made from its [`Origin`](super::Origin): unique, no matter who else writes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(#[serde(with = "serde_bytes")] pub [u8; 16]);

impl RecordId {
    /// An id that begins with a day, so that a list of the latest reads no others.
    pub fn on_day(day: Date, rest: [u8; 12]) -> Self {
        let days = days_between(jiff::civil::date(1970, 1, 1), day);
        let mut id = [0; 16];
        // Shifted so that earlier days come first, those before 1970 too.
        id[..4].copy_from_slice(&(days + (1 << 31)).to_be_bytes()[4..]);
        id[4..].copy_from_slice(&rest);
        Self(id)
    }

    /// The first 16 bytes of a SHA-256 over the label, which says what it is for, and the bytes: the same wherever it is made.
    pub(crate) fn derived(label: &[u8], bytes: &[u8]) -> Self {
        let hash = Hash::of(&[label, bytes].concat());
        let mut id = [0; 16];
        id.copy_from_slice(&hash.0[..16]);
        Self(id)
    }

    /// What it begins with: a day, or zeros.
    pub(super) fn day(self) -> [u8; 4] {
        let [a, b, c, d, ..] = self.0;
        [a, b, c, d]
    }

    /// The id as 32 hexadecimal digits: how shells name a record.
    pub fn to_hex(&self) -> String {
        EntryId(self.0).to_hex()
    }

    /// The id that [`Self::to_hex`] wrote; `None` for anything else.
    pub fn from_hex(text: &str) -> Option<Self> {
        EntryId::from_hex(text).map(|id| Self(id.0))
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, ..] = self.0;
        write!(f, "RecordId({a:02x}{b:02x}{c:02x}…)")
    }
}

/// When an operation happened to a record, by cause and not by clock: its counter is one more than the highest that its device had
/// seen of that record. Of two, the greater wins; equal counters are told apart by the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// From 1 to [`Stamp::MAX_COUNTER`].
    pub counter: u64,
    /// The device that made the operation.
    pub device: DeviceId,
}

impl Stamp {
    /// No honest device counts so far; a greater counter is not valid. A device that jumps to it ends the editing of that one record, which
    /// can still be deleted for good.
    pub const MAX_COUNTER: u64 = 1 << 40;

    /// Whether the counter is from 1 to [`Self::MAX_COUNTER`].
    pub(super) fn is_bounded(self) -> bool {
        (1..=Self::MAX_COUNTER).contains(&self.counter)
    }
}

/// Which operations on a record somebody has seen: for each device the counter of the last. A device's operations on a record have
/// rising counters, and each has seen the ones before, so the last stands for all.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Context(BTreeMap<DeviceId, u64>);

impl Context {
    /// Whether the operation with this stamp was seen.
    pub fn covers(&self, stamp: Stamp) -> bool {
        self.0.get(&stamp.device).is_some_and(|counter| stamp.counter <= *counter)
    }

    /// Adds one operation. Returns whether it is new.
    pub fn add(&mut self, stamp: Stamp) -> bool {
        let counter = self.0.entry(stamp.device).or_default();
        let new = *counter < stamp.counter;
        *counter = stamp.counter.max(*counter);
        new
    }

    /// Adds all that another has seen. Returns whether anything of it is new.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut new = false;
        for stamp in other.stamps() {
            new |= self.add(stamp);
        }
        new
    }

    /// The last stamp of each device.
    pub fn stamps(&self) -> impl Iterator<Item = Stamp> + '_ {
        self.0.iter().map(|(device, counter)| Stamp { counter: *counter, device: *device })
    }

    /// The stamp of `device`'s next operation. It is out of bounds when a counter here is at the bound or above.
    pub fn next(&self, device: DeviceId) -> Stamp {
        Stamp { counter: self.0.values().max().map_or(1, |highest| highest.saturating_add(1)), device }
    }

    /// Whether it names the device.
    pub(super) fn names(&self, device: DeviceId) -> bool {
        self.0.contains_key(&device)
    }

    /// How many devices it names.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was seen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
