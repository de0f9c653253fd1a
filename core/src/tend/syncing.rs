use std::{sync::Arc, time::Duration};

use futures_util::StreamExt;

use super::{Tend, TendError, tend::lock};
use crate::sync::{Failure, Handled, Request, SpaceState, SpaceStatus, devices::ThisDevice, http::Http};

/// Requests of one round: far above what a day needs, so that a server that answers nonsense cannot keep a phone busy.
const ROUND_REQUESTS: usize = 20_000;
/// Servers that connections are kept to.
const TRANSPORTS: usize = 4;
/// Writings that are counted, of those that do not leave.
const COUNTED: usize = 999;
/// How long a device that waits to be added to a space hears nothing before it looks again: the server tells it of the space only once it
/// is there.
const WELCOME_INTERVAL: Duration = Duration::from_secs(60);
/// Events that one sync answers.
const EVENTS: usize = 256;
/// Waits between two tries to reach the server while events are followed.
const PATIENCE: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(30), Duration::from_secs(120)];

/// Talking to the server.
#[derive(Debug)]
pub struct Syncing(Arc<Tend>);

/// What a round of sync came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyncOutcome {
    /// Whether anything that a screen shows may have changed.
    pub changed: bool,
    /// How many requests were answered.
    pub requests: usize,
}

impl Tend {
    /// Talking to the server.
    pub fn syncing(self: &Arc<Self>) -> Syncing {
        Syncing(Arc::clone(self))
    }

    /// The transport to a server. It is kept from round to round, and with it its connections: a new one would mean TCP and TLS again
    /// for each event.
    fn transport(&self, server: &str) -> Result<Http, TendError> {
        let mut kept = lock(&self.transports);
        if let Some(http) = kept.get(server) {
            return Ok(http.clone());
        }
        let http = Http::new(server, &self.roots)?;
        if kept.len() >= TRANSPORTS {
            kept.clear();
        }
        kept.insert(server.into(), http.clone());
        Ok(http)
    }
}

impl Syncing {
    /// One round: sends what is due, reads what is new, until there is no more. Without a server it does nothing.
    /// What belongs to this person's devices alone is sent at a long regular interval, or along with something for the partner.
    ///
    /// # Errors
    /// `offline`, `server_unreadable`, `server_refused`, `server_busy`, `server_full`, `access_code_needed`, `other_server`,
    /// `device_revoked`. What was done until then stays done.
    pub async fn sync(&self) -> Result<SyncOutcome, TendError> {
        self.round(false).await
    }

    /// As [`Self::sync`], and what belongs to this person's devices alone leaves at once.
    ///
    /// # Errors
    /// As [`Self::sync`].
    pub async fn sync_now(&self) -> Result<SyncOutcome, TendError> {
        self.round(true).await
    }

    async fn round(&self, now: bool) -> Result<SyncOutcome, TendError> {
        let tend = &self.0;
        let _round = tend.rounds.lock().await;
        let mut outcome = SyncOutcome { changed: false, requests: 0 };
        let mut failed = None;
        lock(&tend.engine).begin(now);
        while let Some(request) = self.next().await? {
            let answer = tend.transport(&request.server)?.call(&request).await;
            let failure = answer.as_ref().err().cloned();
            let taken = self.handle(request, answer).await?;
            outcome.requests += 1;
            outcome.changed |= taken.changed;
            tend.tell();
            if taken.wait.is_some() {
                return Err(taken.failure.or(failure).unwrap_or(Failure::Malformed).into());
            }
            failed = taken.failure.or(failed);
            if outcome.requests >= ROUND_REQUESTS {
                return Err(Failure::Malformed.into());
            }
        }
        // Another server than the person's own could not be used; all else is done.
        failed.map_or(Ok(outcome), |failure| Err(failure.into()))
    }

    /// A sentence for a person whose writings do not leave this phone, and how many wait; `None` while everything goes its way. What waits for
    /// its regular time, or for a server that cannot be reached, does not count.
    pub fn kept_back(&self) -> Result<Option<String>, TendError> {
        let held = lock(&self.0.engine).held();
        self.0.read(|scope| {
            let mut waiting = 0;
            let mut key = "kept-back";
            for space in SpaceState::all(scope.tx)? {
                if space.status == SpaceStatus::Stopped {
                    key = "kept-here";
                }
                if held.contains(&space.id) || matches!(space.status, SpaceStatus::Paused | SpaceStatus::Stopped) {
                    waiting += scope.tx.unsent_operations(space.id, COUNTED)?.len();
                }
            }
            let text = || scope.words(self.0.language).map(|words| words.with(key, &[("things", waiting.into())]));
            (waiting > 0).then(text).transpose()
        })
    }

    /// Where each of this device's spaces stands: for the screen that shows how safe and how current everything is.
    pub fn spaces(&self) -> Result<Vec<SpaceState>, TendError> {
        self.0.read(|scope| Ok(SpaceState::all(scope.tx)?))
    }

    /// Begins a round for a transport of one's own, as a simulation has: then [`Self::next_request`] and [`Self::take_answer`] in turn.
    /// See [`Self::sync_now`] for `now`.
    pub fn begin(&self, now: bool) {
        lock(&self.0.engine).begin(now);
    }

    /// The request that is due, `None` when the round is done.
    ///
    /// # Errors
    /// `store_…`, `space_failed`.
    pub fn next_request(&self) -> Result<Option<Request>, TendError> {
        Ok(lock(&self.0.engine).next(self.0.now())?)
    }

    /// Takes the answer to a request.
    ///
    /// # Errors
    /// `store_…`, `space_failed`; the answer counts as lost.
    pub fn take_answer(&self, request: &Request, answer: Result<Vec<u8>, Failure>) -> Result<Handled, TendError> {
        Ok(lock(&self.0.engine).handle(request, answer, self.0.now())?)
    }

    async fn next(&self) -> Result<Option<Request>, TendError> {
        self.on_disk(Self::next_request).await
    }

    async fn handle(&self, request: Request, answer: Result<Vec<u8>, Failure>) -> Result<Handled, TendError> {
        self.on_disk(move |syncing| syncing.take_answer(&request, answer)).await
    }

    /// The store's work, where it does not keep the network waiting.
    async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, TendError> + Send + 'static,
    ) -> Result<T, TendError> {
        let syncing = Self(Arc::clone(&self.0));
        match tokio::task::spawn_blocking(move || work(&syncing)).await {
            Ok(result) => result,
            Err(_) => Err(TendError::new("space_failed")),
        }
    }

    /// Follows the server's events and syncs at each, until the future is dropped. Unreachable servers are tried again, ever more slowly.
    pub async fn follow(&self) {
        let mut failures = 0;
        loop {
            if self.follow_once().await.is_ok() {
                failures = 0;
            }
            tokio::time::sleep(PATIENCE[failures.min(PATIENCE.len() - 1)]).await;
            failures += 1;
        }
    }

    async fn follow_once(&self) -> Result<(), TendError> {
        self.sync().await?;
        let Some(server) = self.0.store.read(ThisDevice::load)?.and_then(|device| device.server) else { return Ok(()) };
        let http = self.0.transport(&server.address)?;
        let Some(token) = lock(&self.0.engine).token().map(String::from) else { return Ok(()) };
        // Of several that wait, one sync takes all.
        let mut events = Box::pin(http.events(&token).await?.ready_chunks(EVENTS));
        // What came between the sync and the stream is told by its first events.
        loop {
            match tokio::time::timeout(WELCOME_INTERVAL, events.next()).await {
                Ok(None) => return Ok(()),
                Err(_) if !self.waits_for_welcome()? => {}
                Ok(Some(_)) | Err(_) => drop(self.sync().await?),
            }
        }
    }

    fn waits_for_welcome(&self) -> Result<bool, TendError> {
        Ok(self.spaces()?.iter().any(|space| matches!(space.status, SpaceStatus::Joining { .. })))
    }
}
