use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, encode};

use super::{
    Action, Context, Field, Invalid, Operation, OperationId, Origin, RecordId, Stamp,
    operation::{MAX_DEVICES, rule, validate_record},
};

/// What all operations on a record come to: the same operations give the same state, in any order, any number of times, alone or
/// merged into other states before.
///
/// It holds the operations that no other had seen, with their content, and the stamps of all that was seen: at most one operation of each
/// device, since a later one replaces an earlier one of the same device whatever it claims to have seen. A record that is over holds
/// nothing but how it ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Whose the record is. It stays when all else is gone.
    origin: Origin,
    /// The writes and deletions that no other operation replaces: one, or several that were made at once.
    heads: BTreeMap<Stamp, Head>,
    /// All that was seen.
    context: Context,
    end: Option<End>,
}

/// How a record ended, for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum End {
    /// Its operations name more than [`MAX_DEVICES`] devices, as no honest ones do. More operations never name fewer, so every device that
    /// gets them comes to this, whatever the order.
    Overfull,
    /// The first deletion for good, of several that were made at once.
    Purged(Purge),
}

/// A write or a deletion: what its operation has besides the stamp.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Head {
    id: OperationId,
    pub(super) seen: Context,
    /// What it writes; `None` of a deletion.
    pub(super) fields: Option<BTreeMap<String, Field>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Purge {
    stamp: Stamp,
    id: OperationId,
    seen: Context,
}

impl State {
    /// A record before its first operation.
    pub fn new(origin: Origin) -> Self {
        Self { origin, heads: BTreeMap::new(), context: Context::default(), end: None }
    }

    /// Applies a valid operation. Returns whether anything changed: an operation that was applied, or replaced, changes nothing.
    pub fn apply(&mut self, operation: &Operation) -> bool {
        self.join(&Self::of(operation))
    }

    /// What one operation alone comes to.
    pub(crate) fn of(operation: &Operation) -> Self {
        let (id, stamp, seen) = (operation.id, operation.stamp, operation.seen.clone());
        let empty = Self::new(operation.origin);
        let fields = match &operation.action {
            Action::Set(fields) => Some(fields.clone()),
            Action::Delete => None,
            Action::Purge => return Self { end: Some(End::Purged(Purge { stamp, id, seen })), ..empty },
        };
        let mut context = seen.clone();
        context.add(stamp);
        Self { heads: BTreeMap::from([(stamp, Head { id, seen, fields })]), context, ..empty }.bounded()
    }

    /// Merges another state of the same record: as if all operations behind it were applied. Returns whether anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        if self.end.is_some() || other.end.is_some() {
            return self.join_end(other);
        }
        let had = self.heads.len();
        // What the other has seen and holds no more was replaced there.
        self.heads.retain(|stamp, _| other.heads.contains_key(stamp) || !other.context.covers(*stamp));
        let mut changed = self.heads.len() != had;
        for (stamp, head) in &other.heads {
            let takes = match self.heads.get(stamp) {
                Some(mine) => head.outranks(mine),
                None => !self.context.covers(*stamp),
            };
            if takes {
                self.heads.insert(*stamp, head.clone());
                changed = true;
            }
        }
        changed |= self.context.join(&other.context);
        *self = std::mem::replace(self, Self::new(self.origin)).bounded();
        changed
    }

    fn bounded(self) -> Self {
        let overfull = self.context.len() > MAX_DEVICES;
        if overfull { Self { end: Some(End::Overfull), ..Self::new(self.origin) } } else { self }
    }

    /// Nothing but the end stays, and of several the first deletion for good: whatever came before, or was made without knowing of it, is
    /// deleted too.
    fn join_end(&mut self, other: &Self) -> bool {
        let purge = self.purge().into_iter().chain(other.purge()).min().cloned();
        let end = Some(purge.map_or(End::Overfull, End::Purged));
        if self.end == end {
            return false;
        }
        *self = Self { end, ..Self::new(self.origin) };
        true
    }

    fn purge(&self) -> Option<&Purge> {
        match &self.end {
            Some(End::Purged(purge)) => Some(purge),
            _ => None,
        }
    }

    /// Whose the record is.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Whether it can still be changed: nothing has ended it, and its counters are far from their bound.
    pub(crate) fn leaves_room(&self) -> bool {
        self.end.is_none() && self.context.stamps().all(|stamp| stamp.counter < Stamp::MAX_COUNTER / 2)
    }

    /// Whether a person still sees the record.
    pub fn is_live(&self) -> bool {
        self.writes().next().is_some()
    }

    /// The operation that deleted the record for good.
    pub(crate) fn purged_by(&self) -> Option<OperationId> {
        self.purge().map(|purge| purge.id)
    }

    /// Whether the record is over: deleted for good, or past its bounds. Nothing changes it any more.
    pub fn is_over(&self) -> bool {
        self.end.is_some()
    }

    /// Whether the record was deleted for good.
    pub fn is_purged(&self) -> bool {
        self.purge().is_some()
    }

    /// All that was seen: the context of the next operation. Empty of a record that is over, which nothing comes after.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The names of the writes that it holds, with their stamps.
    pub fn writes(&self) -> impl Iterator<Item = (Stamp, OperationId)> + '_ {
        self.heads.iter().filter(|(_, head)| head.fields.is_some()).map(|(stamp, head)| (*stamp, head.id))
    }

    pub(super) fn heads(&self) -> &BTreeMap<Stamp, Head> {
        &self.heads
    }

    /// The operation with this name as it was made, if the state still stands on it: to send it, however often.
    pub fn operation(&self, record: RecordId, kind: &str, id: OperationId) -> Option<Operation> {
        let make = |stamp: Stamp, seen: &Context, action| Operation {
            id,
            record,
            kind: kind.into(),
            origin: self.origin,
            stamp,
            seen: seen.clone(),
            action,
        };
        if let Some(purge) = self.purge().filter(|purge| purge.id == id) {
            return Some(make(purge.stamp, &purge.seen, Action::Purge));
        }
        let (stamp, head) = self.heads.iter().find(|(_, head)| head.id == id)?;
        let action = head.fields.clone().map_or(Action::Delete, Action::Set);
        Some(make(*stamp, &head.seen, action))
    }

    /// The devices whose operations it stands on.
    pub(crate) fn devices(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.heads.keys().map(|stamp| stamp.device).chain(self.purge().map(|purge| purge.id.device))
    }

    /// Checks a state of that record which another device sent, by its own bytes alone. Each operation in it must be valid, none of them may have seen
    /// another one, and its context must cover them all. A device that writes a snapshot leaves out a state that is not valid.
    ///
    /// # Errors
    /// [`Invalid`], naming the rule.
    pub fn validate(&self, record: RecordId, kind: &str) -> Result<(), Invalid> {
        validate_record(record, kind, &self.origin)?;
        if self.end.is_some() {
            rule(self.heads.is_empty() && self.context.is_empty(), "a record that is over has nothing else")?;
            let purge = self.purge().map(|purge| Operation::validate_stamp(purge.id, purge.stamp, &purge.seen));
            return purge.unwrap_or(Ok(()));
        }
        rule(!self.heads.is_empty() || self.context.is_empty(), "what was seen ends in an operation")?;
        rule(self.context.len() <= MAX_DEVICES, "the number of devices is in bounds")?;
        rule(self.context.stamps().all(Stamp::is_bounded), "a seen counter is in bounds")?;
        for (stamp, head) in &self.heads {
            Operation::validate_stamp(head.id, *stamp, &head.seen)?;
            let covered = self.context.covers(*stamp) && head.seen.stamps().all(|seen| self.context.covers(seen));
            rule(covered, "an operation and what it had seen were seen")?;
            let replaces =
                |(of, other): (&Stamp, &Head)| of != stamp && (of.device == stamp.device || other.seen.covers(*stamp));
            rule(!self.heads.iter().any(replaces), "an operation that was seen by another is replaced")?;
            if let Some(fields) = &head.fields {
                Operation::validate_fields(fields, *stamp, &head.seen)?;
            }
        }
        Ok(())
    }
}

impl Head {
    /// One device gave one stamp twice, as a store that was copied and used in two places does: everyone keeps the same of the two.
    fn outranks(&self, other: &Self) -> bool {
        let rank = |head: &Self| (head.fields.is_some(), encode(head));
        self != other && rank(self) > rank(other)
    }
}
