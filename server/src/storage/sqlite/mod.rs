//! SQLite, in one file, in write-ahead-log mode with a flush at every commit (`synchronous=FULL`).

mod blobs;
mod copy;
mod devices;
mod key_packages;
mod log;
mod mailboxes;
mod rows;
mod schema;
mod spaces;
mod writer;

use std::{
    path::{Path, PathBuf},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use ring::signature::Ed25519KeyPair;
use rusqlite::{Connection, OpenFlags};
use tend_protocol::Incarnation;

pub use copy::backup;
pub use schema::{OpenError, schema_columns};

use super::{Result, Storage, StorageError, Transaction, WriteJob};
use crate::environment::Random;
use rows::{Rows, failed};
use writer::Writer;

/// Connections that read while the writer writes.
const READERS: usize = 4;

/// A SQLite database.
///
/// With a thread of its own ([`Self::open`]) it groups concurrent writes into one transaction and reads at the same time. Without
/// ([`Self::open_direct`], [`Self::in_memory`]) every write is a group of one, done when [`Storage::write`] returns, which a
/// simulation needs. Both run the same code on a group.
pub struct SqliteStorage {
    identity: schema::Identity,
    /// Where the file is; `None` in memory.
    folder: Option<PathBuf>,
    engine: Engine,
}

enum Engine {
    Threaded { writer: Writer, readers: Readers },
    Direct(Mutex<Connection>),
}

impl SqliteStorage {
    /// Opens or creates the file, checks it, and starts the writer. From `random` come the bytes that a new database needs.
    ///
    /// # Errors
    /// [`OpenError`]: a damaged file, a schema newer than this program's, or a file that cannot be used.
    pub fn open(path: &Path, random: &dyn Random) -> std::result::Result<Self, OpenError> {
        let mut connection = connect(path)?;
        schema::prepare(&mut connection, random)?;
        let identity = schema::identity(&connection)?;
        let readers = Readers::open(path)?;
        let engine = Engine::Threaded { writer: Writer::start(connection)?, readers };
        Ok(Self { identity, folder: Some(folder_of(path)), engine })
    }

    /// As [`Self::open`], without a thread: one connection does all.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_direct(path: &Path, random: &dyn Random) -> std::result::Result<Self, OpenError> {
        Ok(Self { folder: Some(folder_of(path)), ..Self::direct(connect(path)?, random)? })
    }

    /// A new database that lives in memory alone, without a thread.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn in_memory(random: &dyn Random) -> std::result::Result<Self, OpenError> {
        Self::direct(Connection::open_in_memory()?, random)
    }

    fn direct(mut connection: Connection, random: &dyn Random) -> std::result::Result<Self, OpenError> {
        schema::prepare(&mut connection, random)?;
        let identity = schema::identity(&connection)?;
        Ok(Self { identity, folder: None, engine: Engine::Direct(Mutex::new(connection)) })
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// A connection for writing, set up so that committed means flushed.
fn connect(path: &Path) -> std::result::Result<Connection, OpenError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(OpenError::NoWriteAheadLog);
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    Ok(connection)
}

impl Storage for SqliteStorage {
    fn incarnation(&self) -> Incarnation {
        self.identity.incarnation
    }

    fn secret(&self) -> [u8; 32] {
        self.identity.secret
    }

    fn key(&self) -> &Ed25519KeyPair {
        &self.identity.key
    }

    fn free_bytes(&self) -> Option<u64> {
        let found = rustix::fs::statvfs(self.folder.as_deref()?).ok()?;
        Some(found.f_bavail.saturating_mul(found.f_frsize))
    }

    fn read(&self, work: &mut dyn FnMut(&dyn Transaction) -> Result<()>) -> Result<()> {
        match &self.engine {
            Engine::Threaded { readers, .. } => readers.with(|connection| in_snapshot(connection, work)),
            Engine::Direct(connection) => in_snapshot(&lock(connection), work),
        }
    }

    fn write(&self, job: Box<dyn WriteJob>) {
        match &self.engine {
            Engine::Threaded { writer, .. } => writer.submit(job),
            Engine::Direct(connection) => {
                let (jobs, outcomes) = {
                    let mut jobs = vec![job];
                    let outcomes = writer::run_group(&lock(connection), &mut jobs);
                    (jobs, outcomes)
                };
                // The connection is free again: a job that is told the outcome may call the storage.
                writer::tell(jobs, outcomes);
            }
        }
    }

    fn probe(&self) -> Result<()> {
        let (send, receive) = std::sync::mpsc::sync_channel(1);
        self.write(Box::new(writer::Probe::new(send)));
        receive.recv().unwrap_or(Err(StorageError::Unavailable))
    }

    fn schema(&self) -> u32 {
        schema::VERSION
    }
}

fn in_snapshot(connection: &Connection, work: &mut dyn FnMut(&dyn Transaction) -> Result<()>) -> Result<()> {
    connection.prepare_cached("BEGIN").and_then(|mut begin| begin.execute([])).map_err(failed)?;
    let outcome = work(&Rows(connection));
    let ended = connection.prepare_cached("COMMIT").and_then(|mut commit| commit.execute([])).map_err(failed);
    outcome.and(ended.map(|_| ()))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic inside a job is caught there and its changes are rolled back, so what the lock guards is sound.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The reading connections that are free.
struct Readers {
    free: Mutex<Vec<Connection>>,
    freed: Condvar,
}

impl Readers {
    fn open(path: &Path) -> std::result::Result<Self, OpenError> {
        let path = PathBuf::from(path);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut free = Vec::with_capacity(READERS);
        for _ in 0..READERS {
            let connection = Connection::open_with_flags(&path, flags)?;
            connection.busy_timeout(std::time::Duration::from_secs(10))?;
            connection.pragma_update(None, "query_only", true)?;
            free.push(connection);
        }
        Ok(Self { free: Mutex::new(free), freed: Condvar::new() })
    }

    fn with<T>(&self, work: impl FnOnce(&Connection) -> T) -> T {
        let connection = {
            let mut free = lock(&self.free);
            loop {
                match free.pop() {
                    Some(connection) => break connection,
                    None => free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner),
                }
            }
        };
        // Given back also when the work panics, or later readers would wait for ever.
        let lent = Lent { readers: self, connection: Some(connection) };
        #[allow(clippy::expect_used)]
        work(lent.connection.as_ref().expect("a lent connection is there until it is dropped"))
    }
}

struct Lent<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            if !connection.is_autocommit() {
                // The work panicked inside its snapshot. Should ending it fail, the next BEGIN says so.
                let _ = connection.execute_batch("ROLLBACK");
            }
            lock(&self.readers.free).push(connection);
            self.readers.freed.notify_one();
        }
    }
}
