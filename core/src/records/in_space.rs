use std::marker::PhantomData;

use jiff::civil::Date;
use tend_protocol::{DeviceId, SpaceId, decode, encode};

use super::{
    Action, Couple, Found, Home, Operation, OperationId, Own, Record, RecordId, RecordType, RecordTypes, Shared, Shown,
    State,
    typed::{carry, copy, remove, set, settle},
};
use crate::store::{StoreError, StoredRecord, Transaction};

/// Why a record could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// There is no such record, or no longer.
    #[error("there is no such record")]
    NotFound,
    /// The change is over a bound.
    #[error(transparent)]
    Invalid(#[from] super::Invalid),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads and writes the records of one space, inside a transaction. `H` says which space it is: what may be put there follows from the
/// record's type. Every function can fail with [`RecordError::Store`]; only other errors are named at a function.
#[derive(Debug)]
pub struct Records<'t, H> {
    tx: &'t Transaction<'t>,
    space: SpaceId,
    device: DeviceId,
    home: PhantomData<H>,
}

impl<'t, H: Home> Records<'t, H> {
    pub(crate) fn new(tx: &'t Transaction<'t>, space: SpaceId, device: DeviceId) -> Self {
        Self { tx, space, device, home: PhantomData }
    }

    /// The record, if a person still sees it.
    pub fn find<R: Record>(&self, id: RecordId) -> Result<Option<Found<R>>, RecordError> {
        let Some(stored) = self.tx.record(self.space, id)?.filter(|stored| stored.kind == R::KIND) else {
            return Ok(None);
        };
        Ok(read(&stored)?)
    }

    /// All records of the type that a person sees, in the order of their ids. One that does not fit its type, as a newer version may
    /// have written it, is passed over.
    pub fn all<R: Record>(&self) -> Result<Vec<Found<R>>, RecordError> {
        self.from(RecordId([0; 16]))
    }

    /// As [`Self::all`], without those whose ids begin with an earlier day ([`RecordId::on_day`]).
    pub fn since<R: Record>(&self, day: Date) -> Result<Vec<Found<R>>, RecordError> {
        self.from(RecordId::on_day(day, [0; 12]))
    }

    /// All that a person sees of the type, as it is shown, without those whose ids begin with an earlier day.
    pub fn shown_since(&self, record_type: &RecordType, day: Date) -> Result<Vec<(RecordId, Shown)>, RecordError> {
        let stored = self.tx.live_records_from(self.space, record_type.name, record_type.since(day))?;
        let shown = stored.iter().map(|stored| Ok(state(stored)?.shown().map(|shown| (stored.id, shown))));
        shown.filter_map(Result::transpose).collect()
    }

    /// The place in the log's order at which a record of an ordered type came ([`Record::ORDERED`]); `None` while the server has not taken
    /// it.
    pub fn arrival(&self, id: RecordId) -> Result<Option<(u32, u64)>, RecordError> {
        Ok(self.tx.arrival(self.space, id)?)
    }

    fn from<R: Record>(&self, id: RecordId) -> Result<Vec<Found<R>>, RecordError> {
        let stored = self.tx.live_records_from(self.space, R::KIND, id)?;
        Ok(stored.iter().map(read).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// Deletes a record: a concurrent edit that was not seen here brings it back.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when there is no such record, or no longer.
    pub fn delete<R: Record>(&self, id: RecordId) -> Result<(), RecordError> {
        self.take_away::<R>(id, Action::Delete)
    }

    /// Deletes a record for good, also against concurrent edits, and asks the store to keep nothing of it.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when there is no such record, or no longer.
    pub fn purge<R: Record>(&self, id: RecordId) -> Result<(), RecordError> {
        self.take_away::<R>(id, Action::Purge)?;
        Ok(self.tx.ask_for_checkpoint()?)
    }

    /// Merges what another space knew of a record, as it is, and tells the devices of this one.
    pub(crate) fn adopt(&self, id: RecordId, kind: &str, other: &State) -> Result<(), RecordError> {
        let Some((state, true)) = merge(self.tx, self.space, id, kind, other)? else { return Ok(()) };
        if let Some(purge) = state.purged_by() {
            if purge.device == self.device {
                self.tx.note_own_operation(self.space, id, purge.counter)?;
            }
            return Ok(());
        }
        // An operation of this device's own carries all of it to the others.
        if !state.is_live() {
            return Ok(());
        }
        let operation = carry(self.next()?, id, kind, &state);
        self.apply(state, &operation)
    }

    /// Writes what another space shows of a record, if its type may be here.
    pub(crate) fn copy(&self, id: RecordId, record_type: &RecordType, shown: Shown) -> Result<(), RecordError> {
        if !H::SHARED || record_type.shared {
            self.apply(State::default(), &copy(self.next()?, id, record_type.name, shown))?;
        }
        Ok(())
    }

    fn take_away<R: Record>(&self, id: RecordId, action: Action) -> Result<(), RecordError> {
        let state = self.state::<R>(id)?;
        if !state.is_live() {
            return Err(RecordError::NotFound);
        }
        self.apply(state.clone(), &remove::<R>(self.next()?, id, &state, action))
    }

    fn write<R: Record>(&self, id: RecordId, value: &R) -> Result<(), RecordError> {
        let state = self.state::<R>(id)?;
        self.apply(state.clone(), &set(self.next()?, id, &state, value))
    }

    fn write_settled<R: Record>(&self, id: RecordId, value: &R) -> Result<(), RecordError> {
        let state = self.state::<R>(id)?;
        self.apply(state.clone(), &settle(self.next()?, id, &state, value))
    }

    /// The state of a record before a change; an empty one for a new record. A record of another type, or one that was deleted for good,
    /// cannot be changed.
    fn state<R: Record>(&self, id: RecordId) -> Result<State, RecordError> {
        let Some(stored) = self.tx.record(self.space, id)? else { return Ok(State::default()) };
        let state = state(&stored)?;
        if stored.kind != R::KIND || state.is_purged() {
            return Err(RecordError::NotFound);
        }
        Ok(state)
    }

    fn next(&self) -> Result<OperationId, RecordError> {
        Ok(OperationId { device: self.device, counter: self.tx.next_operation(self.space)? })
    }

    fn apply(&self, mut state: State, operation: &Operation) -> Result<(), RecordError> {
        operation.validate()?;
        state.apply(operation);
        put(self.tx, self.space, operation.record, &operation.kind, &state)?;
        Ok(self.tx.note_own_operation(self.space, operation.record, operation.id.counter)?)
    }
}

impl Records<'_, Own> {
    /// Creates or changes a record.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when the id belongs to a record of another type, or to one that was deleted for good;
    /// [`RecordError::Invalid`] when the value is too large.
    pub fn put<R: Record>(&self, id: RecordId, value: &R) -> Result<(), RecordError> {
        self.write(id, value)
    }

    /// As [`Self::put`], and settles text of which several versions were written at once.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub fn put_settled<R: Record>(&self, id: RecordId, value: &R) -> Result<(), RecordError> {
        self.write_settled(id, value)
    }
}

impl Records<'_, Couple> {
    /// Creates or changes a record of a shared type.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when the id belongs to a record of another type, or to one that was deleted for good;
    /// [`RecordError::Invalid`] when the value is too large.
    pub fn put<R: Shared>(&self, id: RecordId, value: &R) -> Result<(), RecordError> {
        self.write(id, value)
    }

    /// As [`Self::put`], and settles text of which several versions were written at once.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub fn put_settled<R: Shared>(&self, id: RecordId, value: &R) -> Result<(), RecordError> {
        self.write_settled(id, value)
    }
}

impl Records<'_, Own> {
    /// Whether there is anything that the person would miss. What a newer version wrote may be just that.
    pub fn is_in_use(&self, types: RecordTypes) -> Result<bool, RecordError> {
        let mut last = None;
        loop {
            let records = self.tx.records_after(self.space, last, 256)?;
            let Some(end) = records.last() else { return Ok(false) };
            last = Some(end.id);
            for stored in records.iter().filter(|stored| stored.live) {
                let state = state(stored)?;
                if types.find(&stored.kind).is_none_or(|one| one.is_in_use(stored.id, &state)) {
                    return Ok(true);
                }
            }
        }
    }
}

/// Merges a valid state into what is stored of a record. Returns what the record comes to, and whether that is news; `None` when a record of
/// another type has the id.
pub(crate) fn merge(
    tx: &Transaction<'_>,
    space: SpaceId,
    id: RecordId,
    kind: &str,
    other: &State,
) -> Result<Option<(State, bool)>, StoreError> {
    let merged = match tx.record(space, id)? {
        Some(stored) if stored.kind != kind => return Ok(None),
        Some(stored) => {
            let mut merged = state(&stored)?;
            if !merged.join(other) {
                return Ok(Some((merged, false)));
            }
            // Only somebody who does not keep to the rules makes so many operations at once that they do not fit into one state.
            if merged.validate().is_err() {
                return Ok(Some((state(&stored)?, false)));
            }
            merged
        }
        None => other.clone(),
    };
    if merged.is_purged() {
        tx.ask_for_checkpoint()?;
    }
    put(tx, space, id, kind, &merged)?;
    Ok(Some((merged, true)))
}

/// Writes a record's merged state.
fn put(tx: &Transaction<'_>, space: SpaceId, id: RecordId, kind: &str, state: &State) -> Result<(), StoreError> {
    tx.put_record(space, &StoredRecord { id, kind: kind.into(), live: state.is_live(), state: encode(state) })
}

fn state(stored: &StoredRecord) -> Result<State, StoreError> {
    decode(&stored.state).map_err(|_| StoreError::Damaged)
}

fn read<R: Record>(stored: &StoredRecord) -> Result<Option<Found<R>>, StoreError> {
    Ok(state(stored)?.shown().and_then(|shown| Found::read(stored.id, &shown).ok()))
}
