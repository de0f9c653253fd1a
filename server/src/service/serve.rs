//! What every call goes through.

use std::sync::Arc;

use tend_protocol::{Call, DeviceId, ErrorCode, Head, Problem, SignedCertificate, SpaceId};

use super::{
    Settings,
    rates::{Limiter, Source},
};
use crate::{
    environment::{Clock, Random, Wakeups},
    storage::{Storage, StorageError, Transaction},
};

/// Why a call gets no answer.
pub(crate) enum Refusal {
    /// The call changed nothing.
    Undone(Problem),
    /// What the call changed stays, as when a second joiner closes a mailbox.
    Kept(Problem),
    /// The storage failed; the call changed nothing.
    Storage(StorageError),
}

impl From<ErrorCode> for Refusal {
    fn from(code: ErrorCode) -> Self {
        Self::Undone(code.into())
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Undone(problem)
    }
}

impl From<StorageError> for Refusal {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Undone(problem) | Refusal::Kept(problem) => problem,
            Refusal::Storage(error) => storage_problem(error),
        }
    }
}

/// What the caller is told when the storage fails.
pub(crate) fn storage_problem(error: StorageError) -> Problem {
    match error {
        StorageError::Unavailable => Problem { retry_after: Some(1), ..ErrorCode::Unavailable.into() },
        StorageError::Failed(code) => {
            tracing::error!(code, "the storage failed");
            ErrorCode::Internal.into()
        }
    }
}

/// What the service is made of; every call shares it.
pub(crate) struct Inner {
    pub(crate) storage: Arc<dyn Storage>,
    pub(crate) settings: Settings,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) wakeups: Arc<dyn Wakeups>,
    pub(crate) limiter: Limiter,
}

/// Who asks, when, and of whom.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) inner: Arc<Inner>,
    /// Set when the call has a valid session.
    pub(crate) session: Option<DeviceId>,
    pub(crate) source: Source,
    /// Seconds since 1970-01-01 UTC: one moment for all of the call.
    pub(crate) now: u64,
}

impl Context {
    /// The device that asks.
    pub(crate) fn caller(&self) -> Result<DeviceId, Refusal> {
        self.session.ok_or_else(|| ErrorCode::Unauthenticated.into())
    }

    /// The device that asks is that person's, who signed so.
    pub(crate) fn certified(&self, certificate: &SignedCertificate) -> Result<(), Refusal> {
        if certificate.device != self.caller()? || certificate.verify().is_err() {
            return Err(ErrorCode::BadSignature.into());
        }
        Ok(())
    }
}

/// Whether a call changes rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// It reads.
    Read,
    /// It writes.
    Write,
}

/// What a device has stored of a log.
pub(crate) struct Acknowledgement {
    pub(crate) space: SpaceId,
    pub(crate) generation: u32,
    pub(crate) device: DeviceId,
    pub(crate) through: u64,
}

/// What a call does apart from its answer, once it is on disk.
#[derive(Default)]
pub(crate) struct Effects {
    /// Logs that grew.
    pub(crate) grown: Vec<(SpaceId, u32, u64)>,
    /// Devices whose sessions ended.
    pub(crate) ended: Vec<DeviceId>,
    /// What the caller acknowledged with a call that only reads.
    pub(crate) acknowledged: Option<Acknowledgement>,
    /// The space that the caller, who was pending there, asked for with such a call.
    pub(crate) joined: Option<SpaceId>,
    /// Filled by [`Self::address`].
    hints: Vec<(Vec<DeviceId>, Head)>,
}

impl Effects {
    /// Notes whom to tell, while the rows can be read.
    pub(crate) fn address(&mut self, context: &Context, rows: &dyn Transaction) -> Result<(), StorageError> {
        if self.grown.is_empty() || !context.inner.wakeups.listening() {
            return Ok(());
        }
        for (space, generation, head) in std::mem::take(&mut self.grown) {
            let head = Head { space: space.to_hex(), generation, head };
            self.hints.push((rows.members(space)?, head));
        }
        Ok(())
    }

    /// Tells them.
    pub(crate) fn tell(&self, context: &Context) {
        for (devices, head) in &self.hints {
            context.inner.wakeups.grown(devices, head);
        }
        for device in &self.ended {
            context.inner.wakeups.ended(*device);
        }
    }
}

/// A call as the server serves it: checked without the database, then run in a transaction.
pub(crate) trait Serve: Call {
    /// Whether it changes rows.
    const WORK: Work;
    /// Whether calls of it are counted against the caller's rates.
    const COUNTED: bool = true;
    /// Whether a call that writes may make the database grow, so that it is refused on a disk that is almost full. One that deletes,
    /// leaves, or is needed to do so, never is.
    const GROWS: bool = true;
    /// What is left of the call after checking.
    type Ready: Send + 'static;

    /// Refuses what can be refused without the database, and computes what need not wait for the writer.
    fn prepare(self, context: &Context) -> Result<Self::Ready, Refusal>;

    /// Authorises and does it.
    fn run(
        ready: Self::Ready,
        context: &Context,
        rows: &dyn Transaction,
        effects: &mut Effects,
    ) -> Result<Self::Answer, Refusal>;
}
