//! What goes wrong, with a stable code.

use std::process::ExitCode;

use serde_json::{Value, json};
use tend_core::{TendError, content::Language};

/// The exit code of a command line that was not understood.
pub const USAGE: u8 = 2;

/// A failure as it is shown: the core's, or one of the terminal's own.
#[derive(Debug)]
pub enum Failure {
    Core(TendError),
    Own { code: &'static str, message: String, retry_can_help: bool },
}

impl Failure {
    /// A failure of the terminal's own; another try does not change it.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self::Own { code, message: message.into(), retry_can_help: false }
    }

    /// The command line was not understood. Of what clap says, only the error itself is kept.
    pub fn usage(error: &clap::Error) -> Self {
        let text = error.to_string();
        let first = text.split("\n\n").next().unwrap_or_default();
        let words: Vec<_> = first.trim_start_matches("error: ").split_whitespace().collect();
        Self::new("usage", words.join(" "))
    }

    /// The system has no threads, memory or files left.
    pub fn system() -> Self {
        let message = "This computer has nothing left to run on. Try again later.".into();
        Self::Own { code: "system", message, retry_can_help: true }
    }

    /// For programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Core(error) => error.code,
            Self::Own { code, .. } => code,
        }
    }

    /// For people. The terminal's own words are in English.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Core(error) => error.message(language),
            Self::Own { message, .. } => message.clone(),
        }
    }

    pub fn json(&self, language: Language) -> Value {
        let retry_can_help = match self {
            Self::Core(error) => error.retry_can_help,
            Self::Own { retry_can_help, .. } => *retry_can_help,
        };
        json!({ "error": { "code": self.code(), "message": self.message(language), "retry_can_help": retry_can_help } })
    }

    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.code() == "usage" { USAGE } else { 1 })
    }
}

impl From<TendError> for Failure {
    fn from(error: TendError) -> Self {
        Self::Core(error)
    }
}
