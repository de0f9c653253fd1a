//! The project itself is in order. `cargo run -p tend-checks -- project` says the same outside of a test.
#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;
use tend_checks::{Error, claims, layers, licences, links, maven, mutants, notices, root, sources};

fn holds(check: fn(&Path) -> Result<Vec<String>, Error>) {
    let problems = check(&root()).unwrap();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn licences_are_allowed_and_the_apps_are_free_of_the_server() {
    holds(licences::problems);
}

#[test]
fn mavens_and_swifts_packages_are_known() {
    holds(maven::problems);
}

#[test]
fn the_notices_are_not_stale() {
    holds(notices::problems);
}

#[test]
fn links_lead_somewhere() {
    holds(links::problems);
}

#[test]
fn what_is_claimed_of_security_has_a_test() {
    holds(claims::problems);
}

#[test]
fn sources_are_short_and_finished() {
    holds(sources::problems);
}

#[test]
fn every_crate_has_a_readme() {
    holds(sources::without_readme);
}

#[test]
fn planted_bugs_still_fit() {
    holds(mutants::problems);
}

#[test]
fn no_file_uses_what_it_must_not() {
    holds(layers::problems);
}

#[test]
fn scripts_are_clean() {
    holds(sources::script_problems);
}
