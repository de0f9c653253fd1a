//! Leaving nothing of what was deleted. It stays in three places: in the write-ahead log's older frames; in the file, until the log is
//! written into it; and in the unused parts of pages from which SQLite moved rows before, which `secure_delete` does not overwrite.
//! So the file is built again from what it holds (`VACUUM`), and then the log is written into it and emptied.

use std::{path::Path, time::Duration};

use rusqlite::Connection;

use super::{Namespace, StoreError, Transaction, files};

const KEY: &[u8] = b"checkpoint";
/// How long SQLite waits for a lock elsewhere: its own two connections meet only for moments.
const PATIENCE: Duration = Duration::from_secs(5);

impl Transaction<'_> {
    /// Asks for a checkpoint after this transaction: nothing of what it deleted may stay in the file or its write-ahead log. The request is
    /// stored in the transaction, so that a crash does not lose it. A checkpoint costs about as much as reading and writing the whole file
    /// once.
    pub fn ask_for_checkpoint(&self) -> Result<(), StoreError> {
        self.put_value(Namespace::Device, KEY, &true)?;
        self.note_asked();
        Ok(())
    }

    /// Whether a transaction asked for a checkpoint that is not noted as done.
    pub(super) fn wants_checkpoint(&self) -> Result<bool, StoreError> {
        Ok(self.value::<bool>(Namespace::Device, KEY)?.is_some())
    }
}

/// Builds the file again from what it holds. SQLite writes the result to the log first.
pub(super) fn rebuild(writer: &Connection) -> Result<(), StoreError> {
    Ok(writer.execute_batch("VACUUM")?)
}

/// Writes the log into the file and empties it. Returns whether nothing is left in it; waits for nobody.
pub(super) fn empty_log(writer: &Connection, path: &Path) -> Result<bool, StoreError> {
    writer.busy_timeout(Duration::ZERO)?;
    let busy = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    writer.busy_timeout(PATIENCE)?;
    Ok(busy? == 0 && files::length(&files::log_of(path))? == 0)
}

/// Notes that what was asked for is done.
pub(super) fn note_done(writer: &Connection) -> Result<(), StoreError> {
    let transaction = Transaction::new(writer);
    if transaction.wants_checkpoint()? {
        transaction.delete_value(Namespace::Device, KEY)?;
    }
    Ok(())
}
