//! A test that needs another process runs its own program again, for itself alone, with its part in a variable.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const FOLDER: &str = "TEND_STORE_TEST_FOLDER";
const PART: &str = "TEND_STORE_TEST_PART";

/// In a child: the folder of the store, and what the child is to do.
pub fn part() -> Option<(PathBuf, String)> {
    Some((PathBuf::from(env::var_os(FOLDER)?), env::var(PART).ok()?))
}

/// A child that runs the test with this name in its part.
pub fn child(test: &str, folder: &Path, part: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--test-threads=1", "--nocapture"]).env(FOLDER, folder).env(PART, part);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}
