//! Deleting what is past its time.

use std::sync::mpsc::{SyncSender, sync_channel};

use tend_protocol::{Problem, SpaceId};

use super::{
    Service, pull,
    serve::{Refusal, storage_problem},
};
use crate::storage::{Result, StorageError, Transaction, WriteJob};

/// Seconds.
pub(super) const DAY: u64 = 24 * 60 * 60;
/// Seconds that a mailbox is remembered after its time is over, so that anyone who comes late is told so.
pub(super) const REMEMBERED: u64 = 30 * DAY;

impl Service {
    /// Deletes what is past its time: sessions and challenges; blobs and mailboxes; devices that are in no space a day after
    /// they registered; and entries older than the retention, acknowledged or not. The binary calls it every ten minutes.
    ///
    /// # Errors
    /// When the storage fails; what was swept before stays swept.
    pub fn sweep(&self) -> std::result::Result<(), Problem> {
        let now = self.inner.clock.now();
        let retention = now.saturating_sub(u64::from(self.inner.settings.limits.retention_days) * DAY);
        self.sweep_part(Box::new(move |rows| {
            rows.expire_sessions(now)?;
            rows.expire_blobs(now)?;
            rows.expire_mailboxes(now, now.saturating_sub(REMEMBERED))?;
            rows.expire_claimed(retention)?;
            rows.forget_devices(now.saturating_sub(DAY))
        }))?;
        let mut old = Vec::new();
        let find = &mut |rows: &dyn Transaction| {
            old = rows.generations_before(retention)?;
            Ok(())
        };
        self.inner.storage.read(find).map_err(storage_problem)?;
        // One log at a time, so that appends need not wait for all.
        old.into_iter().try_for_each(|(space, generation)| {
            self.sweep_part(Box::new(move |rows| drop_old(rows, space, generation, retention)))
        })
    }

    fn sweep_part(&self, work: Part) -> std::result::Result<(), Problem> {
        let (told, outcome) = sync_channel(1);
        self.inner.storage.write(Box::new(Sweeping { work: Some(work), found: Ok(()), told }));
        outcome.recv().unwrap_or(Err(StorageError::Unavailable)).map_err(storage_problem)
    }
}

fn drop_old(rows: &dyn Transaction, space: SpaceId, generation: u32, taken_before: u64) -> Result<()> {
    let Some(log) = rows.generation(space, generation)? else { return Ok(()) };
    let Some(through) = rows.last_before(space, generation, taken_before)? else { return Ok(()) };
    match pull::drop_through(rows, space, generation, log, through) {
        Err(Refusal::Storage(error)) => Err(error),
        // The entry was just seen in this transaction: if it is not there, the file contradicts itself.
        Err(_) => Err(StorageError::Failed(-1)),
        Ok(()) => Ok(()),
    }
}

type Part = Box<dyn FnOnce(&dyn Transaction) -> Result<()> + Send>;

struct Sweeping {
    work: Option<Part>,
    found: Result<()>,
    told: SyncSender<Result<()>>,
}

impl WriteJob for Sweeping {
    fn run(&mut self, rows: &dyn Transaction) -> Result<bool> {
        self.found = self.work.take().map_or(Err(StorageError::Unavailable), |work| work(rows));
        Ok(self.found.is_ok())
    }

    fn done(self: Box<Self>, outcome: Result<()>) {
        // If the receiver is gone, nobody needs to know.
        let _ = self.told.send(outcome.and(self.found));
    }
}
