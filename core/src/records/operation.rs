use std::collections::BTreeMap;

use ciborium::Value;
use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, encode};

use super::{
    Context, Origin, RecordId, Stamp,
    list::{is_list, joined},
};

/// Fields of one record.
pub const MAX_FIELDS: usize = 64;
/// Bytes of a field's name.
pub const MAX_NAME: usize = 64;
/// Devices that a record's operations may name, all of them together.
pub const MAX_DEVICES: usize = 64;
/// How deep arrays, maps and tags may be nested in one value: an operation is decoded inside a message, and what it writes
/// inside a state and a snapshot, with bounded nesting each.
pub const MAX_NESTING: usize = 8;
/// Bytes of one encoded operation: one always fits a message of the own space's size class.
pub const MAX_OPERATION: usize = 14 * 1024;

/// An operation that no honest device makes. Which rule it breaks is its `&str`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an operation is not valid: {0}")]
pub struct Invalid(pub &'static str);

/// An operation's name: made once, with the intent, however often it travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OperationId {
    /// The device that made it.
    pub device: DeviceId,
    /// That device's count of its operations in the space: 1 for the first.
    pub counter: u64,
}

/// A change of one record. It carries the whole record, so that a concurrent deletion can be undone by it alone; each field keeps the
/// stamp of the operation that last changed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// Its name.
    pub id: OperationId,
    /// The record.
    pub record: RecordId,
    /// The name of the record's type; one that this version does not know is kept and passed on.
    pub kind: String,
    /// Whose the record is; its id is made from it.
    pub origin: Origin,
    /// When it happened.
    pub stamp: Stamp,
    /// What its device had seen of the record: what it replaces.
    pub seen: Context,
    /// What it does.
    pub action: Action,
}

/// What an operation does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Writes the record.
    Set(BTreeMap<String, Field>),
    /// Deletes what its device had seen. A concurrent edit brings the record back.
    Delete,
    /// Deletes for good: an edit that was not seen is deleted too.
    Purge,
}

/// A field of a record.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Whether both people edit its text, so that a concurrent edit keeps both versions. Of a field that is neither text nor a list the last
    /// version wins.
    pub text: bool,
    /// Whether it is a list or a map whose elements count one by one: what two devices add to it at once is all there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub list: bool,
    /// Its versions by stamp. More than one only for text that was edited at once and not settled yet, and for a list: there each has the
    /// elements that its operation added and that nobody took out since.
    pub versions: BTreeMap<Stamp, Value>,
}

opaque!(Field);

impl Field {
    /// The version that wins, and of a list all elements.
    pub fn value(&self) -> Option<Value> {
        let mut values = self.versions.values();
        if self.list { joined(values) } else { values.next_back().cloned() }
    }
}

impl Operation {
    /// Checks the operation by its own bytes alone, never by a clock or by what else is known.
    ///
    /// # Errors
    /// [`Invalid`], naming the rule.
    pub fn validate(&self) -> Result<(), Invalid> {
        Self::validate_stamp(self.id, self.stamp, &self.seen)?;
        validate_record(self.record, &self.kind, &self.origin)?;
        if let Action::Set(fields) = &self.action {
            Self::validate_fields(fields, self.stamp, &self.seen)?;
        }
        rule(encode(self).len() <= MAX_OPERATION, "the operation's size is in bounds")
    }

    /// The rules of an operation's name, stamp and context.
    pub(super) fn validate_stamp(id: OperationId, stamp: Stamp, seen: &Context) -> Result<(), Invalid> {
        rule(id.device == stamp.device, "the name and the stamp are of one device")?;
        rule((1..=Stamp::MAX_COUNTER).contains(&id.counter), "the operation's counter is in bounds")?;
        let devices = seen.len() + usize::from(!seen.names(stamp.device));
        rule(devices <= MAX_DEVICES, "the number of devices is in bounds")?;
        rule(seen.stamps().all(Stamp::is_bounded), "a seen counter is in bounds")?;
        rule(stamp.is_bounded(), "the stamp's counter is in bounds")?;
        rule(stamp == seen.next(stamp.device), "the stamp follows what was seen")
    }

    /// The rules of what an operation with this stamp and context writes.
    pub(super) fn validate_fields(
        fields: &BTreeMap<String, Field>,
        stamp: Stamp,
        seen: &Context,
    ) -> Result<(), Invalid> {
        rule((1..=MAX_FIELDS).contains(&fields.len()), "the number of fields is in bounds")?;
        for (name, field) in fields {
            rule((1..=MAX_NAME).contains(&name.len()), "a field's name is in bounds")?;
            rule(!field.versions.is_empty(), "a field has a version")?;
            rule(field.text || field.list || field.versions.len() == 1, "only text and lists have several versions")?;
            rule(!field.list || (!field.text && field.versions.values().all(is_list)), "a list has elements")?;
            let known = |version: &Stamp| *version == stamp || (version.is_bounded() && seen.covers(*version));
            rule(field.versions.keys().all(known), "a version is of the operation or was seen by it")?;
            rule(field.versions.values().all(|value| is_plain(value, MAX_NESTING)), "a value is plain")?;
        }
        rule(encode(fields).len() + encode(seen).len() <= MAX_OPERATION, "the operation's size is in bounds")
    }
}

/// Checks the name of a record's type, and that the id is made from the origin: then no other record has it, of whatever type or author.
///
/// # Errors
/// [`Invalid`], naming the rule.
pub fn validate_record(record: RecordId, kind: &str, origin: &Origin) -> Result<(), Invalid> {
    rule((1..=MAX_NAME).contains(&kind.len()), "the type's name is in bounds")?;
    rule(origin.is_of(record, kind), "the id is made from the origin")
}

pub(super) fn rule(holds: bool, name: &'static str) -> Result<(), Invalid> {
    if holds { Ok(()) } else { Err(Invalid(name)) }
}

/// Whether a value is equal to itself, which no number "not a number" is, and is nested so little that it can be decoded wherever an operation
/// is carried.
fn is_plain(value: &Value, nesting: usize) -> bool {
    match value {
        Value::Float(number) => !number.is_nan(),
        Value::Tag(_, inner) => nesting > 0 && is_plain(inner, nesting - 1),
        Value::Array(items) => nesting > 0 && items.iter().all(|item| is_plain(item, nesting - 1)),
        Value::Map(pairs) => {
            let plain = |item| is_plain(item, nesting - 1);
            nesting > 0 && pairs.iter().all(|(key, value)| plain(key) && plain(value))
        }
        _ => true,
    }
}
