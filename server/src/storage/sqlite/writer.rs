//! One writer: it gathers the jobs that wait, runs each in a savepoint, commits once, and only then tells.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    thread::JoinHandle,
};

use rusqlite::Connection;

use super::{
    Result, StorageError, Transaction, WriteJob,
    rows::{Rows, failed},
    schema,
};

/// Jobs that may wait. Above that, callers are told to try again.
const QUEUE: usize = 4096;
/// The most jobs in one group, so that the first does not wait for ever.
const GROUP: usize = 256;

/// The thread that owns the writing connection.
pub(super) struct Writer {
    /// `None` only while dropping.
    queue: Option<SyncSender<Box<dyn WriteJob>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> std::io::Result<Self> {
        let (queue, jobs) = sync_channel(QUEUE);
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || write(&connection, &jobs))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    pub(super) fn submit(&self, job: Box<dyn WriteJob>) {
        let Some(queue) = &self.queue else { return job.done(Err(StorageError::Unavailable)) };
        if let Err(TrySendError::Full(job) | TrySendError::Disconnected(job)) = queue.try_send(job) {
            job.done(Err(StorageError::Unavailable));
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Closing the queue lets the thread finish what was taken.
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // The last owner may be a job that is told on the writer's own thread, which cannot wait for itself.
            if thread.thread().id() != std::thread::current().id() {
                let _: std::result::Result<(), Box<dyn Any + Send>> = thread.join();
            }
        }
    }
}

fn write(connection: &Connection, jobs: &Receiver<Box<dyn WriteJob>>) {
    while let Ok(first) = jobs.recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = jobs.try_recv()
        {
            group.push(next);
        }
        let outcome = run_group(connection, &mut group);
        tell(group, outcome);
    }
}

/// Runs the jobs in one transaction. `Ok` means that what each left is flushed.
pub(super) fn run_group(connection: &Connection, jobs: &mut [Box<dyn WriteJob>]) -> Result<()> {
    execute(connection, "BEGIN IMMEDIATE")?;
    let outcome = jobs.iter_mut().try_for_each(|job| run_one(connection, job.as_mut()));
    let outcome = outcome.and_then(|()| execute(connection, "COMMIT"));
    if outcome.is_err() && !connection.is_autocommit() {
        // Should even this fail, the next BEGIN fails too, and says so.
        let _ = execute(connection, "ROLLBACK");
    }
    outcome
}

/// Runs one job in its savepoint. An error here is the whole group's: the transaction itself is gone or broken.
fn run_one(connection: &Connection, job: &mut dyn WriteJob) -> Result<()> {
    execute(connection, "SAVEPOINT job")?;
    let rows = Rows(connection);
    let keep = catch_unwind(AssertUnwindSafe(|| job.run(&rows))).unwrap_or(Ok(false)).unwrap_or(false);
    if connection.is_autocommit() {
        // SQLite rolled the whole transaction back by itself, as it does when the disk is full.
        return Err(StorageError::Unavailable);
    }
    if !keep {
        execute(connection, "ROLLBACK TO job")?;
    }
    execute(connection, "RELEASE job")
}

fn execute(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql).and_then(|mut statement| statement.execute([])).map(|_| ()).map_err(failed)
}

/// Tells each job of the group how it ended.
pub(super) fn tell(jobs: Vec<Box<dyn WriteJob>>, outcome: Result<()>) {
    for job in jobs {
        // A panic in one must not keep the others from being told.
        let _ = catch_unwind(AssertUnwindSafe(|| job.done(outcome)));
    }
}

/// Whether the database takes a write and has the schema that this program expects.
pub(super) struct Probe {
    answer: SyncSender<Result<()>>,
    found: Result<()>,
}

impl Probe {
    pub(super) fn new(answer: SyncSender<Result<()>>) -> Self {
        Self { answer, found: Ok(()) }
    }
}

impl WriteJob for Probe {
    fn run(&mut self, transaction: &dyn Transaction) -> Result<bool> {
        self.found = transaction.probe(schema::VERSION);
        Ok(self.found.is_ok())
    }

    fn done(self: Box<Self>, outcome: Result<()>) {
        // If the receiver is gone, nobody needs to know.
        let _ = self.answer.send(outcome.and(self.found));
    }
}
