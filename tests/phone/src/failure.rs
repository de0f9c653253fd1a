//! What goes wrong, with a stable code.

use std::process::ExitCode;

use serde_json::{Value, json};
use tend_core::TendError;

/// The exit code of a command line that was not understood.
pub const USAGE: u8 = 2;

/// A failure as it is shown. Those of the core keep their code and words; the terminal adds its own.
#[derive(Debug)]
pub struct Failure {
    code: &'static str,
    message: String,
    retry_can_help: bool,
}

impl Failure {
    /// A failure of the terminal's own; another try does not change it.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), retry_can_help: false }
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
        Self {
            retry_can_help: true,
            ..Self::new("system", "This computer has nothing left to run on. Try again later.")
        }
    }

    /// For programs.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// For people.
    pub fn message(&self) -> &str {
        &self.message
    }

    pub fn json(&self) -> Value {
        json!({ "error": { "code": self.code, "message": self.message, "retry_can_help": self.retry_can_help } })
    }

    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.code == "usage" { USAGE } else { 1 })
    }
}

impl From<TendError> for Failure {
    fn from(error: TendError) -> Self {
        Self { code: error.code, message: error.message, retry_can_help: error.retry_can_help }
    }
}
