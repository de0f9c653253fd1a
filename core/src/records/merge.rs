use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tend_protocol::encode;

use super::{
    Action, Context, Field, Invalid, Operation, OperationId, RecordId, Stamp,
    operation::{MAX_DEVICES, rule},
};

/// Devices that a state may name: more than one operation may, since operations that were made at once may each name others.
const MAX_SEEN: usize = 1024;

/// What all operations on a record come to: the same operations give the same state, in any order, any number of times, alone or
/// merged into other states before.
///
/// It holds the operations that no other had seen, with their content, and the stamps of all that was seen. A record that was deleted
/// for good holds nothing but that deletion.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The writes and deletions that no other operation replaces: one, or several that were made at once.
    heads: BTreeMap<Stamp, Head>,
    /// All that was seen.
    context: Context,
    /// The first deletion for good, of several that were made at once.
    purge: Option<Purge>,
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
    /// Applies a valid operation. Returns whether anything changed: an operation that was applied, or replaced, changes nothing.
    pub fn apply(&mut self, operation: &Operation) -> bool {
        self.join(&Self::of(operation))
    }

    /// What one operation alone comes to.
    pub(crate) fn of(operation: &Operation) -> Self {
        let (id, stamp, seen) = (operation.id, operation.stamp, operation.seen.clone());
        let fields = match &operation.action {
            Action::Set(fields) => Some(fields.clone()),
            Action::Delete => None,
            Action::Purge => return Self { purge: Some(Purge { stamp, id, seen }), ..Self::default() },
        };
        let mut context = seen.clone();
        context.add(stamp);
        Self { heads: BTreeMap::from([(stamp, Head { id, seen, fields })]), context, purge: None }
    }

    /// Merges another state of the same record: as if all operations behind it were applied. Returns whether anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        if self.purge.is_some() || other.purge.is_some() {
            return self.join_purge(other);
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
        self.context.join(&other.context) | changed
    }

    /// Nothing but the first deletion for good stays: whatever came before, or was made without knowing of it, is deleted too.
    fn join_purge(&mut self, other: &Self) -> bool {
        let purge = self.purge.iter().chain(&other.purge).min().cloned();
        if self.purge == purge {
            return false;
        }
        *self = Self { purge, ..Self::default() };
        true
    }

    /// Whether a person still sees the record.
    pub fn is_live(&self) -> bool {
        self.writes().next().is_some()
    }

    /// The operation that deleted the record for good.
    pub(crate) fn purged_by(&self) -> Option<OperationId> {
        self.purge.as_ref().map(|purge| purge.id)
    }

    /// Whether the record was deleted for good.
    pub fn is_purged(&self) -> bool {
        self.purge.is_some()
    }

    /// All that was seen: the context of the next operation. Empty after a deletion for good, which nothing comes after.
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
            stamp,
            seen: seen.clone(),
            action,
        };
        if let Some(purge) = self.purge.as_ref().filter(|purge| purge.id == id) {
            return Some(make(purge.stamp, &purge.seen, Action::Purge));
        }
        let (stamp, head) = self.heads.iter().find(|(_, head)| head.id == id)?;
        let action = head.fields.clone().map_or(Action::Delete, Action::Set);
        Some(make(*stamp, &head.seen, action))
    }

    /// Checks a state that another device sent, by its own bytes alone. Each operation in it must be valid, none of them may have seen
    /// another one, and its context must cover them all. A device that writes a snapshot leaves out a state that is not valid.
    ///
    /// # Errors
    /// [`Invalid`], naming the rule.
    pub fn validate(&self) -> Result<(), Invalid> {
        if let Some(purge) = &self.purge {
            rule(
                self.heads.is_empty() && self.context.is_empty(),
                "a record that is deleted for good has nothing else",
            )?;
            return Operation::validate_origin(purge.id, purge.stamp, &purge.seen);
        }
        rule(!self.heads.is_empty() || self.context.is_empty(), "what was seen ends in an operation")?;
        rule(self.heads.len() <= MAX_DEVICES, "the number of operations at once is in bounds")?;
        rule(self.context.len() <= MAX_SEEN, "the number of devices is in bounds")?;
        rule(self.context.stamps().all(Stamp::is_bounded), "a seen counter is in bounds")?;
        for (stamp, head) in &self.heads {
            Operation::validate_origin(head.id, *stamp, &head.seen)?;
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
