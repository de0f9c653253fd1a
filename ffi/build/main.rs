//! Writes the boundary from the core's facade: an object for each area, a function for each verb, and every type that they take or give,
//! with the very words that the core says of them. `src/areas.rs` includes it. ADR 0010 says why.

mod areas;
mod forms;
mod source;
mod types;

use std::{env, fmt, fs, io::Write, path::PathBuf};

use areas::boundary;
use source::{Core, Refusal};

/// What crosses without a verb that takes or gives it: `src/listener.rs` and `src/syncing.rs` do.
const ROOTS: [&str; 2] = ["Area", "SyncOutcome"];

/// Cargo shows it as it is.
struct Refused(Refusal);

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: fmt::Display> From<E> for Refused {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

fn main() -> Result<(), Refused> {
    let core = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../core/src");
    // Cargo watches all that is in a folder.
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", core.display())?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("areas.rs"), boundary(&Core::read(&core)?, &ROOTS)?)?;
    Ok(())
}
