use std::sync::{Mutex, MutexGuard, PoisonError};

use tend_core::{Syncing, TendError};
use tokio::task::JoinHandle;

use crate::boundary::runtime;

/// Follows the server's events in the background, from [`Self::start`] to [`Self::stop`] or its own end.
#[derive(Default)]
pub(crate) struct Follower(Mutex<Option<JoinHandle<()>>>);

impl Follower {
    /// Begins; nothing to do when it has begun.
    pub(crate) fn start(&self, syncing: Syncing) -> Result<(), TendError> {
        let mut task = self.task();
        if task.as_ref().is_none_or(JoinHandle::is_finished) {
            *task = Some(runtime()?.spawn(async move { syncing.follow().await }));
        }
        Ok(())
    }

    /// Ends, and waits until it has ended.
    pub(crate) async fn stop(&self) {
        let task = self.task().take();
        if let Some(task) = task {
            task.abort();
            // That it was cancelled is what was asked for.
            let _ = task.await;
        }
    }

    fn task(&self) -> MutexGuard<'_, Option<JoinHandle<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        if let Some(task) = self.task().take() {
            task.abort();
        }
    }
}
