//! Planted bugs in a small project: one that its simulation or its tests see counts as noticed, every other kind does not.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use tend_checks::mutants;

const MANIFEST: &str = "[package]\nname = \"tend-tests\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n";
const LOCK: &str = "version = 4\n\n[[package]]\nname = \"tend-tests\"\nversion = \"0.1.0\"\n";
/// Notices a wrong sum with seed 3 alone; the test of the library notices any.
const SOAK: &str = "fn main() {
    let seeds = std::env::args().nth(1).unwrap_or_default();
    let sum = tend_tests::sum();
    if seeds.split(',').any(|seed| seed == \"3\") {
        assert_eq!(sum, 2);
    }
}
";
const LIB: &str = "pub fn sum() -> i32 {
    let sum = 1 + 1;
    sum
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sum_is_two() {
        assert_eq!(crate::sum(), 2);
    }

    #[test]
    fn another_holds() {}
}
";
const TESTED: &str = "Tests: tend-tests --lib the_sum";

fn patch(watch: &str, from: &str, to: &str) -> String {
    format!(
        "A wrong sum.\n{watch}\n\ndiff --git a/src/lib.rs b/src/lib.rs\n--- a/src/lib.rs\n+++ b/src/lib.rs\n\
         @@ -1,4 +1,4 @@\n pub fn sum() -> i32 {{\n-    let sum = {from};\n+    let sum = {to};\n     sum\n }}\n"
    )
}

fn project(patches: &[String]) -> TempDir {
    let root = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("Cargo.toml", MANIFEST);
    write("Cargo.lock", LOCK);
    write("src/bin/soak.rs", SOAK);
    write("src/lib.rs", LIB);
    for (number, patch) in patches.iter().enumerate() {
        write(&format!("tests/mutations/{number}.patch"), patch);
    }
    assert!(Command::new("git").args(["init", "--quiet"]).current_dir(root.path()).status().unwrap().success());
    root
}

/// Whether all is well, and the last thing that is said.
fn run_in(root: &Path) -> (bool, String) {
    let (work, mut out) = (TempDir::new().unwrap(), Vec::new());
    let all_noticed = mutants::run(root, work.path(), &mut out).unwrap();
    (all_noticed, String::from_utf8(out).unwrap().lines().last().unwrap().to_owned())
}

fn run(patches: &[String]) -> (bool, String) {
    run_in(project(patches).path())
}

#[test]
fn bugs_that_are_noticed_pass() {
    // The second applies only if the first was taken out again, and the third too.
    let patches =
        [patch("Seeds: 1,3", "1 + 1", "1 + 2"), patch("Seeds: 3", "1 + 1", "1 - 1"), patch(TESTED, "1 + 1", "0")];
    assert_eq!(run(&patches), (true, "2: noticed (tests tend-tests --lib the_sum)".to_owned()));
}

#[test]
fn a_bug_that_survives_fails() {
    assert_eq!(run(&[patch("Seeds: 4", "1 + 1", "1 + 2")]), (false, "0: SURVIVED (seeds 4)".to_owned()));
    let other = patch("Tests: tend-tests --lib another", "1 + 1", "1 + 2");
    assert_eq!(run(&[other]), (false, "0: SURVIVED (tests tend-tests --lib another)".to_owned()));
}

#[test]
fn a_patch_that_no_longer_applies_fails() {
    for watch in ["Seeds: 3", TESTED] {
        let (all_noticed, said) = run(&[patch(watch, "1 + 5", "1 + 2")]);
        assert!(!all_noticed && said.starts_with("0: NO LONGER APPLIES"), "{said}");
    }
}

#[test]
fn a_bug_that_does_not_build_is_not_taken_for_noticed() {
    for watch in ["Seeds: 3", TESTED] {
        let (all_noticed, said) = run(&[patch(watch, "1 + 1", "\"two\" + 1")]);
        assert!(!all_noticed && said.starts_with("0: DOES NOT BUILD"), "{said}");
    }
}

#[test]
fn tests_that_are_not_there_fail() {
    let gone = patch("Tests: tend-tests --lib the_product", "1 + 1", "1 + 2");
    assert_eq!(run(&[gone]), (false, "no test ran: tests tend-tests --lib the_product".to_owned()));
    let no_target = patch("Tests: tend-tests --test gone the_sum", "1 + 1", "1 + 2");
    let said = "the project itself does not build for tests tend-tests --test gone the_sum".to_owned();
    assert_eq!(run(&[no_target]), (false, said));
}

#[test]
fn a_bug_that_takes_its_test_away_fails() {
    let text = "A test less.\nTests: tend-tests --lib the_sum\n\ndiff --git a/src/lib.rs b/src/lib.rs\n--- a/src/lib.rs\n\
                +++ b/src/lib.rs\n@@ -7,3 +7,3 @@\n mod tests {\n-    #[test]\n+    #[allow(dead_code)]\n     fn the_sum_is_two() {\n";
    assert_eq!(run(&[text.to_owned()]), (false, "0: RAN NO TEST (tests tend-tests --lib the_sum)".to_owned()));
}

#[test]
fn no_bug_at_all_fails() {
    assert_eq!(run(&[]), (false, "tests/mutations holds no patch".to_owned()));
}

#[test]
fn a_project_that_fails_by_itself_fails() {
    for (watch, said) in [("Seeds: 3", "seeds 3"), (TESTED, "tests tend-tests --lib the_sum")] {
        let root = project(&[patch(watch, "1 + 1", "1 + 2")]);
        let lib = root.path().join("src/lib.rs");
        fs::write(lib, LIB.replace("    sum\n", "    sum + 7\n")).unwrap();
        assert_eq!(run_in(root.path()), (false, format!("the project itself fails with {said}")));
    }
}
