//! Planted bugs in a project of three files: the one that its simulation sees counts as noticed, every other kind does not.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use tend_checks::mutants;

const MANIFEST: &str = "[package]\nname = \"tend-tests\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n";
const LOCK: &str = "version = 4\n\n[[package]]\nname = \"tend-tests\"\nversion = \"0.1.0\"\n";
/// Notices a wrong sum with seed 3 alone.
const SOAK: &str = "fn main() {
    let seeds = std::env::args().nth(1).unwrap_or_default();
    let sum = 1 + 1;
    if seeds.split(',').any(|seed| seed == \"3\") {
        assert_eq!(sum, 2);
    }
}
";

fn patch(seeds: &str, from: &str, to: &str) -> String {
    let (before, after) = ("    let seeds = std::env::args().nth(1).unwrap_or_default();", "    if seeds.split(',')");
    let after = SOAK.lines().find(|line| line.starts_with(after)).unwrap();
    format!(
        "A wrong sum.\nSeeds: {seeds}\n\ndiff --git a/src/bin/soak.rs b/src/bin/soak.rs\n--- a/src/bin/soak.rs\n\
         +++ b/src/bin/soak.rs\n@@ -2,3 +2,3 @@\n {before}\n-    let sum = {from};\n+    let sum = {to};\n {after}\n"
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
    for (number, patch) in patches.iter().enumerate() {
        write(&format!("tests/mutations/{number}.patch"), patch);
    }
    assert!(Command::new("git").args(["init", "--quiet"]).current_dir(root.path()).status().unwrap().success());
    root
}

fn all_noticed(patches: &[String]) -> bool {
    let work = TempDir::new().unwrap();
    mutants::run(project(patches).path(), work.path()).unwrap()
}

#[test]
fn bugs_that_are_noticed_pass() {
    // The second applies only if the first was taken out again.
    assert!(all_noticed(&[patch("1,3", "1 + 1", "1 + 2"), patch("3", "1 + 1", "1 - 1")]));
}

#[test]
fn a_bug_that_survives_fails() {
    assert!(!all_noticed(&[patch("4", "1 + 1", "1 + 2")]));
}

#[test]
fn a_patch_that_no_longer_applies_fails() {
    assert!(!all_noticed(&[patch("3", "1 + 5", "1 + 2")]));
}

#[test]
fn a_bug_that_does_not_build_is_not_taken_for_noticed() {
    assert!(!all_noticed(&[patch("3", "1 + 1", "\"two\" + 1")]));
}

#[test]
fn no_bug_at_all_fails() {
    assert!(!all_noticed(&[]));
}

#[test]
fn a_project_that_fails_by_itself_fails() {
    let root = project(&[patch("3", "1 + 1", "1 + 2")]);
    let soak: &Path = &root.path().join("src/bin/soak.rs");
    fs::write(soak, SOAK.replace("assert_eq!(sum, 2)", "assert_eq!(sum, 9)")).unwrap();
    let work = TempDir::new().unwrap();
    assert!(!mutants::run(root.path(), work.path()).unwrap());
}
