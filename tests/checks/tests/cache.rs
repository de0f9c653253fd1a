//! `tests/tools/cache`: a folder is complete or absent, is made once, and is made again when what determines it changes.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Stdio};
use tempfile::TempDir;
use tend_checks::root;

/// What a script prints that has the functions of `cache` and a cache of its own, and whether it succeeded.
fn with_cache(home: &TempDir, script: &str) -> (String, bool) {
    let script = format!(". tests/tools/cache\ndetermines={}/determines\n{script}", home.path().display());
    let mut command = Command::new("bash");
    command.arg("-c").arg(script).current_dir(root()).env("XDG_CACHE_HOME", home.path()).stderr(Stdio::null());
    let output = command.output().unwrap();
    (String::from_utf8(output.stdout).unwrap().trim().to_owned(), output.status.success())
}

fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("determines"), "one").unwrap();
    home
}

const FILL: &str = "
    path=$(cache_path thing $determines)
    fill() { echo filled >&3; touch \"$1/content\"; }
    cache_fill \"$path\" fill 3>&1 && ls \"$path\"";

#[test]
fn a_folder_is_filled_once() {
    let home = home();
    assert_eq!(with_cache(&home, FILL), ("filled\ncontent".to_owned(), true));
    assert_eq!(with_cache(&home, FILL), ("content".to_owned(), true));
}

#[test]
fn a_change_in_what_determines_it_makes_another() {
    let home = home();
    with_cache(&home, FILL);
    fs::write(home.path().join("determines"), "two").unwrap();
    assert_eq!(with_cache(&home, FILL), ("filled\ncontent".to_owned(), true));
}

#[test]
fn a_filling_that_fails_leaves_nothing() {
    let home = home();
    let failing =
        "path=$(cache_path thing $determines); fill() { touch \"$1/half\"; false; }; cache_fill \"$path\" fill";
    assert_eq!(with_cache(&home, failing), (String::new(), false));
    assert_eq!(with_cache(&home, "ls -d $TEND_CACHE/thing-*[0-9a-f] $TEND_CACHE/*.new").0, "");
    assert_eq!(with_cache(&home, FILL), ("filled\ncontent".to_owned(), true));
}

#[test]
fn what_a_killed_filling_left_is_made_again() {
    let home = home();
    with_cache(&home, "mkdir -p \"$(cache_path thing $determines).new/half\"");
    assert_eq!(with_cache(&home, FILL), ("filled\ncontent".to_owned(), true));
}
