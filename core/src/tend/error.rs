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
            StoreError::Shared => Self::new("store_shared"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{spaces::SpaceError, sync::EngineError};
    use tend_protocol::ErrorCode;

    /// Which code each comes to, and whether trying again can help.
    fn told<E: Into<TendError>>(errors: impl IntoIterator<Item = E>) -> Vec<(&'static str, bool)> {
        errors.into_iter().map(Into::into).map(|error| (error.code, error.retry_can_help)).collect()
    }

    #[test]
    fn each_failure_of_the_store_has_its_code_and_its_advice() {
        let all = || {
            let disk = StoreError::Disk(std::io::Error::from(std::io::ErrorKind::StorageFull));
            let failed = StoreError::Sqlite(rusqlite::Error::InvalidQuery);
            let rest = [StoreError::Newer, StoreError::Damaged, StoreError::NoEncryption];
            [StoreError::InUse, StoreError::Shared, StoreError::WrongKey, disk, failed].into_iter().chain(rest)
        };
        let expected = [
            ("store_in_use", true),
            ("store_shared", false),
            ("store_wrong_key", false),
            ("store_disk", true),
            ("store_failed", true),
            ("store_newer", false),
            ("store_damaged", false),
            ("store_failed", true),
        ];
        assert_eq!(told(all()), expected);
        assert_eq!(told(all().map(EngineError::Store)), expected, "on its way through the engine too");
        assert_eq!(told(all().map(RecordError::Store)), expected, "and through the records");
        assert_eq!(told([EngineError::Space(SpaceError::CommitPending)]), [("space_failed", false)]);
        assert_eq!(told([RecordError::NotFound, RecordError::NotYours]), [("not_found", false), ("not_yours", false)]);
    }

    #[test]
    fn each_fault_of_an_invite_has_its_code() {
        let of = |error: InviteError| told([error])[0];
        assert_eq!(of(InviteError::NewerVersion), ("invite_newer", false));
        assert_eq!(of(InviteError::BadServer), ("bad_server", false));
        assert_eq!(of(InviteError::BadAccessCode), ("bad_access_code", false));
        assert_eq!(of(InviteError::BadCode), ("code_mistyped", false));
        assert_eq!([InviteError::Malformed, InviteError::TooLong].map(of), [("invite_unreadable", false); 2]);
    }

    #[test]
    fn each_failure_to_reach_the_server_has_its_code_and_its_advice() {
        let failures = [Failure::Unreachable, Failure::BrokenOff, Failure::Malformed, Failure::OtherServer];
        let expected = [("offline", true), ("offline", true), ("server_unreadable", true), ("other_server", false)];
        assert_eq!(told(failures), expected);
        let refused = [
            (ErrorCode::AccessCode, ("access_code_needed", false)),
            (ErrorCode::RateLimited, ("server_busy", true)),
            (ErrorCode::DiskFull, ("server_full", true)),
            (ErrorCode::QuotaExceeded, ("server_full", false)),
            (ErrorCode::DeviceRevoked, ("device_revoked", false)),
            (ErrorCode::Internal, ("server_refused", true)),
        ];
        for (code, expected) in refused {
            assert_eq!(told([Failure::Refused(code.into())]), [expected]);
        }
    }
}
