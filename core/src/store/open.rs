use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, StoreKey, Touched, Transaction, checkpoint, connect, files};

/// The name of the tracing event right before a transaction becomes durable. A process that dies at it leaves nothing of the transaction.
pub const TRANSACTION_WRITTEN: &str = "transaction written";
/// The name of the tracing event right after a transaction became durable. A process that dies at it leaves the whole transaction, but its
/// caller never learned that.
pub const TRANSACTION_DURABLE: &str = "transaction durable";

/// An open store. Only one can be open for a file at a time: the operating system locks `tend.lock` in the same folder for it.
///
/// Code inside a transaction must not use the store itself: it would wait for itself forever.
#[derive(Debug)]
pub struct Store {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    path: PathBuf,
    /// A transaction asked for a checkpoint that was not done yet. The file says so too.
    checkpoint_due: AtomicBool,
    /// The first part of that checkpoint is not done yet: building the file again.
    rebuild_due: AtomicBool,
    /// What was written since the last [`Store::take_touched`].
    touched: Mutex<BTreeSet<Touched>>,
    // Held, not read. Last, so that the connections are closed before it ends.
    _lock: files::Lock,
}

impl Store {
    /// Opens the store in `folder`, or creates it there with this key. When that fails, the files in the folder are as before.
    ///
    /// The folder must be the app's own. In one that an iOS app group shares, the system ends an app that holds a file's lock while it is suspended
    /// (`0xdead10cc`, in Apple's "Understanding the exception types in a crash report"), and a store holds one for as long as it is open.
    ///
    /// # Errors
    /// Any [`StoreError`]; [`StoreError::InUse`] at once, without waiting; [`StoreError::Shared`] for the folder of an app group.
    pub fn open(folder: &Path, key: &StoreKey) -> Result<Self, StoreError> {
        if files::is_shared(folder) {
            return Err(StoreError::Shared);
        }
        files::create_folder(folder)?;
        let lock = files::lock(&folder.join("tend.lock"))?;
        let path = folder.join("tend.db");
        let writer = connect::writer(&path, key)?;
        let reader = connect::reader(&path, key)?;
        let store = Self {
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            path,
            checkpoint_due: AtomicBool::new(false),
            rebuild_due: AtomicBool::new(false),
            touched: Mutex::default(),
            _lock: lock,
        };
        if store.read::<_, StoreError>(|tx| tx.wants_checkpoint())? {
            store.want_checkpoint();
        }
        store.checkpoint_if_due(&guard(&store.writer));
        Ok(store)
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a transaction. All that `work` writes becomes durable together, or, when it returns an error or panics, not at all. A
    /// checkpoint that it asks for is done before this returns, or else after the next transaction.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        let result = self.write_of_many(work)?;
        self.settle();
        Ok(result)
    }

    /// As [`Self::write`], and a checkpoint that it asks for is done at [`Self::settle`], or after the next transaction of another: a partner
    /// who deletes a hundred things has the file built again once, not a hundred times.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn write_of_many<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = guard(&self.writer);
        let (result, done) = run(&mut writer, TransactionBehavior::Immediate, work)?;
        guard(&self.touched).extend(done.touched);
        if done.asked_for_checkpoint {
            self.want_checkpoint();
        }
        Ok(result)
    }

    /// Does a checkpoint that a transaction asked for, if there is one.
    pub fn settle(&self) {
        self.checkpoint_if_due(&guard(&self.writer));
    }

    /// What was written since this was last asked, and is durable.
    pub fn take_touched(&self) -> BTreeSet<Touched> {
        std::mem::take(&mut *guard(&self.touched))
    }

    /// Runs a read transaction. All that `work` reads is of one moment, the last commit, even while another thread writes.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        run(&mut guard(&self.reader), TransactionBehavior::Deferred, work).map(|(result, _)| result)
    }

    /// Leaves nothing of what was deleted: builds the file again, writes all of the write-ahead log into it and empties the log. Returns
    /// whether that is done. It cannot be done while another process reads the file, as a program that copies it may.
    ///
    /// There is no need to call this for a transaction that asked for a checkpoint: the store does it, and tries again after each
    /// transaction and at the next opening until it is done.
    ///
    /// # Errors
    /// [`StoreError::Disk`], [`StoreError::Sqlite`].
    pub fn checkpoint(&self) -> Result<bool, StoreError> {
        let writer = guard(&self.writer);
        self.want_checkpoint();
        self.scrub(&writer)
    }

    /// Whether a transaction asked for a checkpoint that is not done yet.
    pub fn checkpoint_is_due(&self) -> bool {
        self.checkpoint_due.load(Ordering::Relaxed)
    }

    /// An error here does not matter to the transaction before, which is committed. It only leaves the checkpoint due.
    fn checkpoint_if_due(&self, writer: &Connection) {
        if self.checkpoint_is_due() && !self.scrub(writer).unwrap_or(false) {
            tracing::debug!("a checkpoint stays due");
        }
    }

    fn want_checkpoint(&self) {
        self.checkpoint_due.store(true, Ordering::Relaxed);
        self.rebuild_due.store(true, Ordering::Relaxed);
    }

    /// Does what is left of a checkpoint. When emptying the log has to wait, the file is not built again the next time.
    fn scrub(&self, writer: &Connection) -> Result<bool, StoreError> {
        if self.rebuild_due.load(Ordering::Relaxed) {
            checkpoint::rebuild(writer)?;
            self.rebuild_due.store(false, Ordering::Relaxed);
        }
        // SQLite cannot empty the log during a read transaction.
        let _reader = guard(&self.reader);
        let done = checkpoint::empty_log(writer, &self.path)?;
        if done {
            checkpoint::note_done(writer)?;
            self.checkpoint_due.store(false, Ordering::Relaxed);
        }
        Ok(done)
    }
}

/// A poisoned lock is safe to use: after a panic inside a transaction, dropping the transaction rolled it back.
fn guard<T>(locked: &Mutex<T>) -> MutexGuard<'_, T> {
    locked.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a transaction did, besides its result.
struct Done {
    asked_for_checkpoint: bool,
    touched: BTreeSet<Touched>,
}

fn run<T, E: From<StoreError>>(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<(T, Done), E> {
    let started = connection.transaction_with_behavior(behavior).map_err(StoreError::from)?;
    let transaction = Transaction::new(&started);
    let result = work(&transaction)?;
    let done = Done { asked_for_checkpoint: transaction.asked_for_checkpoint(), touched: transaction.touched() };
    let writes = matches!(behavior, TransactionBehavior::Immediate);
    if writes {
        tracing::event!(name: TRANSACTION_WRITTEN, tracing::Level::TRACE, "all of a transaction is written");
    }
    started.commit().map_err(StoreError::from)?;
    if writes {
        tracing::event!(name: TRANSACTION_DURABLE, tracing::Level::TRACE, "a transaction is durable");
    }
    Ok((result, done))
}
