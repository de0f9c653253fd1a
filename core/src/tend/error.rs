use tend_protocol::Problem;

use crate::{
    address::BadServer,
    content::{Language, Words},
    pairing::InviteError,
    records::RecordError,
    refusal::Refuses,
    store::StoreError,
    sync::{EngineError, Failure},
};

/// What went wrong, for shells: a stable code for programs, whether trying again can help, and a sentence that a person can act on
/// ([`TendError::message`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct TendError {
    /// Never changes its meaning. Each has its words in `core/content/locales`.
    pub code: &'static str,
    /// Whether the same may succeed later.
    pub retry_can_help: bool,
}

impl TendError {
    /// The error of this code. Trying again does not help.
    pub fn new(code: &'static str) -> Self {
        Self { code, retry_can_help: false }
    }

    /// What a person can read of it, and do about it.
    pub fn message(&self, language: Language) -> String {
        Words { language, ..Words::default() }.text(&format!("error-{}", self.code.replace('_', "-")))
    }

    /// What went wrong inside Tend, by a fault of Tend's: work that panicked. Its transaction is rolled back.
    pub fn internal() -> Self {
        Self::passing("internal")
    }

    fn passing(code: &'static str) -> Self {
        Self { retry_can_help: true, ..Self::new(code) }
    }
}

impl<R: Refuses> From<R> for TendError {
    fn from(refusal: R) -> Self {
        Self::new(refusal.code())
    }
}

impl From<StoreError> for TendError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::InUse => Self::passing("store_in_use"),
            StoreError::WrongKey => Self::new("store_wrong_key"),
            StoreError::Newer => Self::new("store_newer"),
            StoreError::Damaged => Self::new("store_damaged"),
            StoreError::Disk(_) => Self::passing("store_disk"),
            _ => Self::passing("store_failed"),
        }
    }
}

impl From<EngineError> for TendError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Store(error) => error.into(),
            EngineError::Space(_) => Self::new("space_failed"),
        }
    }
}

impl From<RecordError> for TendError {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::NotFound => Self::new("not_found"),
            RecordError::NotYours => Self::new("not_yours"),
            RecordError::Invalid(_) => Self::new("too_large"),
            RecordError::Store(error) => error.into(),
        }
    }
}

impl From<InviteError> for TendError {
    fn from(error: InviteError) -> Self {
        Self::new(match error {
            InviteError::NewerVersion => "invite_newer",
            InviteError::BadServer => "bad_server",
            InviteError::BadAccessCode => "bad_access_code",
            InviteError::BadCode => "code_mistyped",
            _ => "invite_unreadable",
        })
    }
}

impl From<BadServer> for TendError {
    fn from(_: BadServer) -> Self {
        Self::new("bad_server")
    }
}

impl From<Failure> for TendError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unreachable | Failure::BrokenOff => Self::passing("offline"),
            Failure::OtherServer => Self::new("other_server"),
            Failure::Malformed => Self::passing("server_unreadable"),
            Failure::Refused(Problem { code, .. }) => match code {
                tend_protocol::ErrorCode::AccessCode => Self::new("access_code_needed"),
                tend_protocol::ErrorCode::RateLimited => Self::passing("server_busy"),
                tend_protocol::ErrorCode::DiskFull => Self::passing("server_full"),
                tend_protocol::ErrorCode::DeviceRevoked => Self::new("device_revoked"),
                tend_protocol::ErrorCode::QuotaExceeded => Self::new("server_full"),
                _ => Self::passing("server_refused"),
            },
        }
    }
}
