//! What is checked about the project itself, and the runner that `make test` calls. The README says where to start reading.
//!
//! Every check takes the project's root and answers with a list of problems in words, empty when all is well: the tests in
//! `tests/` assert that it is, and the `checks` program prints it.

pub mod claims;
pub mod layers;
pub mod licences;
pub mod links;
pub mod maven;
pub mod metadata;
pub mod mutants;
pub mod notices;
pub mod parts;
pub mod sources;
pub mod totals;

use std::path::{Path, PathBuf};

/// Why a check could not be made at all; a problem that a check finds is no error.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file is not what it should be.
    #[error("{path}: {what}")]
    Malformed {
        /// The file, or the command that wrote the text.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// A program that a check needs did not run or did not succeed.
    #[error("{command}: {what}")]
    Command {
        /// The program and its arguments.
        command: String,
        /// What it or the system said.
        what: String,
    },
}

/// The root of the project that this program was built from.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// A file's text.
fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|cause| Error::File { path: path.to_path_buf(), cause })
}

/// What a command printed, if it succeeded.
fn output(command: &mut std::process::Command) -> Result<String, Error> {
    let name = format!("{command:?}");
    let result = command.output().map_err(|cause| Error::Command { command: name.clone(), what: cause.to_string() })?;
    if !result.status.success() {
        let what = format!("{}: {}", result.status, String::from_utf8_lossy(&result.stderr).trim());
        return Err(Error::Command { command: name, what });
    }
    Ok(String::from_utf8_lossy(&result.stdout).into_owned())
}
