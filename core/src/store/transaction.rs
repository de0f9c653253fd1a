use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use rusqlite::Connection;

use super::{StoreError, Touched};

/// A running transaction, or a read transaction. The tables hang on it: small values (`key_value`), records, the log's hashes.
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

    /// A part of a step that may fail alone: when `work` returns an error, what it wrote is taken back, and the step goes on as if
    /// it had not been tried. After a [`StoreError`] the whole step is to fail: SQLite may have ended the transaction.
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
