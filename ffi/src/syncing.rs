use std::sync::Arc;

use crate::{
    SyncOutcome, TendError,
    boundary::{call, on_runtime},
    follower::Follower,
    forms::Crosses,
};

/// Talking to the server. A shell that stops waiting does not stop the work.
#[derive(uniffi::Object)]
pub struct Syncing {
    pub(crate) core: Arc<tend_core::Tend>,
    pub(crate) follower: Arc<Follower>,
}

#[uniffi::export(async_runtime = "tokio")]
impl Syncing {
    /// One round: sends what is due, reads what is new. Without a server it does nothing. What belongs to this person's devices
    /// alone is sent at a long regular interval, or along with something for the partner.
    ///
    /// # Errors
    /// `offline`, `server_unreadable`, `server_refused`, `server_busy`, `server_full`, `access_code_needed`, `other_server`,
    /// `device_revoked`. What was done until then stays done.
    pub async fn sync(&self) -> Result<SyncOutcome, TendError> {
        let syncing = self.core.syncing();
        on_runtime(self.core.language(), async move { syncing.sync().await.map(Crosses::out) }).await
    }

    /// As `sync`, and what belongs to this person's devices alone leaves at once.
    ///
    /// # Errors
    /// As `sync`.
    pub async fn sync_now(&self) -> Result<SyncOutcome, TendError> {
        let syncing = self.core.syncing();
        on_runtime(self.core.language(), async move { syncing.sync_now().await.map(Crosses::out) }).await
    }

    /// A sentence for a person whose writings do not leave this phone, and how many wait; nothing while everything goes its way. What waits for
    /// its regular time, or for a server that cannot be reached, does not count.
    ///
    /// # Errors
    /// `store_…`.
    pub fn kept_back(&self) -> Result<Option<String>, TendError> {
        call(self.core.language(), || self.core.syncing().kept_back())
    }

    /// Follows the server in the background and syncs whenever there is something, while the app is in front. Nothing to do when
    /// it does already. It ends with `stop_following`, or with the last of the objects that came from this `Tend`.
    ///
    /// # Errors
    /// `internal`, where the system gives no threads.
    pub fn start_following(&self) -> Result<(), TendError> {
        call(self.core.language(), || self.follower.start(self.core.syncing()))
    }

    /// Ends it, and waits until it has ended.
    ///
    /// # Errors
    /// `internal`, where the system gives no threads.
    pub async fn stop_following(&self) -> Result<(), TendError> {
        let follower = Arc::clone(&self.follower);
        on_runtime(self.core.language(), async move {
            follower.stop().await;
            Ok(())
        })
        .await
    }
}
