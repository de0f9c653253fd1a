use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rusqlite::Connection;
use zeroize::Zeroizing;

use super::{StoreError, Transaction};

const SCHEMA_VERSION: i64 = 1;
const SCHEMA: &str = include_str!("schema.sql");

/// The random 256-bit key of a store. The shell keeps it in the platform's key store.
#[derive(Clone)]
pub struct StoreKey(Zeroizing<[u8; 32]>);

impl StoreKey {
    /// The key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl std::fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoreKey")
    }
}

/// An open store. One at a time holds the file, by a lock of the operating system on a file beside it.
#[derive(Debug)]
pub struct Store {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    path: PathBuf,
    // Held, not read: the lock ends with the file's handle.
    _lock: File,
}

impl Store {
    /// Opens the store in `folder`, or creates it there with this key.
    ///
    /// # Errors
    /// Any [`StoreError`]; [`StoreError::InUse`] at once, without waiting.
    pub fn open(folder: &Path, key: &StoreKey) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(StoreError::Disk)?;
        let lock = File::create(folder.join("tend.lock")).map_err(StoreError::Disk)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => StoreError::InUse,
            TryLockError::Error(error) => StoreError::Disk(error),
        })?;
        let path = folder.join("tend.db");
        let writer = connect(&path, key)?;
        migrate(&writer)?;
        let reader = connect(&path, key)?;
        reader.pragma_update(None, "query_only", true)?;
        Ok(Self { writer: Mutex::new(writer), reader: Mutex::new(reader), path, _lock: lock })
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// One step: all that `work` writes becomes durable together, or, when it returns an error, not at all.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        run(&mut guard(&self.writer), rusqlite::TransactionBehavior::Immediate, work)
    }

    /// Reads what was last committed, as one picture, while another thread may write.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        run(&mut guard(&self.reader), rusqlite::TransactionBehavior::Deferred, work)
    }
}

/// A panic inside a step rolled it back when the transaction was dropped, so the connection is sound.
fn guard(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

fn run<T, E: From<StoreError>>(
    connection: &mut Connection,
    behavior: rusqlite::TransactionBehavior,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection.transaction_with_behavior(behavior).map_err(StoreError::from)?;
    let result = work(&Transaction::new(&transaction))?;
    transaction.commit().map_err(StoreError::from)?;
    Ok(result)
}

fn connect(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    let hex: Zeroizing<String> = Zeroizing::new(key.0.iter().map(|byte| format!("{byte:02x}")).collect());
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", *hex));
    connection.execute_batch(&pragma)?;
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).map_err(|error| match error {
        rusqlite::Error::SqliteFailure(failure, _) if failure.code == rusqlite::ErrorCode::NotADatabase => {
            StoreError::WrongKey
        }
        other => other.into(),
    })?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;",
    )?;
    Ok(connection)
}

fn migrate(connection: &Connection) -> Result<(), StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match version {
        0 => {
            connection.execute_batch(&format!("BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"))?;
            Ok(())
        }
        SCHEMA_VERSION => Ok(()),
        _ => Err(StoreError::Newer),
    }
}
