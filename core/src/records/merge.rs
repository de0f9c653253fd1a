use std::collections::{BTreeMap, BTreeSet};

use ciborium::Value;
use serde::{Deserialize, Serialize};

use super::{Action, Context, Field, Invalid, Operation, OperationId, RecordId, Stamp, operation::MAX_DEVICES};

/// What all operations on a record come to. The same operations give the same state, in any order and any number of times:
/// a state holds those writes that no other operation had seen, and what was ever seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The writes that no other operation replaces, by stamp: one, or several that were made at once.
    writes: BTreeMap<Stamp, Write>,
    /// The deletions that no other operation had seen.
    deletions: BTreeMap<Stamp, Deletion>,
    /// All that was seen.
    context: Context,
    /// The first deletion for good, by stamp: nothing comes after it.
    purge: Option<(Stamp, Deletion)>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Deletion {
    id: OperationId,
    seen: Context,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Write {
    id: OperationId,
    seen: Context,
    fields: BTreeMap<String, Field>,
}

/// What a person sees of a record, with all writes merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Each field's versions, the winning one first. Only text that was edited at once has more than one.
    pub fields: BTreeMap<String, Versions>,
    /// Whether somebody deleted the record while somebody else edited it: it is back, and is to say so.
    pub revived: bool,
}

/// A field's versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Versions {
    /// See [`Field::text`].
    pub text: bool,
    /// By stamp, the last first.
    pub values: Vec<(Stamp, Value)>,
}

impl State {
    /// Applies a valid operation. Returns whether anything changed: an operation that was applied, or replaced, changes nothing.
    pub fn apply(&mut self, operation: &Operation) -> bool {
        if self.context.covers(operation.stamp) {
            return false;
        }
        let deletion = || Deletion { id: operation.id, seen: operation.seen.clone() };
        if self.purge.is_some() {
            self.context.join(&operation.seen);
            self.context.add(operation.stamp);
            if operation.action == Action::Purge {
                self.purge_at(operation.stamp, deletion());
            }
            return false;
        }
        self.writes.retain(|stamp, _| !operation.seen.covers(*stamp));
        self.deletions.retain(|stamp, _| !operation.seen.covers(*stamp));
        self.context.join(&operation.seen);
        self.context.add(operation.stamp);
        match &operation.action {
            Action::Set(fields) => {
                let write = Write { id: operation.id, seen: operation.seen.clone(), fields: fields.clone() };
                self.writes.insert(operation.stamp, write);
            }
            Action::Delete => {
                self.deletions.insert(operation.stamp, deletion());
            }
            Action::Purge => self.purge_at(operation.stamp, deletion()),
        }
        true
    }

    /// Merges another state of the same record: as if all operations behind it were applied. Returns whether anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let before = self.clone();
        if let Some((stamp, deletion)) = &other.purge {
            self.purge_at(*stamp, deletion.clone());
        }
        if self.purge.is_some() {
            self.context.join(&other.context);
            return *self != before;
        }
        self.writes.retain(|stamp, _| other.writes.contains_key(stamp) || !other.context.covers(*stamp));
        self.deletions.retain(|stamp, _| other.deletions.contains_key(stamp) || !other.context.covers(*stamp));
        for (stamp, write) in &other.writes {
            if !before.context.covers(*stamp) {
                self.writes.insert(*stamp, write.clone());
            }
        }
        for (stamp, deletion) in &other.deletions {
            if !before.context.covers(*stamp) {
                self.deletions.insert(*stamp, deletion.clone());
            }
        }
        self.context.join(&other.context);
        *self != before
    }

    fn purge_at(&mut self, stamp: Stamp, deletion: Deletion) {
        if self.purge.as_ref().is_none_or(|(first, _)| stamp < *first) {
            self.purge = Some((stamp, deletion));
        }
        self.writes.clear();
        self.deletions.clear();
    }

    /// Judges a state that another device sent.
    ///
    /// # Errors
    /// [`Invalid`], naming the rule.
    pub fn validate(&self) -> Result<(), Invalid> {
        let covered = self.writes.keys().chain(self.deletions.keys()).all(|stamp| self.context.covers(*stamp));
        let bounded = self.writes.len() <= MAX_DEVICES && self.context.len() <= MAX_DEVICES;
        let counted = self.context.stamps().all(|stamp| stamp.counter <= Stamp::MAX_COUNTER);
        if covered && bounded && counted { Ok(()) } else { Err(Invalid("a state is in bounds")) }
    }

    /// Whether a person still sees the record.
    pub fn is_live(&self) -> bool {
        !self.writes.is_empty()
    }

    /// Whether the record was deleted for good.
    pub fn is_purged(&self) -> bool {
        self.purge.is_some()
    }

    /// The operation with this name as it was made, if the state still stands on it: to send it, however often.
    pub fn operation(&self, record: RecordId, kind: &str, id: OperationId) -> Option<Operation> {
        let make = |stamp: &Stamp, seen: &Context, action| Operation {
            id,
            record,
            kind: kind.into(),
            stamp: *stamp,
            seen: seen.clone(),
            action,
        };
        let write = self.writes.iter().find(|(_, write)| write.id == id);
        let deletion = self.deletions.iter().find(|(_, deletion)| deletion.id == id);
        let purge = self.purge.as_ref().filter(|(_, purge)| purge.id == id);
        write
            .map(|(stamp, write)| make(stamp, &write.seen, Action::Set(write.fields.clone())))
            .or_else(|| deletion.map(|(stamp, deletion)| make(stamp, &deletion.seen, Action::Delete)))
            .or_else(|| purge.map(|(stamp, purge)| make(stamp, &purge.seen, Action::Purge)))
    }

    /// All that was seen: the context of the next operation.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The names of the writes that it holds, with their stamps.
    pub fn writes(&self) -> impl Iterator<Item = (Stamp, OperationId)> + '_ {
        self.writes.iter().map(|(stamp, write)| (*stamp, write.id))
    }

    /// The fields as a person sees them; `None` for a tombstone.
    pub fn shown(&self) -> Option<Shown> {
        if self.writes.is_empty() {
            return None;
        }
        let names: BTreeSet<&String> = self.writes.values().flat_map(|write| write.fields.keys()).collect();
        let fields = names.into_iter().map(|name| (name.clone(), self.field(name))).collect();
        Some(Shown { fields, revived: !self.deletions.is_empty() })
    }

    /// A version stands until a write that had seen it came without it.
    fn field(&self, name: &str) -> Versions {
        let carried = |write: &Write| write.fields.get(name).map(|field| field.versions.clone()).unwrap_or_default();
        let replaced = |stamp: Stamp| {
            self.writes.values().any(|write| write.seen.covers(stamp) && !carried(write).contains_key(&stamp))
        };
        let mut values: BTreeMap<Stamp, Value> = self.writes.values().flat_map(carried).collect();
        values.retain(|stamp, _| !replaced(*stamp));
        let text = self.writes.values().filter_map(|write| write.fields.get(name)).any(|field| field.text);
        // The same words written twice are one version.
        let mut said = BTreeSet::new();
        let mut values: Vec<_> =
            values.into_iter().rev().filter(|(_, value)| said.insert(tend_protocol::encode(value))).collect();
        if !text {
            values.truncate(1);
        }
        Versions { text, values }
    }
}
