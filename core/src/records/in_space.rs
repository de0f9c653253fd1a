use std::marker::PhantomData;

use jiff::civil::Date;
use tend_protocol::{SpaceId, decode, encode};

use super::{
    Action, Context, Found, Home, In, Nonce, Operation, OperationId, Origin, Own, Record, RecordId, RecordType,
    RecordTypes, Shown, State, Which,
    typed::{again, begin, carry, copy, edit, remove, set},
};
use crate::{
    identity::Certificate,
    store::{StoreError, StoredRecord, Transaction},
};

/// Why a record could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// There is no such record, or no longer.
    #[error("there is no such record")]
    NotFound,
    /// The record is the other person's.
    #[error("only its author changes a record")]
    NotYours,
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
    writer: Certificate,
    home: PhantomData<H>,
}

impl<'t, H: Home> Records<'t, H> {
    /// The records of a space, for the person and the device that the certificate names.
    pub(crate) fn new(tx: &'t Transaction<'t>, space: SpaceId, writer: &Certificate) -> Self {
        Self { tx, space, writer: *writer, home: PhantomData }
    }

    /// The id of a record, whether it is there or not.
    pub(crate) fn id<R: Record>(&self, which: impl Into<Which>) -> RecordId {
        match which.into() {
            Which::Id(id) => id,
            Which::Derived(nonce) => self.origin(nonce, 0).record(R::KIND, nonce.day),
        }
    }

    /// The record, if a person still sees it.
    pub fn find<R: Record>(&self, which: impl Into<Which>) -> Result<Option<Found<R>>, RecordError> {
        let stored = self.tx.record(self.space, self.id::<R>(which))?;
        let Some(stored) = stored.filter(|stored| stored.kind == R::KIND) else { return Ok(None) };
        Ok(read(&stored)?)
    }

    /// Whether there is the record, and nobody deleted it: also one that only a later version can read.
    pub(crate) fn is_there<R: Record>(&self, which: impl Into<Which>) -> Result<bool, RecordError> {
        let stored = self.tx.record(self.space, self.id::<R>(which))?;
        Ok(stored.is_some_and(|stored| stored.live && stored.kind == R::KIND))
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

    /// Makes a record, and returns its id.
    ///
    /// # Errors
    /// [`RecordError::Invalid`] when the value is too large.
    pub fn add<R: In<H>>(&self, nonce: Nonce, value: &R) -> Result<RecordId, RecordError> {
        let name = self.next()?;
        let state = State::new(self.origin(nonce, name.counter));
        let id = state.origin().record(R::KIND, nonce.day);
        let operation = set(name, id, &state, value);
        self.apply(state, &operation)?;
        Ok(id)
    }

    /// Changes a record, or makes one whose nonce is derived.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when there is no such record of the type, or it was deleted for good; [`RecordError::NotYours`] in the
    /// couple space when the partner made it; [`RecordError::Invalid`] when the value is too large.
    pub fn put<R: In<H>>(&self, which: impl Into<Which>, value: &R) -> Result<(), RecordError> {
        let (id, state) = self.to_change::<R>(which.into())?;
        let operation = set(self.next()?, id, &state, value);
        if matches!(&operation.action, Action::Set(fields) if fields.is_empty()) {
            // Everything is as it stands while nothing is written.
            return Ok(());
        }
        self.apply(state, &operation)
    }

    /// As [`Self::put`], for text that a person edits: it takes the place of all versions that they saw. `version` is what they were shown
    /// ([`Found::version`], encoded); of anything else nothing counts as seen.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub fn edit<R: In<H>>(&self, which: impl Into<Which>, value: &R, version: &[u8]) -> Result<(), RecordError> {
        let (id, state) = self.to_change::<R>(which.into())?;
        let operation = edit(self.next()?, id, &state, &decode(version).unwrap_or_default(), value);
        self.apply(state, &operation)
    }

    /// Makes a record of what another space shows of one, with all versions of its text. Its id comes back.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when there is no such record there; [`RecordError::Invalid`] when all its versions together are too large.
    pub fn add_from<R: In<H>>(
        &self,
        nonce: Nonce,
        other: &Records<'_, Own>,
        id: RecordId,
    ) -> Result<RecordId, RecordError> {
        let (_, state) = other.to_change::<R>(id.into())?;
        let (name, shown) = (self.next()?, state.shown().ok_or(RecordError::NotFound)?);
        let origin = self.origin(nonce, name.counter);
        let id = origin.record(R::KIND, nonce.day);
        self.apply(State::new(origin), &begin(name, (id, origin), R::KIND, shown))?;
        Ok(id)
    }

    /// Whether a record is over for good: nothing can be written there any more.
    pub(crate) fn is_over<R: Record>(&self, which: impl Into<Which>) -> Result<bool, RecordError> {
        let stored = self.tx.record(self.space, self.id::<R>(which))?;
        Ok(stored.map(|stored| state(&stored)).transpose()?.is_some_and(|state| state.is_over()))
    }

    /// Deletes a record: a concurrent edit that was not seen here brings it back.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when there is no such record, or no longer; [`RecordError::NotYours`].
    pub fn delete<R: Record>(&self, which: impl Into<Which>) -> Result<(), RecordError> {
        self.take_away::<R>(which.into(), Action::Delete)
    }

    /// Deletes a record for good, also against concurrent edits, and asks the store to keep nothing of it.
    ///
    /// # Errors
    /// [`RecordError::NotFound`] when there is no such record, or no longer; [`RecordError::NotYours`].
    pub fn purge<R: Record>(&self, which: impl Into<Which>) -> Result<(), RecordError> {
        self.take_away::<R>(which.into(), Action::Purge)?;
        Ok(self.tx.ask_for_checkpoint()?)
    }

    /// Merges what another space knew of a record, as it is, and tells the devices of this one. It takes whatever was written there: what
    /// is too large to be carried with all its versions is carried with one of each field, and what cannot be carried at all stays here.
    pub(crate) fn adopt(&self, id: RecordId, kind: &str, other: &State) -> Result<(), RecordError> {
        let is_new = self.tx.record(self.space, id)?.is_none();
        let (state, true) = merge(self.tx, self.space, id, kind, other)? else { return Ok(()) };
        if let Some(purge) = state.purged_by() {
            if purge.device == self.writer.device {
                self.tx.note_own_operation(self.space, id, purge.counter)?;
            }
            return Ok(());
        }
        // An operation of this device's own carries all of it to the others.
        let Some(shown) = state.shown() else { return Ok(()) };
        let (name, empty) = (self.next()?, State::new(state.origin()));
        let one = |seen: &Context| copy(name, id, kind, seen.clone(), shown.clone());
        let ways = [
            Some((state.clone(), carry(name, id, kind, &state))),
            Some((state.clone(), one(state.context()))),
            // Its counters may be used up, and then only a beginning can be carried.
            is_new.then(|| (empty, one(&Context::default()))),
        ];
        match ways.into_iter().flatten().find(|(_, operation)| operation.validate().is_ok()) {
            Some((state, operation)) => self.apply(state, &operation),
            None => Ok(()),
        }
    }

    /// Writes what another space shows of this person's record, if its type may be here.
    pub(crate) fn copy(&self, id: RecordId, record_type: &RecordType, shown: Shown) -> Result<(), RecordError> {
        let origin = shown.origin;
        if !H::SHARED || record_type.shared && origin.author == self.writer.identity {
            let operation = begin(self.next()?, (id, origin), record_type.name, shown);
            self.apply(State::new(origin), &operation)?;
        }
        Ok(())
    }

    fn take_away<R: Record>(&self, which: Which, action: Action) -> Result<(), RecordError> {
        let (id, state) = self.to_change::<R>(which)?;
        if !state.is_live() {
            return Err(RecordError::NotFound);
        }
        let operation = remove::<R>(self.next()?, id, &state, action);
        self.apply(state, &operation)
    }

    /// A record before a change.
    fn to_change<R: Record>(&self, which: Which) -> Result<(RecordId, State), RecordError> {
        let id = self.id::<R>(which);
        let state = match (self.tx.record(self.space, id)?, which) {
            (Some(stored), _) if stored.kind == R::KIND => state(&stored)?,
            (None, Which::Derived(nonce)) => State::new(self.origin(nonce, 0)),
            _ => return Err(RecordError::NotFound),
        };
        if H::SHARED && state.origin().author != self.writer.identity {
            return Err(RecordError::NotYours);
        }
        if state.is_over() { Err(RecordError::NotFound) } else { Ok((id, state)) }
    }

    fn origin(&self, nonce: Nonce, number: u64) -> Origin {
        Origin { author: self.writer.identity, nonce: nonce.bytes, number }
    }

    fn next(&self) -> Result<OperationId, RecordError> {
        Ok(OperationId { device: self.writer.device, counter: self.tx.next_operation(self.space)? })
    }

    fn apply(&self, mut state: State, operation: &Operation) -> Result<(), RecordError> {
        operation.validate()?;
        state.apply(operation);
        put(self.tx, self.space, operation.record, &operation.kind, &state)?;
        Ok(self.tx.note_own_operation(self.space, operation.record, operation.id.counter)?)
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

/// Merges a valid state into what is stored of a record. Returns what the record comes to, and whether that is news.
pub(crate) fn merge(
    tx: &Transaction<'_>,
    space: SpaceId,
    id: RecordId,
    kind: &str,
    other: &State,
) -> Result<(State, bool), StoreError> {
    let merged = match tx.record(space, id)? {
        Some(stored) => {
            let mut merged = state(&stored)?;
            if !merged.join(other) {
                return Ok((merged, false));
            }
            merged
        }
        None => other.clone(),
    };
    if merged.is_purged() {
        tx.ask_for_checkpoint()?;
    }
    put(tx, space, id, kind, &merged)?;
    Ok((merged, true))
}

/// What this device has to say of a record on which its operation `id` was not taken by the server: that operation. If another one replaced
/// it, whose device may never say it again since the server lost both, a new operation carries the record on.
pub(crate) fn unsent(
    tx: &Transaction<'_>,
    space: SpaceId,
    id: OperationId,
    stored: &StoredRecord,
) -> Result<Option<Operation>, StoreError> {
    let mut state = state(stored)?;
    if let Some(operation) = state.operation(stored.id, &stored.kind, id) {
        return Ok(Some(operation));
    }
    let name = OperationId { device: id.device, counter: tx.next_operation(space)? };
    let Some(operation) = again(name, stored.id, &stored.kind, &state) else { return Ok(None) };
    state.apply(&operation);
    put(tx, space, stored.id, &stored.kind, &state)?;
    tx.note_own_operation(space, stored.id, name.counter)?;
    Ok(Some(operation))
}

/// Writes a record's merged state.
fn put(tx: &Transaction<'_>, space: SpaceId, id: RecordId, kind: &str, state: &State) -> Result<(), StoreError> {
    tx.put_record(space, &StoredRecord { id, kind: kind.into(), live: state.is_live(), state: encode(state) })
}

pub(crate) fn state(stored: &StoredRecord) -> Result<State, StoreError> {
    decode(&stored.state).map_err(|_| StoreError::Damaged)
}

fn read<R: Record>(stored: &StoredRecord) -> Result<Option<Found<R>>, StoreError> {
    Ok(state(stored)?.shown().and_then(|shown| Found::read(stored.id, &shown).ok()))
}
