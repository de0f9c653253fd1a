//! How many tests passed, read from what the runners print.

use std::fmt;
use std::ops::AddAssign;

/// Numbers of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Ran and held.
    pub passed: u64,
    /// Ran and did not hold, or could not be built.
    pub failed: u64,
    /// Did not run.
    pub skipped: u64,
}

impl Totals {
    /// Tests of any outcome.
    pub fn all(self) -> u64 {
        self.passed + self.failed + self.skipped
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The closing line of `make test`.
impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// Whose output is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// `cargo test`: one closing line for each test binary.
    Cargo,
    /// Maven's Surefire: one closing line for each execution; those for each class are not counted.
    Maven,
    /// `swift test`: one line for each test, in XCTest's words and in Swift Testing's.
    Swift,
}

impl Runner {
    /// What this one line of output adds to the totals; nothing for most lines.
    pub fn count(self, line: &str) -> Totals {
        match self {
            Self::Cargo => cargo(line),
            Self::Maven => maven(line),
            Self::Swift => swift(line),
        }
        .unwrap_or_default()
    }
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s`
fn cargo(line: &str) -> Option<Totals> {
    let (_verdict, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut counts = counts.split("; ");
    let mut next = |name: &str| counts.next()?.strip_suffix(name)?.parse().ok();
    Some(Totals { passed: next(" passed")?, failed: next(" failed")?, skipped: next(" ignored")? })
}

/// `[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0`, and nothing after it
fn maven(line: &str) -> Option<Totals> {
    let (_level, counts) = line.split_once("] ")?;
    let mut counts = counts.trim_end().split(", ");
    let mut next = |name: &str| counts.next()?.strip_prefix(name)?.parse::<u64>().ok();
    let run = next("Tests run: ")?;
    let failed = next("Failures: ")? + next("Errors: ")?;
    let skipped = next("Skipped: ")?;
    if counts.next().is_some() {
        return None;
    }
    Some(Totals { passed: run.checked_sub(failed + skipped)?, failed, skipped })
}

/// XCTest: `Test Case 'Scenario.testPairs' passed (0.1 seconds)`. Swift Testing: `✔ Test pairs() passed after 0.1 seconds.`
fn swift(line: &str) -> Option<Totals> {
    let outcome = if let Some(case) = line.strip_prefix("Test Case '") {
        case.rsplit_once("' ")?.1.split(' ').next()?
    } else {
        let (symbol, rest) = line.split_once(' ')?;
        let test = rest.strip_prefix("Test ")?;
        // A symbol is one character, and the line about the whole run is not a test.
        if symbol.chars().count() != 1 || test.starts_with("run ") {
            return None;
        }
        if test.contains(" passed after ") {
            "passed"
        } else if test.contains(" failed after ") {
            "failed"
        } else if test.contains(" skipped: ") || test.ends_with(" skipped.") {
            "skipped"
        } else {
            return None;
        }
    };
    match outcome {
        "passed" => Some(Totals { passed: 1, ..Totals::default() }),
        "failed" => Some(Totals { failed: 1, ..Totals::default() }),
        "skipped" => Some(Totals { skipped: 1, ..Totals::default() }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(runner: Runner, output: &str) -> Totals {
        let mut totals = Totals::default();
        for line in output.lines() {
            totals += runner.count(line);
        }
        totals
    }

    #[test]
    fn every_binary_of_cargo_counts() {
        let output = "\
running 2 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 3 passed; 1 failed; 4 ignored; 0 measured; 9 filtered out; finished in 1.20s
error: test failed, to rerun pass `-p tend-core --lib`";
        assert_eq!(sum(Runner::Cargo, output), Totals { passed: 5, failed: 1, skipped: 4 });
    }

    #[test]
    fn a_class_of_maven_does_not_count_twice() {
        let output = "\
[INFO] Running app.tend.ScenarioTest
[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 0.5 s <<< FAILURE! -- in app.tend.ScenarioTest
[INFO] Results:
[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 1
[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0";
        assert_eq!(sum(Runner::Maven, output), Totals { passed: 4, failed: 2, skipped: 1 });
    }

    #[test]
    fn both_of_swifts_frameworks_count() {
        let output = "\
Test Suite 'All tests' started at 2026-01-01 10:00:00.000
Test Case 'Scenario.testSkip' started at 2026-01-01 10:00:00.000
Scenario.swift:7: Scenario.testSkip : Test skipped - no server
Test Case 'Scenario.testSkip' skipped (0.001 seconds)
Test Case 'Scenario.testPair' failed (0.0 seconds)
Test Case 'Scenario.testThank' passed (0.0 seconds)
Test Suite 'All tests' failed at 2026-01-01 10:00:00.000
\t Executed 3 tests, with 1 test skipped and 1 failure (0 unexpected) in 0.001 (0.001) seconds
◇ Test run started.
◇ Test leaves() started.
✘ Test off() skipped: \"why\"
✘ Test later() skipped.
✔ Test many(n:) passed after 0.001 seconds.
✔ Test \"one with a name\" passed after 0.001 seconds.
✘ Test leaves() recorded an issue at Scenario.swift:11:22: Expectation failed: (two() → 2) == 5
✘ Test leaves() failed after 0.001 seconds with 2 issues.
✘ Test run with 5 tests failed after 0.001 seconds with 2 issues.";
        assert_eq!(sum(Runner::Swift, output), Totals { passed: 3, failed: 2, skipped: 3 });
    }

    #[test]
    fn the_closing_line_has_its_shape() {
        let totals = Totals { passed: 12, failed: 0, skipped: 3 };
        assert_eq!(totals.to_string(), "12 passed, 0 failed, 3 skipped");
        assert_eq!(totals.all(), 15);
    }
}
