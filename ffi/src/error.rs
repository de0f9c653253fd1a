/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum TendError {
    /// The one kind: what tells errors apart is their code.
    #[error("{text}")]
    Failed {
        /// Never changes its meaning; for programs.
        code: String,
        /// What happened and what can be done, in the person's language.
        text: String,
        /// Whether the same may succeed later.
        retry_can_help: bool,
    },
}

impl From<tend_core::TendError> for TendError {
    fn from(error: tend_core::TendError) -> Self {
        let tend_core::TendError { code, message, retry_can_help } = error;
        Self::Failed { code: code.into(), text: message, retry_can_help }
    }
}

/// A shell's listener threw something: the core goes on.
impl From<uniffi::UnexpectedUniFFICallbackError> for TendError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        tend_core::TendError::internal().into()
    }
}
