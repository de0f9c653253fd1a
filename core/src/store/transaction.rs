use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use rusqlite::Connection;

use super::{StoreError, Touched};

/// A running transaction, or a read transaction. Its methods read and write the tables: small values (in `key_value.rs`), records, and the
/// hashes of the log.
#[derive(Debug)]
pub struct Transaction<'a> {
    pub(super) connection: &'a Connection,
    asked_for_checkpoint: Cell<bool>,
    touched: RefCell<BTreeSet<Touched>>,
}

impl<'a> Transaction<'a> {
    pub(super) fn new(connection: &'a Connection) -> Self {
        Self { connection, asked_for_checkpoint: Cell::new(false), touched: RefCell::default() }
    }

    /// Runs a part of a transaction that may fail alone. When `work` returns an error, what it wrote is undone, and the transaction goes
    /// on as if the part had not been tried. After a [`StoreError`] the whole transaction must fail, since SQLite may have ended it.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn attempt<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        self.connection.execute_batch("SAVEPOINT attempt").map_err(StoreError::from)?;
        let result = work();
        let end = if result.is_ok() { "RELEASE attempt" } else { "ROLLBACK TO attempt; RELEASE attempt" };
        self.connection.execute_batch(end).map_err(StoreError::from)?;
        result
    }

    pub(super) fn note_touched(&self, what: Touched) {
        self.touched.borrow_mut().insert(what);
    }

    pub(super) fn touched(&self) -> BTreeSet<Touched> {
        self.touched.take()
    }

    pub(super) fn note_asked(&self) {
        self.asked_for_checkpoint.set(true);
    }

    pub(super) fn asked_for_checkpoint(&self) -> bool {
        self.asked_for_checkpoint.get()
    }
}
