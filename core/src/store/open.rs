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

/// The name of the event right before a step becomes durable: whoever dies here has done nothing.
pub const STEP_WRITTEN: &str = "step written";
/// The name of the event right after a step became durable: whoever dies here has done it, and told nobody.
pub const STEP_DURABLE: &str = "step durable";

/// An open store. One at a time holds the file, by a lock of the operating system on a file beside it.
///
/// A step or a picture must not use the store again from inside: it would wait for itself.
#[derive(Debug)]
pub struct Store {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    path: PathBuf,
    /// A step asked for a checkpoint that was not done yet. The file says so too.
    checkpoint_due: AtomicBool,
    /// Of that checkpoint, the file was not built anew yet.
    rebuild_due: AtomicBool,
    /// What the steps since [`Store::take_touched`] wrote.
    touched: Mutex<BTreeSet<Touched>>,
    // Held, not read. Last, so that the connections are closed before it ends.
    _lock: files::Lock,
}

impl Store {
    /// Opens the store in `folder`, or creates it there with this key. When that fails, what lies there is as it was.
    ///
    /// # Errors
    /// Any [`StoreError`]; [`StoreError::InUse`] at once, without waiting.
    pub fn open(folder: &Path, key: &StoreKey) -> Result<Self, StoreError> {
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

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// One step: all that `work` writes becomes durable together, or, when it returns an error or panics, not at all. A checkpoint that
    /// it asks for is done before this returns, or else after the next step.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut writer = guard(&self.writer);
        let (result, done) = run(&mut writer, TransactionBehavior::Immediate, work)?;
        guard(&self.touched).extend(done.touched);
        if done.asked_for_checkpoint {
            self.want_checkpoint();
        }
        self.checkpoint_if_due(&writer);
        Ok(result)
    }

    /// What was written since this was last asked, and is durable.
    pub fn take_touched(&self) -> BTreeSet<Touched> {
        std::mem::take(&mut *guard(&self.touched))
    }

    /// Reads what was last committed, as one picture, while another thread may write.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`].
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        run(&mut guard(&self.reader), TransactionBehavior::Deferred, work).map(|(result, _)| result)
    }

    /// Leaves nothing of what was deleted: builds the file anew, writes all of the write-ahead log into it and empties the log. Returns
    /// whether that is done: not while another process reads the file, as a copying program may.
    ///
    /// Nobody needs to call this after a step that asked for it: the store does, and tries again after each step and at the next
    /// opening until it is done.
    ///
    /// # Errors
    /// [`StoreError::Disk`], [`StoreError::Sqlite`].
    pub fn checkpoint(&self) -> Result<bool, StoreError> {
        let writer = guard(&self.writer);
        self.want_checkpoint();
        self.scrub(&writer)
    }

    /// Whether a step asked for a checkpoint that is not done yet.
    pub fn checkpoint_is_due(&self) -> bool {
        self.checkpoint_due.load(Ordering::Relaxed)
    }

    /// The step before is done, whatever comes of this: an error leaves the checkpoint due.
    fn checkpoint_if_due(&self, writer: &Connection) {
        if self.checkpoint_is_due() && !self.scrub(writer).unwrap_or(false) {
            tracing::debug!("a checkpoint stays due");
        }
    }

    fn want_checkpoint(&self) {
        self.checkpoint_due.store(true, Ordering::Relaxed);
        self.rebuild_due.store(true, Ordering::Relaxed);
    }

    /// What was done of it is not done again when the rest has to wait.
    fn scrub(&self, writer: &Connection) -> Result<bool, StoreError> {
        if self.rebuild_due.load(Ordering::Relaxed) {
            checkpoint::rebuild(writer)?;
            self.rebuild_due.store(false, Ordering::Relaxed);
        }
        // No picture is being read meanwhile: the log cannot be emptied under one.
        let _reader = guard(&self.reader);
        let done = checkpoint::empty_log(writer, &self.path)?;
        if done {
            checkpoint::note_done(writer)?;
            self.checkpoint_due.store(false, Ordering::Relaxed);
        }
        Ok(done)
    }
}

/// A panic inside a step rolled it back when the transaction was dropped, so what is locked is sound.
fn guard<T>(locked: &Mutex<T>) -> MutexGuard<'_, T> {
    locked.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a step came to beside its result.
struct Done {
    asked_for_checkpoint: bool,
    touched: BTreeSet<Touched>,
}

fn run<T, E: From<StoreError>>(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<(T, Done), E> {
    let transaction = connection.transaction_with_behavior(behavior).map_err(StoreError::from)?;
    let step = Transaction::new(&transaction);
    let result = work(&step)?;
    let done = Done { asked_for_checkpoint: step.asked_for_checkpoint(), touched: step.touched() };
    let writes = matches!(behavior, TransactionBehavior::Immediate);
    if writes {
        tracing::event!(name: STEP_WRITTEN, tracing::Level::TRACE, "all of a step is written");
    }
    transaction.commit().map_err(StoreError::from)?;
    if writes {
        tracing::event!(name: STEP_DURABLE, tracing::Level::TRACE, "a step is durable");
    }
    Ok((result, done))
}
