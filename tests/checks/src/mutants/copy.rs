//! A copy of the project, in which bugs are planted.

use super::{
    cargo, failed, status,
    watch::{Tests, Watch},
};
use crate::Error;
use crate::sources::Tree;
use crate::totals::{Runner, Totals};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the seeds or tests came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// They notice nothing.
    Held,
    Failed,
    /// No test has such a name, so nothing was looked at.
    RanNoTest,
}

/// A copy of the project.
pub(super) struct Copy {
    pub folder: PathBuf,
    /// Cargo's target folder.
    pub build: PathBuf,
}

impl Copy {
    /// Builds what is to notice something, and no more. False if it does not compile.
    pub(super) fn build(&self, watch: &Watch) -> Result<bool, Error> {
        let mut command = match watch {
            Watch::Seeds(_) => self.cargo(&["build", "--quiet", "--locked", "-p", "tend-tests", "--bin", "soak"]),
            Watch::Tests(tests) => self.test(tests, &["--no-run"]),
        };
        Ok(status(&mut command)?.success())
    }

    /// What the seeds or tests, which are built, come to.
    pub(super) fn look(&self, watch: &Watch) -> Result<Outcome, Error> {
        match watch {
            Watch::Seeds(seeds) => {
                let mut command = Command::new(self.build.join("debug/soak"));
                command.arg(seeds).current_dir(&self.folder).stdout(Stdio::null()).stderr(Stdio::null());
                Ok(if status(&mut command)?.success() { Outcome::Held } else { Outcome::Failed })
            }
            Watch::Tests(tests) => {
                let mut command = self.test(tests, &[&tests.filter]);
                let result = command.stdin(Stdio::null()).output().map_err(failed(&command))?;
                Ok(outcome(result.status.success(), &String::from_utf8_lossy(&result.stdout)))
            }
        }
    }

    fn test(&self, tests: &Tests, more: &[&str]) -> Command {
        let mut command = self.cargo(&["test", "--quiet", "--locked", "-p", &tests.package]);
        // A few tests are slower so, and each bug is built in a fraction of the time.
        command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "0").env("CARGO_PROFILE_DEV_DEBUG", "0");
        command.args(&tests.target).args(more);
        command
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo());
        command.args(arguments).arg("--target-dir").arg(&self.build).current_dir(&self.folder);
        command
    }
}

/// What tests came to that were built before, by how Cargo ended and what it printed.
fn outcome(success: bool, printed: &str) -> Outcome {
    let mut totals = Totals::default();
    for line in printed.lines() {
        totals += Runner::Cargo.count(line);
    }
    match (success, totals.passed + totals.failed) {
        // A process that dies has no closing line.
        (false, _) => Outcome::Failed,
        (true, 0) => Outcome::RanNoTest,
        (true, _) => Outcome::Held,
    }
}

/// Copies the project again. What was built from an earlier copy stays, and is used where it is still current.
pub(super) fn lay(root: &Path, copy: &Path) -> Result<(), Error> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |cause| Error::File { path, cause }
    };
    if copy.exists() {
        std::fs::remove_dir_all(copy).map_err(failed(copy))?;
    }
    for path in Tree::load(root)?.paths() {
        let to = copy.join(path);
        std::fs::create_dir_all(to.parent().unwrap_or(copy)).map_err(failed(&to))?;
        std::fs::copy(root.join(path), &to).map_err(failed(&to))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_hold_only_if_one_ran() {
        let line = |passed: u32, failed: u32| {
            format!(
                "test result: ok. {passed} passed; {failed} failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.00s\n"
            )
        };
        assert_eq!(outcome(true, &(line(0, 0) + &line(2, 0))), Outcome::Held);
        assert_eq!(outcome(true, &(line(0, 0) + &line(0, 0))), Outcome::RanNoTest, "an ignored test is none");
        assert_eq!(outcome(true, ""), Outcome::RanNoTest);
        assert_eq!(outcome(false, &line(1, 1).replace("ok", "FAILED")), Outcome::Failed);
        assert_eq!(outcome(false, "running 1 test\n"), Outcome::Failed, "the test's process died");
    }
}
