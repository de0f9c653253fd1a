use tend_core::content::Language;

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

impl TendError {
    /// The core's error, in the person's language.
    pub(crate) fn of(error: tend_core::TendError, language: Language) -> Self {
        let tend_core::TendError { code, retry_can_help } = error;
        Self::Failed { code: code.into(), text: error.message(language), retry_can_help }
    }
}

/// A shell's listener threw something: the core goes on.
impl From<uniffi::UnexpectedUniFFICallbackError> for TendError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        // Nobody reads it: the shell itself threw.
        Self::of(tend_core::TendError::internal(), Language::English)
    }
}
